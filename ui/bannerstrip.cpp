// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bannerstrip.h"

#include "ui/icons.h"
#include "ui/plaintext.h"
#include "ui/sqlview.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int stripHeight = 28;
static constexpr int textLeft = 36;

BannerStrip::BannerStrip(const Banner &banner, QWidget *parent)
    : QWidget(parent)
    , m_lead(new PlainLabel(this))
    , m_text(new ElidedLabel(Qt::ElideRight, this))
    , m_actions(new QWidget(this))
    , m_actionRow(new QHBoxLayout(m_actions))
    , m_detailsButton(new QToolButton(this))
    , m_close(new QToolButton(this))
    , m_details(new SqlView(this))
{
    setObjectName(u"banner"_s);
    auto bold = Theme::uiFont();
    bold.setBold(true);
    m_lead->setFont(bold);
    m_text->setAlignment(Qt::AlignVCenter | Qt::AlignLeft);
    m_actionRow->setContentsMargins(0, 0, 0, 0);
    m_actionRow->setSpacing(6);
    setUpButtons();
    m_details->setAccessibleName(tr("Details"));
    m_details->setFixedHeight(96);
    m_details->hide();

    auto *line = new QWidget(this);
    line->setFixedHeight(stripHeight);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(textLeft, 0, 8, 0);
    row->setSpacing(6);
    row->addWidget(m_lead);
    row->addWidget(m_text, 1);
    row->addWidget(m_actions);
    row->addWidget(m_detailsButton);
    row->addWidget(m_close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 1);
    column->setSpacing(0);
    column->addWidget(line);
    column->addWidget(m_details);
    setBanner(banner);
}

void BannerStrip::setUpButtons()
{
    m_detailsButton->setObjectName(u"bannerDetails"_s);
    m_detailsButton->setText(tr("Details"));
    m_detailsButton->setCheckable(true);
    m_detailsButton->setAutoRaise(true);
    m_close->setObjectName(u"bannerClose"_s);
    m_close->setAutoRaise(true);
    m_close->setFixedSize(22, 22);
    m_close->setAccessibleName(tr("Close this message"));
    setSafeTip(*m_close, tr("Close this message"));
    connect(m_detailsButton, &QToolButton::toggled, m_details, &QWidget::setVisible);
    connect(m_close, &QToolButton::clicked, this, &BannerStrip::closed);
}

QString BannerStrip::actionText(Banner::Action action)
{
    switch (action) {
    case Banner::Action::ChangeMode:
        return tr("Change mode…");
    case Banner::Action::Stop:
        return tr("Stop");
    case Banner::Action::RetryNow:
        return tr("Retry now");
    case Banner::Action::StopRetrying:
        return tr("Stop retrying");
    case Banner::Action::EditConnection:
        return tr("Edit connection…");
    case Banner::Action::Clear:
        return tr("Clear…");
    }
    Q_UNREACHABLE();
}

void BannerStrip::setBanner(const Banner &banner)
{
    const bool sameActions = m_banner.actions == banner.actions && m_actionRow->count() > 0;
    m_banner = banner;
    m_lead->setText(banner.lead);
    m_lead->setVisible(!banner.lead.isEmpty());
    m_text->setText(banner.text);
    m_details->showText(banner.details);
    m_detailsButton->setVisible(!banner.details.isEmpty());
    if (banner.details.isEmpty())
        m_detailsButton->setChecked(false);
    if (!sameActions)
        makeActions();
    setAccessibleName(m_lead->text() + u' ' + m_text->text());
    tint();
}

void BannerStrip::makeActions()
{
    while (const std::unique_ptr<QLayoutItem> item { m_actionRow->takeAt(0) }) {
        item->widget()->hide(); // one of them may be running this
        item->widget()->deleteLater();
    }
    for (const auto action : std::as_const(m_banner.actions)) {
        auto *button = new QPushButton(actionText(action), m_actions);
        button->setFixedHeight(22);
        connect(button, &QPushButton::clicked, this,
                [this, action] { emit actionTriggered(action); });
        m_actionRow->addWidget(button);
    }
}

void BannerStrip::tint()
{
    m_close->setIcon(tintedIcon(u"close"_s, Theme::Role::Text2, Theme::of(palette())));
    update();
}

void BannerStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void BannerStrip::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    const auto look = lookOf(m_banner.kind);
    QPainter painter(this);
    painter.fillRect(rect(), theme(look.ground));
    painter.fillRect(QRect(0, height() - 1, width(), 1), theme(look.edge));
    painter.fillRect(QRect(0, 0, 3, height()), theme(look.iconRole));
    paintIcon(painter, QRect(13, 6, 16, 16), look.icon, theme(look.iconRole));
}

} // namespace canal
