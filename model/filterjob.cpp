// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterjob.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace canal {

// Small at first, so that the first hits are there at once.
static constexpr std::uint32_t firstChunkRows = 256;
static constexpr std::uint32_t chunkRows = 4096;

struct FilterJob::Shared
{
    std::mutex mutex;
    std::vector<RowId> found;
    std::uint32_t scannedTo = 0;
    bool done = true;
    std::jthread thread;
};

FilterJob::FilterJob()
    : m_shared(std::make_shared<Shared>())
{ }

FilterJob::~FilterJob() { cancel(); }

void FilterJob::start(const EventSnapshot &rows, const RowFilter &filter, std::uint32_t from,
                      std::uint32_t to)
{
    cancel();
    m_shared->scannedTo = from;
    m_shared->done = false;
    m_shared->thread = std::jthread(
        [shared = m_shared.get(), rows, filter, from, to](const std::stop_token &stop) {
            RowScan scan(rows, filter, from, stop);
            auto chunk = firstChunkRows;
            for (auto at = from; at < to && !stop.stop_requested();) {
                const auto end = std::min(to, at + chunk);
                const auto found = scan.matching(at, end, stop);
                const std::lock_guard lock(shared->mutex);
                shared->found.insert(shared->found.end(), found.begin(), found.end());
                shared->scannedTo = end;
                at = end;
                chunk = std::min(chunk * 2, chunkRows);
            }
            const std::lock_guard lock(shared->mutex);
            shared->done = true;
        });
}

void FilterJob::cancel()
{
    if (m_shared->thread.joinable()) {
        m_shared->thread.request_stop();
        m_shared->thread.join();
    }
    m_shared->found.clear();
}

bool FilterJob::isRunning() const
{
    const std::lock_guard lock(m_shared->mutex);
    return !m_shared->done;
}

FilterJob::Progress FilterJob::take()
{
    const std::lock_guard lock(m_shared->mutex);
    return { std::exchange(m_shared->found, {}), m_shared->scannedTo, m_shared->done };
}

} // namespace canal
