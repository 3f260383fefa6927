// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"
#include "protocol/server/javaexception.h"
#include "protocol/server/servedinstance.h"

#include <QByteArray>

#include <optional>
#include <variant>

// Packets as the server sees them: what clients may ask, decoded with everything our own client
// never sends, and what it answers. Texts are UTF-8. Any thread.
namespace canal::server {

struct LoginRequest
{
    QByteArray user;
    QByteArray password; // 40 hex digits when all is well
    qint32 readTimeoutMs = 0; // <= 0: the server's default
    qint32 writeTimeoutMs = 0;
    QByteArray destination; // with clientId: subscribe at once
    QByteArray clientId;
    QByteArray filter;
};

// Whom a request is about. The client id is text until the server parses it.
struct Address
{
    QByteArray destination;
    QByteArray clientId;

    bool isComplete() const { return !destination.isEmpty() && !clientId.isEmpty(); }
};

struct SubscribeRequest
{
    Address address;
    QByteArray filter;
};
struct UnsubscribeRequest
{
    Address address;
    QByteArray filter;
};
struct GetRequest
{
    Address address;
    qint32 fetchSize = 0;
    Patience patience = Forever {}; // what an absent timeout means (R8)
};
struct AckRequest
{
    Address address;
    BatchId batch { 0 };
};
struct RollbackRequest
{
    Address address;
    BatchId batch { 0 };
};
struct UnsupportedRequest
{
    QByteArray typeName; // "HEARTBEAT"
};
struct UnreadableRequest // the body is not what the packet's type says
{
    JavaException exception;
};
using ClientRequest = std::variant<SubscribeRequest, UnsubscribeRequest, GetRequest, AckRequest,
                                   RollbackRequest, UnsupportedRequest, UnreadableRequest>;

// nullopt: no packet, or no such body. Before authentication every packet is read like this,
// whatever its type (2.1).
std::optional<LoginRequest> decodeLogin(const QByteArray &packet);
std::optional<ClientRequest> decodeRequest(const QByteArray &packet); // nullopt: no packet

// Java's Short.valueOf().
Result<qint16, JavaException> parseClientId(const QByteArray &text);

QByteArray encodeHandshake(const QByteArray &seed);
QByteArray encodeOk();
QByteArray encodeError(int code, const QByteArray &text);
QByteArray encodeNothing(); // batch id -1; the only MESSAGES packet with a version (R17)
QByteArray encodeBatch(const GivenBatch &batch);

} // namespace canal::server
