// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/statusbar.h"

#include "ui/percent.h"
#include "ui/plaintext.h"
#include "ui/profilelist.h"
#include "ui/sparkline.h"
#include "ui/statussegment.h"
#include "ui/storegauge.h"
#include "ui/timecontrols.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace canal {

using Role = Theme::Role;

// The state's colour as a disc; the word beside it says the same.
class StatusBar::Dot : public QWidget
{
public:
    explicit Dot(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(10, 10);
    }
    void setRole(Role role)
    {
        m_role = role;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::of(palette())(m_role));
        painter.drawEllipse(QRectF(1, 1, 8, 8));
    }

private:
    Role m_role = Role::Text3;
};

StatusBar::StatusBar(SessionModels &models, QWidget *parent)
    : QStatusBar(parent)
    , m_models(models)
    , m_dot(new Dot(this))
    , m_state(new PlainLabel(this))
    , m_peer(new StatusSegment(u"statusPeer"_s, Qt::ElideLeft, this))
    , m_counts(new StatusSegment(u"statusCounts"_s, Qt::ElideNone, this))
    , m_hidden(new StatusSegment(u"statusHidden"_s, Qt::ElideNone, this))
    , m_bars(new Sparkline(this))
    , m_rate(new PlainLabel(this))
    , m_unacked(new StatusSegment(u"statusUnacked"_s, Qt::ElideNone, this))
    , m_gauge(new StoreGauge(48, 6, this))
    , m_position(new StatusSegment(u"statusPosition"_s, Qt::ElideLeft, this))
    , m_memory(new PlainLabel(this))
    , m_times(new StatusSegment(u"statusTimes"_s, Qt::ElideNone, this))
{
    setObjectName(u"statusBar"_s);
    setSizeGripEnabled(false);
    setFixedHeight(22);
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(8, 0, 8, 0);
    row->setSpacing(6);
    const auto small = Theme::uiFont(11);
    for (auto *label : findChildren<PlainLabel *>())
        label->setFont(small);
    auto bold = small;
    bold.setBold(true);
    m_state->setFont(bold);
    addParts(*row);
    describeParts();
    addWidget(line, 1);

    constexpr int second = 1000;
    m_step.setInterval(second);
    connectParts();
    dropSession();
}

void StatusBar::connectParts()
{
    connect(&m_step, &QTimer::timeout, this, &StatusBar::step);
    connect(&m_models.rows(), &RowEventModel::timesChanged, this, &StatusBar::refresh);
    connect(m_hidden, &StatusSegment::clicked, &m_models.rows(), &RowEventModel::showHiddenRows);
    connect(m_peer, &StatusSegment::clicked, this, &StatusBar::connectionWanted);
    connect(m_counts, &StatusSegment::clicked, this, &StatusBar::filterWanted);
    connect(m_unacked, &StatusSegment::clicked, this, &StatusBar::batchesWanted);
    connect(m_position, &StatusSegment::clicked, this, &StatusBar::positionWanted);
    connect(m_times, &StatusSegment::clicked, this,
            [this] { emit timesWanted(m_times->mapToGlobal(QPoint(0, 0))); });
}

QWidget *StatusBar::makeSeparator()
{
    auto *line = new QFrame(this);
    line->setFixedSize(1, 12);
    line->setAutoFillBackground(true);
    line->setBackgroundRole(QPalette::Mid);
    m_onlyInSession.append(line);
    return line;
}

void StatusBar::addParts(QHBoxLayout &row)
{
    for (auto *label : { m_rate, m_memory })
        label->setForegroundRole(QPalette::PlaceholderText);
    m_unacked->setForegroundRole(QPalette::WindowText);
    row.addWidget(m_dot);
    row.addWidget(m_state);
    row.addWidget(m_peer);
    row.addStretch(1);
    row.addWidget(makeSeparator());
    row.addWidget(m_counts);
    row.addWidget(m_hidden);
    row.addWidget(makeSeparator());
    row.addWidget(m_bars);
    row.addWidget(m_rate);
    row.addWidget(makeSeparator());
    row.addWidget(m_unacked);
    row.addWidget(m_gauge);
    row.addWidget(makeSeparator());
    row.addStretch(1);
    row.addWidget(m_position);
    row.addWidget(makeSeparator());
    row.addWidget(m_memory);
    row.addWidget(makeSeparator());
    row.addWidget(m_times);
    m_onlyInSession
        += { m_peer, m_counts, m_bars, m_rate, m_unacked, m_gauge, m_position, m_memory, m_times };
}

void StatusBar::describeParts()
{
    m_peer->setPurpose(tr("Change the connection"));
    m_counts->setPurpose(tr("Go to the filter box"));
    m_hidden->setPurpose(tr("Show the rows that were hidden one by one"));
    m_unacked->setPurpose(tr("Show the batches"));
    m_position->setPurpose(
        tr("Where the newest row stands in the binlog. Click to go to a position."));
    setSafeTip(*m_bars, tr("Events per second, one bar each"));
    setSafeTip(*m_gauge,
               tr("How much of the server's buffer (~16 MB by default) our un-acked "
                  "batches hold. Peek pauses at 50 %."));
    setSafeTip(*m_memory, tr("Memory that holds the rows"));
    m_times->setPurpose(
        tr("How the table shows times (View ▸ Time). They are the database server's clock in "
           "whole seconds, shown in this zone; the offset is today's."));
}

void StatusBar::showSession(const SessionView &view)
{
    m_view = view;
    m_holds = {};
    m_selected = 0;
    m_eventsBefore = 0;
    m_bars->clear();
    m_peer->setWords(
        tr("%1 · client %2").arg(addressOf(view.profile), QString::number(view.profile.clientId)));
    for (auto *part : std::as_const(m_onlyInSession))
        part->show();
    m_step.start();
    refreshState();
    step();
}

void StatusBar::dropSession()
{
    m_step.stop();
    m_view.reset();
    m_clientState = ClientState::Idle;
    m_hidden->hide();
    for (auto *part : std::as_const(m_onlyInSession))
        part->hide();
    refreshState();
}

void StatusBar::showState(ClientState state)
{
    m_clientState = state;
    refreshState();
}

void StatusBar::showHolds(FetchHolds holds)
{
    m_holds = holds;
    refreshState();
}

void StatusBar::showSelection(qint64 rows)
{
    m_selected = rows;
    refresh();
}

// ---- words

QString StatusBar::stateWord() const
{
    switch (m_clientState) {
    case ClientState::Idle:
        return m_view ? tr("Stopped") : tr("Not connected");
    case ClientState::Connecting:
    case ClientState::AwaitingHandshake:
    case ClientState::Authenticating:
    case ClientState::Subscribing:
        return tr("Connecting");
    case ClientState::Streaming:
        return m_holds ? tr("Paused") : tr("Live");
    case ClientState::Leaving:
        return tr("Leaving");
    case ClientState::Waiting:
        return tr("Reconnecting");
    case ClientState::Failed:
        break;
    }
    return tr("Disconnected");
}

Role StatusBar::stateRole() const
{
    switch (m_clientState) {
    case ClientState::Idle:
        return Role::Text3;
    case ClientState::Connecting:
    case ClientState::AwaitingHandshake:
    case ClientState::Authenticating:
    case ClientState::Subscribing:
    case ClientState::Leaving:
        return Role::WarnIcon;
    case ClientState::Streaming:
        return m_holds ? Role::WarnIcon : Role::OkIcon;
    case ClientState::Waiting:
    case ClientState::Failed:
        break;
    }
    return Role::ErrorIcon;
}

void StatusBar::refreshState()
{
    m_dot->setRole(stateRole());
    m_state->setText(stateWord());
}

void StatusBar::refresh()
{
    if (!m_view)
        return;
    const auto shownRows = m_models.shownCount();
    const auto all = std::max(m_models.unfilteredCount(), shownRows); // counted a tick later
    auto text = tr("Events %1 · Displayed %2 (%3)")
                    .arg(grouped(all), grouped(shownRows), percent(shownRows, all));
    if (const auto marked = m_models.marks().count(); marked > 0)
        text += tr(" · Marked %1").arg(grouped(marked));
    if (m_selected > 0)
        text += tr(" · Selected %1").arg(grouped(m_selected));
    m_counts->setWords(text);
    const auto hidden = m_models.rows().hiddenRows();
    m_hidden->setWords(tr("%1 hidden · Show").arg(grouped(hidden)));
    m_hidden->setVisible(hidden > 0);
    const auto *ledger = m_models.ledger();
    const auto bytes = ledger != nullptr ? ledger->unackedBytes() : 0;
    const auto count = ledger != nullptr ? static_cast<int>(ledger->unackedCount()) : 0;
    m_unacked->setWords(tr("%n un-acked", nullptr, count) + u" · "_s
                        + tr("%1 of ~16 MB").arg(sizeText(bytes)));
    m_gauge->setBytes(bytes);
    const auto *store = m_models.store();
    m_memory->setText(
        tr("Mem %1").arg(sizeText(store != nullptr ? static_cast<qint64>(store->bytes()) : 0)));
    m_times->setWords(timeFormatText(m_models.rows()));
    showLastPosition();
}

void StatusBar::step()
{
    const auto events = m_models.eventCount();
    const auto rate = std::max<qint64>(0, events - m_eventsBefore);
    m_eventsBefore = events;
    m_bars->add(rate);
    m_rate->setText(tr("%1 ev/s").arg(grouped(rate)));
    refresh();
}

void StatusBar::showLastPosition()
{
    const auto *store = m_models.store();
    const auto rows = store != nullptr ? store->committedRows() : 0;
    const bool isKnown = rows > m_models.rows().firstRow();
    m_position->setVisible(isKnown);
    if (!isKnown)
        return;
    RowSummary last;
    last.read(store->snapshot(), RowId { rows - 1 });
    m_position->setWords(last.position());
}

void StatusBar::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme(Role::Window));
    painter.fillRect(QRect(0, 0, width(), 1), theme(Role::Border));
}

void StatusBar::changeEvent(QEvent *event)
{
    QStatusBar::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshState();
}

} // namespace canal
