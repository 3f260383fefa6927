// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/mailbox.h"
#include "model/batchledger.h"
#include "model/eventstore.h"
#include "protocol/canalclient.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <variant>

namespace canal {

// What a session tells its network thread to do.
struct OpenCommand
{
};
struct LeaveCommand
{
    Leave how;
};
struct HoldCommand
{
    FetchHold reason;
    bool on;
};
struct AckCommand
{
    Epoch epoch;
    BatchId batch;
};
struct RollbackCommand
{
};
struct ReleaseRowsCommand
{
    RowId before;
};
using NetworkCommand = std::variant<OpenCommand, LeaveCommand, HoldCommand, AckCommand,
                                    RollbackCommand, ReleaseRowsCommand>;

// What happened there.
struct ConnectionStarted
{
    Epoch epoch;
};
struct ConnectionEnded
{
    Epoch epoch;
};
struct Polled
{
};
struct GetUnanswered
{
};
// A batch came and is in the store; goes before its BatchEntry.
struct BatchArrival
{
    std::chrono::steady_clock::time_point at; // before it was looked at
    qint64 wireBytes = 0; // of its whole frame, the length in front included
    qint64 storeBytes = 0; // held by the store, with this batch
};
struct AckReport
{
    enum class What { Sent, Confirmed, Failed };

    What what;
    Epoch epoch;
    BatchId batch;
    ClientError error; // Failed
    std::chrono::steady_clock::time_point at = {}; // Sent
};
struct RolledBack
{
    Epoch epoch;
};
struct RetryScheduled
{
    int inMs;
};
struct Left
{
    Departure how;
};
using NetworkReport = std::variant<ClientState, FetchHolds, ConnectionStarted, ConnectionEnded,
                                   BatchArrival, BatchEntry, Polled, GetUnanswered, AckReport,
                                   RolledBack, ClientError, RetryScheduled, Left>;

// The client and what is done with each batch as it comes: it goes into the store, of which this is
// the only writer, and is acked if that is all there is to do. Lives in the network thread.
// Commands and reports cross in mailboxes, so that ThreadSanitizer sees the whole way.
class NetworkWorker : public QObject
{
    Q_OBJECT

public:
    struct Mail
    {
        Mailbox<NetworkCommand> commands; // in; after the first one obey() is to be called
        Mailbox<NetworkReport> reports; // out
    };

    // The store and the mail must outlive it.
    NetworkWorker(const ClientConfig &config, EventStore &store, Mail &mail, bool acksWhatIsStored,
                  std::size_t memoryCap);
    ~NetworkWorker() override;

public slots:
    void obey();

signals:
    void reported(); // there are reports again

private:
    void report(NetworkReport report);
    void connectClient();
    void record(Epoch epoch, const Messages &messages);
    void holdAtCap();

    CanalClient m_client;
    EventStore &m_store;
    Mail &m_mail;
    const bool m_acksWhatIsStored;
    const std::size_t m_memoryCap;
    bool m_full = false;
    QTimer m_lookAgain; // while full: the store frees memory on its own
};

} // namespace canal
