// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"

#include <QString>

namespace canal {

// What a row shows, as terms of the display filter's language that match it. Empty: there is none.
struct RowTerms
{
    QString operation; // op:update
    QString table; // table:shop.orders
    QString key; // pk:42
    QString transaction; // tx:4711, once its end has come
    QString batch; // batch:17
    QString position; // (file:mysql-bin.000012 pos:48211907)

    static RowTerms of(const EventSnapshot &rows, RowId row);
};

// Rows of the same table with the same key as the PK column shows it: "table:shop.orders pk:42". Of
// a key that is too long to be shown whole, all rows of the table; empty without a table.
QString rowTerm(const EventSnapshot &rows, RowId row);

// before.status = PAID; of what a cell shows in full.
enum class FilterSide { Before, After };
QString valueTerm(FilterSide side, const QString &column, const QString &value);
QString nullTerm(FilterSide side, const QString &column);
QString emptyTerm(FilterSide side, const QString &column);
QString changedTerm(const QString &column); // col:status
QString anywhereTerm(const QString &text); // "two words": in some cell

enum class FilterUse { Only, Exclude, And, AndNot, Or, OrNot };

// `term` put together with the filter that is on; an empty one shows everything.
QString combinedFilter(const QString &current, const QString &term, FilterUse use);

} // namespace canal
