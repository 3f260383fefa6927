// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/blockarena.h"
#include "protocol/entry.h"
#include "protocol/ids.h"

#include <memory>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

// Rows and entries as the event store hands them out. Plain C++20.
namespace canal {

// What a row of the store is. Every entry becomes at least one row.
enum class RowKind : std::uint8_t {
    Row, // one RowData
    Statement, // a ROWDATA entry without rows: DDL, XA, statement-format DML
    Annotation, // a QUERY entry with the SQL of the rows after it (S8, S9)
    TransactionBegin,
    TransactionEnd,
    Other, // an entry type that clients do not get today
    Unreadable, // the entry's bytes are not what they should be; kept as they came
};

// True for what one line of the CSV stands for.
constexpr bool isEvent(RowKind kind)
{
    return kind == RowKind::Row || kind == RowKind::Statement || kind == RowKind::Annotation;
}

// True for what the window lists without a filter, and numbers: not the marks of transactions, nor
// the SQL of rows that are listed anyway.
constexpr bool isListed(RowKind kind)
{
    return kind != RowKind::Annotation && kind != RowKind::TransactionBegin
        && kind != RowKind::TransactionEnd;
}

struct TableName
{
    std::string schema;
    std::string table;

    bool operator==(const TableName &other) const = default;
    bool operator<(const TableName &other) const
    {
        return std::tie(schema, table) < std::tie(other.schema, other.table);
    }
};

// One row's cells. The views stay valid as long as this object is not read into again. A column
// that is in neither list was not in the row image, which is not the same as NULL.
class RowImage
{
public:
    const std::vector<ColumnView> &before() const { return m_row.before; }
    const std::vector<ColumnView> &after() const { return m_row.after; }
    // False: the disk did not give back what was put there; both lists are empty.
    bool isReadable() const { return m_readable; }

private:
    friend class EventSnapshot;

    RowView m_row;
    HeldBlock m_block;
    bool m_readable = true;
};

// What the rows of one entry have in common. Views as in RowImage.
struct EntryInfo
{
    Epoch epoch { 0 };
    BatchId batch = noBatch;
    RowId firstRow { 0 };
    std::uint32_t rows = 0; // rows of the store, at least 1
    std::string_view bytes; // the Entry as it came; empty for one whose rows are kept on their own
    std::uint32_t size = 0; // of the Entry as it came, in bytes
    HeaderView header;
    EntryType type = EntryType::Unset;
    EventType eventType = EventType::Unset; // of the RowChange
    bool isDdl = false;
    bool redelivered = false; // an entry at the same file and offset was held already
    bool readable = true; // false: its bytes could not be read back from the store's file
    std::string_view sql;
    std::string_view ddlSchema;
    std::int64_t tableId = 0;
    std::vector<PropView> changeProps; // of the RowChange, BEGIN or END
    std::string_view transactionId;
    std::int64_t threadId = 0;
    std::optional<EntryId> statement; // the Annotation that goes with these rows
    HeldBlock block; // where the views point
};

} // namespace canal
