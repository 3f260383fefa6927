// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowimage.h"
#include "protocol/entryscanner.h"

#include <atomic>
#include <cstddef>
#include <deque>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

// Everything that was received, in order. Plain C++20, no Qt: ThreadSanitizer judges this file.
namespace canal {

class EventStore;

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
    // Rows of one transaction have the same number; 0: in none (DDL). A transaction ends with its
    // END; a BEGIN is optional (S8).
    std::uint32_t transaction(RowId row) const;
    bool isRedelivered(RowId row) const;

    std::uint32_t tableCount() const { return m_tableCount; }
    const TableName &tableName(TableId table) const;

    // Decoded when asked.
    void read(RowId row, RowImage &out) const; // both lists empty unless kind() is Row
    void read(EntryId entry, EntryInfo &out) const;

private:
    friend class EventStore;

    EventSnapshot(const EventStore &store, std::uint32_t size, std::uint32_t tableCount)
        : m_store(&store)
        , m_size(size)
        , m_tableCount(tableCount)
    { }

    const EventStore *m_store;
    std::uint32_t m_size;
    std::uint32_t m_tableCount;
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
// once, after its last entry was appended.
class EventStore
{
public:
    explicit EventStore(ScanLimits limits = {});
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
    std::size_t bytes() const { return m_bytes.load(std::memory_order_relaxed); } // held in memory

private:
    friend class EventSnapshot;

    // Grows without moving, so readers need no lock; chunks before the released ones are gone.
    template <typename T>
    class Chunks
    {
    public:
        static constexpr unsigned bits = 14;
        static constexpr std::uint32_t perChunk = 1U << bits;

        Chunks()
            : m_chunks(std::size_t(1) << (32 - bits))
        { }

        const T &operator[](std::uint32_t i) const
        {
            return m_chunks[i >> bits][i & (perChunk - 1)];
        }
        T &push()
        {
            if ((m_size & (perChunk - 1)) == 0)
                m_chunks[m_size >> bits] = std::make_unique<T[]>(perChunk);
            auto &item = m_chunks[m_size >> bits][m_size & (perChunk - 1)];
            ++m_size;
            return item;
        }
        std::uint32_t size() const { return m_size; }
        // Bytes freed.
        std::size_t dropBefore(std::uint32_t i)
        {
            std::size_t freed = 0;
            for (; m_firstChunk < i >> bits; ++m_firstChunk) {
                m_chunks[m_firstChunk].reset();
                freed += perChunk * sizeof(T);
            }
            return freed;
        }

    private:
        std::vector<std::unique_ptr<T[]>> m_chunks;
        std::uint32_t m_size = 0;
        std::uint32_t m_firstChunk = 0;
    };

    struct RowRecord
    {
        const char *data = nullptr; // RowData bytes
        std::uint32_t size = 0;
        std::uint32_t entry = 0;
        std::uint32_t rowInEntry = 0;
        TableId table { 0 };
        EventType eventType = EventType::Unset;
        RowKind kind = RowKind::Other;
        bool isDdl = false;
    };
    struct EntryRecord
    {
        const char *data = nullptr;
        std::uint32_t size = 0;
        std::uint32_t firstRow = 0;
        std::uint32_t rows = 0;
        std::uint32_t statement = 0; // entry + 1; 0: none
        std::uint32_t transaction = 0;
        std::uint32_t firstNumber = 0; // 0: not listed
        BatchId batch = noBatch;
        std::int64_t logOffset = 0;
        Epoch epoch { 0 };
        bool readable = false;
        bool redelivered = false;
    };
    struct Block
    {
        std::unique_ptr<char[]> bytes;
        std::size_t size = 0;
        std::size_t used = 0;
        std::uint32_t lastEntry = 0;
    };
    // Entries of one log file with growing offsets; a rollback or a reconnect starts a new run.
    struct Run
    {
        std::uint32_t firstEntry = 0;
        std::uint32_t entries = 0;
        std::int64_t firstOffset = 0;
        std::int64_t lastOffset = 0;
    };
    struct Parts; // scratch of append()

    std::string_view keep(std::string_view bytes);
    RowKind scan(std::string_view bytes, Parts &parts, bool &overLimit) const;
    void appendEntry(Epoch epoch, BatchId batch, std::string_view bytes, AppendResult &result);
    void appendRows(EntryRecord &entry, RowKind kind, const Parts &parts);
    std::uint32_t statementFor(RowKind kind, std::uint32_t entry);
    std::uint32_t transactionFor(RowKind kind);
    bool noteRedelivery(std::uint32_t entry, const HeaderView &header);
    TableId tableIdOf(RowKind kind, const HeaderView &header);

    const ScanLimits m_limits;
    Chunks<RowRecord> m_rows;
    Chunks<EntryRecord> m_entries;
    Chunks<TableName> m_tables;
    std::map<TableName, TableId> m_tableIds;
    std::deque<Block> m_blocks;
    std::unordered_map<std::string, std::vector<Run>> m_runs; // by log file
    std::uint32_t m_openStatement = 0; // entry + 1
    std::uint32_t m_transaction = 1;
    std::uint32_t m_listed = 0; // rows so far
    bool m_transactionIsOpen = false;
    std::unique_ptr<Parts> m_parts;
    std::atomic<std::uint32_t> m_committed { 0 };
    std::atomic<std::uint32_t> m_tableCount { 0 };
    std::atomic<std::size_t> m_bytes { 0 };
    std::atomic<std::uint32_t> m_released { 0 }; // rows
    std::atomic<std::uint32_t> m_releasedEntries { 0 };
};

} // namespace canal
