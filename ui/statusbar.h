// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientstate.h"
#include "protocol/fetchhold.h"
#include "ui/sessionmodels.h"
#include "ui/theme.h"

#include <QStatusBar>

#include <optional>

class QHBoxLayout;
class QToolButton;

namespace canal {

class ElidedLabel;
class PlainLabel;
class Sparkline;
class StoreGauge;

// One line that says how it stands: connection, counts, rate, what we hold, where we are.
class StatusBar : public QStatusBar
{
    Q_OBJECT

public:
    explicit StatusBar(SessionModels &models, QWidget *parent = nullptr);

    void showSession(const SessionView &view);
    void dropSession();
    void showState(ClientState state);
    void showHolds(FetchHolds holds);
    void showSelection(qint64 rows);
    void refresh(); // counts and what is un-acked

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Dot;

    void setUpHidden();
    QWidget *makeSeparator();
    void addParts(QHBoxLayout &row);
    void step(); // once a second
    void showLastPosition();
    QString stateWord() const;
    Theme::Role stateRole() const;
    void refreshState();

    SessionModels &m_models;
    Dot *m_dot;
    PlainLabel *m_state;
    ElidedLabel *m_peer;
    PlainLabel *m_counts;
    QToolButton *m_hidden; // the way back
    Sparkline *m_bars;
    PlainLabel *m_rate;
    PlainLabel *m_unacked;
    StoreGauge *m_gauge;
    ElidedLabel *m_position;
    PlainLabel *m_memory;
    PlainLabel *m_times;
    QList<QWidget *> m_onlyInSession;
    std::optional<SessionView> m_view;
    ClientState m_clientState = ClientState::Idle;
    FetchHolds m_holds;
    qint64 m_selected = 0;
    qint64 m_eventsBefore = 0;
    QTimer m_step;
};

} // namespace canal
