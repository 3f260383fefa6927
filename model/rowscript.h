// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"
#include "model/rowsql.h"

#include <span>

// SQL for rows of the store. Plain C++20.
namespace canal {

enum class SqlForm : std::uint8_t { Insert, Undo, Redo, Select };

struct SqlScript
{
    SqlForm form = SqlForm::Undo;
    std::vector<std::string> statements; // in the order in which they are to run
    std::vector<SqlNote> notes; // each once
};

struct ScriptRefusal
{
    RowId row { 0 };
    SqlRefusal why;
};

// `changes` in the order in which they came; undo takes the last one back first. One that cannot be
// made refuses all: half an undo is worse than none.
Result<SqlScript, ScriptRefusal> scriptOf(const EventSnapshot &rows, SqlForm form,
                                          std::span<const RowId> changes);

// The change as SQL wants it. The views are valid as long as the image is, and the store.
ChangedRow changedRow(const EventSnapshot &rows, RowId row, const RowImage &image);

// Finds DDL and other statements without rows (S21) that may have changed a table or its rows:
// those that name it, its schema alone, or nothing.
class StatementsAbout
{
public:
    StatementsAbout(const EventSnapshot &rows, TableName table);

    // The first among [from, to).
    std::optional<RowId> first(std::uint32_t from, std::uint32_t to);
    bool concerns(RowId row);

private:
    const EventSnapshot m_rows;
    const TableName m_table;
    const std::string m_lowerTable;
    EntryInfo m_entry;
};

} // namespace canal
