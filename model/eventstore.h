// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/blockarena.h"
#include "model/chunks.h"
#include "model/rowcodec.h"
#include "model/rowimage.h"
#include "model/transactionnumbers.h"
#include "protocol/entryscanner.h"

#include <atomic>
#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

// Everything that was received, in order. Plain C++20, no Qt: ThreadSanitizer judges this file.
namespace canal {

class EventStore;

// A run of rows whose table and kind lie one after the other, for filters.
struct RowColumns
{
    RowId first { 0 };
    std::span<const TableId> tables;
    std::span<const std::uint8_t> codes; // codeOf()
};

// Kind and event type in one byte; an event type that Canal does not define is `otherEvent`.
constexpr std::uint8_t otherEvent = 31;
constexpr std::uint8_t codeOf(RowKind kind, EventType type)
{
    const auto number = static_cast<std::int32_t>(type);
    const auto event
        = number < 0 || number >= otherEvent ? otherEvent : static_cast<std::uint8_t>(number);
    return static_cast<std::uint8_t>(static_cast<std::uint8_t>(kind) << 5 | event);
}
// A row of values. Of a QUERY and of unknown events the entry has to be asked what they are.
constexpr bool isUsualRow(std::uint8_t code)
{
    return code < otherEvent && code != codeOf(RowKind::Row, EventType::Query);
}
constexpr RowKind kindOf(std::uint8_t code) { return static_cast<RowKind>(code >> 5); }

// The rows [firstRow(), size()) of a store: they never change, any thread may read them. A snapshot
// is a small value; it must not outlive its store, nor read rows that were released.
class EventSnapshot
{
public:
    std::uint32_t size() const { return m_size; }
    bool contains(RowId row) const;

    RowKind kind(RowId row) const;
    TableId table(RowId row) const; // TableId{0}: none
    EventType eventType(RowId row) const; // Unset unless kind() is an event
    bool isDdl(RowId row) const;
    EntryId entry(RowId row) const;
    std::uint32_t rowInEntry(RowId row) const;
    std::uint32_t number(RowId row) const; // among the listed rows, from 1; 0: not listed
    std::uint32_t rowsOfEntry(RowId row) const; // of the entry that `row` belongs to
    // Rows of one transaction have the same number; 0: in none (DDL).
    std::uint32_t transaction(RowId row) const;
    // The Annotation that goes with the row.
    std::optional<EntryId> statement(RowId row) const;
    std::uint32_t bytesOfEntry(RowId row) const; // of the entry as it came
    std::uint32_t
    batchCount(RowId row) const; // batches up to the row's; differs from batch to batch
    bool isRedelivered(RowId row) const;

    // For searches that look at the bytes of many rows at once (textsearch.h).
    Place place(RowId row) const;
    std::uint8_t code(RowId row) const;
    std::uint32_t
    endOffset(RowId row, std::uint32_t blockSize) const; // where the row's bytes end at the latest
    BlockBytes block(std::uint32_t number) const;
    std::uint32_t layoutCount() const { return m_layoutCount; }
    std::uint32_t logFileCount() const { return m_logFileCount; }
    const TableLayout &layout(std::uint32_t number) const;
    bool hasUncodedRows() const; // some are kept as they came
    std::uint32_t logFile(EntryId entry) const;
    const std::string &logFileName(std::uint32_t file) const;
    std::int64_t logOffset(EntryId entry) const;

    // From `row` on, as many as lie together; `row` must be within the snapshot.
    RowColumns columns(RowId row) const;

    std::uint32_t tableCount() const { return m_tableCount; }
    const TableName &tableName(TableId table) const;

    // Decoded when asked.
    void read(RowId row, RowImage &out) const; // both lists empty unless kind() is Row
    void read(EntryId entry, EntryInfo &out) const;

private:
    friend class EventStore;

    EventSnapshot(const EventStore &store, std::uint32_t size, std::uint32_t tableCount,
                  std::uint32_t layoutCount, std::uint32_t logFileCount)
        : m_store(&store)
        , m_size(size)
        , m_tableCount(tableCount)
        , m_layoutCount(layoutCount)
        , m_logFileCount(logFileCount)
    { }

    const EventStore *m_store;
    std::uint32_t m_size;
    std::uint32_t m_tableCount;
    std::uint32_t m_layoutCount;
    std::uint32_t m_logFileCount;
};

// What append() made of a batch.
struct AppendResult
{
    RowId firstRow { 0 };
    std::uint32_t rows = 0;
    std::uint32_t events = 0; // rows for which isEvent() holds
    std::uint32_t unreadable = 0;
    bool overLimit = false; // an unreadable entry has more rows or columns than ScanLimits allows
    std::size_t firstUnreadable = 0; // its place in the batch
};

// Append-only; one writer (the network thread), any number of snapshots. A batch becomes visible at
// once, after its last entry was appended. Old rows are packed, and beyond the memory budget go to
// a file without a name (blockarena.h).
class EventStore
{
public:
    struct Limits
    {
        ScanLimits scan;
        BlockArena::Limits memory;
    };

    EventStore()
        : EventStore(Limits())
    { }
    explicit EventStore(Limits limits);
    ~EventStore();
    EventStore(const EventStore &) = delete;
    EventStore &operator=(const EventStore &) = delete;

    // Writer only. Entries that cannot be read are kept as RowKind::Unreadable.
    AppendResult append(Epoch epoch, BatchId batch, std::span<const std::string_view> entries);

    // Writer only: rows before `row` are not needed any more and may go, with all that belongs to
    // them. No reader may touch them from now on.
    void release(RowId row);

    // Any thread, lock-free.
    EventSnapshot snapshot() const;
    std::uint32_t committedRows() const { return m_committed.load(std::memory_order_acquire); }
    std::size_t bytes() const // held in memory
    {
        return m_arena.bytes() + m_indexBytes.load(std::memory_order_relaxed);
    }
    std::size_t fileBytes() const { return m_arena.fileBytes(); }

    void settle() { m_arena.settle(); } // packs all it can, and waits for it; for figures

private:
    friend class EventSnapshot;

    struct EntryRecord
    {
        Place place;
        std::int64_t logOffset = 0;
        std::uint32_t batch = 0; // in m_batches
        std::uint32_t logFile = 0; // in m_logFiles
        std::uint32_t size = 0; // as it came
        std::uint32_t firstRow = 0;
        std::uint32_t rows = 0;
        std::uint32_t statement = 0; // entry + 1; 0: none
        std::uint32_t transaction = 0;
        std::uint32_t firstNumber = 0; // 0: not listed
        bool isDdl = false;
        bool redelivered = false;
        bool isWhole = false; // its bytes are kept as they came
    };
    struct BatchRecord
    {
        BatchId batch = noBatch;
        Epoch epoch { 0 };
    };
    // Entries of one log file with growing offsets; a rollback or a reconnect starts a new run.
    struct Run
    {
        std::uint32_t firstEntry = 0;
        std::uint32_t entries = 0;
        std::int64_t firstOffset = 0;
        std::int64_t lastOffset = 0;
    };
    struct LogFile
    {
        std::uint32_t number = 0; // in m_logFiles
        std::vector<Run> runs;
        // What a re-delivery under way will repeat next: entries of one run. Empty: none is known.
        std::uint32_t nextHeld = 0;
        std::uint32_t heldEnd = 0;
    };
    struct Parts; // scratch of append()

    RowKind scan(std::string_view bytes, Parts &parts, bool &overLimit);
    RowKind scanChange(Parts &parts, bool &overLimit);
    void appendEntry(std::string_view bytes, AppendResult &result);
    void appendRows(EntryRecord &entry, RowKind kind, TableId table, const Parts &parts);
    std::uint32_t statementFor(RowKind kind, std::uint32_t entry);
    std::uint32_t transactionFor(RowKind kind, const EntryRecord &entry, const Parts &parts);
    bool noteRedelivery(std::uint32_t entry, std::int64_t offset, LogFile &file) const;
    bool isHeld(std::int64_t offset, LogFile &file) const;
    TableId tableIdOf(RowKind kind, const HeaderView &header);
    LogFile &logFileOf(std::string_view name);
    void countIndex();

    const Limits m_limits;
    BlockArena m_arena;
    Chunks<Place, 16> m_places;
    Chunks<TableId, 16> m_tableOf;
    Chunks<std::uint8_t, 16> m_codes;
    Chunks<std::uint32_t, 16> m_entryOf;
    Chunks<EntryRecord, 14> m_entries;
    Chunks<BatchRecord, 12> m_batches;
    Chunks<TableName, 10, 26> m_tables;
    Chunks<std::string, 10, 26> m_logFiles;
    Layouts m_layouts;
    RowEncoder m_encoder;
    std::map<TableName, TableId> m_tableIds;
    TableId m_lastTable { 0 };
    std::map<std::string, LogFile, std::less<>> m_logFilesByName;
    LogFile *m_lastLogFile = nullptr;
    std::uint32_t m_openStatement = 0; // entry + 1
    TransactionNumbers m_transactions;
    std::uint32_t m_listed = 0; // rows so far
    std::unique_ptr<Parts> m_parts;
    std::atomic<std::uint32_t> m_committed { 0 };
    std::atomic<std::uint32_t> m_tableCount { 0 };
    std::atomic<std::uint32_t> m_layoutCount { 0 };
    std::atomic<std::uint32_t> m_logFileCount { 0 };
    std::atomic<bool> m_hasUncodedRows { false };
    std::atomic<std::size_t> m_indexBytes { 0 };
    std::atomic<std::uint32_t> m_released { 0 }; // rows
    std::atomic<std::uint32_t> m_releasedEntries { 0 };
};

} // namespace canal
