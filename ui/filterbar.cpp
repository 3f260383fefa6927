// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/filterbar.h"

#include "model/rowsummary.h"
#include "ui/icons.h"
#include "ui/percent.h"
#include "ui/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace canal {

using Role = Theme::Role;

static constexpr int iconRoom = 32;

FilterBar::FilterBar(QWidget *parent)
    : QWidget(parent)
    , m_box(new QLineEdit(this))
    , m_result(new PlainLabel(this))
    , m_clear(new QToolButton(this))
{
    setObjectName(u"filterBar"_s);
    setFixedHeight(34);
    m_box->setObjectName(u"filterBox"_s);
    m_box->setFrame(false);
    m_box->setFont(Theme::cellFont());
    m_box->setAttribute(Qt::WA_MacShowFocusRect, false);
    m_box->setPlaceholderText(tr("Filter: show only rows whose cells contain this text (Ctrl+L)"));
    m_box->setAccessibleName(tr("Filter"));
    m_box->installEventFilter(this);
    constexpr int mostChars = 1000;
    m_box->setMaxLength(mostChars);
    auto boxPalette = m_box->palette();
    boxPalette.setColor(QPalette::Base, Qt::transparent);
    m_box->setPalette(boxPalette);
    m_clear->setObjectName(u"filterClear"_s);
    m_clear->setAutoRaise(true);
    m_clear->setFocusPolicy(Qt::TabFocus);
    m_clear->setAccessibleName(tr("Clear the filter"));
    setSafeTip(*m_clear, tr("Clear the filter (Esc in the box)"));
    auto small = Theme::uiFont(11);
    m_result->setFont(small);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(8 + iconRoom, 4, 12, 4);
    row->setSpacing(6);
    row->addWidget(m_box, 1);
    row->addWidget(m_result);
    row->addWidget(m_clear);

    constexpr int debounceMs = 200;
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(debounceMs);
    connect(&m_debounce, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_box, &QLineEdit::textChanged, this, [this] { m_debounce.start(); });
    connect(m_box, &QLineEdit::returnPressed, this, &FilterBar::apply);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    setFocusProxy(m_box);
    tint();
}

QString FilterBar::text() const { return m_box->text(); }

void FilterBar::enter()
{
    m_box->setFocus(Qt::ShortcutFocusReason);
    m_box->selectAll();
}

void FilterBar::clear()
{
    m_box->clear();
    apply();
}

void FilterBar::apply()
{
    m_debounce.stop();
    if (m_applied == m_box->text())
        return;
    m_applied = m_box->text();
    emit applied(m_applied);
}

void FilterBar::showResult(qint64 shown, qint64 all, Progress progress)
{
    m_look = m_applied.isEmpty() ? Look::Empty : shown > 0 ? Look::Matches : Look::Nothing;
    if (progress == Progress::Working)
        m_result->setText(tr("%1 so far …").arg(grouped(shown)));
    else if (m_look == Look::Empty)
        m_result->setText({});
    else
        m_result->setText(u"%1 (%2)"_s.arg(grouped(shown), percent(shown, all)));
    tint();
}

void FilterBar::tint()
{
    const auto &theme = Theme::of(palette());
    m_clear->setVisible(!m_applied.isEmpty());
    m_clear->setIcon(tintedIcon(u"close"_s, Role::Text2, theme));
    auto colours = m_result->palette();
    colours.setColor(QPalette::WindowText,
                     theme(m_look == Look::Nothing ? Role::WarnText : Role::OkText));
    if (colours != m_result->palette())
        m_result->setPalette(colours);
    update();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

// Esc clears, then leaves. While an input method composes, keys are its own.
bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() != QEvent::KeyPress
        || static_cast<QKeyEvent *>(event)->key() != Qt::Key_Escape)
        return QWidget::eventFilter(watched, event);
    if (m_box->text().isEmpty())
        emit left();
    else
        clear();
    return true;
}

QRect FilterBar::frame() const { return rect().adjusted(8, 4, -8, -4); }

void FilterBar::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focused = m_box->hasFocus();
    auto edge = theme(focused ? Role::Accent : Role::InputEdge);
    auto ground = theme(Role::Base);
    if (m_look == Look::Matches) {
        edge = theme(Role::OkIcon);
        auto tint = theme(Role::OkGround);
        tint.setAlphaF(0.45F);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(frame(), 4, 4);
        ground = tint;
    } else if (m_look == Look::Nothing) {
        edge = theme(Role::WarnIcon);
        ground = theme(Role::WarnGround);
    }
    const double width = focused ? 2 : 1;
    painter.setPen(QPen(edge, width));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(frame()).adjusted(width / 2, width / 2, -width / 2, -width / 2),
                            4, 4);
    if (m_look != Look::Empty) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(edge);
        painter.drawRoundedRect(QRect(frame().left(), frame().top(), 4, frame().height()), 2, 2);
    }
    paintIcon(painter, QRect(frame().left() + 10, frame().top() + 5, 16, 16), u"filter"_s,
              m_look == Look::Empty ? theme(Role::Text2) : edge);
}

} // namespace canal
