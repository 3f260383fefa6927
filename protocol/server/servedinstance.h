// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/binlog.h"
#include "protocol/server/clientmeta.h"
#include "protocol/server/tablefilter.h"
#include "protocol/server/transactionbuffer.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>
#include <variant>

namespace canal::server {

struct DestinationConfig
{
    QByteArray name = QByteArrayLiteral("example");
    RingConfig ring = {};
    qsizetype transactionSize = 1024; // canal.instance.transaction.size: entries of one put
    QByteArray filter = {}; // canal.instance.filter.regex; empty: everything
    // How much acked history is kept for a restart, or for the cursor of a client that is far
    // behind; like a database that purges old binlogs.
    qint64 historyBytes = qint64(32) * 1024 * 1024;
};

// How long a GET may wait until its batch is full (protocol.md 2.3).
struct AtOnce
{
};
struct Forever
{
};
using Patience = std::variant<AtOnce, Forever, std::chrono::milliseconds>;

struct GivenBatch
{
    BatchId id = noBatch;
    std::vector<EventPtr> events;
};
struct Nothing // no row for a GET; silent success of a rollback
{
};
using CallResult = std::variant<Nothing, GivenBatch, JavaException>;
using CallDone = std::function<void(const CallResult &)>;

// One destination of the server: store, clients' records, filter and the binlog behind it, put
// together as CanalServerWithEmbedded does. GET and rollback take turns (they hold the instance's
// monitor): while a GET waits, all others of the destination wait with it, acks do not (S3). `done`
// is called once, now or later, from this thread; never after restart() or destruction.
class ServedInstance : public QObject
{
    Q_OBJECT

public:
    explicit ServedInstance(DestinationConfig config, QObject *parent = nullptr);
    ~ServedInstance() override;

    const QByteArray &name() const { return m_config.name; }

    // What the database writes: whole Entry messages in binlog order. They reach the store in whole
    // transactions, filtered; what the full store refuses waits in memory, so look at isBlocked().
    // False, and nothing is taken, when one of them is no Entry.
    bool append(const QByteArrayList &entries);
    bool isBlocked() const { return !m_chunk.empty(); } // something waits for room in the store
    const EventRing &store() const { return m_ring; }
    const Binlog &binlog() const { return m_binlog; }

    void subscribe(const ClientIdentity &client);
    void unsubscribe(const ClientIdentity &client);
    void get(const ClientIdentity &client, qint32 batchSize, Patience patience, CallDone done);
    Result<Ok, JavaException> ack(const ClientIdentity &client, BatchId batch);
    void rollback(const ClientIdentity &client, BatchId batch, CallDone done); // 0: all

    // kill -9 and start: batches and what waits are gone, the store is filled anew from the lowest
    // cursor of the subscriptions (S7). Without any cursor nothing that is un-acked is lost either,
    // as if the instance had a start position configured.
    void restart();

private:
    struct Call
    {
        ClientIdentity client;
        CallDone done;
        std::variant<qint32, BatchId> what; // batch size of a GET, or id of a rollback
        Patience patience = AtOnce {};
    };

    Result<Ok, JavaException> checkSubscribed(const ClientIdentity &client) const;
    void enqueue(Call call);
    void runCalls();
    void start(Call call);
    CallResult take(const Call &call);
    CallResult rollBack(const Call &call);
    void finishWaiting();
    void wakeIfFilled();
    void parse();
    bool parseNext();
    void applyFilter(const QByteArray &filter);
    void trimBinlog();
    qint64 oldestUnacked() const;

    const DestinationConfig m_config;
    EventRing m_ring;
    ClientMeta m_meta;
    TableFilter m_filter;
    Binlog m_binlog;
    qint64 m_parsed = 0; // number of the next entry to parse
    TransactionBuffer m_transactions;
    Chunk m_chunk; // refused by the store
    std::deque<Call> m_calls; // wait for the monitor, the next one first
    std::vector<Call> m_lateCalls; // have come since, the last one first in turn
    std::optional<Call> m_waiting; // a GET that holds the monitor
    QTimer m_patience;
    bool m_running = false; // in runCalls()
};

} // namespace canal::server
