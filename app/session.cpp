// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/session.h"

#include "app/batchrecorder.h"

namespace canal {

Session::Session(ClientConfig config, SessionOptions options, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_store(std::make_unique<EventStore>(m_config.limits.scan))
    , m_client(new CanalClient(m_config))
    , m_recorder(new BatchRecorder(*m_client, *m_store,
                                   m_config.mode == AccessMode::Auto
                                       && options.autoAck == SessionOptions::AutoAck::WhenStored,
                                   options.memoryCap))
{
    qRegisterMetaType<ClientState>();
    qRegisterMetaType<ClientError>();
    qRegisterMetaType<BatchEntry>();
    qRegisterMetaType<Epoch>();
    qRegisterMetaType<BatchId>();
    qRegisterMetaType<RowId>();
    qRegisterMetaType<Leave>();
    qRegisterMetaType<Departure>();
    qRegisterMetaType<FetchHold>();
    qRegisterMetaType<FetchHolds>();

    m_thread.setObjectName(QStringLiteral("canal-net"));
    m_client->moveToThread(&m_thread);
    m_recorder->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_recorder, &QObject::deleteLater);
    connect(&m_thread, &QThread::finished, m_client, &QObject::deleteLater);
    connectClient();
    m_thread.start();
}

Session::~Session()
{
    m_thread.quit();
    m_thread.wait();
}

void Session::connectClient()
{
    // Directly: the batch must be kept before the client goes on.
    connect(m_client, &CanalClient::batchReceived, m_recorder, &BatchRecorder::record,
            Qt::DirectConnection);

    connect(this, &Session::openRequested, m_client, &CanalClient::open);
    connect(this, &Session::leaveRequested, m_client, &CanalClient::leave);
    connect(this, &Session::holdRequested, m_client, &CanalClient::hold);
    connect(this, &Session::releaseRequested, m_client, &CanalClient::release);
    connect(this, &Session::ackRequested, m_client, &CanalClient::ack);
    connect(this, &Session::rollbackRequested, m_client, &CanalClient::rollbackAll);
    connect(this, &Session::releaseRowsRequested, m_recorder, &BatchRecorder::releaseRows);

    connect(m_client, &CanalClient::stateChanged, this, &Session::onStateChanged);
    connect(m_client, &CanalClient::holdsChanged, this, &Session::onHoldsChanged);
    connect(m_client, &CanalClient::connectionStarted, this, &Session::onConnectionStarted);
    connect(m_client, &CanalClient::connectionEnded, &m_ledger, &BatchLedger::connectionLost);
    connect(m_recorder, &BatchRecorder::stored, this, &Session::onBatchStored);
    connect(m_client, &CanalClient::polled, this, &Session::polled);
    connect(m_client, &CanalClient::getUnanswered, this, &Session::getUnanswered);
    connect(m_client, &CanalClient::ackSent, &m_ledger, &BatchLedger::markAckSent);
    connect(m_client, &CanalClient::ackConfirmed, &m_ledger, &BatchLedger::markConfirmed);
    connect(m_client, &CanalClient::ackFailed, this, &Session::onAckFailed);
    connect(m_client, &CanalClient::rolledBack, &m_ledger, &BatchLedger::rollbackAll);
    connect(m_client, &CanalClient::failed, this, &Session::failed);
    connect(m_client, &CanalClient::retryScheduled, this, &Session::retryScheduled);
    connect(m_client, &CanalClient::left, this, &Session::left);
}

void Session::open() { emit openRequested({}); }

void Session::leave(Leave how) { emit leaveRequested(how, {}); }

void Session::setPaused(bool paused)
{
    if (paused)
        emit holdRequested(FetchHold::User, {});
    else
        emit releaseRequested(FetchHold::User, {});
}

void Session::ackUpTo(quint32 batchIndex)
{
    const auto ids = m_ledger.ackUpTo(batchIndex);
    if (!ids)
        return;
    const auto epoch = m_ledger.at(batchIndex).epoch;
    for (const auto id : *ids) {
        emit ackRequested(epoch, id, {});
        m_ledger.markAckSent(epoch, id); // so that a second click means the next batch
    }
}

void Session::rollbackAll() { emit rollbackRequested({}); }

void Session::releaseRows(RowId before) { emit releaseRowsRequested(before, {}); }

void Session::onStateChanged(ClientState state)
{
    m_state = state;
    emit stateChanged(state);
}

void Session::onHoldsChanged(FetchHolds holds)
{
    m_holds = holds;
    emit holdsChanged(holds);
}

void Session::onConnectionStarted(Epoch epoch) { m_epoch = epoch; }

void Session::onBatchStored(const BatchEntry &batch) { emit batchStored(m_ledger.add(batch)); }

void Session::onAckFailed(Epoch epoch, BatchId id, const ClientError &error)
{
    const auto line = recogniseServerError(error.serverCode, error.detail).firstLine;
    m_ledger.markFailed(epoch, id, line);
    for (quint32 i = m_ledger.size(); i > 0; --i) {
        const auto &batch = m_ledger.at(i - 1);
        if (batch.epoch == epoch && batch.id == id)
            return emit ackFailed(i - 1, error);
    }
}

} // namespace canal
