// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/decimal.h"

#include "model/digits.h"

#include <charconv>

namespace canal {
namespace {

bool takeOneOf(std::string_view &text, std::string_view characters)
{
    if (text.empty() || characters.find(text.front()) == std::string_view::npos)
        return false;
    text.remove_prefix(1);
    return true;
}

// "e-12", all of `text`.
std::optional<std::int64_t> exponentOf(std::string_view text)
{
    if (text.empty())
        return 0;
    if (!takeOneOf(text, "eE"))
        return {};
    const bool negative = text.starts_with('-');
    takeOneOf(text, "+-");
    constexpr std::size_t mostDigits = 9;
    if (text.empty() || text.size() > mostDigits)
        return {};
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || !isDigit(text.front()))
        return {};
    return negative ? -value : value;
}

} // namespace

std::optional<Decimal> Decimal::parse(std::string_view text)
{
    Decimal number;
    number.m_negative = text.starts_with('-');
    takeOneOf(text, "+-");
    const auto whole = takeDigits(text);
    const auto fraction = takeOneOf(text, ".") ? takeDigits(text) : std::string_view();
    const auto exponent = exponentOf(text);
    if ((whole.empty() && fraction.empty()) || !exponent)
        return {};
    number.m_digits = std::string(whole) + std::string(fraction);
    number.m_point = static_cast<std::int64_t>(whole.size()) + *exponent;
    const auto first = number.m_digits.find_first_not_of('0');
    if (first == std::string::npos)
        return Decimal();
    number.m_digits.erase(0, first);
    number.m_point -= static_cast<std::int64_t>(first);
    number.m_digits.erase(number.m_digits.find_last_not_of('0') + 1);
    return number;
}

int Decimal::compare(const Decimal &other) const
{
    const auto sign = [](const Decimal &n) {
        return n.m_digits.empty() ? 0 : n.m_negative ? -1 : 1;
    };
    if (sign(*this) != sign(other) || m_digits.empty())
        return sign(*this) - sign(other);
    const int order = m_point != other.m_point ? (m_point < other.m_point ? -1 : 1)
                                               : m_digits.compare(other.m_digits);
    return m_negative ? -order : order;
}

} // namespace canal
