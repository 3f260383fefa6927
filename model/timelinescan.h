// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"
#include "model/rowfilter.h"
#include "model/rowscript.h"
#include "model/typedvalue.h"

#include <set>

// What happened to one row of a table. Plain C++20.
namespace canal {

// Which row of which table: the values of its primary key, as they came.
struct RowKey
{
    struct Part
    {
        std::string column;
        std::string value;

        bool operator==(const Part &) const = default;
    };

    TableName table;
    std::vector<Part> parts;

    bool operator==(const RowKey &) const = default;

    // Before the change, unless there was no row; nothing without a primary key.
    static std::optional<RowKey> of(const EventSnapshot &rows, RowId row);
};

// One thing that happened to the row, or a statement that may have concerned it.
struct RowVersion
{
    // An UPDATE of the key belongs to both keys.
    enum class KeyMove : std::uint8_t { None, Came, Went };

    RowId row { 0 };
    std::uint32_t number = 0; // as in the table, from 1
    std::int64_t timeMs = 0; // whole seconds in fact
    EventType event = EventType::Unset;
    bool isStatement = false;
    KeyMove keyMove = KeyMove::None;
    std::string otherKey; // as shown; before it came, or after it went
    std::vector<std::string> changed; // names of the columns that an UPDATE changed
    std::uint32_t columns = 0; // in the row image
};

struct FoundVersions
{
    std::vector<RowVersion> versions;
    std::vector<std::string> columns; // names that were not seen before, in the table's order
    std::uint32_t repeated = 0; // came again after a rollback; not among the versions
};
void append(FoundVersions &to, FoundVersions &&found);

struct TimelineQuery
{
    // What the scans of older rows have met; of one thread at a time.
    struct Seen
    {
        std::set<std::string, std::less<>> columns;
        std::set<std::tuple<std::uint32_t, std::int64_t, std::uint32_t>> places;
    };

    RowKey key;
    RowFilter candidates; // matches at least the rows of that key; not asked for statements
    std::shared_ptr<Seen> seen = std::make_shared<Seen>();
};

// Looks for the versions of one row, from older rows to newer ones. One per thread.
class TimelineScan
{
public:
    TimelineScan(const EventSnapshot &rows, const TimelineQuery &query, std::uint32_t from,
                 const std::stop_token &stop);

    FoundVersions look(std::uint32_t from, std::uint32_t to, const std::stop_token &stop);

private:
    using Columns = std::vector<ColumnView>;

    bool hasKey(const Columns &columns, const Columns &fallback) const;
    std::string keyText(const Columns &columns);
    std::optional<RowVersion> versionOf(RowId row);
    RowVersion start(RowId row);
    bool isRepeated(RowId row);
    void noteColumns(FoundVersions &found);

    const EventSnapshot m_rows;
    const RowKey m_key;
    const std::shared_ptr<TimelineQuery::Seen> m_seen;
    RowScan m_scan;
    StatementsAbout m_statements;
    ValueDecoder m_decoder;
    RowImage m_image;
    EntryInfo m_entry;
};

} // namespace canal
