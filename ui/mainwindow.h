// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clienterror.h"
#include "protocol/fetchhold.h"
#include "protocol/leave.h"
#include "ui/ackcontrols.h"
#include "ui/actions.h"
#include "ui/banner.h"
#include "ui/commands.h"
#include "ui/connectflow.h"
#include "ui/emptystate.h"
#include "ui/noticekind.h"
#include "ui/sessionmodels.h"
#include "ui/sessionview.h"

#include <QMainWindow>

#include <memory>
#include <optional>

class QStackedWidget;

namespace canal {

class ActionStates;
class BatchPanel;
class CompareControls;
class DiffView;
class DockLayout;
class EventTableView;
class FilterLibrary;
class PasswordStore;
class Interaction;
class Navigation;
class SessionBanners;
class StatusBar;
class TopBar;
class RowHistory;
class RowMenu;
class TimelineView;
class TransactionControls;
class ValueView;
class ViewControls;
class WelcomePage;

// The window: builds, lays out, forwards. Knows models and value types, never a connection: what
// the user wants comes out as signals, what happened comes in through the slots.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Interaction &interaction, QWidget *parent = nullptr);
    // Takes the place of another, in today's language: shows what it shows, as the user left it.
    MainWindow(Interaction &interaction, MainWindow &before);
    ~MainWindow() override;

    void setProfiles(const QList<ConnectionProfile> &profiles);
    // Without one, passwords are asked for each time. It must outlive the window.
    void setPasswordStore(PasswordStore *passwords) { m_connect.setPasswordStore(passwords); }
    void showLanguage(const QString &language); // what is chosen: "" (the system's), "en", "zh_CN"

    // Geometry, docks, size of the table's text, colours.
    QByteArray layoutState() const;
    void restoreLayoutState(const QByteArray &state);
    // Of these what suits one connection: docks, columns, times. Restored before its session.
    QByteArray connectionLayout() const;
    void restoreConnectionLayout(const QByteArray &state);

    FilterLibrary &filters(); // recent and saved

    void allowClose(); // the next close() really closes

public slots:
    void showSession(const canal::SessionView &view);
    void dropSession(); // before its store dies
    void showState(canal::ClientState state);
    void showHolds(canal::FetchHolds holds);
    void showError(const canal::ClientError &error);
    void showAckFailed(quint32 batchIndex, const canal::ClientError &error);
    void showRetry(int inMs);
    void showGetUnanswered();
    void showPolled(); // a GET was answered with nothing
    void rowsArrived();
    void showSystemColours(canal::SystemColours colours); // what the desktop wants
    void showNotice(const QString &text, canal::NoticeKind kind);

signals:
    void connectRequested(const canal::ConnectionProfile &profile, const canal::Secret &password);
    void demoRequested();
    void profilesChanged(const QList<canal::ConnectionProfile> &profiles);
    void filtersChanged();
    void startRequested(); // the same connection again, also "retry now"
    void stopRequested(canal::Leave how);
    void pauseRequested(bool paused);
    void ackRequested(quint32 upToBatchIndex);
    void rollbackRequested();
    void clearRequested(quint32 beforeRow); // the models have let go of the rows before it
    void languageChosen(const QString &language); // for another window
    // Sent instead of closing: leave, then allowClose() and close().
    void closeRequested(canal::Leave how);

protected:
    bool event(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    MainWindow(Interaction &interaction, std::shared_ptr<SessionModels> models, QWidget *parent);

    void setUpDocks();
    void connectActions();
    void connectParts();
    void connectStatusBar();
    void letGo(); // of the session before
    void showWelcome();
    void takeSession(MainWindow &before);

    void showCurrentRow();
    void showCounts();
    void showEmptyState();
    void onEmptyAction(EmptyState::Action action);
    void onBannerAction(Banner::Action action);
    void goToBatch(quint32 batch);

    void startOrConnect();
    void clearFilter();

    std::shared_ptr<SessionModels> m_ownModels; // also the next window's
    SessionModels &m_models;
    AckControls m_acks;
    Actions m_actions;
    ConnectFlow m_connect;
    Commands m_commands;
    EventTableView *m_table;
    EmptyState *m_empty;
    WelcomePage *m_welcome;
    QStackedWidget *m_pages;
    BatchPanel *m_batches;
    DiffView *m_diff;
    ValueView *m_value;
    TimelineView *m_timeline;
    StatusBar *m_status;
    DockLayout *m_docks;
    TopBar *m_top;
    SessionBanners *m_banners;
    RowMenu *m_menu;
    RowHistory *m_history;
    CompareControls *m_compare;
    ViewControls *m_view;
    TransactionControls *m_transactions;
    Navigation *m_navigation;
    ActionStates *m_states;
    std::optional<SessionView> m_session;
    std::optional<ClientError> m_error;
    ClientState m_state = ClientState::Idle;
    FetchHolds m_holds;
    QString m_lastPoll;
    bool m_mayClose = false;
};

} // namespace canal
