// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/framedecoder.h"
#include "protocol/packetcodec.h"
#include "protocol/secret.h"
#include "protocol/servererror.h"

#include <proto/canal_packet.pb.h>

#include <QTest>

#include "tests/support/entries.h"
#include "tests/support/recordedframes.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

// Bytes <-> frames <-> packets, passwords and error texts: everything below the session.
class TestFraming : public QObject
{
    Q_OBJECT

private slots:
    void framesComeWholeHoweverTheyAreCut_data();
    void framesComeWholeHoweverTheyAreCut();
    void refusesLengths_data();
    void refusesLengths();
    void takesFramesUpToTheLimit();
    void holdsOnlyWhatHasCome();
    void knowsWhenItIsInsideAFrame();

    void encodesWhatCanalReads_data();
    void encodesWhatCanalReads();
    void getAlwaysCarriesTimeoutMinusOne();
    void readsServerPackets();
    void readsRecordedBatches();
    void refusesPackets_data();
    void refusesPackets();
    void limitsEntries();
    void errorIsNotABatch();

    void scramblesAsCanalDoes();
    void refusesToScrambleWithoutAProperSeed_data();
    void refusesToScrambleWithoutAProperSeed();
    void emptyPasswordStaysEmpty();
    void storedFormIsMySqls();
    void tellsAStoredFormFromAPassword_data();
    void tellsAStoredFormFromAPassword();
    void secretTakesTheBytesAway();

    void recognisesErrors_data();
    void recognisesErrors();
};

void TestFraming::framesComeWholeHoweverTheyAreCut_data()
{
    QTest::addColumn<int>("step");
    for (const int step : { 1, 2, 3, 4, 5, 7, 16, 1000 })
        QTest::addRow("%d at a time", step) << step;
}

void TestFraming::framesComeWholeHoweverTheyAreCut()
{
    QFETCH(int, step);
    QList<QByteArray> sent { "a", {}, QByteArray(300, 'x'), "last" };
    QByteArray stream;
    for (const auto &body : sent)
        stream += encodeFrame(body);
    FrameDecoder decoder(1000);
    QList<QByteArray> got;
    for (qsizetype at = 0; at < stream.size(); at += step) {
        decoder.append(
            QByteArrayView(stream).sliced(at, qMin<qsizetype>(step, stream.size() - at)));
        for (;;) {
            const auto frame = decoder.next();
            QVERIFY(bool(frame));
            if (!*frame)
                break;
            got.append(**frame);
        }
    }
    QCOMPARE(got, sent);
    QVERIFY(!decoder.isInsideFrame());
}

void TestFraming::refusesLengths_data()
{
    QTest::addColumn<QByteArray>("prefix");
    QTest::addColumn<FrameError>("error");
    const auto row = [](const char *name, const char *hex, FrameError error) {
        QTest::newRow(name) << QByteArray::fromHex(hex) << error;
    };
    row("limit + 1", "000003e9", FrameError::TooLarge);
    row("2^31 - 1", "7fffffff", FrameError::TooLarge);
    row("-1", "ffffffff", FrameError::NegativeLength);
    row("-2^31", "80000000", FrameError::NegativeLength);
    row("little-endian 1000", "e8030000", FrameError::NegativeLength);
    row("'N' first (canal#181)", "4e000000", FrameError::TooLarge);
    row("HTTP", "48545450", FrameError::TooLarge);
    row("MySQL greeting", "4a000000", FrameError::TooLarge);
}

void TestFraming::refusesLengths()
{
    QFETCH(QByteArray, prefix);
    QFETCH(FrameError, error);
    FrameDecoder decoder(1000);
    decoder.append(prefix);
    const auto frame = decoder.next();
    QVERIFY(!frame);
    QCOMPARE(frame.error(), error);
}

void TestFraming::takesFramesUpToTheLimit()
{
    for (const int size : { 999, 1000 }) {
        FrameDecoder decoder(1000);
        decoder.append(encodeFrame(QByteArray(size, 'x')));
        const auto frame = decoder.next();
        QVERIFY(bool(frame));
        QCOMPARE((*frame)->size(), size);
    }
}

void TestFraming::holdsOnlyWhatHasCome()
{
    FrameDecoder decoder(qsizetype(1) << 30);
    decoder.append(QByteArray::fromHex("3fffffff00"));
    const auto frame = decoder.next();
    QVERIFY(bool(frame));
    QVERIFY(!*frame);
    QCOMPARE(decoder.announcedBytes(), 0x3fffffff);
}

void TestFraming::knowsWhenItIsInsideAFrame()
{
    FrameDecoder decoder(1000);
    QVERIFY(!decoder.isInsideFrame());
    decoder.append(QByteArray::fromHex("00"));
    QVERIFY(decoder.isInsideFrame());
    decoder.append(QByteArray::fromHex("00000161"));
    QVERIFY(bool(decoder.next()));
    QVERIFY(!decoder.isInsideFrame());
    decoder.append(QByteArray::fromHex("000000"));
    decoder.reset();
    QVERIFY(!decoder.isInsideFrame());
}

void TestFraming::encodesWhatCanalReads_data()
{
    QTest::addColumn<ClientPacket>("sent");
    QTest::addColumn<int>("type");
    QTest::addColumn<QByteArray>("body"); // as protobuf prints it
    QTest::newRow("auth") << ClientPacket(ClientAuth { u"ann"_s, "abcd" }) << 2
                          << QByteArray("username: \"ann\" password: \"abcd\" net_read_timeout: "
                                        "86400000 net_write_timeout: 86400000");
    QTest::newRow("subscribe") << ClientPacket(Subscribe {}) << 4
                               << QByteArray("destination: \"example\" client_id: \"1001\"");
    QTest::newRow("subscribe with filter")
        << ClientPacket(Subscribe { u"a\\.b"_s }) << 4
        << QByteArray("destination: \"example\" client_id: \"1001\" filter: \"a\\\\.b\"");
    QTest::newRow("unsubscribe") << ClientPacket(Unsubscribe {}) << 5
                                 << QByteArray("destination: \"example\" client_id: \"1001\"");
    QTest::newRow("get") << ClientPacket(Get { 64 }) << 6
                         << QByteArray("destination: \"example\" client_id: \"1001\" fetch_size: "
                                       "64 timeout: -1 unit: 2 auto_ack: false");
    QTest::newRow("ack") << ClientPacket(ClientAck { BatchId { 7 } }) << 8
                         << QByteArray("destination: \"example\" client_id: \"1001\" batch_id: 7");
    QTest::newRow("rollback") << ClientPacket(RollbackAll {}) << 12
                              << QByteArray("destination: \"example\" client_id: \"1001\"");
}

static std::unique_ptr<google::protobuf::Message> bodyOf(const packet::Packet &packet)
{
    std::unique_ptr<google::protobuf::Message> body;
    switch (packet.type()) {
    case packet::PACKET_CLIENT_AUTHENTICATION:
        body = std::make_unique<packet::ClientAuth>();
        break;
    case packet::PACKET_SUBSCRIPTION:
        body = std::make_unique<packet::Sub>();
        break;
    case packet::PACKET_UNSUBSCRIPTION:
        body = std::make_unique<packet::Unsub>();
        break;
    case packet::PACKET_GET:
        body = std::make_unique<packet::Get>();
        break;
    case packet::PACKET_CLIENT_ACK:
        body = std::make_unique<packet::ClientAck>();
        break;
    default:
        body = std::make_unique<packet::ClientRollback>();
    }
    body->ParseFromString(packet.body());
    return body;
}

void TestFraming::encodesWhatCanalReads()
{
    QFETCH(ClientPacket, sent);
    QFETCH(int, type);
    QFETCH(QByteArray, body);
    const PacketCodec codec({ u"example"_s, 1001 });
    packet::Packet packet;
    QVERIFY(packet.ParseFromString(codec.encode(sent).toStdString()));
    QCOMPARE(int(packet.type()), type);
    QCOMPARE(packet.version(), 1);
    QCOMPARE(QByteArray::fromStdString(bodyOf(packet)->ShortDebugString()).trimmed(), body);
}

void TestFraming::getAlwaysCarriesTimeoutMinusOne()
{
    const PacketCodec codec({ u"example"_s, -3 });
    packet::Packet packet;
    QVERIFY(packet.ParseFromString(codec.encode(Get {}).toStdString()));
    packet::Get get;
    QVERIFY(get.ParseFromString(packet.body()));
    QVERIFY(get.has_timeout());
    QCOMPARE(get.timeout(), -1);
    QCOMPARE(get.fetch_size(), 1000);
    QCOMPARE(QByteArray::fromStdString(get.client_id()), "-3");
}

void TestFraming::readsServerPackets()
{
    const PacketCodec codec({ u"example"_s, 1 });
    const auto handshake = codec.decode(handshakePacket("12345678"));
    QVERIFY(bool(handshake));
    QCOMPARE(std::get<Handshake>(*handshake).seed, "12345678");
    const auto ok = codec.decode(ackPacket());
    QVERIFY(bool(ok));
    QVERIFY(std::get<Ack>(*ok).ok());
    const auto empty = codec.decode(messagesPacket(-1, {}));
    QVERIFY(bool(empty));
    QVERIFY(std::get<Messages>(*empty).isEmpty());
    const auto batch = codec.decode(messagesPacket(5, { "one", "", "three" }));
    QVERIFY(bool(batch));
    const auto &messages = std::get<Messages>(*batch);
    QCOMPARE(messages.batch, BatchId { 5 });
    QCOMPARE(messages.entries, (std::vector<std::string_view> { "one", "", "three" }));
}

void TestFraming::readsRecordedBatches()
{
    const PacketCodec codec({ u"example"_s, 1 });
    for (const auto &name : decodedCaptures()) {
        const auto expected = expectedEntries(name);
        qsizetype entry = 0;
        for (const auto &frame : recordedFrames(name)) {
            const auto packet = codec.decode(frame);
            QVERIFY(bool(packet));
            const auto &messages = std::get<Messages>(*packet);
            for (std::size_t i = 0; i < messages.entries.size(); ++i, ++entry)
                QCOMPARE(qint64(raw(messages.batch)), expected[entry][u"batch"_s].toInteger());
        }
        QCOMPARE(entry, expected.size());
    }
}

void TestFraming::refusesPackets_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<CodecError>("error");
    QTest::newRow("empty") << QByteArray() << CodecError::UnknownType;
    QTest::newRow("cut") << messagesPacket(1, { "abc" }).chopped(1) << CodecError::Malformed;
    QTest::newRow("type 99") << QByteArray::fromHex("1863") << CodecError::UnknownType;
    QTest::newRow("client packet") << QByteArray::fromHex("1806") << CodecError::UnknownType;
    for (const int compression : { 2, 3, 4, 99 })
        QTest::addRow("compression %d", compression) << QByteArray::fromHex("1807") + '\x20'
                + static_cast<char>(compression) << CodecError::UnsupportedCompression;
    packet::Packet handshake;
    handshake.set_type(packet::PACKET_HANDSHAKE);
    for (const int version : { 0, 2, -1 }) {
        handshake.set_version(version);
        QTest::addRow("handshake version %d", version)
            << QByteArray::fromStdString(handshake.SerializeAsString())
            << CodecError::UnsupportedVersion;
    }
    QTest::newRow("broken ack") << QByteArray::fromHex("18032a020aff") << CodecError::Malformed;
    QTest::newRow("broken messages")
        << QByteArray::fromHex("18072a021205") << CodecError::Malformed;
    QTest::newRow("broken handshake")
        << QByteArray::fromHex("100118012a021205") << CodecError::Malformed;
}

void TestFraming::refusesPackets()
{
    QFETCH(QByteArray, body);
    QFETCH(CodecError, error);
    const auto packet = PacketCodec({ u"example"_s, 1 }).decode(body);
    QVERIFY(!packet);
    QCOMPARE(packet.error(), error);
}

void TestFraming::limitsEntries()
{
    const auto body = messagesPacket(1, { "a", "b", "c" });
    QCOMPARE(PacketCodec({ u"x"_s, 1 }, 2).decode(body).error(), CodecError::TooManyEntries);
    QVERIFY(bool(PacketCodec({ u"x"_s, 1 }, 3).decode(body)));
    QVERIFY(bool(PacketCodec({ u"x"_s, 1 }, 4).decode(body)));
}

void TestFraming::errorIsNotABatch()
{
    // R5: Ack and Messages look the same on the wire; the type decides.
    const auto packet = PacketCodec({ u"x"_s, 1 }).decode(ackPacket(400, "something"));
    QVERIFY(bool(packet));
    const auto &ack = std::get<Ack>(*packet);
    QCOMPARE(ack.code, 400);
    QCOMPARE(ack.message, u"something"_s);
}

void TestFraming::scramblesAsCanalDoes()
{
    const auto token = Secret("canal").scrambled(QByteArray::fromHex("0102030405060708"));
    QVERIFY(bool(token));
    QCOMPARE(*token, "7de44690d8e53782cb61804a2455c284a3bbfb06");
}

void TestFraming::refusesToScrambleWithoutAProperSeed_data()
{
    QTest::addColumn<int>("seedBytes");
    QTest::addColumn<ScrambleError>("error");
    QTest::newRow("none") << 0 << ScrambleError::NoSeed;
    for (const int bytes : { 1, 7, 9, 64, 1024 * 1024 })
        QTest::addRow("%d", bytes) << bytes << ScrambleError::OddSeed;
}

void TestFraming::refusesToScrambleWithoutAProperSeed()
{
    QFETCH(int, seedBytes);
    QFETCH(ScrambleError, error);
    const auto token = Secret("canal").scrambled(QByteArray(seedBytes, 'x'));
    QVERIFY(!token);
    QCOMPARE(token.error(), error);
}

void TestFraming::emptyPasswordStaysEmpty()
{
    const auto token = Secret().scrambled({});
    QVERIFY(bool(token));
    QVERIFY(token->isEmpty());
}

void TestFraming::storedFormIsMySqls()
{
    QCOMPARE(Secret("canal").stored(), "E3619321C1A937C46A0D8BD1DAC39F93B27D4458");
}

void TestFraming::tellsAStoredFormFromAPassword_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("stored");
    QTest::newRow("stored") << QByteArray("E3619321C1A937C46A0D8BD1DAC39F93B27D4458") << true;
    QTest::newRow("with star") << QByteArray("*e3619321c1a937c46a0d8bd1dac39f93b27d4458") << true;
    QTest::newRow("39 digits") << QByteArray(39, 'a') << false;
    QTest::newRow("41 digits") << QByteArray(41, 'a') << false;
    QTest::newRow("no hex") << QByteArray(40, 'g') << false;
    QTest::newRow("40 NULs") << QByteArray(40, '\0') << false;
    QTest::newRow("word") << QByteArray("canal") << false;
}

void TestFraming::tellsAStoredFormFromAPassword()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, stored);
    QCOMPARE(Secret(std::move(text)).looksStored(), stored);
}

void TestFraming::secretTakesTheBytesAway()
{
    QByteArray text("hunter2");
    const Secret secret(std::move(text));
    QVERIFY(text.isEmpty()); // NOLINT(bugprone-use-after-move): that is the point
    QVERIFY(!secret.isEmpty());
}

void TestFraming::recognisesErrors_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("text");
    QTest::addColumn<ServerComplaint>("complaint");
    QTest::addColumn<QString>("firstLine");
    QTest::addColumn<qint64>("batch"); // 0: none
    using enum ServerComplaint;
    const auto thrown = [](const QString &exception) {
        return u"something goes wrong with channel:[id: 0x1b2c, /127.0.0.1:4711 => "
               u"/127.0.0.1:11111], exception="_s
            + exception
            + u"\n\tat com.alibaba.otter.canal.server.embedded.CanalServerWithEmbedded.ack"_s
              u"(CanalServerWithEmbedded.java:412)\n"_s;
    };
    const auto row = [](const char *name, int code, const QString &text, ServerComplaint complaint,
                        const QString &line, qint64 batch = 0) {
        QTest::newRow(name) << code << text << complaint << line << batch;
    };
    row("auth", 400, u"auth failed for user:ann"_s, AuthFailed, u"auth failed for user:ann"_s);
    row("auth without seed", 400, u"auth failed for seed is null"_s, AuthFailed,
        u"auth failed for seed is null"_s);
    row("not started", 400,
        thrown(u"com.alibaba.otter.canal.server.exception.CanalServerException: "
               u"destination:nope should start first"_s),
        NotStarted, u"CanalServerException: destination:nope should start first"_s);
    row("newest wording", 400,
        u"something goes wrong with channel: [id: 1], exception: "
        u"com.alibaba.otter.canal.server.exception.CanalServerException: destination:nope should "
        u"start first\n\tat x"_s,
        NotStarted, u"CanalServerException: destination:nope should start first"_s);
    row("not subscribed", 400,
        thrown(u"com.alibaba.otter.canal.server.exception.CanalServerException: "
               u"ClientIdentity:ClientIdentity[destination=example,clientId=1001,filter=<null>] "
               u"should subscribe first"_s),
        NotSubscribed,
        u"CanalServerException: ClientIdentity:ClientIdentity[destination=example,clientId=1001,"
        u"filter=<null>] should subscribe first"_s);
    row("not oldest", 400,
        thrown(u"com.alibaba.otter.canal.meta.exception.CanalMetaManagerException: batchId:4 is "
               u"not the firstly:2"_s),
        NotOldestBatch, u"CanalMetaManagerException: batchId:4 is not the firstly:2"_s, 4);
    row("unknown ack", 400,
        thrown(u"com.alibaba.otter.canal.server.exception.CanalServerException: ack error , "
               u"clientId:1001 batchId:9 is not exist , please check"_s),
        AckOfUnknownBatch,
        u"CanalServerException: ack error , clientId:1001 batchId:9 is not exist , please check"_s,
        9);
    row("unknown rollback", 400,
        thrown(u"com.alibaba.otter.canal.server.exception.CanalServerException: rollback error, "
               u"clientId:1001 batchId:9 is not exist , please check"_s),
        RollbackOfUnknownBatch,
        u"CanalServerException: rollback error, clientId:1001 batchId:9 is not exist , please "
        u"check"_s,
        9);
    row("position gone", 400,
        thrown(u"com.alibaba.otter.canal.store.CanalStoreException: no match ack "
               u"positionLogPosition[...]"_s),
        AckPositionGone, u"CanalStoreException: no match ack positionLogPosition[...]"_s);
    row("client id", 400, thrown(u"java.lang.NumberFormatException: For input string: \"abc\""_s),
        BadClientId, u"NumberFormatException: For input string: \"abc\""_s);
    row("fetch size", 400,
        thrown(u"java.lang.IndexOutOfBoundsException: Index 0 out of bounds for length 0"_s),
        BadFetchSize, u"IndexOutOfBoundsException: Index 0 out of bounds for length 0"_s);
    row("unsupported", 400, u"packet type=HEARTBEAT is NOT supported!"_s, UnsupportedPacket,
        u"packet type=HEARTBEAT is NOT supported!"_s);
    row("rows gone", 400,
        thrown(u"java.lang.NullPointerException: Cannot invoke "
               u"\"com.alibaba.otter.canal.store.model.Event.getRawLength()\" because \"event\" is "
               u"null"_s),
        StoreRowsGone,
        u"NullPointerException: Cannot invoke "
        u"\"com.alibaba.otter.canal.store.model.Event.getRawLength()\" because \"event\" is null"_s);
    row("empty field", 401, u"destination or clientId is null"_s, EmptyField,
        u"destination or clientId is null"_s);
    row("ack 0", 402, u"batchId should assign value"_s, BatchIdMissing,
        u"batchId should assign value"_s);
    row("anything else", 400, thrown(u"java.lang.OutOfMemoryError: Java heap space"_s), Unknown,
        u"OutOfMemoryError: Java heap space"_s);
    row("nothing", 400, {}, Unknown, {});
}

void TestFraming::recognisesErrors()
{
    QFETCH(int, code);
    QFETCH(QString, text);
    QFETCH(ServerComplaint, complaint);
    QFETCH(QString, firstLine);
    QFETCH(qint64, batch);
    const auto error = recogniseServerError(code, text);
    QCOMPARE(error.code, code);
    QCOMPARE(error.complaint, complaint);
    QCOMPARE(error.firstLine, firstLine);
    QCOMPARE(qint64(raw(error.batch.value_or(BatchId { 0 }))), batch);
}

QTEST_APPLESS_MAIN(TestFraming)
#include "tst_framing.moc"
