// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/startcard.h"

#include "ui/icons.h"
#include "ui/plaintext.h"

#include <QPainter>

#include <utility>

namespace canal {

using Role = Theme::Role;

StartCard::StartCard(QString icon, Look look, QWidget *parent)
    : QAbstractButton(parent)
    , m_icon(std::move(icon))
    , m_look(look)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMinimumWidth(200);
}

void StartCard::setWords(const QString &title, const QString &below, const QString &atRight)
{
    constexpr qsizetype mostChars = 200;
    const auto safe = [](const QString &text) { return visibleText(clipped(text, mostChars)); };
    m_title = safe(title); // as text() it would have a mnemonic
    m_below = safe(below);
    m_atRight = safe(atRight);
    setAccessibleName(m_title);
    setAccessibleDescription(m_below);
    update();
}

QSize StartCard::sizeHint() const { return { 380, m_look == Look::Row ? 42 : 52 }; }

void StartCard::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    const bool primary = m_look == Look::Primary;
    const bool row = m_look == Look::Row;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    auto ground = theme(primary ? Role::Accent : underMouse() ? Role::Hover : Role::Base);
    if (primary && underMouse())
        ground = ground.darker(106);
    auto edge = theme(primary ? Role::Accent : Role::Border);
    if (row)
        edge = Qt::transparent;
    painter.setPen(hasFocus() && !primary ? QPen(theme(Role::Accent), 2) : QPen(edge, 1));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 5, 5);
    if (hasFocus() && primary) {
        painter.setPen(theme(Role::OnAccent));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(rect()).adjusted(4, 4, -4, -4), 3, 3);
    }
    const auto strong = theme(primary ? Role::OnAccent : Role::Text);
    const auto faint = theme(primary ? Role::OnAccent : Role::Text2);
    paintIcon(painter, QRect(16, (height() - 16) / 2, 16, 16), m_icon,
              theme(primary   ? Role::OnAccent
                        : row ? Role::Text2
                              : Role::Accent));
    const QFont small = Theme::uiFont(11);
    const int rightWidth
        = m_atRight.isEmpty() ? 0 : QFontMetrics(small).horizontalAdvance(m_atRight) + 12;
    const auto line = [&](int top, const QFont &font, const QColor &colour, const QString &text) {
        const QRect at(44, top, width() - 56 - rightWidth, 18);
        painter.setFont(font);
        painter.setPen(colour);
        painter.drawText(at, Qt::AlignVCenter,
                         QFontMetrics(font).elidedText(text, Qt::ElideRight, at.width()));
    };
    auto bold = Theme::uiFont(row ? 12 : 13);
    bold.setBold(true);
    const int top = height() / 2 - 18;
    line(top, bold, strong, m_title);
    line(top + 17, row ? Theme::cellFont(11) : small, faint, m_below);
    painter.setFont(small);
    painter.setPen(faint);
    painter.drawText(rect().adjusted(0, 0, -14, 0), Qt::AlignVCenter | Qt::AlignRight, m_atRight);
}

} // namespace canal
