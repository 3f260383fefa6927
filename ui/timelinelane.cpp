// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timelinelane.h"

#include <QMouseEvent>

namespace canal {

using Role = Theme::Role;

static constexpr int laneHeight = 54;
static constexpr int leastApart = 76;
static constexpr int mostApart = 120;
static constexpr int middle = 19; // of the marks

TimelineLane::TimelineLane(const TimelineModel &versions, QWidget *parent)
    : QWidget(parent)
    , m_versions(versions)
{
    setObjectName(QStringLiteral("timelineLane"));
    setFixedHeight(laneHeight);
    connect(&versions, &TimelineModel::changed, this, qOverload<>(&QWidget::update));
}

void TimelineLane::choose(int version)
{
    m_chosen = version;
    update();
}

TimelineLane::Visible TimelineLane::visible() const
{
    const int all = m_versions.rowCount();
    const int count = std::min(all, std::max(1, width() / leastApart));
    const int wanted = m_chosen < 0 ? all - count : m_chosen - count / 2;
    return { std::clamp(wanted, 0, all - count), count };
}

QRect TimelineLane::placeOf(int version, const Visible &visible) const
{
    const int apart = std::min(mostApart, width() / std::max(1, visible.count));
    return { (version - visible.first) * apart, 0, apart, height() };
}

void TimelineLane::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme(Role::Base));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme(Role::Line));
    const auto shown = visible();
    if (shown.count == 0)
        return;
    const auto first = placeOf(shown.first, shown);
    const auto last = placeOf(shown.first + shown.count - 1, shown);
    const bool hasOlder = shown.first > 0;
    const int from = hasOlder ? 0 : first.center().x();
    painter.setPen(QPen(theme(Role::Border), 2));
    painter.drawLine(from, middle, std::min(width() - 6, last.right()), middle);
    for (int i = shown.first; i < shown.first + shown.count; ++i)
        paintVersion(painter, i, placeOf(i, shown));
}

void TimelineLane::paintVersion(QPainter &painter, int version, const QRect &place) const
{
    constexpr double radius = 9;
    constexpr double glyph = 9;
    const auto &theme = Theme::of(palette());
    const auto index = m_versions.index(version, TimelineModel::TimeColumn);
    const auto operation = static_cast<Operation>(index.data(TimelineModel::OperationRole).toInt());
    const auto roles = rolesOf(operation);
    const bool isChosen = version == m_chosen;
    const QPointF centre(place.center().x(), middle);
    if (isChosen) {
        painter.setPen(QPen(theme(Role::Accent), 1.4));
        painter.setBrush(theme(Role::Base));
        painter.drawEllipse(centre, radius + 3, radius + 3);
    }
    painter.setPen(QPen(theme(roles.text), isChosen ? 2 : 1.4));
    painter.setBrush(theme(roles.tint));
    painter.drawEllipse(centre, radius, radius);
    paintOperationGlyph(painter, { centre.x() - glyph / 2, centre.y() - glyph / 2, glyph, glyph },
                        operation, theme(roles.onTint));
    const auto face = isChosen ? CellFonts::Face::Bold : CellFonts::Face::Base;
    const QString time = m_fonts.elided(index.data().toString(), face, place.width());
    const QRect line(place.left(), middle + 14, place.width(), 16);
    painter.setPen(theme(isChosen ? Role::Text : Role::Text2));
    m_fonts.draw(
        painter,
        { line.left() + (line.width() - m_fonts.width(time, face)) / 2, m_fonts.baseline(line) },
        time, face);
}

void TimelineLane::mousePressEvent(QMouseEvent *event)
{
    const auto shown = visible();
    for (int i = shown.first; i < shown.first + shown.count; ++i)
        if (placeOf(i, shown).contains(event->position().toPoint()))
            return emit clicked(i);
}

} // namespace canal
