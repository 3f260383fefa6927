// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/smallbytes.h"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <string_view>

namespace canal {

// Bytes that are written one after the other and often anew; unlike a vector's they are not set to
// zero first. Keeps its memory when it is cleared.
class ByteBuffer
{
public:
    std::size_t size() const { return m_size; }
    std::string_view view() const { return { m_bytes.get(), m_size }; }
    void clear() { m_size = 0; }

    // Room for so many bytes after the ones there are; endAt() says how far it was filled.
    char *room(std::size_t bytes)
    {
        if (m_capacity - m_size < bytes)
            grow(bytes);
        return m_bytes.get() + m_size;
    }
    void endAt(const char *end) { m_size = static_cast<std::size_t>(end - m_bytes.get()); }

    void append(char byte)
    {
        *room(1) = byte;
        ++m_size;
    }
    void append(std::string_view bytes)
    {
        if (bytes.empty())
            return;
        auto *at = room(bytes.size());
        copyBytes(at, bytes.data(), bytes.size());
        endAt(at + bytes.size());
    }

private:
    void grow(std::size_t bytes)
    {
        constexpr std::size_t least = 4096;
        m_capacity = std::max({ least, 2 * m_capacity, m_size + bytes });
        auto larger = std::make_unique_for_overwrite<char[]>(m_capacity);
        if (m_size > 0)
            std::memcpy(larger.get(), m_bytes.get(), m_size);
        m_bytes = std::move(larger);
    }

    std::unique_ptr<char[]> m_bytes;
    std::size_t m_size = 0;
    std::size_t m_capacity = 0;
};

} // namespace canal
