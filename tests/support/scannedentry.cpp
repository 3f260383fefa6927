// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/scannedentry.h"

namespace canal::test {

ScannedEntry::ScannedEntry(const QByteArray &bytes)
    : isGood(scanEntry({ bytes.constData(), static_cast<std::size_t>(bytes.size()) }, entry)
             == ScanResult::Ok)
{
    if (!isGood || entry.type != EntryType::RowData)
        return;
    isGood = scanRowChange(entry.storeValue, {}, change) == ScanResult::Ok;
    for (const auto row : change.rows)
        isGood = isGood && scanRow(row, {}, rows.emplace_back()) == ScanResult::Ok;
}

QByteArray ScannedEntry::table() const
{
    return bytesOf(entry.header.schema) + '.' + bytesOf(entry.header.table);
}

} // namespace canal::test
