// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientsession.h"
#include "protocol/framedecoder.h"

#include <proto/canal_packet.pb.h>

#include <QStringList>

namespace canal::test {

// "auth", "subscribe FILTER", "unsubscribe", "get KB", "ack N", "rollback N".
QString describeClientPacket(const QByteArray &body);

// The outside world of a ClientSession as a list of what happened: a test reads as a dialogue.
// Sent packets as describeClientPacket() names them. Events: "state S", "batch N", "polled", "acked
// N" (sent), "confirmed N", "ackfailed N", "rolledback", "failed KIND", "left".
class RecordingSink : public SessionSink
{
public:
    // What happened since the last call.
    QStringList take() { return std::exchange(m_events, {}); }

    void send(const QByteArray &frame) override;
    void stateChanged(ClientState state) override;
    void batchReceived(const Messages &messages) override;
    void polled() override { m_events << QStringLiteral("polled"); }
    void ackSent(BatchId batch) override { note("acked", batch); }
    void ackConfirmed(BatchId batch) override { note("confirmed", batch); }
    void ackFailed(BatchId batch, const ClientError &error) override;
    void rolledBack() override { m_events << QStringLiteral("rolledback"); }
    void failed(const ClientError &error) override;
    void left(Departure how) override
    {
        m_events << (how == Departure::Clean ? QStringLiteral("left")
                                             : QStringLiteral("left holding"));
    }

    ClientError lastError;
    Messages lastBatch;
    QByteArray sentBytes;

private:
    void note(const char *what, BatchId batch);

    QStringList m_events;
};

} // namespace canal::test
