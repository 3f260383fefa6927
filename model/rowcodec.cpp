// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowcodec.h"

#include "protocol/smallbytes.h"
#include "protocol/wirereader.h"

#include <algorithm>

namespace canal {
namespace {

using enum WireType;

constexpr std::uint32_t beforeTag = wireTag(1, Bytes);
constexpr std::uint32_t afterTag = wireTag(2, Bytes);
// A table with more versions than this keeps its other rows as they came.
constexpr std::size_t mostLayoutsPerTable = 64;

enum CellCode : std::uint8_t {
    NullCell,
    SameCell,
    SameRun,
    OddCell,
    ValueCell, // and the value's size
};

enum OddFlag : std::uint8_t {
    OddNull = 1,
    OddUpdated = 2,
    OddSqlType = 4,
};

char *putBytes(char *at, std::string_view bytes)
{
    copyBytes(at, bytes.data(), bytes.size());
    return at + bytes.size();
}

std::uint64_t zigzag(std::int32_t value)
{
    return (std::uint64_t(static_cast<std::uint32_t>(value)) << 1 ^ (value < 0 ? ~0ULL : 0))
        & 0xffff'ffffU;
}

std::int32_t unzigzag(std::uint64_t value)
{
    const auto bits = static_cast<std::uint32_t>(value);
    return static_cast<std::int32_t>(bits >> 1 ^ (~(bits & 1) + 1));
}

bool isSame(const CellView &a, const CellView &b)
{
    return a.isNull == b.isNull && a.sqlType == b.sqlType && a.value.size() == b.value.size()
        && sameBytes(a.value.data(), b.value.data(), a.value.size());
}

bool isFull(const auto &cells)
{
    for (std::size_t i = 0; i < cells.size(); ++i)
        if (cells[i].index != i)
            return false;
    return true;
}

// A column that isUpdated as its side suggests, with its usual type, takes one number and its text.
char *putCell(char *at, const CellView &view, std::int32_t usualSqlType, bool usuallyUpdated)
{
    const bool usual = view.sqlType == usualSqlType && view.updated == usuallyUpdated
        && (!view.isNull || view.value.empty());
    if (usual && view.isNull)
        return putVarint(at, NullCell);
    if (usual)
        return putBytes(putVarint(at, ValueCell + view.value.size()), view.value);
    at = putVarint(at, OddCell);
    const bool otherType = view.sqlType != usualSqlType;
    *at++ = static_cast<char>((view.isNull ? OddNull : 0) | (view.updated ? OddUpdated : 0)
                              | (otherType ? OddSqlType : 0));
    if (otherType)
        at = putVarint(at, zigzag(view.sqlType));
    return putBytes(putVarint(at, view.value.size()), view.value);
}

char *putSame(char *at, std::size_t count)
{
    if (count == 0)
        return at;
    if (count == 1)
        return putVarint(at, SameCell);
    return putVarint(putVarint(at, SameRun), count);
}

} // namespace

std::optional<std::uint32_t> Layouts::numberAt(std::string_view row)
{
    WireReader in(row);
    const auto number = in.varint();
    if (number == 0)
        return {};
    return static_cast<std::uint32_t>(number - 1);
}

TableLayout &Layouts::add()
{
    auto &layout = m_layouts.push();
    layout = std::make_unique<TableLayout>();
    return *layout;
}

// ---- encoding

ScanResult RowEncoder::append(TableId table, std::string_view rowData, ByteBuffer &out)
{
    if (m_tables.size() <= raw(table))
        m_tables.resize(raw(table) + 1);
    auto &layouts = m_tables[raw(table)];
    if (!layouts.empty() && appendUsual(layouts.back(), rowData, out))
        return ScanResult::Ok;
    bool otherShape = false;
    for (std::size_t tried = layouts.size(); !otherShape && tried-- > 0;) {
        switch (collect(m_layouts.at(layouts[tried]), rowData)) {
        case Outcome::Done:
            std::rotate(layouts.begin() + static_cast<long>(tried),
                        layouts.begin() + static_cast<long>(tried) + 1, layouts.end());
            write(layouts.back(), out);
            return ScanResult::Ok;
        case Outcome::OtherLayout:
            continue;
        case Outcome::OtherShape:
            otherShape = true;
        }
    }
    // Nothing of another shape gets past here: the generic scanner judges what is a row.
    if (const auto result = scanRow(rowData, m_limits, m_row); result != ScanResult::Ok)
        return result;
    if (!otherShape && layouts.size() < mostLayoutsPerTable && !m_layouts.isFull()) {
        layouts.push_back(m_layouts.size());
        if (collect(m_layouts.add(), rowData) == Outcome::Done) {
            write(layouts.back(), out);
            return ScanResult::Ok;
        }
    }
    m_hasUncoded = true;
    auto *at = out.room(2 * longestVarint + rowData.size());
    out.endAt(putBytes(putVarint(putVarint(at, 0), rowData.size()), rowData));
    return ScanResult::Ok;
}

// The usual row has, on each side that it has, all the layout's columns in the shape that was
// learnt. It is written while it is read; false, and nothing appended, for any other row.
bool RowEncoder::appendUsual(std::uint32_t layout, std::string_view rowData, ByteBuffer &out)
{
    const auto &known = m_layouts.at(layout);
    const auto columns = known.contiguousColumns();
    if (columns == 0 || columns > m_limits.columnsPerRow || rowData.empty())
        return false;
    m_usualBefore.resize(std::max(m_usualBefore.size(), columns));

    // No cell takes more bytes than its column's message.
    auto *at = putVarint(out.room(rowData.size() + 4 * longestVarint), std::uint64_t(layout) + 1);
    const char *in = rowData.data();
    const char *const end = in + rowData.size();
    const bool hasBefore = *in == static_cast<char>(beforeTag);
    bool isAfter = !hasBefore;
    at = putVarint(at, hasBefore ? 2 * columns + 1 : 0);
    if (isAfter)
        at = putVarint(at, 2 * columns + 1);
    for (;;) {
        const auto tag = static_cast<char>(isAfter ? afterTag : beforeTag);
        std::size_t same = 0;
        for (std::size_t i = 0; i < columns; ++i) {
            std::size_t size = 0;
            if (in == end || *in++ != tag || !readSize(in, end, size))
                return false;
            const auto *column = known.column(static_cast<std::uint32_t>(i));
            CellView cell;
            if (!column->shape.match({ in, size }, cell))
                return false;
            in += size;
            if (!isAfter) {
                m_usualBefore[i] = cell;
            } else if (hasBefore) {
                if (!cell.updated && isSame(cell, m_usualBefore[i])) {
                    ++same;
                    continue;
                }
                at = putSame(at, same);
                same = 0;
            }
            at = putCell(at, cell, column->sqlType, isAfter);
        }
        at = putSame(at, same);
        if (isAfter)
            break;
        isAfter = in != end;
        at = putVarint(at, isAfter ? 1 : 0);
        if (!isAfter)
            break;
    }
    if (in != end)
        return false;
    out.endAt(at);
    return true;
}

RowEncoder::Outcome RowEncoder::collect(TableLayout &layout, std::string_view rowData)
{
    m_before.clear();
    m_after.clear();
    WireReader in(rowData);
    while (in.next()) {
        const bool isBefore = in.tag() == beforeTag;
        if ((!isBefore && in.tag() != afterTag) || (isBefore && !m_after.empty()))
            return Outcome::OtherShape;
        const auto column = in.bytes();
        if (!in.ok())
            break;
        auto &cells = isBefore ? m_before : m_after;
        if (const auto outcome = collectColumn(layout, column, cells); outcome != Outcome::Done)
            return outcome;
    }
    return in.ok() ? Outcome::Done : Outcome::OtherShape;
}

RowEncoder::Outcome RowEncoder::collectColumn(TableLayout &layout, std::string_view column,
                                              std::vector<Cell> &cells)
{
    if (cells.size() == std::min<std::size_t>(m_limits.columnsPerRow, TableLayout::mostColumns))
        return Outcome::OtherShape;
    // Canal writes the index first.
    if (column.size() > 2 && column[0] == 1 << 3 && (column[1] & 0x80) == 0) {
        const auto index = static_cast<unsigned char>(column[1]);
        const auto *known = layout.column(index);
        auto &cell = cells.emplace_back();
        if (known != nullptr && known->shape.match(column, cell.view)) {
            cell.index = index;
            cell.usualSqlType = known->sqlType;
            return Outcome::Done;
        }
        cells.pop_back();
    }
    ColumnView view;
    bool isPlain = true;
    if (!scanColumn(column, view, isPlain) || !isPlain || view.index < 0
        || std::cmp_greater_equal(view.index, TableLayout::mostColumns))
        return Outcome::OtherShape;
    const auto index = static_cast<std::uint32_t>(view.index);
    const auto *known = layout.column(index);
    if (known == nullptr) {
        auto added = std::make_unique<LayoutColumn>();
        added->index = view.index;
        added->isKey = view.isKey;
        added->name = view.name;
        added->mysqlType = view.mysqlType;
        added->sqlType = view.sqlType;
        (void)added->shape.learn(column);
        known = added.get();
        layout.add(std::move(added));
    } else if (!known->isSame(view)) {
        return Outcome::OtherLayout;
    }
    cells.push_back(
        { index, known->sqlType, { view.sqlType, view.updated, view.isNull, view.value } });
    return Outcome::Done;
}

void RowEncoder::write(std::uint32_t layout, ByteBuffer &out) const
{
    constexpr std::size_t mostPerCell = 4 * longestVarint;
    auto most = 4 * longestVarint;
    for (const auto *cells : { &m_before, &m_after })
        for (const auto &cell : *cells)
            most += mostPerCell + cell.view.value.size();
    auto *at = putVarint(out.room(most), std::uint64_t(layout) + 1);

    const auto putHead = [&at](const std::vector<Cell> &cells) {
        if (cells.empty()) {
            at = putVarint(at, 0);
        } else if (isFull(cells)) {
            at = putVarint(at, 2 * cells.size() + 1);
        } else {
            at = putVarint(at, 2 * cells.size());
            for (const auto &cell : cells)
                at = putVarint(at, cell.index);
        }
    };
    putHead(m_before);
    for (const auto &cell : m_before)
        at = putCell(at, cell.view, cell.usualSqlType, false);

    const bool sameColumns = !m_before.empty()
        && std::ranges::equal(m_before, m_after, {}, &Cell::index, &Cell::index);
    if (!sameColumns) {
        putHead(m_after);
        for (const auto &cell : m_after)
            at = putCell(at, cell.view, cell.usualSqlType, true);
    } else {
        at = putVarint(at, 1);
        std::size_t same = 0;
        for (std::size_t i = 0; i < m_after.size(); ++i) {
            if (!m_after[i].view.updated && isSame(m_after[i].view, m_before[i].view)) {
                ++same;
                continue;
            }
            at = putCell(putSame(at, same), m_after[i].view, m_after[i].usualSqlType, true);
            same = 0;
        }
        at = putSame(at, same);
    }
    out.endAt(at);
}

// ---- decoding

namespace {

class RowReader
{
public:
    RowReader(const TableLayout &layout, WireReader &in)
        : m_layout(layout)
        , m_in(in)
    { }

    bool readSide(const std::vector<ColumnView> &before, std::vector<ColumnView> &out, bool isAfter)
    {
        const auto head = m_in.varint();
        if (head == 0)
            return m_in.ok();
        const auto count = head == 1 ? before.size() : head / 2;
        if (count > TableLayout::mostColumns)
            return false;
        m_indices.clear();
        for (std::size_t i = 0; i < count && m_in.ok(); ++i)
            m_indices.push_back(head == 1           ? static_cast<std::uint32_t>(before[i].index)
                                    : head % 2 == 1 ? static_cast<std::uint32_t>(i)
                                                    : static_cast<std::uint32_t>(m_in.varint()));
        out.reserve(count);
        std::uint64_t same = 0;
        for (std::size_t i = 0; i < count && m_in.ok(); ++i) {
            const auto *known
                = m_indices[i] < TableLayout::mostColumns ? m_layout.column(m_indices[i]) : nullptr;
            if (known == nullptr)
                return false;
            auto &column = out.emplace_back();
            column.index = known->index;
            column.name = known->name;
            column.isKey = known->isKey;
            column.mysqlType = known->mysqlType;
            column.sqlType = known->sqlType;
            column.updated = isAfter;
            if (same == 0 && !readCell(column, same))
                return false;
            if (same > 0) {
                if (head != 1)
                    return false;
                column.sqlType = before[i].sqlType;
                column.isNull = before[i].isNull;
                column.value = before[i].value;
                column.updated = false;
                --same;
            }
        }
        return m_in.ok();
    }

private:
    bool readCell(ColumnView &column, std::uint64_t &same)
    {
        const auto code = m_in.varint();
        switch (code) {
        case NullCell:
            column.isNull = true;
            break;
        case SameCell:
            same = 1;
            break;
        case SameRun:
            same = m_in.varint();
            return same > 0;
        case OddCell: {
            const auto flags = m_in.varint();
            column.isNull = (flags & OddNull) != 0;
            column.updated = (flags & OddUpdated) != 0;
            if ((flags & OddSqlType) != 0)
                column.sqlType = unzigzag(m_in.varint());
            column.value = m_in.bytes();
            break;
        }
        default:
            column.value = m_in.bytes(code - ValueCell);
        }
        return m_in.ok();
    }

    const TableLayout &m_layout;
    WireReader &m_in;
    std::vector<std::uint32_t> m_indices;
};

} // namespace

bool decodeRow(const Layouts &layouts, const ScanLimits &limits, std::string_view bytes,
               RowView &out)
{
    out.before.clear();
    out.after.clear();
    WireReader in(bytes);
    const auto layout = in.varint();
    if (!in.ok())
        return false;
    if (layout == 0)
        return scanRow(in.bytes(), limits, out) == ScanResult::Ok && in.ok();
    RowReader reader(layouts.at(static_cast<std::uint32_t>(layout - 1)), in);
    return reader.readSide({}, out.before, false) && reader.readSide(out.before, out.after, true);
}

} // namespace canal
