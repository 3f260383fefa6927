// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace canal {

class Actions;
class Commands;
class DockLayout;
class EventTableView;
class RowMenu;
class SessionModels;
class TimelineView;

// Leads from a row to its other versions: shows the history of the table's current row while the
// panel is open, and steps to the change before and after.
class RowHistory : public QObject
{
    Q_OBJECT

public:
    RowHistory(const Actions &actions, SessionModels &models, EventTableView &table,
               TimelineView &view, QObject *parent);

    // What the menu asks for: the history in its panel, text into the clipboard.
    void serve(RowMenu &menu, Commands &commands, DockLayout &docks);

public slots:
    void showHistory(); // of the current row, now

signals:
    void noticed(const QString &text); // why a step led nowhere, or nothing was copied

private:
    enum class Step { Previous, Next };

    void onCurrentRow();
    void onTimeline();
    void step(Step step);
    std::optional<RowId> target(Step step) const; // once all rows were looked at
    bool isKnown() const; // the timeline has all of the current row's history
    void goTo(RowId row);
    void refreshActions();
    QString nothingThere(Step step) const;

    const Actions &m_actions;
    SessionModels &m_models;
    EventTableView &m_table;
    TimelineView &m_view;
    QTimer m_delay; // rows that are passed by keyboard are not searched for
    std::optional<Step> m_wanted; // when the search has ended
    bool m_hasKey = false;
};

} // namespace canal
