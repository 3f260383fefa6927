// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/networkworker.h"

#include "app/visitor.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace canal {

using Clock = std::chrono::steady_clock;

NetworkWorker::NetworkWorker(const ClientConfig &config, EventStore &store, Mail &mail,
                             bool acksWhatIsStored, std::size_t memoryCap)
    : m_client(config, this) // a child: moves between threads with us
    , m_store(store)
    , m_mail(mail)
    , m_acksWhatIsStored(acksWhatIsStored)
    , m_memoryCap(memoryCap)
    , m_lookAgain(this)
{
    m_lookAgain.setInterval(200ms);
    connect(&m_lookAgain, &QTimer::timeout, this, &NetworkWorker::holdAtCap);
    connectClient();
}

NetworkWorker::~NetworkWorker() { m_client.disconnect(this); }

void NetworkWorker::connectClient()
{
    connect(&m_client, &CanalClient::batchReceived, this, &NetworkWorker::record);
    connect(&m_client, &CanalClient::stateChanged, this,
            [this](ClientState state) { report(state); });
    connect(&m_client, &CanalClient::holdsChanged, this,
            [this](FetchHolds holds) { report(holds); });
    connect(&m_client, &CanalClient::connectionStarted, this,
            [this](Epoch epoch) { report(ConnectionStarted { epoch }); });
    connect(&m_client, &CanalClient::connectionEnded, this,
            [this](Epoch epoch) { report(ConnectionEnded { epoch }); });
    connect(&m_client, &CanalClient::polled, this, [this] { report(Polled {}); });
    connect(&m_client, &CanalClient::getUnanswered, this, [this] { report(GetUnanswered {}); });
    connect(&m_client, &CanalClient::ackSent, this, [this](Epoch epoch, BatchId batch) {
        report(AckReport { AckReport::What::Sent, epoch, batch, {}, Clock::now() });
    });
    connect(&m_client, &CanalClient::ackConfirmed, this, [this](Epoch epoch, BatchId batch) {
        report(AckReport { AckReport::What::Confirmed, epoch, batch, {} });
    });
    connect(&m_client, &CanalClient::ackFailed, this,
            [this](Epoch epoch, BatchId batch, const ClientError &error) {
                report(AckReport { AckReport::What::Failed, epoch, batch, error });
            });
    connect(&m_client, &CanalClient::rolledBack, this,
            [this](Epoch epoch) { report(RolledBack { epoch }); });
    connect(&m_client, &CanalClient::failed, this,
            [this](const ClientError &error) { report(error); });
    connect(&m_client, &CanalClient::retryScheduled, this,
            [this](int inMs) { report(RetryScheduled { inMs }); });
    connect(&m_client, &CanalClient::left, this, [this](Departure how) { report(Left { how }); });
}

void NetworkWorker::report(NetworkReport report)
{
    if (m_mail.reports.post(std::move(report)))
        emit reported();
}

void NetworkWorker::obey()
{
    for (const auto &command : m_mail.commands.takeAll())
        std::visit(Visitor {
                       [this](const OpenCommand &) { m_client.open(); },
                       [this](const LeaveCommand &leave) { m_client.leave(leave.how); },
                       [this](const HoldCommand &hold) {
                           if (hold.on)
                               m_client.hold(hold.reason);
                           else
                               m_client.release(hold.reason);
                       },
                       [this](const AckCommand &ack) { m_client.ack(ack.epoch, ack.batch); },
                       [this](const RollbackCommand &) { m_client.rollbackAll(); },
                       [this](const ReleaseRowsCommand &release) {
                           m_store.release(release.before);
                           holdAtCap();
                       },
                   },
                   command);
}

void NetworkWorker::record(Epoch epoch, const Messages &messages)
{
    BatchArrival arrival;
    arrival.at = Clock::now();
    arrival.wireBytes = messages.frame.size() + static_cast<qint64>(sizeof(qint32));
    const auto appended = m_store.append(epoch, messages.batch, messages.entries);
    BatchEntry batch;
    batch.epoch = epoch;
    batch.id = messages.batch;
    batch.firstRow = appended.firstRow;
    batch.rows = appended.rows;
    batch.events = appended.events;
    batch.entries = static_cast<quint32>(messages.entries.size());
    batch.unreadable = appended.unreadable;
    for (const auto &entry : messages.entries)
        batch.bytes += static_cast<qint64>(entry.size());
    batch.receivedAtMs = QDateTime::currentMSecsSinceEpoch();
    arrival.storeBytes = static_cast<qint64>(m_store.bytes());
    report(arrival);
    report(batch);
    holdAtCap();
    if (appended.unreadable > 0) // never acked: nothing is lost while nobody has understood it
        m_client.rejectBatch(u"entry %1 of batch %2 %3"_s.arg(appended.firstUnreadable + 1)
                                 .arg(raw(messages.batch))
                                 .arg(appended.overLimit
                                          ? u"has more rows or columns than allowed"_s
                                          : u"cannot be read"_s));
    else if (m_acksWhatIsStored)
        m_client.ack(epoch, messages.batch);
}

void NetworkWorker::holdAtCap()
{
    const bool full = m_store.bytes() >= m_memoryCap;
    if (full == m_full)
        return;
    m_full = full;
    if (full) {
        m_client.hold(FetchHold::StoreFull);
        m_lookAgain.start();
    } else {
        m_client.release(FetchHold::StoreFull);
        m_lookAgain.stop();
    }
}

} // namespace canal
