// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/commandline.h"
#include "protocol/clientconfig.h"

#include <QThread>

#include <memory>

namespace canal {

namespace server {
struct DemoConfig;
class DemoServer;
} // namespace server

server::DemoConfig demoConfig(const Options &options);

// The built-in demo's server in a thread of its own, on a free loopback port, for a client in the
// same process. Main thread.
class DemoHost
{
public:
    explicit DemoHost(const Options &options);
    ~DemoHost(); // stops the server and its thread
    DemoHost(const DemoHost &) = delete;
    DemoHost &operator=(const DemoHost &) = delete;

    bool isListening() const { return m_port != 0; }

    // How to connect to it, in the mode that was asked for.
    ClientConfig clientConfig() const;

private:
    const AccessMode m_mode;
    QThread m_thread;
    server::DemoServer *m_server;
    quint16 m_port = 0;
};

} // namespace canal
