// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/storedevent.h"

#include "protocol/entryscanner.h"

#include <algorithm>

namespace canal::server {

static QByteArray bytesOf(std::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

QByteArray LogPosition::toText(const QByteArray &database) const
{
    // "postion" is Canal's own spelling.
    return "LogPosition[identity=LogIdentity[sourceAddress=" + database
        + ",slaveId=-1],postion=EntryPosition[included=false,journalName=" + journal
        + ",position=" + QByteArray::number(offset) + ",serverId=" + QByteArray::number(serverId)
        + ",gtid=" + gtid + ",timestamp=" + QByteArray::number(timestampMs) + "]]";
}

bool StoredEvent::isDml() const
{
    return eventType == EventType::Insert || eventType == EventType::Update
        || eventType == EventType::Delete;
}

bool StoredEvent::isDdl() const
{
    switch (eventType) {
    case EventType::Create:
    case EventType::Alter:
    case EventType::Erase:
    case EventType::Truncate:
    case EventType::Rename:
    case EventType::CreateIndex:
    case EventType::DropIndex:
        return true;
    case EventType::Unset:
    case EventType::Insert:
    case EventType::Update:
    case EventType::Delete:
    case EventType::Query:
    case EventType::Gtid:
    case EventType::XaCommit:
    case EventType::XaRollback:
    case EventType::MasterHeartbeat:
        break;
    }
    return false; // also a number Canal does not define
}

bool StoredEvent::isFiltered() const
{
    return type == EntryType::RowData && (isDdl() || (isDml() && hasRows));
}

bool StoredEvent::isMovableCursor() const
{
    // In GTID mode a BEGIN would lose its transaction (MemoryEventStoreWithBuffer.doGet).
    const bool begins = type == EntryType::TransactionBegin && position.gtid.isEmpty();
    return begins || type == EntryType::TransactionEnd || isDdl();
}

EventPtr withoutBytes(const StoredEvent &event)
{
    auto rest = std::make_shared<StoredEvent>(event);
    rest->entry.clear();
    return rest;
}

std::optional<StoredEvent> readEvent(const QByteArray &entry)
{
    EntryView view;
    const std::string_view bytes(entry.constData(), static_cast<std::size_t>(entry.size()));
    if (entry.isEmpty() || scanEntry(bytes, view) != ScanResult::Ok)
        return {};
    const auto &header = view.header;
    StoredEvent event;
    event.entry = entry;
    event.size = entry.size();
    event.position.journal = bytesOf(header.logFile);
    event.position.offset = header.logOffset;
    event.position.timestampMs = header.executeTimeMs;
    event.position.serverId = header.serverId;
    event.position.gtid = bytesOf(header.gtid);
    event.type = view.type;
    event.eventType = header.eventType;
    event.hasRows = std::any_of(header.props.begin(), header.props.end(),
                                [](const PropView &prop) { return prop.first == "rowsCount"; });
    event.tableName = bytesOf(header.schema) + '.' + bytesOf(header.table);
    return event;
}

} // namespace canal::server
