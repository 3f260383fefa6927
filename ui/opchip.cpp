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
    QString text = QLatin1StringView(word.data(), static_cast<qsizetype>(word.size()));
    if (number > 0)
        text += u" #%1"_s.arg(number);
    show(text);
}

void OpChip::showComparison(quint32 older, quint32 newer)
{
    m_operation.reset();
    show(tr("COMPARE #%1 → #%2").arg(older).arg(newer));
}

void OpChip::show(const QString &text)
{
    m_text = text;
    setAccessibleName(text);
    setVisible(true);
    updateGeometry();
    update();
}

int OpChip::textLeft() const { return m_operation ? sides + glyph + 4 : sides; }

QSize OpChip::sizeHint() const
{
    return { textLeft() + sides + fontMetrics().horizontalAdvance(m_text), chipHeight };
}

void OpChip::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme(m_operation ? rolesOf(*m_operation).tint : Theme::Role::InfoGround));
    painter.drawRoundedRect(rect(), 3, 3);
    const auto colour = theme(m_operation ? rolesOf(*m_operation).onTint : Theme::Role::InfoText);
    if (m_operation)
        paintOperationGlyph(painter, QRectF(sides, (chipHeight - glyph) / 2.0, glyph, glyph),
                            *m_operation, colour);
    painter.setPen(colour);
    painter.drawText(rect().adjusted(textLeft(), 0, 0, 0), Qt::AlignVCenter, m_text);
}

} // namespace canal
