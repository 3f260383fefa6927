// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/hidecontrols.h"

#include "ui/actions.h"
#include "ui/eventtableview.h"

#include <algorithm>

namespace canal {

HideControls::HideControls(Actions &actions, RowEventModel &rows, EventTableView &table,
                           QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_rows(rows)
    , m_table(table)
{
    connect(&actions[Act::HideRow], &QAction::triggered, this, &HideControls::hideSelected);
    connect(&actions[Act::ShowHidden], &QAction::triggered, &rows, &RowEventModel::showHiddenRows);
    connect(&rows, &RowEventModel::filtered, this, &HideControls::showActions);
    connect(&table, &EventTableView::selectionCountChanged, this, &HideControls::showActions);
    showActions();
}

// The row after the hidden ones becomes current, to go on with.
void HideControls::hideSelected()
{
    const auto selected = m_table.selectedRows();
    if (selected.empty())
        return;
    const int first = m_rows.visibleRow(selected.front());
    m_rows.hideRows(selected);
    m_table.goToRow(std::min(first, m_rows.rowCount() - 1));
}

void HideControls::showActions()
{
    m_actions[Act::HideRow].setEnabled(m_table.selectedCount() > 0);
    m_actions[Act::ShowHidden].setEnabled(m_rows.hiddenRows() > 0);
}

} // namespace canal
