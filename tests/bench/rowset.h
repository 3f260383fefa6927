// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entry.h"

#include <QByteArrayView>

#include <array>
#include <cstdint>
#include <random>
#include <string>

// Endless-looking traffic that is the same in every run: frames of MESSAGES packets as a real Canal
// sends them, made from a seed. Any one thread.
namespace canal::bench {

enum class RowSet {
    Bulk, // 1 to 50 rows an entry, transactions of several entries
    Oltp, // BEGIN, one row, END
    // As Bulk, and all that real servers do besides: sqlType that changes with the value, NULL in
    // any column, MINIMAL row images, MariaDB's QUERY entries with the SQL of the rows after them.
    Mixed,
};

class RowSetGenerator
{
public:
    struct Totals
    {
        std::uint64_t rows = 0;
        std::uint64_t cells = 0;
        std::uint64_t entries = 0;
        std::uint64_t batches = 0;
        std::uint64_t bytes = 0; // with the frames' length prefixes
    };

    RowSetGenerator(RowSet set, std::uint64_t rows, std::uint32_t entriesPerBatch);

    // The next frame, length prefix included; false when all rows have been made.
    bool next(std::string &frame);
    const Totals &totals() const { return m_totals; }

private:
    static constexpr std::size_t columnCount = 12;

    struct Cell
    {
        std::string text;
        bool isNull = false;

        bool operator==(const Cell &) const = default;
    };
    using Row = std::array<Cell, columnCount>;

    std::uint32_t below(std::uint32_t limit)
    {
        return static_cast<std::uint32_t>(m_random() % limit);
    }
    std::string words(std::uint32_t count);
    std::string optionalWords();
    std::string dateTime(std::uint64_t ms) const;
    std::string dateTimeWithMs(std::uint64_t ms) const;
    std::string attributes(); // JSON
    Row row();
    Row changed(const Row &before);
    void varyForMixed(Row &row);

    void appendEntry();
    void appendBegin();
    void appendEnd();
    void appendStatement();
    void appendRows();
    void writeRow(EventType type, bool isMinimal);
    void writeColumn(std::uint32_t field, std::size_t index, const Cell &cell, bool updated);
    void writeEntry(EntryType type, EventType eventType, std::uint32_t rows, std::int64_t length);
    void writeHeader(EventType eventType, std::uint32_t rows, std::int64_t length);
    int sqlTypeOf(std::size_t column, const Cell &cell) const;

    const RowSet m_set;
    const std::uint64_t m_rows;
    const std::uint32_t m_entriesPerBatch;
    std::mt19937_64 m_random;
    Totals m_totals;
    std::uint64_t m_clockMs = 1'735'689'600'000;
    std::uint64_t m_lastId = 100'000'000'000;
    std::int64_t m_logOffset = 4;
    std::uint32_t m_entriesLeft = 0; // of the open transaction
    bool m_isInTransaction = false;
    bool m_statementIsWritten = false;
    std::size_t m_table = 0; // of the entry being made
    std::string m_messages; // the batch being made, and the parts of its entries
    std::string m_entry;
    std::string m_header;
    std::string m_store;
    std::string m_rowData;
    std::string m_column;
};

} // namespace canal::bench
