// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entry.h"
#include "protocol/result.h"

#include <span>
#include <string>
#include <vector>

// The SQL that does what one row change did, or takes it back: rebuilt from the row image, not the
// statement that ran. Plain C++20. Every value is exact or there is no statement.
namespace canal {

// A column of the table as other rows have it.
struct KnownColumn
{
    std::string_view name;
    bool isKey = false;
};

struct ChangedRow
{
    std::string_view schema;
    std::string_view table;
    EventType event = EventType::Unset;
    std::span<const ColumnView> before;
    std::span<const ColumnView> after;
    std::vector<KnownColumn> known; // of the same version of the table; may be fewer than it has
};

// Why there is no SQL.
struct SqlRefusal
{
    enum class Kind : std::uint8_t {
        NotARow, // DDL, a statement, the mark of a transaction
        Unreadable, // the row could not be read back
        OddName, // `name` cannot be written so that every client reads it right
        OddImage, // two columns of one name
        NoKey, // the table has no primary key, or none that the server told of
        NullInKey, // `name`
        FloatInKey, // `name`: what is rounded is not found again
        OnlyKeyInImage, // all that is known of the row is its key
        NotInImage, // `name` is needed and was not logged
        NothingChanged,
        UnknownType, // of `name`
        OddValue, // `name` has a text that its type does not have
        BytesLost, // `name`: U+FFFD, the server could not read the text (S17)
        Expression, // `name`: PARTIAL_JSON (S11)
        StatementSince, // `name`: a DDL or a statement without rows came later
        TooLong, // the value of `name`, or all of it
    };

    Kind kind = Kind::NotARow;
    std::string name; // of a column or table, as it came

    bool operator==(const SqlRefusal &) const = default;
};

// What the reader of a statement has to know; each once.
struct SqlNote
{
    enum class Kind : std::uint8_t {
        GeneratedUnknown, // Canal does not tell which columns are generated
        ColumnsInImage, // `name`: so many are listed
        ZeroInKey, // `name`: an AUTO_INCREMENT column takes 0 for "the next one"
        ServerTimeZone, // `name` is a TIMESTAMP in the time zone of the Canal server
        JsonAsText, // `name` is JSON as Canal wrote it
        NotCompared, // WHERE does not ask for `name`
    };

    Kind kind = Kind::GeneratedUnknown;
    std::string name;

    bool operator==(const SqlNote &) const = default;
};

struct SqlStatement
{
    std::string sql; // one, without a semicolon
    std::vector<SqlNote> notes;
};

using SqlResult = Result<SqlStatement, SqlRefusal>;

// UPDATE names changed columns only, and asks in WHERE for the key and for those columns as they
// are before it runs, so that a row that has changed since stays as it is.
SqlResult redoSql(const ChangedRow &row);
SqlResult undoSql(const ChangedRow &row);
// The row as it was after the change; a deleted one as it was before.
SqlResult insertSql(const ChangedRow &row);
// The row that is in the table after the change; a deleted one by the key it had.
SqlResult selectSql(const ChangedRow &row);

// "`id` = 42": the key of the row that selectSql() asks for.
Result<std::string, SqlRefusal> keySql(const ChangedRow &row);

} // namespace canal
