// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/logincheck.h"
#include "protocol/server/serverpacket.h"

#include <QPointer>

#include <chrono>

namespace canal::server {

// How a rejected login is answered (S1).
enum class RejectedLogin {
    Error, // 1.1.8: an error ACK; what comes next is read as another login
    ErrorThenOk, // 1.1.4-1.1.7: an error ACK, then an OK ACK, and the client is in
};

struct SessionConfig
{
    Account account = {};
    RejectedLogin rejectedLogin = RejectedLogin::Error;
    std::chrono::milliseconds idle = std::chrono::hours(1); // when ClientAuth names no time-out
};

struct IdleTimeouts
{
    std::chrono::milliseconds read;
    std::chrono::milliseconds write;
};

// What a session asks of its connection. Called from within receive(), or later from within the
// call that ends a wait.
class SessionSink
{
public:
    virtual ~SessionSink() = default;

    virtual ServedInstance *instance(const QByteArray &destination) = 0; // null: not configured
    virtual QByteArray channelText() const = 0; // as Netty prints a channel, for error texts
    virtual void send(const QByteArray &packet) = 0;
    virtual void loggedIn(const IdleTimeouts &timeouts) = 0;
    virtual void close() = 0; // the socket, without a packet
    virtual void resumed() = 0; // isWaiting() is over
};

// One client's conversation, sans I/O: packets in, packets out, with the semantics of
// ClientAuthenticationHandler and SessionHandler (protocol.md 2.1-2.4). Give it no packet while it
// isWaiting(): a GET or rollback that waits blocks its socket. Lives in the instances' thread.
class ServerSession : public QObject
{
    Q_OBJECT

public:
    ServerSession(SessionConfig config, SessionSink &sink, QObject *parent = nullptr);

    void start(); // sends the handshake
    void receive(const QByteArray &packet);
    bool isWaiting() const { return m_waiting; }

private:
    void login(const QByteArray &packet);
    bool subscribeAtLogin(const LoginRequest &login);
    void fail(const JavaException &exception);
    void answer(const CallResult &result);
    CallDone whenDone(std::function<void(const CallResult &)> answerWith);
    std::optional<ClientIdentity> identify(const Address &address);
    ServedInstance *startedInstance(const QByteArray &destination); // null: has been answered

    void handle(const SubscribeRequest &request);
    void handle(const UnsubscribeRequest &request);
    void handle(const GetRequest &request);
    void handle(const AckRequest &request);
    void handle(const RollbackRequest &request);
    void handle(const UnsupportedRequest &request);
    void handle(const UnreadableRequest &request);

    const SessionConfig m_config;
    SessionSink &m_sink;
    QByteArray m_seed;
    bool m_loggedIn = false;
    bool m_waiting = false;
    bool m_receiving = false;
};

} // namespace canal::server
