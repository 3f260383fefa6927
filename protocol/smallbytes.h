// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>

// memcmp, memcpy and varints for the few bytes of a column's name or value, where a call itself is
// the cost. Nothing outside the given bytes is touched.
namespace canal {

template <typename T>
inline T loadBytes(const char *at)
{
    T value;
    std::memcpy(&value, at, sizeof value);
    return value;
}

inline bool sameBytes(const char *a, const char *b, std::size_t size)
{
    using Word = std::uint64_t;
    constexpr auto word = sizeof(Word);
    if (size >= word) {
        std::size_t i = 0;
        for (; i + word < size; i += word)
            if (loadBytes<Word>(a + i) != loadBytes<Word>(b + i))
                return false;
        return loadBytes<Word>(a + size - word) == loadBytes<Word>(b + size - word);
    }
    for (std::size_t i = 0; i < size; ++i)
        if (a[i] != b[i])
            return false;
    return true;
}

// At least sizeof(T) bytes, at most twice as many.
template <typename T>
inline void copyEnds(char *to, const char *from, std::size_t size)
{
    const auto first = loadBytes<T>(from);
    const auto last = loadBytes<T>(from + size - sizeof(T));
    std::memcpy(to, &first, sizeof first);
    std::memcpy(to + size - sizeof last, &last, sizeof last);
}

inline void copyBytes(char *to, const char *from, std::size_t size)
{
    using Pair = std::array<std::uint64_t, 2>;
    if (size > 2 * sizeof(Pair))
        std::memcpy(to, from, size);
    else if (size >= sizeof(Pair))
        copyEnds<Pair>(to, from, size);
    else if (size >= sizeof(std::uint64_t))
        copyEnds<std::uint64_t>(to, from, size);
    else if (size >= sizeof(std::uint32_t))
        copyEnds<std::uint32_t>(to, from, size);
    else
        for (std::size_t i = 0; i < size; ++i)
            to[i] = from[i];
}

// As protobuf writes numbers. There must be room for longestVarint bytes.
inline constexpr std::size_t longestVarint = 10;

inline char *putVarint(char *at, std::uint64_t value)
{
    while (value >= 0x80) {
        *at++ = static_cast<char>(value | 0x80);
        value >>= 7;
    }
    *at++ = static_cast<char>(value);
    return at;
}

// A size of at most 28 bits, within what is left.
inline bool readSize(const char *&at, const char *end, std::size_t &size)
{
    size = 0;
    for (unsigned shift = 0; shift < 28 && at != end; shift += 7) {
        const auto byte = static_cast<unsigned char>(*at++);
        size |= std::size_t(byte & 0x7fU) << shift;
        if (byte < 0x80)
            return size <= static_cast<std::size_t>(end - at);
    }
    return false;
}

} // namespace canal
