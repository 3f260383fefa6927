// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowlookup.h"

#include "model/filterplan.h"
#include "model/filterscanner.h"

#include <algorithm>
#include <charconv>

namespace canal {
namespace {

constexpr std::string_view digits = "0123456789";

std::string withoutBlanks(std::string_view text)
{
    std::string kept(text);
    for (const std::string_view blank : { " ", "\t", "\u00a0", "\u202f" })
        for (auto at = kept.find(blank); at != std::string::npos; at = kept.find(blank, at))
            kept.erase(at, blank.size());
    return kept;
}

std::optional<std::int64_t> wholeNumber(std::string_view text)
{
    std::int64_t number = 0;
    const auto *const end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    if (text.find_first_not_of(digits) != std::string_view::npos || error != std::errc()
        || stopped != end)
        return {};
    return number;
}

// 3e11fa47-71ca-11e1-9e33-c80aa9429562:23, also with a tag before the number.
bool beginsWithUuid(std::string_view text)
{
    static constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx:";
    static constexpr std::string_view hex = "0123456789abcdefABCDEF";
    return text.size() > shape.size()
        && std::equal(shape.begin(), shape.end(), text.begin(), [](char expected, char c) {
               return expected == 'x' ? hex.find(c) != std::string_view::npos : c == expected;
           });
}

// 0-1-23: domain, server, number.
bool isMariaDbGtid(std::string_view text)
{
    return std::ranges::count(text, '-') == 2 && text.front() != '-' && text.back() != '-'
        && text.find("--") == std::string_view::npos
        && text.find_first_not_of("0123456789-") == std::string_view::npos;
}

// What a GTID's number counts in, and the number.
struct GtidParts
{
    std::string source;
    std::int64_t number = 0;
};

std::optional<GtidParts> partsOf(std::string_view gtid)
{
    const auto at = gtid.find_last_of(":-");
    if (at == std::string_view::npos)
        return {};
    const auto number = wholeNumber(gtid.substr(at + 1));
    if (!number)
        return {};
    return GtidParts { lowerCase(gtid.substr(0, at)), *number };
}

// Keeps the row that fits best: what was asked for, else the least beyond it, the earliest of
// these.
class Best
{
public:
    explicit Best(std::int64_t wanted)
        : m_wanted(wanted)
    { }

    void offer(RowId row, std::int64_t value)
    {
        if (value < m_wanted || (m_found && value >= m_value))
            return;
        m_value = value;
        m_found = { row, value == m_wanted ? FoundRow::Fit::Exact : FoundRow::Fit::Later };
    }
    bool isExact() const { return m_found && m_found->fit == FoundRow::Fit::Exact; }
    std::optional<FoundRow> found() const { return m_found; }

private:
    const std::int64_t m_wanted;
    std::int64_t m_value = 0;
    std::optional<FoundRow> m_found;
};

// `offer(row)` for the first listed row of every entry, until `best` cannot get better.
template <typename Offer>
std::optional<FoundRow> bestEntry(const EventSnapshot &rows, std::uint32_t from, Best &best,
                                  const std::stop_token &stop, const Offer &offer)
{
    std::optional<EntryId> last;
    for (auto i = from; i < rows.size() && !best.isExact() && !stop.stop_requested(); ++i) {
        const auto entry = rows.entry(RowId { i });
        if (entry == last || rows.number(RowId { i }) == 0)
            continue;
        last = entry;
        offer(RowId { i }, entry);
    }
    return best.found();
}

// The newest of the files that are called so; an exact name comes first.
std::optional<std::uint32_t> fileNamed(const EventSnapshot &rows, const std::string &name)
{
    std::optional<std::uint32_t> found;
    for (std::uint32_t file = 0; file < rows.logFileCount(); ++file) {
        const auto &whole = rows.logFileName(file);
        if (whole == name)
            return file;
        if (whole.ends_with(name))
            found = file;
    }
    return found;
}

std::optional<std::uint32_t> fileOf(const EventSnapshot &rows, const PositionTarget &target,
                                    std::optional<RowId> near)
{
    if (!target.file.empty())
        return fileNamed(rows, target.file);
    if (!near)
        return {};
    return rows.logFile(rows.entry(*near));
}

std::optional<FoundRow> find(const EventSnapshot &rows, const NumberTarget &target,
                             std::uint32_t from, const std::stop_token &stop)
{
    Best best(target.number);
    for (auto i = from; i < rows.size() && !best.isExact() && !stop.stop_requested(); ++i)
        if (const auto number = rows.number(RowId { i }); number > 0)
            best.offer(RowId { i }, number);
    return best.found();
}

std::optional<FoundRow> find(const EventSnapshot &rows, const GtidTarget &target,
                             std::uint32_t from, const std::stop_token &stop)
{
    const auto wanted = partsOf(target.gtid);
    if (!wanted)
        return {};
    Best best(wanted->number);
    EntryInfo info;
    return bestEntry(rows, from, best, stop, [&](RowId row, EntryId entry) {
        rows.read(entry, info);
        const auto parts = partsOf(gtidOf(info));
        if (parts && parts->source == wanted->source)
            best.offer(row, parts->number);
    });
}

std::optional<FoundRow> find(const EventSnapshot &rows, const PositionTarget &target,
                             std::uint32_t file, std::uint32_t from, const std::stop_token &stop)
{
    Best best(target.offset);
    return bestEntry(rows, from, best, stop, [&](RowId row, EntryId entry) {
        if (rows.logFile(entry) == file)
            best.offer(row, rows.logOffset(entry));
    });
}

} // namespace

std::optional<RowTarget> parseRowTarget(std::string_view utf8)
{
    auto text = withoutBlanks(utf8);
    if (text.starts_with('#'))
        text.erase(0, 1);
    if (text.empty())
        return {};
    if (const auto number = wholeNumber(text))
        return NumberTarget { *number };
    if ((beginsWithUuid(text) && partsOf(text)) || isMariaDbGtid(text))
        return GtidTarget { text };
    const auto colon = text.rfind(':');
    if (colon == std::string::npos)
        return {};
    const auto offset = wholeNumber(std::string_view(text).substr(colon + 1));
    if (!offset)
        return {};
    return PositionTarget { text.substr(0, colon), *offset };
}

std::optional<FoundRow> findRow(const EventSnapshot &rows, const RowTarget &target,
                                std::uint32_t from, std::optional<RowId> near,
                                const std::stop_token &stop)
{
    if (const auto *number = std::get_if<NumberTarget>(&target))
        return find(rows, *number, from, stop);
    if (const auto *gtid = std::get_if<GtidTarget>(&target))
        return find(rows, *gtid, from, stop);
    const auto &position = std::get<PositionTarget>(target);
    const auto file = fileOf(rows, position, near);
    return file ? find(rows, position, *file, from, stop) : std::nullopt;
}

} // namespace canal
