// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// A client that gets and acknowledges batches and throws them away, the quickest there can be:
//   bench_discard PORT DESTINATION CLIENT_ID BATCH_KB IDLE_SECONDS
// Ends when nothing has come for so long; says how long it took from the first batch to the last
// ack.
#include "protocol/framedecoder.h"
#include "protocol/packetcodec.h"

#include <QCoreApplication>
#include <QStringList>
#include <QtEndian>

#include "tests/bench/measure.h"
#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace canal;
using namespace canal::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype largestFrame = qsizetype(1) << 28;

class Connection
{
public:
    Connection(quint16 port, const Destination &destination)
        : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
        , m_codec(destination)
    {
        sockaddr_in address {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        address.sin_port = htons(port);
        if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            qFatal("nobody listens on port %d", port);
        const int on = 1;
        ::setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    }
    ~Connection() { ::close(m_socket); }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    void send(const std::vector<ClientPacket> &packets) const
    {
        QByteArray bytes;
        for (const auto &packet : packets)
            bytes += encodeFrame(m_codec.encode(packet));
        if (::send(m_socket, bytes.constData(), static_cast<std::size_t>(bytes.size()),
                   MSG_NOSIGNAL)
            != bytes.size())
            qFatal("the server closed the connection");
    }
    // The next packet; `m_frame` has its bytes.
    ServerPacket read()
    {
        quint32 prefix = 0;
        receive(reinterpret_cast<char *>(&prefix), sizeof prefix);
        const auto length = static_cast<qsizetype>(qFromBigEndian(prefix));
        if (length > largestFrame)
            qFatal("a frame of %lld bytes", static_cast<long long>(length));
        if (m_frame.size() < length)
            m_frame.resize(length);
        receive(m_frame.data(), static_cast<std::size_t>(length));
        m_bytes = length;
        auto packet = m_codec.decode(QByteArray::fromRawData(m_frame.constData(), length));
        if (!packet)
            qFatal("the server sent what is no packet");
        return *std::move(packet);
    }
    qsizetype lastBytes() const { return m_bytes; }

private:
    void receive(char *to, std::size_t size) const
    {
        while (size > 0) {
            const auto count = ::recv(m_socket, to, size, 0);
            if (count <= 0)
                qFatal("the server closed the connection");
            to += count;
            size -= static_cast<std::size_t>(count);
        }
    }

    const int m_socket;
    const PacketCodec m_codec;
    QByteArray m_frame;
    qsizetype m_bytes = 0;
};

void attach(Connection &connection)
{
    connection.read(); // the handshake
    connection.send({ ClientAuth {} });
    connection.read();
    connection.send({ Subscribe {} });
    const auto answer = connection.read();
    const auto *ack = std::get_if<Ack>(&answer);
    if (ack == nullptr || !ack->ok())
        qFatal("the server does not let us subscribe");
    print({ { u"attached"_s, true } });
}

void drain(Connection &connection, int kilobytes, double idleSeconds)
{
    constexpr auto pause = std::chrono::milliseconds(10);
    std::optional<Stopwatch> started;
    double seconds = 0;
    qint64 bytes = 0;
    qint64 batches = 0;
    connection.send({ Get { kilobytes } });
    for (Stopwatch quiet; quiet.seconds() < idleSeconds;) {
        const auto answer = connection.read();
        const auto *messages = std::get_if<Messages>(&answer);
        if (messages == nullptr)
            qFatal("the server answers a GET with an error");
        const auto batch = messages->batch;
        if (batch == noBatch) {
            std::this_thread::sleep_for(pause);
            connection.send({ Get { kilobytes } });
            if (!started)
                quiet = {}; // the backlog is still to come
            continue;
        }
        if (!started)
            started.emplace();
        connection.send({ ClientAck { batch }, Get { kilobytes } });
        seconds = started->seconds();
        quiet = {};
        bytes += connection.lastBytes() + static_cast<qint64>(sizeof(quint32));
        ++batches;
    }
    print({ { u"batches"_s, batches }, { u"wire_bytes"_s, bytes }, { u"seconds"_s, seconds } });
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments().mid(1);
    if (arguments.size() != 5)
        qFatal("bench_discard PORT DESTINATION CLIENT_ID BATCH_KB IDLE_SECONDS");
    Connection connection(arguments[0].toUShort(), { arguments[1], arguments[2].toShort() });
    attach(connection);
    drain(connection, arguments[3].toInt(), arguments[4].toDouble());
    return 0;
}
