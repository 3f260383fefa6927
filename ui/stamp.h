// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QPainter>

#include <functional>

namespace canal {

// What a stamp looks like: two with the same shape, variant and colour look the same.
struct StampKey
{
    char16_t shape;
    int variant;
    QColor colour;
};

// Paints a small shape that many cells have: `draw` strokes it once for each key and size, with
// antialiasing, into the box it is given; after that it is copied, since stroking a path costs more
// than a line of text.
void paintStamp(QPainter &painter, const QRectF &box, const StampKey &key,
                const std::function<void(QPainter &, const QRectF &)> &draw);

} // namespace canal
