// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/eventstore.h"

#include <algorithm>
#include <cstring>

namespace canal {

static constexpr std::size_t blockBytes = std::size_t(1) << 20;
// Runs of one log file that are searched for a re-delivery; only a server that jumps about wildly
// makes more, and it must not make us slow.
static constexpr std::size_t mostRunsSearched = 1024;

struct EventStore::Parts
{
    EntryView entry;
    RowChangeView change;
    RowView row;
    TransactionView transaction;
};

EventStore::EventStore(ScanLimits limits)
    : m_limits(limits)
    , m_parts(std::make_unique<Parts>())
{
    m_tables.push(); // TableId{0}: no table
    m_tableCount = 1;
}

EventStore::~EventStore() = default;

// ---- writing

AppendResult EventStore::append(Epoch epoch, BatchId batch,
                                std::span<const std::string_view> entries)
{
    AppendResult result;
    result.firstRow = RowId { m_rows.size() };
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto unreadableBefore = result.unreadable;
        appendEntry(epoch, batch, entries[i], result);
        if (unreadableBefore == 0 && result.unreadable > 0)
            result.firstUnreadable = i;
    }
    result.rows = m_rows.size() - raw(result.firstRow);
    m_tableCount.store(m_tables.size(), std::memory_order_release);
    m_committed.store(m_rows.size(), std::memory_order_release);
    return result;
}

void EventStore::appendEntry(Epoch epoch, BatchId batch, std::string_view bytes,
                             AppendResult &result)
{
    const auto id = m_entries.size();
    const auto kept = keep(bytes);
    auto &parts = *m_parts;
    bool overLimit = false;
    const auto kind = scan(kept, parts, overLimit);

    auto &entry = m_entries.push();
    entry.data = kept.data();
    entry.size = static_cast<std::uint32_t>(kept.size());
    entry.firstRow = m_rows.size();
    entry.epoch = epoch;
    entry.batch = batch;
    entry.readable = kind != RowKind::Unreadable;
    if (entry.readable) {
        entry.logOffset = parts.entry.header.logOffset;
        entry.redelivered = noteRedelivery(id, parts.entry.header);
    } else {
        ++result.unreadable;
        result.overLimit |= overLimit;
    }
    entry.statement = statementFor(kind, id);
    entry.transaction = transactionFor(kind);
    appendRows(entry, kind, parts);
    if (isListed(kind)) {
        entry.firstNumber = m_listed + 1;
        m_listed += entry.rows;
    }
    if (isEvent(kind))
        result.events += entry.rows;
    m_blocks.back().lastEntry = id;
    m_bytes.fetch_add(sizeof(EntryRecord) + entry.rows * sizeof(RowRecord),
                      std::memory_order_relaxed);
}

std::string_view EventStore::keep(std::string_view bytes)
{
    if (m_blocks.empty() || m_blocks.back().size - m_blocks.back().used < bytes.size()) {
        const auto size = std::max(blockBytes, bytes.size());
        m_blocks.push_back({ std::make_unique_for_overwrite<char[]>(size), size, 0, 0 });
        m_bytes.fetch_add(size, std::memory_order_relaxed);
    }
    auto &block = m_blocks.back();
    auto *at = block.bytes.get() + block.used;
    std::memcpy(at, bytes.data(), bytes.size());
    block.used += bytes.size();
    return { at, bytes.size() };
}

// Reads every part once, so that nothing that is decoded later can fail.
RowKind EventStore::scan(std::string_view bytes, Parts &parts, bool &overLimit) const
{
    auto result = scanEntry(bytes, parts.entry);
    if (result != ScanResult::Ok)
        return RowKind::Unreadable;
    const auto store = parts.entry.storeValue;
    switch (parts.entry.type) {
    case EntryType::TransactionBegin:
        return scanTransactionBegin(store, parts.transaction) == ScanResult::Ok
            ? RowKind::TransactionBegin
            : RowKind::Unreadable;
    case EntryType::TransactionEnd:
        return scanTransactionEnd(store, parts.transaction) == ScanResult::Ok
            ? RowKind::TransactionEnd
            : RowKind::Unreadable;
    case EntryType::RowData:
        break;
    case EntryType::Unset:
    case EntryType::Heartbeat:
    case EntryType::GtidLog:
    default:
        return RowKind::Other;
    }
    result = scanRowChange(store, m_limits, parts.change);
    for (const auto &row : parts.change.rows) {
        if (result != ScanResult::Ok)
            break;
        result = scanRow(row, m_limits, parts.row);
    }
    overLimit = result == ScanResult::OverLimit;
    if (result != ScanResult::Ok)
        return RowKind::Unreadable;
    if (!parts.change.rows.empty())
        return RowKind::Row;
    // The SQL of the rows that follow: no schema (S8, S9), unlike a QUERY that is a DDL.
    const bool annotates = parts.change.eventType == EventType::Query && !parts.change.isDdl
        && parts.entry.header.schema.empty() && parts.change.ddlSchema.empty();
    return annotates ? RowKind::Annotation : RowKind::Statement;
}

void EventStore::appendRows(EntryRecord &entry, RowKind kind, const Parts &parts)
{
    RowRecord record;
    record.entry = m_entries.size() - 1;
    record.kind = kind;
    if (isEvent(kind)) {
        record.eventType = parts.change.eventType;
        record.isDdl = parts.change.isDdl;
    }
    record.table = tableIdOf(kind, parts.entry.header);
    entry.rows = kind == RowKind::Row ? static_cast<std::uint32_t>(parts.change.rows.size()) : 1;
    for (std::uint32_t i = 0; i < entry.rows; ++i) {
        record.rowInEntry = i;
        if (kind == RowKind::Row) {
            record.data = parts.change.rows[i].data();
            record.size = static_cast<std::uint32_t>(parts.change.rows[i].size());
        }
        m_rows.push() = record;
    }
}

TableId EventStore::tableIdOf(RowKind kind, const HeaderView &header)
{
    if (kind != RowKind::Row && kind != RowKind::Statement)
        return TableId { 0 };
    TableName name { std::string(header.schema), std::string(header.table) };
    if (name.schema.empty() && name.table.empty())
        return TableId { 0 };
    const auto [found, isNew]
        = m_tableIds.try_emplace(std::move(name), TableId { m_tables.size() });
    if (isNew)
        m_tables.push() = found->first;
    return found->second;
}

// A statement's SQL belongs to the rows after it, up to the next one or the transaction's end (S8).
std::uint32_t EventStore::statementFor(RowKind kind, std::uint32_t entry)
{
    switch (kind) {
    case RowKind::Annotation:
        m_openStatement = entry + 1;
        return 0;
    case RowKind::Row:
        return m_openStatement;
    case RowKind::Other:
        return 0;
    case RowKind::Statement:
    case RowKind::TransactionBegin:
    case RowKind::TransactionEnd:
    case RowKind::Unreadable:
        m_openStatement = 0;
        return 0;
    }
    return 0;
}

std::uint32_t EventStore::transactionFor(RowKind kind)
{
    switch (kind) {
    case RowKind::TransactionBegin:
        if (m_transactionIsOpen) // its END never came (protocol.md 2.6)
            ++m_transaction;
        break;
    case RowKind::TransactionEnd:
        m_transactionIsOpen = false;
        return m_transaction++;
    case RowKind::Row:
    case RowKind::Annotation:
        break;
    case RowKind::Statement:
    case RowKind::Other:
    case RowKind::Unreadable:
        return 0;
    }
    m_transactionIsOpen = true;
    return m_transaction;
}

bool EventStore::noteRedelivery(std::uint32_t entry, const HeaderView &header)
{
    auto &runs = m_runs[std::string(header.logFile)];
    const auto offset = header.logOffset;
    bool held = false;
    const auto searched = std::min(runs.size(), mostRunsSearched);
    for (auto run = runs.rbegin(); run != runs.rbegin() + static_cast<long>(searched); ++run) {
        if (offset < run->firstOffset || offset > run->lastOffset)
            continue;
        std::uint32_t low = run->firstEntry;
        std::uint32_t high = run->firstEntry + run->entries;
        while (low < high) {
            const auto middle = low + (high - low) / 2;
            if (m_entries[middle].logOffset < offset)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < run->firstEntry + run->entries && m_entries[low].logOffset == offset) {
            held = true;
            break;
        }
    }
    const bool continues = !runs.empty() && offset > runs.back().lastOffset
        && runs.back().firstEntry + runs.back().entries == entry;
    if (continues) {
        ++runs.back().entries;
        runs.back().lastOffset = offset;
    } else {
        runs.push_back({ entry, 1, offset, offset });
    }
    return held;
}

void EventStore::release(RowId row)
{
    const auto keepRow = std::min(raw(row), m_committed.load(std::memory_order_relaxed));
    if (keepRow == 0)
        return;
    const auto keepEntry = keepRow < m_rows.size() ? m_rows[keepRow].entry : m_entries.size();
    std::size_t freed = 0;
    // The writer goes on in the last block; all others go with their last entry.
    while (m_blocks.size() > 1 && m_blocks.front().lastEntry < keepEntry) {
        freed += m_blocks.front().size;
        m_blocks.pop_front();
    }
    m_rows.dropBefore(keepRow);
    m_entries.dropBefore(keepEntry);
    const auto gone
        = [keepEntry](const Run &run) { return run.firstEntry + run.entries <= keepEntry; };
    for (auto &[file, runs] : m_runs) {
        std::erase_if(runs, gone);
        for (auto &run : runs) {
            if (run.firstEntry >= keepEntry)
                continue;
            run.entries -= keepEntry - run.firstEntry;
            run.firstEntry = keepEntry;
            run.firstOffset = m_entries[keepEntry].logOffset;
        }
    }
    std::erase_if(m_runs, [](const auto &file) { return file.second.empty(); });
    if (m_openStatement <= keepEntry)
        m_openStatement = 0;
    m_releasedEntries.store(keepEntry, std::memory_order_relaxed);
    const auto released = m_released.exchange(keepRow, std::memory_order_relaxed);
    freed += (keepRow - released) * sizeof(RowRecord);
    m_bytes.fetch_sub(std::min(freed, bytes()), std::memory_order_relaxed);
}

// ---- reading

EventSnapshot EventStore::snapshot() const
{
    const auto size = m_committed.load(std::memory_order_acquire);
    return { *this, size, m_tableCount.load(std::memory_order_acquire) };
}

bool EventSnapshot::contains(RowId row) const
{
    return raw(row) < m_size && raw(row) >= m_store->m_released.load(std::memory_order_relaxed);
}

RowKind EventSnapshot::kind(RowId row) const { return m_store->m_rows[raw(row)].kind; }

TableId EventSnapshot::table(RowId row) const { return m_store->m_rows[raw(row)].table; }

EventType EventSnapshot::eventType(RowId row) const { return m_store->m_rows[raw(row)].eventType; }

bool EventSnapshot::isDdl(RowId row) const { return m_store->m_rows[raw(row)].isDdl; }

EntryId EventSnapshot::entry(RowId row) const
{
    return EntryId { m_store->m_rows[raw(row)].entry };
}

std::uint32_t EventSnapshot::rowInEntry(RowId row) const
{
    return m_store->m_rows[raw(row)].rowInEntry;
}

std::uint32_t EventSnapshot::number(RowId row) const
{
    const auto &record = m_store->m_rows[raw(row)];
    const auto first = m_store->m_entries[record.entry].firstNumber;
    return first == 0 ? 0 : first + record.rowInEntry;
}

std::uint32_t EventSnapshot::rowsOfEntry(RowId row) const
{
    return m_store->m_entries[m_store->m_rows[raw(row)].entry].rows;
}

std::uint32_t EventSnapshot::transaction(RowId row) const
{
    return m_store->m_entries[m_store->m_rows[raw(row)].entry].transaction;
}

bool EventSnapshot::isRedelivered(RowId row) const
{
    return m_store->m_entries[m_store->m_rows[raw(row)].entry].redelivered;
}

const TableName &EventSnapshot::tableName(TableId table) const
{
    return m_store->m_tables[raw(table)];
}

void EventSnapshot::read(RowId row, RowImage &out) const
{
    const auto &record = m_store->m_rows[raw(row)];
    out.m_row.before.clear();
    out.m_row.after.clear();
    if (record.kind == RowKind::Row)
        (void)scanRow({ record.data, record.size }, m_store->m_limits, out.m_row);
}

void EventSnapshot::read(EntryId entry, EntryInfo &out) const
{
    const auto &record = m_store->m_entries[raw(entry)];
    out = {};
    out.epoch = record.epoch;
    out.batch = record.batch;
    out.firstRow = RowId { record.firstRow };
    out.rows = record.rows;
    out.bytes = { record.data, record.size };
    out.redelivered = record.redelivered;
    if (record.statement > m_store->m_releasedEntries.load(std::memory_order_relaxed))
        out.statement = EntryId { record.statement - 1 };
    EntryView view;
    if (!record.readable || scanEntry(out.bytes, view) != ScanResult::Ok)
        return;
    out.header = std::move(view.header);
    out.type = view.type;
    if (view.type == EntryType::RowData) {
        RowChangeView change;
        (void)scanRowChange(view.storeValue, m_store->m_limits, change);
        out.eventType = change.eventType;
        out.isDdl = change.isDdl;
        out.sql = change.sql;
        out.ddlSchema = change.ddlSchema;
        out.tableId = change.tableId;
        out.changeProps = std::move(change.props);
    } else if (view.type == EntryType::TransactionBegin || view.type == EntryType::TransactionEnd) {
        TransactionView transaction;
        (void)(view.type == EntryType::TransactionBegin
                   ? scanTransactionBegin(view.storeValue, transaction)
                   : scanTransactionEnd(view.storeValue, transaction));
        out.transactionId = transaction.transactionId;
        out.threadId = transaction.threadId;
        out.changeProps = std::move(transaction.props);
    }
}

} // namespace canal
