// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/csvwriter.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

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

void appendJsonString(std::string_view text, std::string &out)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    out.push_back('"');
    for (const char c : text) {
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\r':
            out += "\\r";
            break;
        case '\t':
            out += "\\t";
            break;
        default:
            if (const auto byte = static_cast<unsigned char>(c); byte < 0x20) {
                out += "\\u00";
                out.push_back(digits[byte >> 4U]);
                out.push_back(digits[byte & 0xfU]);
            } else {
                out.push_back(c);
            }
        }
    }
    out.push_back('"');
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
        if (before == nullptr || before->isNull != after.isNull
            || (!after.isNull && before->value != after.value))
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
    rows.read(rows.entry(row), m_entry);
    rows.read(row, m_image);
    appendEntryFields(m_entry, out);
    if (kind == RowKind::Row)
        appendNumber(rows.rowInEntry(row), out);
    out.push_back(',');
    appendKey(out);
    appendObject(m_image.before(), out);
    out.push_back(',');
    appendObject(m_image.after(), out);
    out.push_back(',');
    appendChanged(m_entry, out);
    appendField(m_entry.sql, out);
    out.push_back('\n');
    return true;
}

void CsvWriter::appendEntryFields(const EntryInfo &entry, std::string &out)
{
    appendNumber(raw(entry.batch), out);
    out.push_back(',');
    appendField(entry.header.logFile, out);
    out.push_back(',');
    appendNumber(entry.header.logOffset, out);
    out.push_back(',');
    out += isoTime(entry.header.executeTimeMs);
    out.push_back(',');
    for (const auto text : { entry.header.gtid, entry.header.schema, entry.header.table }) {
        appendField(text, out);
        out.push_back(',');
    }
    const auto name = eventTypeName(entry.eventType);
    if (name.empty())
        appendNumber(static_cast<std::int32_t>(entry.eventType), out);
    else
        out += name;
    out.push_back(',');
}

void CsvWriter::appendField(std::string_view text, std::string &out)
{
    m_value.clear();
    appendValidUtf8(text, m_value);
    appendCsvField(m_value, out);
}

std::string_view CsvWriter::decoded(const ColumnView &column)
{
    m_value.clear();
    m_decoder.append(column, m_style, m_value);
    return m_value;
}

static void appendName(const ColumnView &column, std::string &field)
{
    std::string name;
    appendValidUtf8(column.name, name);
    appendJsonString(name, field);
}

void CsvWriter::appendObject(const std::vector<ColumnView> &columns, std::string &out)
{
    m_field.assign(1, '{');
    for (const auto &column : columns) {
        if (m_field.size() > 1)
            m_field.push_back(',');
        appendName(column, m_field);
        m_field.push_back(':');
        if (column.isNull)
            m_field += "null";
        else
            appendJsonString(decoded(column), m_field);
    }
    m_field.push_back('}');
    appendCsvField(m_field, out);
}

void CsvWriter::appendKey(std::string &out)
{
    std::vector<ColumnView> key;
    std::ranges::copy_if(keySide(m_image), std::back_inserter(key), &ColumnView::isKey);
    appendObject(key, out);
    out.push_back(',');
}

void CsvWriter::appendChanged(const EntryInfo &entry, std::string &out)
{
    m_field.assign(1, '[');
    if (entry.eventType == EventType::Update) {
        for (const auto i : changedColumns(m_image)) {
            if (m_field.size() > 1)
                m_field.push_back(',');
            appendName(m_image.after()[i], m_field);
        }
    }
    m_field.push_back(']');
    appendCsvField(m_field, out);
    out.push_back(',');
}

} // namespace canal
