// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/roweventmodel.h"
#include "ui/tailtableview.h"

#include <optional>
#include <vector>

namespace canal {

class EventDelegate;

// The event table: fixed row height, follows its end, keeps the selected row through filters.
// Nothing here costs more with more rows.
class EventTableView : public TailTableView
{
    Q_OBJECT

public:
    static constexpr int normalPixels = 12; // of the text

    explicit EventTableView(RowEventModel &rows, QWidget *parent = nullptr);

    RowEventModel &rows() { return m_rows; }
    qint64 selectedCount() const;
    std::vector<RowId> selectedRows() const; // ascending
    std::optional<RowId> currentRow() const;

    int fontPixels() const;
    void setFontPixels(int pixels);
    void resetColumns(); // widths
    int widthOf(const QModelIndex &index) const;

public slots:
    void goToEnd() override;
    void goToFirst() override { goToRow(0); }
    void goToRow(int row);
    void goNext();
    void goPrevious();

signals:
    void currentRowChanged(); // to none as well
    void selectionCountChanged();
    void fontPixelsChanged(int pixels);
    void menuWanted(const QModelIndex &index, const QPoint &globalPosition);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void onRowsInserted(int first, int last);
    void onAboutToReset();
    void onReset();
    void showWanted();
    void restoreRow(int row);
    void selectOnly(const QModelIndex &index);

    RowEventModel &m_rows;
    EventDelegate *m_delegate;
    std::optional<RowId> m_wanted; // selected before the filter changed
    bool m_restoring = false;
};

} // namespace canal
