// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace canal {

enum class WireType : std::uint8_t {
    Varint = 0,
    Fixed64 = 1,
    Bytes = 2,
    GroupStart = 3,
    GroupEnd = 4,
    Fixed32 = 5,
};

// A bounds-checked walk over the fields of one protobuf message. Never allocates, never reads past
// the end; accepts and rejects exactly what libprotobuf 3.21 does (the tests compare them). Plain
// C++20, any thread.
//
//     WireReader in(bytes);
//     while (in.next())
//         switch (in.tag()) {
//         case wireTag(1, WireType::Varint): x = in.varint(); break;
//         default: in.skip();
//         }
//     return in.ok();
class WireReader
{
public:
    // How deep messages and unknown groups may be nested, as in libprotobuf.
    static constexpr int maxDepth = 100;

    explicit WireReader(std::string_view bytes, int depth = maxDepth)
        : m_at(bytes.data())
        , m_end(bytes.data() + bytes.size())
        , m_depth(depth)
    { }

    // Reads the next field's tag; false at the end of the message and after an error.
    bool next()
    {
        if (m_at == m_end || !m_ok)
            return false;
        m_tag = readTag();
        const auto type = wireType();
        if (m_ok && (m_tag >> 3 == 0 || type == 4 || type > 5))
            m_ok = false;
        return m_ok;
    }

    std::uint32_t tag() const { return m_tag; }
    bool ok() const { return m_ok; }
    std::size_t left() const { return static_cast<std::size_t>(m_end - m_at); } // bytes to read
    // The budget to give to the reader of a message nested in this one.
    int childDepth() const { return m_depth - 1; }

    // The value of a field whose tag says so; 0 or empty after an error.
    std::uint64_t varint()
    {
        if (m_at != m_end && static_cast<unsigned char>(*m_at) < 0x80)
            return static_cast<unsigned char>(*m_at++);
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 70; shift += 7) {
            if (m_at == m_end)
                break;
            const auto byte = static_cast<unsigned char>(*m_at++);
            if (shift < 64)
                value |= std::uint64_t(byte & 0x7fU) << shift;
            if (byte < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }
    std::int64_t int64() { return static_cast<std::int64_t>(varint()); }
    std::int32_t int32() { return static_cast<std::int32_t>(varint()); }
    bool boolean() { return varint() != 0; }
    std::string_view bytes() { return bytes(readSize()); }
    std::string_view bytes(std::uint64_t size) // that many, where the size stands elsewhere
    {
        if (!m_ok || size > static_cast<std::uint64_t>(m_end - m_at)) {
            m_ok = false;
            return {};
        }
        const std::string_view value(m_at, size);
        m_at += size;
        return value;
    }
    // A nested message: like bytes(), and counts as one level.
    std::string_view message()
    {
        if (m_depth <= 0)
            m_ok = false;
        return bytes();
    }

    // Passes over the field, whatever it is.
    void skip() { skipField(m_depth); }

private:
    unsigned wireType() const { return m_tag & 7U; }

    std::uint32_t readTag()
    {
        if (m_at != m_end && static_cast<unsigned char>(*m_at) < 0x80)
            return static_cast<unsigned char>(*m_at++);
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            if (m_at == m_end)
                break;
            const auto byte = static_cast<unsigned char>(*m_at++);
            value |= std::uint32_t(byte & 0x7fU) << shift;
            if (byte < 0x80)
                return value;
        }
        m_ok = false;
        return 0;
    }

    std::uint64_t readSize()
    {
        if (m_at != m_end && static_cast<unsigned char>(*m_at) < 0x80)
            return static_cast<unsigned char>(*m_at++);
        constexpr std::uint64_t largest = 0x7fffffffU - 16;
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 35; shift += 7) {
            if (m_at == m_end)
                break;
            const auto byte = static_cast<unsigned char>(*m_at++);
            value |= std::uint64_t(byte & 0x7fU) << shift;
            if (byte < 0x80) {
                m_ok = m_ok && value <= largest;
                return value;
            }
        }
        m_ok = false;
        return 0;
    }

    void advance(std::uint64_t count)
    {
        if (count > static_cast<std::uint64_t>(m_end - m_at))
            m_ok = false;
        else
            m_at += count;
    }

    void skipField(int depth)
    {
        switch (wireType()) {
        case 0:
            varint();
            break;
        case 1:
            advance(8);
            break;
        case 2:
            bytes();
            break;
        case 3:
            skipGroup(depth);
            break;
        case 5:
            advance(4);
            break;
        default:
            m_ok = false;
        }
    }

    void skipGroup(int depth)
    {
        const auto closing = m_tag + 1;
        if (depth <= 0)
            m_ok = false;
        while (m_ok) {
            if (m_at == m_end) {
                m_ok = false;
                return;
            }
            m_tag = readTag();
            if (!m_ok || m_tag == closing)
                return;
            if (m_tag >> 3 == 0)
                m_ok = false;
            else
                skipField(depth - 1);
        }
    }

    const char *m_at;
    const char *m_end;
    std::uint32_t m_tag = 0;
    int m_depth;
    bool m_ok = true;
};

constexpr std::uint32_t wireTag(std::uint32_t field, WireType type)
{
    return field << 3 | static_cast<std::uint32_t>(type);
}

} // namespace canal
