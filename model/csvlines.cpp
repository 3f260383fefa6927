// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/csvlines.h"

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace canal {

static constexpr std::size_t rowsPerPart = 1024;

namespace {

// Whose part is next.
class Turn
{
public:
    // False: it is over.
    bool waitFor(std::size_t part)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [&] { return m_over || m_next == part; });
        return !m_over;
    }
    void pass(bool goesOn)
    {
        {
            const std::lock_guard lock(m_mutex);
            ++m_next;
            m_over |= !goesOn;
        }
        m_changed.notify_all();
    }
    bool isOver()
    {
        const std::lock_guard lock(m_mutex);
        return m_over;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::size_t m_next = 0;
    bool m_over = false;
};

} // namespace

bool CsvLines::write(unsigned threads, const Sink &sink, const std::stop_token &stop) const
{
    Turn turn;
    const auto work = [&](std::size_t self) {
        CsvWriter writer(style);
        std::string text;
        for (auto part = self; part * rowsPerPart < count && !turn.isOver(); part += threads) {
            Part result { {}, 0, std::min(count, (part + 1) * rowsPerPart), true };
            text.clear();
            for (auto i = part * rowsPerPart; i < result.done && !stop.stop_requested(); ++i)
                result.lines += writer.appendLine(rows, rowAt(i), text) ? 1U : 0U;
            if (!turn.waitFor(part))
                return;
            result.text = text;
            result.isReadable = writer.allReadable();
            turn.pass(!stop.stop_requested() && sink(result));
        }
    };
    {
        std::vector<std::jthread> others;
        for (unsigned i = 1; i < threads; ++i)
            others.emplace_back(work, i);
        work(0);
    }
    return !turn.isOver();
}

} // namespace canal
