// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/batchledger.h"
#include "model/eventstore.h"
#include "protocol/canalclient.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace canal {

class BatchRecorder;

struct SessionOptions
{
    enum class AutoAck {
        WhenStored, // in AccessMode::Auto each batch is acked once it is in the store
        ByCaller, // the caller acks, once it has done with a batch what it must
    };

    AutoAck autoAck = AutoAck::WhenStored;
    std::size_t memoryCap = std::size_t(1) << 30; // bytes of the store; at it fetching pauses
};

// One connection's life: the client in its network thread, the store it fills, the ledger. The only
// place where protocol and model meet. Lives in the main thread; so do its signals.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(ClientConfig config, SessionOptions options = {}, QObject *parent = nullptr);
    ~Session() override; // drops the connection if it is still there; call leave() first

    const ClientConfig &config() const { return m_config; }
    const EventStore &store() const { return *m_store; }
    BatchLedger &ledger() { return m_ledger; }
    ClientState state() const { return m_state; }
    FetchHolds holds() const { return m_holds; }
    Epoch epoch() const { return m_epoch; }

public slots:
    void open(); // also "retry now"
    void leave(canal::Leave how); // ends with left()
    void setPaused(bool paused);
    void ackUpTo(quint32 batchIndex); // of the ledger, and all before it
    void rollbackAll();
    void releaseRows(canal::RowId before); // the store may forget them

signals:
    void stateChanged(canal::ClientState state);
    void holdsChanged(canal::FetchHolds holds);
    void batchStored(quint32 batchIndex); // it is in the store and in the ledger
    void polled(); // a GET was answered with nothing
    void getUnanswered();
    void failed(const canal::ClientError &error);
    void ackFailed(quint32 batchIndex, const canal::ClientError &error);
    void retryScheduled(int inMs);
    void left(canal::Departure how);

    // To the network thread.
    void openRequested(QPrivateSignal);
    void leaveRequested(canal::Leave how, QPrivateSignal);
    void holdRequested(canal::FetchHold reason, QPrivateSignal);
    void releaseRequested(canal::FetchHold reason, QPrivateSignal);
    void ackRequested(canal::Epoch epoch, canal::BatchId batch, QPrivateSignal);
    void rollbackRequested(QPrivateSignal);
    void releaseRowsRequested(canal::RowId before, QPrivateSignal);

private:
    void connectClient();
    void onStateChanged(canal::ClientState state);
    void onHoldsChanged(canal::FetchHolds holds);
    void onConnectionStarted(canal::Epoch epoch);
    void onBatchStored(const canal::BatchEntry &batch);
    void onAckFailed(canal::Epoch epoch, canal::BatchId id, const canal::ClientError &error);

    const ClientConfig m_config;
    std::unique_ptr<EventStore> m_store;
    BatchLedger m_ledger;
    QThread m_thread;
    CanalClient *m_client; // both live in m_thread and go with it
    BatchRecorder *m_recorder;
    ClientState m_state = ClientState::Idle;
    FetchHolds m_holds;
    Epoch m_epoch { 0 };
};

} // namespace canal

Q_DECLARE_METATYPE(canal::RowId)
