// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/timeformat.h"

#include <QObject>

namespace canal {

class Actions;
class EventTableView;
class RowEventModel;

// The actions of View ▸ Time.
class TimeControls : public QObject
{
    Q_OBJECT

public:
    TimeControls(Actions &actions, EventTableView &table, QObject *parent);

    QByteArray save() const; // the format; a reference is a session's
    void restore(const QByteArray &state); // ignores what it cannot read

private:
    TimeFormat chosen() const;
    void choose(const TimeFormat &format);
    void switchReference();

    Actions &m_actions;
    EventTableView &m_table;
    RowEventModel &m_rows;
};

// "UTC+8", "UTC · since #42"; for the status bar.
QString timeFormatText(const RowEventModel &rows);

} // namespace canal
