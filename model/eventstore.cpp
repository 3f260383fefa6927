// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/eventstore.h"

#include "model/bytebuffer.h"
#include "protocol/smallbytes.h"
#include "protocol/wirereader.h"

#include <algorithm>

namespace canal {

// Runs of one log file that are searched for a re-delivery; only a server that jumps about wildly
// makes more, and it must not make us slow.
static constexpr std::size_t mostRunsSearched = 1024;

struct EventStore::Parts
{
    EntryView entry;
    RowChangeView change;
    TransactionView transaction;
    ByteBuffer rows; // as they will be stored
    std::vector<std::size_t> rowEnds; // in `rows`
    ByteBuffer record;
};

namespace {

using enum WireType;

std::size_t varintSize(std::size_t value)
{
    std::size_t size = 1;
    for (; value >= 0x80; value >>= 7)
        ++size;
    return size;
}

// Where the field begins that holds these bytes of `message`; its end when the field is written in
// an unusual way.
std::size_t fieldStart(std::string_view message, std::uint32_t tag, std::string_view value)
{
    const auto at = static_cast<std::size_t>(value.data() - message.data());
    const auto before = varintSize(value.size()) + 1;
    if (at < before || static_cast<unsigned char>(message[at - before]) != tag)
        return message.size();
    WireReader in(message.substr(at - before, before + value.size()));
    return in.next() && in.tag() == tag && in.bytes().data() == value.data() ? at - before
                                                                             : message.size();
}

void appendPart(std::string_view first, std::string_view second, ByteBuffer &out)
{
    const auto size = first.size() + second.size();
    out.endAt(putVarint(out.room(longestVarint), size));
    out.append(first);
    out.append(second);
}

// What is left of an entry when its rows are kept on their own: the Entry without its storeValue,
// the RowChange without its rows, each after its size. False when they do not lie as usual.
bool withoutRows(std::string_view entry, std::string_view storeValue,
                 const std::vector<std::string_view> &rows, ByteBuffer &out)
{
    constexpr auto storeValueTag = wireTag(3, Bytes);
    constexpr auto rowTag = wireTag(12, Bytes);
    const auto storeAt = fieldStart(entry, storeValueTag, storeValue);
    const auto rowsAt = fieldStart(storeValue, rowTag, rows.front());
    if (storeAt == entry.size() || rowsAt == storeValue.size())
        return false;
    auto rowsEnd = rowsAt;
    for (const auto &row : rows) {
        rowsEnd += 1 + varintSize(row.size()) + row.size();
        if (row.data() + row.size() != storeValue.data() + rowsEnd)
            return false;
    }
    const auto storeEnd
        = static_cast<std::size_t>(storeValue.data() + storeValue.size() - entry.data());
    appendPart(entry.substr(0, storeAt), entry.substr(storeEnd), out);
    appendPart(storeValue.substr(0, rowsAt), storeValue.substr(rowsEnd), out);
    return true;
}

} // namespace

EventStore::EventStore(Limits limits)
    : m_limits(std::move(limits))
    , m_arena(m_limits.memory)
    , m_encoder(m_layouts, m_limits.scan)
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
    result.firstRow = RowId { m_codes.size() };
    m_batches.push() = { batch, epoch };
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const auto unreadableBefore = result.unreadable;
        appendEntry(entries[i], result);
        if (unreadableBefore == 0 && result.unreadable > 0)
            result.firstUnreadable = i;
    }
    result.rows = m_codes.size() - raw(result.firstRow);
    m_arena.commit();
    countIndex();
    m_hasUncodedRows.store(m_encoder.hasUncodedRows(), std::memory_order_relaxed);
    m_layoutCount.store(m_layouts.size(), std::memory_order_release);
    m_logFileCount.store(m_logFiles.size(), std::memory_order_release);
    m_tableCount.store(m_tables.size(), std::memory_order_release);
    m_committed.store(m_codes.size(), std::memory_order_release);
    return result;
}

void EventStore::appendEntry(std::string_view bytes, AppendResult &result)
{
    const auto id = m_entries.size();
    auto &parts = *m_parts;
    bool overLimit = false;
    const auto kind = scan(bytes, parts, overLimit);
    const auto table = tableIdOf(kind, parts.entry.header);

    parts.record.clear();
    auto &entry = m_entries.push();
    entry.isWhole = kind != RowKind::Row
        || !withoutRows(bytes, parts.entry.storeValue, parts.change.rows, parts.record);
    entry.place = m_arena.append(entry.isWhole ? bytes : parts.record.view());
    entry.size = static_cast<std::uint32_t>(bytes.size());
    entry.firstRow = m_codes.size();
    entry.batch = m_batches.size() - 1;
    if (kind != RowKind::Unreadable) {
        entry.logOffset = parts.entry.header.logOffset;
        auto &file = logFileOf(parts.entry.header.logFile);
        entry.logFile = file.number;
        entry.redelivered = noteRedelivery(id, entry.logOffset, file);
    } else {
        ++result.unreadable;
        result.overLimit |= overLimit;
    }
    entry.statement = statementFor(kind, id);
    entry.transaction = transactionFor(kind, entry, parts);
    appendRows(entry, kind, table, parts);
    if (isListed(kind)) {
        entry.firstNumber = m_listed + 1;
        m_listed += entry.rows;
    }
    if (isEvent(kind))
        result.events += entry.rows;
}

// Reads every part once, so that nothing that is decoded later can fail.
RowKind EventStore::scan(std::string_view bytes, Parts &parts, bool &overLimit)
{
    if (scanEntry(bytes, parts.entry) != ScanResult::Ok)
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
        return scanChange(parts, overLimit);
    case EntryType::Unset:
    case EntryType::Heartbeat:
    case EntryType::GtidLog:
    default:
        return RowKind::Other;
    }
}

// Each row is encoded as soon as it is found, while its bytes are in the processor's cache.
RowKind EventStore::scanChange(Parts &parts, bool &overLimit)
{
    parts.rows.clear();
    parts.rowEnds.clear();
    RowChangeScanner in(parts.entry.storeValue, m_limits.scan, parts.change);
    auto result = ScanResult::Ok;
    TableId table { 0 };
    while (result == ScanResult::Ok && in.nextRow()) {
        if (parts.rowEnds.empty())
            table = tableIdOf(RowKind::Row, parts.entry.header);
        result = m_encoder.append(table, parts.change.rows.back(), parts.rows);
        parts.rowEnds.push_back(parts.rows.size());
    }
    if (result == ScanResult::Ok)
        result = in.result();
    if (result != ScanResult::Ok) {
        overLimit = result == ScanResult::OverLimit;
        return RowKind::Unreadable;
    }
    if (!parts.change.rows.empty())
        return RowKind::Row;
    // The SQL of the rows that follow: no schema (S8, S9), unlike a QUERY that is a DDL.
    const bool annotates = parts.change.eventType == EventType::Query && !parts.change.isDdl
        && parts.entry.header.schema.empty() && parts.change.ddlSchema.empty();
    return annotates ? RowKind::Annotation : RowKind::Statement;
}

void EventStore::appendRows(EntryRecord &entry, RowKind kind, TableId table, const Parts &parts)
{
    const auto id = m_entries.size() - 1;
    const auto code = codeOf(kind, isEvent(kind) ? parts.change.eventType : EventType::Unset);
    entry.isDdl = isEvent(kind) && parts.change.isDdl;
    entry.rows = kind == RowKind::Row ? static_cast<std::uint32_t>(parts.rowEnds.size()) : 1;
    const auto bytes = parts.rows.view();
    std::size_t start = 0;
    for (std::uint32_t i = 0; i < entry.rows; ++i) {
        auto &place = m_places.push();
        if (kind == RowKind::Row) {
            place = m_arena.append(bytes.substr(start, parts.rowEnds[i] - start));
            start = parts.rowEnds[i];
        } else {
            place = entry.place;
        }
        m_tableOf.push() = table;
        m_codes.push() = code;
        m_entryOf.push() = id;
    }
}

TableId EventStore::tableIdOf(RowKind kind, const HeaderView &header)
{
    if (kind != RowKind::Row && kind != RowKind::Statement)
        return TableId { 0 };
    const auto &last = m_tables[raw(m_lastTable)];
    if (last.table == header.table && last.schema == header.schema)
        return m_lastTable;
    if (header.schema.empty() && header.table.empty())
        return TableId { 0 };
    const auto [found, isNew] = m_tableIds.try_emplace(
        TableName { std::string(header.schema), std::string(header.table) },
        TableId { m_tables.size() });
    if (isNew)
        m_tables.push() = found->first;
    m_lastTable = found->second;
    return m_lastTable;
}

void EventStore::countIndex()
{
    constexpr std::size_t perTable = 512; // names, their map, the columns of a layout
    m_indexBytes.store(m_places.bytes() + m_tableOf.bytes() + m_codes.bytes() + m_entryOf.bytes()
                           + m_entries.bytes() + m_batches.bytes()
                           + (m_tables.size() + m_layouts.size()) * perTable,
                       std::memory_order_relaxed);
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

std::uint32_t EventStore::transactionFor(RowKind kind, const EntryRecord &entry, const Parts &parts)
{
    TransactionNumbers::Entry next;
    next.kind = kind;
    next.batch = entry.batch;
    if (kind == RowKind::Unreadable)
        return m_transactions.next(next);
    if (isEvent(kind)) {
        next.eventType = parts.change.eventType;
        next.isDdl = parts.change.isDdl;
    }
    next.redelivered = entry.redelivered;
    next.logFile = entry.logFile;
    next.logOffset = entry.logOffset;
    next.gtid = currentGtid(parts.entry.header);
    return m_transactions.next(next);
}

EventStore::LogFile &EventStore::logFileOf(std::string_view name)
{
    if (m_lastLogFile != nullptr && m_logFiles[m_lastLogFile->number] == name)
        return *m_lastLogFile;
    const auto [found, isNew] = m_logFilesByName.try_emplace(std::string(name));
    if (isNew) {
        found->second.number = m_logFiles.size();
        m_logFiles.push() = name;
    }
    m_lastLogFile = &found->second;
    return *m_lastLogFile;
}

bool EventStore::noteRedelivery(std::uint32_t entry, std::int64_t offset, LogFile &file) const
{
    const bool held = isHeld(offset, file);
    auto &runs = file.runs;
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

// Re-delivered entries come in the order in which they came before, so the next one is tried first.
bool EventStore::isHeld(std::int64_t offset, LogFile &file) const
{
    if (file.nextHeld < file.heldEnd && m_entries[file.nextHeld].logOffset == offset) {
        ++file.nextHeld;
        return true;
    }
    const auto &runs = file.runs;
    const auto searched = std::min(runs.size(), mostRunsSearched);
    for (auto run = runs.rbegin(); run != runs.rbegin() + static_cast<long>(searched); ++run) {
        if (offset < run->firstOffset || offset > run->lastOffset)
            continue;
        const auto end = run->firstEntry + run->entries;
        std::uint32_t low = run->firstEntry;
        std::uint32_t high = end;
        while (low < high) {
            const auto middle = low + (high - low) / 2;
            if (m_entries[middle].logOffset < offset)
                low = middle + 1;
            else
                high = middle;
        }
        if (low < end && m_entries[low].logOffset == offset) {
            file.nextHeld = low + 1;
            file.heldEnd = end;
            return true;
        }
    }
    return false;
}

void EventStore::release(RowId row)
{
    const auto keepRow = std::min(raw(row), m_committed.load(std::memory_order_relaxed));
    if (keepRow == 0)
        return;
    const bool isAll = keepRow == m_codes.size();
    const auto keepEntry = isAll ? m_entries.size() : m_entryOf[keepRow];
    m_arena.dropBefore(isAll ? m_arena.lastBlock() : m_entries[keepEntry].place.block);
    m_places.dropBefore(keepRow);
    m_tableOf.dropBefore(keepRow);
    m_codes.dropBefore(keepRow);
    m_entryOf.dropBefore(keepRow);
    m_entries.dropBefore(keepEntry);
    m_batches.dropBefore(isAll ? m_batches.size() : m_entries[keepEntry].batch);
    const auto gone
        = [keepEntry](const Run &run) { return run.firstEntry + run.entries <= keepEntry; };
    for (auto &[name, file] : m_logFilesByName) {
        file.nextHeld = 0;
        file.heldEnd = 0;
        std::erase_if(file.runs, gone);
        for (auto &run : file.runs) {
            if (run.firstEntry >= keepEntry)
                continue;
            run.entries -= keepEntry - run.firstEntry;
            run.firstEntry = keepEntry;
            run.firstOffset = m_entries[keepEntry].logOffset;
        }
    }
    if (m_openStatement <= keepEntry)
        m_openStatement = 0;
    m_releasedEntries.store(keepEntry, std::memory_order_relaxed);
    m_released.store(keepRow, std::memory_order_relaxed);
    countIndex();
}

// ---- reading

EventSnapshot EventStore::snapshot() const
{
    const auto size = m_committed.load(std::memory_order_acquire);
    return { *this, size, m_tableCount.load(std::memory_order_acquire),
             m_layoutCount.load(std::memory_order_acquire),
             m_logFileCount.load(std::memory_order_acquire) };
}

bool EventSnapshot::contains(RowId row) const
{
    return raw(row) < m_size && raw(row) >= m_store->m_released.load(std::memory_order_relaxed);
}

RowKind EventSnapshot::kind(RowId row) const { return kindOf(m_store->m_codes[raw(row)]); }

TableId EventSnapshot::table(RowId row) const { return m_store->m_tableOf[raw(row)]; }

EventType EventSnapshot::eventType(RowId row) const
{
    constexpr std::uint8_t mask = 31;
    const auto event = m_store->m_codes[raw(row)] & mask;
    if (event != otherEvent)
        return static_cast<EventType>(event);
    EntryInfo info;
    read(entry(row), info);
    return info.eventType;
}

bool EventSnapshot::isDdl(RowId row) const { return m_store->m_entries[raw(entry(row))].isDdl; }

EntryId EventSnapshot::entry(RowId row) const { return EntryId { m_store->m_entryOf[raw(row)] }; }

std::uint32_t EventSnapshot::rowInEntry(RowId row) const
{
    return raw(row) - m_store->m_entries[raw(entry(row))].firstRow;
}

std::uint32_t EventSnapshot::number(RowId row) const
{
    const auto &record = m_store->m_entries[raw(entry(row))];
    return record.firstNumber == 0 ? 0 : record.firstNumber + (raw(row) - record.firstRow);
}

std::uint32_t EventSnapshot::rowsOfEntry(RowId row) const
{
    return m_store->m_entries[raw(entry(row))].rows;
}

std::uint32_t EventSnapshot::transaction(RowId row) const
{
    return m_store->m_entries[raw(entry(row))].transaction;
}

std::optional<EntryId> EventSnapshot::statement(RowId row) const
{
    const auto statement = m_store->m_entries[raw(entry(row))].statement;
    if (statement <= m_store->m_releasedEntries.load(std::memory_order_relaxed))
        return {};
    return EntryId { statement - 1 };
}

std::uint32_t EventSnapshot::bytesOfEntry(RowId row) const
{
    return m_store->m_entries[raw(entry(row))].size;
}

std::uint32_t EventSnapshot::batchCount(RowId row) const
{
    return m_store->m_entries[raw(entry(row))].batch + 1;
}

bool EventSnapshot::isRedelivered(RowId row) const
{
    return m_store->m_entries[raw(entry(row))].redelivered;
}

Place EventSnapshot::place(RowId row) const { return m_store->m_places[raw(row)]; }

std::uint8_t EventSnapshot::code(RowId row) const { return m_store->m_codes[raw(row)]; }

std::uint32_t EventSnapshot::endOffset(RowId row, std::uint32_t blockSize) const
{
    if (raw(row) + 1 >= m_size)
        return blockSize;
    const auto next = m_store->m_places[raw(row) + 1];
    return next.block == place(row).block ? next.offset : blockSize;
}

BlockBytes EventSnapshot::block(std::uint32_t number) const
{
    return m_store->m_arena.read(number);
}

const TableLayout &EventSnapshot::layout(std::uint32_t number) const
{
    return m_store->m_layouts.at(number);
}

bool EventSnapshot::hasUncodedRows() const
{
    return m_store->m_hasUncodedRows.load(std::memory_order_relaxed);
}

std::uint32_t EventSnapshot::logFile(EntryId entry) const
{
    return m_store->m_entries[raw(entry)].logFile;
}

const std::string &EventSnapshot::logFileName(std::uint32_t file) const
{
    return m_store->m_logFiles[file];
}

std::int64_t EventSnapshot::logOffset(EntryId entry) const
{
    return m_store->m_entries[raw(entry)].logOffset;
}

RowColumns EventSnapshot::columns(RowId row) const
{
    return { row, m_store->m_tableOf.run(raw(row), m_size),
             m_store->m_codes.run(raw(row), m_size) };
}

const TableName &EventSnapshot::tableName(TableId table) const
{
    return m_store->m_tables[raw(table)];
}

void EventSnapshot::read(RowId row, RowImage &out) const
{
    out.m_row.before.clear();
    out.m_row.after.clear();
    out.m_readable = true;
    if (kind(row) != RowKind::Row)
        return;
    const auto bytes = m_store->m_arena.read(m_store->m_places[raw(row)], out.m_block);
    out.m_readable = decodeRow(m_store->m_layouts, m_store->m_limits.scan, bytes, out.m_row);
}

void EventSnapshot::read(EntryId entry, EntryInfo &out) const
{
    const auto &record = m_store->m_entries[raw(entry)];
    auto block = std::move(out.block);
    out = {};
    out.block = std::move(block);
    out.epoch = m_store->m_batches[record.batch].epoch;
    out.batch = m_store->m_batches[record.batch].batch;
    out.firstRow = RowId { record.firstRow };
    out.rows = record.rows;
    out.size = record.size;
    out.redelivered = record.redelivered;
    if (record.statement > m_store->m_releasedEntries.load(std::memory_order_relaxed))
        out.statement = EntryId { record.statement - 1 };
    const auto kept = m_store->m_arena.read(record.place, out.block);
    out.readable = record.size == 0 || !kept.empty();
    EntryView view;
    std::string_view storeValue;
    if (record.isWhole) {
        out.bytes = kept.substr(0, record.size);
        if (kind(out.firstRow) == RowKind::Unreadable
            || scanEntry(out.bytes, view) != ScanResult::Ok)
            return;
        storeValue = view.storeValue;
    } else {
        WireReader in(kept);
        if (scanEntry(in.bytes(), view) != ScanResult::Ok)
            return;
        storeValue = in.bytes();
    }
    out.header = std::move(view.header);
    out.type = view.type;
    if (view.type == EntryType::RowData) {
        RowChangeView change;
        (void)scanRowChange(storeValue, m_store->m_limits.scan, change);
        out.eventType = change.eventType;
        out.isDdl = change.isDdl;
        out.sql = change.sql;
        out.ddlSchema = change.ddlSchema;
        out.tableId = change.tableId;
        out.changeProps = std::move(change.props);
    } else if (view.type == EntryType::TransactionBegin || view.type == EntryType::TransactionEnd) {
        TransactionView transaction;
        (void)(view.type == EntryType::TransactionBegin
                   ? scanTransactionBegin(storeValue, transaction)
                   : scanTransactionEnd(storeValue, transaction));
        out.transactionId = transaction.transactionId;
        out.threadId = transaction.threadId;
        out.changeProps = std::move(transaction.props);
    }
}

} // namespace canal
