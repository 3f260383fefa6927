// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/cellpainter.h"

#include "ui/plaintext.h"
#include "ui/stamp.h"

#include <QGlyphRun>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace canal {

using Face = CellFonts::Face;

static constexpr int padding = 6;
static constexpr qsizetype mostChars = 600; // wider than any screen

// Latin-1, and what the program itself writes beside it: groups of digits, minus, cut text.
static constexpr std::array<char16_t, 3> signs { u'\u202f', u'\u2212', u'\u2026' };
static constexpr std::size_t latin1Count = 256;

// Where the character's glyph is kept; none is kept for others.
static std::optional<std::size_t> slotOf(QChar c)
{
    if (c.unicode() < latin1Count)
        return c.unicode();
    const auto *sign = std::ranges::find(signs, c.unicode());
    if (sign == signs.end())
        return {};
    return latin1Count + static_cast<std::size_t>(sign - signs.begin());
}

// ---- fonts

CellFonts::Measured CellFonts::measure(const QFont &font)
{
    Measured face;
    face.font = font;
    const QFontMetricsF metrics(font);
    // Averaged: hinting may round a single character.
    face.advance = metrics.horizontalAdvance(QString(32, u'0')) / 32;
    if (font.strikeOut()) {
        face.strike = metrics.strikeOutPos();
        face.strikeWidth = std::max(1.0, metrics.lineWidth());
    }
    static_assert(usualCharacters == latin1Count + signs.size());
    if (!QFontInfo(font).fixedPitch())
        return face;
    face.raw = QRawFont::fromFont(font);
    const auto keep = [&face](QChar c) {
        const auto glyph = face.raw.glyphIndexesForString(c).value(0);
        const auto width = face.raw.advancesForGlyphIndexes({ glyph }).value(0).x();
        if (glyph != 0 && std::abs(width - face.advance) < 0.5)
            face.glyphs[*slotOf(c)] = glyph;
    };
    for (char16_t c = u' '; c < latin1Count; ++c)
        keep(c);
    for (const auto sign : signs)
        keep(sign);
    return face;
}

bool CellFonts::Measured::has(const QString &text) const
{
    return std::ranges::all_of(text, [this](QChar c) {
        const auto slot = slotOf(c);
        return slot && glyphs[*slot] != 0;
    });
}

CellFonts::CellFonts(int pixels)
    : m_pixels(pixels)
{
    const auto set = [this](Face face, const QFont &font) {
        m_faces[static_cast<std::size_t>(face)] = measure(font);
    };
    const auto base = Theme::cellFont(pixels);
    set(Face::Base, base);
    auto bold = base;
    bold.setBold(true);
    set(Face::Bold, bold);
    auto italic = base;
    italic.setItalic(true);
    set(Face::Italic, italic);
    auto strike = base;
    strike.setStrikeOut(true);
    set(Face::Strike, strike);
    auto small = Theme::cellFont(std::max(6, pixels - 1));
    set(Face::Small, small);
    small.setItalic(true);
    set(Face::SmallItalic, small);
    const QFontMetricsF metrics(base);
    m_ascent = metrics.ascent();
    m_descent = metrics.descent();
}

double CellFonts::width(const QString &text, Face face) const
{
    const auto &measured = m_faces[static_cast<std::size_t>(face)];
    if (measured.has(text))
        return static_cast<double>(text.size()) * measured.advance;
    return QFontMetricsF(measured.font).horizontalAdvance(text);
}

QString CellFonts::elided(const QString &text, Face face, double width) const
{
    if (this->width(text, face) <= width)
        return text;
    const auto &measured = m_faces[static_cast<std::size_t>(face)];
    if (!measured.has(text))
        return QFontMetricsF(measured.font).elidedText(text, Qt::ElideRight, width);
    const auto room = static_cast<qsizetype>(width / measured.advance);
    return room < 1 ? QString() : text.first(std::min(room - 1, text.size())) + u'…';
}

// Such text needs no shaping: its glyphs are known and all as wide.
void CellFonts::draw(QPainter &painter, const QPointF &baseline, const QString &text,
                     Face face) const
{
    constexpr qsizetype mostGlyphs = 640;
    const auto &measured = m_faces[static_cast<std::size_t>(face)];
    if (text.size() > mostGlyphs || !measured.has(text)) {
        painter.setFont(measured.font);
        painter.drawText(baseline, text);
        return;
    }
    std::array<quint32, mostGlyphs> glyphs;
    std::array<QPointF, mostGlyphs> places;
    const auto count = static_cast<std::size_t>(text.size());
    for (std::size_t i = 0; i < count; ++i) {
        glyphs[i] = measured.glyphs[*slotOf(text[static_cast<qsizetype>(i)])];
        places[i] = { static_cast<double>(i) * measured.advance, 0 };
    }
    QGlyphRun run;
    run.setRawFont(measured.raw);
    run.setRawData(glyphs.data(), places.data(), static_cast<int>(count));
    painter.drawGlyphRun(baseline, run);
    if (measured.strike > 0) // Qt 6.4 puts a run's own line elsewhere
        painter.fillRect(QRectF(baseline.x(), std::round(baseline.y() - measured.strike),
                                static_cast<double>(count) * measured.advance,
                                measured.strikeWidth),
                         painter.pen().color());
}

double CellFonts::baseline(const QRect &cell) const
{
    return std::round(cell.top() + (cell.height() + m_ascent - m_descent) / 2);
}

// ---- pieces

CellPainter::CellPainter(QPainter &painter, const QRect &cell, const CellFonts &fonts)
    : m_painter(painter)
    , m_cell(cell)
    , m_fonts(fonts)
    , m_x(cell.left() + padding)
    , m_right(cell.right() + 1 - padding)
{ }

void CellPainter::text(const QString &text, const QColor &colour, Face face, Rest rest)
{
    if (m_full || text.isEmpty())
        return;
    const auto shown = visibleText(clipped(text, mostChars));
    const double width = m_fonts.width(shown, face);
    const double room = m_right - m_x;
    const double ellipsis = m_fonts.width(u"…"_s, Face::Base);
    m_full = width > room - (rest == Rest::More ? ellipsis : 0);
    const auto fitting = m_full ? m_fonts.elided(shown + u'…', face, room) : shown;
    m_painter.setPen(colour);
    m_fonts.draw(m_painter, { m_x, m_fonts.baseline(m_cell) }, fitting, face);
    m_x += width;
}

void CellPainter::textOn(const QColor &ground, const QString &text, const QColor &colour, Face face,
                         Rest rest)
{
    if (m_full)
        return;
    const auto shown = visibleText(clipped(text, mostChars));
    const double width = std::min(m_fonts.width(shown, face), m_right - m_x);
    m_painter.fillRect(QRectF(m_x, m_cell.top() + 2, width, m_cell.height() - 5), ground);
    this->text(text, colour, face, rest);
}

void CellPainter::textAtRight(const QString &text, const QColor &colour, Face face)
{
    const auto shown = m_fonts.elided(visibleText(clipped(text, 64)), face, m_right - m_x);
    m_painter.setPen(colour);
    m_fonts.draw(m_painter, { m_right - m_fonts.width(shown, face), m_fonts.baseline(m_cell) },
                 shown, face);
}

bool CellPainter::makeRoom(double width, Rest rest, const QColor &colour)
{
    if (m_full)
        return false;
    const double ellipsis = m_fonts.width(u"…"_s, Face::Base);
    if (width + (rest == Rest::More ? ellipsis : 0) <= m_right - m_x)
        return true;
    text(u"…"_s, colour);
    m_full = true;
    return false;
}

void CellPainter::nullBox(const QColor &colour, const QColor &edge, Rest rest)
{
    wordBox(u"NULL"_s, Face::SmallItalic, colour, edge, rest);
}

void CellPainter::wordBox(const QString &word, Face face, const QColor &colour, const QColor &edge,
                          Rest rest)
{
    const double inner = m_fonts.width(word, face);
    const double width = inner + 9;
    if (!makeRoom(width, rest, colour))
        return;
    const double height = m_fonts.pixels() + 3;
    const double top = std::round(m_cell.top() + (m_cell.height() - height) / 2.0);
    const QRectF box(std::round(m_x) + 0.5, top + 0.5, width - 1, height - 1);
    paintStamp(m_painter, box, { u'n', 0, edge }, [](QPainter &painter, const QRectF &place) {
        painter.drawRoundedRect(place, 3, 3);
    });
    m_painter.setPen(colour);
    m_fonts.draw(m_painter, { std::round(m_x) + 4, m_fonts.baseline(m_cell) }, word, face);
    m_x += width;
}

void CellPainter::arrow(const QColor &colour, Rest rest)
{
    constexpr double length = 10;
    constexpr double gap = 5;
    if (!makeRoom(length + 2 * gap, rest, colour))
        return;
    const QRectF box(std::round(m_x + gap), m_cell.top(), length, m_cell.height());
    paintStamp(m_painter, box, { u'a', 0, colour }, [&](QPainter &painter, const QRectF &place) {
        const QPointF to(place.right(), place.center().y());
        painter.setPen(QPen(colour, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawLine(QPointF(place.left(), to.y()), to);
        painter.drawPolyline(QPolygonF { to + QPointF(-3.4, -3.4), to, to + QPointF(-3.4, 3.4) });
    });
    m_x += length + 2 * gap;
}

void CellPainter::glyph(Operation operation, const QColor &colour)
{
    constexpr double size = 9;
    const double top = m_cell.top() + (m_cell.height() - size) / 2.0;
    paintOperationGlyph(m_painter, QRectF(m_x, top, size, size), operation, colour);
    m_x += size + padding;
}

void CellPainter::hatch(const QString &words, const Theme &theme)
{
    constexpr int apart = 6;
    const auto rect = m_cell.adjusted(0, 0, -1, -1);
    m_painter.save();
    m_painter.setClipRect(rect);
    m_painter.setPen(QPen(theme(Theme::Role::Hatch), 1));
    for (int x = rect.left() - rect.height(); x < rect.right(); x += apart)
        m_painter.drawLine(x, rect.bottom(), x + rect.height(), rect.top());
    const auto marked = u"· "_s + words;
    const auto width = static_cast<int>(m_fonts.width(marked, Face::Small)) + 12;
    m_painter.fillRect(QRect(rect.left(), rect.top() + 2, width, rect.height() - 3),
                       theme(Theme::Role::Base));
    m_painter.restore();
    text(marked, theme(Theme::Role::Text3), Face::Small);
}

// ---- operations

namespace {

QPolygonF wave(const QRectF &box)
{
    QPolygonF line;
    constexpr int steps = 16;
    for (int i = 0; i <= steps; ++i) {
        const double t = static_cast<double>(i) / steps;
        line.append(
            { box.left() + t * box.width(),
              box.center().y() - std::sin(t * 2 * std::numbers::pi) * box.height() * 0.22 });
    }
    return line;
}

void strokeGlyph(QPainter &painter, const QRectF &box, Operation operation, const QColor &colour)
{
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    const auto centre = box.center();
    switch (operation) {
    case Operation::Insert:
        painter.drawLine(QPointF(centre.x(), box.top()), QPointF(centre.x(), box.bottom()));
        [[fallthrough]];
    case Operation::Delete:
        painter.drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()));
        break;
    case Operation::Update:
        painter.drawPolyline(wave(box));
        break;
    case Operation::Ddl:
    case Operation::Query:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawPolygon(QPolygonF { { centre.x(), box.top() + 0.6 },
                                        { box.right() - 0.6, centre.y() },
                                        { centre.x(), box.bottom() - 0.6 },
                                        { box.left() + 0.6, centre.y() } });
        break;
    case Operation::Unreadable:
        painter.drawLine(box.topLeft() + QPointF(1, 1), box.bottomRight() - QPointF(1, 1));
        painter.drawLine(box.topRight() + QPointF(-1, 1), box.bottomLeft() + QPointF(1, -1));
        break;
    case Operation::XaCommit:
    case Operation::XaRollback:
    case Operation::Begin:
    case Operation::Commit:
    case Operation::Other:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(centre, 2, 2);
        break;
    }
}

} // namespace

void paintOperationGlyph(QPainter &painter, const QRectF &box, Operation operation,
                         const QColor &colour)
{
    paintStamp(painter, box, { u'o', static_cast<int>(operation), colour },
               [&](QPainter &target, const QRectF &place) {
                   strokeGlyph(target, place, operation, colour);
               });
}

OperationRoles rolesOf(Operation operation)
{
    using Role = Theme::Role;
    switch (operation) {
    case Operation::Insert:
        return { Role::Insert, Role::InsertOnTint, Role::InsertTint };
    case Operation::Update:
        return { Role::Update, Role::UpdateOnTint, Role::UpdateTint };
    case Operation::Delete:
        return { Role::Delete, Role::DeleteOnTint, Role::DeleteTint };
    case Operation::Ddl:
    case Operation::Query:
        return { Role::Ddl, Role::Ddl, Role::DdlTint };
    case Operation::Unreadable:
        return { Role::ErrorText, Role::ErrorText, Role::ErrorGround };
    case Operation::XaCommit:
    case Operation::XaRollback:
    case Operation::Begin:
    case Operation::Commit:
    case Operation::Other:
        break;
    }
    return { Role::Text2, Role::Text2, Role::DdlTint };
}

} // namespace canal
