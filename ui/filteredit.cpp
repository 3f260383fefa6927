// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/filteredit.h"

#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace canal {

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
{
    setFrame(false);
    setFont(Theme::cellFont());
    setAttribute(Qt::WA_MacShowFocusRect, false);
    constexpr int mostChars = 1000;
    setMaxLength(mostChars);
    auto colours = palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    setPalette(colours);
    connect(this, &QLineEdit::textChanged, this, &FilterEdit::underlineNothing);
}

void FilterEdit::underline(qsizetype at, qsizetype length, Theme::Role role)
{
    m_at = at;
    m_length = length;
    m_role = role;
    update();
}

void FilterEdit::underlineNothing()
{
    m_at = -1;
    update();
}

// F1 is the window's as well; in here it is ours.
bool FilterEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F1) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_F1:
        return emit helpWanted();
    case Qt::Key_Escape:
        return emit leaveWanted();
    case Qt::Key_Down:
        return emit recentWanted();
    default: // of QLineEdit
        QLineEdit::keyPressEvent(event);
    }
}

void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_at < 0 || m_at > text().size())
        return;
    // Where the text begins, which moves when it does not fit.
    const auto metrics = fontMetrics();
    const int cursor = cursorRect().center().x();
    const int left = cursor - metrics.horizontalAdvance(text().first(cursorPosition()));
    const int from = left + metrics.horizontalAdvance(text().first(m_at));
    const int least = metrics.horizontalAdvance(u'x');
    const int width = std::max(least, metrics.horizontalAdvance(text().sliced(m_at, m_length)));
    const int bottom = (height() + metrics.height()) / 2 - 1;
    constexpr int step = 2;
    QPainterPath squiggle(QPointF(from, bottom));
    for (int x = step; x <= width; x += step)
        squiggle.lineTo(from + x, bottom + ((x / step) % 2 == 0 ? 0 : step));
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(Theme::of(palette())(m_role), 1.2));
    painter.drawPath(squiggle);
}

} // namespace canal
