// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/noticekind.h"

#include <QString>
#include <QStringList>

namespace canal {

// One condition that the user should know of, as a strip below the toolbar.
struct Banner
{
    // What it is about; a second one about the same replaces the first.
    enum class Topic : quint8 {
        Mode,
        Fill,
        Paused,
        MemoryFull,
        ViewFull,
        Connection,
        AckFailed,
        GetUnanswered,
        Export,
        Notice,
    };
    enum class Action : quint8 {
        ChangeMode,
        Stop,
        RetryNow,
        StopRetrying,
        EditConnection,
        Clear,
    };

    Topic topic = Topic::Notice;
    NoticeKind kind = NoticeKind::Info;
    QString lead; // bold
    QString text;
    QString details; // raw; behind a button
    QList<Action> actions;
};

} // namespace canal
