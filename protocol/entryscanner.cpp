// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/entryscanner.h"

#include "protocol/wirereader.h"

#include <algorithm>

namespace canal {
namespace {

using enum WireType;

// Depths below the message that libprotobuf would be asked to parse: an Entry is one parse, its
// storeValue another.
constexpr int topDepth = WireReader::maxDepth;

ScanResult resultOf(const WireReader &in)
{
    return in.ok() ? ScanResult::Ok : ScanResult::Malformed;
}

bool scanPair(std::string_view bytes, int depth, PropView &out)
{
    WireReader in(bytes, depth);
    while (in.next()) {
        switch (in.tag()) {
        case wireTag(1, Bytes):
            out.first = in.bytes();
            break;
        case wireTag(2, Bytes):
            out.second = in.bytes();
            break;
        default:
            in.skip();
        }
    }
    return in.ok();
}

bool appendPair(WireReader &in, std::vector<PropView> &props)
{
    const auto bytes = in.message();
    return in.ok() && scanPair(bytes, in.childDepth(), props.emplace_back());
}

bool scanHeader(std::string_view bytes, int depth, HeaderView &out)
{
    WireReader in(bytes, depth);
    while (in.next()) {
        switch (in.tag()) {
        case wireTag(1, Varint):
            out.version = in.int32();
            break;
        case wireTag(2, Bytes):
            out.logFile = in.bytes();
            break;
        case wireTag(3, Varint):
            out.logOffset = in.int64();
            break;
        case wireTag(4, Varint):
            out.serverId = in.int64();
            break;
        case wireTag(5, Bytes):
            out.encoding = in.bytes();
            break;
        case wireTag(6, Varint):
            out.executeTimeMs = in.int64();
            break;
        case wireTag(7, Varint):
            out.sourceType = in.int32();
            break;
        case wireTag(8, Bytes):
            out.schema = in.bytes();
            break;
        case wireTag(9, Bytes):
            out.table = in.bytes();
            break;
        case wireTag(10, Varint):
            out.eventLength = in.int64();
            break;
        case wireTag(11, Varint):
            out.eventType = static_cast<EventType>(in.int32());
            break;
        case wireTag(12, Bytes):
            if (!appendPair(in, out.props))
                return false;
            break;
        case wireTag(13, Bytes):
            out.gtid = in.bytes();
            break;
        default:
            in.skip();
        }
    }
    return in.ok();
}

bool scanColumn(std::string_view bytes, int depth, ColumnView &out, bool &isPlain)
{
    WireReader in(bytes, depth);
    while (in.next()) {
        switch (in.tag()) {
        case wireTag(1, Varint):
            out.index = in.int32();
            break;
        case wireTag(2, Varint):
            out.sqlType = in.int32();
            break;
        case wireTag(3, Bytes):
            out.name = in.bytes();
            break;
        case wireTag(4, Varint):
            out.isKey = in.boolean();
            break;
        case wireTag(5, Varint):
            out.updated = in.boolean();
            break;
        case wireTag(6, Varint):
            out.isNull = in.boolean();
            break;
        case wireTag(7, Bytes): {
            PropView unused;
            const auto pair = in.message();
            if (!in.ok() || !scanPair(pair, in.childDepth(), unused))
                return false;
            isPlain = false;
            break;
        }
        case wireTag(8, Bytes):
            out.value = in.bytes();
            break;
        case wireTag(10, Bytes):
            out.mysqlType = in.bytes();
            break;
        default:
            isPlain = false;
            in.skip();
        }
    }
    return in.ok();
}

ScanResult appendColumn(WireReader &in, const ScanLimits &limits, std::vector<ColumnView> &columns,
                        bool &isPlain)
{
    if (columns.size() == limits.columnsPerRow)
        return ScanResult::OverLimit;
    const auto bytes = in.message();
    return in.ok() && scanColumn(bytes, in.childDepth(), columns.emplace_back(), isPlain)
        ? ScanResult::Ok
        : ScanResult::Malformed;
}

} // namespace

std::string_view currentGtid(const HeaderView &header)
{
    const auto found = std::ranges::find(header.props, "curtGtid", &PropView::first);
    return found == header.props.end() ? std::string_view() : found->second;
}

std::string_view eventTypeName(EventType type)
{
    switch (type) {
    case EventType::Insert:
        return "INSERT";
    case EventType::Update:
        return "UPDATE";
    case EventType::Delete:
        return "DELETE";
    case EventType::Create:
        return "CREATE";
    case EventType::Alter:
        return "ALTER";
    case EventType::Erase:
        return "ERASE";
    case EventType::Query:
        return "QUERY";
    case EventType::Truncate:
        return "TRUNCATE";
    case EventType::Rename:
        return "RENAME";
    case EventType::CreateIndex:
        return "CINDEX";
    case EventType::DropIndex:
        return "DINDEX";
    case EventType::Gtid:
        return "GTID";
    case EventType::XaCommit:
        return "XACOMMIT";
    case EventType::XaRollback:
        return "XAROLLBACK";
    case EventType::MasterHeartbeat:
        return "MHEARTBEAT";
    case EventType::Unset:
        break;
    }
    return {};
}

ScanResult scanEntry(std::string_view bytes, EntryView &out)
{
    auto props = std::move(out.header.props); // keeps its memory
    props.clear();
    out = {};
    out.header.props = std::move(props);
    WireReader in(bytes, topDepth);
    while (in.next()) {
        switch (in.tag()) {
        case wireTag(1, Bytes): {
            const auto header = in.message();
            if (!in.ok() || !scanHeader(header, in.childDepth(), out.header))
                return ScanResult::Malformed;
            break;
        }
        case wireTag(2, Varint):
            out.type = static_cast<EntryType>(in.int32());
            break;
        case wireTag(3, Bytes):
            out.storeValue = in.bytes();
            break;
        default:
            in.skip();
        }
    }
    return resultOf(in);
}

RowChangeScanner::RowChangeScanner(std::string_view storeValue, const ScanLimits &limits,
                                   RowChangeView &out)
    : m_in(storeValue, topDepth)
    , m_limits(limits)
    , m_out(out)
{
    auto rows = std::move(out.rows); // keeps its memory
    rows.clear();
    out = {};
    out.rows = std::move(rows);
}

bool RowChangeScanner::nextRow()
{
    while (m_result == ScanResult::Ok && m_in.next()) {
        switch (m_in.tag()) {
        case wireTag(1, Varint):
            m_out.tableId = m_in.int64();
            break;
        case wireTag(2, Varint):
            m_out.eventType = static_cast<EventType>(m_in.int32());
            break;
        case wireTag(10, Varint):
            m_out.isDdl = m_in.boolean();
            break;
        case wireTag(11, Bytes):
            m_out.sql = m_in.bytes();
            break;
        case wireTag(12, Bytes):
            if (m_out.rows.size() == m_limits.rowsPerEntry) {
                m_result = ScanResult::OverLimit;
                return false;
            }
            m_out.rows.push_back(m_in.message());
            if (m_in.ok())
                return true;
            break;
        case wireTag(13, Bytes):
            if (!appendPair(m_in, m_out.props))
                m_result = ScanResult::Malformed;
            break;
        case wireTag(14, Bytes):
            m_out.ddlSchema = m_in.bytes();
            break;
        default:
            m_in.skip();
        }
    }
    if (m_result == ScanResult::Ok)
        m_result = resultOf(m_in);
    return false;
}

ScanResult scanRowChange(std::string_view storeValue, const ScanLimits &limits, RowChangeView &out)
{
    RowChangeScanner in(storeValue, limits, out);
    while (in.nextRow()) { }
    return in.result();
}

ScanResult scanRow(std::string_view rowData, const ScanLimits &limits, RowView &out)
{
    out.before.clear();
    out.after.clear();
    out.isPlain = true;
    WireReader in(rowData, topDepth - 1);
    while (in.next()) {
        auto result = ScanResult::Ok;
        switch (in.tag()) {
        case wireTag(1, Bytes):
            result = appendColumn(in, limits, out.before, out.isPlain);
            break;
        case wireTag(2, Bytes):
            result = appendColumn(in, limits, out.after, out.isPlain);
            break;
        case wireTag(3, Bytes): {
            PropView unused;
            const auto pair = in.message();
            if (!in.ok() || !scanPair(pair, in.childDepth(), unused))
                return ScanResult::Malformed;
            out.isPlain = false;
            break;
        }
        default:
            out.isPlain = false;
            in.skip();
        }
        if (result != ScanResult::Ok)
            return result;
    }
    return resultOf(in);
}

bool scanColumn(std::string_view column, ColumnView &out, bool &isPlain)
{
    out = {};
    return scanColumn(column, topDepth - 2, out, isPlain);
}

ScanResult scanTransactionBegin(std::string_view storeValue, TransactionView &out)
{
    out = {};
    WireReader in(storeValue, topDepth);
    while (in.next()) {
        switch (in.tag()) {
        case wireTag(2, Bytes):
            out.transactionId = in.bytes();
            break;
        case wireTag(3, Bytes):
            if (!appendPair(in, out.props))
                return ScanResult::Malformed;
            break;
        case wireTag(4, Varint):
            out.threadId = in.int64();
            break;
        default:
            in.skip();
        }
    }
    return resultOf(in);
}

ScanResult scanTransactionEnd(std::string_view storeValue, TransactionView &out)
{
    out = {};
    WireReader in(storeValue, topDepth);
    while (in.next()) {
        switch (in.tag()) {
        case wireTag(2, Bytes):
            out.transactionId = in.bytes();
            break;
        case wireTag(3, Bytes):
            if (!appendPair(in, out.props))
                return ScanResult::Malformed;
            break;
        default:
            in.skip();
        }
    }
    return resultOf(in);
}

} // namespace canal
