// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
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
    const std::vector<Forms> &characters() const { return m_characters; }
    bool foundIn(std::string_view text) const { return find(text).has_value(); }
    bool equals(std::string_view text) const { return endAt(text, 0) == text.size(); }
    // Behind the first match that begins at `from` or later.
    std::optional<std::size_t> find(std::string_view text, std::size_t from = 0) const;
    // Behind the match that begins exactly at `at`.
    std::optional<std::size_t> endAt(std::string_view text, std::size_t at) const;

    bool operator==(const TextPattern &other) const { return m_characters == other.m_characters; }

private:
    std::vector<Forms> m_characters;
    std::array<bool, 256> m_mayStart {};
};

// A whole name without regard to case, in which a * stands for any characters.
class NamePattern
{
public:
    // The texts between the stars; one text: no star.
    explicit NamePattern(std::vector<TextPattern> parts)
        : m_parts(std::move(parts))
    { }

    bool matches(std::string_view name) const;

private:
    std::vector<TextPattern> m_parts;
};

} // namespace canal
