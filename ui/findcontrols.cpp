// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/findcontrols.h"

#include "model/filterterms.h"
#include "model/filtertext.h"
#include "ui/actions.h"
#include "ui/eventtableview.h"
#include "ui/querybar.h"
#include "ui/sessionmodels.h"

#include <QToolButton>

using namespace Qt::StringLiterals;

namespace canal {

using Direction = FindJob::Direction;
using Start = FindJob::Start;

FindControls::FindControls(Actions &actions, SessionModels &models, EventTableView &table,
                           QueryBar &bar, QObject *parent)
    : QObject(parent)
    , m_models(models)
    , m_table(table)
    , m_bar(bar)
    , m_job(models.rows())
{
    constexpr int debounceMs = 150;
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(debounceMs);
    const auto forward = [this] { find(Direction::Forward); };
    const auto backward = [this] { find(Direction::Backward); };
    connect(&m_debounce, &QTimer::timeout, this, [this] {
        search({ Direction::Forward, Start::At, m_anchor });
    });
    connect(&actions[Act::Find], &QAction::triggered, this, &FindControls::open);
    connect(&actions[Act::FindNext], &QAction::triggered, this, forward);
    connect(&actions[Act::FindPrevious], &QAction::triggered, this, backward);
    connect(&bar, &QueryBar::submitted, this, forward);
    connect(&bar, &QueryBar::submittedBackward, this, backward);
    connect(&bar, &QueryBar::edited, this, &FindControls::onEdited);
    connect(bar.addButton(u"findBarPrevious"_s, u"up"_s, tr("Find previous (Shift+F3)")),
            &QAbstractButton::clicked, this, backward);
    connect(bar.addButton(u"findBarNext"_s, u"down"_s, tr("Find next (F3)")),
            &QAbstractButton::clicked, this, forward);
    connect(&bar, &QueryBar::closed, this, [this] {
        m_debounce.stop();
        m_job.cancel();
        m_table.setFocus();
    });
    connectModel();
}

void FindControls::connectModel()
{
    connect(&m_job, &FindJob::progress, this,
            [this](int percent) { m_bar.showMessage(tr("Searching … %1 %").arg(percent)); });
    connect(&m_job, &FindJob::finished, this, &FindControls::onFinished);
    // The rows may be released after a reset, and those of a new filter are others.
    connect(&m_models.rows(), &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        m_interrupted = m_job.isRunning();
        m_job.cancel();
        m_bar.showMessage({});
    });
    connect(&m_models.rows(), &QAbstractItemModel::modelReset, this, [this] {
        if (std::exchange(m_interrupted, false))
            search(m_route);
    });
}

void FindControls::open()
{
    m_found.reset();
    m_bar.open();
}

void FindControls::onEdited()
{
    m_job.cancel();
    m_bar.showMessage({});
    if (!m_found || m_table.currentRow() != m_found)
        m_anchor = m_table.currentRow();
    m_debounce.start();
}

void FindControls::find(Direction direction)
{
    m_debounce.stop();
    if (m_bar.text().isEmpty())
        return open();
    m_bar.show(); // it has the answer
    search({ direction, Start::After, m_table.currentRow() });
}

void FindControls::search(const FindJob::Route &route)
{
    m_job.cancel();
    const auto *store = m_models.store();
    const auto filter = parseFilter(anywhereTerm(m_bar.text()));
    if (store == nullptr || !filter || m_bar.text().isEmpty())
        return m_bar.showMessage({});
    m_route = route;
    m_bar.showMessage(tr("Searching …"));
    m_job.start(store->snapshot(), *filter, route);
}

void FindControls::onFinished(const FindJob::Outcome &outcome)
{
    const auto shown = m_models.shownCount();
    if (!outcome.row)
        return m_bar.showMessage(tr("No match in the %1 rows shown.").arg(grouped(shown)),
                                 QueryBar::Tone::Problem);
    m_table.goToRow(m_models.rows().visibleRow(*outcome.row));
    m_found = m_route.start == Start::At ? outcome.row : std::nullopt;
    if (m_route.start == Start::After && outcome.row == m_route.from)
        return m_bar.showMessage(tr("This row is the only match."));
    switch (outcome.way) {
    case FindJob::Outcome::Way::Straight:
        return m_bar.showMessage({});
    case FindJob::Outcome::Way::AroundTheEnd:
        return m_bar.showMessage(aroundText());
    }
}

QString FindControls::aroundText() const
{
    switch (m_route.direction) {
    case Direction::Forward:
        return tr("Went on from the first row: there is no match below.");
    case Direction::Backward:
        return tr("Went on from the last row: there is no match above.");
    }
    return {};
}

} // namespace canal
