// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/say.h"

#include <cstdio>

namespace canal {

void say(const QString &text)
{
    std::fprintf(stderr, "canal-inspector: %s\n", qUtf8Printable(text));
}

} // namespace canal
