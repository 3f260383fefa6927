// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/textsearch.h"

#include <algorithm>
#include <bit>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace canal {
namespace {

constexpr char lowerBit = 0x20;

bool isAsciiLetter(char c) { return (c | lowerBit) >= 'a' && (c | lowerBit) <= 'z'; }

bool isAscii(std::string_view text)
{
    return std::ranges::none_of(text, [](char c) { return (c & 0x80) != 0; });
}

bool allAscii(const TextPattern &pattern)
{
    return std::ranges::all_of(pattern.characters(), [](const TextPattern::Forms &forms) {
        return std::ranges::any_of(forms, isAscii);
    });
}

// Every character of the pattern has a form among these.
bool madeOf(const TextPattern &pattern, std::string_view characters)
{
    return std::ranges::all_of(pattern.characters(), [&](const TextPattern::Forms &forms) {
        return std::ranges::any_of(forms, [&](const std::string &form) {
            return characters.find(form) != std::string_view::npos;
        });
    });
}

} // namespace

// ---- ByteFinder

// The longest run of characters that are the same bytes in every row, but for a letter's case.
ByteFinder::ByteFinder(const TextPattern &pattern)
{
    const auto &characters = pattern.characters();
    std::vector<Byte> best;
    for (std::size_t first = 0; first < characters.size();) {
        std::vector<Byte> run;
        auto end = first;
        for (; end < characters.size(); ++end) {
            const auto &forms = characters[end];
            const bool isCased = forms.size() == 2 && forms[0].size() == 1 && forms[1].size() == 1
                && isAsciiLetter(forms[0][0])
                && (forms[0][0] | lowerBit) == (forms[1][0] | lowerBit);
            if (isCased)
                run.push_back({ static_cast<char>(forms[0][0] | lowerBit), lowerBit });
            else if (forms.size() == 1)
                for (const char c : forms[0])
                    run.push_back({ c, 0 });
            else
                break;
        }
        if (run.size() > best.size()) {
            best = run;
            m_rest
                = TextPattern({ characters.begin() + static_cast<long>(first), characters.end() });
        }
        first = end + 1;
    }
    m_length = best.size();
    for (std::size_t i = 0; i < m_anchors.size() && !best.empty(); ++i) {
        const auto fromEnd = std::min(m_anchors.size() - 1 - i, best.size() - 1);
        const auto at = i < 2 ? std::min(i, best.size() - 1) : best.size() - 1 - fromEnd;
        m_anchors[i] = { at, best[at] };
    }
}

void ByteFinder::find(std::string_view bytes, std::vector<std::uint32_t> &places) const
{
    std::size_t at = 0;
#ifdef __SSE2__
    struct Wanted
    {
        const char *from;
        __m128i value;
        __m128i caseBit;

        __m128i at(std::size_t place) const
        {
            __m128i block;
            std::memcpy(&block, from + place, sizeof block);
            return _mm_cmpeq_epi8(_mm_or_si128(block, caseBit), value);
        }
    };
    const auto wanted = [&](const Anchor &anchor) {
        return Wanted { bytes.data() + anchor.at, _mm_set1_epi8(anchor.byte.value),
                        _mm_set1_epi8(anchor.byte.caseBit) };
    };
    const auto first = wanted(m_anchors[0]);
    const auto second = wanted(m_anchors[1]);
    const auto third = wanted(m_anchors[2]);
    const auto fourth = wanted(m_anchors[3]);
    for (; at + m_length + sizeof(__m128i) <= bytes.size(); at += sizeof(__m128i)) {
        const auto begins = _mm_and_si128(first.at(at), second.at(at));
        const auto ends = _mm_and_si128(third.at(at), fourth.at(at));
        for (auto bits = static_cast<unsigned>(_mm_movemask_epi8(_mm_and_si128(begins, ends)));
             bits != 0; bits &= bits - 1)
            check(bytes, at + static_cast<std::size_t>(std::countr_zero(bits)), places);
    }
#endif
    for (; at + m_length <= bytes.size(); ++at)
        if (std::ranges::all_of(m_anchors, [&](const Anchor &anchor) {
                return anchor.byte.matches(bytes[at + anchor.at]);
            }))
            check(bytes, at, places);
}

// ---- TextSearch

TextSearch::TextSearch(const EventSnapshot &rows, const std::vector<TextPattern> &any,
                       ValueStyle style)
    : m_rows(rows)
    , m_patterns(any)
    , m_style(style)
    , m_tables(rows.tableCount(), -1)
{
    constexpr std::string_view replacement = "\xef\xbf\xbd"; // stands for bytes that are not UTF-8
    m_givesUp = foundIn("NULL") || std::ranges::any_of(any, [&](const TextPattern &pattern) {
                    return pattern.isEmpty()
                        || std::ranges::any_of(pattern.characters(), [&](const auto &forms) {
                               return std::ranges::find(forms, replacement) != forms.end();
                           });
                });
    for (const auto &pattern : any) {
        m_finders.emplace_back(pattern);
        m_givesUp |= !m_finders.back().canSearch();
        // A text without a colon stands in a file's name or in an offset, never in both.
        m_asksPositions |= madeOf(pattern, "0123456789")
            || std::ranges::any_of(pattern.characters(), [](const TextPattern::Forms &forms) {
                               return forms.front() == ":";
                           });
    }
    for (std::size_t event = 0; event < m_operations.size(); ++event)
        m_operations[event] = event == otherEvent
            || foundIn(operationWord(operationOf(static_cast<EventType>(event), false)))
            || static_cast<EventType>(event) == EventType::Query;
    for (std::uint32_t i = 0; i < rows.layoutCount(); ++i) {
        m_layouts.push_back(showsInColumns(rows.layout(i)));
        m_layoutsMatch |= m_layouts.back();
    }
    m_onlyInValues = isOnlyInValues();
}

bool TextSearch::isOnlyInValues() const
{
    if (m_givesUp || m_asksPositions || m_layoutsMatch || m_rows.hasUncodedRows())
        return false;
    for (std::uint8_t event = 0; event < otherEvent; ++event)
        if (m_operations[event] && isUsualRow(event))
            return false;
    for (std::uint32_t table = 0; table < m_rows.tableCount(); ++table) {
        const auto &name = m_rows.tableName(TableId { table });
        if (foundIn(name.schema + '.' + name.table))
            return false;
    }
    for (std::uint32_t file = 0; file < m_rows.logFileCount(); ++file)
        if (foundIn(m_rows.logFileName(file)))
            return false;
    return true;
}

bool TextSearch::foundIn(std::string_view text) const
{
    return std::ranges::any_of(m_patterns, [text](const auto &p) { return p.foundIn(text); });
}

bool TextSearch::showsInColumns(const TableLayout &layout) const
{
    bool shows = false;
    layout.forEachColumn([&](const LayoutColumn &column) { shows = shows || showsIn(column); });
    return shows;
}

// Whether the pattern may be seen in such a cell though it does not stand in its bytes.
bool TextSearch::showsIn(const LayoutColumn &column) const
{
    if (foundIn(column.name))
        return true;
    if (m_style == ValueStyle::Raw)
        return false;
    const auto type = ColumnType::parse(column.mysqlType);
    switch (type.family) {
    case ColumnType::Family::Other:
    case ColumnType::Family::Number:
        return false;
    case ColumnType::Family::Enum:
        return std::ranges::any_of(type.members,
                                   [this](const auto &name) { return foundIn(name); });
    case ColumnType::Family::Set:
        return std::ranges::any_of(type.members, [this](const auto &name) { return foundIn(name); })
            || std::ranges::any_of(m_patterns, [](const TextPattern &pattern) {
                   return std::ranges::any_of(
                       pattern.characters(),
                       [](const TextPattern::Forms &forms) { return forms.front() == ","; });
               });
    case ColumnType::Family::Bit:
        return std::ranges::any_of(m_patterns, [](const auto &p) { return madeOf(p, "b'01"); });
    case ColumnType::Family::Binary:
        return std::ranges::any_of(m_patterns,
                                   [](const auto &p) { return madeOf(p, "0123456789abcdefx"); });
    case ColumnType::Family::Geometry: // words or hexadecimal
        break;
    case ColumnType::Family::Json: // characters beyond ASCII may be sent as bytes
        return !std::ranges::all_of(m_patterns, allAscii);
    }
    return true;
}

bool TextSearch::tableMatches(TableId table)
{
    auto &known = m_tables[raw(table)];
    if (known < 0) {
        const auto &name = m_rows.tableName(table);
        known = foundIn(name.schema + '.' + name.table) ? 1 : 0;
    }
    return known != 0;
}

bool TextSearch::positionMatches(RowId row)
{
    const auto entry = m_rows.entry(row);
    const auto file = m_rows.logFile(entry);
    if (m_logFiles.size() <= file)
        m_logFiles.resize(file + std::size_t(1), -1);
    const auto &name = m_rows.logFileName(file);
    if (m_logFiles[file] < 0)
        m_logFiles[file] = foundIn(name) ? 1 : 0;
    return m_logFiles[file] != 0
        || (m_asksPositions && foundIn(name + ':' + std::to_string(m_rows.logOffset(entry))));
}

void TextSearch::openBlock(std::uint32_t block)
{
    m_block = block;
    m_bytes = m_rows.block(block);
    m_hits.clear();
    if (m_bytes.size > 0)
        for (const auto &finder : m_finders)
            finder.find(m_bytes.from(0), m_hits);
    if (m_finders.size() > 1)
        std::ranges::sort(m_hits);
    m_nextHit = 0;
    m_lastOffset = 0;
}

// Up to the row with the next hit, or the next block.
void TextSearch::passUntil(RowId row)
{
    constexpr std::uint32_t mostRows = 1U << 16;
    auto low = raw(row) + 1;
    auto high = std::min(m_rows.size(), low + mostRows);
    const auto isBefore = [&](std::uint32_t other) {
        const auto place = m_rows.place(RowId { other });
        return place.block == *m_block
            && (m_nextHit == m_hits.size() || place.offset <= m_hits[m_nextHit]);
    };
    while (low < high) {
        const auto middle = low + (high - low) / 2;
        if (isBefore(middle))
            low = middle + 1;
        else
            high = middle;
    }
    const bool lastHoldsHit = m_nextHit < m_hits.size();
    m_passFrom = raw(row);
    m_passCount = low - raw(row) - (lastHoldsHit ? 1 : 0);
}

bool TextSearch::look(RowId row)
{
    if (m_givesUp || m_rows.kind(row) != RowKind::Row)
        return true;
    const auto place = m_rows.place(row);
    if (m_block != place.block)
        openBlock(place.block);
    if (m_bytes.size <= place.offset)
        return true; // cannot be read back
    const auto event = static_cast<std::size_t>(m_rows.code(row) & otherEvent);
    if (m_operations[event] || tableMatches(m_rows.table(row)) || positionMatches(row))
        return true;
    if (place.offset < m_lastOffset)
        m_nextHit = 0;
    m_lastOffset = place.offset;
    while (m_nextHit < m_hits.size() && m_hits[m_nextHit] < place.offset)
        ++m_nextHit;
    const bool isHit
        = m_nextHit < m_hits.size() && m_hits[m_nextHit] < m_rows.endOffset(row, m_bytes.size);
    if (isHit)
        return true;
    if (m_onlyInValues)
        passUntil(row);
    if (!m_layoutsMatch && !m_rows.hasUncodedRows())
        return false;
    const auto layout = Layouts::numberAt(m_bytes.from(place.offset));
    return !layout || m_layouts[*layout];
}

} // namespace canal
