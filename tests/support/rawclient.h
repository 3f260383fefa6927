// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QTcpSocket>

#include <memory>
#include <optional>

namespace google::protobuf {
class MessageLite;
}

namespace canal::test {

// Whom a request is about; the id is text, as on the wire.
struct Who
{
    QByteArray destination = "example";
    QByteArray clientId = "1001";
};

// What came from the server, or did not.
struct Answer
{
    enum class Kind { Handshake, Ack, Messages, Other, Closed, Silence };

    Kind kind = Kind::Silence;
    QByteArray packet; // as it came
    QByteArray seed; // Handshake
    int code = 0; // Ack
    QByteArray text;
    qint64 batch = -1; // Messages
    QByteArrayList entries;

    bool isOk() const { return kind == Kind::Ack && code == 0; }
    bool isEmptyBatch() const { return kind == Kind::Messages && batch == -1; }
    // The first line of an error; "exception TYPE: MESSAGE" for one that a Java exception made.
    QByteArray firstLine() const;
    // As the dialogues in tests/data/dialogues have it.
    QByteArray toText() const;
};

// A client that sends whatever a test wants, made with protobuf's own classes and none of our
// client's code. Waits for answers in the event loop.
class RawClient
{
public:
    explicit RawClient(quint16 port); // connects, and reads the handshake unless it does not come

    const Answer &handshake() const { return m_handshake; }
    QTcpSocket &socket() { return m_socket; }

    void sendBytes(const QByteArray &bytes);
    void sendFrame(const QByteArray &body);
    void sendPacket(int type, const QByteArray &body);

    void login(const QByteArray &user = {}, const QByteArray &passwordHex = {},
               const std::optional<Who> &subscribeAs = {});
    void loginWithTimeouts(int readMs, int writeMs);
    void subscribe(const Who &who = {}, const QByteArray &filter = {});
    void unsubscribe(const Who &who = {});
    void get(int size, const Who &who = {});
    void get(int size, std::optional<qint64> timeout, std::optional<int> unit, const Who &who = {});
    void ack(qint64 batch, const Who &who = {});
    void rollback(qint64 batch, const Who &who = {});

    Answer read(int timeoutMs = 5000);
    bool hasAnswer(); // without waiting
    QByteArray scrambled(const QByteArray &password) const;

private:
    void sendPacket(int type, const google::protobuf::MessageLite &body);
    bool isAnswerThere();

    QTcpSocket m_socket;
    QByteArray m_received;
    Answer m_handshake;
};

// A logged-in client, subscribed as `who`.
std::unique_ptr<RawClient> subscribedClient(quint16 port, const Who &who = {});

// True when everything that clients have sent so far has been seen by a server in this thread: a
// connection made now is answered only after that.
void letServerCatchUp(quint16 port);

} // namespace canal::test
