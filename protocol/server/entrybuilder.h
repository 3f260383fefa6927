// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entry.h"
#include "protocol/server/tableshape.h"

#include <span>
#include <string>

namespace canal::server {

// Where in the binlog an event is, and when it happened.
struct EventPlace
{
    QByteArray journal; // "mysql-bin.000001"
    qint64 offset = 0; // of its first byte
    qint64 length = 0;
    qint64 serverId = 1;
    qint64 timestampMs = 0; // whole seconds
};

// A row before and after; one of them is empty for INSERT and DELETE.
struct RowPair
{
    Row before;
    Row after;
};

enum class RowImage {
    Full,
    Minimal, // binlog_row_image: before = the key, after = what changed
};

struct DdlEvent
{
    EventType type = EventType::Query; // Create, Alter, Erase ...
    QByteArray schema;
    QByteArray table;
    QByteArray sql;
    QByteArray sessionSchema; // of the connection that ran it
};

// Serialized Entry messages, byte for byte what Canal's LogEventConvert makes of the same binlog
// events (protocol.md 2.6, 2.7). Keeps its buffers; any one thread.
class EntryBuilder
{
public:
    explicit EntryBuilder(Flavour flavour)
        : m_flavour(flavour)
    { }

    QByteArray begin(const EventPlace &place, qint64 threadId);
    QByteArray end(const EventPlace &place, qint64 xid);
    QByteArray statement(const EventPlace &place, const QByteArray &sql); // before its rows (S8)
    QByteArray ddl(const EventPlace &place, const DdlEvent &event);
    // `type` is Insert, Update or Delete.
    QByteArray rows(const EventPlace &place, EventType type, const TableShape &table,
                    std::span<const RowPair> rows, RowImage image = RowImage::Full);

private:
    struct Labels // of a header; null texts are left out
    {
        QByteArray schema;
        QByteArray table;
        EventType type = EventType::Unset; // Unset is left out
        qsizetype rowsCount = 0; // 0 is left out
    };

    QByteArray entry(const EventPlace &place, const Labels &labels, EntryType type);
    void writeRow(EventType type, const TableShape &table, const RowPair &row, RowImage image);
    void writeColumn(quint32 field, std::size_t index, const ColumnShape &column, const Cell &value,
                     bool updated);

    const Flavour m_flavour;
    std::string m_store; // the Entry's store value
    std::string m_row;
    std::string m_column;
    std::string m_header;
};

} // namespace canal::server
