// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/batchrecorder.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace canal {

BatchRecorder::BatchRecorder(CanalClient &client, EventStore &store, bool acks,
                             std::size_t memoryCap)
    : m_client(client)
    , m_store(store)
    , m_acks(acks)
    , m_memoryCap(memoryCap)
{ }

void BatchRecorder::record(Epoch epoch, const Messages &messages)
{
    const auto appended = m_store.append(epoch, messages.batch, messages.entries);
    BatchEntry batch;
    batch.epoch = epoch;
    batch.id = messages.batch;
    batch.firstRow = appended.firstRow;
    batch.rows = appended.rows;
    batch.events = appended.events;
    batch.entries = static_cast<quint32>(messages.entries.size());
    batch.unreadable = appended.unreadable;
    for (const auto &entry : messages.entries)
        batch.bytes += static_cast<qint64>(entry.size());
    batch.receivedAtMs = QDateTime::currentMSecsSinceEpoch();
    emit stored(batch);
    holdAtCap();
    if (appended.unreadable > 0) // never acked: nothing is lost while nobody has understood it
        m_client.rejectBatch(
            appended.overLimit
                ? u"entry %1 of batch %2 has more rows or columns than allowed"_s
                      .arg(appended.firstUnreadable + 1)
                      .arg(raw(messages.batch))
                : u"entry %1 of batch %2 cannot be read"_s.arg(appended.firstUnreadable + 1)
                      .arg(raw(messages.batch)));
    else if (m_acks)
        m_client.ack(epoch, messages.batch);
}

void BatchRecorder::releaseRows(RowId before)
{
    m_store.release(before);
    holdAtCap();
}

void BatchRecorder::holdAtCap()
{
    const bool full = m_store.bytes() >= m_memoryCap;
    if (full == m_full)
        return;
    m_full = full;
    if (full)
        m_client.hold(FetchHold::StoreFull);
    else
        m_client.release(FetchHold::StoreFull);
}

} // namespace canal
