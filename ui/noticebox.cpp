// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/noticebox.h"

#include "ui/icons.h"
#include "ui/plaintext.h"

#include <QPainter>
#include <QVBoxLayout>

namespace canal {

static constexpr int textLeft = 36;

NoticeBox::NoticeBox(NoticeKind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_lead(new PlainLabel(this))
    , m_text(new PlainLabel(this))
{
    auto bold = Theme::uiFont();
    bold.setBold(true);
    m_lead->setFont(bold);
    m_lead->setWordWrap(true);
    m_text->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(textLeft, 8, 12, 8);
    column->setSpacing(2);
    column->addWidget(m_lead);
    column->addWidget(m_text);
}

void NoticeBox::setKind(NoticeKind kind)
{
    m_kind = kind;
    update();
}

void NoticeBox::setText(const QString &lead, const QString &text)
{
    m_lead->setText(lead);
    m_lead->setVisible(!lead.isEmpty());
    m_text->setText(text);
    m_text->setVisible(!text.isEmpty());
}

QString NoticeBox::text() const { return m_lead->text() + m_text->text(); }

void NoticeBox::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    const auto look = lookOf(m_kind);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme(look.edge));
    painter.setBrush(theme(look.ground));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    paintIcon(painter, QRect(12, 9, 16, 16), look.icon, theme(look.iconRole));
}

} // namespace canal
