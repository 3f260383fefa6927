// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowoverview.h"

#include "model/roweventmodel.h"

#include <algorithm>

namespace canal {

OverviewScale::OverviewScale(qint64 rows, int lines)
    : m_rows(std::max<qint64>(rows, 0))
    , m_lines(static_cast<int>(std::min<qint64>(std::max(lines, 0), m_rows * mostLinesPerRow)))
{ }

qint64 OverviewScale::rowAt(int line) const
{
    if (m_lines == 0)
        return -1;
    return std::clamp(line, 0, m_lines - 1) * m_rows / m_lines;
}

qint64 OverviewScale::rowAfter(int line) const
{
    const auto after = (std::clamp(line, 0, m_lines - 1) + 1) * m_rows / m_lines;
    return std::max(after, rowAt(line) + 1);
}

// The other way round than rowAt(), which rounds down.
int OverviewScale::lineOf(qint64 row) const
{
    if (m_rows == 0)
        return 0;
    const auto line = m_rows > m_lines ? ((row + 1) * m_lines - 1) / m_rows
                                       : (row * m_lines + m_rows - 1) / m_rows;
    return static_cast<int>(std::clamp<qint64>(line, 0, m_lines - 1));
}

namespace {

int toInt(qint64 row) { return static_cast<int>(row); } // of a model, which has no more

// From mark to visible row to mark: those that a filter hides are passed in one step.
std::optional<MarkSign> firstMark(const RowEventModel &model, const RowMarks &marks, qint64 from,
                                  qint64 to)
{
    const auto all = marks.rows();
    const auto first = model.rowId(toInt(from));
    const auto last = model.rowId(toInt(to - 1));
    auto mark = std::ranges::lower_bound(*all, first);
    for (int step = 0; step < OverviewLine::mostLookedAt; ++step) {
        if (mark == all->end() || *mark > last)
            return {};
        const int shown = model.visibleRow(*mark);
        if (model.rowId(shown) == *mark)
            return marks.sign(*mark);
        if (shown + 1 >= to)
            return {};
        mark = std::lower_bound(mark, all->end(), model.rowId(shown + 1));
    }
    return {};
}

} // namespace

std::vector<OverviewLine> overviewOf(const RowEventModel &model, const EventSnapshot &rows,
                                     const RowMarks &marks, const OverviewScale &scale)
{
    std::vector<OverviewLine> lines(static_cast<std::size_t>(scale.linesUsed()));
    for (int i = 0; i < scale.linesUsed(); ++i) {
        auto &line = lines[static_cast<std::size_t>(i)];
        const auto from = scale.rowAt(i);
        const auto to = scale.rowAfter(i);
        const auto looks = std::min<qint64>(to - from, OverviewLine::mostLookedAt);
        for (qint64 look = 0; look < looks; ++look) {
            const auto row = model.rowId(toInt(from + (to - from) * look / looks));
            ++line.counts[static_cast<std::size_t>(operationOf(rows, row))];
        }
        if (!marks.isEmpty())
            line.mark = firstMark(model, marks, from, to);
    }
    return lines;
}

} // namespace canal
