// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/textpattern.h"

#include <QString>

namespace canal {

// The pattern that finds `text` whatever the case of its letters, in any script.
TextPattern caselessPattern(const QString &text);

} // namespace canal
