// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entry.h"
#include "protocol/smallbytes.h"

#include <string>
#include <string_view>

namespace canal {

// What changes from row to row in a column's message.
struct CellView
{
    std::int32_t sqlType = 0;
    bool updated = false;
    bool isNull = false;
    std::string_view value;
};

// A column as Canal writes it: index, sqlType, name, isKey, updated, isNull, the value unless it is
// NULL, mysqlType; always in this order. Nearly all of a message is the same in every row, so it is
// compared instead of parsed. What has another shape does not match, and is left to scanRow().
class ColumnTemplate
{
public:
    // Remembers this message's fixed parts; false, and matching nothing, when it has another shape.
    bool learn(std::string_view column);

    // Exactly what scanRow() would make of these bytes, or false.
    bool match(std::string_view column, CellView &out) const
    {
        const auto size = column.size();
        if (m_head.empty() || size < m_head.size() + flagBytes)
            return false;
        const char *at = column.data();
        const char *const end = at + size;
        if (sameBytes(at, m_head.data(), m_head.size())) {
            out.sqlType = m_sqlType;
            at += m_head.size();
        } else if (!matchOtherType(column, at, out.sqlType)) {
            return false;
        }
        if (end - at < flagBytes || at[1] != isNullTag || ((at[0] | at[2]) & 0x80) != 0)
            return false;
        out.updated = at[0] != 0;
        out.isNull = at[2] != 0;
        at += flagBytes;
        out.value = {};
        if (at != end && *at == valueTag) {
            ++at;
            std::size_t length = 0;
            if (!readSize(at, end, length))
                return false;
            out.value = { at, length };
            at += length;
        }
        return static_cast<std::size_t>(end - at) == m_tail.size()
            && sameBytes(at, m_tail.data(), m_tail.size());
    }

private:
    static constexpr char isNullTag = 6 << 3;
    static constexpr char valueTag = 8 << 3 | 2;
    static constexpr int flagBytes = 3; // updated's value, isNull's tag and value

    // The same column with a sqlType other than the one learnt (S12).
    bool matchOtherType(std::string_view column, const char *&at, std::int32_t &sqlType) const;

    std::string m_head; // up to and with the tag of `updated`
    std::size_t m_typeAt = 0; // in m_head: sqlType's varint
    std::size_t m_typeEnd = 0;
    std::int32_t m_sqlType = 0;
    std::string m_tail; // mysqlType's field; empty when it was not sent
};

} // namespace canal
