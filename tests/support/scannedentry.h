// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entryscanner.h"
#include "protocol/server/demofeed.h"

#include <QTest>

namespace canal::test {

inline QByteArray bytesOf(std::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

// An entry taken apart. The views point into its bytes, which must stay.
struct ScannedEntry
{
    explicit ScannedEntry(const QByteArray &bytes);

    QByteArray table() const; // "schema.table"

    EntryView entry;
    RowChangeView change;
    std::vector<RowView> rows;
    bool isGood;
};

// Every transaction of the demo until so many rows have come, or a check has failed.
template <typename Visit>
void forEachTransaction(server::DemoFeed &feed, qint64 rows, Visit visit)
{
    while (rows > 0) {
        const auto transaction = feed.nextTransaction();
        visit(transaction);
        if (QTest::currentTestFailed())
            return;
        rows -= transaction.rows;
    }
}

} // namespace canal::test
