// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// The scanner and libprotobuf read the same from any bytes, or both refuse; and the store gives
// back what the scanner read.
#include "tests/support/protobuforacle.h"
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the fuzzer's signature
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    auto problem = canal::test::disagreementWithProtobuf(bytes);
    if (problem.empty())
        problem = canal::test::disagreementOfCodec(bytes);
    if (!problem.empty()) {
        std::fprintf(stderr, "%s\n", problem.c_str());
        std::abort();
    }
    return 0;
}
