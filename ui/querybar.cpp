// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/querybar.h"

#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/toolbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace canal {

using Role = Theme::Role;

static constexpr int barHeight = 34;
static constexpr int iconRoom = 34;

QueryBar::QueryBar(const Words &words, QWidget *parent)
    : QWidget(parent)
    , m_icon(words.icon)
    , m_box(new QLineEdit(this))
    , m_message(new ElidedLabel(Qt::ElideRight, this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(words.name + u"Bar"_s);
    setFixedHeight(barHeight);
    m_box->setObjectName(words.name + u"Box"_s);
    m_box->setAccessibleName(words.label);
    m_box->setPlaceholderText(words.placeholder);
    m_box->setFont(Theme::cellFont());
    constexpr int mostChars = 1000;
    m_box->setMaxLength(mostChars);
    m_message->setObjectName(words.name + u"Message"_s);
    m_close = addButton(words.name + u"Close"_s, u"close"_s, tr("Close (Esc)"));
    layOut(words);
    setFocusProxy(m_box);
    connect(m_box, &QLineEdit::textEdited, this, &QueryBar::edited);
    connect(m_close, &QToolButton::clicked, this, &QueryBar::dismiss);
    hide();
    tint();
}

void QueryBar::layOut(const Words &words)
{
    auto *label = new PlainLabel(words.label, this);
    constexpr int boxWidth = 420;
    m_box->setMaximumWidth(boxWidth);
    m_buttons->setSpacing(2);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(iconRoom, 4, 12, 4);
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(m_box, 2);
    row->addLayout(m_buttons);
    row->addWidget(m_message, 3);
    row->addWidget(m_close);
}

QToolButton *QueryBar::addButton(const QString &name, const QString &icon, const QString &tip)
{
    auto *button = makeToolButton(name, tip, this);
    button->setProperty("iconName", icon);
    if (m_close != nullptr)
        m_buttons->addWidget(button);
    return button;
}

QString QueryBar::text() const { return m_box->text(); }

void QueryBar::showMessage(const QString &text, Tone tone)
{
    m_tone = tone;
    m_message->setText(text);
    m_box->setAccessibleDescription(text);
    tint();
}

void QueryBar::open()
{
    show();
    m_box->setFocus(Qt::ShortcutFocusReason);
    m_box->selectAll();
}

void QueryBar::dismiss()
{
    hide();
    emit closed();
}

void QueryBar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        return dismiss();
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ShiftModifier))
            return emit submittedBackward();
        return emit submitted();
    default: // the window's
        QWidget::keyPressEvent(event);
    }
}

void QueryBar::tint()
{
    const auto &theme = Theme::of(palette());
    for (auto *button : findChildren<QToolButton *>())
        button->setIcon(tintedIcon(button->property("iconName").toString(), Role::Text2, theme));
    auto colours = m_message->palette();
    colours.setColor(QPalette::WindowText,
                     theme(m_tone == Tone::Problem ? Role::WarnText : Role::Text2));
    if (colours != m_message->palette())
        m_message->setPalette(colours);
    update();
}

void QueryBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void QueryBar::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(QRect(0, 0, width(), 1), theme(Role::Border));
    paintIcon(painter, QRect(12, (height() - 16) / 2, 16, 16), m_icon, theme(Role::Text2));
}

} // namespace canal
