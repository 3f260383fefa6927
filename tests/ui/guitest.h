// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/mainwindow.h"

#include <QRegularExpression>
#include <QTest>

#include "tests/ui/fakeinteraction.h"
#include "tests/ui/samplesession.h"

namespace canal::test {

// Any warning of Qt's fails the test, but for what the offscreen platform always says.
inline void failOnWarnings()
{
    QTest::failOnWarning(QRegularExpression(
        QStringLiteral("^(?!This plugin does not support|QStandardPaths: XDG_RUNTIME_DIR)")));
}

// A window with somebody to answer its questions.
class WindowFixture
{
public:
    FakeInteraction interaction;
    SampleSession session;
    MainWindow window;

    explicit WindowFixture(AccessMode mode = AccessMode::Peek);
    ~WindowFixture();

    bool showWindow(); // active afterwards
    // Connected, with the session's rows flushed into the table.
    void connectSession();
    void flush(); // what was added since
    int rows() const;

    QAction &action(const QString &name) const; // fails the test when there is none
    bool trigger(const QString &name) const; // false when it is disabled
    QString statusText() const; // the parts of the status bar with | between them
    template <typename T>
    T &child(const QString &name = {}) const
    {
        auto *found = window.findChild<T *>(name);
        Q_ASSERT(found != nullptr);
        return *found;
    }
};

} // namespace canal::test
