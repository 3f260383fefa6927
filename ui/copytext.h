// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QTableView;

namespace canal {

struct CopiedText
{
    QString text; // tab separated lines, as shown
    qint64 rows = 0;
    qint64 selected = 0; // more than rows: the rest was left out
};

// The selected cells of a table in the order they are seen.
CopiedText copiedText(const QTableView &table);

} // namespace canal
