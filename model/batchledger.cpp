// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/batchledger.h"

#include <algorithm>

namespace canal {

quint32 BatchLedger::add(BatchEntry batch)
{
    const auto index = size();
    Q_ASSERT(batch.state == BatchState::Unacked);
    ++m_unacked;
    m_unackedBytes += batch.bytes;
    m_unackedEntries += batch.entries;
    m_batches.push_back(std::move(batch));
    emit batchAdded(index);
    return index;
}

void BatchLedger::clear()
{
    m_batches.clear();
    m_firstOpen = 0;
    m_unacked = 0;
    m_unackedBytes = 0;
    m_unackedEntries = 0;
    emit cleared();
}

std::optional<quint32> BatchLedger::batchOfRow(RowId row) const
{
    const auto after = std::ranges::upper_bound(m_batches, row, {}, &BatchEntry::firstRow);
    for (auto index = static_cast<quint32>(after - m_batches.begin()); index > 0; --index) {
        const auto &batch = m_batches[index - 1];
        if (raw(row) < raw(batch.firstRow) + batch.rows)
            return index - 1;
        if (batch.rows > 0)
            break;
    }
    return {};
}

std::optional<quint32> BatchLedger::oldestUnacked() const
{
    for (auto i = m_firstOpen; i < size(); ++i)
        if (m_batches[i].state == BatchState::Unacked)
            return i;
    return {};
}

std::optional<quint32> BatchLedger::find(Epoch epoch, BatchId id) const
{
    for (auto i = m_firstOpen; i < size(); ++i)
        if (m_batches[i].epoch == epoch && m_batches[i].id == id)
            return i;
    return {};
}

Result<std::vector<BatchId>, LedgerError> BatchLedger::ackUpTo(quint32 index) const
{
    if (index >= size() || m_batches[index].epoch != m_batches.back().epoch)
        return Failure { LedgerError::UnknownBatch };
    if (m_batches[index].state != BatchState::Unacked)
        return Failure { LedgerError::AlreadySettled };
    std::vector<BatchId> ids;
    for (auto i = m_firstOpen; i <= index; ++i)
        if (m_batches[i].state == BatchState::Unacked)
            ids.push_back(m_batches[i].id);
    return ids;
}

void BatchLedger::setState(quint32 index, BatchState state)
{
    auto &batch = m_batches[index];
    if (batch.state == BatchState::Unacked) {
        --m_unacked;
        m_unackedBytes -= batch.bytes;
        m_unackedEntries -= batch.entries;
    }
    batch.state = state;
    const auto isOpen = [](const BatchEntry &entry) {
        return entry.state == BatchState::Unacked || entry.state == BatchState::AckSent;
    };
    while (m_firstOpen < size() && !isOpen(m_batches[m_firstOpen]))
        ++m_firstOpen;
}

void BatchLedger::markAckSent(Epoch epoch, BatchId id)
{
    const auto index = find(epoch, id);
    if (!index || m_batches[*index].state != BatchState::Unacked)
        return;
    setState(*index, BatchState::AckSent);
    emit statesChanged(*index, *index);
}

void BatchLedger::markConfirmed(Epoch epoch, BatchId id)
{
    const auto index = find(epoch, id);
    if (!index || m_batches[*index].state != BatchState::AckSent)
        return;
    setState(*index, BatchState::Confirmed);
    emit statesChanged(*index, *index);
}

std::optional<quint32> BatchLedger::markFailed(Epoch epoch, BatchId id, const QString &error)
{
    const auto index = find(epoch, id);
    if (!index)
        return {};
    m_batches[*index].error = error;
    setState(*index, BatchState::Failed);
    emit statesChanged(*index, *index);
    return index;
}

void BatchLedger::rollbackAll(Epoch epoch) { settleAll(epoch, BatchState::RolledBack, false); }

void BatchLedger::connectionLost(Epoch epoch) { settleAll(epoch, BatchState::Lost, true); }

void BatchLedger::settleAll(Epoch epoch, BatchState state, bool alsoAckSent)
{
    std::optional<quint32> first;
    quint32 last = 0;
    for (auto i = m_firstOpen; i < size(); ++i) {
        const auto &batch = m_batches[i];
        const bool open = batch.state == BatchState::Unacked
            || (alsoAckSent && batch.state == BatchState::AckSent);
        if (batch.epoch != epoch || !open)
            continue;
        setState(i, state);
        first = first.value_or(i);
        last = i;
    }
    if (first)
        emit statesChanged(*first, last);
}

} // namespace canal
