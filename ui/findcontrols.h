// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/findjob.h"

#include <QTimer>

namespace canal {

class Actions;
class EventTableView;
class QueryBar;
class SessionModels;

// Finds a text among the shown rows and makes its row the current one. Never filters: looks in
// what a bare word of the filter looks in.
class FindControls : public QObject
{
    Q_OBJECT

public:
    FindControls(Actions &actions, SessionModels &models, EventTableView &table, QueryBar &bar,
                 QObject *parent);

private:
    void connectModel();
    void open();
    void onEdited();
    void find(FindJob::Direction direction);
    void search(const FindJob::Route &route);
    void onFinished(const FindJob::Outcome &outcome);
    QString aroundText() const;

    SessionModels &m_models;
    EventTableView &m_table;
    QueryBar &m_bar;
    FindJob m_job;
    FindJob::Route m_route; // of the last search
    std::optional<RowId> m_anchor; // where what is being typed is looked for from
    std::optional<RowId> m_found; // while it was typed
    bool m_interrupted = false; // a search, by other rows being shown
    QTimer m_debounce;
};

} // namespace canal
