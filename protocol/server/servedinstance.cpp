// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/servedinstance.h"

#include <QScopedValueRollback>

#include <algorithm>
#include <iterator>
#include <limits>
#include <utility>

namespace canal::server {

ServedInstance::ServedInstance(DestinationConfig config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_ring(m_config.ring)
    , m_filter(m_config.filter)
    , m_transactions(std::clamp<qsizetype>(m_config.transactionSize, 1, m_config.ring.events))
    , m_patience(this)
{
    m_patience.setSingleShot(true);
    m_patience.setTimerType(Qt::PreciseTimer);
    connect(&m_patience, &QTimer::timeout, this, &ServedInstance::finishWaiting);
}

ServedInstance::~ServedInstance() = default;

// ---- what the database writes

bool ServedInstance::append(const QByteArrayList &entries)
{
    if (!m_binlog.append(entries))
        return false;
    parse();
    return true;
}

void ServedInstance::parse()
{
    do {
        if (!m_chunk.empty() && !m_ring.tryPut(m_chunk))
            return;
        m_chunk.clear();
        wakeIfFilled();
    } while (parseNext());
}

// The next chunk for the store into m_chunk; false when the parser has nothing more.
bool ServedInstance::parseNext()
{
    while (m_transactions.isEmpty()) {
        if (m_parsed == m_binlog.end())
            return false;
        const auto &event = m_binlog.at(m_parsed);
        if (event->isFiltered()) {
            if (!m_filter.isValid())
                return false;
            if (!m_filter.accepts(event->tableName)) {
                ++m_parsed;
                continue;
            }
        }
        ++m_parsed;
        m_transactions.add(event);
    }
    m_chunk = m_transactions.takeFirst();
    return true;
}

void ServedInstance::applyFilter(const QByteArray &filter)
{
    if (!filter.isEmpty()) // "" leaves the one that is in force (R2)
        m_filter = TableFilter(filter);
}

// Number of the first entry that no client has acked.
qint64 ServedInstance::oldestUnacked() const
{
    auto oldest = m_ring.oldestUnacked();
    if (!oldest && !m_chunk.empty())
        oldest = m_chunk.front();
    if (!oldest)
        oldest = m_transactions.oldest();
    return oldest ? oldest->position.restartAt : m_parsed;
}

void ServedInstance::trimBinlog()
{
    const auto unacked = oldestUnacked();
    if (const auto cursor = m_meta.savedMinimum())
        m_binlog.dropBefore(std::min(unacked, cursor->restartAt));
    m_binlog.shrink(m_config.historyBytes, unacked);
}

// ---- what clients ask

void ServedInstance::subscribe(const ClientIdentity &client)
{
    m_meta.subscribe(client.clientId, client.filter.value_or(QByteArray()));
    if (!m_meta.cursor(client.clientId))
        if (const auto first = m_ring.firstPosition())
            m_meta.moveCursor(client.clientId, *first);
    applyFilter(client.filter.value_or(QByteArray()));
    parse(); // a valid filter heals a parser that an invalid one had stopped (S4)
}

void ServedInstance::unsubscribe(const ClientIdentity &client)
{
    m_meta.unsubscribe(client.clientId);
    trimBinlog();
}

Result<Ok, JavaException> ServedInstance::checkSubscribed(const ClientIdentity &client) const
{
    if (m_meta.isSubscribed(client.clientId))
        return Ok {};
    return Failure { serverException("ClientIdentity:" + client.toText()
                                     + " should subscribe first") };
}

Result<Ok, JavaException> ServedInstance::ack(const ClientIdentity &client, BatchId batch)
{
    if (auto subscribed = checkSubscribed(client); !subscribed)
        return subscribed;
    const auto removed = m_meta.removeBatch(client.clientId, batch);
    if (!removed)
        return Failure { removed.error() };
    if (!*removed)
        return Failure { serverException(
            "ack error , clientId:" + QByteArray::number(client.clientId)
            + " batchId:" + QByteArray::number(raw(batch)) + " is not exist , please check") };
    const auto &range = **removed;
    if (range.ack)
        m_meta.moveCursor(client.clientId, *range.ack);
    auto acked = m_ring.ack(range);
    trimBinlog();
    parse();
    return acked;
}

void ServedInstance::get(const ClientIdentity &client, qint32 batchSize, Patience patience,
                         CallDone done)
{
    if (const auto subscribed = checkSubscribed(client); !subscribed)
        return done(subscribed.error());
    enqueue({ client, std::move(done), batchSize, patience });
}

void ServedInstance::rollback(const ClientIdentity &client, BatchId batch, CallDone done)
{
    if (!m_meta.isSubscribed(client.clientId))
        return done(Nothing {}); // Canal's clients roll back before they subscribe
    enqueue({ client, std::move(done), batch });
}

// ---- the monitor

void ServedInstance::enqueue(Call call)
{
    m_lateCalls.push_back(std::move(call));
    runCalls();
}

// Who comes next is what HotSpot's monitors do: those who came while it was held, the latest first;
// then those who have come since. A call that is done may lead to the next one of its client.
void ServedInstance::runCalls()
{
    if (m_running)
        return;
    const QScopedValueRollback running(m_running, true);
    while (!m_waiting && !(m_calls.empty() && m_lateCalls.empty())) {
        if (m_calls.empty()) {
            std::move(m_lateCalls.rbegin(), m_lateCalls.rend(), std::back_inserter(m_calls));
            m_lateCalls.clear();
        }
        auto call = std::move(m_calls.front());
        m_calls.pop_front();
        start(std::move(call));
    }
    parse(); // a read pointer that a rollback(id) left behind the acks frees room when it moves
}

void ServedInstance::start(Call call)
{
    const auto *const size = std::get_if<qint32>(&call.what);
    if (!size)
        return call.done(rollBack(call));
    if (std::holds_alternative<AtOnce>(call.patience) || m_ring.hasBatch(*size))
        return call.done(take(call));
    if (const auto *const wait = std::get_if<std::chrono::milliseconds>(&call.patience))
        m_patience.start(
            std::min(*wait, std::chrono::milliseconds(std::numeric_limits<int>::max())));
    m_waiting = std::move(call);
}

CallResult ServedInstance::take(const Call &call)
{
    auto fetched = m_ring.get(std::get<qint32>(call.what));
    if (!fetched)
        return std::holds_alternative<AtOnce>(call.patience) ? fetched.error()
                                                             : wrapped(fetched.error());
    if (!*fetched)
        return Nothing {};
    const auto &batch = **fetched;
    const auto id = m_meta.addBatch(call.client.clientId, batch.range);
    if (batch.hasLostEntry) // found out when the answer is written: the batch stays
        return nullPointer("com.google.protobuf.ByteString.size()", "value");
    return GivenBatch { id, batch.events };
}

CallResult ServedInstance::rollBack(const Call &call)
{
    const auto client = call.client.clientId;
    const auto batch = std::get<BatchId>(call.what);
    if (raw(batch) == 0) {
        m_meta.clearBatches(client);
    } else {
        const auto removed = m_meta.removeBatch(client, batch);
        if (!removed)
            return removed.error();
        if (!*removed)
            return serverException("rollback error, clientId:" + QByteArray::number(client)
                                   + " batchId:" + QByteArray::number(raw(batch))
                                   + " is not exist , please check");
    }
    m_ring.rollback(); // the whole store, whatever the id: Canal's way (R7, S6)
    return Nothing {};
}

// Queued, as another thread would wake up: whoever puts is not in the middle of a client's call.
void ServedInstance::wakeIfFilled()
{
    if (m_waiting && m_ring.hasBatch(std::get<qint32>(m_waiting->what)))
        QMetaObject::invokeMethod(this, &ServedInstance::finishWaiting, Qt::QueuedConnection);
}

void ServedInstance::finishWaiting()
{
    const bool timedOut = m_waiting && !m_patience.isActive()
        && std::holds_alternative<std::chrono::milliseconds>(m_waiting->patience);
    if (!m_waiting || !(timedOut || m_ring.hasBatch(std::get<qint32>(m_waiting->what))))
        return; // woken twice
    m_patience.stop();
    const auto call = std::exchange(m_waiting, {});
    {
        const QScopedValueRollback running(m_running, true); // those who wait already come first
        call->done(take(*call));
    }
    runCalls();
}

void ServedInstance::restart()
{
    m_calls.clear();
    m_lateCalls.clear();
    m_waiting.reset();
    m_patience.stop();
    const auto unacked = oldestUnacked();
    m_meta.restart();
    const auto cursor = m_meta.savedMinimum();
    m_ring.clear();
    m_filter = TableFilter(m_config.filter);
    for (const auto &filter : m_meta.savedFilters())
        applyFilter(filter);
    m_chunk.clear();
    m_transactions.reset();
    m_parsed = std::max(m_binlog.first(), cursor ? cursor->restartAt : unacked);
    parse();
}

} // namespace canal::server
