// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/protobuforacle.h"

#include "model/eventstore.h"
#include "model/rowcodec.h"
#include "protocol/entryscanner.h"

#include <proto/canal_entry.pb.h>

#include <algorithm>
#include <vector>

namespace canal::test {
namespace {

bool samePairs(const std::vector<PropView> &ours,
               const google::protobuf::RepeatedPtrField<entry::Pair> &theirs)
{
    return std::ranges::equal(ours, theirs, [](const PropView &a, const entry::Pair &b) {
        return a.first == b.key() && a.second == b.value();
    });
}

bool sameColumns(const std::vector<ColumnView> &ours,
                 const google::protobuf::RepeatedPtrField<entry::Column> &theirs)
{
    return std::ranges::equal(ours, theirs, [](const ColumnView &a, const entry::Column &b) {
        return a.index == b.index() && a.sqlType == b.sql_type() && a.name == b.name()
            && a.isKey == b.is_key() && a.updated == b.updated() && a.isNull == b.is_null()
            && a.value == b.value() && a.mysqlType == b.mysql_type();
    });
}

bool sameHeader(const HeaderView &ours, const entry::Header &theirs)
{
    return ours.logFile == theirs.logfile_name() && ours.logOffset == theirs.logfile_offset()
        && ours.serverId == theirs.server_id() && ours.encoding == theirs.serveren_code()
        && ours.executeTimeMs == theirs.execute_time()
        && ours.sourceType == (theirs.has_source_type() ? theirs.source_type() : 2)
        && ours.schema == theirs.schema_name() && ours.table == theirs.table_name()
        && ours.eventLength == theirs.event_length()
        && static_cast<int>(ours.eventType) == (theirs.has_event_type() ? theirs.event_type() : 2)
        && ours.gtid == theirs.gtid() && samePairs(ours.props, theirs.props())
        && ours.version == (theirs.has_version() ? theirs.version() : 1);
}

} // namespace

std::string disagreementWithProtobuf(std::string_view bytes)
{
    entry::Entry theirs;
    const bool theyRead = theirs.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()));
    EntryView ours;
    const bool weRead = scanEntry(bytes, ours) == ScanResult::Ok;
    if (theyRead != weRead)
        return weRead ? "entry: only we read it" : "entry: only they read it";
    if (!weRead)
        return {};
    if (!sameHeader(ours.header, theirs.header()))
        return "header differs";
    if (static_cast<int>(ours.type) != (theirs.has_entry_type() ? theirs.entry_type() : 2)
        || ours.storeValue != theirs.store_value())
        return "entry differs";

    entry::RowChange theirChange;
    const bool theyReadChange = theirChange.ParseFromString(theirs.store_value());
    RowChangeView change;
    auto result = scanRowChange(ours.storeValue, {}, change);
    std::vector<RowView> rows(change.rows.size());
    for (std::size_t i = 0; i < rows.size() && result == ScanResult::Ok; ++i)
        result = scanRow(change.rows[i], {}, rows[i]);
    if (theyReadChange != (result == ScanResult::Ok))
        return theyReadChange ? "rows: only they read them" : "rows: only we read them";
    if (!theyReadChange)
        return {};
    if (change.tableId != theirChange.table_id() || change.sql != theirChange.sql()
        || change.isDdl != theirChange.is_ddl() || change.ddlSchema != theirChange.ddl_schema_name()
        || static_cast<int>(change.eventType)
            != (theirChange.has_event_type() ? theirChange.event_type() : 2)
        || !samePairs(change.props, theirChange.props())
        || static_cast<int>(rows.size()) != theirChange.row_datas_size())
        return "row change differs";
    for (int i = 0; i < theirChange.row_datas_size(); ++i)
        if (!sameColumns(rows[static_cast<std::size_t>(i)].before,
                         theirChange.row_datas(i).before_columns())
            || !sameColumns(rows[static_cast<std::size_t>(i)].after,
                            theirChange.row_datas(i).after_columns()))
            return "columns differ";
    return {};
}

std::string disagreementOfCodec(std::string_view bytes)
{
    EntryView entry;
    RowChangeView change;
    if (scanEntry(bytes, entry) != ScanResult::Ok
        || scanRowChange(entry.storeValue, {}, change) != ScanResult::Ok)
        return {};
    Layouts layouts;
    RowEncoder encoder(layouts, {});
    RowView wanted;
    RowView got;
    ByteBuffer stored;
    for (int pass = 0; pass < 2; ++pass) // learning, then by template
        for (const auto &row : change.rows) {
            stored.clear();
            const auto result = encoder.append(TableId { 1 }, row, stored);
            if (result != scanRow(row, {}, wanted))
                return "only one of them takes the row";
            if (result != ScanResult::Ok)
                continue;
            if (!decodeRow(layouts, {}, stored.view(), got))
                return "the row cannot be read back";
            if (got.before != wanted.before || got.after != wanted.after)
                return "the row comes back changed";
        }
    return {};
}

std::string disagreementOfStore(const std::vector<std::string_view> &entries)
{
    EventStore::Limits limits;
    limits.memory.hotBytes = 0;
    EventStore store(limits);
    store.append(Epoch { 1 }, BatchId { 1 }, entries);
    store.settle();
    const auto rows = store.snapshot();
    RowId row { 0 };
    RowImage image;
    EntryInfo info;
    for (const auto bytes : entries) {
        rows.read(rows.entry(row), info);
        if (info.size != bytes.size())
            return "another size";
        if (rows.kind(row) != RowKind::Row) {
            if (info.bytes != bytes)
                return "the entry's bytes differ";
            row = RowId { raw(row) + 1 };
            continue;
        }
        EntryView entry;
        RowChangeView change;
        if (scanEntry(bytes, entry) != ScanResult::Ok
            || scanRowChange(entry.storeValue, {}, change) != ScanResult::Ok)
            return "rows of an entry that cannot be read";
        if (info.header.logFile != entry.header.logFile
            || info.header.logOffset != entry.header.logOffset
            || info.header.schema != entry.header.schema || info.header.table != entry.header.table
            || info.header.gtid != entry.header.gtid || info.header.props != entry.header.props
            || info.eventType != change.eventType || info.tableId != change.tableId
            || info.sql != change.sql || info.changeProps != change.props
            || rows.eventType(row) != change.eventType || rows.isDdl(row) != change.isDdl)
            return "what the entry says differs";
        for (const auto &wanted : change.rows) {
            RowView view;
            rows.read(row, image);
            if (scanRow(wanted, {}, view) != ScanResult::Ok || !image.isReadable()
                || image.before() != view.before || image.after() != view.after)
                return "columns differ";
            row = RowId { raw(row) + 1 };
        }
    }
    return raw(row) == rows.size() ? std::string() : "another number of rows";
}

} // namespace canal::test
