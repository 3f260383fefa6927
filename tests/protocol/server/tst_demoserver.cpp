// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/canalclient.h"
#include "protocol/server/demoserver.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/rawclient.h"

using namespace canal;
using namespace canal::server;
using namespace Qt::StringLiterals;

namespace {

constexpr int longMs = 60'000; // for what a busy machine may take
constexpr qint64 megabyte = 1'048'576;

ClientConfig configFor(const DemoServer &demo)
{
    ClientConfig config;
    config.host = u"127.0.0.1"_s;
    config.port = demo.server().port();
    config.destination = { u"example"_s, 20'001 };
    config.mode = AccessMode::Auto;
    config.timeouts.retryFirstMs = 20;
    config.timeouts.pollFirstMs = 5;
    config.timeouts.pollMostMs = 20;
    return config;
}

// Takes everything and acks it, as Auto-ack does.
class Consumer : public QObject
{
public:
    explicit Consumer(const ClientConfig &config)
        : client(config)
    {
        connect(&client, &CanalClient::batchReceived, this,
                [this](Epoch epoch, const Messages &messages) {
                    ++batches;
                    entries += qsizetype(messages.entries.size());
                    client.ack(epoch, messages.batch);
                });
        connect(&client, &CanalClient::ackFailed, this, [this] { ++failedAcks; });
    }

    CanalClient client;
    qsizetype batches = 0;
    qsizetype entries = 0;
    qsizetype failedAcks = 0;
};

bool starts(DemoServer &demo) { return bool(demo.listen(u"127.0.0.1"_s)); }

} // namespace

class TestDemoServer : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }
    void windowIsNotEmptyAtFirst();
    void ownClientStreamsAndAcks_data();
    void ownClientStreamsAndAcks();
    void stopsWritingWhileNobodyAcks();
    void goesOnWhenAcked();
    void writesAtTheRate();
    void hugeTransactionIsNoLongSilence();
    void rateOfZeroWritesNothingMore();
    void restartIsSurvived();
    void asksForTheAccount();
    void needsADestination();
};

void TestDemoServer::windowIsNotEmptyAtFirst()
{
    DemoServer demo({});
    QVERIFY(starts(demo));
    QVERIFY(demo.producedRows() >= 200);
    const auto client = test::subscribedClient(demo.server().port());
    client->get(1'000);
    QVERIFY(client->read().entries.size() > 200);
}

void TestDemoServer::ownClientStreamsAndAcks_data()
{
    QTest::addColumn<int>("flavour");
    QTest::newRow("MySQL") << int(Flavour::MySql);
    QTest::newRow("MariaDB") << int(Flavour::MariaDb);
}

// More than 20,000 entries, and neither the store nor the binlog behind it grow.
void TestDemoServer::ownClientStreamsAndAcks()
{
    QFETCH(int, flavour);
    DemoConfig config;
    config.flavour = static_cast<Flavour>(flavour);
    config.rowsPerSecond = 100'000;
    DemoServer demo(config);
    QVERIFY(starts(demo));
    Consumer consumer(configFor(demo));
    consumer.client.open();
    QTRY_VERIFY_WITH_TIMEOUT(consumer.entries > 10'000, longMs);
    const auto memory = demo.instance()->binlog().bytes();
    QTRY_VERIFY_WITH_TIMEOUT(consumer.entries > 25'000, longMs);
    QCOMPARE(consumer.failedAcks, 0);
    QVERIFY(demo.instance()->store().putSequence() > 25'000);
    QVERIFY(demo.instance()->store().heldEvents() < 16'384);
    QVERIFY(memory < 20 * megabyte);
    QVERIFY(demo.instance()->binlog().bytes() < 20 * megabyte);
    QVERIFY(demo.instance()->binlog().first() > 1'000); // what was acked is gone
}

void TestDemoServer::stopsWritingWhileNobodyAcks()
{
    DemoConfig config;
    config.rowsPerSecond = 1'000'000;
    DemoServer demo(config);
    QVERIFY(starts(demo));
    QTRY_VERIFY_WITH_TIMEOUT(demo.instance()->isBlocked(), longMs);
    const auto rows = demo.producedRows();
    const auto bytes = demo.instance()->binlog().bytes();
    QElapsedTimer time;
    time.start();
    QTRY_VERIFY(time.elapsed() > 300); // several ticks
    QCOMPARE(demo.producedRows(), rows);
    QCOMPARE(demo.instance()->binlog().bytes(), bytes);
    QVERIFY(bytes < 40 * megabyte);
}

void TestDemoServer::goesOnWhenAcked()
{
    DemoConfig config;
    config.rowsPerSecond = 1'000'000;
    DemoServer demo(config);
    QVERIFY(starts(demo));
    QTRY_VERIFY_WITH_TIMEOUT(demo.instance()->isBlocked(), longMs);
    const auto rows = demo.producedRows();
    Consumer consumer(configFor(demo));
    consumer.client.open();
    QTRY_VERIFY_WITH_TIMEOUT(demo.producedRows() > rows + 10'000, longMs);
    QCOMPARE(consumer.failedAcks, 0);
}

void TestDemoServer::writesAtTheRate()
{
    DemoConfig config;
    config.rowsPerSecond = 2'000;
    DemoServer demo(config);
    QVERIFY(starts(demo));
    const auto before = demo.producedRows();
    QElapsedTimer time;
    time.start();
    QTRY_VERIFY_WITH_TIMEOUT(demo.producedRows() > before + 2'000, longMs);
    QVERIFY2(time.elapsed() > 800, qPrintable(QString::number(time.elapsed())));
}

// The load of some thousand rows comes at about row 4,500; after it something is still written.
void TestDemoServer::hugeTransactionIsNoLongSilence()
{
    DemoConfig config;
    config.firstRows = 4'450;
    config.rowsPerSecond = 100;
    DemoServer demo(config);
    QVERIFY(starts(demo));
    QTRY_VERIFY_WITH_TIMEOUT(demo.producedRows() > 6'500, longMs);
    const auto rows = demo.producedRows();
    QElapsedTimer time;
    time.start();
    QTRY_VERIFY_WITH_TIMEOUT(demo.producedRows() > rows + 10, longMs);
    QVERIFY(time.elapsed() < 12'000); // it was worth 2,000/100 s
}

void TestDemoServer::rateOfZeroWritesNothingMore()
{
    DemoConfig config;
    config.rowsPerSecond = 0;
    DemoServer demo(config);
    QVERIFY(starts(demo));
    const auto rows = demo.producedRows();
    QElapsedTimer time;
    time.start();
    QTRY_VERIFY(time.elapsed() > 200);
    QCOMPARE(demo.producedRows(), rows);
}

void TestDemoServer::restartIsSurvived()
{
    DemoConfig config;
    config.rowsPerSecond = 20'000;
    DemoServer demo(config);
    QVERIFY(starts(demo));
    Consumer consumer(configFor(demo));
    QSignalSpy connections(&consumer.client, &CanalClient::connectionStarted);
    consumer.client.open();
    for (int restarts = 1; restarts <= 3; ++restarts) {
        const auto entries = consumer.entries;
        QTRY_VERIFY_WITH_TIMEOUT(consumer.entries > entries + 1'000, longMs);
        demo.restart();
        QTRY_COMPARE_WITH_TIMEOUT(connections.size(), restarts + 1, longMs);
    }
    QCOMPARE(consumer.failedAcks, 0);
}

void TestDemoServer::asksForTheAccount()
{
    DemoConfig config;
    config.server.connection.session.account = { "inspector", Secret("tea"_ba).stored() };
    DemoServer demo(config);
    QVERIFY(starts(demo));
    auto wrong = configFor(demo);
    wrong.user = u"inspector"_s;
    wrong.password = Secret("coffee"_ba);
    CanalClient rejected(wrong);
    QSignalSpy failed(&rejected, &CanalClient::failed);
    rejected.open();
    QTRY_COMPARE(failed.size(), 1);
    QCOMPARE(failed.at(0).at(0).value<ClientError>().kind, ClientError::Kind::AuthRejected);
    auto right = wrong;
    right.password = Secret("tea"_ba);
    Consumer consumer(right);
    consumer.client.open();
    QTRY_VERIFY(consumer.entries > 200);
}

void TestDemoServer::needsADestination()
{
    DemoConfig config;
    config.destination.clear();
    DemoServer demo(config);
    const auto listening = demo.listen(u"127.0.0.1"_s);
    QVERIFY(!listening);
    QCOMPARE(listening.error().kind, ListenError::Kind::NoDestination);
    QVERIFY(!demo.instance());
}

QTEST_GUILESS_MAIN(TestDemoServer)
#include "tst_demoserver.moc"
