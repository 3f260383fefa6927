// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>
#include <QtEndian>

#include "tests/support/rawclient.h"
#include "tests/support/served.h"
#include <sys/socket.h>

using namespace canal;
using namespace canal::server;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray prefix(qint32 length)
{
    QByteArray bytes(4, '\0');
    qToBigEndian(length, bytes.data());
    return bytes;
}

ServerConfig withAccount(RejectedLogin rejected = RejectedLogin::Error)
{
    ServerConfig config;
    config.connection.session.account = { "canal", "E3619321C1A937C46A0D8BD1DAC39F93B27D4458" };
    config.connection.session.rejectedLogin = rejected;
    return config;
}

} // namespace

class TestServerConnection : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }
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
    void idleReaderIsClosedWithBytesUnsent();
    void trafficKeepsTheConnection();
    void idleCloseLeavesTheWaitGoing();
};

void TestServerConnection::handshakeCarriesAFreshSeed()
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
void TestServerConnection::rejectedLoginIsReadOn()
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

void TestServerConnection::rejectedLoginAsUpTo117LetsIn()
{
    Served served(withAccount(RejectedLogin::ErrorThenOk));
    RawClient client(served.port());
    client.login("canal", client.scrambled("wrong"));
    QCOMPARE(client.read().toText(), "error 400 auth failed for user:canal");
    QCOMPARE(client.read().toText(), "ok");
    client.subscribe();
    QCOMPARE(client.read().toText(), "ok");
}

void TestServerConnection::requestUpToTheLimitIsAnswered()
{
    ServerConfig config;
    config.connection.requestBytes = 5'000;
    Served served(config);
    const auto client = subscribedClient(served.port());
    client->sendFrame("\x2a\x85\x27" + QByteArray(4'997, 'x')); // body of 4,997 bytes, no type
    QCOMPARE(client->read().toText(),
             "error 400 packet type=PACKAGETYPECOMPATIBLEPROTO2 is NOT supported!");
    client->get(1);
    QVERIFY(client->read().isEmptyBatch());
}

void TestServerConnection::tooLongRequestIsThrownAway_data()
{
    QTest::addColumn<int>("length");
    QTest::newRow("just over") << 5'001;
    QTest::newRow("2 GiB") << std::numeric_limits<int>::max();
    QTest::newRow("HTTP") << 0x47455420;
}

// No answer, as from a real server, but nothing is kept either (S24).
void TestServerConnection::tooLongRequestIsThrownAway()
{
    QFETCH(int, length);
    ServerConfig config;
    config.connection.requestBytes = 5'000;
    Served served(config);
    RawClient client(served.port());
    client.sendBytes(prefix(length) + QByteArray(4'000, 'x'));
    letServerCatchUp(served.port());
    QCoreApplication::processEvents();
    QVERIFY(!client.hasAnswer());
    client.sendBytes(QByteArray(6'000, 'x'));
    QCOMPARE(client.read().toText(), "closed");
}

void TestServerConnection::requestsBeforeTheEndOfTheStreamAreAnswered()
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

void TestServerConnection::slowReaderIsNotServedFurther()
{
    constexpr int rows = 60;
    ServerConfig config;
    config.connection.unsentBytes = megabyte;
    DestinationConfig destination;
    destination.ring.memUnit = 8 * 1024;
    Served served(config, destination);
    QVERIFY(served.instance->append(megabyteRows(rows)));
    const auto client = subscribedClient(served.port());
    client->socket().setReadBufferSize(1024);
    for (int i = 0; i < 2 * rows; ++i)
        client->get(0); // one entry
    letServerCatchUp(served.port());
    QVERIFY(served.instance->store().getSequence() < 2 * rows - 1); // the kernel holds some
    client->socket().setReadBufferSize(0);
    for (int i = 0; i < 2 * rows; ++i)
        QCOMPARE(client->read().batch, i + 1);
}

void TestServerConnection::idleConnectionIsClosed_data()
{
    QTest::addColumn<int>("readMs");
    QTest::addColumn<int>("writeMs");
    QTest::newRow("nothing read") << 100 << 60'000;
    QTest::newRow("nothing written") << 60'000 << 100;
}

void TestServerConnection::idleConnectionIsClosed()
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

void TestServerConnection::idleReaderIsClosedWithBytesUnsent()
{
    DestinationConfig destination;
    destination.ring.memUnit = 8 * 1024;
    Served served({}, destination);
    QVERIFY(served.instance->append(megabyteRows(30)));
    RawClient client(served.port());
    client.loginWithTimeouts(60'000, 300);
    QVERIFY(client.read().isOk());
    client.subscribe();
    QVERIFY(client.read().isOk());
    client.socket().setReadBufferSize(1024);
    for (int i = 0; i < 60; ++i)
        client.get(0);
    QTRY_COMPARE(served.server.connectionCount(), 0);
}

void TestServerConnection::trafficKeepsTheConnection()
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

void TestServerConnection::idleCloseLeavesTheWaitGoing()
{
    Served served;
    RawClient client(served.port());
    client.loginWithTimeouts(100, 100);
    QCOMPARE(client.read().toText(), "ok");
    client.subscribe();
    QCOMPARE(client.read().toText(), "ok");
    client.get(1, 0, 2);
    client.subscribe({ "example", "7" });
    QCOMPARE(client.read().toText(), "closed");
    QCOMPARE(served.server.connectionCount(), 1); // what it asked for is not done
    const auto other = subscribedClient(served.port());
    QVERIFY(served.instance->append(shopEntries()));
    other->ack(1); // the batch of the one who has gone
    other->get(0);
    QCOMPARE(other->read().batch, 2);
    other->get(0, { "example", "7" }); // subscribed by what came behind the wait
    QCOMPARE(other->read().batch, 1);
    QTRY_COMPARE(served.server.connectionCount(), 1);
}

QTEST_GUILESS_MAIN(TestServerConnection)
#include "tst_serverconnection.moc"
