// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scriptedserver.h"

#include <QTcpSocket>

#include "tests/support/entries.h"
#include "tests/support/recordingsink.h"
#include <sys/socket.h>

using namespace Qt::StringLiterals;

namespace canal::test {

ScriptedServer::ScriptedServer(Manners manners, QObject *parent)
    : QObject(parent)
    , m_decoder(1 << 20)
    , m_manners(manners)
{
    connect(&m_server, &QTcpServer::newConnection, this, &ScriptedServer::accept);
    if (!m_server.listen(QHostAddress::LocalHost))
        qFatal("cannot listen");
    m_port = m_server.serverPort();
}

bool ScriptedServer::isConnected() const
{
    return m_socket != nullptr && m_socket->state() == QAbstractSocket::ConnectedState;
}

void ScriptedServer::accept()
{
    if (m_socket != nullptr)
        m_socket->deleteLater();
    m_socket = m_server.nextPendingConnection();
    m_decoder.reset();
    ++m_connections;
    connect(m_socket, &QTcpSocket::readyRead, this, &ScriptedServer::read);
    if (m_manners != Manners::Silent)
        send(handshakePacket());
}

void ScriptedServer::read()
{
    m_decoder.append(m_socket->readAll());
    QStringList words;
    for (;;) {
        const auto frame = m_decoder.next();
        if (!frame || !*frame)
            break;
        words.append(describeClientPacket(**frame));
    }
    m_heard += words;
    m_reads.append(words.join(u'+'));
    for (const auto &word : words) {
        const bool login = word == u"auth" && m_manners >= Manners::Login;
        const bool subscribe = word.endsWith(u"subscribe"_s) && m_manners >= Manners::Subscribe;
        if (login || subscribe)
            send(ackPacket());
        else if (word.startsWith(u"get"_s) && !m_getAnswer.isEmpty())
            send(m_getAnswer);
    }
}

void ScriptedServer::send(const QByteArray &packet) { sendRaw(encodeFrame(packet)); }

void ScriptedServer::sendRaw(const QByteArray &bytes)
{
    m_socket->write(bytes);
    m_socket->flush();
}

void ScriptedServer::closeConnection() { m_socket->disconnectFromHost(); }

void ScriptedServer::resetConnection()
{
    const linger now { 1, 0 };
    ::setsockopt(static_cast<int>(m_socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &now,
                 sizeof now);
    m_socket->abort();
}

void ScriptedServer::stopListening() { m_server.close(); }

void ScriptedServer::listenAgain()
{
    if (!m_server.listen(QHostAddress::LocalHost, m_port))
        qFatal("cannot listen again");
}

} // namespace canal::test
