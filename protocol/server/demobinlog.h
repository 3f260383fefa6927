// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/entrybuilder.h"

#include <QByteArrayList>

namespace canal::server {

// What the demo's database writes: transactions and DDL become entries with growing positions,
// thread ids and XIDs, in MySQL's or MariaDB's way (S8). Its clock starts on 2026-11-22 10:00:00
// UTC and goes on by one second every 20 rows, however fast the rows are made. Any one thread.
class DemoBinlog
{
public:
    explicit DemoBinlog(Flavour flavour);

    qint64 seconds() const; // now, since 1970
    qint64 rowCount() const { return m_rowCount; } // written so far

    void begin(qint64 threadId);
    // One statement of the open transaction. Without `sql` one is made up.
    void change(EventType type, const TableShape &table, const std::vector<RowPair> &rows,
                RowImage image = RowImage::Full, const QByteArray &sql = {});
    void commit();
    void ddl(const DdlEvent &event); // outside of transactions

    QByteArrayList takeEntries();

private:
    EventPlace place(qint64 length);
    void skip(qint64 length); // an event that Canal does not deliver
    void rotateIfFull();

    const Flavour m_flavour;
    EntryBuilder m_builder;
    QByteArrayList m_entries;
    QByteArray m_journal;
    qint64 m_journalNumber = 0;
    qint64 m_offset = 0;
    qint64 m_xid = 2'600;
    qint64 m_rowCount = 0;
};

// "2026-11-22 10:00:00" and its parts, in UTC.
QByteArray dateTimeText(qint64 seconds);
QByteArray dateText(qint64 seconds);

} // namespace canal::server
