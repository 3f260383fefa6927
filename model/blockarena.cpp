// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/blockarena.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <lz4.h>
#include <unistd.h>

namespace canal {

static constexpr std::size_t mostCached = 64;
static constexpr std::size_t mostSpare = 16;

namespace {

std::string defaultDirectory()
{
    const char *directory = std::getenv("TMPDIR"); // NOLINT(concurrency-mt-unsafe): nothing sets it
    return directory != nullptr && *directory != '\0' ? directory : "/tmp";
}

// ::pwrite or ::pread, until all of it is done.
template <typename Transfer, typename Byte>
bool transferAll(Transfer transfer, int file, Byte *data, std::size_t size, std::uint64_t offset)
{
    while (size > 0) {
        const auto count = transfer(file, data, size, static_cast<off_t>(offset));
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return false;
        data += count;
        size -= static_cast<std::size_t>(count);
        offset += static_cast<std::uint64_t>(count);
    }
    return true;
}

} // namespace

BlockArena::BlockArena(Limits limits)
    : m_limits(std::move(limits))
    , m_worker([this](const std::stop_token &stop) { work(stop); })
{ }

BlockArena::~BlockArena()
{
    m_worker.request_stop();
    m_worker.join();
    if (m_file >= 0)
        ::close(m_file);
}

// ---- writing

Place BlockArena::append(std::string_view record)
{
    if (m_capacity - m_used < record.size()) {
        closeBlock();
        openBlock(std::max(blockBytes, record.size()));
    }
    const Place place { lastBlock(), static_cast<std::uint32_t>(m_used) };
    std::memcpy(m_writeAt + m_used, record.data(), record.size());
    m_used += record.size();
    return place;
}

void BlockArena::closeBlock()
{
    if (m_writeAt == nullptr)
        return;
    const std::lock_guard lock(m_mutex);
    m_blocks.back().used = static_cast<std::uint32_t>(m_used);
    m_closed = lastBlock() + 1;
    if (hasWork())
        m_wake.notify_one();
}

void BlockArena::openBlock(std::size_t size)
{
    std::shared_ptr<char[]> buffer;
    const std::lock_guard lock(m_mutex);
    if (size == blockBytes && !m_spare.empty()) {
        buffer = std::move(m_spare.back());
        m_spare.pop_back();
    } else {
        buffer = std::make_shared_for_overwrite<char[]>(size);
        m_bytes.fetch_add(size, std::memory_order_relaxed);
    }
    m_writeAt = buffer.get();
    m_capacity = size;
    m_used = 0;
    m_hotBytes += size;
    m_blocks.push_back({ std::move(buffer), 0, static_cast<std::uint32_t>(size), false, 0 });
}

void BlockArena::commit()
{
    if (m_writeAt == nullptr)
        return;
    const std::lock_guard lock(m_mutex);
    m_blocks.back().used = static_cast<std::uint32_t>(m_used);
}

void BlockArena::dropBefore(std::uint32_t block)
{
    const std::lock_guard lock(m_mutex);
    for (; m_firstBlock < block && m_firstBlock < m_closed; ++m_firstBlock) {
        auto &gone = m_blocks.front();
        if (!gone.sealed)
            m_hotBytes -= gone.stored;
        if (!gone.sealed && gone.stored == blockBytes && gone.bytes.use_count() == 1
            && m_spare.size() < mostSpare)
            m_spare.push_back(std::move(gone.bytes));
        else if (gone.bytes != nullptr)
            m_bytes.fetch_sub(gone.stored, std::memory_order_relaxed);
        m_blocks.pop_front();
    }
    m_sealedTo = std::max(m_sealedTo, m_firstBlock);
    m_spilledTo = std::max(m_spilledTo, m_firstBlock);
}

void BlockArena::settle()
{
    std::unique_lock lock(m_mutex);
    m_sealAll = true;
    m_wake.notify_one();
    m_settled.wait(lock, [this] { return !hasWork(); });
    m_sealAll = false;
}

// ---- sealing

bool BlockArena::hasWork() const
{
    const bool seals = m_sealedTo < m_closed && (m_sealAll || m_hotBytes > m_limits.hotBytes);
    const bool spills
        = m_spilledTo < m_sealedTo && bytes() > m_limits.memoryBudget && !fileFailed();
    return seals || spills;
}

void BlockArena::work(const std::stop_token &stop)
{
    std::vector<char> scratch;
    std::unique_lock lock(m_mutex);
    while (m_wake.wait(lock, stop, [this] { return hasWork(); }) && !stop.stop_requested()) {
        while (hasWork() && !stop.stop_requested()) {
            if (m_sealedTo < m_closed && (m_sealAll || m_hotBytes > m_limits.hotBytes))
                sealNext(lock, scratch);
            else
                spillNext(lock);
        }
        m_settled.notify_all();
    }
}

void BlockArena::sealNext(std::unique_lock<std::mutex> &lock, std::vector<char> &scratch)
{
    const auto number = m_sealedTo;
    const auto raw = at(number).bytes;
    const auto used = at(number).used;
    lock.unlock();
    scratch.resize(static_cast<std::size_t>(LZ4_compressBound(static_cast<int>(used))));
    const auto size = static_cast<std::uint32_t>(LZ4_compress_default(
        raw.get(), scratch.data(), static_cast<int>(used), static_cast<int>(scratch.size())));
    auto sealed = std::make_shared_for_overwrite<char[]>(size);
    std::memcpy(sealed.get(), scratch.data(), size);
    lock.lock();
    if (number < m_firstBlock) // dropped meanwhile
        return;
    auto &block = at(number);
    constexpr long ours = 2; // the block's and the one here
    if (block.stored == blockBytes && block.bytes.use_count() == ours && m_spare.size() < mostSpare)
        m_spare.push_back(std::move(block.bytes));
    else
        m_bytes.fetch_sub(block.stored, std::memory_order_relaxed);
    m_hotBytes -= block.stored;
    block.bytes = std::move(sealed);
    block.stored = size;
    block.sealed = true;
    m_bytes.fetch_add(size, std::memory_order_relaxed);
    m_sealedTo = number + 1;
}

void BlockArena::spillNext(std::unique_lock<std::mutex> &lock)
{
    const auto number = m_spilledTo;
    const auto bytes = at(number).bytes;
    const auto size = at(number).stored;
    const auto offset = m_fileBytes.load(std::memory_order_relaxed);
    lock.unlock();
    const bool written = openFile() && transferAll(::pwrite, m_file, bytes.get(), size, offset);
    lock.lock();
    if (!written) {
        m_fileFailed.store(true, std::memory_order_relaxed); // what is in memory stays there
        return;
    }
    m_fileBytes.store(offset + size, std::memory_order_relaxed);
    if (number < m_firstBlock)
        return;
    auto &block = at(number);
    block.bytes.reset();
    block.fileOffset = offset;
    m_bytes.fetch_sub(size, std::memory_order_relaxed);
    m_spilledTo = number + 1;
}

// Only this process ever sees the file: 0600, and without a name as soon as it is open.
bool BlockArena::openFile()
{
    if (m_file >= 0)
        return true;
    const auto directory
        = m_limits.spillDirectory.empty() ? defaultDirectory() : m_limits.spillDirectory;
    auto name = directory + "/canal-inspector-XXXXXX";
    m_file = ::mkostemp(name.data(), O_CLOEXEC);
    return m_file >= 0 && ::unlink(name.c_str()) == 0;
}

// ---- reading

BlockBytes BlockArena::read(std::uint32_t number) const
{
    std::unique_lock lock(m_mutex);
    if (number < m_firstBlock)
        return {};
    const auto block = m_blocks[number - m_firstBlock];
    if (!block.sealed)
        return { block.bytes, block.used };
    const auto hit = std::ranges::find(m_cache, number, &Cached::block);
    if (hit != m_cache.end()) {
        m_cache.splice(m_cache.begin(), m_cache, hit);
        return hit->bytes;
    }
    lock.unlock();

    auto packed = block.bytes;
    if (packed == nullptr) {
        packed = std::make_shared_for_overwrite<char[]>(block.stored);
        if (!transferAll(::pread, m_file, packed.get(), block.stored, block.fileOffset))
            return {};
    }
    auto raw = std::make_shared_for_overwrite<char[]>(block.used);
    if (LZ4_decompress_safe(packed.get(), raw.get(), static_cast<int>(block.stored),
                            static_cast<int>(block.used))
        != static_cast<int>(block.used))
        return {};
    BlockBytes result { std::move(raw), block.used };

    lock.lock();
    m_cache.push_front({ number, result });
    if (m_cache.size() > mostCached)
        m_cache.pop_back();
    return result;
}

std::string_view BlockArena::read(Place place, HeldBlock &held) const
{
    // An open block may have grown since it was asked for.
    if (held.block.bytes == nullptr || held.number != place.block
        || place.offset >= held.block.size)
        held = { place.block, read(place.block) };
    return place.offset < held.block.size ? held.block.from(place.offset) : std::string_view();
}

} // namespace canal
