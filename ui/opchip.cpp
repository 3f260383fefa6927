// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/opchip.h"

#include "ui/cellpainter.h"

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int chipHeight = 18;
static constexpr int sides = 6;
static constexpr int glyph = 9;

OpChip::OpChip(QWidget *parent)
    : QWidget(parent)
{
    setFont(Theme::cellFont(11));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    hide();
}

void OpChip::showOperation(Operation operation, quint32 number)
{
    m_operation = operation;
    const auto word = operationWord(operation);
    m_text = QLatin1StringView(word.data(), static_cast<qsizetype>(word.size()));
    if (number > 0)
        m_text += u" #%1"_s.arg(number);
    setVisible(true);
    updateGeometry();
    update();
}

QSize OpChip::sizeHint() const
{
    return { 2 * sides + glyph + 4 + fontMetrics().horizontalAdvance(m_text), chipHeight };
}

void OpChip::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme(rolesOf(m_operation).tint));
    painter.drawRoundedRect(rect(), 3, 3);
    const auto colour = theme(rolesOf(m_operation).onTint);
    paintOperationGlyph(painter, QRectF(sides, (chipHeight - glyph) / 2.0, glyph, glyph),
                        m_operation, colour);
    painter.setPen(colour);
    painter.drawText(rect().adjusted(sides + glyph + 4, 0, 0, 0), Qt::AlignVCenter, m_text);
}

} // namespace canal
