// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/csvwriter.h"

#include <functional>
#include <stop_token>

namespace canal {

// CSV lines of many rows, made in several threads and handed over in order. Plain C++20.
struct CsvLines
{
    EventSnapshot rows;
    ValueStyle style = ValueStyle::Decoded;
    std::size_t count = 0;
    std::function<RowId(std::size_t)> rowAt; // of the i-th of them; called from any thread

    struct Part
    {
        std::string_view text; // whole lines
        std::size_t lines = 0;
        std::size_t done = 0; // rows until here, this part included
        bool isReadable = true; // false: some row's bytes could not be read back
    };
    // Gets one part after the other, from one thread at a time; false ends it.
    using Sink = std::function<bool(const Part &)>;

    // Returns when all was handed over, the sink had enough, or a stop was asked for: then false.
    bool write(unsigned threads, const Sink &sink, const std::stop_token &stop = {}) const;
};

} // namespace canal
