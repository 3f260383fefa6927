// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/batchstates.h"
#include "protocol/ids.h"
#include "protocol/result.h"

#include <QObject>
#include <QString>

#include <optional>
#include <vector>

namespace canal {

enum class LedgerError {
    UnknownBatch, // not of this connection
    AlreadySettled, // acked, rolled back or lost
};

// One batch as it was delivered. A redelivery is a batch of its own.
struct BatchEntry
{
    Epoch epoch { 0 };
    BatchId id = noBatch;
    RowId firstRow { 0 };
    quint32 rows = 0; // rows of the store
    quint32 events = 0; // lines of the CSV
    quint32 entries = 0;
    quint32 unreadable = 0; // entries that could not be read: the batch is never acked
    qint64 bytes = 0; // of its entries: what the server's store counts (S29)
    qint64 receivedAtMs = 0; // since the epoch, our clock
    BatchState state = BatchState::Unacked;
    QString error; // Failed: the server's first line
};

// What is known of every batch; a row's state is its batch's. Lives in the GUI thread. Batch ids
// mean something only within their connection's epoch, and the last added batch's epoch is the
// current one.
class BatchLedger : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    quint32 add(BatchEntry batch);
    void clear();

    quint32 size() const { return static_cast<quint32>(m_batches.size()); }
    const BatchEntry &at(quint32 index) const { return m_batches[index]; }
    // The batch that a row of the store came with.
    std::optional<quint32> batchOfRow(RowId row) const;
    std::optional<quint32> oldestUnacked() const;

    quint32 unackedCount() const { return m_unacked; }
    qint64 unackedBytes() const { return m_unackedBytes; }
    qint64 unackedEntries() const { return m_unackedEntries; }

    // The ids to send, oldest first, to have `index` and all before it acked (R6).
    Result<std::vector<BatchId>, LedgerError> ackUpTo(quint32 index) const;

    void markAckSent(Epoch epoch, BatchId id);
    void markConfirmed(Epoch epoch, BatchId id);
    std::optional<quint32> markFailed(Epoch epoch, BatchId id, const QString &error); // its index
    void rollbackAll(Epoch epoch);
    void connectionLost(Epoch epoch); // what is not confirmed is Lost

signals:
    void batchAdded(quint32 index);
    void statesChanged(quint32 first, quint32 last);
    void cleared();

private:
    std::optional<quint32> find(Epoch epoch, BatchId id) const;
    void setState(quint32 index, BatchState state);
    void settleAll(Epoch epoch, BatchState state, bool alsoAckSent);

    std::vector<BatchEntry> m_batches;
    quint32 m_firstOpen = 0; // all before it are neither Unacked nor AckSent
    quint32 m_unacked = 0;
    qint64 m_unackedBytes = 0;
    qint64 m_unackedEntries = 0;
};

} // namespace canal

Q_DECLARE_METATYPE(canal::BatchEntry)
