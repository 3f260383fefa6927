// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowfilter.h"

#include "model/rowtext.h"

#include <algorithm>

namespace canal {

std::int64_t RowIndex::atOrBefore(RowId row) const
{
    return std::ranges::upper_bound(m_rows, row) - m_rows.begin() - 1;
}

bool RowIndex::contains(RowId row) const { return std::ranges::binary_search(m_rows, row); }

bool isShown(RowKind kind, const FilterSpec &spec)
{
    switch (kind) {
    case RowKind::TransactionBegin:
    case RowKind::TransactionEnd:
        return !spec.hidesTransactions;
    case RowKind::Annotation:
        return !spec.hidesAnnotations;
    case RowKind::Row:
    case RowKind::Statement:
    case RowKind::Other:
    case RowKind::Unreadable:
        break;
    }
    return true;
}

std::vector<RowId> matchingRows(const EventSnapshot &rows, const FilterSpec &spec,
                                std::uint32_t from, std::uint32_t to, const std::stop_token &stop)
{
    std::vector<bool> hidden(rows.tableCount());
    for (const auto table : spec.hiddenTables)
        if (raw(table) < hidden.size())
            hidden[raw(table)] = true;
    RowText text;
    std::vector<RowId> found;
    for (auto i = from; i < to; ++i) {
        constexpr std::uint32_t stopMask = 0xff;
        if ((i & stopMask) == 0 && stop.stop_requested())
            break;
        const RowId row { i };
        if (!isShown(rows.kind(row), spec))
            continue;
        if (const auto table = raw(rows.table(row)); table < hidden.size() && hidden[table])
            continue;
        if (spec.text.isEmpty() || spec.text.foundIn(text.of(rows, row)))
            found.push_back(row);
    }
    return found;
}

} // namespace canal
