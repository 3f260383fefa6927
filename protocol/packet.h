// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QByteArray>
#include <QString>

#include <string_view>
#include <variant>
#include <vector>

// Decoded packets as values; protocol/packetcodec turns them into bytes and back.
namespace canal {

// ---- server -> client

struct Handshake
{
    int version = 1;
    QByteArray seed; // 8 random bytes; empty from servers before 1.1.4
};

struct Ack
{
    int code = 0;
    QString message; // an error: one sentence, or a Java stack trace

    bool ok() const { return code == 0; }
};

// One batch. The entries are views into `frame`, which this value owns.
struct Messages
{
    BatchId batch = noBatch;
    QByteArray frame;
    std::vector<std::string_view> entries;

    bool isEmpty() const { return batch == noBatch; }
};

using ServerPacket = std::variant<Handshake, Ack, Messages>;

// ---- client -> server

struct ClientAuth
{
    QString user;
    QByteArray scrambledHex; // empty: no password
};

struct Subscribe
{
    QString filter; // empty = leave the server's filter alone (R2)
};

struct Unsubscribe
{
};

// The timeout is always -1 (R8, S3), so it has no place here.
struct Get
{
    int fetchKb = 1000; // kilobytes, not rows (R10)
};

struct ClientAck
{
    BatchId batch = noBatch;
};

// rollback(0); rollback(id) loses rows (R7, S6), so it does not exist here.
struct RollbackAll
{
};

using ClientPacket = std::variant<ClientAuth, Subscribe, Unsubscribe, Get, ClientAck, RollbackAll>;

} // namespace canal
