// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/operationchip.h"

#include "model/rowsummary.h"
#include "ui/cellpainter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace canal {

using Role = Theme::Role;

static constexpr int sides = 8;
static constexpr int glyph = 9;
static constexpr int glyphRoom = glyph + 5;
static constexpr int countGap = 6;

OperationChip::OperationChip(std::optional<Operation> operation, const QString &words,
                             QWidget *parent)
    : QAbstractButton(parent)
    , m_operation(operation)
{
    setText(words);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, [this] { emit chosen(m_with); });
}

void OperationChip::setCount(qint64 count)
{
    const auto shown = grouped(count);
    if (shown == m_count)
        return;
    const bool sameRoom = shown.size() == m_count.size();
    m_count = shown;
    setAccessibleName(u"%1 %2"_s.arg(text(), shown));
    if (!sameRoom)
        updateGeometry();
    update();
}

// The mark of a transaction's begin and end is a word.
bool OperationChip::hasGlyph() const { return m_operation && m_operation != Operation::Commit; }

QSize OperationChip::sizeHint() const
{
    const QFontMetrics count(Theme::cellFont(11));
    int width = 2 * sides + (hasGlyph() ? glyphRoom : 0) + fontMetrics().horizontalAdvance(text());
    if (!m_count.isEmpty())
        width += countGap + count.horizontalAdvance(m_count);
    return { width, chipHeight };
}

void OperationChip::nextCheckState() { }

void OperationChip::mouseReleaseEvent(QMouseEvent *event)
{
    m_with = event->modifiers();
    QAbstractButton::mouseReleaseEvent(event);
}

void OperationChip::keyReleaseEvent(QKeyEvent *event)
{
    m_with = event->modifiers();
    QAbstractButton::keyReleaseEvent(event);
}

void OperationChip::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    const auto roles = m_operation ? rolesOf(*m_operation)
                                   : OperationRoles { Role::Accent, Role::Text, Role::Selected };
    const auto colour = theme(isChecked() ? roles.onTint : Role::Text2);
    auto edge = theme(isChecked() ? roles.text : Role::Border);
    if (isChecked())
        edge.setAlphaF(0.55F);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(theme(Role::Accent), 2) : QPen(edge, 1));
    painter.setBrush(theme(isChecked() ? roles.tint : underMouse() ? Role::Hover : Role::Base));
    const double half = hasFocus() ? 1 : 0.5;
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), 4, 4);
    int x = sides;
    if (hasGlyph()) {
        paintOperationGlyph(painter, QRectF(x, (height() - glyph) / 2.0, glyph, glyph),
                            *m_operation, isChecked() ? colour : theme(roles.text));
        x += glyphRoom;
    }
    painter.setPen(colour);
    painter.drawText(rect().adjusted(x, 0, 0, 0), Qt::AlignVCenter, text());
    painter.setFont(Theme::cellFont(11));
    painter.drawText(rect().adjusted(0, 0, -sides, 0), Qt::AlignVCenter | Qt::AlignRight, m_count);
}

} // namespace canal
