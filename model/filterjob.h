// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/chunkscan.h"
#include "model/rowfilter.h"

#include <vector>

namespace canal {

// One scan of a snapshot with a filter on a pool thread. Started and asked from one thread (the
// GUI's), which takes what has been found so far whenever it likes.
class FilterJob
{
public:
    // Looks at [from, to); a scan under way is cancelled.
    void start(const EventSnapshot &rows, const RowFilter &filter, std::uint32_t from,
               std::uint32_t to);
    void cancel() { m_scan.cancel(); } // waits for the thread; what was found is forgotten

    bool isRunning() const { return m_scan.isRunning(); }
    using Progress = ChunkScan<std::vector<RowId>>::Progress;
    Progress take() { return m_scan.take(); }

private:
    ChunkScan<std::vector<RowId>> m_scan;
};

} // namespace canal
