// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/cellpainter.h"
#include "ui/plaintext.h"

namespace canal {

// Paints the lines of a TimelineModel: glyph and time, what changed, number.
class TimelineDelegate : public PlainDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 20;

    using PlainDelegate::PlainDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    CellFonts m_fonts;
};

// Paints the values of a TimelineMatrix.
class MatrixDelegate : public PlainDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 24;

    using PlainDelegate::PlainDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    CellFonts m_fonts;
};

} // namespace canal
