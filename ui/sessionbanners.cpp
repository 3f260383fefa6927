// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sessionbanners.h"

#include "model/errortext.h"
#include "ui/bannerbar.h"
#include "ui/storegauge.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace canal {

using Topic = Banner::Topic;
using Action = Banner::Action;

SessionBanners::SessionBanners(BannerBar &bar, const SessionModels &models, QObject *parent)
    : QObject(parent)
    , m_bar(bar)
    , m_models(models)
{
    constexpr int tickMs = 500;
    m_tick.setInterval(tickMs);
    connect(&m_tick, &QTimer::timeout, this, &SessionBanners::tick);
}

QString SessionBanners::peer() const
{
    return m_view.profile.host + u':' + QString::number(m_view.profile.port);
}

void SessionBanners::showSession(const SessionView &view)
{
    m_tick.stop();
    m_bar.removeAll();
    m_view = view;
    m_state = ClientState::Idle;
    m_holds = {};
    m_stopped = false;
    m_filled = false;
    m_viewFull = false;
    m_bar.add(modeBanner());
}

void SessionBanners::dropSession()
{
    m_tick.stop();
    for (const auto topic :
         { Topic::Mode, Topic::Fill, Topic::Paused, Topic::MemoryFull, Topic::ViewFull,
           Topic::Connection, Topic::AckFailed, Topic::GetUnanswered })
        m_bar.remove(topic);
}

// ---- mode

Banner SessionBanners::demoBanner() const
{
    Banner banner { Topic::Mode, NoticeKind::Info, tr("Built-in demo:"), {}, {}, {} };
    const auto what = tr("a small Canal server inside this program, with a shop's changes on a "
                         "destination of its own.");
    banner.text = m_view.profile.mode == AccessMode::Auto
        ? what + u' ' + tr("Every batch is acknowledged, so it can run for days.")
        : what;
    return banner;
}

Banner SessionBanners::modeBanner() const
{
    if (m_view.isDemo)
        return demoBanner();
    const auto &destination = m_view.profile.destination;
    Banner banner { Topic::Mode, NoticeKind::Info, {}, {}, {}, { Action::ChangeMode } };
    switch (m_view.profile.mode) {
    case AccessMode::Peek: {
        const auto *ledger = m_models.ledger();
        const auto count = ledger != nullptr ? static_cast<int>(ledger->unackedCount()) : 0;
        const auto bytes = ledger != nullptr ? ledger->unackedBytes() : 0;
        banner.lead = tr("Peek mode:");
        banner.text = tr("nothing is acknowledged. %n batches un-acked, %1, about %2 % of what "
                         "the server buffers; pauses itself at %3 %.",
                         nullptr, count)
                          .arg(sizeText(bytes))
                          .arg(StoreGauge::percentOf(bytes))
                          .arg(StoreGauge::pauseMark);
        break;
    }
    case AccessMode::Manual:
        banner.lead = tr("Manual ack:");
        banner.text = tr("you acknowledge. An ack moves the reading position of %1 on for every "
                         "client.")
                          .arg(destination);
        break;
    case AccessMode::Auto:
        banner.kind = NoticeKind::Warning;
        banner.lead = tr("Auto-ack consumes:");
        banner.text = tr("every batch is acknowledged once it is kept here, and no other client "
                         "of %1 gets its rows.")
                          .arg(destination);
        break;
    }
    return banner;
}

void SessionBanners::refresh()
{
    if (m_models.ledger() == nullptr)
        return;
    m_bar.refresh(modeBanner());
    showFill();
    showRowsThatLeft();
}

// Peek pauses long before; Auto-ack holds nothing.
void SessionBanners::showFill()
{
    const auto bytes = m_models.ledger()->unackedBytes();
    const int percent = StoreGauge::percentOf(bytes);
    const bool filled = percent >= StoreGauge::warnMark;
    if (filled) {
        const Banner banner { Topic::Fill,
                              NoticeKind::Warning,
                              tr("The server's buffer is about %1 % full.").arg(percent),
                              tr("Our un-acked batches hold %1 of ~16 MB. Only an ack empties it; "
                                 "when it is full the server stops for every client.")
                                  .arg(sizeText(bytes)),
                              {},
                              {} };
        if (m_filled)
            m_bar.refresh(banner);
        else
            m_bar.add(banner);
    } else if (m_filled) {
        m_bar.remove(Topic::Fill);
    }
    m_filled = filled;
}

void SessionBanners::showRowsThatLeft()
{
    const auto left = m_models.rows().rowsThatLeft();
    if (left > 0 && !m_viewFull)
        m_bar.add(
            { Topic::ViewFull,
              NoticeKind::Info,
              tr("The oldest rows have left the table."),
              tr("It shows at most %1 rows. Those before them are kept, and exports have them; "
                 "a filter brings them back.")
                  .arg(grouped(RowEventModel::mostRowsShown)),
              {},
              {} });
    else if (left == 0 && m_viewFull)
        m_bar.remove(Topic::ViewFull);
    m_viewFull = left > 0;
}

void SessionBanners::showHolds(FetchHolds holds)
{
    const auto began
        = [&](FetchHold hold) { return holds.testFlag(hold) && !m_holds.testFlag(hold); };
    if (began(FetchHold::PeekLimit))
        m_bar.add({ Topic::Paused,
                    NoticeKind::Warning,
                    tr("Paused: half of what the server buffers is un-acked."),
                    tr("Peek never acknowledges, and a full buffer stops the server for everybody. "
                       "Stop gives the rows back; in Manual ack mode you can acknowledge them."),
                    {},
                    { Action::Stop, Action::ChangeMode } });
    if (began(FetchHold::StoreFull))
        m_bar.add({ Topic::MemoryFull,
                    NoticeKind::Warning,
                    tr("Paused: the memory limit is reached."),
                    tr("Clear the rows that are not needed any more; export them first if they "
                       "are."),
                    {},
                    { Action::Clear } });
    if (!holds.testFlag(FetchHold::PeekLimit))
        m_bar.remove(Topic::Paused);
    if (!holds.testFlag(FetchHold::StoreFull))
        m_bar.remove(Topic::MemoryFull);
    m_holds = holds;
}

// ---- connection

void SessionBanners::showState(ClientState state)
{
    if (std::exchange(m_state, state) == state)
        return; // a session that has not begun keeps its banner
    switch (state) {
    case ClientState::Streaming:
        m_tick.stop();
        m_bar.remove(Topic::Connection);
        break;
    case ClientState::Idle:
        dropSession();
        m_stopped = true;
        break;
    case ClientState::Connecting:
        m_tick.stop();
        if (std::exchange(m_stopped, false))
            m_bar.add(modeBanner());
        m_bar.refresh(m_connection);
        break;
    case ClientState::Failed:
        m_tick.stop();
        m_bar.remove(Topic::GetUnanswered);
        m_bar.remove(Topic::Paused);
        break;
    case ClientState::Waiting:
        m_bar.remove(Topic::GetUnanswered);
        m_bar.remove(Topic::Paused);
        break;
    case ClientState::AwaitingHandshake:
    case ClientState::Authenticating:
    case ClientState::Subscribing:
    case ClientState::Leaving:
        break;
    }
}

void SessionBanners::showError(const ClientError &error)
{
    const auto text = describe(error, peer());
    auto details = text.advice;
    if (!text.details.isEmpty())
        details += (details.isEmpty() ? u""_s : u"\n\n"_s) + text.details;
    m_connection
        = { Topic::Connection, NoticeKind::Error, text.summary,
            text.advice,       details,           { Action::RetryNow, Action::EditConnection } };
    m_bar.add(m_connection);
}

void SessionBanners::showRetry(int inMs)
{
    m_retryMs = inMs;
    m_sinceRetry.start();
    m_connection.topic = Topic::Connection;
    m_connection.kind = NoticeKind::Error;
    m_connection.actions = { Action::RetryNow, Action::StopRetrying };
    if (m_connection.lead.isEmpty())
        m_connection.lead = tr("Disconnected.");
    if (!m_bar.has(Topic::Connection))
        m_bar.add(m_connection);
    tick();
    m_tick.start();
}

void SessionBanners::tick()
{
    const auto leftMs = std::max<qint64>(0, m_retryMs - m_sinceRetry.elapsed());
    auto banner = m_connection;
    constexpr qint64 second = 1000;
    banner.text
        = tr("Reconnecting in %n s.", nullptr, static_cast<int>((leftMs + second - 1) / second))
        + u' ' + m_connection.text;
    m_bar.refresh(banner);
}

void SessionBanners::showAckFailed(quint32 batchIndex, const ClientError &error)
{
    const auto text = describe(error, peer());
    const auto *ledger = m_models.ledger();
    const auto id = ledger != nullptr && batchIndex < ledger->size()
        ? QString::number(raw(ledger->at(batchIndex).id))
        : QString();
    m_bar.add({ Topic::AckFailed,
                NoticeKind::Error,
                tr("The server refused the ack of batch %1.").arg(id),
                text.advice,
                text.details,
                {} });
}

void SessionBanners::showGetUnanswered()
{
    m_bar.add({ Topic::GetUnanswered,
                NoticeKind::Warning,
                tr("The server took the subscription but does not answer a GET."),
                tr("Another client probably waits in a GET without a timeout, which locks the "
                   "destination for everybody until enough data has come or the instance is "
                   "restarted."),
                {},
                { Action::Stop } });
}

void SessionBanners::noteAnswer() { m_bar.remove(Topic::GetUnanswered); }

// ---- sentences of others

void SessionBanners::showNotice(const QString &text, NoticeKind kind)
{
    m_bar.add({ Topic::Notice, kind, {}, text, {}, {} });
}

void SessionBanners::showExport(const QString &text, NoticeKind kind)
{
    m_bar.add({ Topic::Export, kind, {}, text, {}, {} });
}

} // namespace canal
