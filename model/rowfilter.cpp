// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowfilter.h"

#include "model/valuematcher.h"

#include <algorithm>

namespace canal {

bool RowFilter::operator==(const RowFilter &other) const
{
    return hiddenTables == other.hiddenTables && hidesTransactions == other.hidesTransactions
        && hidesAnnotations == other.hidesAnnotations && spec == other.spec;
}

std::int64_t RowIndex::atOrBefore(RowId row) const
{
    return std::ranges::upper_bound(m_rows, row) - m_rows.begin() - 1;
}

bool RowIndex::contains(RowId row) const { return std::ranges::binary_search(m_rows, row); }

bool isShown(RowKind kind, const RowFilter &filter)
{
    switch (kind) {
    case RowKind::TransactionBegin:
    case RowKind::TransactionEnd:
        return !filter.hidesTransactions;
    case RowKind::Annotation:
        return !filter.hidesAnnotations;
    case RowKind::Row:
    case RowKind::Statement:
    case RowKind::Other:
    case RowKind::Unreadable:
        break;
    }
    return true;
}

struct RowScan::Parts
{
    Parts(const EventSnapshot &snapshot, RowFilter rowFilter, std::uint32_t from,
          const std::stop_token &stop)
        : rows(snapshot)
        , filter(std::move(rowFilter))
        , hidden(snapshot.tableCount())
        , plan(makePlan(filter.spec, rows, from, stop))
        , columns(rows, filter.states.get())
        , values(rows, columns)
    {
        for (const auto table : filter.hiddenTables)
            if (raw(table) < hidden.size())
                hidden[raw(table)] = true;
    }

    const EventSnapshot rows;
    const RowFilter filter; // the plan points into it
    std::vector<bool> hidden; // by TableId
    const FilterPlan plan;
    ColumnMatcher columns;
    ValueMatcher values;
};

RowScan::RowScan(const EventSnapshot &rows, const RowFilter &filter, std::uint32_t from,
                 const std::stop_token &stop)
    : m_parts(std::make_unique<Parts>(rows, filter, from, stop))
{ }

RowScan::~RowScan() = default;

bool RowScan::columnsMatch(RowId row)
{
    const auto &rows = m_parts->rows;
    if (!isShown(rows.kind(row), m_parts->filter))
        return false;
    if (const auto table = raw(rows.table(row));
        table < m_parts->hidden.size() && m_parts->hidden[table])
        return false;
    const auto leaf = [&](const PlanNode &term) { return m_parts->columns.matches(term, row); };
    return std::ranges::all_of(m_parts->plan.columns,
                               [&](const PlanNode &node) { return holds(node, leaf); });
}

bool RowScan::valuesMatch(RowId row)
{
    const auto leaf = [&](const PlanNode &term) { return m_parts->values.matches(term, row); };
    return std::ranges::all_of(m_parts->plan.rows,
                               [&](const PlanNode &node) { return holds(node, leaf); });
}

std::vector<RowId> RowScan::matching(std::uint32_t from, std::uint32_t to,
                                     const std::stop_token &stop)
{
    constexpr std::uint32_t stopMask = 0xff;
    const bool asksValues = !m_parts->plan.rows.empty();
    std::vector<RowId> found;
    for (auto i = from; i < to; ++i) {
        if ((asksValues || (i & stopMask) == 0) && stop.stop_requested())
            break;
        const RowId row { i };
        if (columnsMatch(row) && valuesMatch(row))
            found.push_back(row);
    }
    return found;
}

std::vector<RowId> matchingRows(const EventSnapshot &rows, const RowFilter &filter,
                                std::uint32_t from, std::uint32_t to, const std::stop_token &stop)
{
    return RowScan(rows, filter, from, stop).matching(from, to, stop);
}

std::uint32_t firstRowOfEndedTransaction(const EventSnapshot &rows, std::uint32_t known,
                                         std::uint32_t to)
{
    if (known == 0 || known >= to || !rows.contains(RowId { known - 1 }))
        return known;
    const auto transaction = rows.transaction(RowId { known - 1 });
    const auto isOf = [&](std::uint32_t i) { return rows.transaction(RowId { i }) == transaction; };
    auto end = known;
    while (end < to && isOf(end) && rows.kind(RowId { end }) != RowKind::TransactionEnd)
        ++end;
    if (transaction == 0 || end == to || !isOf(end))
        return known;
    auto first = known;
    while (first > 0 && rows.contains(RowId { first - 1 }) && isOf(first - 1))
        --first;
    return first;
}

} // namespace canal
