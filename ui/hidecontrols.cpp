// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/hidecontrols.h"

#include "ui/actions.h"
#include "ui/eventtableview.h"

namespace canal {

HideControls::HideControls(Actions &actions, RowEventModel &rows, EventTableView &table,
                           QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_rows(rows)
    , m_table(table)
{
    connect(&actions[Act::HideRow], &QAction::triggered, this,
            [&rows, &table] { rows.hideRows(table.selectedRows()); });
    connect(&actions[Act::ShowHidden], &QAction::triggered, &rows, &RowEventModel::showHiddenRows);
    connect(&rows, &RowEventModel::filtered, this, &HideControls::showActions);
    connect(&table, &EventTableView::currentRowChanged, this, &HideControls::showActions);
    showActions();
}

void HideControls::showActions()
{
    m_actions[Act::HideRow].setEnabled(m_table.currentRow().has_value());
    m_actions[Act::ShowHidden].setEnabled(m_rows.hiddenRows() > 0);
}

} // namespace canal
