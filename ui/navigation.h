// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/findcontrols.h"
#include "ui/gotocontrols.h"
#include "ui/hidecontrols.h"
#include "ui/markcontrols.h"
#include "ui/minimap.h"
#include "ui/selectionhistory.h"

namespace canal {

class TopBar;

// The ways to another row that ask or remember something, and what is done to rows on the way.
class Navigation : public QObject
{
    Q_OBJECT

public:
    // Lives as long as the table.
    Navigation(Actions &actions, SessionModels &models, EventTableView &table, TopBar &top,
               Interaction &interaction);

    MarkControls &marks() { return m_marks; }

    void reset(); // another session

private:
    FindControls m_find;
    GoToControls m_goTo;
    SelectionHistory m_history;
    MarkControls m_marks;
    HideControls m_hide;
    MiniMap *m_map;
};

} // namespace canal
