// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/batchstates.h"
#include "model/eventstore.h"
#include "model/filterspec.h"

#include <memory>
#include <span>
#include <stop_token>
#include <vector>

// Which rows the table shows. Plain C++20; filterjob.h runs it off the GUI thread.
namespace canal {

struct RowFilter
{
    std::vector<TableId> hiddenTables; // by ticks
    bool hidesTransactions = true; // BEGIN and END
    bool hidesAnnotations = true; // the SQL of rows shown anyway (S8)
    FilterSpec spec; // what the filter box says
    // What ack: and is:marked ask; not part of what the user wants, so not compared.
    std::shared_ptr<const BatchStates> states;
    std::shared_ptr<const std::vector<RowId>> marked; // ascending

    bool operator==(const RowFilter &other) const;
    // No row has to be decoded, nor has its entry.
    bool isCheap() const { return spec.cost() == FilterCost::Columns; }
};

// Whether rows of a kind are shown at all, whatever is in them.
bool isShown(RowKind kind, const RowFilter &filter);

// Visible row -> RowId, ascending.
class RowIndex
{
public:
    std::int64_t size() const { return static_cast<std::int64_t>(m_rows.size()) - m_hidden; }
    RowId at(std::int64_t visibleRow) const
    {
        return m_rows[static_cast<std::size_t>(m_hidden + visibleRow)];
    }
    // The visible row that shows `row`, or the last one before it; -1 when there is none.
    std::int64_t atOrBefore(RowId row) const;
    bool contains(RowId row) const;

    void append(std::span<const RowId> rows) { insert(size(), rows); }
    void insert(std::int64_t visibleRow, std::span<const RowId> rows)
    {
        m_rows.insert(m_rows.begin() + m_hidden + visibleRow, rows.begin(), rows.end());
    }
    void remove(std::int64_t visibleRow, std::int64_t count)
    {
        const auto first = m_rows.begin() + m_hidden + visibleRow;
        m_rows.erase(first, first + count);
    }
    void clear()
    {
        m_rows.clear();
        m_hidden = 0;
    }

    // The first visible rows are not visible any more.
    void hideFirst(std::int64_t count) { m_hidden += count; }
    std::int64_t hidden() const { return m_hidden; }
    const std::vector<RowId> &withHidden() const { return m_rows; }

private:
    std::vector<RowId> m_rows;
    std::int64_t m_hidden = 0; // of them, at the beginning
};

struct PlanNode;

// One filter made ready for one snapshot; looks at rows in any order. One per thread.
class RowScan
{
public:
    // No row before `from` will be looked at.
    RowScan(const EventSnapshot &rows, const RowFilter &filter, std::uint32_t from,
            const std::stop_token &stop = {});
    ~RowScan();
    RowScan(const RowScan &) = delete;
    RowScan &operator=(const RowScan &) = delete;

    // The matching rows of [from, to); what was found until then when stopped.
    std::vector<RowId> matching(std::uint32_t from, std::uint32_t to,
                                const std::stop_token &stop = {});

private:
    struct Parts;

    bool tableMatches(RowId row);
    bool columnMatches(const PlanNode &node, RowId row);
    void appendByTable(const RowColumns &run, std::vector<RowId> &found);
    bool restMatches(RowId row);

    std::unique_ptr<Parts> m_parts;
};

std::vector<RowId> matchingRows(const EventSnapshot &rows, const RowFilter &filter,
                                std::uint32_t from, std::uint32_t to,
                                const std::stop_token &stop = {});

// The rows [result, `known`) were looked at when the end of their transaction was not there yet;
// now it is among the rows up to `to`, and a filter that asks for it has to look again.
std::uint32_t firstRowOfEndedTransaction(const EventSnapshot &rows, std::uint32_t known,
                                         std::uint32_t to);

} // namespace canal
