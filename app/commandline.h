// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/connectionprofile.h"
#include "model/typedvalue.h"
#include "protocol/canalurl.h"
#include "protocol/clientconfig.h"
#include "protocol/result.h"

#include <QRegularExpression>
#include <QSize>
#include <QStringList>

#include <optional>

namespace canal {

// What the user asked for on the command line. Pure values; nothing has been opened or looked up.
struct Options
{
    enum class Action { Window, Headless, Serve, Screenshot, Version, Help };
    enum class Flavour { MySql, MariaDb };
    enum class Theme { System, Light, Dark };

    Action action = Action::Window;

    // Source: the built-in demo, a server, or (window only) neither.
    bool demo = false;
    std::optional<CanalUrl> url;
    std::optional<AccessMode> mode; // nullopt: Peek, the demo Auto
    int passwordFd = -1; // -1: $CANAL_PASSWORD
    std::optional<std::size_t> memoryCap; // bytes; nullopt: the session's default

    // The demo's feed, also for --serve.
    quint64 seed = 1;
    int rowsPerSecond = 20;
    Flavour flavour = Flavour::MySql;

    // --headless
    QRegularExpression tables; // empty pattern: all
    QString csv = QStringLiteral("-"); // empty: none
    QString report; // empty: none
    ValueStyle values = ValueStyle::Decoded;
    std::optional<quint64> maxRows;
    std::optional<int> forMs; // also --screenshot
    std::optional<int> idleMs;

    // --serve
    QString listenHost = QStringLiteral("127.0.0.1");
    quint16 listenPort = defaultPort;
    QString destination = QStringLiteral("example");
    QString user;

    // --screenshot; theme and language also for the window
    QString screenshot;
    QSize size { 1440, 900 };
    Theme theme = Theme::System;
    QString language; // empty: the system's

    AccessMode accessMode() const
    {
        return mode.value_or(demo ? AccessMode::Auto : AccessMode::Peek);
    }
    ConnectionProfile profile() const; // of `url`
};

struct UsageError
{
    QString text; // one sentence
};

// argv without the program's name.
Result<Options, UsageError> parseCommandLine(const QStringList &arguments);

QString usage();
QString versionLine();

} // namespace canal
