// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowscript.h"

#include <QString>

namespace canal {

// Why there is no SQL, as a sentence that says what to do where something can be done.
QString refusalText(const SqlRefusal &refusal);

// What is copied: comments that say what this is and what is not known, then the statements. More
// than one change of data runs in a transaction whose end is the reader's.
QString scriptText(const SqlScript &script);

// Shows the binlog of the row's transaction from its beginning; quoted for a POSIX shell. Empty
// when the log file's name has control characters, which no shell shows as they are.
QString mysqlbinlogCommand(const EventSnapshot &rows, RowId row);

// As an object: schema, table, event, file, position, before, after. Values are texts as they are
// shown, so that no number loses a digit; NULL is null; a column that is not in the row image is
// not there. Empty for what is no row.
QString jsonOf(const EventSnapshot &rows, RowId row);

} // namespace canal
