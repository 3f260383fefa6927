// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// scancheck < ENTRIES: compares our scanner, row codec and store with libprotobuf on Canal entries,
// each after its size (four bytes, big-endian). Says how many agreed, or ends with 1.
#include "tests/support/protobuforacle.h"
#include <array>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace {

bool readAll(char *to, std::size_t size) { return std::fread(to, 1, size, stdin) == size; }

int disagree(const std::string &problem)
{
    std::fprintf(stderr, "%s\n", problem.c_str());
    return 1;
}

} // namespace

int main()
{
    std::vector<std::string> entries;
    std::array<unsigned char, 4> prefix {};
    while (std::fread(prefix.data(), 1, prefix.size(), stdin) == prefix.size()) {
        std::uint32_t size = 0;
        for (const auto byte : prefix)
            size = size << 8 | byte;
        auto &entry = entries.emplace_back(size, '\0');
        if (!readAll(entry.data(), size))
            return disagree("the input ends inside an entry");
    }
    for (const auto &entry : entries) {
        if (const auto problem = canal::test::disagreementWithProtobuf(entry); !problem.empty())
            return disagree(problem);
        if (const auto problem = canal::test::disagreementOfCodec(entry); !problem.empty())
            return disagree(problem);
    }
    const std::vector<std::string_view> views(entries.begin(), entries.end());
    if (const auto problem = canal::test::disagreementOfStore(views); !problem.empty())
        return disagree(problem);
    std::printf("%zu entries\n", entries.size());
    return 0;
}
