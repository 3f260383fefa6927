// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientstate.h"
#include "ui/actions.h"

#include <QObject>

namespace canal {

class AckControls;
class SessionModels;

// Which actions can be used now, and why not where that is asked for.
class ActionStates : public QObject
{
    Q_OBJECT

public:
    enum class Session { None, Shown };

    ActionStates(Actions &actions, const AckControls &acks, const SessionModels &models,
                 QObject *parent = nullptr);

    void showState(Session session, ClientState state);

private:
    void allow(Act act, const QString &reasonAgainst); // empty: it can be used
    void refreshCounts();
    void refreshAcks();

    Actions &m_actions;
    const AckControls &m_acks;
    const SessionModels &m_models;
};

} // namespace canal
