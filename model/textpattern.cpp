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

bool TextPattern::foundIn(std::string_view text) const
{
    if (isEmpty())
        return true;
    for (std::size_t at = 0; at < text.size(); ++at)
        if (m_mayStart[static_cast<unsigned char>(text[at])] && matchesAt(text, at))
            return true;
    return false;
}

bool TextPattern::matchesAt(std::string_view text, std::size_t at) const
{
    for (const auto &forms : m_characters) {
        const auto rest = text.substr(at);
        const auto found = std::ranges::find_if(
            forms, [rest](const std::string &form) { return rest.starts_with(form); });
        if (found == forms.end())
            return false;
        at += found->size();
    }
    return true;
}

} // namespace canal
