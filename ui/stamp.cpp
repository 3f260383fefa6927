// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/stamp.h"

#include <QPixmapCache>

#include <cmath>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

QString nameOf(const StampKey &key, const QRectF &box, int scale)
{
    QString name = u"stamp"_s;
    const auto add = [&name](auto number) { name += QChar(static_cast<char16_t>(number)); };
    add(key.shape);
    add(key.variant);
    add(key.colour.rgba() >> 16U);
    add(key.colour.rgba() & 0xffffU);
    for (const double length : { box.x(), box.y(), box.width(), box.height() })
        add(std::lround(length * 64));
    add(scale);
    return name;
}

} // namespace

void paintStamp(QPainter &painter, const QRectF &box, const StampKey &key,
                const std::function<void(QPainter &, const QRectF &)> &draw)
{
    constexpr int margin = 2; // strokes reach beyond their box
    const auto strokeInto = [&](QPainter &target, const QRectF &place) {
        target.setRenderHint(QPainter::Antialiasing);
        target.setPen(key.colour);
        target.setBrush(Qt::NoBrush);
        draw(target, place);
    };
    const double scale = painter.device()->devicePixelRatioF();
    const int wholeScale = static_cast<int>(scale);
    if (scale != wholeScale || painter.transform().type() > QTransform::TxScale) {
        painter.save(); // a copy would not stand on whole pixels
        strokeInto(painter, box);
        painter.restore();
        return;
    }
    const QPoint corner(static_cast<int>(std::floor(box.x())) - margin,
                        static_cast<int>(std::floor(box.y())) - margin);
    const auto inside = box.translated(-corner);
    const auto name = nameOf(key, inside, wholeScale);
    QPixmap pixmap;
    if (!QPixmapCache::find(name, &pixmap)) {
        const auto size = QSizeF(inside.right() + margin, inside.bottom() + margin);
        pixmap = QPixmap(QSize(static_cast<int>(std::ceil(size.width())),
                               static_cast<int>(std::ceil(size.height())))
                         * wholeScale);
        pixmap.setDevicePixelRatio(wholeScale);
        pixmap.fill(Qt::transparent);
        QPainter target(&pixmap);
        strokeInto(target, inside);
        target.end();
        QPixmapCache::insert(name, pixmap);
    }
    painter.drawPixmap(corner, pixmap);
}

} // namespace canal
