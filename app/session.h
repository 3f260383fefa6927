// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/networkworker.h"
#include "model/batchledger.h"
#include "model/eventstore.h"

#include <QObject>
#include <QThread>

#include <memory>

namespace canal {

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
    const BatchLedger &ledger() const { return m_ledger; }
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
    void batchArrived(const canal::BatchArrival &arrival); // batchStored() is next
    void batchStored(quint32 batchIndex); // it is in the store and in the ledger
    void polled(); // a GET was answered with nothing
    void getUnanswered();
    void failed(const canal::ClientError &error);
    void ackSent(std::chrono::steady_clock::time_point at);
    void ackFailed(quint32 batchIndex, const canal::ClientError &error);
    void retryScheduled(int inMs);
    void left(canal::Departure how);

    void commanded(QPrivateSignal); // to the worker

private:
    void post(const NetworkCommand &command);
    void takeReports();
    void take(const NetworkReport &report);
    void take(const AckReport &ack);

    const ClientConfig m_config;
    std::unique_ptr<EventStore> m_store;
    BatchLedger m_ledger;
    QThread m_thread;
    NetworkWorker::Mail m_mail;
    NetworkWorker *m_worker; // lives in m_thread and goes with it
    ClientState m_state = ClientState::Idle;
    FetchHolds m_holds;
    Epoch m_epoch { 0 };
};

} // namespace canal
