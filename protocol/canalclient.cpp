// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/canalclient.h"

#include "protocol/backoff.h"
#include "protocol/sockettuning.h"

#include <QLoggingCategory>
#include <QTcpSocket>
#include <QTimer>

namespace canal {

Q_LOGGING_CATEGORY(logClient, "canal.client", QtInfoMsg)

class CanalClient::Private : public QObject, public SessionSink
{
public:
    Private(ClientConfig config, CanalClient *client);

    // Collects what is sent during one event into one write (S26); the outermost one writes.
    class WriteScope
    {
    public:
        explicit WriteScope(Private &client)
            : m_client(client)
        {
            ++m_client.m_writeDepth;
        }
        ~WriteScope()
        {
            if (--m_client.m_writeDepth == 0)
                m_client.flush();
        }
        Q_DISABLE_COPY_MOVE(WriteScope)

    private:
        Private &m_client;
    };

    void open();
    void leave(Leave how);
    void abort();
    void hold(FetchHold reason);
    void release(FetchHold reason);
    void ack(Epoch epoch, BatchId batch);
    void rollbackAll();
    void rejectBatch(const QString &why);

    // SessionSink
    void send(const QByteArray &frame) override;
    void stateChanged(ClientState state) override;
    void batchReceived(const Messages &messages) override;
    void polled() override;
    void ackSent(BatchId batch) override;
    void ackConfirmed(BatchId batch) override;
    void ackFailed(BatchId batch, const ClientError &error) override;
    void rolledBack() override;
    void failed(const ClientError &error) override;
    void left(Departure how) override;

    ClientSession m_session;

private:
    void onConnected();
    void onReadyRead();
    void onDisconnected();
    void onSocketError(QAbstractSocket::SocketError error);
    void onDeadline();
    void pump();
    void flush();
    void dropSocket();
    void armDeadline();
    void setHold(FetchHold reason, bool on);
    void endConnection();

    CanalClient *const q;
    const ClientConfig m_config;
    QTcpSocket *m_socket = nullptr;
    QTimer m_deadline; // what we are waiting for is late
    QTimer m_slowGet;
    QTimer m_poll;
    QTimer m_retry;
    QTimer m_healthy;
    QTimer m_keepAlive;
    Backoff m_pollPause;
    Backoff m_retryPause;
    QByteArray m_unsent;
    int m_writeDepth = 0;
    Epoch m_epoch { 0 };
    bool m_attached = false; // connectionStarted() was emitted for m_epoch
    FetchHolds m_holds;
};

CanalClient::Private::Private(ClientConfig config, CanalClient *client)
    : QObject(client)
    , m_session(config, *this)
    , q(client)
    , m_config(std::move(config))
    , m_pollPause(m_config.timeouts.pollFirstMs, m_config.timeouts.pollMostMs)
    , m_retryPause(m_config.timeouts.retryFirstMs, m_config.timeouts.retryMostMs)
{
    for (auto *timer : { &m_deadline, &m_slowGet, &m_poll, &m_retry, &m_healthy, &m_keepAlive }) {
        timer->setParent(this); // moves between threads with us
        timer->setSingleShot(true);
    }
    m_keepAlive.setSingleShot(false);
    m_keepAlive.setInterval(m_config.timeouts.keepAliveMs);
    m_healthy.setInterval(m_config.timeouts.healthyMs);
    m_slowGet.setInterval(m_config.timeouts.getMs / 2);
    connect(&m_deadline, &QTimer::timeout, this, &Private::onDeadline);
    connect(&m_slowGet, &QTimer::timeout, q, &CanalClient::getUnanswered);
    connect(&m_poll, &QTimer::timeout, this, &Private::pump);
    connect(&m_retry, &QTimer::timeout, this, &Private::open);
    connect(&m_healthy, &QTimer::timeout, this, [this] { m_retryPause.reset(); });
    connect(&m_keepAlive, &QTimer::timeout, this, [this] {
        WriteScope scope(*this);
        if (m_holds)
            m_session.keepAlive();
    });
}

// ---- intents

void CanalClient::Private::open()
{
    m_retry.stop();
    const auto state = m_session.state();
    if (state != ClientState::Idle && state != ClientState::Waiting && state != ClientState::Failed)
        return;
    dropSocket();
    m_epoch = Epoch { raw(m_epoch) + 1 };
    m_pollPause.reset();
    m_socket = new QTcpSocket(this);
    tuneBeforeConnect(*m_socket, m_config.limits.readBufferBytes);
    connect(m_socket, &QTcpSocket::connected, this, &Private::onConnected);
    connect(m_socket, &QTcpSocket::readyRead, this, &Private::onReadyRead);
    connect(m_socket, &QTcpSocket::disconnected, this, &Private::onDisconnected);
    connect(m_socket, &QTcpSocket::errorOccurred, this, &Private::onSocketError);
    m_session.connecting();
    m_socket->connectToHost(m_config.host, m_config.port);
}

void CanalClient::Private::leave(Leave how)
{
    m_retry.stop();
    m_poll.stop();
    WriteScope scope(*this);
    m_session.leave(how);
}

void CanalClient::Private::abort()
{
    m_retry.stop();
    m_session.stop();
    endConnection();
    dropSocket();
}

void CanalClient::Private::hold(FetchHold reason) { setHold(reason, true); }

void CanalClient::Private::release(FetchHold reason)
{
    WriteScope scope(*this);
    setHold(reason, false);
    pump();
}

void CanalClient::Private::setHold(FetchHold reason, bool on)
{
    if (m_holds.testFlag(reason) == on)
        return;
    m_holds.setFlag(reason, on);
    emit q->holdsChanged(m_holds);
}

void CanalClient::Private::ack(Epoch epoch, BatchId batch)
{
    WriteScope scope(*this);
    if (epoch != m_epoch) {
        qCWarning(logClient) << "ack of batch" << raw(batch) << "belongs to an ended connection";
        return;
    }
    if (const auto result = m_session.ack(batch); !result) {
        qCWarning(logClient) << "ack of batch" << raw(batch) << "not sent, reason"
                             << static_cast<int>(result.error());
        return;
    }
    pump();
}

void CanalClient::Private::rollbackAll()
{
    WriteScope scope(*this);
    m_session.rollbackAll();
    pump();
}

void CanalClient::Private::rejectBatch(const QString &why)
{
    m_session.socketFailed(ClientError::Kind::BadEntry, why);
}

// ---- socket

void CanalClient::Private::onConnected()
{
    tuneConnected(*m_socket);
    m_session.connected();
}

void CanalClient::Private::onReadyRead()
{
    WriteScope scope(*this);
    const QByteArray bytes = m_socket->readAll();
    m_session.bytesReceived(bytes);
    if (m_session.isInsideFrame())
        m_deadline.start(m_config.timeouts.frameMs);
    else
        armDeadline();
    pump();
}

void CanalClient::Private::onDisconnected() { m_session.closed(); }

void CanalClient::Private::onSocketError(QAbstractSocket::SocketError error)
{
    const auto detail = m_socket->errorString();
    switch (error) {
    case QAbstractSocket::RemoteHostClosedError:
        return; // disconnected() follows
    case QAbstractSocket::ConnectionRefusedError:
        return m_session.socketFailed(ClientError::Kind::Refused, detail);
    case QAbstractSocket::HostNotFoundError:
        return m_session.socketFailed(ClientError::Kind::HostNotFound, detail);
    case QAbstractSocket::SocketTimeoutError:
        return m_session.timedOut();
    default:
        return m_session.socketFailed(ClientError::Kind::Unreachable, detail);
    }
}

void CanalClient::Private::onDeadline()
{
    WriteScope scope(*this);
    m_session.timedOut();
}

void CanalClient::Private::dropSocket()
{
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket->deleteLater();
    m_socket = nullptr;
    m_unsent.clear();
}

// ---- fetching

void CanalClient::Private::pump()
{
    WriteScope scope(*this);
    if (m_session.state() != ClientState::Streaming)
        return;
    if (!m_holds.testFlag(FetchHold::User) && !m_holds.testFlag(FetchHold::StoreFull)
        && !m_poll.isActive())
        m_session.fetch();
    setHold(FetchHold::PeekLimit, m_session.fetchBlock() == FetchBlock::PeekLimit);
    armDeadline();
}

void CanalClient::Private::armDeadline()
{
    const auto wait = [this](int ms) {
        if (!m_deadline.isActive())
            m_deadline.start(ms);
    };
    if (m_session.state() != ClientState::Streaming || m_session.isInsideFrame())
        return; // set when the state changed, or when the last bytes came
    if (m_session.awaitsGet()) {
        wait(m_config.timeouts.getMs);
        if (!m_slowGet.isActive())
            m_slowGet.start();
    } else {
        m_deadline.stop();
        m_slowGet.stop();
    }
}

void CanalClient::Private::send(const QByteArray &frame)
{
    m_unsent.append(frame);
    if (m_writeDepth == 0)
        flush();
}

void CanalClient::Private::flush()
{
    if (m_unsent.isEmpty() || !m_socket)
        return;
    m_socket->write(m_unsent);
    m_socket->flush();
    m_unsent.clear();
}

// ---- session events

void CanalClient::Private::stateChanged(ClientState state)
{
    qCDebug(logClient) << "state" << static_cast<int>(state);
    const auto &timeouts = m_config.timeouts;
    m_deadline.stop();
    m_slowGet.stop();
    m_poll.stop();
    switch (state) {
    case ClientState::Connecting:
        m_deadline.start(timeouts.connectMs);
        break;
    case ClientState::AwaitingHandshake:
        m_deadline.start(timeouts.handshakeMs);
        break;
    case ClientState::Authenticating:
        m_deadline.start(timeouts.authMs);
        break;
    case ClientState::Subscribing:
        m_deadline.start(timeouts.subscribeMs);
        break;
    case ClientState::Leaving:
        m_deadline.start(timeouts.leaveMs);
        break;
    case ClientState::Streaming:
        m_attached = true;
        m_healthy.start();
        m_keepAlive.start();
        emit q->connectionStarted(m_epoch);
        break;
    case ClientState::Idle:
    case ClientState::Waiting:
    case ClientState::Failed:
        m_healthy.stop();
        m_keepAlive.stop();
        break;
    }
    emit q->stateChanged(state);
}

void CanalClient::Private::batchReceived(const Messages &messages)
{
    m_deadline.stop();
    m_slowGet.stop();
    m_pollPause.reset();
    emit q->batchReceived(m_epoch, messages);
}

void CanalClient::Private::polled()
{
    m_deadline.stop();
    m_slowGet.stop();
    m_poll.start(m_pollPause.next());
    emit q->polled();
}

void CanalClient::Private::ackSent(BatchId batch) { emit q->ackSent(m_epoch, batch); }

void CanalClient::Private::ackConfirmed(BatchId batch) { emit q->ackConfirmed(m_epoch, batch); }

void CanalClient::Private::ackFailed(BatchId batch, const ClientError &error)
{
    emit q->ackFailed(m_epoch, batch, error);
}

void CanalClient::Private::rolledBack() { emit q->rolledBack(m_epoch); }

void CanalClient::Private::failed(const ClientError &error)
{
    endConnection();
    dropSocket();
    emit q->failed(error);
    if (m_session.state() == ClientState::Waiting) {
        const int pause = m_retryPause.next();
        m_retry.start(pause);
        emit q->retryScheduled(pause);
    }
}

void CanalClient::Private::left(Departure how)
{
    flush();
    endConnection();
    if (m_socket) { // FIN after the last byte; nothing of ours is unread, so no RST overtakes it
        auto *socket = std::exchange(m_socket, nullptr);
        socket->disconnect(this);
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        socket->disconnectFromHost();
        if (socket->state() == QAbstractSocket::UnconnectedState)
            socket->deleteLater();
    }
    emit q->left(how);
}

void CanalClient::Private::endConnection()
{
    setHold(FetchHold::PeekLimit, false);
    if (std::exchange(m_attached, false))
        emit q->connectionEnded(m_epoch);
}

// ---- the public face

CanalClient::CanalClient(ClientConfig config, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(std::move(config), this))
{ }

CanalClient::~CanalClient() = default;

ClientState CanalClient::state() const { return d->m_session.state(); }

void CanalClient::open() { d->open(); }

void CanalClient::leave(Leave how) { d->leave(how); }

void CanalClient::abort() { d->abort(); }

void CanalClient::hold(FetchHold reason) { d->hold(reason); }

void CanalClient::release(FetchHold reason) { d->release(reason); }

void CanalClient::ack(Epoch epoch, BatchId batch) { d->ack(epoch, batch); }

void CanalClient::rollbackAll() { d->rollbackAll(); }

void CanalClient::rejectBatch(const QString &why) { d->rejectBatch(why); }

} // namespace canal
