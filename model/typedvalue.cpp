// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/typedvalue.h"

#include "model/geometrytext.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace canal {
namespace {

using Family = ColumnType::Family;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

bool isWordChar(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; }

std::string firstWord(std::string_view type)
{
    std::string word;
    for (const char c : type) {
        if (!isWordChar(lower(c)))
            break;
        word.push_back(lower(c));
    }
    return word;
}

Family familyOf(const std::string &word)
{
    struct Name
    {
        std::string_view word;
        Family family;
    };
    static constexpr auto names = std::to_array<Name>({
        { "tinyint", Family::Number },
        { "smallint", Family::Number },
        { "mediumint", Family::Number },
        { "int", Family::Number },
        { "integer", Family::Number },
        { "bigint", Family::Number },
        { "float", Family::Number },
        { "double", Family::Number },
        { "real", Family::Number },
        { "decimal", Family::Number },
        { "numeric", Family::Number },
        { "bit", Family::Bit },
        { "enum", Family::Enum },
        { "set", Family::Set },
        { "binary", Family::Binary },
        { "varbinary", Family::Binary },
        { "tinyblob", Family::Binary },
        { "blob", Family::Binary },
        { "mediumblob", Family::Binary },
        { "longblob", Family::Binary },
        { "geometry", Family::Geometry },
        { "point", Family::Geometry },
        { "linestring", Family::Geometry },
        { "polygon", Family::Geometry },
        { "multipoint", Family::Geometry },
        { "multilinestring", Family::Geometry },
        { "multipolygon", Family::Geometry },
        { "geometrycollection", Family::Geometry },
        { "geomcollection", Family::Geometry },
        { "json", Family::Json },
    });
    const auto found = std::ranges::find(names, std::string_view(word), &Name::word);
    return found == names.end() ? Family::Other : found->family;
}

// 'red','it''s' -> red, it's. Canal doubles a quote and writes everything else as it is, a
// backslash too (seen on 1.1.4 and 1.1.7).
std::vector<std::string> quotedList(std::string_view list)
{
    std::vector<std::string> members;
    std::size_t i = 0;
    while (i < list.size() && list[i] != ')') {
        if (list[i] != '\'') {
            ++i;
            continue;
        }
        auto &member = members.emplace_back();
        for (++i; i < list.size(); ++i) {
            if (list[i] == '\'') {
                if (i + 1 == list.size() || list[i + 1] != '\'')
                    break;
                ++i;
            }
            member.push_back(list[i]);
        }
        ++i;
    }
    return members;
}

std::optional<std::uint64_t> number(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return {};
    return value;
}

bool appendEnum(const ColumnType &type, std::string_view value, std::string &out)
{
    const auto index = number(value);
    if (!index || *index > type.members.size())
        return false;
    if (*index > 0) // 0 is MySQL's '' for an invalid value
        appendValidUtf8(type.members[*index - 1], out);
    return true;
}

bool appendSet(const ColumnType &type, std::string_view value, std::string &out)
{
    const auto mask = number(value);
    if (!mask || type.members.size() > 64)
        return false;
    if (type.members.size() < 64 && *mask >> type.members.size() != 0)
        return false;
    bool first = true;
    for (std::size_t i = 0; i < type.members.size(); ++i) {
        if ((*mask >> i & 1U) == 0)
            continue;
        if (!first)
            out.push_back(',');
        first = false;
        appendValidUtf8(type.members[i], out);
    }
    return true;
}

bool appendBit(const ColumnType &type, std::string_view value, std::string &out)
{
    const auto bits = number(value);
    const int width = std::clamp(type.width, 1, 64);
    if (!bits || (width < 64 && *bits >> width != 0))
        return false;
    out += "b'";
    for (int i = width - 1; i >= 0; --i)
        out.push_back((*bits >> i & 1U) != 0 ? '1' : '0');
    out.push_back('\'');
    return true;
}

bool appendHex(std::string_view value, std::string &out)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string bytes;
    if (!latin1Bytes(value, bytes))
        return false;
    out += "0x";
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out.push_back(digits[byte >> 4U]);
        out.push_back(digits[byte & 0xfU]);
    }
    return true;
}

bool appendWkt(std::string_view value, std::string &out)
{
    std::string bytes;
    const auto geometry = latin1Bytes(value, bytes) ? geometryText(bytes) : std::nullopt;
    if (geometry)
        out += geometry->wkt;
    return geometry.has_value();
}

// MariaDB sends the document's UTF-8 bytes as Latin-1 characters (S10).
bool appendMariaDbJson(const ColumnView &column, std::string &out)
{
    constexpr int blob = 2004;
    std::string bytes;
    if (column.sqlType != blob || !latin1Bytes(column.value, bytes))
        return false;
    appendValidUtf8(bytes, out);
    return true;
}

} // namespace

ColumnType ColumnType::parse(std::string_view mysqlType)
{
    const auto start = std::ranges::find_if(mysqlType, [](char c) { return c != ' '; });
    const std::string_view text(start, mysqlType.end());
    const auto word = firstWord(text);
    ColumnType type;
    type.family = familyOf(word);
    auto rest = text.substr(word.size());
    const auto open = rest.find('(');
    if (open == std::string_view::npos)
        return type;
    rest.remove_prefix(open + 1);
    if (type.family == Family::Enum || type.family == Family::Set)
        type.members = quotedList(rest);
    else
        std::from_chars(rest.data(), rest.data() + rest.size(), type.width);
    return type;
}

const ColumnType &ValueDecoder::typeOf(std::string_view mysqlType)
{
    const auto found = m_types.find(mysqlType);
    if (found != m_types.end())
        return found->second;
    constexpr std::size_t mostTypes = 100'000; // a hostile server could send a new one per value
    if (m_types.size() >= mostTypes)
        m_types.clear();
    return m_types.emplace(mysqlType, ColumnType::parse(mysqlType)).first->second;
}

void ValueDecoder::append(const ColumnView &column, ValueStyle style, std::string &out)
{
    if (column.isNull)
        return;
    const auto before = out.size();
    bool decoded = false;
    if (style != ValueStyle::Raw && !column.mysqlType.empty()) {
        const auto &type = typeOf(column.mysqlType);
        switch (type.family) {
        case Family::Enum:
            decoded = appendEnum(type, column.value, out);
            break;
        case Family::Set:
            decoded = appendSet(type, column.value, out);
            break;
        case Family::Bit:
            decoded = style == ValueStyle::Display && appendBit(type, column.value, out);
            break;
        case Family::Binary:
            decoded = appendHex(column.value, out);
            break;
        case Family::Geometry:
            decoded = (style == ValueStyle::Display && appendWkt(column.value, out))
                || appendHex(column.value, out);
            break;
        case Family::Json:
            decoded = appendMariaDbJson(column, out);
            break;
        case Family::Other:
        case Family::Number:
            break;
        }
    }
    if (!decoded) {
        out.resize(before);
        appendValidUtf8(column.value, out);
    }
}

bool latin1Bytes(std::string_view utf8, std::string &out)
{
    out.clear();
    out.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size(); ++i) {
        const auto byte = static_cast<unsigned char>(utf8[i]);
        if (byte < 0x80) {
            out.push_back(utf8[i]);
            continue;
        }
        const auto next = i + 1 < utf8.size() ? static_cast<unsigned char>(utf8[i + 1]) : 0U;
        if ((byte != 0xc2 && byte != 0xc3) || next < 0x80 || next > 0xbf)
            return false;
        out.push_back(static_cast<char>((byte & 0x3U) << 6U | (next & 0x3fU)));
        ++i;
    }
    return true;
}

std::size_t sequenceLength(std::string_view text, std::size_t &bad)
{
    const auto at = [text](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const unsigned lead = at(0);
    bad = 1;
    if (lead < 0x80)
        return 1;
    const std::size_t length = lead >= 0xc2 && lead <= 0xdf ? 2
        : lead >= 0xe0 && lead <= 0xef                      ? 3
        : lead >= 0xf0 && lead <= 0xf4                      ? 4
                                                            : 0;
    if (length == 0)
        return 0;
    const unsigned lowest = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const unsigned highest = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (at(1) < lowest || at(1) > highest)
        return 0;
    for (std::size_t i = 2; i < length; ++i) {
        bad = i;
        if (at(i) < 0x80 || at(i) > 0xbf)
            return 0;
    }
    return length;
}

void appendValidUtf8(std::string_view text, std::string &out)
{
    while (!text.empty()) {
        std::size_t bad = 1;
        std::size_t good = 0;
        while (good < text.size()) {
            const auto length = sequenceLength(text.substr(good), bad);
            if (length == 0)
                break;
            good += length;
        }
        out.append(text.substr(0, good));
        text.remove_prefix(good);
        if (text.empty())
            return;
        out += "\xef\xbf\xbd";
        text.remove_prefix(bad);
    }
}

} // namespace canal
