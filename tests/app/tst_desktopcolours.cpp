// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktopcolours.h"

#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTest>

using namespace canal;
using namespace Qt::StringLiterals;

namespace {

// A portal as the desktop's, on a bus of its own.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")

public:
    uint scheme = 0;

public slots:
    QDBusVariant Read(const QString &group, const QString &key) // NOLINT: the portal's name
    {
        const bool known = group == "org.freedesktop.appearance"_L1 && key == "color-scheme"_L1;
        const QDBusVariant inner(known ? scheme : 99U);
        return QDBusVariant(QVariant::fromValue(inner));
    }
};

class Bus
{
public:
    Bus()
    {
        const auto program = QStandardPaths::findExecutable(u"dbus-daemon"_s);
        if (program.isEmpty())
            return;
        m_daemon.start(program, { u"--session"_s, u"--print-address"_s, u"--nofork"_s });
        if (!QTest::qWaitFor([this] { return m_daemon.canReadLine(); }))
            return;
        m_address = QString::fromUtf8(m_daemon.readLine()).trimmed();
    }
    ~Bus()
    {
        for (const auto *name : { "portal", "client" })
            QDBusConnection::disconnectFromBus(QString::fromLatin1(name));
        m_daemon.kill();
        m_daemon.waitForFinished();
    }

    bool isThere() const { return !m_address.isEmpty(); }
    QDBusConnection connection(const QString &name)
    {
        return QDBusConnection::connectToBus(m_address, name);
    }

private:
    QProcess m_daemon;
    QString m_address;
};

QDBusMessage settingChanged(const QString &group, const QString &key, uint value)
{
    auto message
        = QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_s,
                                     u"org.freedesktop.portal.Settings"_s, u"SettingChanged"_s);
    message << group << key << QVariant::fromValue(QDBusVariant(value));
    return message;
}

} // namespace

class TestDesktopColours : public QObject
{
    Q_OBJECT

private slots:
    void withoutABusNothingIsKnown()
    {
        const DesktopColours colours { QDBusConnection(QString()) };
        QCOMPARE(colours.colours(), SystemColours::Unknown);
    }

    void withoutAPortalNothingIsKnown()
    {
        Bus bus;
        QVERIFY2(bus.isThere(), "install dbus-daemon");
        const DesktopColours colours { bus.connection(u"client"_s) };
        QSignalSpy changed(&colours, &DesktopColours::changed);
        auto portal = bus.connection(u"portal"_s);
        QVERIFY(portal.isConnected());
        QVERIFY(!changed.wait(200));
        QCOMPARE(colours.colours(), SystemColours::Unknown);
    }

    void portalIsFollowed_data()
    {
        QTest::addColumn<uint>("scheme");
        QTest::addColumn<SystemColours>("colours");
        QTest::newRow("dark") << 1U << SystemColours::Dark;
        QTest::newRow("light") << 2U << SystemColours::Light;
    }
    void portalIsFollowed()
    {
        QFETCH(uint, scheme);
        QFETCH(SystemColours, colours);
        Bus bus;
        QVERIFY2(bus.isThere(), "install dbus-daemon");
        auto connection = bus.connection(u"portal"_s);
        FakePortal portal;
        portal.scheme = scheme;
        QVERIFY(connection.registerObject(u"/org/freedesktop/portal/desktop"_s, &portal,
                                          QDBusConnection::ExportAllSlots));
        QVERIFY(connection.registerService(u"org.freedesktop.portal.Desktop"_s));
        const DesktopColours desktop { bus.connection(u"client"_s) };
        QTRY_COMPARE(desktop.colours(), colours);
        const auto group = u"org.freedesktop.appearance"_s;
        connection.send(settingChanged(group, u"accent-color"_s, 1));
        connection.send(settingChanged(group, u"color-scheme"_s, 3 - scheme));
        QTRY_VERIFY(desktop.colours() != colours);
        QVERIFY(desktop.colours() != SystemColours::Unknown);
        for (const auto noPreference : { 0U, 77U }) {
            connection.send(settingChanged(group, u"color-scheme"_s, scheme));
            QTRY_COMPARE(desktop.colours(), colours);
            connection.send(settingChanged(group, u"color-scheme"_s, noPreference));
            QTRY_COMPARE(desktop.colours(), SystemColours::Unknown);
        }
    }
};

QTEST_GUILESS_MAIN(TestDesktopColours)
#include "tst_desktopcolours.moc"
