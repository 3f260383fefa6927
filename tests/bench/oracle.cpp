// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/oracle.h"

#include <proto/canal_entry.pb.h>
#include <proto/canal_reference.pb.h>

#include "tests/bench/measure.h"
#include <algorithm>
#include <random>

namespace canal::bench {
namespace {

using Columns = google::protobuf::RepeatedPtrField<entry::Column>;

template <typename Message>
void parse(Message &message, std::string_view bytes)
{
    if (!message.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        qFatal("libprotobuf rejects a message");
}

std::uint64_t sizesOf(const google::protobuf::RepeatedPtrField<reference::Column> &columns)
{
    std::uint64_t sum = 0;
    for (const auto &column : columns)
        sum += column.name().size() + column.value().size();
    return sum;
}

bool equal(const ColumnView &ours, const entry::Column &theirs)
{
    return ours.index == theirs.index() && ours.sqlType == theirs.sql_type()
        && ours.name == theirs.name() && ours.isKey == theirs.is_key()
        && ours.updated == theirs.updated() && ours.isNull == theirs.is_null()
        && (ours.isNull || ours.value == theirs.value()) && ours.mysqlType == theirs.mysql_type();
}

bool equal(const std::vector<ColumnView> &ours, const Columns &theirs)
{
    return std::equal(ours.begin(), ours.end(), theirs.begin(), theirs.end(),
                      [](const auto &our, const auto &their) { return equal(our, their); });
}

bool equal(const EntryInfo &ours, const entry::Header &header, const entry::RowChange &change)
{
    return ours.header.logFile == header.logfile_name()
        && ours.header.logOffset == header.logfile_offset()
        && ours.header.schema == header.schema_name() && ours.header.table == header.table_name()
        && ours.header.executeTimeMs == header.execute_time()
        && static_cast<int>(ours.eventType) == static_cast<int>(change.event_type());
}

} // namespace

std::uint64_t parseWithProtobuf(std::string_view frame)
{
    static thread_local reference::Packet packet;
    static thread_local reference::Messages messages;
    static thread_local reference::Entry entry;
    static thread_local reference::RowChange change;
    std::uint64_t rows = 0;
    std::uint64_t sum = 0;
    parse(packet, frame);
    parse(messages, packet.body());
    for (const auto &bytes : messages.messages()) {
        parse(entry, bytes);
        if (entry.has_entry_type() && entry.entry_type() != int(EntryType::RowData))
            continue;
        parse(change, entry.store_value());
        for (const auto &row : change.row_datas()) {
            ++rows;
            sum += sizesOf(row.before_columns()) + sizesOf(row.after_columns());
        }
    }
    keep(sum);
    return rows;
}

std::uint64_t parseWithProtobuf(const std::vector<std::string_view> &frames)
{
    std::uint64_t rows = 0;
    for (const auto frame : frames)
        rows += parseWithProtobuf(frame);
    return rows;
}

std::uint32_t compareWithProtobuf(const EventSnapshot &rows,
                                  const std::vector<std::string_view> &entries, std::uint32_t count)
{
    std::mt19937 random(std::random_device {}());
    entry::Entry entry;
    entry::RowChange change;
    RowImage image;
    EntryInfo info;
    std::uint32_t compared = 0;
    while (compared < count) {
        const RowId row { static_cast<std::uint32_t>(random() % rows.size()) };
        if (rows.kind(row) != RowKind::Row)
            continue;
        parse(entry, entries.at(raw(rows.entry(row))));
        parse(change, entry.store_value());
        const auto place = static_cast<int>(rows.rowInEntry(row));
        if (place >= change.row_datas_size())
            qFatal("row %u: its entry has no such row", raw(row));
        rows.read(row, image);
        rows.read(rows.entry(row), info);
        const auto &theirs = change.row_datas(place);
        if (!equal(info, entry.header(), change) || !equal(image.before(), theirs.before_columns())
            || !equal(image.after(), theirs.after_columns()))
            qFatal("row %u differs from what libprotobuf reads", raw(row));
        ++compared;
    }
    return compared;
}

} // namespace canal::bench
