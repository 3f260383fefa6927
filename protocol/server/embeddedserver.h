// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"
#include "protocol/server/serverconnection.h"

#include <QObject>

#include <map>
#include <vector>

class QTcpServer;

namespace canal::server {

struct ServerConfig
{
    ConnectionConfig connection = {};
    int maxConnections = 256; // more are closed at once
};

enum class DestinationError {
    NameEmpty,
    NameTaken,
    BadRingSize, // not a power of two
};

struct ListenError
{
    enum class Kind {
        NoAddress, // `detail` is the text that is none
        NotPossible, // `detail` is the system's text: in use, not allowed
        NoDestination, // there is nothing to serve
    };

    Kind kind = Kind::NotPossible;
    QString detail = {};
};

// A Canal server in this process: real semantics, no database. Entries come from whoever owns the
// destination (see DemoFeed). Everything happens in the thread it lives in; nothing blocks.
//
//     EmbeddedServer server;
//     auto *shop = *server.addDestination({ .name = "shop" });
//     shop->append(entries);
//     server.listen(u"127.0.0.1"_s);
//     connectTo(server.port());
class EmbeddedServer : public QObject
{
    Q_OBJECT

public:
    explicit EmbeddedServer(ServerConfig config = {}, QObject *parent = nullptr);
    ~EmbeddedServer() override;

    // The instance belongs to the server and lives as long.
    Result<ServedInstance *, DestinationError> addDestination(const DestinationConfig &config);
    ServedInstance *destination(const QByteArray &name) const; // null: there is none

    // An IP address; port 0 takes a free one.
    Result<Ok, ListenError> listen(const QString &address, quint16 port = 0);
    quint16 port() const; // 0 while not listening
    QString address() const;
    qsizetype connectionCount() const { return static_cast<qsizetype>(m_connections.size()); }

    void dropConnections(); // as when the process dies
    void restart(); // kill -9 and start, see ServedInstance::restart(); goes on listening
    void close(); // stops listening and drops the connections; the destinations stay

signals:
    void connected(); // a client
    void disconnected(); // a client; what it had asked for is done

private:
    void accept();
    void remove(ServerConnection *connection);

    const ServerConfig m_config;
    std::map<QByteArray, ServedInstance *> m_destinations;
    std::vector<ServerConnection *> m_connections;
    QTcpServer *const m_server;
    quint32 m_accepted = 0;
};

} // namespace canal::server
