// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/rawclient.h"

#include <proto/canal_entry.pb.h>
#include <proto/canal_packet.pb.h>

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHostAddress>
#include <QRegularExpression>
#include <QTimer>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace canal::test {
namespace {

namespace wire = ::canal::packet;

constexpr qsizetype prefixBytes = 4;

QByteArray sha1(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

template <typename Body>
Body addressed(const Who &who)
{
    Body body;
    body.set_destination(who.destination.toStdString());
    body.set_client_id(who.clientId.toStdString());
    return body;
}

qint64 offsetOf(const QByteArray &entry)
{
    canal::entry::Entry parsed;
    parsed.ParseFromArray(entry.data(), static_cast<int>(entry.size()));
    return parsed.header().logfile_offset();
}

void readMessages(const std::string &body, Answer &answer)
{
    wire::Messages messages;
    messages.ParseFromString(body);
    answer.kind = Answer::Kind::Messages;
    answer.batch = messages.batch_id();
    for (const auto &entry : messages.messages())
        answer.entries.append(QByteArray::fromStdString(entry));
}

Answer decoded(const QByteArray &packet)
{
    Answer answer;
    answer.kind = Answer::Kind::Other;
    answer.packet = packet;
    wire::Packet envelope;
    if (!envelope.ParseFromArray(packet.data(), static_cast<int>(packet.size())))
        return answer;
    if (envelope.type() == wire::PACKET_HANDSHAKE) {
        wire::Handshake body;
        body.ParseFromString(envelope.body());
        answer.kind = Answer::Kind::Handshake;
        answer.seed = QByteArray::fromStdString(body.seeds());
    } else if (envelope.type() == wire::PACKET_ACK) {
        wire::Ack body;
        body.ParseFromString(envelope.body());
        answer.kind = Answer::Kind::Ack;
        answer.code = body.error_code();
        answer.text = QByteArray::fromStdString(body.error_message());
    } else if (envelope.type() == wire::PACKET_MESSAGES) {
        readMessages(envelope.body(), answer);
    }
    return answer;
}

} // namespace

// ---- answers

QByteArray Answer::firstLine() const
{
    static const QRegularExpression channel(
        u"^something goes wrong with channel:\\[id: 0x[0-9a-f]{8}, /127\\.0\\.0\\.1:\\d+ => "
        "/127\\.0\\.0\\.1:\\d+\\], exception="_s);
    static const QRegularExpression address(u"sourceAddress=[^,]*"_s);
    return QString::fromUtf8(text)
        .section(u'\n', 0, 0)
        .replace(channel, u"exception "_s)
        .replace(address, u"sourceAddress={}"_s)
        .toUtf8();
}

QByteArray Answer::toText() const
{
    switch (kind) {
    case Kind::Handshake:
        return "handshake";
    case Kind::Ack:
        return code == 0 ? "ok" : "error " + QByteArray::number(code) + ' ' + firstLine();
    case Kind::Messages:
        if (batch == -1)
            return "nothing";
        return "batch " + QByteArray::number(batch) + ": " + QByteArray::number(entries.size())
            + " entries " + QByteArray::number(offsetOf(entries.first())) + " .. "
            + QByteArray::number(offsetOf(entries.last()));
    case Kind::Other:
        return "packet " + packet.toHex();
    case Kind::Closed:
        return "closed";
    case Kind::Silence:
        return "silence";
    }
    Q_UNREACHABLE();
}

// ---- the client

RawClient::RawClient(quint16 port)
{
    m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    m_handshake = read();
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption, 1); // or acks cost 40 ms each (S26)
}

void RawClient::sendBytes(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

void RawClient::sendFrame(const QByteArray &body)
{
    QByteArray prefix(prefixBytes, '\0');
    qToBigEndian(static_cast<qint32>(body.size()), prefix.data());
    sendBytes(prefix + body);
}

void RawClient::sendPacket(int type, const QByteArray &body)
{
    wire::Packet packet;
    packet.set_version(1);
    packet.set_type(static_cast<wire::PacketType>(type));
    packet.set_body(body.toStdString());
    sendFrame(QByteArray::fromStdString(packet.SerializeAsString()));
}

void RawClient::sendPacket(int type, const google::protobuf::MessageLite &body)
{
    sendPacket(type, QByteArray::fromStdString(body.SerializeAsString()));
}

void RawClient::login(const QByteArray &user, const QByteArray &passwordHex,
                      const std::optional<Who> &subscribeAs)
{
    wire::ClientAuth body;
    body.set_username(user.toStdString());
    body.set_password(passwordHex.toStdString());
    if (subscribeAs) {
        body.set_destination(subscribeAs->destination.toStdString());
        body.set_client_id(subscribeAs->clientId.toStdString());
    }
    sendPacket(wire::PACKET_CLIENT_AUTHENTICATION, body);
}

void RawClient::loginWithTimeouts(int readMs, int writeMs)
{
    wire::ClientAuth body;
    body.set_net_read_timeout(readMs);
    body.set_net_write_timeout(writeMs);
    sendPacket(wire::PACKET_CLIENT_AUTHENTICATION, body);
}

void RawClient::subscribe(const Who &who, const QByteArray &filter)
{
    auto body = addressed<wire::Sub>(who);
    body.set_filter(filter.toStdString());
    sendPacket(wire::PACKET_SUBSCRIPTION, body);
}

void RawClient::unsubscribe(const Who &who)
{
    sendPacket(wire::PACKET_UNSUBSCRIPTION, addressed<wire::Unsub>(who));
}

void RawClient::get(int size, const Who &who) { get(size, -1, 2, who); }

void RawClient::get(int size, std::optional<qint64> timeout, std::optional<int> unit,
                    const Who &who)
{
    auto body = addressed<wire::Get>(who);
    body.set_fetch_size(size);
    if (timeout)
        body.set_timeout(*timeout);
    if (unit)
        body.set_unit(*unit);
    sendPacket(wire::PACKET_GET, body);
}

void RawClient::ack(qint64 batch, const Who &who)
{
    auto body = addressed<wire::ClientAck>(who);
    body.set_batch_id(batch);
    sendPacket(wire::PACKET_CLIENT_ACK, body);
}

void RawClient::rollback(qint64 batch, const Who &who)
{
    auto body = addressed<wire::ClientRollback>(who);
    body.set_batch_id(batch);
    sendPacket(wire::PACKET_CLIENT_ROLLBACK, body);
}

bool RawClient::isAnswerThere()
{
    m_received += m_socket.readAll();
    return m_received.size() >= prefixBytes
        && m_received.size() - prefixBytes >= qFromBigEndian<qint32>(m_received.constData());
}

bool RawClient::hasAnswer()
{
    return isAnswerThere() || m_socket.state() == QAbstractSocket::UnconnectedState;
}

Answer RawClient::read(int timeoutMs)
{
    QTimer late; // not QTest::qWaitFor(), which sleeps 10 ms where the answer is there in one
    late.setSingleShot(true);
    late.start(timeoutMs);
    while (!hasAnswer() && late.isActive())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    Answer answer;
    if (!hasAnswer())
        return answer;
    if (!isAnswerThere()) {
        answer.kind = Answer::Kind::Closed;
        return answer;
    }
    const auto length = qFromBigEndian<qint32>(m_received.constData());
    answer = decoded(m_received.mid(prefixBytes, length));
    m_received.remove(0, prefixBytes + length);
    return answer;
}

QByteArray RawClient::scrambled(const QByteArray &password) const
{
    const auto once = sha1(password);
    auto token = sha1(m_handshake.seed + sha1(once));
    for (qsizetype i = 0; i < token.size(); ++i)
        token[i] = static_cast<char>(token[i] ^ once[i]);
    return token.toHex();
}

// ---- helpers

std::unique_ptr<RawClient> subscribedClient(quint16 port, const Who &who)
{
    auto client = std::make_unique<RawClient>(port);
    client->login();
    if (!client->read().isOk())
        qFatal("the login was refused");
    client->subscribe(who);
    if (!client->read().isOk())
        qFatal("SUBSCRIBE was refused");
    return client;
}

void letServerCatchUp(quint16 port)
{
    for (int i = 0; i < 2; ++i)
        if (RawClient(port).handshake().kind != Answer::Kind::Handshake)
            qFatal("the server does not answer");
}

} // namespace canal::test
