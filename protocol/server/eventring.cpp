// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/eventring.h"

#include <algorithm>

namespace canal::server {
namespace {

// Java's int multiplication: it wraps, which is why a fetch size over 2,097,151 KB is an error.
qint32 javaProduct(qint32 a, qint32 b)
{
    return static_cast<qint32>(static_cast<quint32>(a) * static_cast<quint32>(b));
}

JavaException missingEvent(const QByteArray &method)
{
    return nullPointer("com.alibaba.otter.canal.store.model.Event." + method + "()", "event");
}

bool isAt(const StoredEvent &event, const LogPosition &position)
{
    return event.position.timestampMs == position.timestampMs
        && event.position.offset == position.offset && event.position.journal == position.journal;
}

} // namespace

EventRing::EventRing(const RingConfig &config)
    : m_config(config)
    , m_slots(static_cast<std::size_t>(config.events))
{ }

void EventRing::clear()
{
    std::fill(m_slots.begin(), m_slots.end(), EventPtr());
    m_put = m_get = m_ack = -1;
    m_putBytes = m_getBytes = m_ackBytes = 0;
}

EventPtr &EventRing::slotAt(qint64 sequence)
{
    return m_slots[static_cast<std::size_t>(sequence) & (m_slots.size() - 1)];
}

const EventPtr &EventRing::slotAt(qint64 sequence) const
{
    return m_slots[static_cast<std::size_t>(sequence) & (m_slots.size() - 1)];
}

bool EventRing::hasRoom(qsizetype count) const
{
    if (m_put + count - m_config.events > std::min(m_get, m_ack))
        return false;
    return m_config.mode == BatchMode::ItemSize
        || m_putBytes - m_ackBytes < javaProduct(m_config.events, m_config.memUnit);
}

bool EventRing::tryPut(const std::vector<EventPtr> &events)
{
    if (!hasRoom(static_cast<qsizetype>(events.size())))
        return false;
    for (const auto &event : events) {
        slotAt(++m_put) = event;
        if (m_config.mode == BatchMode::MemSize)
            m_putBytes += event->size;
    }
    return true;
}

bool EventRing::hasBatch(qint32 batchSize) const
{
    if (m_config.mode == BatchMode::ItemSize)
        return m_get < m_put && m_get + batchSize <= m_put;
    return m_putBytes - m_getBytes >= javaProduct(batchSize, m_config.memUnit);
}

// With DDL isolation a DDL ends the batch: alone, or before it. False: the batch is complete.
bool EventRing::takeUnlessIsolated(qint64 sequence, FetchedBatch &batch) const
{
    const auto &event = slotAt(sequence);
    const bool isolated = m_config.ddlIsolation && event->isDdl();
    if (isolated && !batch.events.empty()) {
        batch.range.endSequence = sequence - 1;
        return false;
    }
    batch.events.push_back(event);
    batch.hasLostEntry = batch.hasLostEntry || event->entry.isEmpty();
    batch.range.endSequence = sequence;
    return !isolated;
}

Result<Ok, JavaException> EventRing::collectByItems(qint32 batchSize, FetchedBatch &batch) const
{
    const auto last = std::min(m_get + batchSize, m_put);
    for (auto next = m_get + 1; next <= last; ++next)
        if (!takeUnlessIsolated(next, batch))
            break;
    return Ok {};
}

Result<Ok, JavaException> EventRing::collectByMemory(qint32 batchSize, FetchedBatch &batch,
                                                     qint64 &bytes) const
{
    const auto enough = javaProduct(batchSize, m_config.memUnit);
    for (auto next = m_get + 1; bytes <= enough && next <= m_put; ++next) {
        const auto &event = slotAt(next);
        if (!event)
            return Failure { missingEvent(m_config.ddlIsolation ? "getEventType"
                                                                : "getRawLength") };
        if (!takeUnlessIsolated(next, batch))
            break;
        bytes += event->size;
    }
    return Ok {};
}

Result<std::optional<FetchedBatch>, JavaException> EventRing::get(qint32 batchSize)
{
    if (m_get >= m_put)
        return std::optional<FetchedBatch>();
    FetchedBatch batch;
    qint64 bytes = 0;
    const auto collected = m_config.mode == BatchMode::ItemSize
        ? collectByItems(batchSize, batch)
        : collectByMemory(batchSize, batch, bytes);
    if (!collected)
        return Failure { collected.error() };
    if (batch.events.empty())
        return Failure { indexOutOfBounds() };
    describe(batch);
    m_get = batch.range.endSequence;
    m_getBytes += bytes;
    return std::optional(std::move(batch));
}

void EventRing::describe(FetchedBatch &batch)
{
    batch.range.start = batch.events.front()->position;
    batch.range.end = batch.events.back()->position;
    const auto last = std::find_if(batch.events.rbegin(), batch.events.rend(),
                                   [](const EventPtr &event) { return event->isMovableCursor(); });
    if (last != batch.events.rend())
        batch.range.ack = (*last)->position;
}

Result<Ok, JavaException> EventRing::ack(const PositionRange &range)
{
    const auto last = range.endSequence > 0 ? range.endSequence : m_get;
    qint64 bytes = 0;
    for (auto next = m_ack + 1; next <= last; ++next) {
        const auto &event = slotAt(next);
        if (!event)
            return Failure { missingEvent("getExecuteTime") };
        bytes += event->size;
        if (next == range.endSequence && isAt(*event, range.end)) {
            release(next, bytes);
            return Ok {};
        }
    }
    return Failure { storeException("no match ack position"
                                    + range.end.toText(m_config.database)) };
}

// MEMSIZE frees what is acked; ITEMSIZE leaves it until the ring comes round.
void EventRing::release(qint64 upTo, qint64 bytes)
{
    if (m_config.mode == BatchMode::MemSize) {
        m_ackBytes += bytes;
        for (auto index = m_ack + 1; index < upTo; ++index)
            slotAt(index).reset();
        slotAt(upTo) = withoutBytes(*slotAt(upTo)); // firstPosition() still needs it
    }
    m_ack = upTo;
}

void EventRing::rollback()
{
    m_get = m_ack;
    m_getBytes = m_ackBytes;
}

std::optional<LogPosition> EventRing::firstPosition() const
{
    if (m_ack == -1)
        return m_put == -1 ? std::nullopt : std::optional(slotAt(0)->position);
    // A full ring has put its newest event into this slot; Canal answers with that one, too.
    return slotAt(m_ack)->position;
}

EventPtr EventRing::oldestUnacked() const { return m_ack < m_put ? slotAt(m_ack + 1) : EventPtr(); }

} // namespace canal::server
