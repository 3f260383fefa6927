// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/rowhistory.h"

#include "model/rowsummary.h"
#include "ui/actions.h"
#include "ui/commands.h"
#include "ui/docklayout.h"
#include "ui/eventtableview.h"
#include "ui/plaintext.h"
#include "ui/rowmenu.h"
#include "ui/sessionmodels.h"
#include "ui/timelineview.h"

namespace canal {

RowHistory::RowHistory(const Actions &actions, SessionModels &models, EventTableView &table,
                       TimelineView &view, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_models(models)
    , m_table(table)
    , m_view(view)
{
    constexpr int delayMs = 120;
    m_delay.setSingleShot(true);
    m_delay.setInterval(delayMs);
    connect(&m_delay, &QTimer::timeout, this, &RowHistory::showHistory);
    connect(&table, &EventTableView::currentRowChanged, this, &RowHistory::onCurrentRow);
    connect(&view, &TimelineView::shown, this, &RowHistory::onCurrentRow);
    connect(&view, &TimelineView::rowWanted, this, &RowHistory::goTo);
    connect(&table.rows(), &RowEventModel::timesChanged, this,
            [this] { m_models.timeline().setZone(m_table.rows().timeFormat().zone); });
    connect(&models.timeline(), &TimelineModel::changed, this, &RowHistory::onTimeline);
    connect(&actions[Act::PreviousChange], &QAction::triggered, this,
            [this] { step(Step::Previous); });
    connect(&actions[Act::NextChange], &QAction::triggered, this, [this] { step(Step::Next); });
    refreshActions();
}

void RowHistory::serve(RowMenu &menu, Commands &commands, DockLayout &docks)
{
    connect(&m_view, &TimelineView::textCopied, &commands, &Commands::copyText);
    connect(&menu, &RowMenu::refused, this, &RowHistory::noticed);
    connect(&menu, &RowMenu::historyWanted, this, [this, &docks] {
        docks.open(DockLayout::Panel::Timeline);
        showHistory();
    });
}

void RowHistory::showHistory()
{
    m_delay.stop();
    if (const auto row = m_table.currentRow())
        m_models.timeline().showRow(*row);
    else
        m_models.timeline().clear();
}

void RowHistory::onCurrentRow()
{
    const auto row = m_table.currentRow();
    m_wanted.reset();
    m_hasKey = row && m_models.store() != nullptr
        && RowKey::of(m_models.store()->snapshot(), *row).has_value();
    m_view.choose(row);
    if (m_view.isVisible())
        m_delay.start();
    refreshActions();
}

void RowHistory::onTimeline()
{
    if (m_wanted && isKnown()) {
        const auto wanted = *std::exchange(m_wanted, std::nullopt);
        if (const auto row = target(wanted))
            goTo(*row);
        else
            emit noticed(nothingThere(wanted));
    }
    refreshActions();
}

bool RowHistory::isKnown() const
{
    const auto &timeline = m_models.timeline();
    const auto row = m_table.currentRow();
    return row && timeline.state() != TimelineModel::State::Searching && timeline.indexOf(*row);
}

void RowHistory::step(Step step)
{
    m_wanted = step;
    showHistory();
    onTimeline();
}

// Over statements, which are no change of the row.
std::optional<RowId> RowHistory::target(Step step) const
{
    const auto &timeline = m_models.timeline();
    const auto row = m_table.currentRow();
    const auto at = row ? timeline.indexOf(*row) : std::nullopt;
    const int by = step == Step::Previous ? -1 : 1;
    for (int i = at.value_or(-1) + by; at && i >= 0 && i < timeline.rowCount(); i += by)
        if (!timeline.version(i).isStatement)
            return timeline.version(i).row;
    return {};
}

QString RowHistory::nothingThere(Step step) const
{
    return step == Step::Previous ? tr("This is the first change of this row that was captured.")
                                  : tr("This is the last change of this row so far.");
}

void RowHistory::goTo(RowId row)
{
    const auto &rows = m_models.rows();
    if (rows.shows(row))
        return m_table.goToRow(rows.visibleRow(row));
    emit noticed(tr("Row #%1 is not in the table now: a filter hides it, or the view is frozen.")
                     .arg(grouped(m_models.store()->snapshot().number(row))));
}

void RowHistory::refreshActions()
{
    const bool known = isKnown();
    for (const auto &[act, step] : { std::pair { Act::PreviousChange, Step::Previous },
                                     std::pair { Act::NextChange, Step::Next } }) {
        const bool leads = m_hasKey && (!known || target(step));
        m_actions[act].setEnabled(leads);
        setSafeTip(m_actions[act],
                   leads          ? QString()
                       : m_hasKey ? nothingThere(step)
                                  : tr("A row with a primary key has to be selected."));
    }
}

} // namespace canal
