// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace canal {

// "90.4 %". Never rounded up to 100 nor down to 0.
QString percent(qint64 part, qint64 whole);

} // namespace canal
