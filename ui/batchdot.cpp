// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/batchdot.h"

#include "ui/stamp.h"

#include <QPolygonF>

namespace canal {

using Role = Theme::Role;

static constexpr double radius = 3.5;

static void paintOpenArrow(QPainter &painter, const QPointF &centre)
{
    const QRectF box(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    painter.drawArc(box, 150 * 16, -290 * 16);
    const QPointF tip(box.left() + 0.4, centre.y() - 1.4);
    painter.drawPolyline(QPolygonF { tip + QPointF(-0.4, -2.8), tip, tip + QPointF(2.8, 0.2) });
}

static Role roleOf(BatchState state)
{
    switch (state) {
    case BatchState::Unacked:
    case BatchState::RolledBack:
    case BatchState::Lost:
        return Role::Text2;
    case BatchState::AckSent:
        return Role::InfoIcon;
    case BatchState::Confirmed:
        return Role::OkIcon;
    case BatchState::Failed:
        return Role::ErrorIcon;
    }
    return Role::Text2;
}

static void strokeDot(QPainter &painter, const QPointF &centre, BatchState state,
                      const QColor &colour)
{
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    switch (state) {
    case BatchState::Unacked:
        painter.drawEllipse(centre, radius - 0.7, radius - 0.7);
        break;
    case BatchState::AckSent:
        painter.drawEllipse(centre, radius - 0.7, radius - 0.7);
        painter.setBrush(colour);
        painter.drawPie(QRectF(centre.x() - 2.8, centre.y() - 2.8, 5.6, 5.6), 90 * 16, 180 * 16);
        break;
    case BatchState::Confirmed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        painter.drawEllipse(centre, radius, radius);
        break;
    case BatchState::Failed:
        painter.drawLine(centre + QPointF(-2.8, -2.8), centre + QPointF(2.8, 2.8));
        painter.drawLine(centre + QPointF(2.8, -2.8), centre + QPointF(-2.8, 2.8));
        break;
    case BatchState::RolledBack:
        paintOpenArrow(painter, centre);
        break;
    case BatchState::Lost:
        painter.drawLine(centre + QPointF(-2.8, 2.8), centre + QPointF(2.8, -2.8));
        painter.drawEllipse(centre, radius - 0.7, radius - 0.7);
        break;
    }
}

void paintBatchDot(QPainter &painter, const QPointF &centre, BatchState state, const Theme &theme)
{
    const auto colour = theme(roleOf(state));
    const QRectF box(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    paintStamp(painter, box, { u'b', static_cast<int>(state), colour },
               [&](QPainter &target, const QRectF &place) {
                   strokeDot(target, place.center(), state, colour);
               });
}

void paintRedelivered(QPainter &painter, const QRect &box, const QColor &colour)
{
    const auto stroke = [&colour](QPainter &target, const QRectF &place) {
        target.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        const auto ring = place.adjusted(2, 2, -2, -2);
        target.drawArc(ring, 60 * 16, 290 * 16);
        const QPointF tip(ring.right() - 0.6, ring.top() + 1.6);
        target.drawPolyline(QPolygonF { tip + QPointF(0.4, -2.6), tip, tip + QPointF(-2.8, 0.2) });
    };
    paintStamp(painter, box, { u'r', 0, colour }, stroke);
}

} // namespace canal
