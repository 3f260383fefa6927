// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/docktitle.h"

#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/toolbutton.h"

#include <QDockWidget>
#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int titleHeight = 26;

static QToolButton *titleButton(const QString &name, const QString &tip, QWidget *parent)
{
    auto *button = makeToolButton(name, tip, parent);
    button->setFixedSize(20, 20);
    return button;
}

DockTitle::DockTitle(QDockWidget &dock)
    : QWidget(&dock)
    , m_subject(new ElidedLabel(Qt::ElideRight, this))
    , m_row(new QHBoxLayout(this))
    , m_float(titleButton(u"dockFloat"_s, tr("Float or dock %1").arg(dock.windowTitle()), this))
    , m_close(titleButton(u"dockClose"_s, tr("Close %1").arg(dock.windowTitle()), this))
{
    setFixedHeight(titleHeight);
    auto *name = new PlainLabel(dock.windowTitle(), this);
    auto bold = Theme::uiFont();
    bold.setBold(true);
    name->setFont(bold);
    m_subject->setFont(Theme::cellFont(11));
    m_subject->setForegroundRole(QPalette::PlaceholderText);
    m_row->setContentsMargins(8, 0, 2, 0);
    m_row->setSpacing(4);
    m_row->addWidget(name);
    m_row->addWidget(m_subject, 1);
    m_controlsAt = m_row->count();
    m_row->addWidget(m_float);
    m_row->addWidget(m_close);
    connect(m_float, &QToolButton::clicked, &dock,
            [&dock] { dock.setFloating(!dock.isFloating()); });
    connect(m_close, &QToolButton::clicked, &dock, &QWidget::close);
    tint();
}

QSize DockTitle::sizeHint() const { return { QWidget::sizeHint().width(), titleHeight }; }

QSize DockTitle::minimumSizeHint() const
{
    return { QWidget::minimumSizeHint().width(), titleHeight };
}

void DockTitle::setSubject(const QString &text) { m_subject->setText(text); }

void DockTitle::addControl(QWidget *control) { m_row->insertWidget(m_controlsAt++, control); }

void DockTitle::tint()
{
    const auto &theme = Theme::of(palette());
    m_float->setIcon(tintedIcon(u"float"_s, Theme::Role::Text2, theme));
    m_close->setIcon(tintedIcon(u"close"_s, Theme::Role::Text2, theme));
}

void DockTitle::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void DockTitle::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme(Theme::Role::Window));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme(Theme::Role::Line));
}

} // namespace canal
