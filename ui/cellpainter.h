// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowtext.h"
#include "ui/theme.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QRawFont>

namespace canal {

// The fonts of table cells at one size, measured once.
class CellFonts
{
public:
    enum class Face { Base, Bold, Italic, Strike, Small, SmallItalic };

    explicit CellFonts(int pixels = 12);

    int pixels() const { return m_pixels; }
    double width(const QString &text, Face face) const; // without shaping for usual text
    // The text, or its beginning with "…" that fits.
    QString elided(const QString &text, Face face, double width) const;
    void draw(QPainter &painter, const QPointF &baseline, const QString &text, Face face) const;
    // Where the text stands in a cell, the same for every face and script.
    double baseline(const QRect &cell) const;

private:
    static constexpr std::size_t usualCharacters = 256 + 3; // Latin-1 and a few signs
    struct Measured
    {
        bool has(const QString &text) const; // a glyph of the usual width for each character

        QFont font;
        double advance = 0; // of a usual character
        double strike = 0; // height of its line above the baseline; 0: it has none
        double strikeWidth = 0;
        QRawFont raw;
        std::array<quint32, usualCharacters>
            glyphs {}; // of usual characters; 0: none, or of another width
    };
    static Measured measure(const QFont &font);

    int m_pixels;
    double m_ascent = 0;
    double m_descent = 0;
    std::array<Measured, 6> m_faces;
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
    // The same on a ground of its own.
    void textOn(const QColor &ground, const QString &text, const QColor &colour,
                CellFonts::Face face, Rest rest = Rest::None);
    void textAtRight(const QString &text, const QColor &colour,
                     CellFonts::Face face = CellFonts::Face::Base);
    void nullBox(const QColor &colour, const QColor &edge, Rest rest = Rest::None);
    void wordBox(const QString &word, CellFonts::Face face, const QColor &colour,
                 const QColor &edge, Rest rest = Rest::None);
    void arrow(const QColor &colour, Rest rest = Rest::None);
    void glyph(Operation operation, const QColor &colour);
    // A value that is not known: the whole cell, with the words on a plain patch.
    void hatch(const QString &words, const Theme &theme);
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
