// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"
#include "model/filtertext.h"

#include <optional>

namespace canal {

// What the user should know of a filter that is on: a table or column that no row had so far,
// though it may still come; a regular expression that gave up. The first of them.
std::optional<FilterRemark> remarkOn(const FilterSpec &filter, const EventSnapshot &rows);

} // namespace canal
