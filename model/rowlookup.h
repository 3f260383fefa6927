// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"

#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <variant>

// Finds the row that somebody has the number, the position or the GTID of. Plain C++20, any thread.
namespace canal {

struct NumberTarget
{
    std::int64_t number = 0; // as in the # column
};

struct PositionTarget
{
    std::string file; // or its end ("000012"); empty: that of a row near by
    std::int64_t offset = 0;
};

struct GtidTarget
{
    std::string gtid;
};

using RowTarget = std::variant<NumberTarget, PositionTarget, GtidTarget>;

// "4295", "mysql-bin.000012:4711", ":4711", "3e11fa47-…:23", "0-1-23"; blanks do not count, so that
// numbers may be grouped. Nothing: it is none of these.
std::optional<RowTarget> parseRowTarget(std::string_view utf8);

struct FoundRow
{
    enum class Fit { Exact, Later }; // the nearest one after what was asked for

    RowId row { 0 };
    Fit fit = Fit::Exact;
};

// Among the listed rows from `from` on; looks at all of them in the worst case. `near` tells whose
// log file is meant when a position has none.
std::optional<FoundRow> findRow(const EventSnapshot &rows, const RowTarget &target,
                                std::uint32_t from, std::optional<RowId> near,
                                const std::stop_token &stop);

} // namespace canal
