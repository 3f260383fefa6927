// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace canal {

// An array that grows without moving what is in it, so that readers of earlier items need no lock;
// chunks before the released ones are gone. One writer; readers know from elsewhere how far they
// may look. Room for 2^mostBits items in chunks of 2^bits.
template <typename T, unsigned bits, unsigned mostBits = 32>
class Chunks
{
public:
    static constexpr std::uint32_t perChunk = 1U << bits;

    Chunks()
        : m_chunks(std::size_t(1) << (mostBits - bits))
    { }

    T &operator[](std::uint32_t i) { return m_chunks[i >> bits][i & (perChunk - 1)]; }
    const T &operator[](std::uint32_t i) const { return m_chunks[i >> bits][i & (perChunk - 1)]; }
    T &push()
    {
        if ((m_size & (perChunk - 1)) == 0)
            m_chunks[m_size >> bits] = std::make_unique<T[]>(perChunk);
        auto &item = m_chunks[m_size >> bits][m_size & (perChunk - 1)];
        ++m_size;
        return item;
    }
    std::uint32_t size() const { return m_size; }
    bool isFull() const { return std::uint64_t(m_size) == std::uint64_t(1) << mostBits; }
    std::size_t bytes() const // held
    {
        return std::size_t((m_size + perChunk - 1) / perChunk - m_firstChunk) * perChunk
            * sizeof(T);
    }
    // From i up to `end` or the end of its chunk, whichever comes first.
    std::span<const T> run(std::uint32_t i, std::uint32_t end) const
    {
        const auto size = std::min(end - i, perChunk - (i & (perChunk - 1)));
        return { &m_chunks[i >> bits][i & (perChunk - 1)], size };
    }
    void dropBefore(std::uint32_t i)
    {
        for (; m_firstChunk < i >> bits; ++m_firstChunk)
            m_chunks[m_firstChunk].reset();
    }

private:
    std::vector<std::unique_ptr<T[]>> m_chunks;
    std::uint32_t m_size = 0;
    std::uint32_t m_firstChunk = 0;
};

} // namespace canal
