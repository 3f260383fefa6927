// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/destination.h"
#include "protocol/packet.h"
#include "protocol/result.h"

namespace canal {

enum class CodecError {
    Malformed, // not a Packet, or its body is not what the type says
    UnknownType,
    UnsupportedVersion, // only the handshake carries one that counts (R17)
    UnsupportedCompression,
    TooManyEntries,
};

// Packets <-> frame bodies, the client's side. Any thread.
class PacketCodec
{
public:
    static constexpr std::size_t defaultMaxEntries = 100'000;

    explicit PacketCodec(const Destination &destination,
                         std::size_t maxEntries = defaultMaxEntries);

    QByteArray encode(const ClientPacket &packet) const;
    Result<ServerPacket, CodecError> decode(const QByteArray &body) const;

private:
    QByteArray m_destination;
    QByteArray m_clientId;
    std::size_t m_maxEntries;
};

} // namespace canal
