// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/datacolumn.h"
#include "model/eventstore.h"
#include "model/typedvalue.h"
#include "model/valuepart.h"

#include <QString>

namespace canal {

// The words of one row's cells, made when they are shown. GUI thread.
class RowSummary
{
public:
    static constexpr qsizetype mostChars = 300; // of one cell

    void read(const EventSnapshot &rows, RowId row);

    const EntryInfo &entry() const { return m_entry; }
    const RowImage &image() const { return m_image; }

    QString tableName() const; // "shop.orders"; empty without a table
    QString key() const; // "42", "1, x"; empty without a key
    ValueParts changed() const; // what the Changed column paints
    // One value; nothing for a row of another table.
    ValueParts value(const DataColumn &column) const;
    QString shortPosition() const; // "012:48 211 907"
    QString position() const; // "mysql-bin.000012:48211907"
    QString statement(const EventSnapshot &rows) const; // the SQL that caused the row; may be empty

private:
    QString valueText(const ColumnView &column) const;
    ValuePart valuePart(const ColumnView &column, ValuePart::Kind kind) const;
    ValueParts updateParts() const;
    ValueParts listParts(const std::vector<ColumnView> &columns, const QString &lead) const;

    RowKind m_kind = RowKind::Other;
    EntryInfo m_entry;
    RowImage m_image;
    mutable ValueDecoder m_decoder;
};

// UTF-8 as it came, shortened to `most` characters with an ellipsis.
QString shown(std::string_view utf8, qsizetype most = RowSummary::mostChars);

// The column with the beginning of its value that is enough to show `chars` characters, so that a
// value of megabytes costs no more than a small one. ENUM and SET stay whole.
ColumnView headOf(const ColumnView &column, ValueDecoder &decoder, qsizetype chars);

// 48211907 -> "48 211 907", with narrow no-break spaces.
QString grouped(qint64 number);

} // namespace canal
