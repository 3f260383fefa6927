// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/destination.h"
#include "protocol/limits.h"
#include "protocol/secret.h"

#include <QMetaType>
#include <QString>

namespace canal {

enum class AccessMode {
    Peek, // never acks; gives everything back on leaving; pauses at half of the server's store
    Manual, // acks and rolls back what the user says
    Auto, // acks each batch once it is kept; consumes
};

inline constexpr quint16 defaultPort = 11111;
// More overflows Canal's int arithmetic and is answered with an exception (R10).
inline constexpr int maxFetchKb = 2'097'151;
// The ids we choose from, far from 1001, which Canal's own clients use.
inline constexpr qint16 firstOwnClientId = 20'000;
inline constexpr qint16 lastOwnClientId = 32'000;

// Everything a client needs to know before it connects. Immutable afterwards.
struct ClientConfig
{
    QString host;
    quint16 port = defaultPort;
    QString user;
    Secret password;
    Destination destination;
    bool ownClientId = true; // false = the user gave it: never unsubscribed (R14)
    bool rollbackOnAttach
        = false; // an own id that may hold un-acked batches of an unclean end (R3)
    QString filter; // empty = leave the server's alone (R2)
    int fetchKb = 1000;
    AccessMode mode = AccessMode::Peek;
    int maxUnackedBatches = 0; // Auto: no GET while so many are un-acked; 0 = no limit
    bool retries = true; // reconnect after a transient error, also before the first SUBSCRIBE
    Limits limits;
    Timeouts timeouts;
};

} // namespace canal

Q_DECLARE_METATYPE(canal::ClientConfig)
