// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace canal {

// A text to look for without regard to case: for each of its characters the UTF-8 forms that count
// as the same ("ä", "Ä"). Plain C++20; caselesspattern.h makes one from what a user typed.
class TextPattern
{
public:
    using Forms = std::vector<std::string>;

    TextPattern() = default;
    explicit TextPattern(std::vector<Forms> characters);

    bool isEmpty() const { return m_characters.empty(); }
    bool foundIn(std::string_view text) const;

    bool operator==(const TextPattern &other) const { return m_characters == other.m_characters; }

private:
    bool matchesAt(std::string_view text, std::size_t at) const;

    std::vector<Forms> m_characters;
    std::array<bool, 256> m_mayStart {};
};

} // namespace canal
