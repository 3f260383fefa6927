// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace canal {

// Reads the characters of a filter text: blanks, words, quotes. Knows no terms. Plain C++20.
class FilterScanner
{
public:
    static constexpr std::string_view blanks = " \t\r\n";

    explicit FilterScanner(std::string_view text)
        : m_text(text)
    { }

    std::size_t at() const { return m_at; }
    void goTo(std::size_t at) { m_at = at; }
    bool atEnd() const { return m_at == m_text.size(); }
    char peek() const { return atEnd() ? '\0' : m_text[m_at]; }
    std::string_view rest() const { return m_text.substr(m_at); }
    std::string_view between(std::size_t from, std::size_t to) const
    {
        return m_text.substr(from, to - from);
    }
    // What a message may quote: the word at `at`, or one character that is no letter.
    std::size_t lengthAt(std::size_t at) const;

    void skipBlanks();
    bool take(std::string_view symbol);
    // A word of the language, in any case, that ends here.
    bool takeKeyword(std::string_view lowerCase);
    bool sees(std::string_view lowerCase) const; // the same without taking it

    // "status", "价格": what a column may be called without backticks, and before. or after. of it.
    std::string_view takeName();
    std::string_view takeUntil(std::string_view stops); // or a blank, or the end
    // A value without quotes: ends at a blank, a comma, a parenthesis or an arrow.
    std::string_view takeBareValue();
    std::string_view takeBareRegex(); // ends at a blank, or a parenthesis that it did not open
    // What is between quotes, where the quote itself is doubled. Nothing: there is no second one.
    std::optional<std::string> takeQuoted();

private:
    std::string_view m_text;
    std::size_t m_at = 0;
};

// ASCII letters in lower case.
std::string lowerCase(std::string_view text);

} // namespace canal
