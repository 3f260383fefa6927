// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/findjob.h"

#include <algorithm>
#include <span>

namespace canal {
namespace {

using Direction = FindJob::Direction;

// Handed over at once: a copy of that many numbers costs the GUI thread a millisecond.
constexpr int firstChunkRows = 1 << 14;
constexpr int mostChunkRows = 1 << 20;

// Those of `among` (ascending) that match. Rows in small gaps are looked at in vain, which is
// cheaper than to start anew behind each.
std::vector<RowId> matching(RowScan &scan, std::span<const RowId> among,
                            const std::stop_token &stop)
{
    constexpr std::uint32_t mostGap = 16;
    std::vector<RowId> all;
    while (!among.empty() && !stop.stop_requested()) {
        std::size_t count = 1;
        while (count < among.size() && raw(among[count]) - raw(among[count - 1]) <= mostGap)
            ++count;
        const auto run = among.first(count);
        const auto found = scan.matching(raw(run.front()), raw(run.back()) + 1, stop);
        std::ranges::set_intersection(found, run, std::back_inserter(all));
        among = among.subspan(count);
    }
    return all;
}

std::optional<RowId> firstMatch(RowScan &scan, std::span<const RowId> among, Direction direction,
                                const std::stop_token &stop)
{
    constexpr std::size_t rowsAtOnce = 4096;
    while (!among.empty() && !stop.stop_requested()) {
        const auto count = std::min(among.size(), rowsAtOnce);
        switch (direction) {
        case Direction::Forward:
            if (const auto found = matching(scan, among.first(count), stop); !found.empty())
                return found.front();
            among = among.subspan(count);
            break;
        case Direction::Backward:
            if (const auto found = matching(scan, among.last(count), stop); !found.empty())
                return found.back();
            among = among.first(among.size() - count);
            break;
        }
    }
    return {};
}

} // namespace

FindJob::FindJob(const RowEventModel &shown, QObject *parent)
    : QObject(parent)
    , m_shown(shown)
{
    m_filter.hidesTransactions = false;
    m_filter.hidesAnnotations = false;
}

void FindJob::start(const EventSnapshot &rows, const FilterSpec &what, const Route &route)
{
    cancel();
    m_filter.spec = what;
    m_direction = route.direction;
    const bool forward = m_direction == Direction::Forward;
    auto border = forward ? 0 : rows.size();
    if (route.from) {
        const bool fromIsBefore = forward == (route.start == Start::After);
        border = std::min(raw(*route.from) + (fromIsBefore ? 1 : 0), rows.size());
    }
    const Leg before { 0, border };
    const Leg after { border, rows.size() };
    m_legs = { forward ? after : before, forward ? before : after };
    m_leg = 0;
    m_chunkRows = firstChunkRows;
    m_looked = 0;
    step(rows);
}

void FindJob::cancel() { m_call.cancel(); }

void FindJob::step(const EventSnapshot &rows)
{
    auto chunk = takeChunk();
    if (chunk.empty())
        return emit finished({});
    m_looked += static_cast<qint64>(chunk.size());
    m_call.start(
        [rows, chunk = std::move(chunk), filter = m_filter,
         direction = m_direction](const std::stop_token &stop) {
            RowScan scan(rows, filter, raw(chunk.front()), stop);
            return firstMatch(scan, chunk, direction, stop);
        },
        [this, rows](std::optional<RowId> found) { takeResult(rows, found); });
}

void FindJob::takeResult(const EventSnapshot &rows, std::optional<RowId> found)
{
    using Way = Outcome::Way;
    if (found)
        return emit finished({ found, m_leg == 0 ? Way::Straight : Way::AroundTheEnd });
    const auto all = std::max(m_shown.rowCount(), 1);
    emit progress(static_cast<int>(std::min<qint64>(m_looked * 100 / all, 100)));
    step(rows);
}

std::vector<RowId> FindJob::takeChunk()
{
    for (; m_leg < m_legs.size(); ++m_leg) {
        if (auto chunk = takeFrom(m_legs[m_leg]); !chunk.empty()) {
            m_chunkRows = std::min(m_chunkRows * 2, mostChunkRows);
            return chunk;
        }
    }
    return {};
}

// The places of rows change while they come and go; their numbers do not.
std::vector<RowId> FindJob::takeFrom(Leg &leg) const
{
    const auto placeOf = [this](std::uint32_t row) { // or of the next that is shown
        return row == 0 ? 0 : m_shown.visibleRow(RowId { row - 1 }) + 1;
    };
    const bool forward = m_direction == Direction::Forward;
    auto from = placeOf(leg.low);
    auto to = placeOf(leg.high);
    if (to - from > m_chunkRows)
        (forward ? to : from) = forward ? from + m_chunkRows : to - m_chunkRows;
    std::vector<RowId> chunk;
    chunk.reserve(static_cast<std::size_t>(std::max(to - from, 0)));
    for (int row = from; row < to; ++row)
        chunk.push_back(m_shown.rowId(row));
    if (!chunk.empty())
        (forward ? leg.low : leg.high) = forward ? raw(chunk.back()) + 1 : raw(chunk.front());
    return chunk;
}

} // namespace canal
