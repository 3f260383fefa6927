// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/demohost.h"

#include "protocol/server/demoserver.h"

using namespace Qt::StringLiterals;

namespace canal {

server::DemoConfig demoConfig(const Options &options)
{
    server::DemoConfig config;
    config.destination = options.destination.toUtf8();
    config.seed = options.seed;
    config.flavour = options.flavour == Options::Flavour::MariaDb ? server::Flavour::MariaDb
                                                                  : server::Flavour::MySql;
    config.rowsPerSecond = options.rowsPerSecond;
    return config;
}

DemoHost::DemoHost(const Options &options)
    : m_mode(options.accessMode())
    , m_server(new server::DemoServer(demoConfig(options)))
{
    // Listens before it moves: the port must be known at once, and a listening socket may move.
    if (m_server->listen(u"127.0.0.1"_s))
        m_port = m_server->server().port();
    m_thread.setObjectName(u"canal-demo"_s);
    m_server->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_server, &QObject::deleteLater);
    m_thread.start();
}

DemoHost::~DemoHost()
{
    m_thread.quit();
    m_thread.wait();
}

ClientConfig DemoHost::clientConfig() const
{
    ClientConfig config;
    config.host = u"127.0.0.1"_s;
    config.port = m_port;
    config.destination = { u"example"_s, firstOwnClientId };
    config.mode = m_mode;
    return config;
}

} // namespace canal
