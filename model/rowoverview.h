// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowmarks.h"
#include "model/rowtext.h"

#include <QtGlobal>

#include <array>
#include <optional>
#include <vector>

namespace canal {

class RowEventModel;

// Where rows stand on a map of so many lines. Few rows do not fill it, many share a line.
class OverviewScale
{
public:
    static constexpr int mostLinesPerRow = 4;

    OverviewScale() = default;
    OverviewScale(qint64 rows, int lines);

    qint64 rows() const { return m_rows; }
    int linesUsed() const { return m_lines; }
    qint64 rowAt(int line) const; // the first one of the line, or the nearest; -1: there is none
    qint64 rowAfter(int line) const; // the line stands for [rowAt(), rowAfter())
    int lineOf(qint64 row) const; // the first one of the row

    bool operator==(const OverviewScale &) const = default;

private:
    qint64 m_rows = 0;
    int m_lines = 0;
};

// A run of visible rows, told by some of them.
struct OverviewLine
{
    static constexpr int mostLookedAt = 16;

    static constexpr std::size_t operations = static_cast<std::size_t>(Operation::Unreadable) + 1;

    std::array<quint8, operations> counts {}; // by Operation, of the rows looked at
    std::optional<MarkSign> mark; // of the first marked row
};

// Costs as much as there are lines, however many rows the model shows.
std::vector<OverviewLine> overviewOf(const RowEventModel &model, const EventSnapshot &rows,
                                     const RowMarks &marks, const OverviewScale &scale);

} // namespace canal
