// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/opchip.h"

#include "ui/cellpainter.h"

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int chipHeight = 18;
static constexpr int sides = 6;
static constexpr int glyph = 9;

static Theme::Role tintOf(Operation operation)
{
    using Role = Theme::Role;
    switch (operation) {
    case Operation::Insert:
        return Role::InsertTint;
    case Operation::Update:
        return Role::UpdateTint;
    case Operation::Delete:
        return Role::DeleteTint;
    case Operation::Unreadable:
        return Role::ErrorGround;
    case Operation::Ddl:
    case Operation::Query:
    case Operation::XaCommit:
    case Operation::XaRollback:
    case Operation::Begin:
    case Operation::Commit:
    case Operation::Other:
        break;
    }
    return Role::DdlTint;
}

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
    painter.setBrush(theme(tintOf(m_operation)));
    painter.drawRoundedRect(rect(), 3, 3);
    const auto colour = theme(operationRoleOnTint(m_operation));
    paintOperationGlyph(painter, QRectF(sides, (chipHeight - glyph) / 2.0, glyph, glyph),
                        m_operation, colour);
    painter.setPen(colour);
    painter.drawText(rect().adjusted(sides + glyph + 4, 0, 0, 0), Qt::AlignVCenter, m_text);
}

} // namespace canal
