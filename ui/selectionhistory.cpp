// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/selectionhistory.h"

#include "ui/actions.h"
#include "ui/eventtableview.h"

#include <QScopedValueRollback>

namespace canal {

static constexpr int mostVisited = 1000;

SelectionHistory::SelectionHistory(Actions &actions, const RowEventModel &rows,
                                   EventTableView &table, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_rows(rows)
    , m_table(table)
{
    connect(&table, &EventTableView::currentRowChanged, this, &SelectionHistory::note);
    connect(&actions[Act::GoBack], &QAction::triggered, this, [this] { go(-1); });
    connect(&actions[Act::GoForward], &QAction::triggered, this, [this] { go(1); });
    showActions();
}

void SelectionHistory::clear()
{
    m_visited.clear();
    m_at = -1;
    showActions();
}

void SelectionHistory::note()
{
    const auto row = m_table.currentRow();
    if (m_going || !row || (m_at >= 0 && m_visited[static_cast<std::size_t>(m_at)] == row))
        return;
    m_visited.resize(static_cast<std::size_t>(m_at) + 1);
    if (m_visited.size() == mostVisited)
        m_visited.erase(m_visited.begin());
    m_visited.push_back(*row);
    m_at = static_cast<int>(m_visited.size()) - 1;
    showActions();
}

void SelectionHistory::go(int step)
{
    const auto count = static_cast<int>(m_visited.size());
    for (int at = m_at + step; at >= 0 && at < count; at += step) {
        const auto row = m_visited[static_cast<std::size_t>(at)];
        if (!m_rows.shows(row))
            continue;
        m_at = at;
        const QScopedValueRollback guard(m_going, true);
        m_table.goToRow(m_rows.visibleRow(row));
        break;
    }
    showActions();
}

void SelectionHistory::showActions()
{
    m_actions[Act::GoBack].setEnabled(m_at > 0);
    m_actions[Act::GoForward].setEnabled(m_at + 1 < static_cast<int>(m_visited.size()));
}

} // namespace canal
