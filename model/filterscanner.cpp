// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterscanner.h"

#include <algorithm>

namespace canal {
namespace {

bool isBlank(char c) { return FilterScanner::blanks.find(c) != std::string_view::npos; }

bool isNameStart(char c)
{
    constexpr unsigned char firstBeyondAscii = 0x80;
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c == '$'
        || static_cast<unsigned char>(c) >= firstBeyondAscii;
}

bool isNamePart(char c) { return isNameStart(c) || (c >= '0' && c <= '9') || c == '.'; }

char lowerCase(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

} // namespace

std::string lowerCase(std::string_view text)
{
    std::string lower(text);
    std::ranges::transform(lower, lower.begin(), [](char c) { return lowerCase(c); });
    return lower;
}

std::size_t FilterScanner::lengthAt(std::size_t at) const
{
    auto end = at;
    while (end < m_text.size() && isNamePart(m_text[end]))
        ++end;
    if (end == at && end < m_text.size() && !isBlank(m_text[end]))
        ++end;
    return end - at;
}

void FilterScanner::skipBlanks()
{
    while (!atEnd() && isBlank(m_text[m_at]))
        ++m_at;
}

bool FilterScanner::take(std::string_view symbol)
{
    if (!rest().starts_with(symbol))
        return false;
    m_at += symbol.size();
    return true;
}

bool FilterScanner::sees(std::string_view word) const
{
    const auto text = rest();
    if (text.size() < word.size() || canal::lowerCase(text.substr(0, word.size())) != word)
        return false;
    if (text.size() == word.size())
        return true;
    const char next = text[word.size()];
    return isBlank(next) || next == '(' || next == ')';
}

bool FilterScanner::takeKeyword(std::string_view word)
{
    const bool found = sees(word);
    if (found)
        m_at += word.size();
    return found;
}

std::string_view FilterScanner::takeName()
{
    const auto start = m_at;
    if (!atEnd() && isNameStart(m_text[m_at]))
        while (!atEnd() && isNamePart(m_text[m_at]))
            ++m_at;
    return between(start, m_at);
}

std::string_view FilterScanner::takeUntil(std::string_view stops)
{
    const auto start = m_at;
    while (!atEnd() && !isBlank(m_text[m_at]) && stops.find(m_text[m_at]) == std::string_view::npos)
        ++m_at;
    return between(start, m_at);
}

std::string_view FilterScanner::takeBareValue()
{
    const auto start = m_at;
    while (!atEnd() && !isBlank(m_text[m_at]) && !rest().starts_with("->")
           && std::string_view(",()").find(m_text[m_at]) == std::string_view::npos)
        ++m_at;
    return between(start, m_at);
}

std::string_view FilterScanner::takeBareRegex()
{
    const auto start = m_at;
    int open = 0;
    while (!atEnd() && !isBlank(m_text[m_at])) {
        const char c = m_text[m_at];
        if (c == '\\' && m_at + 1 < m_text.size() && !isBlank(m_text[m_at + 1]))
            ++m_at;
        else if (c == '(')
            ++open;
        else if (c == ')' && --open < 0)
            break;
        ++m_at;
    }
    return between(start, m_at);
}

std::optional<std::string> FilterScanner::takeQuoted()
{
    const char quote = m_text[m_at];
    std::string text;
    for (auto at = m_at + 1; at < m_text.size(); ++at) {
        if (m_text[at] == quote) {
            if (at + 1 == m_text.size() || m_text[at + 1] != quote) {
                m_at = at + 1;
                return text;
            }
            ++at;
        }
        text.push_back(m_text[at]);
    }
    return {};
}

} // namespace canal
