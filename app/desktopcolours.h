// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace canal {

// Whether the desktop wants dark windows, as its portal (org.freedesktop.portal.Settings) says, now
// and whenever it changes. Qt 6.4 cannot tell. Without a bus or a portal it stays Unknown. Asks
// without waiting. Main thread.
class DesktopColours : public QObject
{
    Q_OBJECT

public:
    explicit DesktopColours(QDBusConnection bus, QObject *parent = nullptr);

    SystemColours colours() const { return m_colours; }

    // The user's bus if there is one; never starts one.
    static QDBusConnection usersBus();

signals:
    void changed(canal::SystemColours colours);

private slots:
    void onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask();
    void take(const QVariant &value);

    QDBusConnection m_bus;
    SystemColours m_colours = SystemColours::Unknown;
};

} // namespace canal
