// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QAction>
#include <QKeySequence>

#include <array>

class QMenu;
class QMenuBar;
class QToolBar;

namespace canal {

enum class Act : quint8 {
    Connect,
    StartDemo,
    Export,
    Quit,
    Copy,
    Find,
    FindNext,
    FindPrevious,
    Mark,
    Note,
    HideRow,
    ShowHidden,
    CompareRows,
    Filter,
    ClearFilter,
    Follow,
    Freeze,
    Transactions,
    ZoomIn,
    ZoomOut,
    ZoomReset,
    ToggleValue,
    MiniMap,
    DocksBelow,
    DocksRight,
    ResetLayout,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ColourBlind,
    LanguageSystem,
    LanguageEnglish,
    LanguageChinese,
    GoTo,
    TimeLocal,
    TimeUtc,
    TimeOfDay,
    TimeSinceReference,
    TimeSincePrevious,
    TimeReference,
    GoEnd,
    GoFirst,
    GoNext,
    GoPrevious,
    GoBack,
    GoForward,
    NextMark,
    PreviousMark,
    PreviousChange,
    NextChange,
    Start,
    Stop,
    Pause,
    Clear,
    AckNext,
    AckUpToHere,
    AckAll,
    RollBack,
    Palette,
    Shortcuts,
    Count,
};

// "&Start" and "开始(&S)" without the mnemonic.
QString withoutMnemonic(QString text);

// Every action of the window with its words, keys and icon, and the menus they stand in.
class Actions : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget &window);

    QAction &operator[](Act act) const { return *m_actions[static_cast<std::size_t>(act)]; }

    void fillMenus(QMenuBar &bar, const QList<QAction *> &docks);
    void fillTimeMenu(QMenu &menu);
    void fillToolBar(QToolBar &bar);
    enum class AckTools { Shown, Hidden }; // of use in Manual mode only
    void setAckTools(QToolBar &bar, AckTools tools);
    void tint(const Theme &theme);

    // What it is called without a translation, to be found by; empty: none of the enum's.
    static QString englishOf(const QAction &action);

    // "Start", "Ctrl+E" for the sheet of keys; also keys that only the table knows.
    struct Key
    {
        QString words;
        QString keys;
    };
    QList<Key> keys() const;

private:
    void makeAll(QWidget &window);
    void makeKeys();
    void makeChoice(std::initializer_list<Act> acts); // one is always checked, at first the first
    void addTo(QMenu &menu, std::initializer_list<Act> acts);

    std::array<QAction *, static_cast<std::size_t>(Act::Count)> m_actions {};
    QAction *m_ackSeparator = nullptr; // stands after the ack tools
};

} // namespace canal
