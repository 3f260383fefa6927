// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/textpattern.h"

#include <algorithm>

namespace canal {

TextPattern::TextPattern(std::vector<Forms> characters)
    : m_characters(std::move(characters))
{
    if (m_characters.empty())
        return;
    for (const auto &form : m_characters.front())
        if (!form.empty())
            m_mayStart[static_cast<unsigned char>(form.front())] = true;
}

std::optional<std::size_t> TextPattern::find(std::string_view text, std::size_t from) const
{
    if (isEmpty())
        return from;
    for (auto at = from; at < text.size(); ++at)
        if (m_mayStart[static_cast<unsigned char>(text[at])])
            if (const auto end = endAt(text, at))
                return end;
    return {};
}

std::optional<std::size_t> TextPattern::endAt(std::string_view text, std::size_t at) const
{
    for (const auto &forms : m_characters) {
        const auto rest = text.substr(at);
        const auto found = std::ranges::find_if(
            forms, [rest](const std::string &form) { return rest.starts_with(form); });
        if (found == forms.end())
            return {};
        at += found->size();
    }
    return at;
}

bool NamePattern::matches(std::string_view name) const
{
    if (m_parts.size() == 1)
        return m_parts.front().equals(name);
    auto at = m_parts.front().endAt(name, 0);
    for (std::size_t i = 1; i + 1 < m_parts.size() && at; ++i)
        at = m_parts[i].find(name, *at);
    if (!at)
        return false;
    for (auto last = *at; last <= name.size(); ++last)
        if (m_parts.back().endAt(name, last) == name.size())
            return true;
    return false;
}

} // namespace canal
