// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/cellpainter.h"

#include "ui/plaintext.h"

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace canal {

using Face = CellFonts::Face;

static constexpr int padding = 6;

static bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// ---- fonts

CellFonts::CellFonts(int pixels)
    : m_pixels(pixels)
{
    const auto set = [this](Face face, const QFont &font) {
        // Averaged: hinting may round a single character.
        const double advance = QFontMetricsF(font).horizontalAdvance(QString(32, u'0')) / 32;
        m_faces[static_cast<std::size_t>(face)] = { font, advance };
    };
    const auto base = Theme::cellFont(pixels);
    set(Face::Base, base);
    auto bold = base;
    bold.setBold(true);
    set(Face::Bold, bold);
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
    if (isAscii(text))
        return static_cast<double>(text.size()) * measured.advance;
    return QFontMetricsF(measured.font).horizontalAdvance(text);
}

QString CellFonts::elided(const QString &text, Face face, double width) const
{
    if (this->width(text, face) <= width)
        return text;
    const auto &measured = m_faces[static_cast<std::size_t>(face)];
    if (!isAscii(text))
        return QFontMetricsF(measured.font).elidedText(text, Qt::ElideRight, width);
    const auto room = static_cast<qsizetype>(width / measured.advance);
    return room < 1 ? QString() : text.first(std::min(room - 1, text.size())) + u'…';
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
    constexpr qsizetype mostChars = 600; // wider than any screen
    const auto shown = visibleText(clipped(text, mostChars));
    const double width = m_fonts.width(shown, face);
    const double room = m_right - m_x;
    const double ellipsis = m_fonts.width(u"…"_s, Face::Base);
    m_full = width > room - (rest == Rest::More ? ellipsis : 0);
    const auto fitting = m_full ? m_fonts.elided(shown + u'…', face, room) : shown;
    m_painter.setPen(colour);
    m_painter.setFont(m_fonts.font(face));
    m_painter.drawText(QPointF(m_x, m_fonts.baseline(m_cell)), fitting);
    m_x += width;
}

void CellPainter::textAtRight(const QString &text, const QColor &colour, Face face)
{
    const auto shown = m_fonts.elided(visibleText(clipped(text, 64)), face, m_right - m_x);
    m_painter.setPen(colour);
    m_painter.setFont(m_fonts.font(face));
    m_painter.drawText(QPointF(m_right - m_fonts.width(shown, face), m_fonts.baseline(m_cell)),
                       shown);
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
    const auto word = u"NULL"_s;
    const double inner = m_fonts.width(word, Face::SmallItalic);
    const double width = inner + 9;
    if (!makeRoom(width, rest, colour))
        return;
    const double height = m_fonts.pixels() + 3;
    const double top = std::round(m_cell.top() + (m_cell.height() - height) / 2.0);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(edge);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRoundedRect(QRectF(std::round(m_x) + 0.5, top + 0.5, width - 1, height - 1), 3,
                              3);
    m_painter.restore();
    m_painter.setPen(colour);
    m_painter.setFont(m_fonts.font(Face::SmallItalic));
    m_painter.drawText(QPointF(std::round(m_x) + 4, m_fonts.baseline(m_cell)), word);
    m_x += width;
}

void CellPainter::arrow(const QColor &colour, Rest rest)
{
    constexpr double length = 10;
    constexpr double gap = 5;
    if (!makeRoom(length + 2 * gap, rest, colour))
        return;
    const double y = m_cell.top() + m_cell.height() / 2.0;
    const double from = m_x + gap;
    const double to = from + length;
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(QPen(colour, 1.2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.drawLine(QPointF(from, y), QPointF(to, y));
    m_painter.drawPolyline(QPolygonF { { to - 3.4, y - 3.4 }, { to, y }, { to - 3.4, y + 3.4 } });
    m_painter.restore();
    m_x = to + gap;
}

void CellPainter::glyph(Operation operation, const QColor &colour)
{
    constexpr double size = 9;
    const double top = m_cell.top() + (m_cell.height() - size) / 2.0;
    paintOperationGlyph(m_painter, QRectF(m_x, top, size, size), operation, colour);
    m_x += size + padding;
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

} // namespace

void paintOperationGlyph(QPainter &painter, const QRectF &box, Operation operation,
                         const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.8, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
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
    painter.restore();
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
