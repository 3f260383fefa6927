// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/framedecoder.h"

#include <QObject>
#include <QStringList>
#include <QTcpServer>

class QTcpSocket;

namespace canal::test {

// A peer that says what the test tells it to, on a free loopback port: for faults that no real
// server shows on demand. Records what it heard, as RecordingSink names packets, and each read that
// brought it ("get 1000+ack 1" came in one).
class ScriptedServer : public QObject
{
    Q_OBJECT

public:
    // How far it plays a proper server by itself.
    enum class Manners { Silent, Handshake, Login, Subscribe };

    explicit ScriptedServer(Manners manners = Manners::Subscribe, QObject *parent = nullptr);

    quint16 port() const { return m_port; }
    void setManners(Manners manners) { m_manners = manners; }
    void answerGetsWith(const QByteArray &packet) { m_getAnswer = packet; } // every GET, at once

    void send(const QByteArray &packet); // as a frame
    void sendRaw(const QByteArray &bytes);
    void closeConnection(); // FIN
    void resetConnection(); // RST
    void stopListening();
    void listenAgain(); // on the same port

    QStringList heard() const { return m_heard; }
    QStringList takeHeard() { return std::exchange(m_heard, {}); }
    QStringList reads() const { return m_reads; }
    int connections() const { return m_connections; }
    bool isConnected() const;

private:
    void accept();
    void read();

    QTcpServer m_server;
    QTcpSocket *m_socket = nullptr;
    FrameDecoder m_decoder;
    Manners m_manners;
    QByteArray m_getAnswer;
    QStringList m_heard;
    QStringList m_reads;
    quint16 m_port = 0;
    int m_connections = 0;
};

} // namespace canal::test
