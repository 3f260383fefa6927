// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QObject>

namespace canal {

class Actions;
class ColumnControls;
class EventTableView;
class TimeControls;

// The actions that change only what is seen: where the table stands, its columns and text size, its
// times, the colours.
class ViewControls : public QObject
{
    Q_OBJECT

public:
    ViewControls(Actions &actions, EventTableView &table, QObject *parent = nullptr);

    ColumnControls &columns() { return *m_columns; }

    QByteArray save() const; // columns, text size, times, colours, mini-map
    void restore(const QByteArray &state); // ignores what it cannot read
    QByteArray saveTable() const; // of these only columns and times
    void restoreTable(const QByteArray &state);
    void systemThemeChanged();
    void setSystemColours(SystemColours colours);
    void showLanguage(const QString &language); // "", "en" or "zh_CN": what is chosen

signals:
    void languageChosen(const QString &language);

private:
    void connectTable();
    void connectFollow();
    void connectColours();
    void connectLanguages();
    ThemeChoice chosenColours() const;
    void applyColours(const ThemeChoice &choice);

    Actions &m_actions;
    EventTableView &m_table;
    SystemColours m_system = SystemColours::Unknown;
    ColumnControls *m_columns;
    TimeControls *m_times;
};

} // namespace canal
