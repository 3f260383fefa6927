// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QObject>

#include <vector>

namespace canal {

class Actions;
class EventTableView;
class RowEventModel;

// The rows that were current, to go back and forward among them as in a browser. Rows that are not
// shown now are passed over.
class SelectionHistory : public QObject
{
    Q_OBJECT

public:
    SelectionHistory(Actions &actions, const RowEventModel &rows, EventTableView &table,
                     QObject *parent);

    void clear();

private:
    void note();
    void go(int step);
    void showActions();

    Actions &m_actions;
    const RowEventModel &m_rows;
    EventTableView &m_table;
    std::vector<RowId> m_visited; // the newest last
    int m_at = -1; // in m_visited
    bool m_going = false;
};

} // namespace canal
