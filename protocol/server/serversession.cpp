// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/serversession.h"

#include <QRandomGenerator>
#include <QScopedValueRollback>

#include <utility>

namespace canal::server {
namespace {

constexpr int badRequest = 400;
constexpr int emptyField = 401;
constexpr int noBatchId = 402;

QByteArray freshSeed()
{
    QByteArray seed(8, Qt::Uninitialized);
    const auto random = QRandomGenerator::system()->generate64();
    for (qsizetype i = 0; i < seed.size(); ++i)
        seed[i] = static_cast<char>(random >> (8 * i));
    return seed;
}

std::chrono::milliseconds timeoutOr(qint32 ms, std::chrono::milliseconds fallback)
{
    return ms > 0 ? std::chrono::milliseconds(ms) : fallback; // ms, whatever the comment says (R12)
}

} // namespace

ServerSession::ServerSession(SessionConfig config, SessionSink &sink, QObject *parent)
    : QObject(parent)
    , m_config(std::move(config))
    , m_sink(sink)
    , m_seed(freshSeed())
{ }

void ServerSession::start() { m_sink.send(encodeHandshake(m_seed)); }

void ServerSession::receive(const QByteArray &packet)
{
    const QScopedValueRollback receiving(m_receiving, true);
    if (!m_loggedIn)
        return login(packet);
    if (const auto request = decodeRequest(packet))
        std::visit([this](const auto &known) { handle(known); }, *request);
    else
        m_sink.close();
}

// ---- login

void ServerSession::login(const QByteArray &packet)
{
    const auto login = decodeLogin(packet);
    const auto verdict = login ? checkLogin(m_config.account, m_seed, login->user, login->password)
                               : LoginVerdict::Broken;
    if (verdict == LoginVerdict::Broken)
        return m_sink.close();
    if (verdict == LoginVerdict::Rejected) {
        m_sink.send(encodeError(badRequest, "auth failed for user:" + login->user));
        if (m_config.rejectedLogin == RejectedLogin::Error)
            return;
    }
    if (!subscribeAtLogin(*login))
        return m_sink.close();
    m_loggedIn = true;
    m_sink.send(encodeOk());
    m_sink.loggedIn({ timeoutOr(login->readTimeoutMs, m_config.idle),
                      timeoutOr(login->writeTimeoutMs, m_config.idle) });
}

// A login may name a destination and a client id; an exception there costs the connection.
bool ServerSession::subscribeAtLogin(const LoginRequest &login)
{
    if (login.destination.isEmpty() || login.clientId.isEmpty())
        return true;
    const auto client = parseClientId(login.clientId);
    auto *const instance = m_sink.instance(login.destination);
    if (!client || !instance)
        return false;
    instance->subscribe({ login.destination, *client, login.filter });
    return true;
}

// ---- answers

void ServerSession::fail(const JavaException &exception)
{
    m_sink.send(encodeError(badRequest,
                            "something goes wrong with channel:" + m_sink.channelText()
                                + ", exception=" + exception.stackTrace()));
}

void ServerSession::answer(const CallResult &result)
{
    if (const auto *const exception = std::get_if<JavaException>(&result))
        fail(*exception);
    else if (const auto *const batch = std::get_if<GivenBatch>(&result))
        m_sink.send(encodeBatch(*batch));
    else
        m_sink.send(encodeNothing());
}

// nullopt: an empty field, or the id is no number; that has been answered.
std::optional<ClientIdentity> ServerSession::identify(const Address &address)
{
    if (!address.isComplete()) {
        m_sink.send(encodeError(emptyField, "destination or clientId is null"));
        return {};
    }
    const auto client = parseClientId(address.clientId);
    if (!client) {
        fail(client.error());
        return {};
    }
    return ClientIdentity { address.destination, *client, {} };
}

ServedInstance *ServerSession::startedInstance(const QByteArray &destination)
{
    auto *const instance = m_sink.instance(destination);
    if (!instance)
        fail(serverException("destination:" + destination + " should start first"));
    return instance;
}

// For a call that may have to wait for its turn, or for rows; this session may be gone by then.
CallDone ServerSession::whenDone(std::function<void(const CallResult &)> answerWith)
{
    m_waiting = true;
    return [self = QPointer(this), answerWith = std::move(answerWith)](const CallResult &result) {
        if (!self)
            return;
        self->m_waiting = false;
        answerWith(result);
        if (!self->m_receiving)
            self->m_sink.resumed();
    };
}

// ---- requests

void ServerSession::handle(const SubscribeRequest &request)
{
    auto client = identify(request.address);
    auto *const instance = client ? startedInstance(client->destination) : nullptr;
    if (!instance)
        return;
    client->filter = request.filter;
    instance->subscribe(*client);
    m_sink.send(encodeOk());
}

void ServerSession::handle(const UnsubscribeRequest &request)
{
    const auto client = identify(request.address);
    if (!client)
        return;
    auto *const instance = m_sink.instance(client->destination);
    if (!instance) // Canal does not check whether it is started, and trips over the map
        return fail(noSuchInstance(client->destination));
    instance->unsubscribe(*client);
    m_sink.send(encodeOk());
}

void ServerSession::handle(const GetRequest &request)
{
    const auto client = identify(request.address);
    auto *const instance = client ? startedInstance(client->destination) : nullptr;
    if (instance)
        instance->get(*client, request.fetchSize, request.patience,
                      whenDone([this](const CallResult &result) { answer(result); }));
}

void ServerSession::handle(const AckRequest &request)
{
    if (request.address.isComplete()) {
        if (raw(request.batch) == 0)
            return m_sink.send(encodeError(noBatchId, "batchId should assign value"));
        if (request.batch == noBatch)
            return; // the ack of an empty answer: no reply
    }
    const auto client = identify(request.address);
    auto *const instance = client ? startedInstance(client->destination) : nullptr;
    if (!instance)
        return;
    if (const auto acked = instance->ack(*client, request.batch); !acked)
        fail(acked.error());
}

void ServerSession::handle(const RollbackRequest &request)
{
    const auto client = identify(request.address);
    auto *const instance = client ? startedInstance(client->destination) : nullptr;
    if (instance)
        instance->rollback(*client, request.batch, whenDone([this](const CallResult &result) {
            if (const auto *const failure = std::get_if<JavaException>(&result))
                fail(*failure); // success is silent (R4)
        }));
}

void ServerSession::handle(const UnsupportedRequest &request)
{
    m_sink.send(encodeError(badRequest, "packet type=" + request.typeName + " is NOT supported!"));
}

void ServerSession::handle(const UnreadableRequest &request) { fail(request.exception); }

} // namespace canal::server
