// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace canal {

// A geometry as MySQL keeps it, in words.
struct GeometryText
{
    std::uint32_t srid = 0; // 0: a flat plane without units
    std::string wkt; // "POINT(1 2.5)"; with the numbers' shortest digits
};

// From the bytes of a GEOMETRY column: SRID and WKB, both with the low byte first
// (protocol.md 2.7). Nothing for other bytes, or when less or more of them is there. Plain C++20.
std::optional<GeometryText> geometryText(std::string_view bytes);

} // namespace canal
