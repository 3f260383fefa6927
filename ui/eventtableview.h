// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/roweventmodel.h"
#include "ui/followtail.h"

#include <QTableView>

#include <optional>
#include <vector>

namespace canal {

class EventDelegate;
class NewPill;
class PanelScrollBar;

// The event table: fixed row height, follows its end, keeps the selected row through filters.
// Nothing here costs more with more rows.
class EventTableView : public QTableView
{
    Q_OBJECT

public:
    static constexpr int normalPixels = 12; // of the text

    explicit EventTableView(RowEventModel &rows, QWidget *parent = nullptr);

    RowEventModel &rows() { return m_rows; }
    FollowTail &follow() { return m_follow; }
    qint64 selectedCount() const;
    std::vector<RowId> selectedRows() const; // ascending
    std::optional<RowId> currentRow() const;

    int fontPixels() const;
    void setFontPixels(int pixels);
    void resetColumns(); // widths
    int widthOf(const QModelIndex &index) const;
    void showBeside(QWidget *panel); // between rows and scroll bar; null: nothing

public slots:
    void goToEnd();
    void goToRow(int row);
    void goNext();
    void goPrevious();

signals:
    void currentRowChanged(); // to none as well
    void selectionCountChanged();
    void freezeKeyPressed();
    void menuWanted(const QModelIndex &index, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;

private:
    void setUpHeaders();
    void noteFollow();
    void onRowsInserted(int first, int last);
    void onAboutToReset();
    void onReset();
    void showWanted();
    void restoreRow(int row);
    void selectOnly(const QModelIndex &index);
    void onScrollBarAction(int action);
    void scrollKey(QKeyEvent &event);

    RowEventModel &m_rows;
    FollowTail m_follow;
    PanelScrollBar *m_bar;
    EventDelegate *m_delegate;
    NewPill *m_pill;
    std::optional<RowId> m_wanted; // selected before the filter changed
    bool m_restoring = false;
};

} // namespace canal
