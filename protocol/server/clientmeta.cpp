// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/clientmeta.h"

#include <algorithm>

namespace canal::server {
namespace {

// CanalEventUtils.min: by file name, then by offset.
bool isBefore(const LogPosition &a, const LogPosition &b)
{
    return a.journal == b.journal ? a.offset < b.offset : a.journal < b.journal;
}

} // namespace

QByteArray ClientIdentity::toText() const
{
    return "ClientIdentity[destination=" + destination + ",clientId=" + QByteArray::number(clientId)
        + ",filter=" + filter.value_or("<null>") + ']';
}

ClientMeta::Subscriptions::const_iterator ClientMeta::find(qint16 client) const
{
    return std::find_if(m_subscriptions.begin(), m_subscriptions.end(),
                        [client](const Subscription &known) { return known.client == client; });
}

void ClientMeta::subscribe(qint16 client, const QByteArray &filter)
{
    if (const auto known = find(client); known != m_subscriptions.end())
        m_subscriptions.erase(known);
    m_subscriptions.push_back({ client, filter, {} });
    save();
}

void ClientMeta::unsubscribe(qint16 client)
{
    if (const auto known = find(client); known != m_subscriptions.end())
        m_subscriptions.erase(known);
    save();
}

bool ClientMeta::isSubscribed(qint16 client) const { return find(client) != m_subscriptions.end(); }

std::optional<LogPosition> ClientMeta::cursor(qint16 client) const
{
    const auto found = m_cursors.find(client);
    return found == m_cursors.end() ? std::nullopt : std::optional(found->second);
}

void ClientMeta::moveCursor(qint16 client, const LogPosition &position)
{
    m_cursors[client] = position;
    save();
}

BatchId ClientMeta::addBatch(qint16 client, const PositionRange &range)
{
    auto &batches = m_batches[client];
    const auto id = batches.nextId++;
    batches.open.emplace(id, range);
    return BatchId { id };
}

Result<std::optional<PositionRange>, JavaException> ClientMeta::removeBatch(qint16 client,
                                                                            BatchId batch)
{
    auto &open = m_batches[client].open;
    const auto found = open.find(raw(batch));
    if (found == open.end())
        return std::optional<PositionRange>();
    if (found != open.begin())
        return Failure { metaManagerException("batchId:" + QByteArray::number(raw(batch))
                                              + " is not the firstly:"
                                              + QByteArray::number(open.begin()->first)) };
    std::optional range(std::move(found->second));
    open.erase(found);
    return range;
}

void ClientMeta::clearBatches(qint16 client) { m_batches[client].open.clear(); }

// Canal does so once a second; we at once. An empty list is not written over the last one (S28).
void ClientMeta::save()
{
    if (m_subscriptions.empty())
        return;
    m_saved = m_subscriptions;
    for (auto &subscription : m_saved)
        subscription.cursor = cursor(subscription.client);
}

std::optional<LogPosition> ClientMeta::savedMinimum() const
{
    std::optional<LogPosition> minimum;
    for (const auto &subscription : m_saved)
        if (subscription.cursor && (!minimum || isBefore(*subscription.cursor, *minimum)))
            minimum = subscription.cursor;
    return minimum;
}

std::vector<QByteArray> ClientMeta::savedFilters() const
{
    std::vector<QByteArray> filters;
    for (const auto &subscription : m_saved)
        if (!subscription.filter.isEmpty())
            filters.push_back(subscription.filter);
    return filters;
}

void ClientMeta::restart()
{
    m_batches.clear();
    m_cursors.clear();
    m_subscriptions = m_saved;
    for (auto &subscription : m_subscriptions) {
        if (subscription.cursor)
            m_cursors[subscription.client] = *subscription.cursor;
        subscription.cursor.reset();
    }
}

} // namespace canal::server
