// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"
#include "model/typedvalue.h"

#include <string>

namespace canal {

// Rows of the store as CSV lines: RFC 4180, UTF-8, LF. One line per RowData and one per ROWDATA
// entry without rows; none for BEGIN and END. Plain C++20; one writer per thread.
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

private:
    void appendEntryFields(const EntryInfo &entry, std::string &out);
    void appendField(std::string_view text, std::string &out);
    void appendObject(const std::vector<ColumnView> &columns, std::string &out);
    void appendKey(std::string &out);
    void appendChanged(const EntryInfo &entry, std::string &out);
    std::string_view decoded(const ColumnView &column);

    ValueStyle m_style;
    ValueDecoder m_decoder;
    RowImage m_image;
    EntryInfo m_entry;
    std::string m_value;
    std::string m_field;
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
