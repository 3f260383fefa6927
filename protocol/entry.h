// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

// The parts of a Canal entry as views into its bytes: nothing here owns text. Plain C++20.
// Numbers and defaults: protocol.md 2.6; unknown enum numbers stay what they were on the wire.
namespace canal {

enum class EntryType : std::int32_t {
    Unset = 0,
    TransactionBegin = 1,
    RowData = 2,
    TransactionEnd = 3,
    Heartbeat = 4,
    GtidLog = 5,
};

enum class EventType : std::int32_t {
    Unset = 0,
    Insert = 1,
    Update = 2,
    Delete = 3,
    Create = 4,
    Alter = 5,
    Erase = 6, // DROP TABLE
    Query = 7,
    Truncate = 8,
    Rename = 9,
    CreateIndex = 10,
    DropIndex = 11,
    Gtid = 12,
    XaCommit = 13,
    XaRollback = 14,
    MasterHeartbeat = 15,
};

// Canal's own name ("INSERT" ... "XAROLLBACK"); empty for a number Canal does not define.
std::string_view eventTypeName(EventType type);

using PropView = std::pair<std::string_view, std::string_view>;

struct HeaderView
{
    std::string_view logFile;
    std::int64_t logOffset = 0; // where the event starts
    std::int64_t serverId = 0;
    std::string_view encoding;
    std::int64_t executeTimeMs = 0; // whole seconds in fact
    std::int32_t sourceType = 2; // MySQL
    std::string_view schema;
    std::string_view table;
    std::int64_t eventLength = 0;
    EventType eventType = EventType::Update; // Canal's default; unset in BEGIN and END
    std::string_view gtid; // the whole GTID set, not the current one
    std::int32_t version = 1;
    std::vector<PropView> props;
};

// The transaction's own GTID, where the server tells it; not the set that it is added to.
std::string_view currentGtid(const HeaderView &header);

struct EntryView
{
    HeaderView header;
    EntryType type = EntryType::RowData; // Canal's default
    std::string_view storeValue;
};

struct ColumnView
{
    std::int32_t index = 0;
    std::int32_t sqlType = 0; // java.sql.Types; changes per value (S12)
    std::string_view name;
    bool isKey = false;
    bool updated = false;
    bool isNull = false;
    std::string_view value; // empty when isNull
    std::string_view mysqlType; // may be empty: unknown to the server

    bool operator==(const ColumnView &) const = default;
};

// One changed row. A column that is in neither list was not in the row image.
struct RowView
{
    std::vector<ColumnView> before;
    std::vector<ColumnView> after;
    bool isPlain = true; // the message has nothing but what is here: no props, no unknown fields
};

struct RowChangeView
{
    std::int64_t tableId = 0;
    EventType eventType = EventType::Update; // Canal's default
    bool isDdl = false;
    std::string_view sql;
    std::string_view ddlSchema;
    std::vector<PropView> props;
    std::vector<std::string_view> rows; // each for scanRow()
};

struct TransactionView
{
    std::string_view transactionId; // END: the XID in decimal, "0" without one
    std::int64_t threadId = 0; // BEGIN: MySQL's connection id
    std::vector<PropView> props; // XA_TYPE, XA_XID
};

} // namespace canal
