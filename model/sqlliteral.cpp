// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/sqlliteral.h"

#include "model/digits.h"
#include "model/typedvalue.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace canal {
namespace {

using Literal = Result<std::string, LiteralError>;

bool isControl(char c)
{
    constexpr unsigned char firstPrintable = 0x20;
    constexpr unsigned char del = 0x7f;
    const auto byte = static_cast<unsigned char>(c);
    return byte < firstPrintable || byte == del;
}

bool isPlain(char c)
{
    constexpr unsigned char firstBeyondAscii = 0x80;
    return !isControl(c) && c != '\\' && static_cast<unsigned char>(c) < firstBeyondAscii;
}

constexpr std::string_view replacement = "\xef\xbf\xbd"; // U+FFFD

bool isWholeUtf8(std::string_view text)
{
    if (text.find(replacement) != std::string_view::npos)
        return false;
    std::string valid;
    appendValidUtf8(text, valid);
    return valid == text;
}

bool take(std::string_view &text, char c)
{
    if (!text.starts_with(c))
        return false;
    text.remove_prefix(1);
    return true;
}

std::string hex(std::string_view bytes)
{
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "0x";
    out.reserve(2 * bytes.size() + 2);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        out.push_back(digits[byte >> 4U]);
        out.push_back(digits[byte & 0xfU]);
    }
    return out;
}

Literal textLiteral(std::string_view text)
{
    if (!isWholeUtf8(text))
        return Failure { LiteralError::BytesLost };
    if (!std::ranges::all_of(text, isPlain))
        return "_utf8mb4 " + hex(text);
    std::string out = "'";
    for (const char c : text)
        out.append(c == '\'' ? 2 : 1, c);
    return out + '\'';
}

Literal integerLiteral(std::string_view text)
{
    auto rest = text;
    take(rest, '-');
    if (takeDigits(rest).empty() || !rest.empty())
        return Failure { LiteralError::OddValue };
    return std::string(text);
}

// "decimal(10,2)" -> 2; without parentheses MySQL's default.
std::size_t scaleOf(std::string_view mysqlType)
{
    const auto comma = mysqlType.find(',');
    std::size_t scale = 0;
    if (comma == std::string_view::npos)
        return scale;
    auto rest = mysqlType.substr(comma + 1);
    rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
    std::from_chars(rest.data(), rest.data() + rest.size(), scale);
    constexpr std::size_t mostDigits = 30; // MySQL's limit
    return std::min(scale, mostDigits);
}

// 7.0 is 7.00 where the type says so (S14).
Literal decimalLiteral(std::string_view text, std::string_view mysqlType)
{
    auto rest = text;
    take(rest, '-');
    if (takeDigits(rest).empty())
        return Failure { LiteralError::OddValue };
    const bool hasPoint = take(rest, '.');
    const auto fraction = takeDigits(rest);
    if (!rest.empty() || (hasPoint && fraction.empty()))
        return Failure { LiteralError::OddValue };
    std::string out(text);
    const auto scale = scaleOf(mysqlType);
    if (fraction.size() < scale) {
        if (!hasPoint)
            out.push_back('.');
        out.append(scale - fraction.size(), '0');
    }
    return out;
}

// As Java writes it (S16), so neither NaN nor an infinity.
Literal floatLiteral(std::string_view text)
{
    auto rest = text;
    take(rest, '-');
    bool isGood = !takeDigits(rest).empty();
    if (take(rest, '.'))
        isGood = !takeDigits(rest).empty() && isGood;
    if (take(rest, 'E')) {
        take(rest, '-');
        isGood = !takeDigits(rest).empty() && isGood;
    }
    if (!isGood || !rest.empty())
        return Failure { LiteralError::OddValue };
    return std::string(text);
}

Literal bitLiteral(const ColumnView &column)
{
    std::string out;
    ValueDecoder().append(column, ValueStyle::Display, out);
    if (!out.starts_with("b'"))
        return Failure { LiteralError::OddValue };
    return out;
}

// Canal's number is exact, also where its list of members is not to be trusted: in one with a
// backslash it cannot be told whether that is an escape.
bool canBeNamed(const ColumnType &type)
{
    return !type.members.empty() && std::ranges::none_of(type.members, [](const auto &member) {
        return member.find('\\') != std::string::npos || !isWholeUtf8(member);
    });
}

Literal memberLiteral(const ColumnView &column, SqlKind kind)
{
    const auto &text = column.value;
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size())
        return Failure { LiteralError::OddValue };
    const auto type = ColumnType::parse(column.mysqlType);
    const auto members = type.members.size();
    constexpr std::size_t mostInSet = 64;
    // ENUM 0 is no member: '' would be one where there is a member ''.
    const bool isNamed = kind == SqlKind::Enum ? number > 0 && number <= members
                                               : members >= mostInSet || number >> members == 0;
    if (!isNamed || !canBeNamed(type))
        return std::string(text);
    std::string name;
    ValueDecoder().append(column, ValueStyle::Decoded, name);
    return textLiteral(name);
}

// BINARY(n) comes without its trailing zeros (S15).
Literal bytesLiteral(const ColumnView &column)
{
    std::string bytes;
    if (!latin1Bytes(column.value, bytes))
        return Failure { LiteralError::BytesLost };
    constexpr std::string_view fixedWidth = "binary";
    const auto type = column.mysqlType;
    const bool isFixed = type.size() >= fixedWidth.size()
        && std::equal(fixedWidth.begin(), fixedWidth.end(), type.begin(),
                      [](char a, char b) { return a == (b | 0x20); });
    constexpr int widest = 255;
    const auto width
        = static_cast<std::size_t>(std::clamp(ColumnType::parse(type).width, 1, widest));
    if (isFixed && bytes.size() < width)
        bytes.append(width - bytes.size(), '\0');
    return bytes.empty() ? "''" : hex(bytes);
}

Literal jsonLiteral(const ColumnView &column)
{
    // No document starts like that; it is JSON_REPLACE, JSON_REMOVE and the like (S11).
    if (column.value.starts_with("JSON_"))
        return Failure { LiteralError::Expression };
    if (column.value.empty())
        return Failure { LiteralError::OddValue };
    constexpr int blob = 2004; // MariaDB's: UTF-8 bytes as Latin-1 characters (S10)
    std::string bytes;
    if (column.sqlType != blob)
        return textLiteral(column.value);
    if (!latin1Bytes(column.value, bytes))
        return Failure { LiteralError::BytesLost };
    return textLiteral(bytes);
}

Literal temporalLiteral(std::string_view text)
{
    const auto fits = [](char c) {
        return isDigit(c) || std::string_view(" -:.").find(c) != std::string_view::npos;
    };
    if (text.empty() || !std::ranges::all_of(text, fits))
        return Failure { LiteralError::OddValue };
    return textLiteral(text);
}

// Characters that end a line for some readers, or turn the reading direction around: U+0085, U+2028
// to U+202E and U+2066 to U+2069, written so that they do neither here.
bool isLineBreaker(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0U;
    };
    if (byte(0) == 0xc2)
        return byte(1) == 0x85;
    if (byte(0) != 0xe2)
        return false;
    return (byte(1) == 0x80 && byte(2) >= 0xa8 && byte(2) <= 0xae)
        || (byte(1) == 0x81 && byte(2) >= 0xa6 && byte(2) <= 0xa9);
}

struct Name
{
    std::string_view word;
    SqlKind kind;
};
constexpr auto names = std::to_array<Name>({
    { "tinyint", SqlKind::Integer },
    { "smallint", SqlKind::Integer },
    { "mediumint", SqlKind::Integer },
    { "int", SqlKind::Integer },
    { "integer", SqlKind::Integer },
    { "bigint", SqlKind::Integer },
    { "bool", SqlKind::Integer },
    { "boolean", SqlKind::Integer },
    { "serial", SqlKind::Integer },
    { "year", SqlKind::Integer },
    { "decimal", SqlKind::Decimal },
    { "dec", SqlKind::Decimal },
    { "numeric", SqlKind::Decimal },
    { "fixed", SqlKind::Decimal },
    { "float", SqlKind::Float },
    { "double", SqlKind::Float },
    { "real", SqlKind::Float },
    { "bit", SqlKind::Bit },
    { "enum", SqlKind::Enum },
    { "set", SqlKind::Set },
    { "binary", SqlKind::Bytes },
    { "varbinary", SqlKind::Bytes },
    { "tinyblob", SqlKind::Bytes },
    { "blob", SqlKind::Bytes },
    { "mediumblob", SqlKind::Bytes },
    { "longblob", SqlKind::Bytes },
    { "geometry", SqlKind::Geometry },
    { "point", SqlKind::Geometry },
    { "linestring", SqlKind::Geometry },
    { "polygon", SqlKind::Geometry },
    { "multipoint", SqlKind::Geometry },
    { "multilinestring", SqlKind::Geometry },
    { "multipolygon", SqlKind::Geometry },
    { "geometrycollection", SqlKind::Geometry },
    { "geomcollection", SqlKind::Geometry },
    { "json", SqlKind::Json },
    { "char", SqlKind::Text },
    { "character", SqlKind::Text },
    { "nchar", SqlKind::Text },
    { "varchar", SqlKind::Text },
    { "nvarchar", SqlKind::Text },
    { "varcharacter", SqlKind::Text },
    { "tinytext", SqlKind::Text },
    { "text", SqlKind::Text },
    { "mediumtext", SqlKind::Text },
    { "longtext", SqlKind::Text },
    { "date", SqlKind::Temporal },
    { "time", SqlKind::Temporal },
    { "datetime", SqlKind::Temporal },
    { "timestamp", SqlKind::Timestamp },
});

} // namespace

SqlKind sqlKindOf(std::string_view mysqlType)
{
    mysqlType.remove_prefix(std::min(mysqlType.find_first_not_of(' '), mysqlType.size()));
    std::string word;
    for (const char c : mysqlType) {
        const char lower = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        if (lower < 'a' || lower > 'z')
            break;
        word.push_back(lower);
    }
    const auto found = std::ranges::find(names, std::string_view(word), &Name::word);
    return found == names.end() ? SqlKind::Unknown : found->kind;
}

bool isComparable(SqlKind kind)
{
    switch (kind) {
    case SqlKind::Unknown:
    case SqlKind::Float:
    case SqlKind::Json:
    case SqlKind::Geometry:
        return false;
    case SqlKind::Integer:
    case SqlKind::Decimal:
    case SqlKind::Bit:
    case SqlKind::Enum:
    case SqlKind::Set:
    case SqlKind::Bytes:
    case SqlKind::Text:
    case SqlKind::Temporal:
    case SqlKind::Timestamp:
        break;
    }
    return true;
}

Result<std::string, LiteralError> sqlLiteral(const ColumnView &column)
{
    if (column.isNull)
        return std::string("NULL");
    const auto kind = sqlKindOf(column.mysqlType);
    switch (kind) {
    case SqlKind::Unknown:
        break;
    case SqlKind::Integer:
        return integerLiteral(column.value);
    case SqlKind::Decimal:
        return decimalLiteral(column.value, column.mysqlType);
    case SqlKind::Float:
        return floatLiteral(column.value);
    case SqlKind::Bit:
        return bitLiteral(column);
    case SqlKind::Enum:
    case SqlKind::Set:
        return memberLiteral(column, kind);
    case SqlKind::Bytes:
    case SqlKind::Geometry:
        return bytesLiteral(column);
    case SqlKind::Json:
        return jsonLiteral(column);
    case SqlKind::Text:
        return textLiteral(column.value);
    case SqlKind::Temporal:
    case SqlKind::Timestamp:
        return temporalLiteral(column.value);
    }
    return Failure { LiteralError::UnknownType };
}

std::optional<std::string> sqlName(std::string_view name)
{
    const auto has = [name](std::string_view part) { return name.find(part) != name.npos; };
    if (name.empty() || name.ends_with('\\') || has("\\`") || !isWholeUtf8(name)
        || std::ranges::any_of(name, isControl))
        return {};
    for (std::size_t i = 0; i < name.size(); ++i)
        if (isLineBreaker(name, i))
            return {};
    std::string out = "`";
    for (const char c : name)
        out.append(c == '`' ? 2 : 1, c);
    return out + '`';
}

} // namespace canal
