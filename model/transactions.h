// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"

#include <unordered_map>

// What rows are one transaction is told by transactionnumbers.h; here is what to say of one. Plain
// C++20, any thread.
namespace canal {

struct TransactionSummary
{
    static constexpr std::size_t mostTables = 8;
    enum class State {
        Open, // its END may still come
        Ended,
        WithoutEnd, // the next one has begun
    };

    std::uint32_t rows() const { return inserts + updates + deletes + others; }

    RowId first { 0 };
    std::uint32_t end = 0; // the row after the last
    State state = State::Open;
    std::uint32_t inserts = 0;
    std::uint32_t updates = 0;
    std::uint32_t deletes = 0;
    std::uint32_t others = 0; // statements logged as such, XA
    std::uint32_t statements = 0; // of which the stream has the SQL
    std::uint64_t bytes = 0; // as they came
    std::uint32_t batches = 0;
    std::vector<TableId> tables; // in the order of their first rows
    bool hasMoreTables = false;
    bool redelivered = false; // some of it
    std::optional<RowId> begin;
    std::optional<RowId> commit; // the END
};

// Looks through each transaction once, and of one that grows only at what is new.
class TransactionSummaries
{
public:
    // `row` is in a transaction, and within the snapshot. Valid until the next call.
    const TransactionSummary &of(const EventSnapshot &rows, RowId row);
    void clear() { m_known.clear(); }

private:
    std::unordered_map<std::uint32_t, TransactionSummary> m_known; // by number
};

// Which lines the rows of an unfolded transaction become, in their order.
class TransactionLines
{
public:
    enum class Sql { None, Statement, Missing }; // a line before the row
    struct Step
    {
        Sql sql = Sql::None;
        bool hasRow = false; // a line of its own

        std::uint32_t lines() const { return (sql != Sql::None ? 1U : 0U) + (hasRow ? 1U : 0U); }
    };

    Step next(const EventSnapshot &rows, RowId row);

private:
    std::optional<EntryId> m_statement; // of the rows before
    bool m_isFirst = true;
};

} // namespace canal
