// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowmarks.h"

#include <QPointer>

class QDialog;

namespace canal {

class Actions;
class EventTableView;
class Interaction;
class SessionModels;

// Marks the selected rows, writes notes on them, goes from mark to mark.
class MarkControls : public QObject
{
    Q_OBJECT

public:
    MarkControls(Actions &actions, SessionModels &models, EventTableView &table,
                 Interaction &interaction, QObject *parent);

    void reset(); // another session: an open dialog closes

public slots:
    void markAs(canal::MarkSign sign);

private:
    enum class Way { Down, Up };

    void toggle();
    void goToMark(Way way);
    void editNote();
    void showActions();

    Actions &m_actions;
    SessionModels &m_models;
    EventTableView &m_table;
    Interaction &m_interaction;
    QPointer<QDialog> m_dialog;
};

} // namespace canal
