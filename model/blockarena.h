// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

// Append-only bytes in blocks of 64 KiB. Old blocks are sealed (lz4) by a thread of its own, and go
// to an unlinked file beyond the memory budget. Plain C++20; one writer, any number of readers.
namespace canal {

// Where a record begins. A record never crosses a block's end.
struct Place
{
    std::uint32_t block = 0;
    std::uint32_t offset = 0;
};

// A block's bytes, kept alive while this is held.
struct BlockBytes
{
    std::shared_ptr<const char[]> bytes;
    std::uint32_t size = 0; // bytes that were committed when it was asked for

    std::string_view from(std::uint32_t offset) const
    {
        return { bytes.get() + offset, size - offset };
    }
};

// A block that is kept for the next record, which is nearly always in the same one.
struct HeldBlock
{
    std::uint32_t number = 0;
    BlockBytes block;
};

class BlockArena
{
public:
    static constexpr std::size_t blockBytes = 64U << 10;

    struct Limits
    {
        std::size_t hotBytes = 64U << 20; // the newest blocks stay as they are
        std::size_t memoryBudget = std::size_t(1) << 30; // beyond it sealed blocks go to a file
        std::string spillDirectory; // empty: $TMPDIR or /tmp
    };

    explicit BlockArena(Limits limits);
    ~BlockArena();
    BlockArena(const BlockArena &) = delete;
    BlockArena &operator=(const BlockArena &) = delete;

    // Writer only.
    Place append(std::string_view record);
    void commit(); // what was appended may be read from now on
    void dropBefore(std::uint32_t block); // no reader may ask for those any more
    std::uint32_t lastBlock() const
    {
        return m_firstBlock + static_cast<std::uint32_t>(m_blocks.size()) - 1;
    }

    // Any thread. An empty result means that the block's file could not be read.
    BlockBytes read(std::uint32_t block) const;
    // From the place to the block's end.
    std::string_view read(Place place, HeldBlock &held) const;
    std::size_t bytes() const { return m_bytes.load(std::memory_order_relaxed); } // in memory
    std::size_t fileBytes() const { return m_fileBytes.load(std::memory_order_relaxed); }
    bool fileFailed() const { return m_fileFailed.load(std::memory_order_relaxed); }

    // Seals every closed block, whatever hotBytes says, and waits for it. For tests and figures.
    void settle();

private:
    struct Block
    {
        std::shared_ptr<char[]> bytes; // as written, or lz4; null in the file
        std::uint32_t used = 0; // bytes as written that were committed
        std::uint32_t stored = 0; // bytes in memory or in the file
        bool sealed = false;
        std::uint64_t fileOffset = 0;
    };
    struct Cached
    {
        std::uint32_t block;
        BlockBytes bytes;
    };

    void openBlock(std::size_t size);
    void closeBlock();
    void work(const std::stop_token &stop);
    bool hasWork() const;
    void sealNext(std::unique_lock<std::mutex> &lock, std::vector<char> &scratch);
    void spillNext(std::unique_lock<std::mutex> &lock);
    bool openFile();
    Block &at(std::uint32_t block) { return m_blocks[block - m_firstBlock]; }

    const Limits m_limits;

    // The writer's own.
    char *m_writeAt = nullptr;
    std::size_t m_capacity = 0;
    std::size_t m_used = 0;

    mutable std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_wake;
    std::condition_variable_any m_settled;
    std::deque<Block> m_blocks;
    std::uint32_t m_firstBlock = 0; // the number of m_blocks.front()
    std::uint32_t m_closed = 0; // blocks before this one are full
    std::uint32_t m_sealedTo = 0; // blocks before this one are sealed
    std::uint32_t m_spilledTo = 0; // ... and in the file
    std::size_t m_hotBytes = 0;
    bool m_sealAll = false;
    std::vector<std::shared_ptr<char[]>> m_spare; // for new blocks: their pages are there already
    mutable std::list<Cached> m_cache; // inflated blocks, last used first

    std::atomic<std::size_t> m_bytes { 0 };
    std::atomic<std::size_t> m_fileBytes { 0 };
    std::atomic<bool> m_fileFailed { false };
    int m_file = -1; // the worker's; readers only after a block says it is there
    std::jthread m_worker;
};

} // namespace canal
