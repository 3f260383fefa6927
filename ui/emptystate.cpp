// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/emptystate.h"

#include "ui/icons.h"
#include "ui/plaintext.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace canal {

static QString actionText(EmptyState::Action action)
{
    switch (action) {
    case EmptyState::Action::ClearFilter:
        return EmptyState::tr("Clear filter");
    case EmptyState::Action::ShowHidden:
        return EmptyState::tr("Show hidden rows");
    case EmptyState::Action::Retry:
        return EmptyState::tr("Retry");
    case EmptyState::Action::EditConnection:
        return EmptyState::tr("Edit connection…");
    }
    Q_UNREACHABLE();
}

// A child of the table, not of its viewport, which moves its children when it scrolls.
EmptyState::EmptyState(QAbstractScrollArea &table)
    : QWidget(&table)
    , m_table(table)
    , m_picture(new PlainLabel(this))
    , m_headline(new PlainLabel(this))
    , m_text(new PlainLabel(this))
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"emptyState"_s);
    auto headline = Theme::uiFont(15);
    headline.setBold(true);
    m_headline->setFont(headline);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setWordWrap(true);
    m_text->setMaximumWidth(560);
    for (auto *label : { m_picture, m_headline, m_text })
        label->setAlignment(Qt::AlignCenter);
    m_buttons->setSpacing(8);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(10);
    column->addStretch(2);
    column->addWidget(m_picture);
    column->addWidget(m_headline);
    auto *centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(m_text, 100);
    centred->addStretch(1);
    column->addLayout(centred);
    column->addLayout(m_buttons);
    column->addStretch(3);
    table.viewport()->installEventFilter(this);
    hide();
}

void EmptyState::showContent(const Content &content)
{
    if (content != m_content) {
        m_content = content;
        m_headline->setText(content.headline);
        m_text->setText(content.text);
        makeButtons();
        tint();
        setAccessibleName(content.headline);
    }
    setGeometry(m_table.viewport()->geometry());
    setVisible(true);
    raise();
}

void EmptyState::makeButtons()
{
    while (const std::unique_ptr<QLayoutItem> item { m_buttons->takeAt(0) })
        if (auto *button = item->widget())
            button->deleteLater();
    m_buttons->addStretch(1);
    for (const auto action : std::as_const(m_content.actions)) {
        auto *button = new QPushButton(actionText(action), this);
        if (action == m_content.actions.front())
            button->setProperty("kind", u"primary"_s);
        connect(button, &QPushButton::clicked, this,
                [this, action] { emit actionTriggered(action); });
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);
}

void EmptyState::tint()
{
    constexpr int size = 30;
    m_picture->setPixmap(m_content.icon.isEmpty()
                             ? QPixmap()
                             : tintedIcon(m_content.icon, m_content.iconRole, Theme::of(palette()))
                                   .pixmap(QSize(size, size), devicePixelRatioF()));
}

void EmptyState::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

bool EmptyState::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setGeometry(m_table.viewport()->geometry());
    return QWidget::eventFilter(watched, event);
}

} // namespace canal
