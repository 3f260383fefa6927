// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/entries.h"

#include <proto/canal_entry.pb.h>
#include <proto/canal_packet.pb.h>

namespace canal::test {

static std::string toStd(const QByteArray &bytes) { return bytes.toStdString(); }

static QByteArray toBytes(const google::protobuf::MessageLite &message)
{
    return QByteArray::fromStdString(message.SerializeAsString());
}

static void fill(entry::Column &column, const Cell &cell, int index)
{
    column.set_index(index);
    column.set_sql_type(cell.sqlType);
    column.set_name(toStd(cell.name));
    column.set_is_key(cell.isKey);
    column.set_updated(cell.updated);
    column.set_is_null(!cell.value.has_value());
    if (cell.value)
        column.set_value(toStd(*cell.value));
    column.set_mysql_type(toStd(cell.mysqlType));
}

static entry::Entry entryFor(const EntrySpec &spec)
{
    entry::Entry entry;
    auto &header = *entry.mutable_header();
    header.set_version(1);
    header.set_logfile_name(toStd(spec.logFile));
    header.set_logfile_offset(spec.offset);
    header.set_server_id(1);
    header.set_serveren_code("UTF-8");
    header.set_execute_time(spec.executeTimeMs);
    header.set_source_type(entry::SOURCE_MYSQL);
    header.set_schema_name(toStd(spec.schema));
    header.set_table_name(toStd(spec.table));
    header.set_event_length(50);
    header.set_gtid(toStd(spec.gtid));
    if (!spec.currentGtid.isEmpty()) {
        auto &prop = *header.add_props();
        prop.set_key("curtGtid");
        prop.set_value(toStd(spec.currentGtid));
    }
    return entry;
}

static QByteArray rowChangeEntry(const entry::RowChange &change, const EntrySpec &spec)
{
    auto entry = entryFor(spec);
    entry.set_entry_type(entry::ENTRY_ROW_DATA);
    entry.mutable_header()->set_event_type(change.event_type());
    entry.set_store_value(change.SerializeAsString());
    return toBytes(entry);
}

QByteArray rowsEntry(EventType type, const QList<Row> &rows, const EntrySpec &spec)
{
    entry::RowChange change;
    change.set_table_id(77);
    change.set_event_type(static_cast<entry::EventType>(type));
    change.set_is_ddl(false);
    for (const auto &row : rows) {
        auto &data = *change.add_row_datas();
        for (int i = 0; i < row.before.size(); ++i)
            fill(*data.add_before_columns(), row.before[i], i);
        for (int i = 0; i < row.after.size(); ++i)
            fill(*data.add_after_columns(), row.after[i], i);
    }
    return rowChangeEntry(change, spec);
}

QByteArray statementEntry(EventType type, const QByteArray &sql, bool isDdl, const EntrySpec &spec)
{
    entry::RowChange change;
    change.set_event_type(static_cast<entry::EventType>(type));
    change.set_is_ddl(isDdl);
    change.set_sql(toStd(sql));
    if (isDdl)
        change.set_ddl_schema_name(toStd(spec.schema));
    return rowChangeEntry(change, spec);
}

QByteArray annotationEntry(const QByteArray &sql, qint64 offset)
{
    EntrySpec spec;
    spec.offset = offset;
    spec.schema.clear();
    spec.table.clear();
    return statementEntry(EventType::Query, sql, false, spec);
}

QByteArray beginEntry(qint64 offset, qint64 threadId)
{
    EntrySpec spec;
    spec.offset = offset;
    return beginEntry(spec, threadId);
}

QByteArray beginEntry(const EntrySpec &spec, qint64 threadId)
{
    auto entry = entryFor(spec);
    entry.mutable_header()->clear_schema_name();
    entry.mutable_header()->clear_table_name();
    entry.set_entry_type(entry::ENTRY_TRANSACTION_BEGIN);
    entry::TransactionBegin begin;
    begin.set_thread_id(threadId);
    entry.set_store_value(begin.SerializeAsString());
    return toBytes(entry);
}

QByteArray endEntry(qint64 offset, const QByteArray &xid)
{
    EntrySpec spec;
    spec.offset = offset;
    return endEntry(spec, xid);
}

QByteArray endEntry(const EntrySpec &spec, const QByteArray &xid)
{
    auto entry = entryFor(spec);
    entry.mutable_header()->clear_schema_name();
    entry.mutable_header()->clear_table_name();
    entry.set_entry_type(entry::ENTRY_TRANSACTION_END);
    entry::TransactionEnd end;
    end.set_transaction_id(toStd(xid));
    entry.set_store_value(end.SerializeAsString());
    return toBytes(entry);
}

QByteArray messagesPacket(qint64 batch, const QList<QByteArray> &entries)
{
    packet::Messages messages;
    messages.set_batch_id(batch);
    for (const auto &entry : entries)
        messages.add_messages(toStd(entry));
    packet::Packet packet;
    packet.set_type(packet::PACKET_MESSAGES);
    if (batch == -1)
        packet.set_version(1);
    packet.set_body(messages.SerializeAsString());
    return toBytes(packet);
}

QByteArray ackPacket(int code, const QByteArray &message)
{
    packet::Ack ack;
    if (code != 0) {
        ack.set_error_code(code);
        ack.set_error_message(toStd(message));
    }
    packet::Packet packet;
    packet.set_type(packet::PACKET_ACK);
    packet.set_version(1);
    packet.set_body(ack.SerializeAsString());
    return toBytes(packet);
}

QByteArray handshakePacket(const QByteArray &seed)
{
    packet::Handshake handshake;
    handshake.set_seeds(toStd(seed));
    packet::Packet packet;
    packet.set_type(packet::PACKET_HANDSHAKE);
    packet.set_version(1);
    packet.set_body(handshake.SerializeAsString());
    return toBytes(packet);
}

std::string_view view(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

std::vector<std::string_view> views(const QList<QByteArray> &entries)
{
    std::vector<std::string_view> result;
    for (const auto &entry : entries)
        result.push_back(view(entry));
    return result;
}

} // namespace canal::test
