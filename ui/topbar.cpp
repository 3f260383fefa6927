// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/topbar.h"

#include "ui/actions.h"
#include "ui/bannerbar.h"
#include "ui/filterbar.h"
#include "ui/filterrow.h"
#include "ui/modechip.h"
#include "ui/querybar.h"

#include <QHBoxLayout>
#include <QMenuBar>
#include <QToolBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace canal {

TopBar::TopBar(Actions &actions, Interaction &interaction, const QList<QAction *> &docks,
               QWidget *parent)
    : QWidget(parent)
    , m_actions(actions)
    , m_menus(new QMenuBar(this))
    , m_tools(new QToolBar(this))
    , m_chip(new ModeChip(this))
    , m_banners(new BannerBar(this))
    , m_filter(new FilterRow(interaction, this))
    , m_find(new QueryBar({ u"find"_s, u"find"_s, tr("Find"), tr("Text in the rows shown") }, this))
    , m_goTo(new QueryBar({ u"goTo"_s, u"goto"_s, tr("Go to"),
                            tr("Row number, position such as mysql-bin.000012:4711, or GTID") },
                          this))
{
    actions.fillMenus(*m_menus, docks);
    m_tools->setObjectName(u"toolBar"_s);
    m_tools->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_tools->setFixedHeight(32);
    actions.fillToolBar(*m_tools);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(4, 0, 10, 0);
    row->addWidget(m_tools, 1);
    row->addWidget(m_chip);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_menus);
    column->addLayout(row);
    column->addWidget(m_banners);
    column->addWidget(m_filter);
    column->addWidget(m_find);
    column->addWidget(m_goTo);
}

FilterBar &TopBar::filter() { return m_filter->bar(); }

FilterLibrary &TopBar::filters() { return m_filter->library(); }

OperationChips &TopBar::chips() { return m_filter->chips(); }

void TopBar::showSession(const SessionView &view)
{
    m_chip->showSession(view);
    m_actions.setAckTools(*m_tools,
                          view.profile.mode == AccessMode::Manual ? Actions::AckTools::Shown
                                                                  : Actions::AckTools::Hidden);
    m_filter->bar().setStore(view.store);
    m_filter->show();
}

void TopBar::dropSession()
{
    m_chip->dropSession();
    m_actions.setAckTools(*m_tools, Actions::AckTools::Hidden);
    m_filter->bar().setStore(nullptr);
    for (auto *bar : { static_cast<QWidget *>(m_filter), static_cast<QWidget *>(m_find),
                       static_cast<QWidget *>(m_goTo) })
        bar->hide();
}

} // namespace canal
