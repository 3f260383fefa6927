// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <string_view>
#include <thread>
#include <vector>

namespace canal::bench {

// A Canal server that does nothing but hand out prepared frames, one a GET, as fast as the socket
// takes them: the other end of loopback measurements. Serves one client after the other, each from
// the first frame on; runs in a thread of its own on blocking sockets.
class FrameServer
{
public:
    // The frames' bytes must outlive it.
    explicit FrameServer(const std::vector<std::string_view> &frames);
    ~FrameServer();
    FrameServer(const FrameServer &) = delete;
    FrameServer &operator=(const FrameServer &) = delete;

    quint16 port() const { return m_port; }

private:
    void serve(const std::stop_token &stop);
    void talk(int client);

    const std::vector<std::string_view> &m_frames;
    int m_listener = -1;
    quint16 m_port = 0;
    std::jthread m_thread;
};

} // namespace canal::bench
