// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytebuffer.h"
#include "model/eventstore.h"
#include "model/typedvalue.h"

#include <array>
#include <memory>
#include <optional>
#include <string>

namespace canal {

// Rows of the store as CSV lines: RFC 4180, UTF-8, LF. One line per RowData and one per ROWDATA
// entry without rows; none for BEGIN and END. Plain C++20; one writer per thread and store.
//
//   batch,log_file,log_offset,execute_time,gtid,schema,table,event,row,key,before,after,changed,sql
class CsvWriter
{
public:
    explicit CsvWriter(ValueStyle style)
        : m_style(style)
    { }

    static std::string_view header(); // with its line end

    // Appends the row's line; false, and nothing appended, when the row is no event.
    bool appendLine(const EventSnapshot &rows, RowId row, std::string &out);
    // False after a row whose bytes could not be read back; its line is not what came.
    bool allReadable() const { return m_allReadable; }

private:
    // What a column's name and type come to; the same for every row of a table.
    struct ColumnText
    {
        std::string name;
        std::string mysqlType;
        std::string quoted; // the name as JSON in a quoted field
        bool isAsSent = false; // the value needs no decoding
    };

    enum class Object { Key, Before, After };
    // Where a column of the row's before stands in the line, to be copied if it comes again.
    struct Written
    {
        std::size_t from;
        std::size_t to;
    };

    void startEntry(const EventSnapshot &rows, EntryId entry);
    const ColumnText &textOf(const ColumnView &column);
    void putField(std::string_view text);
    void putColumn(const ColumnView &column);
    void putObject(const std::vector<ColumnView> &columns, Object object);
    void putAgain(const Written &column);
    bool isAsBefore(std::size_t i) const;
    void putChanged();

    ValueStyle m_style;
    ValueDecoder m_decoder;
    RowImage m_image;
    EntryInfo m_entry;
    std::optional<EntryId> m_entryId; // of m_entry and m_start
    std::string m_start; // the fields that are the same for all rows of an entry
    std::array<ColumnText, 256> m_columns; // by hash
    std::string m_value;
    ByteBuffer m_line;
    std::vector<Written> m_before;
    bool m_allReadable = true;
};

// The columns whose value an UPDATE changed: absent before, or other text or NULL-ness. Indices
// into row.after(), in column order. What the server says of itself (`updated`) is not asked.
std::vector<std::size_t> changedColumns(const RowImage &row);

// The column of that name in a list that is nearly always in the same order; `hint` is where it is
// expected. Null when it is absent.
const ColumnView *columnNamed(std::string_view name, const std::vector<ColumnView> &columns,
                              std::size_t hint);

// The primary key's columns: from before unless that is empty, else from after.
const std::vector<ColumnView> &keySide(const RowImage &row);

// 2026-11-22T10:00:00Z; a year beyond 9999 or before 0 as milliseconds in decimal.
std::string isoTime(std::int64_t msSinceEpoch);

} // namespace canal
