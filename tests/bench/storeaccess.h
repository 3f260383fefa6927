// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/csvlines.h"
#include "model/eventstore.h"
#include "model/filtertext.h"
#include "model/rowfilter.h"

#include "tests/bench/framefile.h"
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <unistd.h>
#include <vector>

// The only place where the benchmarks touch what belongs to one store and not to every store: how
// it is bounded, its columns, and the export in several threads.
namespace canal::bench {

enum class Tier {
    Hot, // nothing is sealed
    Sealed, // everything that may be
    Default, // as the program runs
};

inline std::unique_ptr<EventStore> makeStore(Tier tier)
{
    EventStore::Limits limits;
    constexpr auto unlimited = std::size_t(1) << 40;
    if (tier == Tier::Hot)
        limits.memory.hotBytes = unlimited;
    if (tier != Tier::Default)
        limits.memory.memoryBudget = unlimited;
    return std::make_unique<EventStore>(limits);
}

// Waits until what may be sealed is sealed.
inline void settle(EventStore &store) { store.settle(); }

// Whether this store has tiers: without, their figures are left out.
inline constexpr bool hasTiers = true;

// Bytes of the rows' values as they lie in memory, for the comparison with reading so much.
inline std::size_t arenaBytes(const EventStore &store) { return store.bytes(); }

// What merely reading the column of tables takes: its sum.
class TableColumn
{
public:
    explicit TableColumn(const EventSnapshot &rows)
    {
        for (std::uint32_t i = 0; i < rows.size();) {
            m_runs.push_back(rows.columns(RowId { i }).tables);
            i += static_cast<std::uint32_t>(m_runs.back().size());
        }
    }
    std::uint64_t sum() const
    {
        std::uint64_t sum = 0;
        for (const auto &run : m_runs)
            for (const auto table : run)
                sum += raw(table);
        return sum;
    }

private:
    std::vector<std::span<const TableId>> m_runs;
};

// What the filter box says.
inline RowFilter filterOf(const QString &text)
{
    auto spec = parseFilter(text);
    if (!spec)
        qFatal("%s", qPrintable(spec.error().message));
    RowFilter filter;
    filter.spec = *std::move(spec);
    return filter;
}

// The rows of one type of event.
inline constexpr bool hasTypeFilter = true;
inline RowFilter typeFilter(EventType type)
{
    const auto name = eventTypeName(type);
    return filterOf(QStringLiteral("op:")
                    + QString::fromLatin1(name.data(), static_cast<qsizetype>(name.size())));
}

// The rows of a snapshot as CSV into a descriptor, in so many threads, in order.
inline void writeCsv(const EventSnapshot &rows, ValueStyle style, int descriptor, unsigned threads)
{
    const CsvLines lines { rows, style, rows.size(),
                           [](std::size_t i) { return RowId { static_cast<std::uint32_t>(i) }; } };
    (void)lines.write(threads, [descriptor](const CsvLines::Part &part) {
        if (::write(descriptor, part.text.data(), part.text.size())
            != static_cast<ssize_t>(part.text.size()))
            qFatal("cannot write all of the CSV");
        return true;
    });
}

// ---- the same for every store

inline AppendResult appendFrame(EventStore &store, std::string_view frame, std::int64_t batch)
{
    static thread_local std::vector<std::string_view> entries;
    entriesOf(frame, entries);
    return store.append(Epoch { 1 }, BatchId { batch }, entries);
}

// All frames, so many times over.
inline void fill(EventStore &store, const FrameFile &file, int times = 1)
{
    std::int64_t batch = 0;
    for (int i = 0; i < times; ++i)
        for (const auto frame : file.frames())
            appendFrame(store, frame, ++batch);
}

} // namespace canal::bench
