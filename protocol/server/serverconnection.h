// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/framedecoder.h"
#include "protocol/server/serversession.h"

#include <QTimer>

#include <functional>

class QTcpSocket;

namespace canal::server {

struct ConnectionConfig
{
    SessionConfig session = {};
    // Bounds of what one client makes us hold. A longer request, or what follows a length that
    // cannot be, is thrown away as it comes and costs the connection at this many bytes.
    qsizetype requestBytes = qsizetype(1024) * 1024;
    // No request is read while more than this is waiting to be sent.
    qint64 unsentBytes = qint64(8) * 1024 * 1024;
};

using FindInstance = std::function<ServedInstance *(const QByteArray &destination)>;

// One accepted socket, which it owns: frames, idle time-outs, and what to read when. Emits closed()
// once, when nothing more will happen here: a request that was waiting when the client went away is
// brought to its end first, and what the client had sent behind it is done (S3).
class ServerConnection : public QObject, private SessionSink
{
    Q_OBJECT

public:
    // `socket` becomes a child. `number` tells the channels apart in error texts.
    ServerConnection(QTcpSocket *socket, quint32 number, ConnectionConfig config,
                     FindInstance findInstance, QObject *parent = nullptr);
    ~ServerConnection() override;

    void start();

signals:
    void closed();

private:
    ServedInstance *instance(const QByteArray &destination) override;
    QByteArray channelText() const override;
    void send(const QByteArray &packet) override;
    void loggedIn(const IdleTimeouts &timeouts) override;
    void close() override;
    void resumed() override;

    void proceed();
    bool mayAnswer() const;
    bool nextPacket();
    void frameFailed(FrameError error);
    void discard();
    void onBytesWritten();
    void onIdle();
    void onDisconnected();

    const ConnectionConfig m_config;
    const FindInstance m_findInstance;
    QTcpSocket *const m_socket;
    const QByteArray m_channel;
    FrameDecoder m_decoder;
    ServerSession m_session;
    QTimer m_readIdle;
    QTimer m_writeIdle;
    qsizetype m_discarded = -1; // bytes thrown away; -1 while frames are read
    bool m_proceeding = false;
    bool m_closed = false; // nothing more is read
    bool m_finished = false; // closed() was emitted
};

} // namespace canal::server
