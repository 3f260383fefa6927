// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/wiretap.h"

#include "protocol/framedecoder.h"

#include <proto/canal_packet.pb.h>

#include <QTcpSocket>

#include "tests/support/recordingsink.h"

using namespace Qt::StringLiterals;

namespace canal::test {

static QString describeWithTimeout(const QByteArray &body)
{
    auto words = describeClientPacket(body);
    if (!words.startsWith(u"get "_s))
        return words;
    packet::Packet packet;
    packet.ParseFromString(body.toStdString());
    packet::Get get;
    get.ParseFromString(packet.body());
    return words + (get.has_timeout() ? u" timeout %1"_s.arg(get.timeout()) : u" no timeout"_s);
}

WireTap::WireTap(quint16 serverPort, QObject *parent)
    : QObject(parent)
    , m_serverPort(serverPort)
{
    connect(&m_server, &QTcpServer::newConnection, this, &WireTap::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
}

WireTap::~WireTap()
{
    for (auto *client : std::as_const(m_clients))
        client->disconnect(this);
}

void WireTap::accept()
{
    auto *client = m_server.nextPendingConnection();
    auto *server = new QTcpSocket(client);
    auto decoder = std::make_shared<FrameDecoder>(1 << 20);
    m_clients.append(client);
    server->connectToHost(QHostAddress(QHostAddress::LocalHost), m_serverPort);
    connect(client, &QTcpSocket::readyRead, this, [this, client, server, decoder] {
        const auto bytes = client->readAll();
        m_bytes += bytes;
        decoder->append(bytes);
        for (;;) {
            const auto frame = decoder->next();
            if (!frame || !*frame)
                break;
            m_sent.append(describeWithTimeout(**frame));
        }
        server->write(bytes);
    });
    connect(server, &QTcpSocket::readyRead, client,
            [client, server] { client->write(server->readAll()); });
    connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    connect(client, &QTcpSocket::disconnected, this, [this, client] {
        m_clients.removeOne(client);
        client->deleteLater();
    });
}

void WireTap::cut()
{
    const auto clients = m_clients;
    for (auto *client : clients)
        client->abort();
}

} // namespace canal::test
