// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/navigation.h"

#include "ui/topbar.h"

namespace canal {

Navigation::Navigation(Actions &actions, SessionModels &models, EventTableView &table, TopBar &top,
                       QObject *parent)
    : QObject(parent)
    , m_find(actions, models, table, top.find(), this)
{ }

} // namespace canal
