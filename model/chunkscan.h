// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>
#include <vector>

namespace canal {

template <typename T>
void append(std::vector<T> &to, std::vector<T> &&found)
{
    to.insert(to.end(), found.begin(), found.end());
}

// Looks at the rows of a snapshot chunk by chunk on a thread of its own. Started and asked from one
// thread (the GUI's), which takes what has been found so far whenever it likes. `Found` is put
// together by append(), which adds the second to the first.
template <typename Found>
class ChunkScan
{
public:
    // What is found among [from, to); what was found until then when stopped.
    using Look
        = std::function<Found(std::uint32_t from, std::uint32_t to, const std::stop_token &stop)>;
    // Called on the thread: what is dear to make is made there.
    using Prepare = std::function<Look(const std::stop_token &stop)>;

    ChunkScan() = default;
    ~ChunkScan() { cancel(); } // waits until the thread reads no row any more
    ChunkScan(const ChunkScan &) = delete;
    ChunkScan &operator=(const ChunkScan &) = delete;

    // Looks at [from, to); a scan under way is cancelled.
    void start(std::uint32_t from, std::uint32_t to, Prepare prepare)
    {
        cancel();
        m_scannedTo = from;
        m_done = false;
        m_thread = std::jthread(
            [this, from, to, prepare = std::move(prepare)](const std::stop_token &stop) {
                run(from, to, prepare(stop), stop);
            });
    }
    void cancel() // what was found is forgotten
    {
        if (m_thread.joinable()) {
            m_thread.request_stop();
            m_thread.join();
        }
        m_found = {};
        m_scannedTo = 0;
    }

    bool isRunning() const
    {
        const std::lock_guard lock(m_mutex);
        return !m_done;
    }
    // All rows before `scannedTo` were looked at, and what was found there was or can be taken.
    struct Progress
    {
        Found found; // since the last call
        std::uint32_t scannedTo = 0;
        bool done = false;
    };
    Progress take()
    {
        const std::lock_guard lock(m_mutex);
        return { std::exchange(m_found, {}), m_scannedTo, m_done };
    }

private:
    // Small at first, so that the first hits are there at once.
    static constexpr std::uint32_t firstChunkRows = 256;
    static constexpr std::uint32_t mostChunkRows = 4096;

    void run(std::uint32_t from, std::uint32_t to, const Look &look, const std::stop_token &stop)
    {
        auto chunk = firstChunkRows;
        for (auto at = from; at < to && !stop.stop_requested();) {
            const auto end = std::min(to, at + chunk);
            auto found = look(at, end, stop);
            const std::lock_guard lock(m_mutex);
            append(m_found, std::move(found));
            m_scannedTo = end;
            at = end;
            chunk = std::min(chunk * 2, mostChunkRows);
        }
        const std::lock_guard lock(m_mutex);
        m_done = true;
    }

    mutable std::mutex m_mutex; // guards what follows
    Found m_found {};
    std::uint32_t m_scannedTo = 0;
    bool m_done = true;
    std::jthread m_thread;
};

} // namespace canal
