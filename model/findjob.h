// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/backgroundcall.h"
#include "model/roweventmodel.h"

#include <QObject>

#include <array>

namespace canal {

// Looks for the next of the shown rows that a filter matches, off the GUI thread: to the end, then
// on from the other one. GUI thread; cancel before the rows are released.
class FindJob : public QObject
{
    Q_OBJECT

public:
    enum class Direction { Forward, Backward };
    enum class Start { At, After }; // the row that it starts from is looked at first, or last
    struct Route
    {
        Direction direction = Direction::Forward;
        Start start = Start::After;
        std::optional<RowId> from; // none: from the end that it comes from
    };
    struct Outcome
    {
        enum class Way { Straight, AroundTheEnd };

        std::optional<RowId> row;
        Way way = Way::Straight;
    };

    explicit FindJob(const RowEventModel &shown, QObject *parent = nullptr);

    // A search under way is cancelled. Rows that are shown later are not looked at.
    void start(const EventSnapshot &rows, const FilterSpec &what, const Route &route);
    void cancel();
    bool isRunning() const { return m_call.isRunning(); }

signals:
    void progress(int percent);
    void finished(const canal::FindJob::Outcome &outcome);

private:
    struct Leg // of the way: raw RowIds in [low, high)
    {
        std::uint32_t low = 0;
        std::uint32_t high = 0;
    };

    void step(const EventSnapshot &rows);
    void takeResult(const EventSnapshot &rows, std::optional<RowId> found);
    std::vector<RowId> takeChunk();
    std::vector<RowId> takeFrom(Leg &leg) const;

    const RowEventModel &m_shown;
    RowFilter m_filter;
    Direction m_direction = Direction::Forward;
    std::array<Leg, 2> m_legs;
    std::size_t m_leg = 0;
    int m_chunkRows = 0;
    qint64 m_looked = 0;
    BackgroundCall m_call;
};

} // namespace canal
