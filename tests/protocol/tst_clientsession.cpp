// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/clientsession.h"

#include <QTest>

#include "tests/support/entries.h"
#include "tests/support/recordingsink.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

ClientConfig configOf(AccessMode mode)
{
    ClientConfig config;
    config.destination = { u"example"_s, 20001 };
    config.mode = mode;
    return config;
}

// A session with the server's words put into its ear.
struct Dialogue
{
    explicit Dialogue(ClientConfig config)
        : session(std::move(config), sink)
    { }

    QStringList hear(const QByteArray &packet)
    {
        session.bytesReceived(encodeFrame(packet));
        return sink.take();
    }
    QStringList hearError(const QByteArray &exception)
    {
        return hear(
            ackPacket(400, "something goes wrong with channel:[id: 1], exception=" + exception));
    }
    void subscribe()
    {
        session.connecting();
        session.connected();
        hear(handshakePacket());
        hear(ackPacket());
    }
    void stream()
    {
        subscribe();
        hear(ackPacket());
    }
    void fetchBatch(qint64 id, const QList<QByteArray> &entries = { endEntry(4) })
    {
        session.fetch();
        hear(messagesPacket(id, entries));
    }

    RecordingSink sink;
    ClientSession session;
};

QString kind(ClientError::Kind kind) { return u"failed %1"_s.arg(static_cast<int>(kind)); }

} // namespace

class TestClientSession : public QObject
{
    Q_OBJECT

private slots:
    void attachesInTheOnlySafeOrder();
    void neverRollsBackAFreshIdOfOurOwn();
    void rollsBackAnIdTheUserGave();
    void rollsBackAfterAnUncleanEnd();
    void rollsBackAfterALostConnectionThatHeldSomething_data();
    void rollsBackAfterALostConnectionThatHeldSomething();
    void sendsTheFilterOnlyWhenAsked();
    void passwordNeverLeavesReadable();
    void rejectedLoginIsNotUsedEvenIfTheServerWouldLetIn();
    void refusesAPeerThatIsNotCanal_data();
    void refusesAPeerThatIsNotCanal();
    void deliversBatches();
    void acksOldestFirst();
    void ackIsConfirmedByTheNextAnswer();
    void lateErrorBelongsToTheAck_data();
    void lateErrorBelongsToTheAck();
    void errorOnGetIsNotABatch();
    void rollbackForgetsAllUnacked();
    void refusesWhatDoesNotBelong_data();
    void refusesWhatDoesNotBelong();
    void refusesBatchIds_data();
    void refusesBatchIds();
    void peekPausesAtHalfOfTheServersStore_data();
    void peekPausesAtHalfOfTheServersStore();
    void peekNeverAsksForMoreThanItMayHold();
    void otherModesDoNotPause();
    void waitsForAcksWhenToldTo();
    void clampsTheFetchSize_data();
    void clampsTheFetchSize();
    void givesBackOnLeaving_data();
    void givesBackOnLeaving();
    void lastAckIsConfirmedBeforeLeaving_data();
    void lastAckIsConfirmedBeforeLeaving();
    void batchOfAGetInFlightGoesBackToo();
    void leavesInSpiteOfAnUnansweredGet();
    void leavesWhileSubscribing();
    void frameLimitGrowsWithTrust();
    void notStartedIsWorthARetry();
    void errorTextIsClipped();
};

void TestClientSession::attachesInTheOnlySafeOrder()
{
    Dialogue d(configOf(AccessMode::Peek));
    d.session.connecting();
    d.session.connected();
    QCOMPARE(d.sink.take(), (QStringList { u"state Connecting"_s, u"state AwaitingHandshake"_s }));
    QCOMPARE(d.hear(handshakePacket()), (QStringList { u"state Authenticating"_s, u"auth"_s }));
    QCOMPARE(d.hear(ackPacket()), (QStringList { u"state Subscribing"_s, u"subscribe"_s }));
    QCOMPARE(d.hear(ackPacket()), QStringList { u"state Streaming"_s });
    d.session.fetch();
    QCOMPARE(d.sink.take(), QStringList { u"get 1000"_s });
}

void TestClientSession::neverRollsBackAFreshIdOfOurOwn()
{
    Dialogue d(configOf(AccessMode::Auto));
    d.subscribe();
    QCOMPARE(d.hear(ackPacket()), QStringList { u"state Streaming"_s });
}

void TestClientSession::rollsBackAnIdTheUserGave()
{
    auto config = configOf(AccessMode::Peek);
    config.ownClientId = false;
    Dialogue d(config);
    d.subscribe();
    QCOMPARE(d.hear(ackPacket()), (QStringList { u"rollback 0"_s, u"state Streaming"_s }));
}

void TestClientSession::rollsBackAfterAnUncleanEnd()
{
    auto config = configOf(AccessMode::Peek);
    config.rollbackOnAttach = true;
    Dialogue d(config);
    d.subscribe();
    QCOMPARE(d.hear(ackPacket()), (QStringList { u"rollback 0"_s, u"state Streaming"_s }));
}

void TestClientSession::rollsBackAfterALostConnectionThatHeldSomething_data()
{
    QTest::addColumn<QString>("held");
    QTest::addColumn<bool>("rollsBack");
    QTest::newRow("nothing") << u""_s << false;
    QTest::newRow("empty answer") << u"polled"_s << false;
    QTest::newRow("GET in flight") << u"get"_s << true;
    QTest::newRow("un-acked batch") << u"batch"_s << true;
    QTest::newRow("ack in flight") << u"ack"_s << true;
}

void TestClientSession::rollsBackAfterALostConnectionThatHeldSomething()
{
    QFETCH(QString, held);
    QFETCH(bool, rollsBack);
    Dialogue d(configOf(AccessMode::Manual));
    d.stream();
    if (held == u"polled") {
        d.session.fetch();
        d.hear(messagesPacket(-1, {}));
    } else if (held == u"get") {
        d.session.fetch();
    } else if (held == u"batch" || held == u"ack") {
        d.fetchBatch(1);
    }
    if (held == u"ack")
        QVERIFY(bool(d.session.ack(BatchId { 1 })));
    d.session.closed();
    QCOMPARE(d.session.state(), ClientState::Waiting);
    d.subscribe();
    QCOMPARE(d.hear(ackPacket()).contains(u"rollback 0"_s), rollsBack);
}

void TestClientSession::sendsTheFilterOnlyWhenAsked()
{
    auto config = configOf(AccessMode::Peek);
    config.filter = u"shop\\..*"_s;
    Dialogue d(config);
    d.session.connecting();
    d.session.connected();
    d.hear(handshakePacket());
    QVERIFY(d.hear(ackPacket()).contains(u"subscribe shop\\..*"_s));
    d.hear(ackPacket());
    d.session.keepAlive(); // never the filter again: it would be set once more for everybody
    QCOMPARE(d.sink.take(), QStringList { u"subscribe"_s });
}

void TestClientSession::passwordNeverLeavesReadable()
{
    auto config = configOf(AccessMode::Peek);
    config.password = Secret("S3cr3t-CANARY");
    for (const int seedBytes : { 0, 1, 7, 8, 9, 64 }) {
        Dialogue d(config);
        d.session.connecting();
        d.session.connected();
        const auto events = d.hear(handshakePacket(QByteArray(seedBytes, 'x')));
        QVERIFY(!d.sink.sentBytes.contains("S3cr3t"));
        if (seedBytes == 8) {
            QVERIFY(events.contains(u"auth"_s));
        } else {
            QVERIFY(d.sink.sentBytes.isEmpty());
            QCOMPARE(d.sink.lastError.kind, ClientError::Kind::NoSeed);
            QCOMPARE(d.session.state(), ClientState::Failed);
        }
    }
}

void TestClientSession::rejectedLoginIsNotUsedEvenIfTheServerWouldLetIn()
{
    // S1: up to 1.1.7 the error is followed by an OK, and SUBSCRIBE would work.
    Dialogue d(configOf(AccessMode::Peek));
    d.session.connecting();
    d.session.connected();
    d.hear(handshakePacket());
    d.session.bytesReceived(encodeFrame(ackPacket(400, "auth failed for user:ann"))
                            + encodeFrame(ackPacket()));
    QCOMPARE(d.sink.take(),
             (QStringList { u"state Failed"_s, kind(ClientError::Kind::AuthRejected) }));
    QCOMPARE(d.sink.lastError.complaint, ServerComplaint::AuthFailed);
    QCOMPARE(d.sink.lastError.serverCode, 400);
}

void TestClientSession::refusesAPeerThatIsNotCanal_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("HTTP") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
    QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2\r\n");
    QTest::newRow("MySQL") << QByteArray::fromHex("4a0000000a352e372e3333");
    QTest::newRow("TLS") << QByteArray::fromHex("160303007a020000760303");
    QTest::newRow("Redis") << QByteArray("-ERR unknown command\r\n");
    QTest::newRow("SMTP") << QByteArray("220 mail.example.org ESMTP\r\n");
    QTest::newRow("0xff") << QByteArray(64, '\xff');
    QTest::newRow("zero") << QByteArray(64, '\0');
    QTest::newRow("batch first") << encodeFrame(messagesPacket(1, {}));
    QTest::newRow("ack first") << encodeFrame(ackPacket());
    QTest::newRow("handshake too large") << encodeFrame(QByteArray(5000, 'x'));
}

void TestClientSession::refusesAPeerThatIsNotCanal()
{
    QFETCH(QByteArray, bytes);
    Dialogue d(configOf(AccessMode::Peek));
    d.session.connecting();
    d.session.connected();
    d.sink.take();
    d.session.bytesReceived(bytes);
    QCOMPARE(d.sink.take(), (QStringList { u"state Failed"_s, kind(ClientError::Kind::NotCanal) }));
    QVERIFY(d.sink.sentBytes.isEmpty());
}

void TestClientSession::deliversBatches()
{
    Dialogue d(configOf(AccessMode::Peek));
    d.stream();
    d.session.fetch();
    QCOMPARE(d.session.fetchBlock(), FetchBlock::InFlight);
    d.session.fetch(); // one at a time
    QCOMPARE(d.sink.take(), QStringList { u"get 1000"_s });
    QCOMPARE(d.hear(messagesPacket(-1, {})), QStringList { u"polled"_s });
    d.session.fetch();
    d.sink.take();
    const auto entry = endEntry(4);
    QCOMPARE(d.hear(messagesPacket(1, { entry })), QStringList { u"batch 1"_s });
    QCOMPARE(d.session.unackedBatches(), 1);
    QCOMPARE(d.session.unackedBytes(), entry.size());
    QCOMPARE(d.session.unackedEntries(), 1);
    QCOMPARE(d.session.fetchBlock(), FetchBlock::None);
}

void TestClientSession::acksOldestFirst()
{
    Dialogue d(configOf(AccessMode::Manual));
    d.stream();
    QCOMPARE(d.session.ack(BatchId { 1 }).error(), AckRefusal::Unknown);
    d.fetchBatch(1);
    d.fetchBatch(2);
    QCOMPARE(d.session.ack(BatchId { 2 }).error(), AckRefusal::NotOldest);
    QCOMPARE(d.session.ack(BatchId { 3 }).error(), AckRefusal::Unknown);
    QCOMPARE(d.sink.take(), QStringList());
    QVERIFY(bool(d.session.ack(BatchId { 1 })));
    QCOMPARE(d.sink.take(), (QStringList { u"ack 1"_s, u"acked 1"_s }));
    QCOMPARE(d.session.ack(BatchId { 1 }).error(), AckRefusal::Unknown);
    QVERIFY(bool(d.session.ack(BatchId { 2 })));
    d.session.closed();
    QCOMPARE(d.session.ack(BatchId { 2 }).error(), AckRefusal::NotStreaming);
}

void TestClientSession::ackIsConfirmedByTheNextAnswer()
{
    Dialogue d(configOf(AccessMode::Auto));
    d.stream();
    d.fetchBatch(1);
    d.fetchBatch(2);
    QVERIFY(bool(d.session.ack(BatchId { 1 })));
    d.session.fetch();
    QVERIFY(bool(d.session.ack(BatchId { 2 })));
    d.sink.take();
    QCOMPARE(d.hear(messagesPacket(-1, {})), (QStringList { u"confirmed 1"_s, u"polled"_s }));
    d.session.fetch();
    d.sink.take();
    QCOMPARE(d.hear(messagesPacket(3, { endEntry(9) })),
             (QStringList { u"confirmed 2"_s, u"batch 3"_s }));
}

void TestClientSession::lateErrorBelongsToTheAck_data()
{
    QTest::addColumn<QByteArray>("exception");
    QTest::addColumn<ServerComplaint>("complaint");
    QTest::newRow("not firstly") << QByteArray(
        "x.CanalMetaManagerException: batchId:2 is not the firstly:1")
                                 << ServerComplaint::NotOldestBatch;
    QTest::newRow("not exist") << QByteArray("x.CanalServerException: ack error , clientId:1 "
                                             "batchId:2 is not exist , please check")
                               << ServerComplaint::AckOfUnknownBatch;
    QTest::newRow("no match") << QByteArray("x.CanalStoreException: no match ack positionLogPos")
                              << ServerComplaint::AckPositionGone;
}

void TestClientSession::lateErrorBelongsToTheAck()
{
    QFETCH(QByteArray, exception);
    QFETCH(ServerComplaint, complaint);
    Dialogue d(configOf(AccessMode::Manual));
    d.stream();
    d.fetchBatch(1);
    d.fetchBatch(2);
    QVERIFY(bool(d.session.ack(BatchId { 1 })));
    QVERIFY(bool(d.session.ack(BatchId { 2 })));
    d.session.fetch();
    d.sink.take();
    const auto events = d.hearError(exception); // before the GET's answer
    const bool namesBatch = complaint != ServerComplaint::AckPositionGone;
    const auto blamed = namesBatch ? u"ackfailed 2"_s : u"ackfailed 1"_s;
    QVERIFY2(events.contains(blamed), qPrintable(events.join(u", "_s)));
    QCOMPARE(events.contains(u"confirmed 1"_s), namesBatch);
    QCOMPARE(d.sink.lastError.complaint, complaint);
    QCOMPARE(d.session.state(), ClientState::Waiting); // renewed, and then rolled back
    d.subscribe();
    QVERIFY(d.hear(ackPacket()).contains(u"rollback 0"_s));
}

void TestClientSession::errorOnGetIsNotABatch()
{
    Dialogue d(configOf(AccessMode::Manual));
    d.stream();
    d.session.fetch();
    d.sink.take();
    const auto events
        = d.hearError("x.CanalServerException: ClientIdentity:1 should subscribe first");
    QCOMPARE(events, (QStringList { u"state Waiting"_s, kind(ClientError::Kind::ServerRejected) }));
    QCOMPARE(d.sink.lastError.complaint, ServerComplaint::NotSubscribed);
}

void TestClientSession::rollbackForgetsAllUnacked()
{
    Dialogue d(configOf(AccessMode::Manual));
    d.stream();
    d.fetchBatch(1);
    d.fetchBatch(2);
    d.sink.take();
    d.session.rollbackAll();
    QCOMPARE(d.sink.take(), (QStringList { u"rollback 0"_s, u"rolledback"_s }));
    QCOMPARE(d.session.unackedBatches(), 0);
    QCOMPARE(d.session.unackedBytes(), 0);
    QCOMPARE(d.session.ack(BatchId { 1 }).error(), AckRefusal::Unknown);
    d.fetchBatch(3);
    QVERIFY(bool(d.session.ack(BatchId { 3 })));
}

void TestClientSession::refusesWhatDoesNotBelong_data()
{
    QTest::addColumn<QByteArray>("packet");
    QTest::addColumn<bool>("getSent");
    QTest::newRow("batch without GET") << messagesPacket(1, { endEntry(4) }) << false;
    QTest::newRow("empty answer without GET") << messagesPacket(-1, {}) << false;
    QTest::newRow("handshake again") << handshakePacket() << false;
    QTest::newRow("OK without request") << ackPacket() << false;
    QTest::newRow("OK for a GET") << ackPacket() << true;
    QTest::newRow("handshake for a GET") << handshakePacket() << true;
    QTest::newRow("compressed") << QByteArray::fromHex("18072002") << true;
    QTest::newRow("no packet") << QByteArray("\xff\xff") << true;
    QTest::newRow("empty frame") << QByteArray() << true;
}

void TestClientSession::refusesWhatDoesNotBelong()
{
    QFETCH(QByteArray, packet);
    QFETCH(bool, getSent);
    Dialogue d(configOf(AccessMode::Auto));
    d.stream();
    if (getSent)
        d.session.fetch();
    d.sink.take();
    QCOMPARE(d.hear(packet),
             (QStringList { u"state Failed"_s, kind(ClientError::Kind::BadPacket) }));
}

void TestClientSession::refusesBatchIds_data()
{
    QTest::addColumn<qint64>("id");
    QTest::addColumn<bool>("taken");
    QTest::newRow("0") << qint64(0) << false;
    QTest::newRow("-2") << qint64(-2) << false;
    QTest::newRow("-1 with entries") << qint64(-1) << false;
    QTest::newRow("the same again") << qint64(5) << false;
    QTest::newRow("a smaller one") << qint64(4) << false;
    QTest::newRow("the next") << qint64(6) << true;
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << true;
}

void TestClientSession::refusesBatchIds()
{
    QFETCH(qint64, id);
    QFETCH(bool, taken);
    Dialogue d(configOf(AccessMode::Auto));
    d.stream();
    d.fetchBatch(5);
    d.session.fetch();
    d.hear(messagesPacket(id, { endEntry(4) }));
    QCOMPARE(d.session.state() == ClientState::Streaming, taken);
}

void TestClientSession::peekPausesAtHalfOfTheServersStore_data()
{
    QTest::addColumn<qint64>("entries");
    QTest::addColumn<qint64>("bytes");
    QTest::addColumn<FetchBlock>("block");
    const auto half = serverStoreBytes / 2;
    QTest::newRow("little") << qint64(1) << qint64(100) << FetchBlock::None;
    QTest::newRow("one byte below") << qint64(1) << half - 1 << FetchBlock::None;
    QTest::newRow("half the bytes") << qint64(1) << half << FetchBlock::PeekLimit;
    QTest::newRow("one entry below") << qint64(8191) << qint64(8191) << FetchBlock::None;
    QTest::newRow("half the entries") << qint64(8192) << qint64(8192) << FetchBlock::PeekLimit;
}

void TestClientSession::peekPausesAtHalfOfTheServersStore()
{
    QFETCH(qint64, entries);
    QFETCH(qint64, bytes);
    QFETCH(FetchBlock, block);
    Dialogue d(configOf(AccessMode::Peek));
    d.stream();
    QList<QByteArray> sent(entries, "x");
    sent[0] = QByteArray(bytes - (entries - 1), 'x');
    d.fetchBatch(1, sent);
    QCOMPARE(d.session.fetchBlock(), block);
}

void TestClientSession::peekNeverAsksForMoreThanItMayHold()
{
    auto config = configOf(AccessMode::Peek);
    config.fetchKb = 100'000;
    Dialogue d(config);
    d.stream();
    d.session.fetch();
    QCOMPARE(d.sink.take(), QStringList { u"get 8192"_s });
    d.hear(messagesPacket(1, { QByteArray(8'000'000, 'x') }));
    d.session.fetch();
    QCOMPARE(d.sink.take(), QStringList { u"get 379"_s });
}

void TestClientSession::otherModesDoNotPause()
{
    for (const auto mode : { AccessMode::Manual, AccessMode::Auto }) {
        Dialogue d(configOf(mode));
        d.stream();
        d.fetchBatch(1, { QByteArray(serverStoreBytes, 'x') });
        QCOMPARE(d.session.fetchBlock(), FetchBlock::None);
    }
}

void TestClientSession::waitsForAcksWhenToldTo()
{
    auto config = configOf(AccessMode::Auto);
    config.maxUnackedBatches = 2;
    Dialogue d(config);
    d.stream();
    d.fetchBatch(1);
    QCOMPARE(d.session.fetchBlock(), FetchBlock::None);
    d.fetchBatch(2);
    QCOMPARE(d.session.fetchBlock(), FetchBlock::UnackedLimit);
    QVERIFY(bool(d.session.ack(BatchId { 1 })));
    QCOMPARE(d.session.fetchBlock(), FetchBlock::None);
}

void TestClientSession::clampsTheFetchSize_data()
{
    QTest::addColumn<int>("asked");
    QTest::addColumn<QString>("sent");
    QTest::newRow("-5") << -5 << u"get 1"_s;
    QTest::newRow("0") << 0 << u"get 1"_s;
    QTest::newRow("1") << 1 << u"get 1"_s;
    QTest::newRow("largest") << 2'097'151 << u"get 2097151"_s;
    QTest::newRow("too large") << 2'097'152 << u"get 2097151"_s;
}

void TestClientSession::clampsTheFetchSize()
{
    QFETCH(int, asked);
    QFETCH(QString, sent);
    auto config = configOf(AccessMode::Auto);
    config.fetchKb = asked;
    Dialogue d(config);
    d.stream();
    d.session.fetch();
    QCOMPARE(d.sink.take(), QStringList { sent });
}

void TestClientSession::givesBackOnLeaving_data()
{
    QTest::addColumn<bool>("own");
    QTest::addColumn<bool>("unacked");
    QTest::addColumn<Leave>("how");
    QTest::addColumn<QStringList>("said");
    const QStringList rollback { u"rollback 0"_s, u"rolledback"_s };
    const QStringList unsubscribe { u"unsubscribe"_s };
    QTest::newRow("own, nothing held") << true << false << Leave::GiveBack << unsubscribe;
    QTest::newRow("own, batch held") << true << true << Leave::GiveBack << rollback + unsubscribe;
    QTest::newRow("given id, nothing held") // the rollback on attach is not answered yet
        << false << false << Leave::GiveBack << QStringList { u"subscribe"_s };
    QTest::newRow("given id, batch held")
        << false << true << Leave::GiveBack << rollback + QStringList { u"subscribe"_s };
    QTest::newRow("own, kept") << true << true << Leave::Keep << QStringList();
    QTest::newRow("given id, kept") << false << true << Leave::Keep << QStringList();
}

void TestClientSession::givesBackOnLeaving()
{
    QFETCH(bool, own);
    QFETCH(bool, unacked);
    QFETCH(Leave, how);
    QFETCH(QStringList, said);
    auto config = configOf(AccessMode::Manual);
    config.ownClientId = own;
    Dialogue d(config);
    d.stream();
    if (unacked)
        d.fetchBatch(1);
    d.sink.take();
    d.session.leave(how);
    auto events = d.sink.take();
    QCOMPARE(events.takeFirst(), u"state Leaving"_s);
    const auto left = unacked && how == Leave::Keep ? u"left holding"_s : u"left"_s;
    if (said.contains(u"unsubscribe"_s) || said.contains(u"subscribe"_s)) {
        QCOMPARE(events, said);
        QCOMPARE(d.hear(ackPacket()), (QStringList { u"state Idle"_s, left }));
    } else {
        QCOMPARE(events, said + QStringList({ u"state Idle"_s, left }));
    }
}

void TestClientSession::lastAckIsConfirmedBeforeLeaving_data()
{
    QTest::addColumn<bool>("own");
    QTest::addColumn<Leave>("how");
    QTest::addColumn<bool>("accepted");
    for (const bool accepted : { true, false }) {
        const auto *end = accepted ? "accepted" : "refused";
        QTest::addRow("own, %s", end) << true << Leave::GiveBack << accepted;
        QTest::addRow("own, kept, %s", end) << true << Leave::Keep << accepted;
        QTest::addRow("given id, %s", end) << false << Leave::GiveBack << accepted;
    }
}

void TestClientSession::lastAckIsConfirmedBeforeLeaving()
{
    QFETCH(bool, own);
    QFETCH(Leave, how);
    QFETCH(bool, accepted);
    auto config = configOf(AccessMode::Auto);
    config.ownClientId = own;
    Dialogue d(config);
    d.stream();
    d.fetchBatch(1);
    QVERIFY(bool(d.session.ack(BatchId { 1 })));
    d.session.leave(how);
    QVERIFY(!d.sink.take().contains(u"left"_s));
    if (accepted) {
        QCOMPARE(d.hear(ackPacket()),
                 (QStringList { u"confirmed 1"_s, u"state Idle"_s, u"left"_s }));
    } else {
        QCOMPARE(
            d.hearError("x.CanalServerException: ack error , clientId:1 batchId:1 is not exist"),
            (QStringList { u"ackfailed 1"_s, u"state Idle"_s,
                           kind(ClientError::Kind::ServerRejected), u"left"_s }));
    }
}

void TestClientSession::batchOfAGetInFlightGoesBackToo()
{
    Dialogue d(configOf(AccessMode::Peek));
    d.stream();
    d.session.fetch();
    d.sink.take();
    d.session.leave(Leave::GiveBack);
    QCOMPARE(d.sink.take(), QStringList { u"state Leaving"_s }); // waits for the GET's answer
    QCOMPARE(d.hear(messagesPacket(1, { endEntry(4) })),
             (QStringList { u"rollback 0"_s, u"rolledback"_s, u"unsubscribe"_s }));
    QCOMPARE(d.hear(ackPacket()), (QStringList { u"state Idle"_s, u"left"_s }));
}

void TestClientSession::leavesInSpiteOfAnUnansweredGet()
{
    Dialogue d(configOf(AccessMode::Peek));
    d.stream();
    d.session.fetch();
    d.session.leave(Leave::GiveBack);
    d.sink.take();
    d.session.timedOut();
    QCOMPARE(d.sink.take(),
             (QStringList { u"rollback 0"_s, u"rolledback"_s, u"unsubscribe"_s, u"state Idle"_s,
                            u"left holding"_s }));
}

void TestClientSession::leavesWhileSubscribing()
{
    Dialogue d(configOf(AccessMode::Peek));
    d.subscribe();
    d.session.leave(Leave::GiveBack);
    QCOMPARE(d.sink.take(), (QStringList { u"state Leaving"_s, u"unsubscribe"_s }));
    QCOMPARE(d.hear(ackPacket()), QStringList());
    QCOMPARE(d.hear(ackPacket()), (QStringList { u"state Idle"_s, u"left"_s }));
}

void TestClientSession::frameLimitGrowsWithTrust()
{
    auto config = configOf(AccessMode::Auto);
    config.limits.frameBytes = 100'000;
    Dialogue d(config);
    d.session.connecting();
    d.session.connected();
    d.hear(handshakePacket());
    d.hear(ackPacket(400, QByteArray(70'000, 'x'))); // beyond what a login may answer
    QCOMPARE(d.sink.lastError.kind, ClientError::Kind::OverLimit);

    Dialogue e(config);
    e.stream();
    e.fetchBatch(1, { QByteArray(90'000, 'x') });
    QCOMPARE(e.session.state(), ClientState::Streaming);
    e.fetchBatch(2, { QByteArray(110'000, 'x') });
    QCOMPARE(e.session.state(), ClientState::Failed);
    QCOMPARE(e.sink.lastError.kind, ClientError::Kind::OverLimit);
    QVERIFY(e.sink.lastError.bytes > 110'000);
}

void TestClientSession::notStartedIsWorthARetry()
{
    Dialogue d(configOf(AccessMode::Peek));
    d.subscribe();
    const auto events
        = d.hearError("x.CanalServerException: destination:example should start first\n\tat y");
    QCOMPARE(events,
             (QStringList { u"state Waiting"_s, kind(ClientError::Kind::SubscribeRejected) }));
    QCOMPARE(d.sink.lastError.complaint, ServerComplaint::NotStarted);
    QVERIFY(d.sink.lastError.isTransient());
}

void TestClientSession::errorTextIsClipped()
{
    auto config = configOf(AccessMode::Peek);
    config.limits.errorChars = 100;
    Dialogue d(config);
    d.stream();
    d.session.fetch();
    d.hear(ackPacket(400, QByteArray(5000, 'x')));
    QCOMPARE(d.sink.lastError.detail.size(), 100);
}

QTEST_APPLESS_MAIN(TestClientSession)
#include "tst_clientsession.moc"
