// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace canal {

// A decimal number of any size, compared exactly: DECIMAL(65,30) and big unsigned numbers do not
// fit a double. Plain C++20.
class Decimal
{
public:
    // "-12.50", "1e3"; nothing for any other text, blanks and "inf" included.
    static std::optional<Decimal> parse(std::string_view text);

    int compare(const Decimal &other) const; // < 0, 0, > 0, as std::string's

private:
    std::string m_digits; // without zeros at either end; empty: zero
    std::int64_t m_point = 0; // the value is 0.DIGITS times ten to this power
    bool m_negative = false;
};

} // namespace canal
