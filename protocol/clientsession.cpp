// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/clientsession.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

ClientSession::ClientSession(ClientConfig config, SessionSink &sink)
    : m_config(std::move(config))
    , m_sink(sink)
    , m_codec(m_config.destination, m_config.limits.entriesPerBatch)
    , m_decoder(m_config.limits.handshakeBytes)
    , m_serverMayHoldBatches(m_config.rollbackOnAttach || !m_config.ownClientId)
{ }

void ClientSession::setState(ClientState state)
{
    Q_ASSERT(canMove(m_state, state));
    m_state = state;
    m_sink.stateChanged(state);
}

bool ClientSession::isOpen() const
{
    switch (m_state) {
    case ClientState::Connecting:
    case ClientState::AwaitingHandshake:
    case ClientState::Authenticating:
    case ClientState::Subscribing:
    case ClientState::Streaming:
    case ClientState::Leaving:
        return true;
    case ClientState::Idle:
    case ClientState::Waiting:
    case ClientState::Failed:
        return false;
    }
    Q_UNREACHABLE();
}

// Forgets the connection; remembers whether the server may hold batches of ours.
void ClientSession::reset()
{
    const bool requestPending
        = std::any_of(m_sent.begin(), m_sent.end(), [](const Request &request) {
              return request.kind == RequestKind::Get || request.kind == RequestKind::Ack
                  || request.kind == RequestKind::Rollback;
          });
    m_serverMayHoldBatches |= requestPending || !m_unacked.empty();
    m_sent.clear();
    m_unacked.clear();
    m_unackedBytes = 0;
    m_unackedEntries = 0;
    m_lastBatch = noBatch;
    m_goodbyeAfterGet.reset();
    m_decoder.reset();
    m_decoder.setMaxFrameBytes(m_config.limits.handshakeBytes);
}

// ---- transport events

void ClientSession::connecting()
{
    reset();
    setState(ClientState::Connecting);
}

void ClientSession::connected() { setState(ClientState::AwaitingHandshake); }

void ClientSession::bytesReceived(QByteArrayView bytes)
{
    m_decoder.append(bytes);
    while (isOpen()) {
        const auto frame = m_decoder.next();
        if (!frame)
            return frameFailed(frame.error());
        if (!*frame)
            return;
        const auto packet = m_codec.decode(**frame);
        if (!packet)
            return packetFailed(packet.error());
        onPacket(*packet);
    }
}

void ClientSession::closed()
{
    if (m_state == ClientState::Leaving) {
        stopAndTell();
    } else {
        fail({ ClientError::Kind::Closed });
    }
}

void ClientSession::socketFailed(ClientError::Kind kind, const QString &detail)
{
    fail({ kind, detail });
}

void ClientSession::timedOut()
{
    if (m_state != ClientState::Leaving)
        return fail({ ClientError::Kind::Timeout });
    // The GET may still be answered with a batch after we are gone (S3), so give that back too.
    if (m_goodbyeAfterGet)
        sayGoodbye();
    stopAndTell();
}

void ClientSession::fail(ClientError error)
{
    if (!isOpen())
        return;
    error.during = m_state;
    const auto next = m_state == ClientState::Leaving ? ClientState::Idle
        : m_config.retries && error.isTransient()     ? ClientState::Waiting
                                                      : ClientState::Failed;
    reset();
    setState(next);
    m_sink.failed(error);
    if (error.during == ClientState::Leaving)
        m_sink.left(m_serverMayHoldBatches ? Departure::MayHoldBatches : Departure::Clean);
}

void ClientSession::frameFailed(FrameError error)
{
    if (m_state == ClientState::AwaitingHandshake)
        return fail({ ClientError::Kind::NotCanal });
    ClientError failure { error == FrameError::TooLarge ? ClientError::Kind::OverLimit
                                                        : ClientError::Kind::BadFrame };
    failure.bytes = m_decoder.announcedBytes();
    failure.detail = u"a frame of %1 bytes was announced"_s.arg(failure.bytes);
    fail(failure);
}

void ClientSession::packetFailed(CodecError error)
{
    if (m_state == ClientState::AwaitingHandshake)
        return fail({ ClientError::Kind::NotCanal });
    switch (error) {
    case CodecError::Malformed:
        return fail({ ClientError::Kind::BadPacket, u"malformed packet"_s });
    case CodecError::UnknownType:
        return fail({ ClientError::Kind::BadPacket, u"unknown packet type"_s });
    case CodecError::UnsupportedVersion:
        return fail({ ClientError::Kind::BadPacket, u"unsupported version"_s });
    case CodecError::UnsupportedCompression:
        return fail({ ClientError::Kind::BadPacket, u"the packet is compressed"_s });
    case CodecError::TooManyEntries:
        return fail({ ClientError::Kind::OverLimit, u"too many entries in one batch"_s });
    }
    Q_UNREACHABLE();
}

void ClientSession::unexpected(const char *what)
{
    fail({ ClientError::Kind::BadPacket, u"unexpected %1"_s.arg(QLatin1StringView(what)) });
}

// ---- packets

void ClientSession::onPacket(const ServerPacket &packet)
{
    if (const auto *handshake = std::get_if<Handshake>(&packet))
        onHandshake(*handshake);
    else if (const auto *ack = std::get_if<Ack>(&packet))
        onAck(*ack);
    else
        onMessages(std::get<Messages>(packet));
}

void ClientSession::onHandshake(const Handshake &handshake)
{
    if (m_state != ClientState::AwaitingHandshake)
        return unexpected("handshake");
    const auto scrambled = m_config.password.scrambled(handshake.seed);
    if (!scrambled)
        return fail({ ClientError::Kind::NoSeed });
    m_decoder.setMaxFrameBytes(m_config.limits.loginBytes);
    setState(ClientState::Authenticating);
    request(RequestKind::Auth, ClientAuth { m_config.user, *scrambled });
}

void ClientSession::onAck(const Ack &ack)
{
    if (m_state == ClientState::AwaitingHandshake)
        return fail({ ClientError::Kind::NotCanal });
    if (ack.ok())
        onAccepted();
    else
        onRejected(ack);
}

void ClientSession::onAccepted()
{
    const auto request = settleUpToAnswered();
    if (!request || request->kind == RequestKind::Get)
        return unexpected("acknowledgement");
    switch (request->kind) {
    case RequestKind::Auth:
        setState(ClientState::Subscribing);
        return this->request(RequestKind::Subscribe, Subscribe { m_config.filter });
    case RequestKind::Subscribe:
        if (m_state == ClientState::Subscribing)
            attach();
        break;
    case RequestKind::Unsubscribe:
    case RequestKind::Get:
    case RequestKind::Ack:
    case RequestKind::Rollback:
        break;
    }
    finishLeavingIfAnswered();
}

// An error closes the connection always: what follows it cannot be trusted (S1, R13).
void ClientSession::onRejected(const Ack &ack)
{
    const auto server
        = recogniseServerError(ack.code, ack.message.left(m_config.limits.errorChars));
    ClientError error { ClientError::Kind::ServerRejected,
                        ack.message.left(m_config.limits.errorChars) };
    error.serverCode = server.code;
    error.complaint = server.complaint;
    error.during = m_state;
    if (m_state == ClientState::Authenticating)
        error.kind = ClientError::Kind::AuthRejected;
    else if (m_state == ClientState::Subscribing)
        error.kind = ClientError::Kind::SubscribeRejected;
    const auto culprit = takeCulprit(server);
    if (culprit && culprit->kind == RequestKind::Ack)
        m_sink.ackFailed(culprit->batch, error);
    fail(error);
}

void ClientSession::onMessages(const Messages &messages)
{
    if (m_state != ClientState::Streaming && m_state != ClientState::Leaving)
        return m_state == ClientState::AwaitingHandshake ? fail({ ClientError::Kind::NotCanal })
                                                         : unexpected("batch");
    const auto request = settleUpToAnswered();
    if (!request || request->kind != RequestKind::Get)
        return unexpected("batch");
    const bool idIsPossible = messages.isEmpty()
        ? messages.entries.empty()
        : raw(messages.batch) > 0 && messages.batch > m_lastBatch;
    if (!idIsPossible)
        return unexpected("batch id");

    if (!messages.isEmpty()) {
        m_lastBatch = messages.batch;
        qint64 bytes = 0;
        for (const auto &entry : messages.entries)
            bytes += static_cast<qint64>(entry.size());
        m_unacked.push_back(
            { messages.batch, bytes, static_cast<qint64>(messages.entries.size()) });
        m_unackedBytes += bytes;
        m_unackedEntries += m_unacked.back().entries;
    }
    if (m_state == ClientState::Leaving) { // it goes back at once, so nobody gets to see it
        if (m_goodbyeAfterGet)
            sayGoodbye();
        return finishLeavingIfAnswered();
    }
    if (messages.isEmpty())
        m_sink.polled();
    else
        m_sink.batchReceived(messages);
}

// An answer came: the silent requests sent before its request have succeeded (R4).
std::optional<ClientSession::Request> ClientSession::settleUpToAnswered()
{
    while (!m_sent.empty()) {
        const auto request = m_sent.front();
        m_sent.pop_front();
        if (request.isAnswered())
            return request;
        if (request.kind == RequestKind::Ack)
            m_sink.ackConfirmed(request.batch);
    }
    return {};
}

// The server answers in order, so the error belongs to a silent request that is still open or to
// the first answered one, whichever the text fits.
std::optional<ClientSession::Request> ClientSession::takeCulprit(const ServerError &error)
{
    auto last = std::find_if(m_sent.begin(), m_sent.end(), std::mem_fn(&Request::isAnswered));
    if (last != m_sent.end())
        ++last;
    const auto fits = [&error](const Request &request) {
        return canBeAnswerTo(error.complaint, request.kind)
            && (!error.batch || request.kind != RequestKind::Ack || request.batch == *error.batch);
    };
    const auto found = std::find_if(m_sent.begin(), last, fits);
    if (found == last)
        return {};
    const auto culprit = *found;
    for (auto before = m_sent.begin(); before != found; ++before)
        if (before->kind == RequestKind::Ack)
            m_sink.ackConfirmed(before->batch);
    m_sent.erase(m_sent.begin(), found + 1);
    return culprit;
}

// ---- intents

void ClientSession::request(RequestKind kind, const ClientPacket &packet, BatchId batch)
{
    m_sent.push_back({ kind, batch });
    m_sink.send(encodeFrame(m_codec.encode(packet)));
}

void ClientSession::attach()
{
    m_decoder.setMaxFrameBytes(m_config.limits.frameBytes);
    if (m_serverMayHoldBatches)
        request(RequestKind::Rollback, RollbackAll {});
    m_serverMayHoldBatches = false;
    setState(ClientState::Streaming);
}

bool ClientSession::awaitsGet() const
{
    return std::any_of(m_sent.begin(), m_sent.end(),
                       [](const Request &request) { return request.kind == RequestKind::Get; });
}

FetchBlock ClientSession::fetchBlock() const
{
    if (m_state != ClientState::Streaming)
        return FetchBlock::NotStreaming;
    if (awaitsGet())
        return FetchBlock::InFlight;
    if (m_config.mode == AccessMode::Peek
        && (m_unackedBytes >= serverStoreBytes / 2 || m_unackedEntries >= serverStoreEntries / 2))
        return FetchBlock::PeekLimit;
    if (m_config.maxUnackedBatches > 0 && unackedBatches() >= m_config.maxUnackedBatches)
        return FetchBlock::UnackedLimit;
    return FetchBlock::None;
}

void ClientSession::fetch()
{
    if (fetchBlock() != FetchBlock::None)
        return;
    qint64 fetchKb = std::clamp(m_config.fetchKb, 1, maxFetchKb);
    if (m_config.mode == AccessMode::Peek) // one GET must not take what Peek leaves to the server
        fetchKb = std::clamp<qint64>((serverStoreBytes / 2 - m_unackedBytes) / 1024, 1, fetchKb);
    request(RequestKind::Get, Get { static_cast<int>(fetchKb) });
}

Result<Ok, AckRefusal> ClientSession::ack(BatchId batch)
{
    if (m_state != ClientState::Streaming)
        return Failure { AckRefusal::NotStreaming };
    const auto found = std::find_if(m_unacked.begin(), m_unacked.end(),
                                    [batch](const Outstanding &o) { return o.batch == batch; });
    if (found == m_unacked.end())
        return Failure { AckRefusal::Unknown };
    if (found != m_unacked.begin())
        return Failure { AckRefusal::NotOldest };
    m_unackedBytes -= found->bytes;
    m_unackedEntries -= found->entries;
    m_unacked.pop_front();
    request(RequestKind::Ack, ClientAck { batch }, batch);
    m_sink.ackSent(batch);
    return Ok {};
}

void ClientSession::rollbackAll()
{
    if (m_state != ClientState::Streaming)
        return;
    m_unacked.clear();
    m_unackedBytes = 0;
    m_unackedEntries = 0;
    request(RequestKind::Rollback, RollbackAll {});
    m_sink.rolledBack();
}

void ClientSession::keepAlive()
{
    if (m_state == ClientState::Streaming)
        keepAnswered();
}

void ClientSession::leave(Leave how)
{
    switch (m_state) {
    case ClientState::Streaming:
        setState(ClientState::Leaving);
        m_goodbyeAfterGet = how;
        // A GET in flight may bring a batch, which would have to go back as well.
        if (!awaitsGet())
            sayGoodbye();
        return finishLeavingIfAnswered();
    case ClientState::Subscribing: // the id is registered the moment the server reads our SUBSCRIBE
        setState(ClientState::Leaving);
        m_goodbyeAfterGet = how;
        sayGoodbye();
        return finishLeavingIfAnswered();
    case ClientState::Leaving:
        return;
    case ClientState::Idle:
    case ClientState::Connecting:
    case ClientState::AwaitingHandshake:
    case ClientState::Authenticating:
    case ClientState::Waiting:
    case ClientState::Failed:
        stopAndTell();
    }
}

void ClientSession::sayGoodbye()
{
    const bool givesBack = *m_goodbyeAfterGet == Leave::GiveBack;
    const bool getUnanswered = awaitsGet();
    m_goodbyeAfterGet.reset();
    if (givesBack && (!m_unacked.empty() || getUnanswered)) {
        m_unacked.clear();
        m_unackedBytes = 0;
        m_unackedEntries = 0;
        request(RequestKind::Rollback, RollbackAll {});
        m_sink.rolledBack();
    }
    if (givesBack && m_config.ownClientId)
        request(RequestKind::Unsubscribe, Unsubscribe {});
    else if (!m_sent.empty() && !m_sent.back().isAnswered())
        keepAnswered();
}

// Something harmless that is answered, so that what was said before is known to have worked (R4).
void ClientSession::keepAnswered() { request(RequestKind::Subscribe, Subscribe {}); }

void ClientSession::finishLeavingIfAnswered()
{
    if (m_state != ClientState::Leaving || m_goodbyeAfterGet)
        return;
    if (std::any_of(m_sent.begin(), m_sent.end(), std::mem_fn(&Request::isAnswered)))
        return;
    stopAndTell();
}

void ClientSession::stopAndTell()
{
    stop();
    m_sink.left(m_serverMayHoldBatches ? Departure::MayHoldBatches : Departure::Clean);
}

void ClientSession::stop()
{
    if (m_state == ClientState::Idle)
        return;
    reset();
    setState(ClientState::Idle);
}

} // namespace canal
