// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/demoserver.h"

#include <algorithm>

namespace canal::server {
namespace {

constexpr int tickMs = 50;
constexpr qint64 busyMs = 30; // of a tick, then the event loop gets its turn

ServedInstance *addDestination(EmbeddedServer &server, const QByteArray &name)
{
    DestinationConfig config;
    config.name = name;
    const auto added = server.addDestination(config);
    return added ? *added : nullptr;
}

} // namespace

DemoServer::DemoServer(const DemoConfig &config, QObject *parent)
    : QObject(parent)
    , m_config(config)
    , m_server(config.server, this)
    , m_instance(addDestination(m_server, config.destination))
    , m_feed(config.seed, config.flavour)
    , m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &DemoServer::tick);
}

DemoServer::~DemoServer() = default;

Result<Ok, ListenError> DemoServer::listen(const QString &address, quint16 port)
{
    if (!m_instance)
        return Failure { ListenError { ListenError::Kind::NoDestination } };
    auto listening = m_server.listen(address, port);
    if (!listening)
        return listening;
    while (m_producedRows < m_config.firstRows && writeTransaction()) { }
    m_dueRows = 0;
    m_sinceTick.start();
    m_timer.start(tickMs);
    return listening;
}

// What a transaction writes ahead of time - a bulk load may be worth minutes - is paid back with
// half of what becomes due from then on, so that the demo never falls silent for long.
void DemoServer::tick()
{
    const auto rate = static_cast<double>(m_config.rowsPerSecond);
    const auto earned = rate * static_cast<double>(m_sinceTick.restart()) / 1000;
    const auto paid = std::min(m_debtRows, earned / 2);
    m_debtRows -= paid;
    m_dueRows = std::min(m_dueRows + earned - paid, rate); // no catching up after a full store
    write();
    if (m_dueRows < -rate) {
        m_debtRows += -rate - m_dueRows;
        m_dueRows = -rate;
    }
}

void DemoServer::write()
{
    QElapsedTimer busy;
    busy.start();
    while (m_dueRows > 0 && busy.elapsed() < busyMs && writeTransaction()) { }
}

// False while the store is full.
bool DemoServer::writeTransaction()
{
    if (m_instance->isBlocked())
        return false;
    const auto transaction = m_feed.nextTransaction();
    m_instance->append(transaction.entries);
    m_producedRows += transaction.rows;
    m_dueRows -= static_cast<double>(transaction.rows);
    return true;
}

} // namespace canal::server
