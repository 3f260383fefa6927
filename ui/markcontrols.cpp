// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/markcontrols.h"

#include "ui/actions.h"
#include "ui/eventtableview.h"
#include "ui/interaction.h"
#include "ui/notedialog.h"
#include "ui/sessionmodels.h"

#include <algorithm>

namespace canal {

MarkControls::MarkControls(Actions &actions, SessionModels &models, EventTableView &table,
                           Interaction &interaction, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_models(models)
    , m_table(table)
    , m_interaction(interaction)
{
    actions[Act::Mark].setCheckable(true);
    connect(&actions[Act::Mark], &QAction::triggered, this, &MarkControls::toggle);
    connect(&actions[Act::Note], &QAction::triggered, this, &MarkControls::editNote);
    connect(&actions[Act::NextMark], &QAction::triggered, this, [this] { goToMark(Way::Down); });
    connect(&actions[Act::PreviousMark], &QAction::triggered, this, [this] { goToMark(Way::Up); });
    connect(&models.marks(), &RowMarks::changed, this, &MarkControls::showActions);
    connect(&table, &EventTableView::currentRowChanged, this, &MarkControls::showActions);
    showActions();
}

void MarkControls::reset()
{
    if (m_dialog != nullptr)
        m_dialog->reject();
}

void MarkControls::toggle()
{
    const auto rows = m_table.selectedRows();
    if (m_models.marks().areAllMarked(rows))
        m_models.marks().unmark(rows);
    else
        markAs(MarkSign::Star);
    showActions();
}

void MarkControls::markAs(MarkSign sign) { m_models.marks().mark(m_table.selectedRows(), sign); }

// Around the end, as long as there is one that is shown.
void MarkControls::goToMark(Way way)
{
    const auto &shown = m_models.rows();
    const auto marked = m_models.marks().rows();
    auto rows = *marked;
    if (way == Way::Up)
        std::ranges::reverse(rows);
    if (const auto current = m_table.currentRow()) {
        const auto isPassed
            = [&](RowId row) { return way == Way::Down ? row <= *current : row >= *current; };
        std::rotate(rows.begin(), std::ranges::find_if_not(rows, isPassed), rows.end());
    }
    const auto found = std::ranges::find_if(rows, [&](RowId row) { return shown.shows(row); });
    if (found != rows.end())
        m_table.goToRow(shown.visibleRow(*found));
}

void MarkControls::editNote()
{
    const auto row = m_table.currentRow();
    if (!row || m_models.store() == nullptr)
        return;
    auto &marks = m_models.marks();
    const auto number = m_models.store()->snapshot().number(*row);
    NoteDialog dialog(tr("row %1").arg(grouped(number)), marks.note(*row), m_table.window());
    m_dialog = &dialog;
    if (m_interaction.run(dialog) == Interaction::Ending::Accepted)
        marks.setNote(*row, dialog.note());
}

void MarkControls::showActions()
{
    const auto row = m_table.currentRow();
    m_actions[Act::Mark].setEnabled(row.has_value());
    m_actions[Act::Mark].setChecked(row && m_models.marks().sign(*row));
    m_actions[Act::Note].setEnabled(row.has_value());
    for (const auto act : { Act::NextMark, Act::PreviousMark })
        m_actions[act].setEnabled(!m_models.marks().isEmpty());
}

} // namespace canal
