// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/storedevent.h"

#include <QByteArrayList>

#include <deque>

namespace canal::server {

// What the database behind a destination would still have: every entry from the oldest one that a
// restarted parser might need. Entries are numbered from 0 for ever. Any one thread.
class Binlog
{
public:
    // False, and nothing is added, when one of them is no Entry.
    bool append(const QByteArrayList &entries);

    qint64 first() const { return m_first; } // number of the oldest kept
    qint64 end() const { return m_first + static_cast<qint64>(m_events.size()); }
    qint64 bytes() const { return m_bytes; }
    const EventPtr &at(qint64 number) const;

    void dropBefore(qint64 number);
    // Drops the oldest, but nothing from `number` on, while more than `bytes` are kept.
    void shrink(qint64 bytes, qint64 number);

private:
    void add(StoredEvent &&event);
    void dropFirst();

    std::deque<EventPtr> m_events;
    qint64 m_first = 0;
    qint64 m_bytes = 0;
    qint64 m_transactionStart = 0; // of the transaction that the last entry belongs to
};

} // namespace canal::server
