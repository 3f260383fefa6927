// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/percent.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

QString percent(qint64 part, qint64 whole)
{
    if (whole <= 0 || part >= whole)
        return whole <= 0 ? u"0 %"_s : u"100 %"_s;
    if (part <= 0)
        return u"0 %"_s;
    const double exact = static_cast<double>(part) * 100 / static_cast<double>(whole);
    return u"%1 %"_s.arg(std::clamp(exact, 0.1, 99.9), 0, 'f', 1);
}

} // namespace canal
