// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientconfig.h"

#include <QByteArray>
#include <QMap>
#include <QObject>

#include <array>

class QAction;
class QDockWidget;
class QMainWindow;
class QToolBar;

namespace canal {

class Actions;
class DockTitle;
class Theme;

// Where the panels stand. There are four states, each as the user left it: looking or acking,
// in a wide window or a narrow one.
class DockLayout : public QObject
{
    Q_OBJECT

public:
    static constexpr int narrowBelow = 1400; // pixels

    // Those after Batches show details of the current row and stand side by side, in this order.
    enum class Panel : quint8 { Sources, Batches, Diff, Value, Timeline, Count };
    using Widgets = std::array<QWidget *, static_cast<std::size_t>(Panel::Count)>; // by Panel

    DockLayout(QMainWindow &window, const Widgets &widgets);

    // Where the details of a row stand in a wide window. More rows fit beside them.
    enum class Arrangement : quint8 { Below, Right };
    void arrange(Arrangement arrangement); // forgets how the user had moved them

    DockTitle &title(Panel panel) { return *at(panel).title; }
    QList<QAction *> toggleActions() const; // of the panels without an action of their own
    void connectActions(const Actions &actions);
    void tint(const Theme &theme);

    void open(Panel panel); // also from behind another tab
    void showFor(AccessMode mode);
    void hideAll(); // nothing to show yet
    void reset();
    void windowResized();

    QByteArray save() const;
    void restore(const QByteArray &state); // ignores what it cannot read

private:
    enum class Kind { LookWide, LookNarrow, AckWide, AckNarrow };

    struct Dock
    {
        QDockWidget *widget;
        DockTitle *title;
    };

    Dock makeDock(const QString &name, const QString &title, QWidget *panel);
    void makeRail();
    const Dock &at(Panel panel) const { return m_docks[static_cast<std::size_t>(panel)]; }
    QList<QDockWidget *> details() const;
    void addDetails(Kind kind);
    void resizeDetails(Kind kind);
    Kind kindNow() const;
    void switchTo(Kind kind);
    void applyDefault(Kind kind);
    void applyWide(Kind kind);
    void applyNarrow(Kind kind);

    QMainWindow &m_window;
    std::array<Dock, static_cast<std::size_t>(Panel::Count)> m_docks {};
    QToolBar *m_rail;
    AccessMode m_mode = AccessMode::Peek;
    Arrangement m_arrangement = Arrangement::Below;
    bool m_shown = false;
    Kind m_kind = Kind::LookWide;
    QMap<int, QByteArray> m_states; // by Kind
};

} // namespace canal
