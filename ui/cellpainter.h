// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowtext.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>

namespace canal {

// The fonts of table cells at one size, measured once.
class CellFonts
{
public:
    enum class Face { Base, Bold, Strike, Small, SmallItalic };

    explicit CellFonts(int pixels = 12);

    const QFont &font(Face face) const { return m_faces[static_cast<std::size_t>(face)].font; }
    int pixels() const { return m_pixels; }
    double width(const QString &text, Face face) const; // without shaping for plain ASCII
    // The text, or its beginning with "…" that fits.
    QString elided(const QString &text, Face face, double width) const;
    // Where the text stands in a cell, the same for every face and script.
    double baseline(const QRect &cell) const;

private:
    struct Measured
    {
        QFont font;
        double advance = 0; // of an ASCII character
    };

    int m_pixels;
    double m_ascent = 0;
    double m_descent = 0;
    std::array<Measured, 5> m_faces;
};

// Lays out the pieces of one cell from left to right. The first that does not fit ends in one "…",
// a box is never cut, and nothing comes after that.
class CellPainter
{
public:
    // Does anything follow? Then there must be room for its "…".
    enum class Rest { None, More };

    CellPainter(QPainter &painter, const QRect &cell, const CellFonts &fonts);

    void text(const QString &text, const QColor &colour,
              CellFonts::Face face = CellFonts::Face::Base, Rest rest = Rest::None);
    void textAtRight(const QString &text, const QColor &colour,
                     CellFonts::Face face = CellFonts::Face::Base);
    void nullBox(const QColor &colour, const QColor &edge, Rest rest = Rest::None);
    void arrow(const QColor &colour, Rest rest = Rest::None);
    void glyph(Operation operation, const QColor &colour);
    void skip(double pixels) { m_x += pixels; }
    bool isFull() const { return m_full; }
    double x() const { return m_x; }
    double room() const { return m_right - m_x; }

private:
    bool makeRoom(double width, Rest rest, const QColor &colour);

    QPainter &m_painter;
    const QRect m_cell;
    const CellFonts &m_fonts;
    double m_x;
    double m_right;
    bool m_full = false;
};

// + ~ − ◆ and the like, drawn so that all have the same weight in every font.
void paintOperationGlyph(QPainter &painter, const QRectF &box, Operation operation,
                         const QColor &colour);

struct OperationRoles
{
    Theme::Role text; // on the table's ground
    Theme::Role onTint; // on a selected row or the tint
    Theme::Role tint;
};
OperationRoles rolesOf(Operation operation);

} // namespace canal
