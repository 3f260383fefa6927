// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/clienterror.h"

namespace canal {

bool ClientError::isTransient() const
{
    switch (kind) {
    case Kind::HostNotFound:
    case Kind::Refused:
    case Kind::Unreachable:
    case Kind::Timeout:
    case Kind::ServerRejected:
        return true;
    case Kind::Closed:
        // Right after the login it means the server cannot use its own canal.passwd (S2), and a
        // second try could lock somebody out.
        return during != ClientState::Authenticating;
    case Kind::SubscribeRejected:
        return complaint == ServerComplaint::NotStarted;
    case Kind::NotCanal:
    case Kind::BadFrame:
    case Kind::BadPacket:
    case Kind::BadEntry:
    case Kind::OverLimit:
    case Kind::NoSeed:
    case Kind::AuthRejected:
        return false;
    }
    Q_UNREACHABLE();
}

} // namespace canal
