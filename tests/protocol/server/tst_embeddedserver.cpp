// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/embeddedserver.h"
#include "protocol/server/entrybuilder.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QtEndian>

#include "tests/support/rawclient.h"
#include "tests/support/recordedframes.h"
#include <sys/socket.h>

using namespace canal;
using namespace canal::server;
using namespace Qt::StringLiterals;
using test::Answer;
using test::RawClient;

namespace {

constexpr qsizetype megabyte = 1'048'576;
const QByteArray storedCanal("E3619321C1A937C46A0D8BD1DAC39F93B27D4458");

QByteArrayList shopEntries() { return test::recordedEntries(u"mysql9.7-canal1.1.8-shop"_s); }

QByteArray prefix(qint32 length)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(length, bytes.data());
    return bytes;
}

// A listening server with the destination "example".
struct Served
{
    explicit Served(ServerConfig config = {}, const DestinationConfig &destination = {})
        : server(std::move(config))
        , instance(*server.addDestination(destination))
    {
        if (!server.listen(u"127.0.0.1"_s))
            qFatal("cannot listen");
    }

    quint16 port() const { return server.port(); }

    EmbeddedServer server;
    ServedInstance *const instance;
};

ServerConfig withAccount(RejectedLogin rejected = RejectedLogin::Error)
{
    ServerConfig config;
    config.connection.session.account = { "canal", storedCanal };
    config.connection.session.rejectedLogin = rejected;
    return config;
}

// Rows of a megabyte, one in a transaction without BEGIN.
QByteArrayList megabyteRows(int count)
{
    const TableShape table { "shop", "big", 1, { ColumnShape::fromText("body longtext") } };
    EntryBuilder builder(Flavour::MariaDb);
    const RowPair row { {}, { QByteArray(megabyte, 'x') } };
    QByteArrayList entries;
    for (qint64 i = 0; i < count; ++i) {
        const EventPlace place { "mysql-bin.000001", 100 * i, 50, 1, 1'000 };
        entries.append(builder.rows(place, EventType::Insert, table, { &row, 1 }));
        entries.append(builder.end(place, i));
    }
    return entries;
}

} // namespace

class TestEmbeddedServer : public QObject
{
    Q_OBJECT

private slots:
    void handshakeCarriesAFreshSeed();
    void rejectedLoginIsReadOn();
    void rejectedLoginAsUpTo117LetsIn();
    void requestUpToTheLimitIsAnswered();
    void tooLongRequestIsThrownAway_data();
    void tooLongRequestIsThrownAway();
    void requestsBeforeTheEndOfTheStreamAreAnswered();
    void slowReaderIsNotServedFurther();
    void idleConnectionIsClosed_data();
    void idleConnectionIsClosed();
    void trafficKeepsTheConnection();
    void idleCloseLeavesTheWaitGoing();
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

void TestEmbeddedServer::handshakeCarriesAFreshSeed()
{
    Served served;
    const RawClient first(served.port());
    const RawClient second(served.port());
    QCOMPARE(first.handshake().kind, Answer::Kind::Handshake);
    QCOMPARE(first.handshake().seed.size(), 8);
    QVERIFY(first.handshake().seed != second.handshake().seed);
    QCOMPARE(served.server.connectionCount(), 2);
}

// 1.1.8: what follows a rejected login is read as another one, with the same seed (S1).
void TestEmbeddedServer::rejectedLoginIsReadOn()
{
    Served served(withAccount());
    RawClient client(served.port());
    client.login("canal", client.scrambled("wrong"));
    QCOMPARE(client.read().toText(), "error 400 auth failed for user:canal");
    client.subscribe();
    QCOMPARE(client.read().toText(), "error 400 auth failed for user:example");
    client.login("canal", client.scrambled("canal"));
    QCOMPARE(client.read().toText(), "ok");
    client.subscribe();
    QCOMPARE(client.read().toText(), "ok");
}

void TestEmbeddedServer::rejectedLoginAsUpTo117LetsIn()
{
    Served served(withAccount(RejectedLogin::ErrorThenOk));
    RawClient client(served.port());
    client.login("canal", client.scrambled("wrong"));
    QCOMPARE(client.read().toText(), "error 400 auth failed for user:canal");
    QCOMPARE(client.read().toText(), "ok");
    client.subscribe();
    QCOMPARE(client.read().toText(), "ok");
}

void TestEmbeddedServer::requestUpToTheLimitIsAnswered()
{
    ServerConfig config;
    config.connection.requestBytes = 5'000;
    Served served(config);
    const auto client = test::subscribedClient(served.port());
    client->sendFrame("\x2a\x85\x27" + QByteArray(4'997, 'x')); // body of 4,997 bytes, no type
    QCOMPARE(client->read().toText(),
             "error 400 packet type=PACKAGETYPECOMPATIBLEPROTO2 is NOT supported!");
    client->get(1);
    QVERIFY(client->read().isEmptyBatch());
}

void TestEmbeddedServer::tooLongRequestIsThrownAway_data()
{
    QTest::addColumn<int>("length");
    QTest::newRow("just over") << 5'001;
    QTest::newRow("2 GiB") << std::numeric_limits<int>::max();
    QTest::newRow("HTTP") << 0x47455420;
}

// No answer, as from a real server, but nothing is kept either (S24).
void TestEmbeddedServer::tooLongRequestIsThrownAway()
{
    QFETCH(int, length);
    ServerConfig config;
    config.connection.requestBytes = 5'000;
    Served served(config);
    RawClient client(served.port());
    client.sendBytes(prefix(length) + QByteArray(4'000, 'x'));
    test::letServerCatchUp(served.port());
    QCoreApplication::processEvents();
    QVERIFY(!client.hasAnswer());
    client.sendBytes(QByteArray(6'000, 'x'));
    QCOMPARE(client.read().toText(), "closed");
}

void TestEmbeddedServer::requestsBeforeTheEndOfTheStreamAreAnswered()
{
    Served served;
    QVERIFY(served.instance->append(shopEntries()));
    RawClient client(served.port());
    client.login();
    client.subscribe();
    client.get(1);
    client.get(1);
    ::shutdown(int(client.socket().socketDescriptor()), SHUT_WR); // Qt cannot end one half only
    QCOMPARE(client.read().toText(), "ok");
    QCOMPARE(client.read().toText(), "ok");
    QCOMPARE(client.read().batch, 1);
    QCOMPARE(client.read().batch, 2);
    QCOMPARE(client.read().toText(), "closed");
    QTRY_COMPARE(served.server.connectionCount(), 0);
}

void TestEmbeddedServer::slowReaderIsNotServedFurther()
{
    constexpr int rows = 60;
    ServerConfig config;
    config.connection.unsentBytes = megabyte;
    DestinationConfig destination;
    destination.ring.memUnit = 8 * 1024;
    Served served(config, destination);
    QVERIFY(served.instance->append(megabyteRows(rows)));
    const auto client = test::subscribedClient(served.port());
    client->socket().setReadBufferSize(1024);
    for (int i = 0; i < 2 * rows; ++i)
        client->get(0); // one entry
    test::letServerCatchUp(served.port());
    QVERIFY(served.instance->store().getSequence() < 2 * rows - 1); // the kernel holds some
    client->socket().setReadBufferSize(0);
    for (int i = 0; i < 2 * rows; ++i)
        QCOMPARE(client->read().batch, i + 1);
}

void TestEmbeddedServer::idleConnectionIsClosed_data()
{
    QTest::addColumn<int>("readMs");
    QTest::addColumn<int>("writeMs");
    QTest::newRow("nothing read") << 100 << 60'000;
    QTest::newRow("nothing written") << 60'000 << 100;
}

void TestEmbeddedServer::idleConnectionIsClosed()
{
    QFETCH(int, readMs);
    QFETCH(int, writeMs);
    Served served;
    RawClient client(served.port());
    client.loginWithTimeouts(readMs, writeMs);
    QElapsedTimer time;
    time.start();
    QCOMPARE(client.read().toText(), "ok");
    QCOMPARE(client.read().toText(), "closed");
    QVERIFY(time.elapsed() >= 90);
    QTRY_COMPARE(served.server.connectionCount(), 0);
}

void TestEmbeddedServer::trafficKeepsTheConnection()
{
    Served served;
    RawClient client(served.port());
    client.loginWithTimeouts(400, 400);
    QCOMPARE(client.read().toText(), "ok");
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < 1'200) {
        client.subscribe(); // an answer: both directions (S30)
        QCOMPARE(client.read().toText(), "ok");
    }
}

void TestEmbeddedServer::idleCloseLeavesTheWaitGoing()
{
    Served served;
    RawClient client(served.port());
    client.loginWithTimeouts(100, 100);
    QCOMPARE(client.read().toText(), "ok");
    client.subscribe();
    QCOMPARE(client.read().toText(), "ok");
    client.get(1, 0, 2);
    QCOMPARE(client.read().toText(), "closed");
    QCOMPARE(served.server.connectionCount(), 1); // what it asked for is not done
    const auto other = test::subscribedClient(served.port());
    QVERIFY(served.instance->append(shopEntries()));
    other->ack(1); // the batch of the one who has gone
    other->get(0);
    QCOMPARE(other->read().batch, 2);
    QTRY_COMPARE(served.server.connectionCount(), 1);
}

void TestEmbeddedServer::timedGetWaitsItsTime()
{
    Served served;
    QVERIFY(served.instance->append(shopEntries().first(6)));
    const auto client = test::subscribedClient(served.port());
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
    const auto client = test::subscribedClient(served.port());
    client->get(1, 3'600, 3);
    test::letServerCatchUp(served.port());
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
    const auto client = test::subscribedClient(served.port());
    client->subscribe({ "crm", "1001" });
    QVERIFY(client->read().isOk());
    client->get(1, 0, 2); // waits; what follows on this socket waits, too
    client->get(0, { "crm", "1001" });
    test::letServerCatchUp(served.port());
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
    const auto waiting = test::subscribedClient(served.port());
    const auto queued = test::subscribedClient(served.port(), { "example", "2" });
    waiting->get(1, 0, 2);
    queued->get(1, { "example", "2" });
    test::letServerCatchUp(served.port());
    const auto port = served.port();
    served.server.restart();
    QCOMPARE(waiting->read().toText(), "closed");
    QCOMPARE(queued->read().toText(), "closed");
    QCOMPARE(served.port(), port);
    const auto next = test::subscribedClient(port);
    next->get(1); // the monitor is free
    QVERIFY(next->read().isEmptyBatch());
}

void TestEmbeddedServer::restartWithoutCursorLosesNothing()
{
    Served served;
    const auto client = test::subscribedClient(served.port()); // before the first row: no cursor
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
    const auto client = test::subscribedClient(served.port());
    served.server.restart();
    QVERIFY(served.instance->isBlocked());
    QVERIFY(served.instance->store().heldEvents() <= 16);
    auto again = test::subscribedClient(served.port());
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
    const auto lagging = test::subscribedClient(served.port(), { "example", "7" });
    const auto client = test::subscribedClient(served.port());
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
    const auto lagging = test::subscribedClient(served.port(), { "example", "7" });
    const auto client = test::subscribedClient(served.port());
    client->get(1'000);
    QCOMPARE(client->read().batch, 1);
    client->ack(1);
    client->subscribe();
    QVERIFY(client->read().isOk());
    QCOMPARE(served.instance->binlog().first(), 0);
    served.server.restart(); // everybody gets again what the slowest has not acked
    const auto again = test::subscribedClient(served.port());
    again->get(1'000);
    QCOMPARE(again->read().entries, shopEntries());
}

void TestEmbeddedServer::ackedEntriesLeaveTheBinlog()
{
    Served served;
    QVERIFY(served.instance->append(shopEntries()));
    const auto client = test::subscribedClient(served.port());
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
    const auto waiting = test::subscribedClient(served->port());
    const auto queued = test::subscribedClient(served->port(), { "example", "2" });
    waiting->get(1, 60, 3);
    queued->rollback(0, { "example", "2" });
    test::letServerCatchUp(served->port());
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
