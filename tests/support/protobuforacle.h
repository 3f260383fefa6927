// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

// Second opinions on the bytes of an Entry. Plain C++20.
namespace canal::test {

// Compares the scanner's reading with libprotobuf's, down to the last column; both may refuse, but
// only together. Empty when they agree.
std::string disagreementWithProtobuf(std::string_view entry);

// Encodes the entry's rows as the store does, and compares what comes back with the scanner's
// reading. Empty when they agree.
std::string disagreementOfCodec(std::string_view entry);

// Puts the entries into a store that packs them, and compares what comes back with the scanner's
// reading. Empty when they agree.
std::string disagreementOfStore(const std::vector<std::string_view> &entries);

} // namespace canal::test
