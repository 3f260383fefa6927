// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/backgroundcall.h"
#include "model/rowlookup.h"

#include <QObject>

namespace canal {

class Actions;
class EventTableView;
class QueryBar;
class SessionModels;

// Goes to the row with a number, a position or a GTID; says in words when there is none, or when
// it is not shown. Looks for it off the GUI thread.
class GoToControls : public QObject
{
    Q_OBJECT

public:
    GoToControls(Actions &actions, SessionModels &models, EventTableView &table, QueryBar &bar,
                 QObject *parent);

private:
    void go();
    RowTarget asPositionIfTooLarge(const RowTarget &target) const;
    void look(const RowTarget &target);
    void show(const FoundRow &found, const RowTarget &target);
    QString nothingText(const RowTarget &target) const;
    QString laterText(const RowTarget &target, RowId row) const;
    QString nameOf(RowId row, const RowTarget &target) const;

    SessionModels &m_models;
    EventTableView &m_table;
    QueryBar &m_bar;
    BackgroundCall m_call;
};

} // namespace canal
