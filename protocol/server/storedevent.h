// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entry.h"

#include <QByteArray>

#include <memory>
#include <optional>

namespace canal::server {

// Where an event stands in the database's binlog, as Canal's LogPosition.
struct LogPosition
{
    QByteArray journal; // "mysql-bin.000001"
    qint64 offset = 0; // where the event starts
    qint64 timestampMs = 0;
    qint64 serverId = 0;
    QByteArray gtid;
    qint64 restartAt = 0; // number of the entry (see Binlog) a parser would start from

    // The text Canal's error messages carry; `database` is the address of the database server.
    QByteArray toText(const QByteArray &database) const;
};

// One entry with the parts of its header that the server decides by. Immutable once it is in a
// binlog; shared between the binlog and the ring.
struct StoredEvent
{
    QByteArray entry; // the serialized Entry, never empty; see withoutBytes()
    qint64 size = 0; // of the serialized Entry: what MEMSIZE counts (S29)
    LogPosition position;
    EntryType type = EntryType::RowData;
    EventType eventType = EventType::Update;
    QByteArray tableName; // "schema.table"
    bool hasRows = false; // of a rows event; a DML statement of statement format has none (S21)

    bool isDml() const; // INSERT, UPDATE or DELETE
    bool isDdl() const; // as Canal's store sees it: QUERY is not one
    bool isFiltered() const; // does a table filter judge it? (2.2)
    bool isMovableCursor() const; // an ack may move a client's cursor here
};

using EventPtr = std::shared_ptr<const StoredEvent>;

// What is left of an event in the ring when it was acked: all but its bytes.
EventPtr withoutBytes(const StoredEvent &event);

// nullopt: the bytes are no Entry.
std::optional<StoredEvent> readEvent(const QByteArray &entry);

} // namespace canal::server
