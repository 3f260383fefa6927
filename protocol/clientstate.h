// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>
#include <QtGlobal>

namespace canal {

// Where a connection stands. The table below is the only place that says what may follow what.
enum class ClientState {
    Idle,
    Connecting,
    AwaitingHandshake,
    Authenticating,
    Subscribing,
    Streaming,
    Leaving, // giving back, unsubscribing, waiting for the last answers
    Waiting, // a retry timer runs
    Failed,
};

constexpr bool canMove(ClientState from, ClientState to)
{
    using enum ClientState;
    const bool ends = to == Waiting || to == Failed || to == Idle;
    switch (from) {
    case Idle:
        return to == Connecting;
    case Connecting:
        return to == AwaitingHandshake || ends;
    case AwaitingHandshake:
        return to == Authenticating || ends;
    case Authenticating:
        return to == Subscribing || ends;
    case Subscribing:
        return to == Streaming || to == Leaving || ends;
    case Streaming:
        return to == Leaving || ends;
    case Leaving:
        return to == Idle;
    case Waiting:
    case Failed:
        return to == Connecting || to == Idle;
    }
    Q_UNREACHABLE();
}

} // namespace canal

Q_DECLARE_METATYPE(canal::ClientState)
