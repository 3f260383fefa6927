// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QByteArray>
#include <QString>

namespace canal {

// Where this user's settings are kept; made when they are first written.
QString settingsFile(const QString &name); // in $XDG_CONFIG_HOME/canal-inspector

// The window's own state, as it hands it out. A missing or broken file is an empty state.
QByteArray loadWindowState();
Result<Ok, QString> saveWindowState(const QByteArray &state);

// What MainWindow::connectionLayout() hands out, for each of the connections used last. A missing
// or broken file has none.
QByteArray loadLayout(const QString &connection);
Result<Ok, QString> saveLayout(const QString &connection, const QByteArray &layout);

// The window's language: "en", "zh_CN", or empty for the system's, also when nothing is kept.
QString loadLanguage();
Result<Ok, QString> saveLanguage(const QString &language);

// FilterLibrary's JSON in filters.json, which only this user can read: filters may hold values of
// production data. Empty: there is none yet.
Result<QByteArray, QString> loadFilters();
Result<Ok, QString> saveFilters(const QByteArray &json);

} // namespace canal
