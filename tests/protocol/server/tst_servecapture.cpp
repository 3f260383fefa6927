// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include <QProcess>
#include <QRegularExpression>
#include <QTest>

#include "tests/support/rawclient.h"
#include "tests/support/recordedframes.h"

using namespace canal;
using namespace Qt::StringLiterals;

namespace {

const QString capture = QStringLiteral("mysql9.7-canal1.1.8-shop");

// A running servecapture.
class Process
{
public:
    explicit Process(const QStringList &options = {})
    {
        m_process.start(QStringLiteral(SERVECAPTURE),
                        QStringList { u"--frames"_s, test::dataFile(capture + u".frames"_s) }
                            + options);
    }
    ~Process()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(Process)

    // The next line; empty when none comes.
    QString line()
    {
        if (!QTest::qWaitFor([this] { return m_process.canReadLine(); }))
            return {};
        return QString::fromUtf8(m_process.readLine()).trimmed();
    }
    quint16 port() { return static_cast<quint16>(line().section(u':', -1).toUInt()); }
    QString obey(const QByteArray &command)
    {
        m_process.write(command + '\n');
        return line();
    }
    void closeStdin() { m_process.closeWriteChannel(); }
    bool hasEnded() const { return m_process.state() == QProcess::NotRunning; }
    int exitCode() const { return m_process.exitCode(); }

private:
    QProcess m_process;
};

} // namespace

class TestServeCapture : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }
    void servesTheWholeFile();
    void servesPartByPart();
    void restarts();
    void asksForTheAccount();
    void endsWithItsInput_data();
    void endsWithItsInput();
};

void TestServeCapture::servesTheWholeFile()
{
    Process process;
    const auto client = test::subscribedClient(process.port());
    client->get(1'000);
    QCOMPARE(client->read().entries, test::recordedEntries(capture));
    QCOMPARE(process.obey("feed " + test::dataFile(capture + u".frames"_s).toUtf8()).left(8),
             u"ok feed "_s);
    client->get(1'000);
    QCOMPARE(client->read().entries, test::recordedEntries(capture));
    QCOMPARE(process.obey("feed nothing"), u"error feed nothing"_s);
    QCOMPARE(process.obey("nonsense"), u"error nonsense"_s);
}

void TestServeCapture::servesPartByPart()
{
    Process process(
        { u"--first"_s, u"4"_s, u"--destination"_s, u"shop"_s, u"--mode"_s, u"ITEMSIZE"_s });
    const test::Who who { "shop", "1001" };
    const auto client = test::subscribedClient(process.port(), who);
    client->get(100, who);
    QCOMPARE(client->read().entries.size(), 4);
    QCOMPARE(process.obey("more 3"), u"ok more 3"_s);
    client->get(100, who);
    QCOMPARE(client->read().entries.size(), 3);
}

void TestServeCapture::restarts()
{
    Process process;
    const auto port = process.port();
    const auto client = test::subscribedClient(port);
    QCOMPARE(process.obey("restart"), u"ok restart"_s);
    QCOMPARE(client->read().toText(), "closed");
    const auto again = test::subscribedClient(port);
    again->get(1'000);
    QCOMPARE(again->read().entries, test::recordedEntries(capture));
}

void TestServeCapture::asksForTheAccount()
{
    Process process({ u"--user"_s, u"canal"_s, u"--passwd-hex"_s,
                      u"E3619321C1A937C46A0D8BD1DAC39F93B27D4458"_s, u"--login-ok-after-error"_s });
    test::RawClient client(process.port());
    client.login("canal", client.scrambled("wrong"));
    QCOMPARE(client.read().toText(), "error 400 auth failed for user:canal");
    QCOMPARE(client.read().toText(), "ok");
}

void TestServeCapture::endsWithItsInput_data()
{
    QTest::addColumn<bool>("quit");
    QTest::newRow("quit") << true;
    QTest::newRow("end of input") << false;
}

void TestServeCapture::endsWithItsInput()
{
    QFETCH(bool, quit);
    Process process;
    QVERIFY(process.port() != 0);
    if (quit)
        QCOMPARE(process.obey("quit"), u"ok quit"_s);
    else
        process.closeStdin();
    QTRY_VERIFY(process.hasEnded());
    QCOMPARE(process.exitCode(), 0);
}

QTEST_GUILESS_MAIN(TestServeCapture)
#include "tst_servecapture.moc"
