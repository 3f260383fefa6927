// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/frameserver.h"

#include "protocol/server/serverpacket.h"
#include "protocol/wirereader.h"

#include <QtEndian>

#include <arpa/inet.h>
#include <array>
#include <netinet/tcp.h>
#include <string>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace canal::bench {
namespace {

// Canal's packet numbers.
enum class Asked : qint32 {
    Login = 2,
    Subscribe = 4,
    Unsubscribe = 5,
    Get = 6,
};

bool receive(int socket, char *to, std::size_t size)
{
    while (size > 0) {
        const auto count = ::recv(socket, to, size, 0);
        if (count <= 0)
            return false;
        to += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

bool sendFrame(int socket, std::string_view body)
{
    auto prefix = qToBigEndian(static_cast<quint32>(body.size()));
    std::array<iovec, 2> parts { { { &prefix, sizeof prefix },
                                   { const_cast<char *>(body.data()), body.size() } } };
    msghdr message {};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    std::size_t left = sizeof prefix + body.size();
    while (left > 0) {
        const auto count = ::sendmsg(socket, &message, MSG_NOSIGNAL);
        if (count <= 0)
            return false;
        auto sent = static_cast<std::size_t>(count);
        left -= sent;
        for (auto &part : parts) {
            const auto taken = std::min(sent, part.iov_len);
            part.iov_base = static_cast<char *>(part.iov_base) + taken;
            part.iov_len -= taken;
            sent -= taken;
        }
    }
    return true;
}

bool sendFrame(int socket, const QByteArray &body)
{
    return sendFrame(socket,
                     std::string_view(body.constData(), static_cast<std::size_t>(body.size())));
}

qint32 typeOf(std::string_view packet)
{
    WireReader in(packet);
    while (in.next()) {
        if (in.tag() == wireTag(3, WireType::Varint))
            return in.int32();
        in.skip();
    }
    return 0;
}

} // namespace

FrameServer::FrameServer(const std::vector<std::string_view> &frames)
    : m_frames(frames)
    , m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *plain = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, plain, size) != 0 || ::listen(m_listener, 1) != 0
        || ::getsockname(m_listener, plain, &size) != 0)
        qFatal("cannot listen on loopback");
    m_port = ntohs(address.sin_port);
    m_thread = std::jthread([this](const std::stop_token &stop) { serve(stop); });
}

FrameServer::~FrameServer()
{
    m_thread.request_stop();
    ::shutdown(m_listener, SHUT_RDWR); // wakes accept()
    m_thread.join();
    ::close(m_listener);
}

void FrameServer::serve(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        const int client = ::accept4(m_listener, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        const int on = 1;
        ::setsockopt(client, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        talk(client);
        ::close(client);
    }
}

void FrameServer::talk(int client)
{
    constexpr std::size_t largestRequest = 1 << 16;
    static const auto nothing = server::encodeNothing();
    static const auto ok = server::encodeOk();
    std::size_t next = 0;
    std::string request;
    quint32 prefix = 0;
    bool goes = sendFrame(client, server::encodeHandshake(QByteArray(8, 's')));
    while (goes && receive(client, reinterpret_cast<char *>(&prefix), sizeof prefix)) {
        request.resize(std::min<std::size_t>(qFromBigEndian(prefix), largestRequest));
        if (!receive(client, request.data(), request.size()))
            return;
        switch (static_cast<Asked>(typeOf(request))) {
        case Asked::Login:
        case Asked::Subscribe:
        case Asked::Unsubscribe:
            goes = sendFrame(client, ok);
            break;
        case Asked::Get:
            goes = next < m_frames.size() ? sendFrame(client, m_frames[next++])
                                          : sendFrame(client, nothing);
            break;
        } // acks and rollbacks are not answered
    }
}

} // namespace canal::bench
