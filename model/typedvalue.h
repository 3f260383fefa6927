// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entry.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// What Canal's texts mean, told from the column's mysqlType (protocol.md 2.7). Plain C++20.
namespace canal {

// A mysqlType such as "int(10) unsigned" or "enum('a','b')", taken apart.
struct ColumnType
{
    enum class Family : std::uint8_t {
        Other, // shown as sent
        Number,
        Bit,
        Enum,
        Set,
        Binary, // BINARY, VARBINARY, BLOBs: Latin-1 characters that are bytes
        Geometry, // bytes too: SRID and WKB
        Json,
    };

    Family family = Family::Other;
    int width = 0; // the number in parentheses, 0 without
    std::vector<std::string> members; // of ENUM and SET, unquoted

    static ColumnType parse(std::string_view mysqlType);
};

enum class ValueStyle {
    Raw, // exactly as Canal sent it
    Decoded, // ENUM and SET by name, bytes as 0x…, MariaDB's JSON as text; what --csv writes
    Display, // as Decoded, and BIT as b'0101' and geometry as WKT: what a cell shows
};

// Turns a column's text into what it stands for. Remembers the types it has seen: one per thread.
class ValueDecoder
{
public:
    const ColumnType &typeOf(std::string_view mysqlType);

    // Appends the value; nothing for NULL, which the caller shows in its own way. A text that does
    // not fit its type stays as it was sent.
    void append(const ColumnView &column, ValueStyle style, std::string &out);

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>()(text);
        }
    };

    std::unordered_map<std::string, ColumnType, Hash, std::equal_to<>> m_types;
};

// The bytes that Canal sent as ISO-8859-1 characters in UTF-8; false when there is any character
// beyond U+00FF or the text is not UTF-8.
bool latin1Bytes(std::string_view utf8, std::string &out);

// How long the UTF-8 sequence at the start of `text` is; 0 when it is not one. `bad` says how many
// bytes one U+FFFD then stands for.
std::size_t sequenceLength(std::string_view text, std::size_t &bad);

// Appends text that may not be UTF-8, with U+FFFD for what is not.
void appendValidUtf8(std::string_view text, std::string &out);

} // namespace canal
