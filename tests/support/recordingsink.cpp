// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/recordingsink.h"

using namespace Qt::StringLiterals;

namespace canal::test {

QString describeClientPacket(const QByteArray &body)
{
    packet::Packet packet;
    if (!packet.ParseFromString(body.toStdString()))
        return u"garbage"_s;
    switch (packet.type()) {
    case packet::PACKET_CLIENT_AUTHENTICATION:
        return u"auth"_s;
    case packet::PACKET_SUBSCRIPTION: {
        packet::Sub sub;
        sub.ParseFromString(packet.body());
        return (u"subscribe "_s + QString::fromStdString(sub.filter())).trimmed();
    }
    case packet::PACKET_UNSUBSCRIPTION:
        return u"unsubscribe"_s;
    case packet::PACKET_GET: {
        packet::Get get;
        get.ParseFromString(packet.body());
        return u"get %1"_s.arg(get.fetch_size());
    }
    case packet::PACKET_CLIENT_ACK: {
        packet::ClientAck ack;
        ack.ParseFromString(packet.body());
        return u"ack %1"_s.arg(ack.batch_id());
    }
    case packet::PACKET_CLIENT_ROLLBACK: {
        packet::ClientRollback rollback;
        rollback.ParseFromString(packet.body());
        return u"rollback %1"_s.arg(rollback.batch_id());
    }
    default:
        return u"packet %1"_s.arg(int(packet.type()));
    }
}

static QString stateName(ClientState state)
{
    switch (state) {
    case ClientState::Idle:
        return u"Idle"_s;
    case ClientState::Connecting:
        return u"Connecting"_s;
    case ClientState::AwaitingHandshake:
        return u"AwaitingHandshake"_s;
    case ClientState::Authenticating:
        return u"Authenticating"_s;
    case ClientState::Subscribing:
        return u"Subscribing"_s;
    case ClientState::Streaming:
        return u"Streaming"_s;
    case ClientState::Leaving:
        return u"Leaving"_s;
    case ClientState::Waiting:
        return u"Waiting"_s;
    case ClientState::Failed:
        return u"Failed"_s;
    }
    return {};
}

void RecordingSink::send(const QByteArray &frame)
{
    sentBytes += frame;
    FrameDecoder decoder(1 << 20);
    decoder.append(frame);
    m_events << describeClientPacket(**decoder.next());
}

void RecordingSink::stateChanged(ClientState state) { m_events << u"state "_s + stateName(state); }

void RecordingSink::batchReceived(const Messages &messages)
{
    lastBatch = messages;
    note("batch", messages.batch);
}

void RecordingSink::ackFailed(BatchId batch, const ClientError &error)
{
    lastError = error;
    note("ackfailed", batch);
}

void RecordingSink::failed(const ClientError &error)
{
    lastError = error;
    m_events << u"failed %1"_s.arg(static_cast<int>(error.kind));
}

void RecordingSink::note(const char *what, BatchId batch)
{
    m_events << u"%1 %2"_s.arg(QLatin1StringView(what)).arg(raw(batch));
}

} // namespace canal::test
