// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/batchstates.h"
#include "model/eventstore.h"
#include "model/filterspec.h"

#include <stop_token>

// A filter made ready for one snapshot. Plain C++20; one per scan and thread.
namespace canal {

// A part of the filter with what can be known beforehand.
struct PlanNode
{
    FilterNode::Kind kind = FilterNode::Kind::Term;
    FilterCost cost = FilterCost::Columns;
    const FilterTerm *term = nullptr;
    std::vector<bool> tables; // TableTerm: by TableId, whether it is meant
    std::vector<std::uint32_t> transactions; // TransactionTerm: those meant, ascending
    std::vector<PlanNode> children; // of And and Or, the cheap ones first
};

// A row passes when all of both lists hold.
struct FilterPlan
{
    std::vector<PlanNode> columns; // no row has to be decoded: kind, table, type, batch, entry
    std::vector<PlanNode> rows; // the rest; may have cheap terms inside
};

// `spec` must outlive the plan. Transactions are looked for from row `from` on.
FilterPlan makePlan(const FilterSpec &spec, const EventSnapshot &rows, std::uint32_t from,
                    const std::stop_token &stop);

// `leaf` answers for a term; a term that is not needed is not asked.
template <typename Leaf>
bool holds(const PlanNode &node, const Leaf &leaf)
{
    switch (node.kind) {
    case FilterNode::Kind::Term:
        return leaf(node);
    case FilterNode::Kind::Not:
        return !holds(node.children.front(), leaf);
    case FilterNode::Kind::And:
        for (const auto &child : node.children)
            if (!holds(child, leaf))
                return false;
        return true;
    case FilterNode::Kind::Or:
        for (const auto &child : node.children)
            if (holds(child, leaf))
                return true;
        return false;
    }
    return false;
}

// The transaction's own id where the server tells it, not the set that it is added to.
std::string_view gtidOf(const EntryInfo &entry);

// Answers for the terms that need no row: from the store's columns, and from the entry.
class ColumnMatcher
{
public:
    // `marked` is ascending. None of either: no row is in such a state, or marked.
    ColumnMatcher(const EventSnapshot &rows, const BatchStates *states,
                  const std::vector<RowId> *marked)
        : m_rows(rows)
        , m_states(states)
        , m_marked(marked)
    { }

    bool matches(const PlanNode &term, RowId row);
    const EntryInfo &entryOf(RowId row); // valid until the next call

private:
    bool matches(const OperationTerm &term, RowId row) const;
    bool matches(const IsTerm &term, RowId row) const;
    bool matches(const NameTerm &term, RowId row);
    bool matches(const NumberTerm &term, RowId row);
    bool matches(const SqlTerm &term, RowId row);

    const EventSnapshot m_rows;
    const BatchStates *const m_states;
    const std::vector<RowId> *const m_marked;
    EntryInfo m_entry; // of m_entryId
    std::optional<EntryId> m_entryId;
    EntryInfo m_statement; // of m_statementId
    std::optional<EntryId> m_statementId;
};

} // namespace canal
