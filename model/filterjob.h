// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowfilter.h"

#include <memory>
#include <vector>

namespace canal {

// One scan of a snapshot with a filter on a pool thread. Started and asked from one thread (the
// GUI's), which takes what has been found so far whenever it likes.
class FilterJob
{
public:
    FilterJob();
    ~FilterJob(); // cancels, and waits until no thread reads the store any more
    FilterJob(const FilterJob &) = delete;
    FilterJob &operator=(const FilterJob &) = delete;

    // Looks at [from, to); a scan under way is cancelled.
    void start(const EventSnapshot &rows, const RowFilter &filter, std::uint32_t from,
               std::uint32_t to);
    void cancel(); // waits for the thread; what was found is forgotten

    bool isRunning() const;
    // All rows before this one were looked at, and what matches among them was or can be taken.
    struct Progress
    {
        std::vector<RowId> found; // since the last call
        std::uint32_t scannedTo = 0;
        bool done = false;
    };
    Progress take();

private:
    struct Shared;
    std::shared_ptr<Shared> m_shared;
};

} // namespace canal
