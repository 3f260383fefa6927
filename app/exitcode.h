// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clienterror.h"

namespace canal {

enum class ExitCode {
    Ok = 0,
    Usage = 1,
    Network = 2,
    Rejected = 3, // by the server
    Protocol = 4,
    File = 5,
};

constexpr ExitCode exitCodeFor(ClientError::Kind kind)
{
    switch (kind) {
    case ClientError::Kind::HostNotFound:
    case ClientError::Kind::Refused:
    case ClientError::Kind::Unreachable:
    case ClientError::Kind::Closed:
    case ClientError::Kind::Timeout:
        return ExitCode::Network;
    case ClientError::Kind::AuthRejected:
    case ClientError::Kind::SubscribeRejected:
    case ClientError::Kind::ServerRejected:
        return ExitCode::Rejected;
    case ClientError::Kind::NotCanal:
    case ClientError::Kind::BadFrame:
    case ClientError::Kind::BadPacket:
    case ClientError::Kind::BadEntry:
    case ClientError::Kind::OverLimit:
    case ClientError::Kind::NoSeed:
        return ExitCode::Protocol;
    }
    Q_UNREACHABLE();
}

} // namespace canal
