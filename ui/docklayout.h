// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientconfig.h"

#include <QByteArray>
#include <QMap>
#include <QObject>

class QAction;
class QDockWidget;
class QMainWindow;
class QToolBar;

namespace canal {

class DockTitle;
class Theme;

// Where the panels stand. There are four arrangements, each as the user left it: looking or acking,
// in a wide window or a narrow one.
class DockLayout : public QObject
{
    Q_OBJECT

public:
    static constexpr int narrowBelow = 1400; // pixels

    struct Panels
    {
        QWidget *sources;
        QWidget *batches;
        QWidget *diff;
    };

    DockLayout(QMainWindow &window, const Panels &panels);

    DockTitle &batchTitle() { return *m_batchTitle; }
    DockTitle &diffTitle() { return *m_diffTitle; }
    QList<QAction *> toggleActions() const;
    void tint(const Theme &theme);

    void showFor(AccessMode mode);
    void hideAll(); // nothing to show yet
    void reset();
    void windowResized();

    QByteArray save() const;
    void restore(const QByteArray &state); // ignores what it cannot read

private:
    enum class Kind { LookWide, LookNarrow, AckWide, AckNarrow };

    QDockWidget *makeDock(const QString &name, const QString &title, QWidget *panel);
    void makeRail();
    Kind kindNow() const;
    void switchTo(Kind kind);
    void applyDefault(Kind kind);
    void applyWide(Kind kind);
    void applyNarrow(Kind kind);

    QMainWindow &m_window;
    QDockWidget *m_sources;
    QDockWidget *m_batches;
    QDockWidget *m_diff;
    DockTitle *m_sourceTitle;
    DockTitle *m_batchTitle;
    DockTitle *m_diffTitle;
    QToolBar *m_rail;
    AccessMode m_mode = AccessMode::Peek;
    bool m_shown = false;
    Kind m_kind = Kind::LookWide;
    QMap<int, QByteArray> m_states; // by Kind
};

} // namespace canal
