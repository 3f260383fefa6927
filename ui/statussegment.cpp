// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/statussegment.h"

#include "ui/flatpainter.h"
#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int barHeight = 18;
static constexpr int side = 3;

StatusSegment::StatusSegment(const QString &name, Qt::TextElideMode mode, QWidget *parent)
    : QAbstractButton(parent)
    , m_mode(mode)
{
    setObjectName(name);
    setFont(Theme::uiFont(11));
    setFocusPolicy(Qt::TabFocus);
    setForegroundRole(QPalette::PlaceholderText);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(mode == Qt::ElideNone ? QSizePolicy::Fixed : QSizePolicy::Maximum,
                  QSizePolicy::Fixed);
}

void StatusSegment::setWords(const QString &words)
{
    if (words == m_words)
        return;
    m_words = words;
    setText(menuText(words));
    showTip();
    updateGeometry();
    update();
}

void StatusSegment::setPurpose(const QString &purpose)
{
    m_purpose = purpose;
    showTip();
}

void StatusSegment::showTip()
{
    setAccessibleName(m_words.isEmpty() ? m_purpose : visibleText(m_words));
    setAccessibleDescription(m_purpose);
    setSafeTip(*this, m_mode == Qt::ElideNone ? m_purpose : m_words + u'\n' + m_purpose);
}

QSize StatusSegment::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(visibleText(m_words)) + 2 * side + 2, barHeight };
}

QSize StatusSegment::minimumSizeHint() const
{
    return m_mode == Qt::ElideNone ? sizeHint() : QSize(0, barHeight);
}

void StatusSegment::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const auto &theme = Theme::of(palette());
    if (underMouse() || isDown()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme(Theme::Role::Selected));
        painter.drawRoundedRect(rect(), 3, 3);
    }
    const QRect inner = rect().adjusted(side, 0, -side, 0);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(inner, Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(visibleText(m_words), m_mode, inner.width()));
    if (hasFocus()) {
        QStyleOption option;
        option.initFrom(this);
        FlatPainter(painter, option).focusRing(rect());
    }
}

} // namespace canal
