// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/comparecontrols.h"

#include "ui/actions.h"
#include "ui/diffview.h"
#include "ui/eventtableview.h"
#include "ui/plaintext.h"
#include "ui/sessionmodels.h"

#include <algorithm>

namespace canal {

CompareControls::CompareControls(const Actions &actions, const SessionModels &models,
                                 const EventTableView &table, DiffView &diff, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_models(models)
    , m_table(table)
    , m_diff(diff)
{
    connect(&actions[Act::CompareRows], &QAction::triggered, this, &CompareControls::compare);
    connect(&table, &EventTableView::selectionCountChanged, this, &CompareControls::onSelection);
    onSelection();
}

QString CompareControls::reasonAgainst() const
{
    if (m_models.store() == nullptr || m_table.selectedCount() != 2)
        return tr("Exactly two rows have to be selected.");
    const auto rows = m_models.store()->snapshot();
    const auto isRow = [&rows](RowId row) { return rows.kind(row) == RowKind::Row; };
    return std::ranges::all_of(m_table.selectedRows(), isRow)
        ? QString()
        : tr("Only rows of tables can be compared.");
}

void CompareControls::compare()
{
    if (!reasonAgainst().isEmpty())
        return;
    const auto rows = m_table.selectedRows();
    m_pair = { rows.front(), rows.back() };
    m_diff.compareRows(m_models.store()->snapshot(), rows.front(), rows.back());
    emit compared();
}

void CompareControls::onSelection()
{
    const auto reason = reasonAgainst();
    m_actions[Act::CompareRows].setEnabled(reason.isEmpty());
    setSafeTip(m_actions[Act::CompareRows], reason);
    if (!m_diff.isComparing())
        return;
    const auto rows = m_table.selectedCount() == 2 ? m_table.selectedRows() : std::vector<RowId>();
    if (rows.empty() || std::pair(rows.front(), rows.back()) != m_pair)
        emit ended();
}

} // namespace canal
