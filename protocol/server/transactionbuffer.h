// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/storedevent.h"

#include <deque>
#include <vector>

namespace canal::server {

// What the store takes or refuses as a whole.
using Chunk = std::vector<EventPtr>;

// Parsed events in, chunks for the store out: whole transactions, cut at `size` entries, as
// EventTransactionBuffer cuts them; chunks without a row are dropped but for one in five seconds of
// the binlog's time, as EntryEventSink does (protocol.md 2.6). An unfinished transaction stays in
// here until its END comes. Any one thread.
class TransactionBuffer
{
public:
    explicit TransactionBuffer(qsizetype size);

    void add(const EventPtr &event);
    bool isEmpty() const { return m_chunks.empty(); }
    Chunk takeFirst();
    EventPtr oldest() const; // of what is in here; null when nothing is
    void reset();

private:
    void flush();
    bool isWorthSending();

    const qsizetype m_size;
    Chunk m_open;
    std::deque<Chunk> m_chunks;
    qint64 m_lastEmptyMs = 0; // time of the last chunk without a row that was let through
    qint64 m_emptySince = 0; // chunks dropped since
};

} // namespace canal::server
