// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>

class QSocketNotifier;

namespace canal {

// Turns the first SIGINT or SIGTERM into stopRequested(); a second one kills, as by default.
// SIGPIPE is ignored from construction on. One at a time, in the main thread.
class SignalWatcher : public QObject
{
    Q_OBJECT

public:
    explicit SignalWatcher(QObject *parent = nullptr);
    ~SignalWatcher() override;

    // Whether a signal has come, also before the event loop could say so.
    static bool stopWasRequested();

signals:
    void stopRequested();

private:
    QSocketNotifier *m_notifier;
};

} // namespace canal
