// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"
#include "model/textpattern.h"

#include <stop_token>
#include <vector>

// Which rows the table shows. Plain C++20; filterjob.h runs it off the GUI thread.
namespace canal {

struct FilterSpec
{
    std::vector<TableId> hiddenTables;
    bool hidesTransactions = true; // BEGIN and END
    bool hidesAnnotations = true; // the SQL of rows shown anyway (S8)
    TextPattern text; // empty = any; found in what the cells show

    bool operator==(const FilterSpec &) const = default;
    // Without a text no row has to be decoded.
    bool isCheap() const { return text.isEmpty(); }
};

// Whether rows of a kind are shown at all, whatever is in them.
bool isShown(RowKind kind, const FilterSpec &spec);

// Visible row -> RowId, ascending.
class RowIndex
{
public:
    std::int64_t size() const { return static_cast<std::int64_t>(m_rows.size()); }
    RowId at(std::int64_t visibleRow) const { return m_rows[static_cast<std::size_t>(visibleRow)]; }
    // The visible row that shows `row`, or the last one before it; -1 when there is none.
    std::int64_t atOrBefore(RowId row) const;
    bool contains(RowId row) const;

    void append(const std::vector<RowId> &rows)
    {
        m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    }
    void clear() { m_rows.clear(); }

private:
    std::vector<RowId> m_rows;
};

// The matching rows of [from, to); what was found until then when stopped.
std::vector<RowId> matchingRows(const EventSnapshot &rows, const FilterSpec &spec,
                                std::uint32_t from, std::uint32_t to,
                                const std::stop_token &stop = {});

} // namespace canal
