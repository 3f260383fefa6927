// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QString>

#include <optional>

namespace canal {

// What a Canal server complains of, told from the text of its error ACK (protocol.md 2.4).
enum class ServerComplaint {
    AuthFailed,
    NotStarted, // unknown, stopped, standby or booting: the text is the same
    NotSubscribed,
    NotOldestBatch,
    AckOfUnknownBatch,
    RollbackOfUnknownBatch,
    AckPositionGone, // another client acked past it
    BadClientId,
    BadFetchSize,
    UnsupportedPacket,
    StoreRowsGone, // a rollback(id) moved the store's pointer under outstanding batches (S6)
    EmptyField,
    BatchIdMissing,
    Unknown,
};

// The requests that a complaint can answer.
enum class RequestKind { Auth, Subscribe, Unsubscribe, Get, Ack, Rollback };

struct ServerError
{
    int code = 0;
    ServerComplaint complaint = ServerComplaint::Unknown;
    QString firstLine; // "CanalServerException: batchId:4 is not the firstly:2"
    std::optional<BatchId> batch; // the batch the text names
};

ServerError recogniseServerError(int code, const QString &text);
bool canBeAnswerTo(ServerComplaint complaint, RequestKind request);

} // namespace canal
