// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/csvwriter.h"

#include "protocol/smallbytes.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cstring>

namespace canal {
namespace {

void appendNumber(std::int64_t number, std::string &out)
{
    std::array<char, 24> digits {};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    out.append(digits.data(), end);
}

void appendPadded(unsigned number, std::size_t width, std::string &out)
{
    const auto digits = std::to_string(number);
    out.append(width - std::min(width, digits.size()), '0').append(digits);
}

void appendCsvField(std::string_view field, std::string &out)
{
    if (field.find_first_of("\",\r\n") == std::string_view::npos) {
        out.append(field);
        return;
    }
    out.push_back('"');
    for (const char c : field) {
        if (c == '"')
            out.push_back('"');
        out.push_back(c);
    }
    out.push_back('"');
}

// ---- JSON strings within a quoted CSV field

constexpr std::size_t mostPerByte = 6; // \u001f

// How a byte is written; empty: as it is. Bytes of other characters than ASCII are not asked for.
struct Escapes
{
    std::array<std::string_view, 128> of {};
    std::array<bool, 256> isPlain {};

    constexpr Escapes()
    {
        constexpr std::array<std::string_view, 32> controls {
            "\\u0000", "\\u0001", "\\u0002", "\\u0003", "\\u0004", "\\u0005", "\\u0006", "\\u0007",
            "\\u0008", "\\t",     "\\n",     "\\u000b", "\\u000c", "\\r",     "\\u000e", "\\u000f",
            "\\u0010", "\\u0011", "\\u0012", "\\u0013", "\\u0014", "\\u0015", "\\u0016", "\\u0017",
            "\\u0018", "\\u0019", "\\u001a", "\\u001b", "\\u001c", "\\u001d", "\\u001e", "\\u001f",
        };
        for (std::size_t i = 0; i < controls.size(); ++i)
            of[i] = controls[i];
        of['"'] = R"(\"")";
        of['\\'] = "\\\\";
        for (std::size_t i = 0; i < of.size(); ++i)
            isPlain[i] = of[i].empty();
    }
};
constexpr Escapes escapes;

// True when all eight bytes are ASCII that needs no escape.
bool allPlain(std::uint64_t bytes)
{
    constexpr std::uint64_t ones = 0x0101010101010101;
    constexpr std::uint64_t high = 0x8080808080808080;
    const auto hasZero = [](std::uint64_t x) { return (x - ones) & ~x & high; };
    const auto control = (bytes - ones * 0x20) & ~bytes & high;
    return (bytes & high) == 0 && control == 0 && hasZero(bytes ^ (ones * '"')) == 0
        && hasZero(bytes ^ (ones * '\\')) == 0;
}

// Writes a JSON string in a quoted field, with its quotes; `to` has room for mostPerByte times its
// size and the quotes. False: the text is not UTF-8, and what was written means nothing.
bool putJson(std::string_view text, char *&to)
{
    constexpr std::string_view quotes = "\"\"";
    to = std::ranges::copy(quotes, to).out;
    const char *at = text.data();
    const char *const end = at + text.size();
    while (at != end) {
        while (end - at >= 8) {
            const auto bytes = loadBytes<std::uint64_t>(at);
            if (!allPlain(bytes))
                break;
            std::memcpy(to, &bytes, sizeof bytes);
            at += sizeof bytes;
            to += sizeof bytes;
        }
        // Up to a word whose bytes are plain again, or the end.
        for (int i = 0; i < 8 && at != end; ++i) {
            const auto byte = static_cast<unsigned char>(*at);
            if (escapes.isPlain[byte]) {
                *to++ = *at++;
            } else if (byte < 0x80) {
                to = std::ranges::copy(escapes.of[byte], to).out;
                ++at;
            } else {
                std::size_t bad = 0;
                const auto size = sequenceLength({ at, static_cast<std::size_t>(end - at) }, bad);
                if (size == 0)
                    return false;
                for (std::size_t k = 0; k < size; ++k)
                    *to++ = *at++;
            }
        }
    }
    to = std::ranges::copy(quotes, to).out;
    return true;
}

} // namespace

const ColumnView *columnNamed(std::string_view name, const std::vector<ColumnView> &columns,
                              std::size_t hint)
{
    if (hint < columns.size() && columns[hint].name == name)
        return &columns[hint];
    const auto found = std::ranges::find(columns, name, &ColumnView::name);
    return found == columns.end() ? nullptr : &*found;
}

std::vector<std::size_t> changedColumns(const RowImage &row)
{
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < row.after().size(); ++i) {
        const auto &after = row.after()[i];
        const auto *before = columnNamed(after.name, row.before(), i);
        const bool isSame = before != nullptr && before->isNull == after.isNull
            && (after.isNull || before->value.data() == after.value.data()
                || before->value == after.value);
        if (!isSame)
            changed.push_back(i);
    }
    return changed;
}

const std::vector<ColumnView> &keySide(const RowImage &row)
{
    return row.before().empty() ? row.after() : row.before();
}

std::string isoTime(std::int64_t msSinceEpoch)
{
    using namespace std::chrono;
    const sys_time<milliseconds> time { milliseconds(msSinceEpoch) };
    const auto day = floor<days>(time);
    const auto date = year_month_day(day);
    const auto year = static_cast<int>(date.year());
    // Beyond what a calendar year can hold the conversion wraps, so the milliseconds decide.
    constexpr std::int64_t tenThousandYearsMs = 253'402'300'800'000;
    if (msSinceEpoch < -62'167'219'200'000 || msSinceEpoch >= tenThousandYearsMs || year < 0)
        return std::to_string(msSinceEpoch);
    const hh_mm_ss clock(floor<seconds>(time - day));
    std::string text;
    appendPadded(static_cast<unsigned>(year), 4, text);
    text.push_back('-');
    appendPadded(static_cast<unsigned>(date.month()), 2, text);
    text.push_back('-');
    appendPadded(static_cast<unsigned>(date.day()), 2, text);
    text.push_back('T');
    appendPadded(static_cast<unsigned>(clock.hours().count()), 2, text);
    text.push_back(':');
    appendPadded(static_cast<unsigned>(clock.minutes().count()), 2, text);
    text.push_back(':');
    appendPadded(static_cast<unsigned>(clock.seconds().count()), 2, text);
    text.push_back('Z');
    return text;
}

std::string_view CsvWriter::header()
{
    return "batch,log_file,log_offset,execute_time,gtid,schema,table,event,row,key,before,after,"
           "changed,sql\n";
}

bool CsvWriter::appendLine(const EventSnapshot &rows, RowId row, std::string &out)
{
    const auto kind = rows.kind(row);
    if (!isEvent(kind))
        return false;
    startEntry(rows, rows.entry(row));
    rows.read(row, m_image);
    m_allReadable = m_allReadable && m_image.isReadable() && m_entry.readable;
    m_line.clear();
    m_line.append(m_start);
    if (kind == RowKind::Row) {
        std::string number;
        appendNumber(raw(row) - raw(m_entry.firstRow), number);
        m_line.append(number);
    }
    m_line.append(',');
    putObject(keySide(m_image), Object::Key);
    m_line.append(',');
    putObject(m_image.before(), Object::Before);
    m_line.append(',');
    putObject(m_image.after(), Object::After);
    m_line.append(',');
    putChanged();
    m_line.append(',');
    putField(m_entry.sql);
    m_line.append('\n');
    out.append(m_line.view());
    return true;
}

void CsvWriter::startEntry(const EventSnapshot &rows, EntryId entry)
{
    if (m_entryId == entry)
        return;
    rows.read(entry, m_entry);
    m_entryId = entry;
    m_start.clear();
    const auto field = [this](std::string_view text) {
        m_value.clear();
        appendValidUtf8(text, m_value);
        appendCsvField(m_value, m_start);
        m_start.push_back(',');
    };
    appendNumber(raw(m_entry.batch), m_start);
    m_start.push_back(',');
    field(m_entry.header.logFile);
    appendNumber(m_entry.header.logOffset, m_start);
    m_start.push_back(',');
    m_start += isoTime(m_entry.header.executeTimeMs);
    m_start.push_back(',');
    field(m_entry.header.gtid);
    field(m_entry.header.schema);
    field(m_entry.header.table);
    const auto name = eventTypeName(m_entry.eventType);
    if (name.empty())
        appendNumber(static_cast<std::int32_t>(m_entry.eventType), m_start);
    else
        m_start += name;
    m_start.push_back(',');
}

void CsvWriter::putField(std::string_view text)
{
    if (text.empty())
        return;
    m_value.clear();
    appendValidUtf8(text, m_value);
    std::string field;
    appendCsvField(m_value, field);
    m_line.append(field);
}

const CsvWriter::ColumnText &CsvWriter::textOf(const ColumnView &column)
{
    const auto hash = static_cast<std::size_t>(column.index) * 31 + column.name.size()
        + (column.name.empty() ? 0U : static_cast<unsigned char>(column.name.front()) * 7U);
    auto &known = m_columns[hash % m_columns.size()];
    if (known.quoted.empty() || known.name != column.name || known.mysqlType != column.mysqlType) {
        known.name = column.name;
        known.mysqlType = column.mysqlType;
        std::string name;
        appendValidUtf8(column.name, name);
        known.quoted.resize(mostPerByte * name.size() + 4);
        auto *end = known.quoted.data();
        (void)putJson(name, end);
        known.quoted.resize(static_cast<std::size_t>(end - known.quoted.data()));
        const auto family = m_decoder.typeOf(column.mysqlType).family;
        known.isAsSent = m_style == ValueStyle::Raw || family == ColumnType::Family::Other
            || family == ColumnType::Family::Number;
    }
    return known;
}

void CsvWriter::putColumn(const ColumnView &column)
{
    const auto &text = textOf(column);
    m_line.append(text.quoted);
    if (column.isNull)
        return m_line.append(":null");
    m_line.append(':');
    auto value = column.value;
    if (!text.isAsSent) {
        m_value.clear();
        m_decoder.append(column, m_style, m_value);
        value = m_value;
    }
    auto *end = m_line.room(mostPerByte * value.size() + 4);
    if (!putJson(value, end)) { // not UTF-8
        std::string valid;
        appendValidUtf8(value, valid);
        end = m_line.room(mostPerByte * valid.size() + 4);
        (void)putJson(valid, end);
    }
    m_line.endAt(end);
}

// The store gives a value that an UPDATE left as it was the same bytes on both sides.
bool CsvWriter::isAsBefore(std::size_t i) const
{
    if (i >= m_before.size())
        return false;
    const auto &before = m_image.before()[i];
    const auto &after = m_image.after()[i];
    const auto same = [](std::string_view a, std::string_view b) {
        return a.data() == b.data() && a.size() == b.size();
    };
    return same(before.value, after.value) && same(before.name, after.name)
        && same(before.mysqlType, after.mysqlType) && before.isNull == after.isNull
        && before.sqlType == after.sqlType;
}

void CsvWriter::putAgain(const Written &column)
{
    const auto size = column.to - column.from;
    auto *at = m_line.room(size);
    std::memcpy(at, m_line.view().data() + column.from, size);
    m_line.endAt(at + size);
}

void CsvWriter::putObject(const std::vector<ColumnView> &columns, Object object)
{
    if (object == Object::Before)
        m_before.clear();
    std::string_view before = "\"{"; // of the first column
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (object == Object::Key && !columns[i].isKey)
            continue;
        m_line.append(before);
        before = ",";
        const auto from = m_line.size();
        if (object == Object::After && isAsBefore(i))
            putAgain(m_before[i]);
        else
            putColumn(columns[i]);
        if (object == Object::Before)
            m_before.push_back({ from, m_line.size() });
    }
    m_line.append(before == "," ? "}\"" : "{}");
}

void CsvWriter::putChanged()
{
    std::string_view before = "\"[";
    if (m_entry.eventType == EventType::Update) {
        for (const auto i : changedColumns(m_image)) {
            m_line.append(before);
            before = ",";
            m_line.append(textOf(m_image.after()[i]).quoted);
        }
    }
    m_line.append(before == "," ? "]\"" : "[]");
}

} // namespace canal
