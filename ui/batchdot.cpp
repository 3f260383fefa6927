// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/batchdot.h"

#include <QPolygonF>

namespace canal {

using Role = Theme::Role;

static void paintOpenArrow(QPainter &painter, const QPointF &centre, double radius)
{
    const QRectF box(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius);
    painter.drawArc(box, 150 * 16, -290 * 16);
    const QPointF tip(box.left() + 0.4, centre.y() - 1.4);
    painter.drawPolyline(QPolygonF { tip + QPointF(-0.4, -2.8), tip, tip + QPointF(2.8, 0.2) });
}

void paintBatchDot(QPainter &painter, const QPointF &centre, BatchState state, const Theme &theme)
{
    constexpr double radius = 3.5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const auto pen = [&](Role role) {
        painter.setPen(QPen(theme(role), 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    painter.setBrush(Qt::NoBrush);
    switch (state) {
    case BatchState::Unacked:
        pen(Role::Text2);
        painter.drawEllipse(centre, radius - 0.7, radius - 0.7);
        break;
    case BatchState::AckSent:
        pen(Role::InfoIcon);
        painter.drawEllipse(centre, radius - 0.7, radius - 0.7);
        painter.setBrush(theme(Role::InfoIcon));
        painter.drawPie(QRectF(centre.x() - 2.8, centre.y() - 2.8, 5.6, 5.6), 90 * 16, 180 * 16);
        break;
    case BatchState::Confirmed:
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme(Role::OkIcon));
        painter.drawEllipse(centre, radius, radius);
        break;
    case BatchState::Failed:
        pen(Role::ErrorIcon);
        painter.drawLine(centre + QPointF(-2.8, -2.8), centre + QPointF(2.8, 2.8));
        painter.drawLine(centre + QPointF(2.8, -2.8), centre + QPointF(-2.8, 2.8));
        break;
    case BatchState::RolledBack:
        pen(Role::Text2);
        paintOpenArrow(painter, centre, radius);
        break;
    case BatchState::Lost:
        pen(Role::Text2);
        painter.drawLine(centre + QPointF(-2.8, 2.8), centre + QPointF(2.8, -2.8));
        painter.drawEllipse(centre, radius - 0.7, radius - 0.7);
        break;
    }
    painter.restore();
}

void paintRedelivered(QPainter &painter, const QRect &box, const QColor &colour)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    const auto ring = QRectF(box).adjusted(2, 2, -2, -2);
    painter.drawArc(ring, 60 * 16, 290 * 16);
    const QPointF tip(ring.right() - 0.6, ring.top() + 1.6);
    painter.drawPolyline(QPolygonF { tip + QPointF(0.4, -2.6), tip, tip + QPointF(-2.8, 0.2) });
    painter.restore();
}

} // namespace canal
