// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/binlog.h"

#include <algorithm>
#include <vector>

namespace canal::server {

bool Binlog::append(const QByteArrayList &entries)
{
    std::vector<StoredEvent> events;
    events.reserve(static_cast<std::size_t>(entries.size()));
    for (const auto &entry : entries) {
        auto event = readEvent(entry);
        if (!event)
            return false;
        events.push_back(std::move(*event));
    }
    for (auto &event : events)
        add(std::move(event));
    return true;
}

// A parser cannot start in the middle of a transaction's rows: it goes back to where the
// transaction began. It can start at any other entry, an END included (S7).
void Binlog::add(StoredEvent &&event)
{
    const auto number = end();
    const bool isRow = event.type == EntryType::RowData && event.isDml();
    if (event.type == EntryType::TransactionBegin)
        m_transactionStart = number;
    event.position.restartAt = isRow ? m_transactionStart : number;
    if (event.type == EntryType::TransactionEnd || event.isDdl())
        m_transactionStart = number + 1;
    if (!m_events.empty() && m_events.back()->position.journal == event.position.journal)
        event.position.journal = m_events.back()->position.journal; // share the text
    m_bytes += event.size;
    m_events.push_back(std::make_shared<const StoredEvent>(std::move(event)));
}

const EventPtr &Binlog::at(qint64 number) const
{
    return m_events[static_cast<std::size_t>(number - m_first)];
}

void Binlog::dropFirst()
{
    m_bytes -= m_events.front()->size;
    m_events.pop_front();
    ++m_first;
}

void Binlog::dropBefore(qint64 number)
{
    const auto last = std::min(number, end());
    while (m_first < last)
        dropFirst();
}

void Binlog::shrink(qint64 bytes, qint64 number)
{
    const auto last = std::min(number, end());
    while (m_first < last && m_bytes > bytes)
        dropFirst();
}

} // namespace canal::server
