// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/entrybuilder.h"

#include "protocol/server/wirewriter.h"

namespace canal::server {
namespace {

constexpr qint64 mysqlSource = 2;

template <typename Enum>
qint64 number(Enum value)
{
    return static_cast<qint64>(value);
}

// Empties a buffer but keeps its memory.
std::string &emptied(std::string &buffer)
{
    buffer.clear();
    return buffer;
}

// Which columns of an image are in the binlog.
bool isLogged(const TableShape &table, const RowPair &row, std::size_t column, RowImage image,
              bool isAfter)
{
    if (image == RowImage::Full || row.before.empty() || !table.hasKey())
        return true;
    if (!isAfter)
        return table.columns[column].isKey;
    return row.before[column] != row.after[column];
}

} // namespace

QByteArray EntryBuilder::begin(const EventPlace &place, qint64 threadId)
{
    WireWriter(emptied(m_store)).varint(4, threadId);
    return entry(place, { "", "" }, EntryType::TransactionBegin);
}

QByteArray EntryBuilder::end(const EventPlace &place, qint64 xid)
{
    WireWriter(emptied(m_store)).bytes(2, QByteArray::number(xid));
    return entry(place, { "", "" }, EntryType::TransactionEnd);
}

QByteArray EntryBuilder::statement(const EventPlace &place, const QByteArray &sql)
{
    WireWriter store(emptied(m_store));
    store.varint(2, number(EventType::Query));
    store.bytes(11, sql);
    return entry(place, { "", "", EventType::Query }, EntryType::RowData);
}

QByteArray EntryBuilder::ddl(const EventPlace &place, const DdlEvent &event)
{
    WireWriter store(emptied(m_store));
    store.varint(2, number(event.type));
    store.varint(10, 1);
    store.bytes(11, event.sql);
    if (!event.sessionSchema.isEmpty())
        store.bytes(14, event.sessionSchema);
    return entry(place, { event.schema, event.table, event.type }, EntryType::RowData);
}

QByteArray EntryBuilder::rows(const EventPlace &place, EventType type, const TableShape &table,
                              std::span<const RowPair> rows, RowImage image)
{
    WireWriter store(emptied(m_store));
    store.varint(1, table.tableId);
    store.varint(2, number(type));
    store.varint(10, 0);
    for (const auto &row : rows) {
        writeRow(type, table, row, image);
        store.bytes(12, m_row);
    }
    return entry(place, { table.schema, table.name, type, static_cast<qsizetype>(rows.size()) },
                 EntryType::RowData);
}

void EntryBuilder::writeRow(EventType type, const TableShape &table, const RowPair &row,
                            RowImage image)
{
    m_row.clear();
    for (std::size_t i = 0; i < row.before.size(); ++i)
        if (isLogged(table, row, i, image, false))
            writeColumn(1, i, table.columns[i], row.before[i], false);
    for (std::size_t i = 0; i < row.after.size(); ++i) {
        if (!isLogged(table, row, i, image, true))
            continue;
        // Without a value before there is nothing it could be equal to.
        const bool updated = type != EventType::Update || row.before[i] != row.after[i]
            || !isLogged(table, row, i, image, false);
        writeColumn(2, i, table.columns[i], row.after[i], updated);
    }
}

void EntryBuilder::writeColumn(quint32 field, std::size_t index, const ColumnShape &column,
                               const Cell &value, bool updated)
{
    WireWriter out(emptied(m_column));
    out.varint(1, static_cast<qint64>(index));
    out.varint(2, sqlTypeOf(column, value, m_flavour));
    out.bytes(3, column.name);
    out.varint(4, column.isKey ? 1 : 0);
    out.varint(5, updated ? 1 : 0);
    out.varint(6, value ? 0 : 1);
    if (value && column.kind == ColumnKind::Json && m_flavour == Flavour::MariaDb)
        out.bytes(8, latin1Text(*value)); // S10
    else if (value)
        out.bytes(8, *value);
    out.bytes(10, column.mysqlType);
    WireWriter(m_row).bytes(field, m_column);
}

QByteArray EntryBuilder::entry(const EventPlace &place, const Labels &labels, EntryType type)
{
    WireWriter header(emptied(m_header));
    header.varint(1, 1);
    header.bytes(2, place.journal);
    header.varint(3, place.offset);
    header.varint(4, place.serverId);
    header.bytes(5, "UTF-8");
    header.varint(6, place.timestampMs);
    header.varint(7, mysqlSource);
    if (!labels.schema.isNull())
        header.bytes(8, labels.schema);
    if (!labels.table.isNull())
        header.bytes(9, labels.table);
    header.varint(10, place.length);
    if (labels.type != EventType::Unset)
        header.varint(11, number(labels.type));
    if (labels.rowsCount > 0) {
        std::string pair;
        WireWriter prop(pair);
        prop.bytes(1, "rowsCount");
        prop.bytes(2, QByteArray::number(labels.rowsCount));
        header.bytes(12, pair);
    }
    QByteArray bytes;
    bytes.reserve(static_cast<qsizetype>(m_header.size() + m_store.size()) + 16);
    WireWriter out(bytes);
    out.bytes(1, m_header);
    out.varint(2, number(type));
    out.bytes(3, m_store);
    return bytes;
}

} // namespace canal::server
