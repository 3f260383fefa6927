// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/banner.h"

#include <QWidget>

class QVBoxLayout;

namespace canal {

class BannerStrip;

// The banners, newest on top. At most two are seen; one that is closed makes room for the next.
class BannerBar : public QWidget
{
    Q_OBJECT

public:
    static constexpr int mostVisible = 2;

    explicit BannerBar(QWidget *parent = nullptr);

    void add(const Banner &banner); // on top; instead of one about the same
    void refresh(const Banner &banner); // in its place; nothing when the user closed it
    void remove(Banner::Topic topic);
    void removeAll();
    bool has(Banner::Topic topic) const;
    QList<Banner> banners() const; // newest first

signals:
    void actionTriggered(canal::Banner::Action action);

private:
    BannerStrip *find(Banner::Topic topic) const;
    void layOut();

    QVBoxLayout *m_column;
    QList<BannerStrip *> m_strips; // newest first
};

} // namespace canal
