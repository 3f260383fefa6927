// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowfilter.h"

#include "model/textsearch.h"
#include "model/valuematcher.h"

#include <algorithm>
#include <array>
#include <deque>
#include <memory>
#include <sys/mman.h>

namespace canal {

bool RowFilter::operator==(const RowFilter &other) const
{
    return hiddenTables == other.hiddenTables && hidesTransactions == other.hidesTransactions
        && hidesAnnotations == other.hidesAnnotations && spec == other.spec;
}

std::int64_t RowIndex::atOrBefore(RowId row) const
{
    const auto first = m_rows.begin() + m_hidden;
    return std::upper_bound(first, m_rows.end(), row) - first - 1;
}

bool RowIndex::contains(RowId row) const
{
    return std::binary_search(m_rows.begin() + m_hidden, m_rows.end(), row);
}

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

namespace {

// Whether table and event type of a row decide, so that the answer can be kept.
bool isKnownByTable(const PlanNode &node)
{
    if (node.kind == FilterNode::Kind::Term)
        return std::holds_alternative<TableTerm>(*node.term)
            || std::holds_alternative<OperationTerm>(*node.term);
    return std::ranges::all_of(node.children, isKnownByTable);
}

// Whether the code alone tells the row's operation.
bool saysOperation(std::uint8_t code)
{
    const auto kind = kindOf(code);
    return isUsualRow(code) || (kind != RowKind::Row && kind != RowKind::Statement);
}

// The term when it is words to be found in anything that the row shows.
const AnywhereTerm *wordsOf(const PlanNode &node)
{
    const auto *term
        = node.kind == FilterNode::Kind::Term ? std::get_if<AnywhereTerm>(node.term) : nullptr;
    return term != nullptr && term->regex == nullptr ? term : nullptr;
}

} // namespace

static constexpr std::uint32_t mostAtOnce = 4096; // rows

// Room for as many rows as there may be; what is not written to costs nothing. Without large pages
// the kernel takes longer to hand out memory for millions of rows than it takes to find them.
static void reserveFor(std::vector<RowId> &found, std::size_t rows)
{
    constexpr std::size_t largePage = std::size_t(2) << 20;
    found.reserve(rows);
    void *start = found.data();
    auto left = rows * sizeof(RowId);
    if (std::align(largePage, largePage, start, left) != nullptr)
        ::madvise(start, left, MADV_HUGEPAGE); // a wish
}

struct RowScan::Parts
{
    Parts(const EventSnapshot &snapshot, RowFilter rowFilter, std::uint32_t from,
          const std::stop_token &stop)
        : rows(snapshot)
        , filter(std::move(rowFilter))
        , hidden(snapshot.tableCount())
        , plan(makePlan(filter.spec, rows, from, stop))
        , columns(rows, filter.states.get(), filter.marked.get())
        , values(rows, columns)
    {
        for (const auto table : filter.hiddenTables)
            if (raw(table) < hidden.size())
                hidden[raw(table)] = true;
        const auto rest
            = std::stable_partition(plan.columns.begin(), plan.columns.end(), isKnownByTable);
        byTable = static_cast<std::size_t>(rest - plan.columns.begin());
        if (snapshot.tableCount() <= mostTablesKept)
            verdicts.resize(std::size_t(snapshot.tableCount()) * codesPerTable, Verdict::Ask);
        for (const auto &node : plan.rows)
            if (const auto *words = wordsOf(node))
                searches.emplace_back(snapshot, words->any, words->style);
    }

    static constexpr std::size_t mostTablesKept = std::size_t(1) << 15;
    static constexpr std::size_t codesPerTable = 256;
    enum class Verdict : std::uint8_t { No, Yes, Ask };

    const EventSnapshot rows;
    const RowFilter filter; // the plan points into it
    std::vector<bool> hidden; // by TableId
    FilterPlan plan;
    std::size_t byTable = 0; // of plan.columns: isKnownByTable()
    std::vector<Verdict> verdicts; // of those, for rows by table and code
    ColumnMatcher columns;
    ValueMatcher values;
    std::deque<TextSearch> searches; // no row passes that one of them rules out
};

RowScan::RowScan(const EventSnapshot &rows, const RowFilter &filter, std::uint32_t from,
                 const std::stop_token &stop)
    : m_parts(std::make_unique<Parts>(rows, filter, from, stop))
{ }

RowScan::~RowScan() = default;

bool RowScan::tableMatches(RowId row)
{
    const auto &rows = m_parts->rows;
    if (!isShown(rows.kind(row), m_parts->filter))
        return false;
    if (const auto table = raw(rows.table(row));
        table < m_parts->hidden.size() && m_parts->hidden[table])
        return false;
    const auto &nodes = m_parts->plan.columns;
    return std::all_of(nodes.begin(), nodes.begin() + static_cast<long>(m_parts->byTable),
                       [&](const PlanNode &node) { return columnMatches(node, row); });
}

bool RowScan::columnMatches(const PlanNode &node, RowId row)
{
    return holds(node, [&](const PlanNode &term) { return m_parts->columns.matches(term, row); });
}

// Table and event type decide about nearly every row, so their verdict is looked up. A row is
// written before it is known to match, and the place is taken only then: no branch to guess wrong.
void RowScan::appendByTable(const RowColumns &run, std::vector<RowId> &found)
{
    using Verdict = Parts::Verdict;
    std::array<RowId, mostAtOnce> matching; // NOLINT(cppcoreguidelines-pro-type-member-init)
    std::size_t count = 0;
    auto *const verdicts = m_parts->verdicts.data();
    const auto *const codes = run.codes.data();
    const auto *const tables = run.tables.data();
    for (std::uint32_t i = 0; i < run.codes.size(); ++i) {
        const RowId row { raw(run.first) + i };
        const auto at = std::size_t(raw(tables[i])) * Parts::codesPerTable + codes[i];
        auto verdict = verdicts != nullptr ? verdicts[at] : Verdict::Ask;
        if (verdict == Verdict::Ask) [[unlikely]] {
            verdict = tableMatches(row) ? Verdict::Yes : Verdict::No;
            if (verdicts != nullptr && saysOperation(codes[i]))
                verdicts[at] = verdict;
        }
        matching[count] = row;
        count += static_cast<std::size_t>(verdict);
    }
    found.insert(found.end(), matching.begin(), matching.begin() + static_cast<long>(count));
}

bool RowScan::restMatches(RowId row)
{
    const auto &columns = m_parts->plan.columns;
    if (!std::all_of(columns.begin() + static_cast<long>(m_parts->byTable), columns.end(),
                     [&](const PlanNode &node) { return columnMatches(node, row); }))
        return false;
    if (!std::ranges::all_of(m_parts->searches,
                             [row](TextSearch &search) { return search.mayMatch(row); }))
        return false;
    const auto leaf = [&](const PlanNode &term) { return m_parts->values.matches(term, row); };
    return std::ranges::all_of(m_parts->plan.rows,
                               [&](const PlanNode &node) { return holds(node, leaf); });
}

std::vector<RowId> RowScan::matching(std::uint32_t from, std::uint32_t to,
                                     const std::stop_token &stop)
{
    const bool asksMore
        = m_parts->plan.columns.size() > m_parts->byTable || !m_parts->plan.rows.empty();
    std::vector<RowId> found;
    if (!asksMore)
        reserveFor(found, to - from);
    for (auto at = from; at < to && !stop.stop_requested();) {
        auto run = m_parts->rows.columns(RowId { at });
        const auto count
            = std::min({ std::size_t(to - at), run.codes.size(), std::size_t(mostAtOnce) });
        run.codes = run.codes.first(count);
        run.tables = run.tables.first(count);
        const auto start = found.size();
        appendByTable(run, found);
        if (asksMore) {
            auto end = start;
            for (auto i = start; i < found.size() && !stop.stop_requested(); ++i)
                if (restMatches(found[i]))
                    found[end++] = found[i];
            found.resize(end);
        }
        at += static_cast<std::uint32_t>(count);
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
