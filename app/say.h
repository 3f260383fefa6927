// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace canal {

// A line on standard error, after the program's name.
void say(const QString &text);

} // namespace canal
