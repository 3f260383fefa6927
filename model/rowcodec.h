// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/bytebuffer.h"
#include "model/chunks.h"
#include "model/tablelayout.h"
#include "protocol/entryscanner.h"
#include "protocol/ids.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

// A RowData message <-> the bytes that the store keeps of it. Column names and types are kept once
// per table version, an after value only where it differs from before. Plain C++20.
//
//   row    = layout+1 side side | 0 n RowData{n}      numbers are varints; 0: a row of another
//   shape side   = 0                    no columns
//          | 1 cells              the columns that the before side has
//          | 2n+1 cells           the columns 0 .. n-1 (n > 0)
//          | 2n index{n} cells    these columns
//   cell   = 0 NULL | 1 as before | 2 n: the next n are as before | 4+n: a value of n bytes
//          | 3 flags [sqlType] n value{n}             what the layout does not say by itself
namespace canal {

// Every layout there is, by its number.
class Layouts
{
public:
    std::uint32_t size() const { return m_layouts.size(); }
    bool isFull() const { return m_layouts.isFull(); }
    const TableLayout &at(std::uint32_t layout) const { return *m_layouts[layout]; }
    TableLayout &at(std::uint32_t layout) { return *m_layouts[layout]; }
    TableLayout &add();
    // Of a stored row; none when it is kept as it came.
    static std::optional<std::uint32_t> numberAt(std::string_view row);

private:
    Chunks<std::unique_ptr<TableLayout>, 10, 22> m_layouts;
};

// The store's writer. Remembers each table's layouts.
class RowEncoder
{
public:
    RowEncoder(Layouts &layouts, ScanLimits limits)
        : m_layouts(layouts)
        , m_limits(limits)
    { }

    // Appends the row to `out`; anything but Ok: it cannot be read, and nothing was appended.
    ScanResult append(TableId table, std::string_view rowData, ByteBuffer &out);
    bool hasUncodedRows() const { return m_hasUncoded; } // some row was kept as it came

private:
    struct Cell
    {
        std::uint32_t index;
        std::int32_t usualSqlType;
        CellView view;
    };
    enum class Outcome { Done, OtherLayout, OtherShape };

    bool appendUsual(std::uint32_t layout, std::string_view rowData, ByteBuffer &out);
    Outcome collect(TableLayout &layout, std::string_view rowData);
    Outcome collectColumn(TableLayout &layout, std::string_view column, std::vector<Cell> &cells);
    void write(std::uint32_t layout, ByteBuffer &out) const;

    Layouts &m_layouts;
    const ScanLimits m_limits;
    std::vector<std::vector<std::uint32_t>> m_tables; // layouts by table, last used last
    std::vector<CellView> m_usualBefore;
    std::vector<Cell> m_before;
    std::vector<Cell> m_after;
    RowView m_row;
    bool m_hasUncoded = false;
};

// Any thread: the views point into `bytes` and the layouts. False when the bytes are no row.
bool decodeRow(const Layouts &layouts, const ScanLimits &limits, std::string_view bytes,
               RowView &out);

} // namespace canal
