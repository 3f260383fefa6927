// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sparkline.h"

#include "ui/theme.h"

#include <QPainter>

#include <algorithm>

namespace canal {

static constexpr int barWidth = 2;
static constexpr int barHeight = 12;

Sparkline::Sparkline(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

QSize Sparkline::sizeHint() const
{
    return { static_cast<int>(m_values.size()) * (barWidth + 1), barHeight };
}

void Sparkline::add(qint64 value)
{
    std::ranges::rotate(m_values, m_values.begin() + 1);
    m_values.back() = value;
    update();
}

void Sparkline::clear()
{
    m_values.fill(0);
    update();
}

void Sparkline::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    const auto most = std::max<qint64>(1, std::ranges::max(m_values));
    QPainter painter(this);
    int x = 0;
    for (const auto value : m_values) {
        const auto size = value > 0 ? std::max<qint64>(1, value * barHeight / most) : 1;
        painter.fillRect(
            QRect(x, barHeight - static_cast<int>(size), barWidth, static_cast<int>(size)),
            theme(value > 0 ? Theme::Role::Accent : Theme::Role::Border));
        x += barWidth + 1;
    }
}

} // namespace canal
