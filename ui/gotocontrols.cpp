// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/gotocontrols.h"

#include "model/filterplan.h"
#include "model/rowsummary.h"
#include "ui/actions.h"
#include "ui/eventtableview.h"
#include "ui/querybar.h"
#include "ui/sessionmodels.h"

#include <QToolButton>

using namespace Qt::StringLiterals;

namespace canal {

using Tone = QueryBar::Tone;

GoToControls::GoToControls(Actions &actions, SessionModels &models, EventTableView &table,
                           QueryBar &bar, QObject *parent)
    : QObject(parent)
    , m_models(models)
    , m_table(table)
    , m_bar(bar)
{
    connect(&actions[Act::GoTo], &QAction::triggered, &bar, &QueryBar::open);
    connect(bar.addButton(u"goToGo"_s, u"apply"_s, tr("Go there (Enter)")),
            &QAbstractButton::clicked, this, &GoToControls::go);
    connect(&bar, &QueryBar::submitted, this, &GoToControls::go);
    const auto stop = [this] {
        m_call.cancel();
        m_bar.showMessage({});
    };
    connect(&bar, &QueryBar::edited, this, stop);
    connect(&bar, &QueryBar::closed, this, [this, stop] {
        stop();
        m_table.setFocus();
    });
    // The rows may be released after a reset.
    connect(&models.rows(), &QAbstractItemModel::modelAboutToBeReset, this, stop);
}

void GoToControls::go()
{
    const auto target = parseRowTarget(m_bar.text().toStdString());
    if (m_bar.text().trimmed().isEmpty() || m_models.store() == nullptr)
        return m_bar.showMessage({});
    if (!target)
        return m_bar.showMessage(tr("This is no row number, no position (file:offset or :offset) "
                                    "and no GTID."),
                                 Tone::Problem);
    look(asPositionIfTooLarge(*target));
}

// Nobody has to write the colon of a position that cannot be a row's number.
RowTarget GoToControls::asPositionIfTooLarge(const RowTarget &target) const
{
    const auto *number = std::get_if<NumberTarget>(&target);
    if (number == nullptr || number->number <= m_models.store()->committedRows())
        return target;
    return PositionTarget { {}, number->number };
}

void GoToControls::look(const RowTarget &target)
{
    m_bar.showMessage(tr("Searching …"));
    const auto rows = m_models.store()->snapshot();
    const auto &shown = m_models.rows();
    auto near = m_table.currentRow();
    if (!near && shown.rowCount() > 0)
        near = shown.rowId(shown.rowCount() - 1);
    m_call.start(
        [rows, target, from = shown.firstRow(), near](const std::stop_token &stop) {
            return findRow(rows, target, from, near, stop);
        },
        [this, target](const std::optional<FoundRow> &found) {
            if (found)
                show(*found, target);
            else
                m_bar.showMessage(nothingText(target), Tone::Problem);
        });
}

void GoToControls::show(const FoundRow &found, const RowTarget &target)
{
    const auto &shown = m_models.rows();
    auto text = found.fit == FoundRow::Fit::Later ? laterText(target, found.row) : QString();
    if (!shown.shows(found.row)) {
        if (shown.rowCount() == 0)
            return m_bar.showMessage(tr("That row was captured, but no row is shown now."),
                                     Tone::Problem);
        text += (text.isEmpty() ? u""_s : u" "_s)
            + tr("That row was captured but is not shown now; this is the one next to it.");
    }
    m_table.goToRow(std::max(shown.visibleRow(found.row), 0));
    if (text.isEmpty())
        return m_bar.dismiss();
    m_bar.showMessage(text, Tone::Problem);
}

// ---- words

QString GoToControls::nothingText(const RowTarget &target) const
{
    if (std::holds_alternative<NumberTarget>(target))
        return tr("No captured row has this number or a later one.");
    if (std::holds_alternative<GtidTarget>(target))
        return tr("No captured row has this GTID or a later one of its source.");
    return tr("No captured row is at this position or after it in the same log file.");
}

QString GoToControls::laterText(const RowTarget &target, RowId row) const
{
    const auto name = nameOf(row, target);
    if (std::holds_alternative<NumberTarget>(target))
        return tr("No captured row has this number; the nearest later one is %1.").arg(name);
    if (std::holds_alternative<GtidTarget>(target))
        return tr("No captured row has this GTID; the nearest later one is %1.").arg(name);
    return tr("No captured row is at this position; the nearest later one is %1.").arg(name);
}

// By what it was asked for.
QString GoToControls::nameOf(RowId row, const RowTarget &target) const
{
    const auto rows = m_models.store()->snapshot();
    if (std::holds_alternative<NumberTarget>(target))
        return tr("row %1").arg(grouped(rows.number(row)));
    RowSummary summary;
    summary.read(rows, row);
    if (std::holds_alternative<PositionTarget>(target))
        return summary.position();
    return shown(gtidOf(summary.entry()));
}

} // namespace canal
