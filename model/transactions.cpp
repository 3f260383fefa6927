// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/transactions.h"

#include "model/rowtext.h"

#include <algorithm>

namespace canal {

// Entries that belong to no transaction (such as unreadable ones) may stand inside of one.
static constexpr int mostStrangers = 64;
static constexpr std::size_t mostKept = 1024;

namespace {

std::uint32_t firstRowOfEntry(const EventSnapshot &rows, std::uint32_t row)
{
    return row - rows.rowInEntry(RowId { row });
}

RowId firstRowOf(const EventSnapshot &rows, RowId row)
{
    const auto number = rows.transaction(row);
    auto first = firstRowOfEntry(rows, raw(row));
    int strangers = 0;
    for (auto at = first; at > 0 && strangers < mostStrangers;) {
        const RowId before { at - 1 };
        if (!rows.contains(before))
            break;
        at = firstRowOfEntry(rows, at - 1);
        const auto other = rows.transaction(before);
        if (other == number)
            first = at;
        else if (other != 0)
            break;
        strangers = other == 0 ? strangers + 1 : 0;
    }
    return RowId { first };
}

void countRows(const EventSnapshot &rows, RowId row, TransactionSummary &sum)
{
    const auto count = rows.rowsOfEntry(row);
    switch (operationOf(rows, row)) {
    case Operation::Insert:
        sum.inserts += count;
        return;
    case Operation::Update:
        sum.updates += count;
        return;
    case Operation::Delete:
        sum.deletes += count;
        return;
    case Operation::Ddl:
    case Operation::Query:
    case Operation::XaCommit:
    case Operation::XaRollback:
    case Operation::Begin:
    case Operation::Commit:
    case Operation::Other:
    case Operation::Unreadable:
        break;
    }
    sum.others += count;
}

void addTable(TableId table, TransactionSummary &sum)
{
    if (raw(table) == 0 || std::ranges::find(sum.tables, table) != sum.tables.end())
        return;
    if (sum.tables.size() < TransactionSummary::mostTables)
        sum.tables.push_back(table);
    else
        sum.hasMoreTables = true;
}

void addEntry(const EventSnapshot &rows, RowId row, TransactionSummary &sum)
{
    switch (rows.kind(row)) {
    case RowKind::TransactionBegin:
        sum.begin = row;
        break;
    case RowKind::TransactionEnd:
        sum.commit = row;
        sum.state = TransactionSummary::State::Ended;
        break;
    case RowKind::Annotation:
        ++sum.statements;
        break;
    case RowKind::Row:
    case RowKind::Statement:
    case RowKind::Other:
    case RowKind::Unreadable:
        countRows(rows, row, sum);
        addTable(rows.table(row), sum);
        break;
    }
    if (sum.batches == 0 || rows.batchCount(row) != rows.batchCount(RowId { sum.end - 1 }))
        ++sum.batches;
    sum.redelivered |= rows.isRedelivered(row);
    sum.bytes += rows.bytesOfEntry(row);
    sum.end = raw(row) + rows.rowsOfEntry(row);
}

void extend(const EventSnapshot &rows, std::uint32_t number, TransactionSummary &sum)
{
    int strangers = 0;
    for (auto at = sum.end; at < rows.size() && sum.state == TransactionSummary::State::Open
         && strangers < mostStrangers;) {
        const RowId row { at };
        const auto other = rows.transaction(row);
        if (other == number)
            addEntry(rows, row, sum);
        else if (other != 0)
            sum.state = TransactionSummary::State::WithoutEnd;
        strangers = other == 0 ? strangers + 1 : 0;
        at += rows.rowsOfEntry(row);
    }
}

} // namespace

const TransactionSummary &TransactionSummaries::of(const EventSnapshot &rows, RowId row)
{
    const auto number = rows.transaction(row);
    if (m_known.size() >= mostKept && !m_known.contains(number))
        m_known.clear();
    auto [found, isNew] = m_known.try_emplace(number);
    auto &sum = found->second;
    if (isNew) {
        sum.first = firstRowOf(rows, row);
        sum.end = raw(sum.first);
    }
    extend(rows, number, sum);
    return sum;
}

TransactionLines::Step TransactionLines::next(const EventSnapshot &rows, RowId row)
{
    switch (rows.kind(row)) {
    case RowKind::TransactionBegin:
    case RowKind::TransactionEnd: // they have lines anyway
        return {};
    case RowKind::Annotation:
        m_statement = rows.entry(row);
        m_isFirst = false;
        return { Sql::Statement, false };
    case RowKind::Statement:
    case RowKind::Other:
    case RowKind::Unreadable:
        m_statement.reset();
        m_isFirst = true;
        return { Sql::None, true };
    case RowKind::Row:
        break;
    }
    const auto statement = rows.statement(row);
    const bool isNew = m_isFirst || statement != m_statement;
    m_statement = statement;
    m_isFirst = false;
    if (!isNew)
        return { Sql::None, true };
    return { statement ? Sql::Statement : Sql::Missing, true };
}

} // namespace canal
