// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/transactionbuffer.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace canal::server {

static constexpr qint64 emptyIntervalMs = 5'000;
static constexpr qint64 emptyThreshold = 8'192;

TransactionBuffer::TransactionBuffer(qsizetype size)
    : m_size(size)
{ }

void TransactionBuffer::add(const EventPtr &event)
{
    const bool begins = event->type == EntryType::TransactionBegin;
    const bool ends = event->type == EntryType::TransactionEnd;
    const bool isRow = event->type == EntryType::RowData;
    if (event->type == EntryType::Heartbeat && !m_open.empty()) // it is never delivered itself
        m_chunks.push_back(std::exchange(m_open, {}));
    if (!begins && !ends && !isRow)
        return;
    if (begins)
        flush();
    if (static_cast<qsizetype>(m_open.size()) == m_size)
        flush();
    m_open.push_back(event);
    if (ends || (isRow && !event->isDml()))
        flush();
}

void TransactionBuffer::flush()
{
    if (m_open.empty())
        return;
    if (isWorthSending())
        m_chunks.push_back(std::move(m_open));
    m_open.clear();
}

bool TransactionBuffer::isWorthSending()
{
    const auto hasRow = std::any_of(m_open.begin(), m_open.end(), [](const EventPtr &event) {
        return event->type == EntryType::RowData;
    });
    if (hasRow)
        return true;
    const auto now = m_open.front()->position.timestampMs;
    if (std::abs(now - m_lastEmptyMs) <= emptyIntervalMs && ++m_emptySince <= emptyThreshold)
        return false;
    m_emptySince = 0;
    m_lastEmptyMs = now;
    return true;
}

Chunk TransactionBuffer::takeFirst()
{
    auto chunk = std::move(m_chunks.front());
    m_chunks.pop_front();
    return chunk;
}

EventPtr TransactionBuffer::oldest() const
{
    if (!m_chunks.empty())
        return m_chunks.front().front();
    return m_open.empty() ? EventPtr() : m_open.front();
}

void TransactionBuffer::reset()
{
    m_open.clear();
    m_chunks.clear();
    m_lastEmptyMs = 0;
    m_emptySince = 0;
}

} // namespace canal::server
