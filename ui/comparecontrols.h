// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QObject>

#include <optional>
#include <utility>

namespace canal {

class Actions;
class DiffView;
class EventTableView;
class SessionModels;

// Compares the two selected rows in the diff, as long as they are what is selected.
class CompareControls : public QObject
{
    Q_OBJECT

public:
    CompareControls(const Actions &actions, const SessionModels &models,
                    const EventTableView &table, DiffView &diff, QObject *parent);

    void compare();

signals:
    void compared();
    void ended(); // the diff still shows them

private:
    void onSelection();
    QString reasonAgainst() const; // empty: they can be compared

    const Actions &m_actions;
    const SessionModels &m_models;
    const EventTableView &m_table;
    DiffView &m_diff;
    std::optional<std::pair<RowId, RowId>> m_pair; // that was compared last
};

} // namespace canal
