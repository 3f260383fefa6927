// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientconfig.h"
#include "protocol/clienterror.h"
#include "protocol/clientstate.h"
#include "protocol/framedecoder.h"
#include "protocol/leave.h"
#include "protocol/packet.h"
#include "protocol/packetcodec.h"

#include <deque>
#include <optional>

namespace canal {

// What a session asks of the outside world. Called from within the session's own calls; a sink may
// call back into the session.
class SessionSink
{
public:
    virtual ~SessionSink() = default;

    virtual void send(const QByteArray &frame) = 0;
    virtual void stateChanged(ClientState state) = 0;
    virtual void batchReceived(const Messages &messages) = 0;
    virtual void polled() = 0; // a GET was answered with nothing
    virtual void ackSent(BatchId batch) = 0;
    // The next answered request came without an error before it (R4).
    virtual void ackConfirmed(BatchId batch) = 0;
    virtual void ackFailed(BatchId batch, const ClientError &error) = 0;
    virtual void rolledBack() = 0; // rollback(0) was sent: nothing is un-acked any more
    // The connection is over; state() says whether a retry makes sense (Waiting) or not (Failed).
    virtual void failed(const ClientError &error) = 0;
    virtual void left(Departure how) = 0; // leave() is done: close the socket
};

enum class FetchBlock {
    None,
    NotStreaming,
    InFlight, // the last GET is not answered yet
    PeekLimit, // Peek holds half of what a destination buffers
    UnackedLimit, // ClientConfig::maxUnackedBatches
};

enum class AckRefusal {
    NotStreaming,
    NotOldest, // Canal takes acks oldest first only (R6)
    Unknown, // not outstanding on this connection
};

// One client's conversation with a Canal server, sans I/O: bytes and the user's intents in, bytes
// and events out through the sink. No socket, no timer, no thread. Rules: protocol.md R1-R18.
class ClientSession
{
public:
    ClientSession(ClientConfig config, SessionSink &sink);

    // ---- transport events in
    void connecting();
    void connected();
    void bytesReceived(QByteArrayView bytes);
    void closed();
    void socketFailed(ClientError::Kind kind, const QString &detail);
    void timedOut();

    // ---- intents in
    FetchBlock fetchBlock() const;
    void fetch(); // does nothing while fetchBlock() is not None
    Result<Ok, AckRefusal> ack(BatchId batch);
    void rollbackAll();
    void keepAlive(); // a request that changes nothing, so that an idle server does not close (S30)
    void leave(Leave how);
    void stop(); // to Idle at once, whatever was going on

    ClientState state() const { return m_state; }
    bool isInsideFrame() const { return m_decoder.isInsideFrame(); }
    bool awaitsGet() const;
    qsizetype unackedBatches() const { return static_cast<qsizetype>(m_unacked.size()); }
    qint64 unackedBytes() const { return m_unackedBytes; }
    qint64 unackedEntries() const { return m_unackedEntries; }

private:
    struct Request
    {
        RequestKind kind;
        BatchId batch = noBatch;

        // Success of an ack or rollback is silent (R4).
        bool isAnswered() const
        {
            return kind != RequestKind::Ack && kind != RequestKind::Rollback;
        }
    };
    struct Outstanding
    {
        BatchId batch;
        qint64 bytes;
        qint64 entries;
    };

    void setState(ClientState state);
    bool isOpen() const;
    void reset();
    void request(RequestKind kind, const ClientPacket &packet, BatchId batch = noBatch);
    void fail(ClientError error);
    void frameFailed(FrameError error);
    void packetFailed(CodecError error);
    void unexpected(const char *what);

    void onPacket(const ServerPacket &packet);
    void onHandshake(const Handshake &handshake);
    void onAck(const Ack &ack);
    void onAccepted();
    void onRejected(const Ack &ack);
    void onMessages(const Messages &messages);
    std::optional<Request> settleUpToAnswered();
    std::optional<Request> takeCulprit(const ServerError &error);
    void attach();
    void sayGoodbye();
    void keepAnswered();
    void finishLeavingIfAnswered();
    void stopAndTell();

    const ClientConfig m_config;
    SessionSink &m_sink;
    PacketCodec m_codec;
    FrameDecoder m_decoder;
    ClientState m_state = ClientState::Idle;
    std::deque<Request> m_sent; // not yet answered, oldest first
    std::deque<Outstanding> m_unacked; // oldest first
    qint64 m_unackedBytes = 0;
    qint64 m_unackedEntries = 0;
    BatchId m_lastBatch = noBatch;
    bool m_serverMayHoldBatches; // un-acked ones of ours, from before this connection
    std::optional<Leave> m_goodbyeAfterGet;
};

} // namespace canal
