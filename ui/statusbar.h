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

namespace canal {

class PlainLabel;
class Sparkline;
class StatusSegment;
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

signals:
    void connectionWanted();
    void filterWanted();
    void batchesWanted();
    void positionWanted();
    void timesWanted(const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    class Dot;

    void connectParts();
    void describeParts();
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
    StatusSegment *m_peer;
    StatusSegment *m_counts;
    StatusSegment *m_hidden; // the way back
    Sparkline *m_bars;
    PlainLabel *m_rate;
    StatusSegment *m_unacked;
    StoreGauge *m_gauge;
    StatusSegment *m_position;
    PlainLabel *m_memory;
    StatusSegment *m_times;
    QList<QWidget *> m_onlyInSession;
    std::optional<SessionView> m_view;
    ClientState m_clientState = ClientState::Idle;
    FetchHolds m_holds;
    qint64 m_selected = 0;
    qint64 m_eventsBefore = 0;
    QTimer m_step;
};

} // namespace canal
