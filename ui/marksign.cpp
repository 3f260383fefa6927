// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/marksign.h"

#include "ui/stamp.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QPolygonF>

#include <array>
#include <cmath>
#include <numbers>

namespace canal {
namespace {

using Role = Theme::Role;

constexpr double radius = 4.5;

QPolygonF star(const QPointF &centre)
{
    constexpr int corners = 10;
    constexpr double inner = 0.45;
    QPolygonF points;
    for (int i = 0; i < corners; ++i) {
        const double angle = std::numbers::pi * (2.0 * i / corners - 0.5);
        const double length = i % 2 == 0 ? radius + 0.4 : radius * inner;
        points.append(centre + QPointF(std::cos(angle), std::sin(angle)) * length);
    }
    return points;
}

void fillSign(QPainter &painter, const QPointF &centre, MarkSign sign)
{
    constexpr double side = 3.6; // half of it
    switch (sign) {
    case MarkSign::Star:
        painter.drawPolygon(star(centre));
        break;
    case MarkSign::Disc:
        painter.drawEllipse(centre, radius - 0.5, radius - 0.5);
        break;
    case MarkSign::Square:
        painter.drawRect(QRectF(centre - QPointF(side, side), QSizeF(2 * side, 2 * side)));
        break;
    case MarkSign::Triangle:
        painter.drawPolygon(QPolygonF { centre + QPointF(0, -radius),
                                        centre + QPointF(radius, side),
                                        centre + QPointF(-radius, side) });
        break;
    case MarkSign::Diamond:
        painter.drawPolygon(QPolygonF { centre + QPointF(0, -radius), centre + QPointF(radius, 0),
                                        centre + QPointF(0, radius),
                                        centre + QPointF(-radius, 0) });
        break;
    }
}

} // namespace

Role markRole(MarkSign sign)
{
    switch (sign) {
    case MarkSign::Star:
        return Role::WarnIcon;
    case MarkSign::Disc:
        return Role::InfoIcon;
    case MarkSign::Square:
        return Role::OkIcon;
    case MarkSign::Triangle:
        return Role::ErrorIcon;
    case MarkSign::Diamond:
        return Role::Text2;
    }
    return Role::Text2;
}

void paintMarkSign(QPainter &painter, const QPointF &centre, MarkSign sign, const Theme &theme)
{
    const auto colour = theme(markRole(sign));
    const QRectF box(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    paintStamp(painter, box, { u'm', static_cast<int>(sign), colour },
               [&](QPainter &target, const QRectF &place) {
                   target.setPen(Qt::NoPen);
                   target.setBrush(colour);
                   fillSign(target, place.center(), sign);
               });
}

QIcon markSignIcon(MarkSign sign, const Theme &theme)
{
    constexpr int size = 16;
    QIcon icon;
    for (const int scale : { 1, 2 }) {
        QPixmap pixmap(size * scale, size * scale);
        pixmap.setDevicePixelRatio(scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        paintMarkSign(painter, { size / 2.0, size / 2.0 }, sign, theme);
        painter.end();
        icon.addPixmap(pixmap);
    }
    return icon;
}

QString markSignName(MarkSign sign)
{
    static constexpr std::array<const char *, markSigns> names {
        QT_TRANSLATE_NOOP("canal::MarkSign", "Star"), QT_TRANSLATE_NOOP("canal::MarkSign", "Disc"),
        QT_TRANSLATE_NOOP("canal::MarkSign", "Square"),
        QT_TRANSLATE_NOOP("canal::MarkSign", "Triangle"),
        QT_TRANSLATE_NOOP("canal::MarkSign", "Diamond")
    };
    return QCoreApplication::translate("canal::MarkSign", names[static_cast<std::size_t>(sign)]);
}

} // namespace canal
