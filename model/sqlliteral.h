// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entry.h"
#include "protocol/result.h"

#include <optional>
#include <string>
#include <string_view>

// Values and names as MySQL and MariaDB read them. Plain C++20.
//
// What is written is printable ASCII without a backslash, whatever the value: it then means the
// same with and without NO_BACKSLASH_ESCAPES, in every connection character set, and to the mysql
// client, which has commands of its own behind backslashes. So text is '...' only when it is
// printable ASCII without one, and _utf8mb4 0x... otherwise; bytes are 0x....
namespace canal {

// How a column's text becomes SQL; told from the first word of its mysqlType.
enum class SqlKind : std::uint8_t {
    Unknown,
    Integer,
    Decimal,
    Float,
    Bit,
    Enum,
    Set,
    Bytes,
    Geometry,
    Json,
    Text,
    Temporal,
    Timestamp, // as text in the time zone of the Canal server
};

SqlKind sqlKindOf(std::string_view mysqlType);

// Whether `column = literal` finds the value again: not for FLOAT and DOUBLE, which are rounded,
// nor for JSON and geometry, which servers compare in their own ways.
bool isComparable(SqlKind kind);

enum class LiteralError : std::uint8_t {
    UnknownType, // no mysqlType, or one that is not known here
    OddValue, // a text that its type does not have
    BytesLost, // U+FFFD, or no UTF-8: the server could not read the text (S17)
    Expression, // PARTIAL_JSON: how to change the document, not what it is (S11)
};

// NULL is "NULL" for any type.
Result<std::string, LiteralError> sqlLiteral(const ColumnView &column);

// In backticks. Nothing for a name that is empty, not UTF-8, has characters that end a line or turn
// it around, or a backslash in front of a backtick: the mysql client takes the two for one
// character, so that what comes after the name could be taken for commands.
std::optional<std::string> sqlName(std::string_view name);

} // namespace canal
