// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/serverpacket.h"

#include "protocol/server/wirewriter.h"

#include <proto/canal_packet.pb.h>

#include <QString>

#include <algorithm>
#include <array>
#include <limits>

namespace canal::server {
namespace {

namespace wire = ::canal::packet;

QByteArray bytesOf(const std::string &text) { return QByteArray::fromStdString(text); }

bool parse(google::protobuf::MessageLite &message, const char *bytes, std::size_t size)
{
    return message.ParseFromArray(bytes, static_cast<int>(size));
}

bool areTexts(std::initializer_list<QByteArray> texts)
{
    return std::all_of(texts.begin(), texts.end(), [](const QByteArray &text) {
        return text.isValidUtf8(); // these are `string` in Canal's own definition
    });
}

// A wait is never shorter than asked for. Other units than Canal's are milliseconds.
std::chrono::milliseconds waitOf(qint64 amount, qint32 unit)
{
    constexpr std::array<qint64, 7> perMs { 1'000'000, 1'000, 1, 1, 1, 1, 1 };
    constexpr std::array<qint64, 7> ms { 1, 1, 1, 1'000, 60'000, 3'600'000, 86'400'000 };
    constexpr qint64 longest = std::numeric_limits<int>::max(); // 24 days
    const auto known = unit >= 0 && unit < 7 ? static_cast<std::size_t>(unit) : 2U;
    const auto whole = (amount - 1) / perMs[known] + 1;
    return std::chrono::milliseconds(whole > longest / ms[known] ? longest : whole * ms[known]);
}

Patience patienceOf(const wire::Get &get)
{
    if (get.timeout() == -1)
        return AtOnce {};
    if (get.timeout() <= 0) // also an absent one
        return Forever {};
    return waitOf(get.timeout(), get.unit());
}

QByteArray typeNameOf(int type)
{
    switch (type) {
    case wire::PACKET_UNSET:
        return "PACKAGETYPECOMPATIBLEPROTO2";
    case wire::PACKET_HANDSHAKE:
        return "HANDSHAKE";
    case wire::PACKET_CLIENT_AUTHENTICATION:
        return "CLIENTAUTHENTICATION";
    case wire::PACKET_ACK:
        return "ACK";
    case wire::PACKET_MESSAGES:
        return "MESSAGES";
    case wire::PACKET_SHUTDOWN:
        return "SHUTDOWN";
    case wire::PACKET_DUMP:
        return "DUMP";
    case wire::PACKET_HEARTBEAT:
        return "HEARTBEAT";
    default:
        return "UNRECOGNIZED";
    }
}

ClientRequest unreadable(const char *why)
{
    return UnreadableRequest { invalidProtocolBuffer(why) };
}

// The body as `Body`, turned into a request by `make`; an exception when it is none.
template <typename Body, typename Make>
ClientRequest readBody(const wire::Packet &packet, Make make)
{
    Body body;
    if (!parse(body, packet.body().data(), packet.body().size()))
        return unreadable("While parsing a protocol message, the input ended unexpectedly in the "
                          "middle of a field.  This could mean either that the input has been "
                          "truncated or that an embedded message misreported its own length.");
    const Address address { bytesOf(body.destination()), bytesOf(body.client_id()) };
    QByteArray filter;
    if constexpr (requires { body.filter(); })
        filter = bytesOf(body.filter());
    if (!areTexts({ address.destination, address.clientId, filter }))
        return unreadable("Protocol message had invalid UTF-8.");
    return make(address, body);
}

QByteArray packed(wire::PacketType type, const google::protobuf::MessageLite &body)
{
    wire::Packet packet;
    packet.set_version(1);
    packet.set_type(type);
    packet.set_body(body.SerializeAsString());
    return bytesOf(packet.SerializeAsString());
}

} // namespace

std::optional<LoginRequest> decodeLogin(const QByteArray &packet)
{
    wire::Packet envelope;
    wire::ClientAuth body;
    if (!parse(envelope, packet.constData(), static_cast<std::size_t>(packet.size()))
        || !parse(body, envelope.body().data(), envelope.body().size()))
        return {};
    LoginRequest login { bytesOf(body.username()),    bytesOf(body.password()),
                         body.net_read_timeout(),     body.net_write_timeout(),
                         bytesOf(body.destination()), bytesOf(body.client_id()),
                         bytesOf(body.filter()) };
    if (!areTexts({ login.user, login.destination, login.clientId, login.filter }))
        return {};
    return login;
}

std::optional<ClientRequest> decodeRequest(const QByteArray &packet)
{
    wire::Packet envelope;
    if (!parse(envelope, packet.constData(), static_cast<std::size_t>(packet.size())))
        return {};
    switch (envelope.type()) {
    case wire::PACKET_SUBSCRIPTION:
        return readBody<wire::Sub>(envelope, [](const Address &address, const wire::Sub &body) {
            return SubscribeRequest { address, bytesOf(body.filter()) };
        });
    case wire::PACKET_UNSUBSCRIPTION:
        return readBody<wire::Unsub>(envelope, [](const Address &address, const wire::Unsub &body) {
            return UnsubscribeRequest { address, bytesOf(body.filter()) };
        });
    case wire::PACKET_GET:
        return readBody<wire::Get>(envelope, [](const Address &address, const wire::Get &body) {
            return GetRequest { address, body.fetch_size(), patienceOf(body) };
        });
    case wire::PACKET_CLIENT_ACK:
        return readBody<wire::ClientAck>(
            envelope, [](const Address &address, const wire::ClientAck &body) {
                return AckRequest { address, BatchId { body.batch_id() } };
            });
    case wire::PACKET_CLIENT_ROLLBACK:
        return readBody<wire::ClientRollback>(
            envelope, [](const Address &address, const wire::ClientRollback &body) {
                return RollbackRequest { address, BatchId { body.batch_id() } };
            });
    default:
        return UnsupportedRequest { typeNameOf(envelope.type()) };
    }
}

Result<qint16, JavaException> parseClientId(const QByteArray &text)
{
    const auto bad = [&text] { return numberFormat("For input string: \"" + text + '"'); };
    const auto digits = QString::fromUtf8(text);
    const bool isSigned = digits.startsWith(u'-') || digits.startsWith(u'+');
    qint64 value = 0;
    if (digits.size() == (isSigned ? 1 : 0))
        return Failure { bad() };
    for (const auto digit : QStringView(digits).sliced(isSigned ? 1 : 0)) {
        if (digit.category() != QChar::Number_DecimalDigit) // Java takes any script's digits
            return Failure { bad() };
        value = value * 10 + digit.digitValue();
        if (value > qint64(std::numeric_limits<qint32>::max()) + (digits.startsWith(u'-') ? 1 : 0))
            return Failure { bad() };
    }
    if (digits.startsWith(u'-'))
        value = -value;
    if (value < std::numeric_limits<qint16>::min() || value > std::numeric_limits<qint16>::max())
        return Failure { numberFormat("Value out of range. Value:\"" + text + "\" Radix:10") };
    return static_cast<qint16>(value);
}

QByteArray encodeHandshake(const QByteArray &seed)
{
    wire::Handshake body;
    body.set_seeds(seed.toStdString());
    return packed(wire::PACKET_HANDSHAKE, body);
}

QByteArray encodeOk() { return packed(wire::PACKET_ACK, wire::Ack()); }

QByteArray encodeError(int code, const QByteArray &text)
{
    wire::Ack body;
    body.set_error_code(code);
    body.set_error_message(text.toStdString());
    return packed(wire::PACKET_ACK, body);
}

QByteArray encodeNothing()
{
    wire::Messages body;
    body.set_batch_id(raw(noBatch));
    return packed(wire::PACKET_MESSAGES, body);
}

// Written by hand like Canal's own fast path: a batch may be many megabytes, copied once.
QByteArray encodeBatch(const GivenBatch &batch)
{
    qsizetype bytes = 32;
    for (const auto &event : batch.events)
        bytes += event->entry.size() + 8;
    QByteArray body;
    body.reserve(bytes);
    WireWriter messages(body);
    messages.varint(1, raw(batch.id));
    for (const auto &event : batch.events)
        messages.bytes(2, event->entry);
    QByteArray packet;
    packet.reserve(body.size() + 16);
    WireWriter envelope(packet);
    envelope.varint(3, wire::PACKET_MESSAGES);
    envelope.bytes(5, body);
    return packet;
}

} // namespace canal::server
