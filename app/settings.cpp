// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/settings.h"

#include "model/safefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
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

Result<Ok, QString> saveWindowState(const QByteArray &state)
{
    const auto path = windowStateFile();
    if (!QDir().mkpath(QFileInfo(path).path()))
        return Failure { u"The directory %1 cannot be made."_s.arg(QFileInfo(path).path()) };
    SafeFile file(path);
    file.setPrivate();
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = file.write(state.toBase64()); !written)
        return written;
    return file.commit();
}

} // namespace canal
