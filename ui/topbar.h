// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/sessionview.h"

#include <QWidget>

class QAction;
class QMenuBar;
class QToolBar;

namespace canal {

class Actions;
class BannerBar;
class FilterBar;
class FilterLibrary;
class FilterRow;
class Interaction;
class ModeChip;
class OperationChips;
class QueryBar;

// What spans the window above the docks: menus, tools, banners, filter, questions to the table.
class TopBar : public QWidget
{
    Q_OBJECT

public:
    TopBar(Actions &actions, Interaction &interaction, const QList<QAction *> &docks,
           QWidget *parent = nullptr);

    BannerBar &banners() { return *m_banners; }
    const QMenuBar &menus() const { return *m_menus; }
    FilterBar &filter();
    FilterLibrary &filters();
    OperationChips &chips();
    QueryBar &find() { return *m_find; }
    QueryBar &goTo() { return *m_goTo; }

    void showSession(const SessionView &view);
    void dropSession();

private:
    Actions &m_actions;
    QMenuBar *m_menus;
    QToolBar *m_tools;
    ModeChip *m_chip;
    BannerBar *m_banners;
    FilterRow *m_filter;
    QueryBar *m_find;
    QueryBar *m_goTo;
};

} // namespace canal
