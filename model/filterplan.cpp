// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterplan.h"

#include "model/rowtext.h"

#include <algorithm>

namespace canal {
namespace {

constexpr bool hasBit(std::uint32_t bits, unsigned bit) { return ((bits >> bit) & 1U) != 0; }

bool foundInAny(const std::vector<TextPattern> &patterns, std::string_view text)
{
    return std::ranges::any_of(patterns, [text](const auto &p) { return p.foundIn(text); });
}

bool matchesAny(const std::vector<NamePattern> &names, std::string_view text)
{
    return std::ranges::any_of(names, [text](const auto &name) { return name.matches(text); });
}

bool compares(std::int64_t left, Comparison comparison, std::int64_t right)
{
    switch (comparison) {
    case Comparison::Equal:
    case Comparison::NotEqual:
        return left == right;
    case Comparison::Less:
        return left < right;
    case Comparison::LessOrEqual:
        return left <= right;
    case Comparison::Greater:
        return left > right;
    case Comparison::GreaterOrEqual:
        return left >= right;
    }
    return false;
}

bool isMeant(const TableTerm &term, const TableName &table)
{
    return std::ranges::any_of(term.any, [&table](const TableTerm::Name &name) {
        return (!name.schema || name.schema->matches(table.schema))
            && (!name.table || name.table->matches(table.table));
    });
}

std::vector<bool> tablesOf(const TableTerm &term, const EventSnapshot &rows)
{
    std::vector<bool> tables(rows.tableCount());
    for (std::uint32_t id = 1; id < rows.tableCount(); ++id)
        tables[id] = isMeant(term, rows.tableName(TableId { id }));
    return tables;
}

std::vector<std::uint32_t> transactionsOf(const TransactionTerm &term, const EventSnapshot &rows,
                                          std::uint32_t from, const std::stop_token &stop)
{
    std::vector<std::uint32_t> transactions;
    EntryInfo entry;
    for (auto i = from; i < rows.size() && !stop.stop_requested(); ++i) {
        const RowId row { i };
        if (!rows.contains(row) || rows.kind(row) != RowKind::TransactionEnd)
            continue;
        rows.read(rows.entry(row), entry);
        const auto isXid = [&entry](const TextPattern &p) { return p.equals(entry.transactionId); };
        if (std::ranges::any_of(term.any, isXid))
            transactions.push_back(rows.transaction(row));
    }
    return transactions;
}

PlanNode makeNode(const FilterNode &from, const EventSnapshot &rows, std::uint32_t firstRow,
                  const std::stop_token &stop)
{
    PlanNode node;
    node.kind = from.kind;
    node.cost = costOf(from);
    node.term = &from.term;
    if (from.kind == FilterNode::Kind::Term) {
        if (const auto *table = std::get_if<TableTerm>(&from.term))
            node.tables = tablesOf(*table, rows);
        if (const auto *transaction = std::get_if<TransactionTerm>(&from.term))
            node.transactions = transactionsOf(*transaction, rows, firstRow, stop);
    }
    for (const auto &child : from.children)
        node.children.push_back(makeNode(child, rows, firstRow, stop));
    std::ranges::stable_sort(node.children, {}, &PlanNode::cost);
    return node;
}

} // namespace

std::string_view gtidOf(const EntryInfo &entry)
{
    const auto own = currentGtid(entry.header);
    return own.empty() ? entry.header.gtid : own;
}

FilterPlan makePlan(const FilterSpec &spec, const EventSnapshot &rows, std::uint32_t from,
                    const std::stop_token &stop)
{
    FilterPlan plan;
    if (!spec.root())
        return plan;
    auto root = makeNode(*spec.root(), rows, from, stop);
    std::vector<PlanNode> all;
    if (root.kind == FilterNode::Kind::And)
        all = std::move(root.children);
    else
        all.push_back(std::move(root));
    for (auto &node : all)
        (node.cost == FilterCost::Row ? plan.rows : plan.columns).push_back(std::move(node));
    return plan;
}

const EntryInfo &ColumnMatcher::entryOf(RowId row)
{
    const auto id = m_rows.entry(row);
    if (m_entryId != id)
        m_rows.read(id, m_entry);
    m_entryId = id;
    return m_entry;
}

bool ColumnMatcher::matches(const PlanNode &node, RowId row)
{
    if (const auto *operation = std::get_if<OperationTerm>(node.term))
        return matches(*operation, row);
    if (const auto *is = std::get_if<IsTerm>(node.term))
        return matches(*is, row);
    if (const auto *name = std::get_if<NameTerm>(node.term))
        return matches(*name, row);
    if (const auto *number = std::get_if<NumberTerm>(node.term))
        return matches(*number, row);
    if (const auto *sql = std::get_if<SqlTerm>(node.term))
        return matches(*sql, row);
    if (std::holds_alternative<TableTerm>(*node.term)) {
        const auto table = raw(m_rows.table(row));
        return table < node.tables.size() && node.tables[table];
    }
    if (std::holds_alternative<TransactionTerm>(*node.term))
        return std::ranges::binary_search(node.transactions, m_rows.transaction(row));
    if (const auto *ack = std::get_if<AckTerm>(node.term)) {
        const auto state = m_states != nullptr ? m_states->of(row) : std::nullopt;
        return state && hasBit(ack->states, static_cast<unsigned>(*state));
    }
    return false;
}

bool ColumnMatcher::matches(const OperationTerm &term, RowId row) const
{
    if (hasBit(term.operations, static_cast<unsigned>(operationOf(m_rows, row))))
        return true;
    const auto kind = m_rows.kind(row);
    if (kind != RowKind::Row && kind != RowKind::Statement)
        return false;
    const auto type = static_cast<std::uint32_t>(m_rows.eventType(row));
    constexpr std::uint32_t bits = 16;
    return type < bits && hasBit(term.eventTypes, type);
}

bool ColumnMatcher::matches(const IsTerm &term, RowId row) const
{
    using What = IsTerm::What;
    const auto operation = operationOf(m_rows, row);
    return (term.asks(What::Ddl) && operation == Operation::Ddl)
        || (term.asks(What::Unreadable) && operation == Operation::Unreadable)
        || (term.asks(What::Redelivered) && m_rows.isRedelivered(row))
        || (term.asks(What::Marked) && m_marked != nullptr
            && std::ranges::binary_search(*m_marked, row));
}

bool ColumnMatcher::matches(const NameTerm &term, RowId row)
{
    const auto &entry = entryOf(row);
    return matchesAny(term.any,
                      term.field == NameTerm::Field::Gtid ? gtidOf(entry) : entry.header.logFile);
}

bool ColumnMatcher::matches(const NumberTerm &term, RowId row)
{
    const auto &entry = entryOf(row);
    const bool isBatch = term.field == NumberTerm::Field::Batch;
    const std::int64_t number = isBatch ? raw(entry.batch) : entry.header.logOffset;
    const bool any = std::ranges::any_of(
        term.any, [&](std::int64_t other) { return compares(number, term.comparison, other); });
    return any != (term.comparison == Comparison::NotEqual);
}

bool ColumnMatcher::matches(const SqlTerm &term, RowId row)
{
    const auto &entry = entryOf(row);
    if (foundInAny(term.any, entry.sql))
        return true;
    if (!entry.statement)
        return false;
    if (m_statementId != entry.statement)
        m_rows.read(*entry.statement, m_statement);
    m_statementId = entry.statement;
    return foundInAny(term.any, m_statement.sql);
}

} // namespace canal
