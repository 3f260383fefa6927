// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"

#include "tests/bench/framefile.h"

// What protobuf's own classes make of the same bytes: the reference in time, and the judge.
namespace canal::bench {

// Parses everything into messages that are used again, and looks at every column's name and value.
// The number of rows.
std::uint64_t parseWithProtobuf(const std::vector<std::string_view> &frames);
// One frame, as above.
std::uint64_t parseWithProtobuf(std::string_view frame);

// Compares so many rows, chosen at random, with what protobuf reads from the very entries; ends the
// program with a word at the first difference. The store must hold `entries` and nothing else.
// The number of rows compared.
std::uint32_t compareWithProtobuf(const EventSnapshot &rows,
                                  const std::vector<std::string_view> &entries,
                                  std::uint32_t count);

} // namespace canal::bench
