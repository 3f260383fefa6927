// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"
#include "protocol/server/javaexception.h"
#include "protocol/server/storedevent.h"

#include <optional>
#include <vector>

namespace canal::server {

enum class BatchMode {
    MemSize, // a batch is counted in memory units, Canal's default
    ItemSize, // in entries
};

// canal.instance.memory.*: what one destination buffers.
struct RingConfig
{
    qint32 events = 16 * 1024; // a power of two
    qint32 memUnit = 1024; // bytes; with MemSize the store is full at events x memUnit
    BatchMode mode = BatchMode::MemSize;
    bool ddlIsolation = false; // a DDL is always alone in its batch
    QByteArray database = QByteArrayLiteral("/127.0.0.1:3306"); // for error texts
};

// What the server remembers of a batch it gave out.
struct PositionRange
{
    LogPosition start;
    LogPosition end;
    std::optional<LogPosition> ack; // where the ack moves the cursor; a batch may have none
    qint64 endSequence = -1;
};

struct FetchedBatch
{
    std::vector<EventPtr> events;
    PositionRange range;
    // An event whose bytes are gone: it was acked while the read pointer stood before it (S6).
    bool hasLostEntry = false;
};

// One destination's store: a ring of events with ONE put, get and ack pointer for all clients,
// with the rules - and the faults - of MemoryEventStoreWithBuffer (protocol.md 2.3-2.5). Pure: no
// clock, no signals; whoever waits asks hasBatch() again. Any one thread.
class EventRing
{
public:
    explicit EventRing(const RingConfig &config);
    void clear(); // as new

    // All of them or none, when the store is full. What is already there decides, not the size of
    // what comes: the last put may go over the memory limit.
    bool tryPut(const std::vector<EventPtr> &events);

    // Would a GET that waits for `batchSize` (units or entries) go on?
    bool hasBatch(qint32 batchSize) const;

    // The next batch, as much as there is; nullopt when nothing is there.
    Result<std::optional<FetchedBatch>, JavaException> get(qint32 batchSize);

    Result<Ok, JavaException> ack(const PositionRange &range);
    void rollback(); // everything not acked will be read again, by whomever

    // Where a new client's cursor starts: just after the last ack; nullopt while nothing came.
    std::optional<LogPosition> firstPosition() const;

    // The oldest event not acked; null when there is none.
    EventPtr oldestUnacked() const;

    qint64 putSequence() const { return m_put; }
    qint64 getSequence() const { return m_get; }
    qint64 ackSequence() const { return m_ack; }
    qint64 heldBytes() const { return m_putBytes - m_ackBytes; } // MemSize only
    qint64 heldEvents() const { return m_put - m_ack; }

private:
    EventPtr &slotAt(qint64 sequence);
    const EventPtr &slotAt(qint64 sequence) const;
    bool hasRoom(qsizetype count) const;
    Result<Ok, JavaException> collectByItems(qint32 batchSize, FetchedBatch &batch) const;
    Result<Ok, JavaException> collectByMemory(qint32 batchSize, FetchedBatch &batch,
                                              qint64 &bytes) const;
    bool takeUnlessIsolated(qint64 sequence, FetchedBatch &batch) const;
    void release(qint64 upTo, qint64 bytes);
    static void describe(FetchedBatch &batch);

    const RingConfig m_config;
    std::vector<EventPtr> m_slots;
    qint64 m_put = -1; // sequence of the last event put, read, acked
    qint64 m_get = -1;
    qint64 m_ack = -1;
    qint64 m_putBytes = 0;
    qint64 m_getBytes = 0;
    qint64 m_ackBytes = 0;
};

} // namespace canal::server
