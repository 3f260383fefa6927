// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/modecards.h"

#include "ui/choicefocus.h"
#include "ui/theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Role = Theme::Role;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(canal::ModeCards)
};

struct CardText
{
    QString badge;
    Role badgeRole;
    QString meaning;
};

CardText textOf(AccessMode mode)
{
    switch (mode) {
    case AccessMode::Peek:
        return { Words::tr("default"), Role::OkText,
                 Words::tr("never acks; gives back what it has read when it stops") };
    case AccessMode::Manual:
        return { {},
                 Role::Text2,
                 Words::tr("you ack the oldest batches or roll all of them back") };
    case AccessMode::Auto:
        return { Words::tr("consumes!"), Role::ErrorText,
                 Words::tr("acks what is kept here; asks before it starts") };
    }
    Q_UNREACHABLE();
}

class Card : public QAbstractButton
{
public:
    Card(AccessMode mode, QWidget *parent)
        : QAbstractButton(parent)
        , m_text(textOf(mode))
    {
        setText(modeName(mode));
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAccessibleName(text());
        setAccessibleDescription(m_text.badge + u' ' + m_text.meaning);
        setMinimumSize(150, 72);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const auto &theme = Theme::of(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const double edge = hasFocus() ? 2 : 1;
        painter.setPen(QPen(theme(hasFocus() || isChecked() ? Role::Accent : Role::Border), edge));
        painter.setBrush(theme(isChecked() ? Role::Selected : Role::Base));
        painter.drawRoundedRect(QRectF(rect()).adjusted(edge / 2, edge / 2, -edge / 2, -edge / 2),
                                4, 4);
        paintRadio(painter, theme);
        paintWords(painter, theme);
    }

private:
    void paintRadio(QPainter &painter, const Theme &theme) const
    {
        const QPointF centre(17, 17);
        painter.setPen(theme(isChecked() ? Role::Accent : Role::InputEdge));
        painter.setBrush(theme(isChecked() ? Role::Accent : Role::Base));
        painter.drawEllipse(centre, 6.5, 6.5);
        if (!isChecked())
            return;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme(Role::OnAccent));
        painter.drawEllipse(centre, 2.6, 2.6);
    }

    void paintWords(QPainter &painter, const Theme &theme) const
    {
        constexpr int left = 32;
        auto bold = Theme::uiFont();
        bold.setBold(true);
        painter.setFont(bold);
        painter.setPen(theme(Role::Text));
        painter.drawText(QRect(left, 8, width() - left, 18), Qt::AlignVCenter, text());
        const int badgeLeft = left + QFontMetrics(bold).horizontalAdvance(text()) + 8;
        painter.setFont(Theme::uiFont(11));
        painter.setPen(theme(m_text.badgeRole));
        painter.drawText(QRect(badgeLeft, 8, width() - badgeLeft, 18), Qt::AlignVCenter,
                         m_text.badge);
        painter.setPen(theme(Role::Text2));
        painter.drawText(QRect(left, 26, width() - left - 6, height() - 28),
                         Qt::AlignTop | Qt::TextWordWrap, m_text.meaning);
    }

    const CardText m_text;
};

} // namespace

QString modeName(AccessMode mode)
{
    switch (mode) {
    case AccessMode::Peek:
        return Words::tr("Peek");
    case AccessMode::Manual:
        return Words::tr("Manual ack");
    case AccessMode::Auto:
        return Words::tr("Auto-ack");
    }
    Q_UNREACHABLE();
}

ModeCards::ModeCards(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (const auto mode : { AccessMode::Peek, AccessMode::Manual, AccessMode::Auto }) {
        auto *card = new Card(mode, this);
        m_group->addButton(card, static_cast<int>(mode));
        row->addWidget(card, 1);
    }
    setMode(AccessMode::Peek);
    keepTabOnChosen(m_group->buttons());
}

AccessMode ModeCards::mode() const { return static_cast<AccessMode>(m_group->checkedId()); }

void ModeCards::setMode(AccessMode mode)
{
    m_group->button(static_cast<int>(mode))->setChecked(true);
}

} // namespace canal
