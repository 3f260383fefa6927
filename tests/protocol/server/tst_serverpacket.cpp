// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/logincheck.h"
#include "protocol/server/serverpacket.h"

#include <proto/canal_packet.pb.h>

#include <QTest>

using namespace canal;
using namespace canal::server;
namespace wire = ::canal::packet;

namespace {

QByteArray packed(int type, const google::protobuf::MessageLite &body)
{
    wire::Packet packet;
    packet.set_type(static_cast<wire::PacketType>(type));
    packet.set_body(body.SerializeAsString());
    return QByteArray::fromStdString(packet.SerializeAsString());
}

wire::Packet parsed(const QByteArray &bytes)
{
    wire::Packet packet;
    if (!packet.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())))
        qFatal("no packet");
    return packet;
}

template <typename Request>
Request requestOf(const QByteArray &packet)
{
    const auto request = decodeRequest(packet);
    if (!request || !std::holds_alternative<Request>(*request))
        qFatal("not that request");
    return std::get<Request>(*request);
}

// In milliseconds; -1 = at once, -2 = for ever.
qint64 patienceOf(const wire::Get &get)
{
    const auto patience = requestOf<GetRequest>(packed(wire::PACKET_GET, get)).patience;
    if (const auto *const wait = std::get_if<std::chrono::milliseconds>(&patience))
        return wait->count();
    return std::holds_alternative<AtOnce>(patience) ? -1 : -2;
}

const QByteArray seed("\x01\x02\x03\x04\x05\x06\x07\x08");
const QByteArray storedCanal("E3619321C1A937C46A0D8BD1DAC39F93B27D4458");
const QByteArray tokenOfCanal("7de44690d8e53782cb61804a2455c284a3bbfb06");

} // namespace

class TestServerPacket : public QObject
{
    Q_OBJECT

private slots:
    void clientIdIsAJavaShort_data();
    void clientIdIsAJavaShort();
    void getWaitsAsTheUnitSays_data();
    void getWaitsAsTheUnitSays();
    void absentFieldsHaveCanalsMeaning();
    void everyPacketIsALoginBeforeTheLogin();
    void textsMustBeUtf8();
    void onlyOtherAnswersThanBatchesCarryAVersion();
    void batchHoldsItsEntries();
    void loginIsJudged_data();
    void loginIsJudged();
    void stackTraceStartsWithTypeAndMessage();
};

void TestServerPacket::clientIdIsAJavaShort_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("id");
    QTest::addColumn<QByteArray>("error");
    const auto good = [](const char *text, int id) {
        QTest::newRow(text) << QByteArray(text) << id << QByteArray();
    };
    const auto bad = [](const char *text, const char *error) {
        QTest::newRow(text) << QByteArray(text) << 0 << QByteArray(error);
    };
    good("1001", 1001);
    good("-32768", -32'768);
    good("+7", 7);
    good("007", 7);
    good("１２", 12);
    bad("abc", "For input string: \"abc\"");
    bad("-", "For input string: \"-\"");
    bad("1 ", "For input string: \"1 \"");
    bad("²", "For input string: \"²\"");
    bad("32768", "Value out of range. Value:\"32768\" Radix:10");
    bad("-32769", "Value out of range. Value:\"-32769\" Radix:10");
    bad("2147483647", "Value out of range. Value:\"2147483647\" Radix:10");
    bad("-2147483648", "Value out of range. Value:\"-2147483648\" Radix:10");
    bad("2147483648", "For input string: \"2147483648\"");
    bad("99999999999999999999", "For input string: \"99999999999999999999\"");
}

void TestServerPacket::clientIdIsAJavaShort()
{
    QFETCH(QByteArray, text);
    QFETCH(int, id);
    QFETCH(QByteArray, error);
    const auto parsed = parseClientId(text);
    QCOMPARE(bool(parsed), error.isEmpty());
    if (parsed) {
        QCOMPARE(*parsed, id);
    } else {
        QCOMPARE(parsed.error().type, "java.lang.NumberFormatException");
        QCOMPARE(parsed.error().message, error);
    }
}

void TestServerPacket::getWaitsAsTheUnitSays_data()
{
    QTest::addColumn<qint64>("timeout");
    QTest::addColumn<int>("unit");
    QTest::addColumn<qint64>("milliseconds");

    QTest::newRow("at once") << qint64(-1) << 2 << qint64(-1);
    QTest::newRow("zero is for ever") << qint64(0) << 2 << qint64(-2);
    QTest::newRow("below -1, too") << qint64(-2) << 2 << qint64(-2);
    QTest::newRow("ns") << qint64(5) << 0 << qint64(1);
    QTest::newRow("ns, not shorter") << qint64(1'000'001) << 0 << qint64(2);
    QTest::newRow("us") << qint64(3'000) << 1 << qint64(3);
    QTest::newRow("ms") << qint64(700) << 2 << qint64(700);
    QTest::newRow("s") << qint64(2) << 3 << qint64(2'000);
    QTest::newRow("min") << qint64(2) << 4 << qint64(120'000);
    QTest::newRow("h") << qint64(1) << 5 << qint64(3'600'000);
    QTest::newRow("d") << qint64(1) << 6 << qint64(86'400'000);
    QTest::newRow("unknown unit") << qint64(9) << 7 << qint64(9);
    QTest::newRow("negative unit") << qint64(9) << -1 << qint64(9);
    QTest::newRow("longer than a timer runs")
        << std::numeric_limits<qint64>::max() << 6 << qint64(std::numeric_limits<int>::max());
}

void TestServerPacket::getWaitsAsTheUnitSays()
{
    QFETCH(qint64, timeout);
    QFETCH(int, unit);
    wire::Get get;
    get.set_timeout(timeout);
    get.set_unit(unit);
    QTEST(patienceOf(get), "milliseconds");
}

void TestServerPacket::absentFieldsHaveCanalsMeaning()
{
    wire::Get get;
    QCOMPARE(patienceOf(get), -2); // no timeout: for ever (R8)
    get.set_timeout(2'000'000);
    QCOMPARE(patienceOf(get), 2); // no unit: nanoseconds
    QVERIFY(!requestOf<AckRequest>(packed(wire::PACKET_CLIENT_ACK, wire::ClientAck()))
                 .address.isComplete());
}

void TestServerPacket::everyPacketIsALoginBeforeTheLogin()
{
    wire::Sub subscribe;
    subscribe.set_destination("example");
    subscribe.set_client_id("1001");
    const auto login = decodeLogin(packed(wire::PACKET_SUBSCRIPTION, subscribe));
    QVERIFY(login);
    QCOMPARE(login->user, "example"); // the same field numbers
    QCOMPARE(login->password, "1001");
    const auto empty = decodeLogin({}); // a frame of length 0 (S24)
    QVERIFY(empty);
    QVERIFY(empty->user.isEmpty());
    QVERIFY(!decodeLogin("\xff\xff"));
    QVERIFY(!decodeRequest("\xff\xff"));
}

void TestServerPacket::textsMustBeUtf8()
{
    wire::ClientAuth login;
    login.set_password("\xff"); // these are bytes in Canal's definition, the others are text
    QVERIFY(decodeLogin(packed(wire::PACKET_CLIENT_AUTHENTICATION, login)));
    login.set_username("\xff");
    QVERIFY(!decodeLogin(packed(wire::PACKET_CLIENT_AUTHENTICATION, login)));
    wire::Sub subscribe;
    subscribe.set_filter("\xff");
    const auto exception
        = requestOf<UnreadableRequest>(packed(wire::PACKET_SUBSCRIPTION, subscribe)).exception;
    QCOMPARE(exception.message, "Protocol message had invalid UTF-8.");
}

void TestServerPacket::onlyOtherAnswersThanBatchesCarryAVersion()
{
    for (const auto &bytes :
         { encodeHandshake(seed), encodeOk(), encodeError(400, "x"), encodeNothing() })
        QCOMPARE(parsed(bytes).version(), 1);
    const auto batch = parsed(encodeBatch({ BatchId { 1 }, {} }));
    QVERIFY(!batch.has_version()); // the fast path writes type and body only (R17)
    QVERIFY(!batch.has_magic_number());
    QVERIFY(!batch.has_compression());
    QCOMPARE(batch.type(), wire::PACKET_MESSAGES);
}

void TestServerPacket::batchHoldsItsEntries()
{
    GivenBatch batch { BatchId { 7 }, {} };
    for (const qsizetype size : { 1, 200, 70'000 }) { // one, two and three bytes of length
        StoredEvent event;
        event.entry = QByteArray(size, char('a' + size % 7));
        batch.events.push_back(std::make_shared<const StoredEvent>(event));
    }
    wire::Messages messages;
    QVERIFY(messages.ParseFromString(parsed(encodeBatch(batch)).body()));
    QCOMPARE(messages.batch_id(), 7);
    QCOMPARE(messages.messages_size(), 3);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(QByteArray::fromStdString(messages.messages(i)),
                 batch.events[std::size_t(i)]->entry);
    QVERIFY(messages.ParseFromString(parsed(encodeNothing()).body()));
    QCOMPARE(messages.batch_id(), -1);
}

void TestServerPacket::loginIsJudged_data()
{
    QTest::addColumn<QByteArray>("serverUser");
    QTest::addColumn<QByteArray>("stored");
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<int>("verdict");
    const auto add = [](const char *name, const QByteArray &serverUser, const QByteArray &stored,
                        const QByteArray &user, const QByteArray &token, LoginVerdict verdict) {
        QTest::newRow(name) << serverUser << stored << user << token << int(verdict);
    };
    using enum LoginVerdict;
    add("no account", "", "", "anybody", "not even hex", Accepted);
    add("right", "canal", storedCanal, "canal", tokenOfCanal, Accepted);
    add("upper case", "canal", storedCanal.toLower(), "canal", tokenOfCanal.toUpper(), Accepted);
    add("more than enough", "canal", storedCanal, "canal", tokenOfCanal + "ff", Accepted);
    add("only a password", "", storedCanal, "anybody", tokenOfCanal, Accepted);
    add("only a user", "canal", "", "canal", "", Accepted);
    add("other user", "canal", storedCanal, "root", tokenOfCanal, Rejected);
    add("other user, no hex", "canal", storedCanal, "root", "secret", Rejected);
    add("empty", "canal", storedCanal, "canal", "", Rejected);
    add("wrong", "canal", storedCanal, "canal", QByteArray(40, '0'), Rejected);
    add("stored is too short", "canal", "E361", "canal", tokenOfCanal, Rejected);
    add("plain", "canal", storedCanal, "canal", "canal", Broken);
    add("short", "canal", storedCanal, "canal", QByteArray(38, '0'), Broken);
    add("odd", "canal", storedCanal, "canal", QByteArray(39, '0'), Rejected);
    add("stored in clear text", "canal", "secret", "canal", tokenOfCanal, Broken);
}

void TestServerPacket::loginIsJudged()
{
    QFETCH(QByteArray, serverUser);
    QFETCH(QByteArray, stored);
    QFETCH(QByteArray, user);
    QFETCH(QByteArray, token);
    QTEST(int(checkLogin({ serverUser, stored }, seed, user, token)), "verdict");
}

void TestServerPacket::stackTraceStartsWithTypeAndMessage()
{
    QCOMPARE(serverException("x").stackTrace(),
             "com.alibaba.otter.canal.server.exception.CanalServerException: x\n");
    QVERIFY(indexOutOfBounds().stackTrace().startsWith(
        "java.lang.IndexOutOfBoundsException: Index 0 out of bounds for length 0\n\tat "));
    QVERIFY(wrapped(indexOutOfBounds())
                .stackTrace()
                .startsWith("com.alibaba.otter.canal.server.exception.CanalServerException: "
                            "java.lang.IndexOutOfBoundsException: Index 0 out of bounds for length "
                            "0\nCaused by: java.lang.IndexOutOfBoundsException: Index 0 out of "
                            "bounds for length 0\n\tat "));
}

QTEST_GUILESS_MAIN(TestServerPacket)
#include "tst_serverpacket.moc"
