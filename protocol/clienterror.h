// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientstate.h"
#include "protocol/servererror.h"

#include <QMetaType>
#include <QString>

namespace canal {

// Why a connection ended or a request failed. `kind` is for code; `detail` is raw text for people
// (the server's, the system's) and is never parsed. The sentence is made elsewhere.
struct ClientError
{
    enum class Kind {
        HostNotFound,
        Refused,
        Unreachable, // any other failure of the socket
        Closed, // by the server; `during` tells when
        Timeout, // `during` tells what did not come
        NotCanal, // the first bytes are no Canal handshake
        BadFrame,
        BadPacket,
        BadEntry, // a batch whose entries cannot be read: it is not acked
        OverLimit, // more than Limits allows
        NoSeed, // the password could not be scrambled and was not sent
        AuthRejected,
        SubscribeRejected,
        ServerRejected, // a GET, ack or rollback
    };

    Kind kind = Kind::Closed;
    QString detail = {};
    ClientState during = ClientState::Idle;
    int serverCode = 0;
    ServerComplaint complaint = ServerComplaint::Unknown;
    qint64 bytes = 0; // OverLimit: what the peer announced

    // May the client try again by itself?
    bool isTransient() const;
};

} // namespace canal

Q_DECLARE_METATYPE(canal::ClientError)
