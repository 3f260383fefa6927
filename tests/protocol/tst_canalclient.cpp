// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/canalclient.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/entries.h"
#include "tests/support/scriptedserver.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;
using Manners = ScriptedServer::Manners;

namespace {

ClientConfig configFor(const ScriptedServer &server, AccessMode mode = AccessMode::Peek)
{
    ClientConfig config;
    config.host = u"127.0.0.1"_s;
    config.port = server.port();
    config.destination = { u"example"_s, 20001 };
    config.mode = mode;
    config.timeouts.pollFirstMs = 5;
    config.timeouts.pollMostMs = 20;
    config.timeouts.retryFirstMs = 20;
    config.timeouts.retryMostMs = 100;
    return config;
}

// Reports of a client, kept as they come.
struct Reports
{
    explicit Reports(CanalClient &client)
        : failures(&client, &CanalClient::failed)
        , batches(&client, &CanalClient::batchReceived)
        , left(&client, &CanalClient::left)
    { }

    ClientError lastError() const { return failures.last().first().value<ClientError>(); }

    QSignalSpy failures;
    QSignalSpy batches;
    QSignalSpy left;
};

} // namespace

class TestCanalClient : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void streamsBatches();
    void ackAndNextGetLeaveInOneWrite();
    void pausesAfterEmptyAnswers();
    void segmentsMayBeOneByte();
    void heldClientSendsNoGet();
    void heldClientKeepsTheConnectionAlive();
    void peekSaysWhenItPauses();
    void saysWhyItFailed_data();
    void saysWhyItFailed();
    void noticesWhatDoesNotCome_data();
    void noticesWhatDoesNotCome();
    void slowFrameIsLeftAlone();
    void reconnectsAndRollsBack_data();
    void reconnectsAndRollsBack();
    void retriesWithGrowingPauses();
    void doesNotRetryARejectedLogin();
    void retriesADestinationThatIsNotStarted();
    void acksOfAnEndedConnectionAreNotSent();
    void rejectedBatchStaysUnacked();
    void leavesCleanly();
    void leavesAServerThatIsGone();
    void abortsAtOnce();
    void saysWhenAGetIsLate();
    void mayBeDeletedInAnyState_data();
    void mayBeDeletedInAnyState();
};

void TestCanalClient::initTestCase()
{
    qRegisterMetaType<Epoch>();
    qRegisterMetaType<BatchId>();
}

void TestCanalClient::streamsBatches()
{
    ScriptedServer server;
    CanalClient client(configFor(server));
    Reports reports(client);
    client.open();
    QTRY_COMPARE(client.state(), ClientState::Streaming);
    QTRY_COMPARE(server.heard(), (QStringList { u"auth"_s, u"subscribe"_s, u"get 1000"_s }));
    server.send(messagesPacket(1, { endEntry(4) }));
    QTRY_COMPARE(reports.batches.size(), 1);
    QCOMPARE(reports.batches.first().first().value<Epoch>(), Epoch { 1 });
    QTRY_COMPARE(server.heard().size(), 4); // the next GET
}

void TestCanalClient::ackAndNextGetLeaveInOneWrite()
{
    ScriptedServer server;
    CanalClient client(configFor(server, AccessMode::Auto));
    connect(
        &client, &CanalClient::batchReceived, &client,
        [&client](Epoch epoch, const Messages &messages) { client.ack(epoch, messages.batch); });
    client.open();
    QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
    server.send(messagesPacket(1, { endEntry(4) }));
    QTRY_COMPARE(server.reads().last(), u"ack 1+get 1000"_s);
}

void TestCanalClient::pausesAfterEmptyAnswers()
{
    ScriptedServer server;
    server.answerGetsWith(messagesPacket(-1, {}));
    auto config = configFor(server);
    config.timeouts.pollFirstMs = 20;
    config.timeouts.pollMostMs = 100;
    CanalClient client(config);
    QSignalSpy polled(&client, &CanalClient::polled);
    client.open();
    QTRY_COMPARE(client.state(), ClientState::Streaming);
    QElapsedTimer elapsed;
    elapsed.start();
    QTRY_VERIFY(polled.size() >= 5); // after 20 + 40 + 80 + 100 ms, each -20 % at most
    QVERIFY2(elapsed.elapsed() >= 180, qPrintable(QString::number(elapsed.elapsed())));
}

void TestCanalClient::segmentsMayBeOneByte()
{
    ScriptedServer server(Manners::Silent);
    CanalClient client(configFor(server));
    Reports reports(client);
    client.open();
    QTRY_VERIFY(server.isConnected());
    const auto dribble = [&server](const QByteArray &packet) {
        for (const auto byte : encodeFrame(packet)) {
            server.sendRaw(QByteArray(1, byte));
            QCoreApplication::processEvents();
        }
    };
    dribble(handshakePacket());
    dribble(ackPacket());
    dribble(ackPacket());
    QTRY_COMPARE(client.state(), ClientState::Streaming);
    QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
    dribble(messagesPacket(1, { endEntry(4) }));
    QTRY_COMPARE(reports.batches.size(), 1);
}

void TestCanalClient::heldClientSendsNoGet()
{
    ScriptedServer server;
    CanalClient client(configFor(server, AccessMode::Manual));
    client.hold(FetchHold::User);
    QSignalSpy holds(&client, &CanalClient::holdsChanged);
    client.open();
    QTRY_COMPARE(client.state(), ClientState::Streaming);
    QCOMPARE(server.heard().filter(u"get"_s).size(), 0);
    client.hold(FetchHold::StoreFull);
    client.release(FetchHold::User);
    QCOMPARE(holds.last().first().value<FetchHolds>(), FetchHolds(FetchHold::StoreFull));
    client.release(FetchHold::StoreFull);
    QTRY_COMPARE(server.heard().filter(u"get"_s).size(), 1);
}

void TestCanalClient::heldClientKeepsTheConnectionAlive()
{
    ScriptedServer server;
    auto config = configFor(server);
    config.timeouts.keepAliveMs = 20;
    CanalClient client(config);
    client.hold(FetchHold::User);
    client.open();
    QTRY_VERIFY(server.heard().count(u"subscribe"_s) >= 3); // S30: repeated, with ""
    QCOMPARE(client.state(), ClientState::Streaming);
}

void TestCanalClient::peekSaysWhenItPauses()
{
    ScriptedServer server;
    CanalClient client(configFor(server));
    QSignalSpy holds(&client, &CanalClient::holdsChanged);
    client.open();
    QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
    server.send(messagesPacket(1, { QByteArray(serverStoreBytes / 2, 'x') }));
    QTRY_COMPARE(holds.size(), 1);
    QCOMPARE(holds.last().first().value<FetchHolds>(), FetchHolds(FetchHold::PeekLimit));
    client.rollbackAll(); // nothing is held any more: on it goes
    QTRY_COMPARE(server.heard().filter(u"get"_s).size(), 2);
    QCOMPARE(holds.last().first().value<FetchHolds>(), FetchHolds());
}

void TestCanalClient::saysWhyItFailed_data()
{
    QTest::addColumn<QString>("fault");
    QTest::addColumn<ClientError::Kind>("kind");
    QTest::addColumn<bool>("retries");
    using enum ClientError::Kind;
    QTest::newRow("refused") << u"refused"_s << Refused << true;
    QTest::newRow("host") << u"host"_s << HostNotFound << true;
    QTest::newRow("closed at once") << u"close"_s << Closed << true;
    QTest::newRow("closed after login") << u"closeAfterLogin"_s << Closed << false;
    QTest::newRow("HTTP") << u"http"_s << NotCanal << false;
    QTest::newRow("login rejected") << u"auth"_s << AuthRejected << false;
    QTest::newRow("garbage") << u"garbage"_s << BadPacket << false;
    QTest::newRow("closed while streaming") << u"closeStreaming"_s << Closed << true;
}

void TestCanalClient::saysWhyItFailed()
{
    QFETCH(QString, fault);
    QFETCH(ClientError::Kind, kind);
    QFETCH(bool, retries);
    ScriptedServer server(fault == u"close" || fault == u"http" ? Manners::Silent
                              : fault == u"auth" || fault.endsWith(u"Login"_s)
                              ? Manners::Handshake
                              : Manners::Subscribe);
    auto config = configFor(server);
    config.timeouts.retryFirstMs = 60'000;
    config.timeouts.retryMostMs = 60'000;
    if (fault == u"host")
        config.host = u"no.such.host.invalid"_s;
    if (fault == u"refused")
        server.stopListening();
    CanalClient client(config);
    Reports reports(client);
    client.open();
    if (fault == u"refused" || fault == u"host") {
        QTRY_COMPARE(reports.failures.size(), 1);
    } else {
        QTRY_VERIFY(server.isConnected());
        if (fault == u"auth" || fault == u"closeAfterLogin")
            QTRY_VERIFY(server.heard().contains(u"auth"_s));
        if (fault == u"garbage" || fault == u"closeStreaming")
            QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
        if (fault == u"http")
            server.sendRaw("HTTP/1.1 400 Bad Request\r\n\r\n");
        else if (fault == u"auth")
            server.send(ackPacket(400, "auth failed for user:"));
        else if (fault == u"garbage")
            server.send("\xff\xff\xff");
        else
            server.closeConnection();
    }
    QTRY_COMPARE(reports.failures.size(), 1);
    QCOMPARE(reports.lastError().kind, kind);
    QCOMPARE(client.state(), retries ? ClientState::Waiting : ClientState::Failed);
    QTRY_VERIFY(!server.isConnected());
}

void TestCanalClient::noticesWhatDoesNotCome_data()
{
    QTest::addColumn<Manners>("manners");
    QTest::addColumn<ClientState>("during");
    QTest::newRow("handshake") << Manners::Silent << ClientState::AwaitingHandshake;
    QTest::newRow("login") << Manners::Handshake << ClientState::Authenticating;
    QTest::newRow("subscription") << Manners::Login << ClientState::Subscribing;
    QTest::newRow("batch") << Manners::Subscribe << ClientState::Streaming;
}

void TestCanalClient::noticesWhatDoesNotCome()
{
    QFETCH(Manners, manners);
    QFETCH(ClientState, during);
    ScriptedServer server(manners);
    auto config = configFor(server);
    config.timeouts.handshakeMs = config.timeouts.authMs = 50;
    config.timeouts.subscribeMs = config.timeouts.getMs = 50;
    config.timeouts.retryFirstMs = config.timeouts.retryMostMs = 60'000;
    CanalClient client(config);
    Reports reports(client);
    client.open();
    QTRY_COMPARE(reports.failures.size(), 1);
    QCOMPARE(reports.lastError().kind, ClientError::Kind::Timeout);
    QCOMPARE(reports.lastError().during, during);
    QCOMPARE(client.state(), ClientState::Waiting);
}

void TestCanalClient::slowFrameIsLeftAlone()
{
    // A frame that grows is no silence, even when the whole takes longer than a GET may.
    ScriptedServer server;
    auto config = configFor(server);
    config.timeouts.getMs = 100;
    config.timeouts.frameMs = 300;
    CanalClient client(config);
    Reports reports(client);
    client.open();
    QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
    const auto frame = encodeFrame(messagesPacket(1, { QByteArray(300, 'x') }));
    QElapsedTimer elapsed;
    elapsed.start();
    for (qsizetype at = 0; at < frame.size(); at += 10) {
        server.sendRaw(frame.mid(at, 10));
        QTRY_VERIFY_WITH_TIMEOUT(elapsed.elapsed() >= at, 5'000); // 10 ms a piece
    }
    QTRY_COMPARE(reports.batches.size(), 1);
    QVERIFY(elapsed.elapsed() > config.timeouts.getMs);
    QCOMPARE(reports.failures.size(), 0);

    QTRY_COMPARE(server.heard().filter(u"get"_s).size(), 2);
    server.sendRaw(frame.first(100)); // and then nothing more
    QTRY_COMPARE(reports.failures.size(), 1);
    QCOMPARE(reports.lastError().kind, ClientError::Kind::Timeout);
}

void TestCanalClient::reconnectsAndRollsBack_data()
{
    QTest::addColumn<bool>("reset");
    QTest::addColumn<bool>("holds");
    QTest::addRow("FIN, nothing held") << false << false;
    QTest::addRow("FIN, batch held") << false << true;
    QTest::addRow("RST, batch held") << true << true;
}

void TestCanalClient::reconnectsAndRollsBack()
{
    QFETCH(bool, reset);
    QFETCH(bool, holds);
    ScriptedServer server;
    server.answerGetsWith(holds ? QByteArray() : messagesPacket(-1, {}));
    auto config = configFor(server);
    config.timeouts.pollFirstMs = config.timeouts.pollMostMs = 60'000; // no GET in flight
    CanalClient client(config);
    Reports reports(client);
    QSignalSpy polled(&client, &CanalClient::polled);
    QSignalSpy ended(&client, &CanalClient::connectionEnded);
    client.open();
    if (holds) {
        QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
        server.send(messagesPacket(1, { endEntry(4) }));
        QTRY_COMPARE(reports.batches.size(), 1);
    } else {
        QTRY_COMPARE(polled.size(), 1);
    }
    server.takeHeard();
    if (reset)
        server.resetConnection();
    else
        server.closeConnection();
    QTRY_COMPARE(server.connections(), 2);
    QTRY_COMPARE(client.state(), ClientState::Streaming);
    QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
    QCOMPARE(server.heard().contains(u"rollback 0"_s), holds);
    if (holds)
        QVERIFY(server.heard().indexOf(u"rollback 0"_s)
                < server.heard().lastIndexOf(u"get 1000"_s));
    QCOMPARE(ended.size(), 1);
    QCOMPARE(ended.first().first().value<Epoch>(), Epoch { 1 });
}

void TestCanalClient::retriesWithGrowingPauses()
{
    ScriptedServer server;
    server.stopListening();
    CanalClient client(configFor(server));
    QSignalSpy retries(&client, &CanalClient::retryScheduled);
    client.open();
    QTRY_VERIFY(retries.size() >= 4);
    QList<int> pauses;
    for (const auto &retry : retries)
        pauses.append(retry.first().toInt());
    QVERIFY(pauses[0] >= 16 && pauses[0] <= 24);
    QVERIFY(pauses[1] >= 32 && pauses[1] <= 48);
    QVERIFY(pauses[3] >= 80 && pauses[3] <= 120); // the most
    server.listenAgain();
    QTRY_COMPARE(client.state(), ClientState::Streaming);
}

void TestCanalClient::doesNotRetryARejectedLogin()
{
    ScriptedServer server(Manners::Handshake);
    CanalClient client(configFor(server));
    Reports reports(client);
    QSignalSpy retries(&client, &CanalClient::retryScheduled);
    client.open();
    QTRY_VERIFY(server.heard().contains(u"auth"_s));
    // Up to 1.1.7 an OK follows, and SUBSCRIBE would work (S1).
    server.sendRaw(encodeFrame(ackPacket(400, "auth failed for user:")) + encodeFrame(ackPacket()));
    QTRY_COMPARE(reports.failures.size(), 1);
    QTRY_VERIFY(!server.isConnected());
    QCOMPARE(retries.size(), 0);
    QCOMPARE(server.heard(), QStringList { u"auth"_s });
    QCOMPARE(client.state(), ClientState::Failed);
    server.setManners(Manners::Subscribe);
    client.open(); // the user tries again
    QTRY_COMPARE(client.state(), ClientState::Streaming);
}

void TestCanalClient::retriesADestinationThatIsNotStarted()
{
    ScriptedServer server(Manners::Login);
    CanalClient client(configFor(server));
    Reports reports(client);
    client.open();
    QTRY_VERIFY(server.heard().contains(u"subscribe"_s));
    server.send(ackPacket(400,
                          "something goes wrong with channel:[], exception=x.CanalServerException: "
                          "destination:example should start first"));
    QTRY_COMPARE(reports.failures.size(), 1);
    QCOMPARE(reports.lastError().complaint, ServerComplaint::NotStarted);
    server.setManners(Manners::Subscribe);
    QTRY_COMPARE(client.state(), ClientState::Streaming);
}

void TestCanalClient::acksOfAnEndedConnectionAreNotSent()
{
    ScriptedServer server;
    CanalClient client(configFor(server, AccessMode::Manual));
    Reports reports(client);
    client.open();
    QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
    server.send(messagesPacket(1, { endEntry(4) }));
    QTRY_COMPARE(reports.batches.size(), 1);
    server.closeConnection();
    QTRY_COMPARE(server.connections(), 2);
    QTRY_COMPARE(server.heard().filter(u"get"_s).size(), 3);
    server.send(messagesPacket(1, { endEntry(4) })); // the same id, after a restart of the server
    QTRY_COMPARE(reports.batches.size(), 2);
    QTest::ignoreMessage(QtWarningMsg, "ack of batch 1 belongs to an ended connection");
    client.ack(Epoch { 1 }, BatchId { 1 });
    client.ack(Epoch { 2 }, BatchId { 1 });
    QTRY_COMPARE(server.heard().count(u"ack 1"_s), 1);
}

void TestCanalClient::rejectedBatchStaysUnacked()
{
    ScriptedServer server;
    CanalClient client(configFor(server, AccessMode::Auto));
    Reports reports(client);
    connect(&client, &CanalClient::batchReceived, &client,
            [&client] { client.rejectBatch(u"entry 1 cannot be read"_s); });
    client.open();
    QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
    server.send(messagesPacket(1, { "\xff" }));
    QTRY_COMPARE(reports.failures.size(), 1);
    QCOMPARE(reports.lastError().kind, ClientError::Kind::BadEntry);
    QCOMPARE(client.state(), ClientState::Failed); // no loop
    QTRY_VERIFY(!server.isConnected());
    QVERIFY(!server.heard().contains(u"ack 1"_s));
}

void TestCanalClient::leavesCleanly()
{
    ScriptedServer server;
    CanalClient client(configFor(server));
    Reports reports(client);
    client.open();
    QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
    server.send(messagesPacket(1, { endEntry(4) }));
    QTRY_COMPARE(server.heard().filter(u"get"_s).size(), 2);
    client.leave(Leave::GiveBack);
    QCOMPARE(client.state(), ClientState::Leaving);
    server.send(messagesPacket(-1, {})); // the answer to the GET in flight
    QTRY_COMPARE(reports.left.size(), 1);
    QCOMPARE(reports.left.first().first().value<Departure>(), Departure::Clean);
    QCOMPARE(server.heard().last(2), (QStringList { u"rollback 0"_s, u"unsubscribe"_s }));
    QCOMPARE(client.state(), ClientState::Idle);
    QTRY_VERIFY(!server.isConnected());
    QCOMPARE(reports.failures.size(), 0);
}

void TestCanalClient::leavesAServerThatIsGone()
{
    ScriptedServer server;
    auto config = configFor(server);
    config.timeouts.leaveMs = 50;
    CanalClient client(config);
    Reports reports(client);
    client.open();
    QTRY_VERIFY(server.heard().contains(u"get 1000"_s)); // never answered
    client.leave(Leave::GiveBack);
    QTRY_COMPARE(reports.left.size(), 1);
    QCOMPARE(reports.left.first().first().value<Departure>(), Departure::MayHoldBatches);
    QTRY_COMPARE(server.heard().last(2), (QStringList { u"rollback 0"_s, u"unsubscribe"_s }));
}

void TestCanalClient::abortsAtOnce()
{
    ScriptedServer server;
    CanalClient client(configFor(server));
    client.open();
    QTRY_COMPARE(client.state(), ClientState::Streaming);
    client.abort();
    QCOMPARE(client.state(), ClientState::Idle);
    QTRY_VERIFY(!server.isConnected());
}

void TestCanalClient::saysWhenAGetIsLate()
{
    ScriptedServer server;
    auto config = configFor(server);
    config.timeouts.getMs = 200;
    CanalClient client(config);
    QSignalSpy late(&client, &CanalClient::getUnanswered);
    Reports reports(client);
    client.open();
    QTRY_COMPARE(late.size(), 1);
    QCOMPARE(reports.failures.size(), 0);
}

void TestCanalClient::mayBeDeletedInAnyState_data()
{
    QTest::addColumn<ClientState>("state");
    QTest::newRow("Idle") << ClientState::Idle;
    QTest::newRow("Connecting") << ClientState::Connecting;
    QTest::newRow("AwaitingHandshake") << ClientState::AwaitingHandshake;
    QTest::newRow("Streaming") << ClientState::Streaming;
    QTest::newRow("Leaving") << ClientState::Leaving;
    QTest::newRow("Waiting") << ClientState::Waiting;
}

void TestCanalClient::mayBeDeletedInAnyState()
{
    QFETCH(ClientState, state);
    ScriptedServer server(state == ClientState::AwaitingHandshake ? Manners::Silent
                                                                  : Manners::Subscribe);
    auto config = configFor(server);
    config.timeouts.retryFirstMs = config.timeouts.retryMostMs = 60'000;
    if (state == ClientState::Waiting)
        server.stopListening();
    auto client = std::make_unique<CanalClient>(config);
    if (state != ClientState::Idle)
        client->open();
    if (state == ClientState::Leaving) {
        QTRY_COMPARE(client->state(), ClientState::Streaming);
        QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
        client->leave(Leave::GiveBack);
    }
    QTRY_COMPARE(client->state(), state);
    client.reset();
    QTRY_VERIFY(!server.isConnected());
}

QTEST_GUILESS_MAIN(TestCanalClient)
#include "tst_canalclient.moc"
