// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"
#include "model/rowtext.h"
#include "model/textpattern.h"

#include <optional>
#include <vector>

namespace canal {

// Finds where a pattern may stand among bytes, many at a time. Plain C++20.
class ByteFinder
{
public:
    explicit ByteFinder(const TextPattern &pattern);

    // False: its characters have forms that cannot be looked for in this way.
    bool canSearch() const { return m_length > 0; }
    // Appends, ascending, a place within every match, and few others.
    void find(std::string_view bytes, std::vector<std::uint32_t> &places) const;

private:
    // A byte of the pattern; caseBit is 0x20 for a letter of either case, else 0.
    struct Byte
    {
        char value = 0;
        char caseBit = 0;

        bool matches(char c) const { return (c | caseBit) == value; }
    };

    void check(std::string_view bytes, std::size_t at, std::vector<std::uint32_t> &places) const
    {
        if (m_rest.endAt(bytes, at))
            places.push_back(static_cast<std::uint32_t>(at));
    }

    // The run's first two bytes and its last two: few places have all of them.
    struct Anchor
    {
        std::size_t at = 0; // in the run
        Byte byte;
    };

    std::array<Anchor, 4> m_anchors {};
    std::size_t m_length = 0; // of the run, in bytes
    TextPattern m_rest; // from the run on
};

// Tells without decoding it which row cannot match a text: the bytes of a whole block are searched
// at once, and what cells show beside them is known from the tables. Rows are best asked in order.
// Plain C++20; one per scan and thread.
class TextSearch
{
public:
    TextSearch(const EventSnapshot &rows, const std::vector<TextPattern> &any, ValueStyle style);

    // False: the row does not match any of the patterns.
    bool mayMatch(RowId row)
    {
        const bool isPassed = raw(row) - m_passFrom < m_passCount; // and not before m_passFrom
        return !(isPassed && isUsualRow(m_rows.code(row))) && look(row);
    }

private:
    bool look(RowId row);
    void passUntil(RowId row);
    bool isOnlyInValues() const;
    void openBlock(std::uint32_t block);
    bool showsInColumns(const TableLayout &layout) const;
    bool showsIn(const LayoutColumn &column) const;
    bool foundIn(std::string_view text) const;
    bool tableMatches(TableId table);
    bool positionMatches(RowId row);

    const EventSnapshot m_rows;
    const std::vector<TextPattern> m_patterns;
    const ValueStyle m_style;
    std::vector<ByteFinder> m_finders;
    bool m_givesUp = false; // every row may match
    bool m_asksPositions = false;
    bool m_onlyInValues = false; // no row matches by anything but its values' bytes
    std::array<bool, 32> m_operations {}; // by event type: its word matches
    std::vector<bool> m_layouts; // whose columns' names or types may show a match
    bool m_layoutsMatch = false; // one of them does
    std::vector<signed char> m_tables; // by TableId; -1: not known yet
    std::vector<signed char> m_logFiles; // by number; -1: not known yet

    std::optional<std::uint32_t> m_block; // the one searched last
    BlockBytes m_bytes;
    std::vector<std::uint32_t> m_hits; // in it, ascending
    std::size_t m_nextHit = 0;
    std::uint32_t m_lastOffset = 0;
    std::uint32_t m_passFrom = 0; // from this row on so many rows hold no hit
    std::uint32_t m_passCount = 0;
};

} // namespace canal
