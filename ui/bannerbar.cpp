// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bannerbar.h"

#include "ui/bannerstrip.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

BannerBar::BannerBar(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"bannerBar"_s);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
}

BannerStrip *BannerBar::find(Banner::Topic topic) const
{
    const auto at = std::ranges::find_if(
        m_strips, [topic](const auto *strip) { return strip->banner().topic == topic; });
    return at != m_strips.end() ? *at : nullptr;
}

bool BannerBar::has(Banner::Topic topic) const { return find(topic) != nullptr; }

QList<Banner> BannerBar::banners() const
{
    QList<Banner> banners;
    for (const auto *strip : m_strips)
        banners.append(strip->banner());
    return banners;
}

void BannerBar::add(const Banner &banner)
{
    auto *strip = find(banner.topic);
    if (strip == nullptr) {
        strip = new BannerStrip(banner, this);
        connect(strip, &BannerStrip::actionTriggered, this, &BannerBar::actionTriggered);
        connect(strip, &BannerStrip::closed, this, [this, topic = banner.topic] { remove(topic); });
    } else {
        strip->setBanner(banner);
        m_strips.removeOne(strip);
    }
    m_strips.prepend(strip);
    layOut();
}

void BannerBar::refresh(const Banner &banner)
{
    if (auto *strip = find(banner.topic))
        strip->setBanner(banner);
}

void BannerBar::remove(Banner::Topic topic)
{
    auto *strip = find(topic);
    if (strip == nullptr)
        return;
    m_strips.removeOne(strip);
    strip->hide();
    strip->deleteLater();
    layOut();
}

void BannerBar::removeAll()
{
    while (!m_strips.isEmpty())
        remove(m_strips.front()->banner().topic);
}

void BannerBar::layOut()
{
    for (auto *strip : std::as_const(m_strips))
        m_column->removeWidget(strip);
    for (qsizetype i = 0; i < m_strips.size(); ++i) {
        m_strips[i]->setVisible(i < mostVisible);
        if (i < mostVisible)
            m_column->addWidget(m_strips[i]);
    }
    setVisible(!m_strips.isEmpty());
}

} // namespace canal
