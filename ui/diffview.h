// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/diffmodel.h"
#include "model/rowtext.h"

#include <QWidget>

class QCheckBox;
class QStackedWidget;
class QTableView;

namespace canal {

class DockTitle;
class OpChip;
class PlainLabel;
class SqlView;

// One row before and after, for DDL and other statements the SQL instead; or two rows.
class DiffView : public QWidget
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);

    void setUpTitle(DockTitle &title); // its controls and subject live there
    void showRow(const EventSnapshot &rows, RowId row);
    void compareRows(const EventSnapshot &rows, RowId older, RowId newer); // both of tables
    bool isComparing() const { return m_model.isComparing(); }
    void clear();

    DiffModel &model() { return m_model; }
    QTableView &table() { return *m_table; }

signals:
    // Both sides of the current line; of no column: there is none.
    void currentValueChanged(const canal::SentValue &value, const canal::SentValue &other);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUpTable();
    QString countsOf(Operation operation) const;
    QString comparedCounts() const;
    void chooseCurrent();
    void noteChoice(const QModelIndex &current);
    void showCurrent();

    DiffModel m_model;
    QStackedWidget *m_pages;
    QTableView *m_table;
    SqlView *m_statement; // that caused the row
    SqlView *m_sql; // of a row that is a statement
    QCheckBox *m_changedOnly;
    PlainLabel *m_counts;
    OpChip *m_chip;
    DockTitle *m_title = nullptr;
    QString m_wantedColumn; // that the user has chosen: kept from row to row
    DiffModel::Column m_wantedSide = DiffModel::AfterColumn;
    bool m_isChoosing = false;
    bool m_isNarrow = false;
};

} // namespace canal
