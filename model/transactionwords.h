// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/transactions.h"

#include <QString>

namespace canal {

// The words about one transaction. Valid as long as the snapshot and summary it was made of.
class TransactionWords
{
public:
    TransactionWords(const EventSnapshot &rows, const TransactionSummary &summary)
        : m_rows(rows)
        , m_summary(summary)
    { }

    QString tables() const; // "orders, stock"
    QString size() const; // "5 rows"
    QString remarks(quint32 shownRows) const; // "gtid …:9909 · xid 2597 · thread 169"
    QString end() const; // "5 rows in 3 statements · 2 411 B · one batch (39)"
    QString tip(quint32 shownRows) const; // all of it, one line each
    QString gtid() const; // empty: not told

private:
    QString sql() const;
    QString xid() const;
    QString thread() const;
    QString batches() const;
    QString filtered(quint32 shownRows) const;
    QString state() const;

    const EventSnapshot &m_rows;
    const TransactionSummary &m_summary;
};

// What the server was told to run, for the rows after it; of a QUERY entry or its row.
QString statementText(const EventSnapshot &rows, EntryId entry, qsizetype most);

} // namespace canal
