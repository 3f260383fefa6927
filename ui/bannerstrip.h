// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/banner.h"

#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace canal {

class ElidedLabel;
class PlainLabel;
class SqlView;

// One Banner as a widget.
class BannerStrip : public QWidget
{
    Q_OBJECT

public:
    explicit BannerStrip(const Banner &banner, QWidget *parent = nullptr);

    void setBanner(const Banner &banner);
    const Banner &banner() const { return m_banner; }

    static QString actionText(Banner::Action action);

signals:
    void actionTriggered(canal::Banner::Action action);
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpButtons();
    void makeActions();
    void tint();

    Banner m_banner;
    PlainLabel *m_lead;
    ElidedLabel *m_text;
    QWidget *m_actions;
    QHBoxLayout *m_actionRow;
    QToolButton *m_detailsButton;
    QToolButton *m_close;
    SqlView *m_details;
};

} // namespace canal
