// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QHeaderView;
class QMenu;
class QTableView;

namespace canal {

class EventTableView;
class RowEventModel;

// Which columns the event table has, how wide and in which order: the menu of its header.
class ColumnControls : public QObject
{
    Q_OBJECT

public:
    ColumnControls(EventTableView &table, QObject *parent);

    void serve(const QTableView &other); // with the same columns: its header has the same menu

    QByteArray save() const;
    void restore(const QByteArray &state); // ignores what it cannot read

public slots:
    void reset();

private:
    void showMenu(int column, const QPoint &globalPosition);
    void addChecklist(QMenu &menu);
    void addNewColumns(QMenu &menu);
    void fit(int column);

    EventTableView &m_table;
    RowEventModel &m_rows;
    QHeaderView &m_header;
};

} // namespace canal
