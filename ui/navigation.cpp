// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation.h"

#include "ui/actions.h"
#include "ui/eventtableview.h"
#include "ui/querybar.h"
#include "ui/sessionmodels.h"
#include "ui/topbar.h"

namespace canal {

Navigation::Navigation(Actions &actions, SessionModels &models, EventTableView &table, TopBar &top,
                       Interaction &interaction)
    : QObject(&table)
    , m_find(actions, models, table, top.find(), this)
    , m_goTo(actions, models, table, top.goTo(), this)
    , m_history(actions, models.rows(), table, this)
    , m_marks(actions, models, table, interaction, this)
    , m_hide(actions, models.rows(), table, this)
    , m_map(new MiniMap(models, table))
{
    connect(&actions[Act::MiniMap], &QAction::toggled, m_map, &MiniMap::setWanted);
    // One at a time: the table is what is wanted.
    connect(&actions[Act::Find], &QAction::triggered, &top.goTo(), &QWidget::hide);
    connect(&actions[Act::GoTo], &QAction::triggered, &top.find(), &QWidget::hide);
}

void Navigation::reset()
{
    m_history.clear();
    m_marks.reset();
}

} // namespace canal
