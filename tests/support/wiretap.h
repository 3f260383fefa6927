// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QStringList>
#include <QTcpServer>

class QTcpSocket;

namespace canal::test {

// A recording proxy on a free loopback port before a Canal server: everything a client sends is
// noted in the words of describeClientPacket() and passed on unchanged. GETs are noted with their
// timeout: "get 1000 timeout -1".
class WireTap : public QObject
{
    Q_OBJECT

public:
    explicit WireTap(quint16 serverPort, QObject *parent = nullptr);
    ~WireTap() override;

    quint16 port() const { return m_server.serverPort(); }
    QStringList sent() const { return m_sent; }
    QByteArray bytes() const { return m_bytes; }
    void cut(); // drops all connections

private:
    void accept();

    QTcpServer m_server;
    quint16 m_serverPort;
    QList<QTcpSocket *> m_clients;
    QStringList m_sent;
    QByteArray m_bytes;
};

} // namespace canal::test
