// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/storegauge.h"

#include "protocol/limits.h"
#include "ui/theme.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace canal {

StoreGauge::StoreGauge(int width, int thickness, QWidget *parent)
    : QWidget(parent)
    , m_width(width)
    , m_thickness(thickness)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

// The words that name the size say 16 MB.
static_assert(serverStoreBytes == 16 * 1024 * 1024);

int StoreGauge::percentOf(qint64 held)
{
    return static_cast<int>(std::clamp<qint64>(held * 100 / serverStoreBytes, 0, 100));
}

void StoreGauge::setBytes(qint64 held)
{
    if (held == m_held)
        return;
    m_held = held;
    update();
}

QSize StoreGauge::sizeHint() const { return { m_width, m_thickness + 6 }; }

void StoreGauge::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    const int percent = percentOf(m_held);
    const auto fill = percent >= warnMark ? Theme::Role::ErrorIcon
        : percent >= pauseMark            ? Theme::Role::WarnIcon
                                          : Theme::Role::Accent;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QRectF bar(0, (height() - m_thickness) / 2.0, width(), m_thickness);
    const double radius = m_thickness / 2.0;
    painter.setBrush(theme(Theme::Role::Border));
    painter.drawRoundedRect(bar, radius, radius);
    if (m_held > 0) {
        auto held = bar;
        held.setWidth(std::max<double>(m_thickness, bar.width() * percent / 100));
        painter.setBrush(theme(fill));
        painter.drawRoundedRect(held, radius, radius);
    }
    for (const int mark : { pauseMark, warnMark })
        painter.fillRect(
            QRectF(std::round(bar.width() * mark / 100), bar.top() - 2, 1, m_thickness + 4),
            theme(Theme::Role::Text2));
}

} // namespace canal
