// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

namespace canal {

class Actions;
class EventTableView;
class RowEventModel;

// Hides the selected rows until they are asked for again.
class HideControls : public QObject
{
    Q_OBJECT

public:
    HideControls(Actions &actions, RowEventModel &rows, EventTableView &table, QObject *parent);

private:
    void hideSelected();
    void showActions();

    Actions &m_actions;
    RowEventModel &m_rows;
    EventTableView &m_table;
};

} // namespace canal
