// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/demofeed.h"
#include "protocol/server/embeddedserver.h"

#include <QElapsedTimer>
#include <QTimer>

namespace canal::server {

struct DemoConfig
{
    QByteArray destination = QByteArrayLiteral("example");
    quint64 seed = 1;
    Flavour flavour = Flavour::MySql;
    qint64 rowsPerSecond = 20; // on average
    qint64 firstRows = 200; // there before the first client comes
    ServerConfig server = {}; // with the account to ask for
};

// The built-in demo: an EmbeddedServer with one destination that a DemoFeed writes to at a given
// rate. While the store is full - nobody acks - it stops writing, and goes on later without
// catching up. One thread, nothing blocks.
class DemoServer : public QObject
{
    Q_OBJECT

public:
    explicit DemoServer(const DemoConfig &config, QObject *parent = nullptr);
    ~DemoServer() override;

    // Starts writing, too. Port 0 takes a free one.
    Result<Ok, ListenError> listen(const QString &address, quint16 port = 0);
    void restart() { m_server.restart(); } // see EmbeddedServer

    const EmbeddedServer &server() const { return m_server; }
    const ServedInstance *instance() const { return m_instance; } // null: the name is empty
    qint64 producedRows() const { return m_producedRows; }

private:
    void tick();
    void write();
    bool writeTransaction();

    const DemoConfig m_config;
    EmbeddedServer m_server;
    ServedInstance *const m_instance;
    DemoFeed m_feed;
    QTimer m_timer;
    QElapsedTimer m_sinceTick;
    double m_dueRows = 0;
    double m_debtRows = 0; // written by huge transactions before they were due
    qint64 m_producedRows = 0;
};

} // namespace canal::server
