// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientsession.h"
#include "protocol/fetchhold.h"

#include <QObject>

#include <memory>

namespace canal {

// A Canal client on a QTcpSocket: owns the socket, the timers, the retry policy and a
// ClientSession. Lives in the network thread; its slots are called there (queued from elsewhere).
// Fetches by itself while Streaming and not held: GET with timeout -1 and a growing pause after
// empty answers (R9).
//
// batchReceived() is emitted once per batch, in order; connect to it directly and keep the batch
// before returning, because an ack given during the signal leaves in one write with the next GET.
class CanalClient : public QObject
{
    Q_OBJECT

public:
    explicit CanalClient(ClientConfig config, QObject *parent = nullptr);
    ~CanalClient() override;

    ClientState state() const;

public slots:
    void open(); // also "retry now"
    void leave(canal::Leave how); // ends with left()
    void abort(); // to Idle at once; the server finds out by itself
    void hold(canal::FetchHold reason);
    void release(canal::FetchHold reason);
    // The oldest un-acked batch of this very connection; anything else is ignored with a warning.
    void ack(canal::Epoch epoch, canal::BatchId batch);
    void rollbackAll();
    // The batch just received cannot be read: ends the connection, the batch stays un-acked.
    void rejectBatch(const QString &why);

signals:
    void stateChanged(canal::ClientState state);
    void connectionStarted(canal::Epoch epoch); // SUBSCRIBE was accepted
    void connectionEnded(canal::Epoch epoch); // what was un-acked is lost: it will come again
    void batchReceived(canal::Epoch epoch, const canal::Messages &messages);
    void polled(); // a GET was answered with nothing
    void getUnanswered(); // for half of the time we wait: somebody may block the destination (S3)
    void ackSent(canal::Epoch epoch, canal::BatchId batch);
    void ackConfirmed(canal::Epoch epoch, canal::BatchId batch);
    void ackFailed(canal::Epoch epoch, canal::BatchId batch, const canal::ClientError &error);
    void rolledBack(canal::Epoch epoch);
    void holdsChanged(canal::FetchHolds holds);
    void failed(const canal::ClientError &error);
    void retryScheduled(int inMs);
    void left(canal::Departure how);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace canal

Q_DECLARE_METATYPE(canal::BatchId)
Q_DECLARE_METATYPE(canal::Epoch)
