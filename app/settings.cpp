// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"

#include "model/safefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace canal {

QString settingsFile(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
        + u"/canal-inspector/"_s + name;
}

static QString windowStateFile() { return settingsFile(u"window.state"_s); }

QByteArray loadWindowState()
{
    QFile file(windowStateFile());
    constexpr qint64 mostBytes = 1 << 20;
    return file.open(QIODevice::ReadOnly) ? QByteArray::fromBase64(file.read(mostBytes))
                                          : QByteArray();
}

static QString filtersFile() { return settingsFile(u"filters.json"_s); }

static Result<Ok, QString> replaceFile(const QString &path, const QByteArray &bytes)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return Failure { u"The directory %1 cannot be made."_s.arg(QFileInfo(path).path()) };
    SafeFile file(path);
    file.setPrivate();
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = file.write(bytes); !written)
        return written;
    return file.commit();
}

Result<Ok, QString> saveWindowState(const QByteArray &state)
{
    return replaceFile(windowStateFile(), state.toBase64());
}

// ---- layouts

static constexpr qsizetype mostLayouts = 50;

static QString layoutsFile() { return settingsFile(u"layouts.json"_s); }

static QJsonArray readLayouts()
{
    QFile file(layoutsFile());
    constexpr qint64 mostBytes = 4 << 20;
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return QJsonDocument::fromJson(file.read(mostBytes)).array();
}

QByteArray loadLayout(const QString &connection)
{
    for (const auto &entry : readLayouts())
        if (entry[u"connection"_s] == connection)
            return QByteArray::fromBase64(entry[u"layout"_s].toString().toLatin1());
    return {};
}

Result<Ok, QString> saveLayout(const QString &connection, const QByteArray &layout)
{
    QJsonArray kept { QJsonObject { { u"connection"_s, connection },
                                    { u"layout"_s, QString::fromLatin1(layout.toBase64()) } } };
    for (const auto &entry : readLayouts())
        if (entry[u"connection"_s] != connection && kept.size() < mostLayouts)
            kept.append(entry);
    return replaceFile(layoutsFile(), QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

// ---- language

static QString languageFile() { return settingsFile(u"language"_s); }

QString loadLanguage()
{
    QFile file(languageFile());
    constexpr qint64 mostBytes = 16;
    const auto language = file.open(QIODevice::ReadOnly)
        ? QString::fromUtf8(file.read(mostBytes)).trimmed()
        : QString();
    return language == "en"_L1 || language == "zh_CN"_L1 ? language : QString();
}

Result<Ok, QString> saveLanguage(const QString &language)
{
    return replaceFile(languageFile(), language.toUtf8());
}

// ---- filters

Result<QByteArray, QString> loadFilters()
{
    QFile file(filtersFile());
    constexpr qint64 mostBytes = 4 << 20;
    if (!file.exists())
        return QByteArray();
    if (!file.open(QIODevice::ReadOnly))
        return Failure { u"%1: %2"_s.arg(file.fileName(), file.errorString()) };
    return file.read(mostBytes);
}

Result<Ok, QString> saveFilters(const QByteArray &json) { return replaceFile(filtersFile(), json); }

} // namespace canal
