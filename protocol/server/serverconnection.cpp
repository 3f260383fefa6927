// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/serverconnection.h"

#include "protocol/sockettuning.h"

#include <QHostAddress>
#include <QLoggingCategory>
#include <QScopedValueRollback>
#include <QTcpSocket>

#include <algorithm>
#include <limits>
#include <utility>

namespace canal::server {

Q_LOGGING_CATEGORY(logServer, "canal.server", QtInfoMsg)

namespace {

constexpr qint64 chunkBytes = qint64(64) * 1024;

QByteArray addressText(const QHostAddress &host, quint16 port)
{
    return '/' + host.toString().toLatin1() + ':' + QByteArray::number(port);
}

// "[id: 0x1629430e, /127.0.0.1:50860 => /127.0.0.1:11111]"
QByteArray channelOf(const QTcpSocket &socket, quint32 number)
{
    return "[id: 0x" + QByteArray::number(number, 16).rightJustified(8, '0') + ", "
        + addressText(socket.peerAddress(), socket.peerPort()) + " => "
        + addressText(socket.localAddress(), socket.localPort()) + ']';
}

void setTimeout(QTimer &timer, std::chrono::milliseconds timeout)
{
    constexpr std::chrono::milliseconds longest(std::numeric_limits<int>::max());
    constexpr std::chrono::milliseconds tick(100); // Netty's timer is never early, but this late
    timer.start(std::min(timeout + tick, longest));
}

} // namespace

ServerConnection::ServerConnection(QTcpSocket *socket, quint32 number, ConnectionConfig config,
                                   FindInstance findInstance, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_findInstance(std::move(findInstance))
    , m_socket(socket)
    , m_channel(channelOf(*socket, number))
    , m_decoder(m_config.requestBytes)
    , m_session(m_config.session, *this, this)
{
    m_socket->setParent(this);
    m_socket->setReadBufferSize(chunkBytes);
    tuneConnected(*m_socket);
    for (auto *timer : { &m_readIdle, &m_writeIdle }) {
        timer->setParent(this);
        timer->setSingleShot(true);
        connect(timer, &QTimer::timeout, this, &ServerConnection::onIdle);
    }
    connect(m_socket, &QTcpSocket::readyRead, this, &ServerConnection::proceed);
    connect(m_socket, &QTcpSocket::bytesWritten, this, &ServerConnection::onBytesWritten);
    connect(m_socket, &QTcpSocket::disconnected, this, &ServerConnection::onDisconnected);
}

ServerConnection::~ServerConnection() { m_socket->disconnect(this); }

void ServerConnection::start()
{
    m_session.start();
    proceed();
}

// ---- reading

void ServerConnection::proceed()
{
    if (m_proceeding)
        return;
    {
        const QScopedValueRollback proceeding(m_proceeding, true);
        bool wasFull = true;
        while (wasFull && mayAnswer()) {
            while (mayAnswer() && nextPacket()) { }
            wasFull = !mayAnswer();
            m_socket->flush(); // now: the end of the client's stream may be noticed next
        }
    }
    const bool gone = m_socket->state() == QAbstractSocket::UnconnectedState;
    if ((m_closed || gone) && !m_session.isWaiting() && !std::exchange(m_finished, true))
        emit closed();
}

bool ServerConnection::mayAnswer() const
{
    return !m_closed && !m_session.isWaiting() && m_socket->bytesToWrite() <= m_config.unsentBytes;
}

// False when there is nothing to do for now.
bool ServerConnection::nextPacket()
{
    if (m_discarded >= 0) {
        if (m_socket->isOpen())
            discard();
        return false;
    }
    const auto frame = m_decoder.next();
    if (!frame) {
        frameFailed(frame.error());
        return true;
    }
    if (*frame) {
        if (m_readIdle.isActive())
            m_readIdle.start();
        m_session.receive(**frame);
        return true;
    }
    if (!m_socket->isOpen())
        return false; // closed for idleness; what had been read before is done
    const auto bytes = m_socket->read(chunkBytes);
    m_decoder.append(bytes);
    return !bytes.isEmpty();
}

// A real server waits for the bytes that a length promises, forever and with all the memory they
// take. We wait as silently, but keep nothing (S24).
void ServerConnection::frameFailed(FrameError error)
{
    switch (error) {
    case FrameError::NegativeLength:
        return close();
    case FrameError::TooLarge:
        m_decoder.reset();
        m_discarded = 0;
        return;
    }
}

void ServerConnection::discard()
{
    m_discarded += m_socket->readAll().size();
    if (m_discarded > m_config.requestBytes)
        close();
}

// ---- the session's wishes

ServedInstance *ServerConnection::instance(const QByteArray &destination)
{
    return m_findInstance(destination);
}

QByteArray ServerConnection::channelText() const { return m_channel; }

void ServerConnection::send(const QByteArray &packet)
{
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->write(encodeFrame(packet));
}

void ServerConnection::loggedIn(const IdleTimeouts &timeouts)
{
    setTimeout(m_readIdle, timeouts.read);
    setTimeout(m_writeIdle, timeouts.write);
}

void ServerConnection::close()
{
    qCDebug(logServer) << "closing" << m_channel;
    m_closed = true;
    m_readIdle.stop();
    m_writeIdle.stop();
    m_socket->flush();
    m_socket->abort(); // what a client does not read would keep a polite end from ending
}

void ServerConnection::resumed() { proceed(); }

// ---- socket

void ServerConnection::onBytesWritten()
{
    if (m_writeIdle.isActive())
        m_writeIdle.start();
    proceed();
}

// Even while a request waits. The wait goes on, and what came behind it will be done (S3).
void ServerConnection::onIdle()
{
    qCDebug(logServer) << "idle" << m_channel;
    m_socket->abort();
}

void ServerConnection::onDisconnected()
{
    m_readIdle.stop();
    m_writeIdle.stop();
    proceed();
}

} // namespace canal::server
