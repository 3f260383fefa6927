// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/attachnote.h"
#include "app/commandline.h"
#include "app/demohost.h"
#include "app/desktopcolours.h"
#include "app/exitcode.h"
#include "app/session.h"
#include "model/connectionprofile.h"
#include "ui/interaction.h"
#include "ui/mainwindow.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace canal {

// The window's run: every connection between Session and MainWindow, and what outlives a session
// (the window, remembered connections, the demo's server). Main thread; needs a QApplication.
class GuiRunner : public QObject
{
    Q_OBJECT

public:
    // `password` is for the URL of the options, if there is one.
    GuiRunner(Options options, Secret password, QObject *parent = nullptr);
    ~GuiRunner() override;

    MainWindow &window() { return *m_window; } // another one after a change of language

public slots:
    void start();
    void stop(); // as closing the window, without questions

signals:
    void finished(canal::ExitCode code);

private:
    void connectWindow();
    void connectSession();
    void connectWindowToSession();
    void setLanguage(const QString &language);
    void onConnectRequested(const ConnectionProfile &profile, const Secret &password);
    void startDemo();
    void open(const ConnectionProfile &profile, Secret password);
    void run(ClientConfig config, const ConnectionProfile &profile, bool isDemo);
    void afterSession(std::function<void()> then);
    void leave(Leave how);
    void close(Leave how);
    void onStateChanged(ClientState state);
    void onLeft(Departure how);
    void dropSession();
    void loadProfiles();
    void saveProfiles(const QList<ConnectionProfile> &profiles);
    void remember(const ConnectionProfile &profile);
    void keepLayout();
    void loadFilters();
    void rememberFilters();
    void takeScreenshot();
    void finish();
    bool isPicture() const { return m_options.action == Options::Action::Screenshot; }

    const Options m_options;
    Secret m_password;
    DesktopColours m_desktop;
    const std::unique_ptr<PasswordStore> m_passwords; // null: there is none
    DialogInteraction m_interaction;
    std::unique_ptr<MainWindow> m_window; // never null
    ConnectionProfiles m_profiles;
    QList<ConnectionProfile> m_known;
    bool m_remembersFilters = false; // not over a file that cannot be read, nor in a picture
    std::unique_ptr<DemoHost> m_demo;
    std::unique_ptr<Attachment> m_attachment;
    std::unique_ptr<Session> m_session;
    QString m_layoutName; // the session's
    std::function<void()> m_afterSession; // to be done once the session has left
    QTimer m_leaving;
    ExitCode m_code = ExitCode::Ok;
};

} // namespace canal
