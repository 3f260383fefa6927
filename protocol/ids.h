// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <type_traits>

// Numbers that must not be mixed up. Plain C++20: the scanner and the store include this.
namespace canal {

// The server's number of a batch; starts at 1 again when the server restarts (protocol.md S7).
// long long, because moc's QDataStream has no operator for long.
enum class BatchId : long long {};

// One per connection; a BatchId means nothing outside its epoch.
enum class Epoch : std::uint32_t {};

// Ours: positions in the event store, counted from 0.
enum class RowId : std::uint32_t {};
enum class EntryId : std::uint32_t {};
enum class TableId : std::uint32_t {};

template <typename Id>
constexpr auto raw(Id id)
{
    return static_cast<std::underlying_type_t<Id>>(id);
}

// What Canal answers to a GET when there is nothing.
inline constexpr BatchId noBatch { -1 };

} // namespace canal
