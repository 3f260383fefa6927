// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/findcontrols.h"
#include "ui/gotocontrols.h"

namespace canal {

class TopBar;

// The ways to another row that ask or remember something.
class Navigation : public QObject
{
    Q_OBJECT

public:
    Navigation(Actions &actions, SessionModels &models, EventTableView &table, TopBar &top,
               QObject *parent);

private:
    FindControls m_find;
    GoToControls m_goTo;
};

} // namespace canal
