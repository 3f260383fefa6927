// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktopcolours.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto interface = "org.freedesktop.portal.Settings"_L1;
constexpr auto group = "org.freedesktop.appearance"_L1;
constexpr auto key = "color-scheme"_L1;

// Read() wraps the value in a variant of its own, SettingChanged does not.
QVariant unwrapped(QVariant value)
{
    while (value.userType() == qMetaTypeId<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

// 0 is "no preference"; what is not known today counts as that (portal's documentation).
SystemColours coloursOf(const QVariant &value)
{
    constexpr uint prefersDark = 1;
    constexpr uint prefersLight = 2;
    const auto number = value.toUInt();
    if (number == prefersDark)
        return SystemColours::Dark;
    return number == prefersLight ? SystemColours::Light : SystemColours::Unknown;
}

} // namespace

DesktopColours::DesktopColours(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
    if (!m_bus.isConnected())
        return;
    // Qt's D-Bus knows slots by name only.
    m_bus.connect(QString(service), QString(path), QString(interface), u"SettingChanged"_s, this,
                  SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    ask();
}

// Without an address libdbus would start a bus of its own, and wait for it.
QDBusConnection DesktopColours::usersBus()
{
    const auto socket = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/bus"_s;
    if (qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") && !QFileInfo::exists(socket))
        return QDBusConnection(QString());
    return QDBusConnection::sessionBus();
}

void DesktopColours::ask()
{
    auto message = QDBusMessage::createMethodCall(QString(service), QString(path),
                                                  QString(interface), u"Read"_s);
    message << QString(group) << QString(key);
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(message), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError())
            take(reply.value().variant());
    });
}

void DesktopColours::onSettingChanged(const QString &changedGroup, const QString &changedKey,
                                      const QDBusVariant &value)
{
    if (changedGroup == group && changedKey == key)
        take(value.variant());
}

void DesktopColours::take(const QVariant &value)
{
    const auto colours = coloursOf(unwrapped(value));
    if (std::exchange(m_colours, colours) != colours)
        emit changed(colours);
}

} // namespace canal
