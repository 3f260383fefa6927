// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/embeddedserver.h"

#include <QHostAddress>
#include <QNetworkProxy>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <utility>

namespace canal::server {

EmbeddedServer::EmbeddedServer(ServerConfig config, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_server(new QTcpServer(this))
{
    m_server->setProxy(QNetworkProxy::NoProxy);
    connect(m_server, &QTcpServer::newConnection, this, &EmbeddedServer::accept);
}

EmbeddedServer::~EmbeddedServer() { close(); }

Result<ServedInstance *, DestinationError>
EmbeddedServer::addDestination(const DestinationConfig &config)
{
    const auto events = config.ring.events;
    if (config.name.isEmpty())
        return Failure { DestinationError::NameEmpty };
    if (destination(config.name))
        return Failure { DestinationError::NameTaken };
    if (events <= 0 || (events & (events - 1)) != 0)
        return Failure { DestinationError::BadRingSize };
    auto *const instance = new ServedInstance(config, this);
    m_destinations[config.name] = instance;
    return instance;
}

ServedInstance *EmbeddedServer::destination(const QByteArray &name) const
{
    const auto found = m_destinations.find(name);
    return found == m_destinations.end() ? nullptr : found->second;
}

Result<Ok, ListenError> EmbeddedServer::listen(const QString &address, quint16 port)
{
    const QHostAddress host(address);
    if (host.isNull())
        return Failure { ListenError { ListenError::Kind::NoAddress, address } };
    if (m_server->listen(host, port))
        return Ok {};
    return Failure { ListenError { ListenError::Kind::NotPossible, m_server->errorString() } };
}

quint16 EmbeddedServer::port() const { return m_server->serverPort(); }

QString EmbeddedServer::address() const { return m_server->serverAddress().toString(); }

void EmbeddedServer::accept()
{
    while (auto *const socket = m_server->nextPendingConnection()) {
        if (connectionCount() >= m_config.maxConnections) {
            socket->abort();
            socket->deleteLater();
            continue;
        }
        const auto find = [this](const QByteArray &name) { return destination(name); };
        auto *const connection
            = new ServerConnection(socket, ++m_accepted, m_config.connection, find, this);
        connect(connection, &ServerConnection::closed, this,
                [this, connection] { remove(connection); });
        m_connections.push_back(connection);
        connection->start();
        emit connected();
    }
}

void EmbeddedServer::remove(ServerConnection *connection)
{
    const auto found = std::find(m_connections.begin(), m_connections.end(), connection);
    if (found == m_connections.end())
        return; // dropped
    m_connections.erase(found);
    connection->deleteLater();
    emit disconnected();
}

void EmbeddedServer::dropConnections()
{
    for (auto *const connection : std::exchange(m_connections, {})) {
        delete connection;
        emit disconnected();
    }
}

void EmbeddedServer::restart()
{
    dropConnections();
    for (const auto &[name, instance] : m_destinations)
        instance->restart();
}

void EmbeddedServer::close()
{
    m_server->close();
    dropConnections();
}

} // namespace canal::server
