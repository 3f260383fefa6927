// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sessionview.h"

#include "tests/support/entries.h"

namespace canal::test {

// A session without a server: a store and a ledger that are filled by hand.
class SampleSession
{
public:
    explicit SampleSession(AccessMode mode = AccessMode::Peek);

    SessionView view() const;
    ConnectionProfile &profile() { return m_profile; }
    EventStore &store() { return m_store; }
    BatchLedger &ledger() { return m_ledger; }

    // One batch as it comes from a server; its index in the ledger.
    quint32 addBatch(const QList<QByteArray> &entries);
    // `shownBytes` is what the batch claims to weigh.
    quint32 addBatch(const QList<QByteArray> &entries, qint64 shownBytes);
    quint32 addRows(int count, const QByteArray &table = "orders"); // one INSERT each
    void addRecorded(const QString &name); // one batch per frame
    void addShop(); // the rows of the design's pictures

    void ack(quint32 batch); // confirmed at once
    void markSent(quint32 batch);
    void fail(quint32 batch, const QString &error);

    static QByteArray insertEntry(const QByteArray &table, const QByteArray &key,
                                  const QByteArray &value = "x");
    // The row that the pictures show: status NEW -> PAID, coupon NULL -> '', and all the rest.
    static QByteArray orderEntry(const EntrySpec &spec);

private:
    EventStore m_store;
    BatchLedger m_ledger;
    ConnectionProfile m_profile;
    long long m_nextBatch = 1;
    qint64 m_offset = 4;
};

// Everything a row can hold, changed in every way (the design's picture of the diff).
QByteArray everyKindEntry(qint64 offset);

} // namespace canal::test
