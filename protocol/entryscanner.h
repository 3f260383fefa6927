// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entry.h"
#include "protocol/wirereader.h"

#include <string_view>

// A hand-written, bounds-checked walk over the bytes of one Canal entry. Accepts what libprotobuf
// accepts and yields the same values (the tests compare both); unknown fields are passed over.
// Plain C++20, any thread; the views point into the given bytes.
namespace canal {

// What one entry may hold; more is refused, whatever it would decode to.
struct ScanLimits
{
    std::size_t rowsPerEntry = 1'000'000;
    std::size_t columnsPerRow = 4'096; // MySQL's own limit
};

enum class ScanResult {
    Ok,
    Malformed, // not such a message
    OverLimit, // more rows or columns than ScanLimits allows
};

// Each clears `out` first. After anything but Ok, `out` holds what had been read until then.
ScanResult scanEntry(std::string_view bytes, EntryView &out);
ScanResult scanRowChange(std::string_view storeValue, const ScanLimits &limits, RowChangeView &out);
ScanResult scanRow(std::string_view rowData, const ScanLimits &limits, RowView &out);
bool scanColumn(std::string_view column, ColumnView &out, bool &isPlain); // one column of a row
ScanResult scanTransactionBegin(std::string_view storeValue, TransactionView &out);
ScanResult scanTransactionEnd(std::string_view storeValue, TransactionView &out);

// scanRowChange() row by row, so that each can be worked on while its bytes are near.
//
//     RowChangeScanner in(storeValue, limits, out);
//     while (in.nextRow())
//         use(out.rows.back());
//     return in.result();
class RowChangeScanner
{
public:
    RowChangeScanner(std::string_view storeValue, const ScanLimits &limits, RowChangeView &out);

    bool nextRow(); // false at the end and after an error
    ScanResult result() const { return m_result; }

private:
    WireReader m_in;
    const ScanLimits &m_limits;
    RowChangeView &m_out;
    ScanResult m_result = ScanResult::Ok;
};

} // namespace canal
