// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/keychain.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace canal;

// Without a service that keeps passwords nothing is kept, least of all in a file.
class TestKeychain : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        qputenv("HOME", m_home.path().toUtf8());
        qunsetenv("XDG_CONFIG_HOME");
        qunsetenv("XDG_DATA_HOME");
        qputenv("XDG_RUNTIME_DIR", m_home.path().toUtf8());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + m_home.filePath(u"no-bus"_s).toUtf8());
        QDir().mkpath(m_home.path());
    }

    void nothingIsKeptWithoutAService()
    {
        const auto keychain = systemKeychain();
        QVERIFY(keychain != nullptr);
        QString refusal;
        keychain->write(u"canal/canal@host:1"_s, Secret(QByteArray("S3cr3t-CANARY")), *this,
                        [&](const Result<Ok, QString> &written) {
                            refusal = written ? u"written"_s : written.error();
                        });
        QTRY_VERIFY(!refusal.isEmpty());
        QVERIFY2(refusal != u"written"_s, "without a service");
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QVERIFY2(!file.readAll().contains("S3cr3t"), qPrintable(file.fileName()));
        }
    }

    void nothingIsReadWithoutAService()
    {
        const auto keychain = systemKeychain();
        QVERIFY(keychain != nullptr);
        QString refusal;
        keychain->read(u"canal/canal@host:1"_s, *this, [&](const Result<Secret, QString> &kept) {
            refusal = kept ? u"read"_s : kept.error();
        });
        QTRY_VERIFY(!refusal.isEmpty());
        QVERIFY(refusal != u"read"_s);
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
