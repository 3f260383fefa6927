// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/session.h"

#include "app/visitor.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

static EventStore::Limits storeLimits(const Limits &limits, std::size_t memoryCap)
{
    EventStore::Limits store;
    store.scan = limits.scan;
    store.memory.memoryBudget = memoryCap / 4 * 3; // so that fetching need not pause meanwhile
    store.memory.hotBytes = std::min(store.memory.hotBytes, memoryCap / 4);
    const auto directory = QStandardPaths::writableLocation(QStandardPaths::CacheLocation);
    if (!directory.isEmpty() && QDir().mkpath(directory))
        store.memory.spillDirectory = QFile::encodeName(directory).toStdString();
    return store;
}

Session::Session(ClientConfig config, SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_store(std::make_unique<EventStore>(storeLimits(m_config.limits, options.memoryCap)))
    , m_worker(new NetworkWorker(m_config, *m_store, m_mail,
                                 m_config.mode == AccessMode::Auto
                                     && options.autoAck == SessionOptions::AutoAck::WhenStored,
                                 options.memoryCap))
{
    m_thread.setObjectName(u"canal-net"_s);
    m_worker->moveToThread(&m_thread);
    const auto endWorker = [this] {
        delete m_worker;
        m_mail.commands.takeAll(); // the lock orders all of this before what ~Session() does next
    };
    connect(&m_thread, &QThread::finished, this, endWorker, Qt::DirectConnection);
    connect(this, &Session::commanded, m_worker, &NetworkWorker::obey);
    connect(m_worker, &NetworkWorker::reported, this, &Session::takeReports);
    m_thread.start();
}

Session::~Session()
{
    m_thread.quit();
    m_thread.wait();
    m_mail.commands.takeAll(); // pairs with the one in endWorker
}

void Session::post(const NetworkCommand &command)
{
    if (m_mail.commands.post(command))
        emit commanded({});
}

void Session::open() { post(OpenCommand {}); }

void Session::leave(Leave how) { post(LeaveCommand { how }); }

void Session::setPaused(bool paused) { post(HoldCommand { FetchHold::User, paused }); }

void Session::ackUpTo(quint32 batchIndex)
{
    const auto ids = m_ledger.ackUpTo(batchIndex);
    if (!ids)
        return;
    const auto epoch = m_ledger.at(batchIndex).epoch;
    for (const auto id : *ids) {
        post(AckCommand { epoch, id });
        m_ledger.markAckSent(epoch, id); // so that a second click means the next batch
    }
}

void Session::rollbackAll() { post(RollbackCommand {}); }

void Session::releaseRows(RowId before) { post(ReleaseRowsCommand { before }); }

void Session::takeReports()
{
    for (const auto &report : m_mail.reports.takeAll())
        take(report);
}

void Session::take(const NetworkReport &report)
{
    std::visit(Visitor {
                   [this](ClientState state) {
                       m_state = state;
                       emit stateChanged(state);
                   },
                   [this](FetchHolds holds) {
                       m_holds = holds;
                       emit holdsChanged(holds);
                   },
                   [this](const ConnectionStarted &started) { m_epoch = started.epoch; },
                   [this](const ConnectionEnded &ended) { m_ledger.connectionLost(ended.epoch); },
                   [this](const BatchArrival &arrival) { emit batchArrived(arrival); },
                   [this](const BatchEntry &batch) { emit batchStored(m_ledger.add(batch)); },
                   [this](const Polled &) { emit polled(); },
                   [this](const GetUnanswered &) { emit getUnanswered(); },
                   [this](const AckReport &ack) { take(ack); },
                   [this](const RolledBack &rolledBack) { m_ledger.rollbackAll(rolledBack.epoch); },
                   [this](const ClientError &error) { emit failed(error); },
                   [this](const RetryScheduled &retry) { emit retryScheduled(retry.inMs); },
                   [this](const Left &departure) { emit left(departure.how); },
               },
               report);
}

void Session::take(const AckReport &ack)
{
    switch (ack.what) {
    case AckReport::What::Sent:
        m_ledger.markAckSent(ack.epoch, ack.batch);
        emit ackSent(ack.at);
        return;
    case AckReport::What::Confirmed:
        return m_ledger.markConfirmed(ack.epoch, ack.batch);
    case AckReport::What::Failed:
        break;
    }
    const auto line = recogniseServerError(ack.error.serverCode, ack.error.detail).firstLine;
    if (const auto index = m_ledger.markFailed(ack.epoch, ack.batch, line))
        emit ackFailed(*index, ack.error);
}

} // namespace canal
