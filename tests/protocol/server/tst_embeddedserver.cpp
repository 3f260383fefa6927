// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/rawclient.h"
#include "tests/support/served.h"

using namespace canal;
using namespace canal::server;
using namespace canal::test;
using namespace Qt::StringLiterals;

class TestEmbeddedServer : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }
    void timedGetWaitsItsTime();
    void timedGetIsAnsweredEarlyWhenFilled();
    void oneConnectionServesTwoDestinations();
    void restartEndsConnectionsAndWaits();
    void restartWithoutCursorLosesNothing();
    void restartFillsTheStoreAsTheParserWould();
    void laggingClientDoesNotKeepTheBinlogForEver();
    void lastClientsCursorIsKeptWhileItLags();
    void ackedEntriesLeaveTheBinlog();
    void appendRefusesWhatIsNoEntry();
    void moreConnectionsThanAllowedAreClosed();
    void goesWhileClientsWait();
    void addDestinationChecks_data();
    void addDestinationChecks();
    void listenSaysWhyNot();
};

void TestEmbeddedServer::timedGetWaitsItsTime()
{
    Served served;
    QVERIFY(served.instance->append(shopEntries().first(6)));
    const auto client = subscribedClient(served.port());
    QElapsedTimer time;
    time.start();
    client->get(1'000, 150, 2);
    const auto answer = client->read();
    QVERIFY(time.elapsed() >= 150);
    QCOMPARE(answer.batch, 1); // what there is, when the time is over
    time.start();
    client->get(1'000, 100'000, 1);
    QVERIFY(client->read().isEmptyBatch());
    QVERIFY(time.elapsed() >= 100);
}

void TestEmbeddedServer::timedGetIsAnsweredEarlyWhenFilled()
{
    Served served;
    const auto client = subscribedClient(served.port());
    client->get(1, 3'600, 3);
    letServerCatchUp(served.port());
    QVERIFY(!client->hasAnswer());
    QVERIFY(served.instance->append(shopEntries()));
    QCOMPARE(client->read().batch, 1);
}

void TestEmbeddedServer::oneConnectionServesTwoDestinations()
{
    Served served;
    DestinationConfig second;
    second.name = "crm";
    auto *const crm = *served.server.addDestination(second);
    QVERIFY(crm->append(shopEntries()));
    const auto client = subscribedClient(served.port());
    client->subscribe({ "crm", "1001" });
    QVERIFY(client->read().isOk());
    client->get(1, 0, 2); // waits; what follows on this socket waits, too
    client->get(0, { "crm", "1001" });
    letServerCatchUp(served.port());
    QVERIFY(!client->hasAnswer());
    QCOMPARE(crm->store().getSequence(), -1);
    QVERIFY(served.instance->append(shopEntries()));
    QCOMPARE(client->read().batch, 1);
    QCOMPARE(client->read().batch, 1);
    QCOMPARE(crm->store().getSequence(), 0);
}

void TestEmbeddedServer::restartEndsConnectionsAndWaits()
{
    Served served;
    const auto waiting = subscribedClient(served.port());
    const auto queued = subscribedClient(served.port(), { "example", "2" });
    waiting->get(1, 0, 2);
    queued->get(1, { "example", "2" });
    letServerCatchUp(served.port());
    const auto port = served.port();
    served.server.restart();
    QCOMPARE(waiting->read().toText(), "closed");
    QCOMPARE(queued->read().toText(), "closed");
    QCOMPARE(served.port(), port);
    const auto next = subscribedClient(port);
    next->get(1); // the monitor is free
    QVERIFY(next->read().isEmptyBatch());
}

void TestEmbeddedServer::restartWithoutCursorLosesNothing()
{
    Served served;
    const auto client = subscribedClient(served.port()); // before the first row: no cursor
    QVERIFY(served.instance->append(shopEntries()));
    const auto last = served.instance->store().putSequence();
    served.server.restart();
    QCOMPARE(served.instance->store().putSequence(), last);
}

void TestEmbeddedServer::restartFillsTheStoreAsTheParserWould()
{
    DestinationConfig config;
    config.ring.events = 16;
    Served served({}, config);
    QVERIFY(served.instance->append(shopEntries()));
    QVERIFY(served.instance->isBlocked());
    const auto client = subscribedClient(served.port());
    served.server.restart();
    QVERIFY(served.instance->isBlocked());
    QVERIFY(served.instance->store().heldEvents() <= 16);
    auto again = subscribedClient(served.port());
    qsizetype entries = 0;
    for (qint64 batch = 1; served.instance->isBlocked() || entries < shopEntries().size();
         ++batch) {
        again->get(1'000);
        const auto answer = again->read();
        QVERIFY(!answer.isEmptyBatch());
        entries += answer.entries.size();
        again->ack(batch);
    }
    QCOMPARE(entries, shopEntries().size());
}

// A cursor that stays behind pins the binlog, but not more of it than historyBytes.
void TestEmbeddedServer::laggingClientDoesNotKeepTheBinlogForEver()
{
    DestinationConfig config;
    config.historyBytes = 3 * megabyte;
    Served served({}, config);
    QVERIFY(served.instance->append(megabyteRows(1)));
    const auto lagging = subscribedClient(served.port(), { "example", "7" });
    const auto client = subscribedClient(served.port());
    for (qint64 batch = 1; batch <= 10; ++batch) {
        QVERIFY(served.instance->append(megabyteRows(1)));
        client->get(100'000);
        QCOMPARE(client->read().batch, batch);
        client->ack(batch);
    }
    client->subscribe();
    QVERIFY(client->read().isOk());
    QVERIFY(served.instance->binlog().bytes() <= config.historyBytes);
    QVERIFY(served.instance->binlog().first() > 0);
}

void TestEmbeddedServer::lastClientsCursorIsKeptWhileItLags()
{
    Served served;
    QVERIFY(served.instance->append(shopEntries()));
    const auto lagging = subscribedClient(served.port(), { "example", "7" });
    const auto client = subscribedClient(served.port());
    client->get(1'000);
    QCOMPARE(client->read().batch, 1);
    client->ack(1);
    client->subscribe();
    QVERIFY(client->read().isOk());
    QCOMPARE(served.instance->binlog().first(), 0);
    served.server.restart(); // everybody gets again what the slowest has not acked
    const auto again = subscribedClient(served.port());
    again->get(1'000);
    QCOMPARE(again->read().entries, shopEntries());
}

void TestEmbeddedServer::ackedEntriesLeaveTheBinlog()
{
    Served served;
    QVERIFY(served.instance->append(shopEntries()));
    const auto client = subscribedClient(served.port());
    client->get(1'000);
    QCOMPARE(client->read().entries, shopEntries());
    client->ack(1);
    client->subscribe();
    QVERIFY(client->read().isOk());
    // The END at the cursor is what a restart begins with (S7).
    QCOMPARE(served.instance->binlog().first(), shopEntries().size() - 1);
}

void TestEmbeddedServer::appendRefusesWhatIsNoEntry()
{
    Served served;
    QVERIFY(!served.instance->append(shopEntries() << "junk"));
    QCOMPARE(served.instance->store().putSequence(), -1);
}

void TestEmbeddedServer::moreConnectionsThanAllowedAreClosed()
{
    ServerConfig config;
    config.maxConnections = 2;
    Served served(config);
    QSignalSpy connected(&served.server, &EmbeddedServer::connected);
    const RawClient first(served.port());
    auto second = std::make_unique<RawClient>(served.port());
    const RawClient third(served.port());
    QCOMPARE(third.handshake().kind, Answer::Kind::Closed);
    QCOMPARE(connected.size(), 2);
    second.reset();
    QTRY_COMPARE(served.server.connectionCount(), 1);
    QCOMPARE(RawClient(served.port()).handshake().kind, Answer::Kind::Handshake);
}

void TestEmbeddedServer::goesWhileClientsWait()
{
    auto served = std::make_unique<Served>();
    const auto waiting = subscribedClient(served->port());
    const auto queued = subscribedClient(served->port(), { "example", "2" });
    waiting->get(1, 60, 3);
    queued->rollback(0, { "example", "2" });
    letServerCatchUp(served->port());
    served.reset();
    QCOMPARE(waiting->read().toText(), "closed");
    QCOMPARE(queued->read().toText(), "closed");
}

void TestEmbeddedServer::addDestinationChecks_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("error"); // -1: none
    QTest::newRow("good") << QByteArray("two") << 16 << -1;
    QTest::newRow("one event") << QByteArray("two") << 1 << -1;
    QTest::newRow("empty") << QByteArray() << 16 << int(DestinationError::NameEmpty);
    QTest::newRow("taken") << QByteArray("example") << 16 << int(DestinationError::NameTaken);
    QTest::newRow("odd size") << QByteArray("two") << 17 << int(DestinationError::BadRingSize);
    QTest::newRow("no size") << QByteArray("two") << 0 << int(DestinationError::BadRingSize);
    QTest::newRow("negative") << QByteArray("two") << -16 << int(DestinationError::BadRingSize);
}

void TestEmbeddedServer::addDestinationChecks()
{
    QFETCH(QByteArray, name);
    QFETCH(int, events);
    Served served;
    DestinationConfig config;
    config.name = name;
    config.ring.events = events;
    const auto added = served.server.addDestination(config);
    QTEST(added ? -1 : int(added.error()), "error");
    if (added)
        QCOMPARE(served.server.destination(name), *added);
}

void TestEmbeddedServer::listenSaysWhyNot()
{
    Served served;
    EmbeddedServer second;
    const auto taken = second.listen(u"127.0.0.1"_s, served.port());
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, ListenError::Kind::NotPossible);
    QVERIFY(!taken.error().detail.isEmpty());
    const auto noAddress = second.listen(u"no address"_s);
    QVERIFY(!noAddress);
    QCOMPARE(noAddress.error().kind, ListenError::Kind::NoAddress);
    QCOMPARE(second.port(), 0);
    QVERIFY(second.listen(u"127.0.0.1"_s));
    QVERIFY(second.port() != 0);
    QCOMPARE(second.address(), u"127.0.0.1"_s);
}

QTEST_GUILESS_MAIN(TestEmbeddedServer)
#include "tst_embeddedserver.moc"
