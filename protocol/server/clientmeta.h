// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"
#include "protocol/server/eventring.h"

#include <QByteArray>

#include <map>
#include <optional>
#include <vector>

namespace canal::server {

// Who asks, as Canal's ClientIdentity: equal when destination and id are.
struct ClientIdentity
{
    QByteArray destination;
    qint16 clientId = 0;
    std::optional<QByteArray> filter; // only SUBSCRIBE and UNSUBSCRIBE carry one

    QByteArray toText() const; // as error messages show it
};

// What one destination remembers of its clients: subscriptions, cursors, batches not yet acked.
// Rules of Canal's MemoryMetaManager, and of FileMixedMetaManager for what survives a restart
// (protocol.md 2.2-2.4, S28). Any one thread.
class ClientMeta
{
public:
    void subscribe(qint16 client, const QByteArray &filter); // again: moves to the end of the list
    void unsubscribe(qint16 client); // its cursor and its batches stay
    bool isSubscribed(qint16 client) const;

    std::optional<LogPosition> cursor(qint16 client) const;
    void moveCursor(qint16 client, const LogPosition &position);

    BatchId addBatch(qint16 client, const PositionRange &range); // ids from 1, for each client
    // nullopt: no such batch. An exception when it is not the oldest of the client's.
    Result<std::optional<PositionRange>, JavaException> removeBatch(qint16 client, BatchId batch);
    void clearBatches(qint16 client);

    // As written to meta.dat: what a restarted server knows.
    std::optional<LogPosition> savedMinimum() const; // where its parser starts
    std::vector<QByteArray> savedFilters() const; // in the order they are applied
    void restart();

private:
    struct Subscription
    {
        qint16 client;
        QByteArray filter;
        std::optional<LogPosition> cursor; // filled in what is saved only
    };
    struct Batches
    {
        std::map<qint64, PositionRange> open;
        qint64 nextId = 1;
    };
    using Subscriptions = std::vector<Subscription>;

    Subscriptions::const_iterator find(qint16 client) const;
    void save();

    Subscriptions m_subscriptions;
    std::map<qint16, LogPosition> m_cursors;
    std::map<qint16, Batches> m_batches;
    Subscriptions m_saved;
};

} // namespace canal::server
