// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"

#include <QString>

#include <span>

class QTableView;

namespace canal {

enum class CopyStyle {
    Cells, // tab separated, as shown
    WithHeaders, // the same after a line of the columns' names
    Markdown, // a table
    Csv, // the lines of the CSV export
};

struct CopiedText
{
    QString text;
    qint64 rows = 0;
    qint64 selected = 0; // more than rows: the rest was left out
};

// The selected cells of a table in the order they are seen; any style but Csv.
CopiedText copiedText(const QTableView &table, CopyStyle style = CopyStyle::Cells);
CopiedText copiedCsv(const EventSnapshot &rows, std::span<const RowId> selected);

} // namespace canal
