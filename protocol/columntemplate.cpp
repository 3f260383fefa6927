// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/columntemplate.h"

#include "protocol/wirereader.h"

namespace canal {

using enum WireType;

namespace {

constexpr std::uint32_t indexTag = wireTag(1, Varint);
constexpr std::uint32_t sqlTypeTag = wireTag(2, Varint);
constexpr std::uint32_t nameTag = wireTag(3, Bytes);
constexpr std::uint32_t isKeyTag = wireTag(4, Varint);
constexpr std::uint32_t updatedTag = wireTag(5, Varint);
constexpr std::uint32_t mysqlTypeTag = wireTag(10, Bytes);

} // namespace

bool ColumnTemplate::learn(std::string_view column)
{
    m_head.clear();
    WireReader in(column);
    const auto nextIs = [&in](std::uint32_t tag) { return in.next() && in.tag() == tag; };
    const auto position = [&] { return column.size() - in.left(); };

    if (!nextIs(indexTag))
        return false;
    (void)in.varint();
    if (!nextIs(sqlTypeTag))
        return false;
    m_typeAt = position();
    if (column[m_typeAt - 1] != sqlTypeTag) // written longer than it has to be
        return false;
    m_sqlType = in.int32();
    m_typeEnd = position();
    if (!nextIs(nameTag))
        return false;
    (void)in.bytes();
    if (!nextIs(isKeyTag))
        return false;
    (void)in.varint();
    if (!nextIs(updatedTag))
        return false;
    const auto headSize = position();
    (void)in.varint();
    if (!nextIs(wireTag(6, Varint)))
        return false;
    (void)in.varint();
    auto tailAt = position();
    bool more = in.next();
    if (more && in.tag() == wireTag(8, Bytes)) {
        (void)in.bytes();
        tailAt = position();
        more = in.next();
    }
    if (more && in.tag() == mysqlTypeTag) {
        (void)in.bytes();
        more = in.next();
    }
    if (more || !in.ok())
        return false;
    m_tail = column.substr(tailAt);
    m_head = column.substr(0, headSize);
    return true;
}

bool ColumnTemplate::matchOtherType(std::string_view column, const char *&at,
                                    std::int32_t &sqlType) const
{
    const std::string_view head = m_head;
    if (!column.starts_with(head.substr(0, m_typeAt)))
        return false;
    WireReader in(column.substr(m_typeAt - 1)); // from sqlType's tag on
    if (!in.next())
        return false;
    sqlType = in.int32();
    const auto rest = column.substr(column.size() - in.left());
    const auto fixed = head.substr(m_typeEnd);
    if (!in.ok() || !rest.starts_with(fixed))
        return false;
    at = rest.data() + fixed.size();
    return true;
}

} // namespace canal
