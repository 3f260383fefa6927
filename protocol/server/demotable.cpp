// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/demotable.h"

#include <QByteArrayList>

#include <algorithm>

namespace canal::server {
namespace {

template <typename List>
auto &at(List &list, qsizetype index)
{
    return list[static_cast<std::size_t>(index)];
}

} // namespace

// `columns` are definitions for ColumnShape::fromText(), with a | between them.
DemoTable::DemoTable(QByteArray schema, QByteArray name, qint64 tableId, const QByteArray &columns)
    : m_shape { std::move(schema), std::move(name), tableId, {} }
{
    for (const auto &definition : columns.split('|'))
        m_shape.columns.push_back(ColumnShape::fromText(definition));
    m_defaults.resize(m_shape.columns.size());
}

bool DemoTable::has(QByteArrayView column) const
{
    return std::any_of(m_shape.columns.begin(), m_shape.columns.end(),
                       [column](const ColumnShape &known) { return known.name == column; });
}

const Cell &DemoTable::value(qsizetype row, QByteArrayView column) const
{
    return at(m_rows, row)[m_shape.indexOf(column)];
}

QByteArray DemoTable::text(qsizetype row, QByteArrayView column) const
{
    return value(row, column).value_or(QByteArray());
}

qint64 DemoTable::number(qsizetype row, QByteArrayView column) const
{
    return text(row, column).toLongLong();
}

std::vector<qsizetype> DemoTable::rowsWhere(QByteArrayView column, QByteArrayView value) const
{
    const auto index = m_shape.indexOf(column);
    std::vector<qsizetype> found;
    for (auto row = size() - 1; row >= 0; --row)
        if (at(m_rows, row)[index] == value)
            found.push_back(row);
    return found;
}

qsizetype DemoTable::anyWhere(DemoRandom &random, QByteArrayView column, QByteArrayView value) const
{
    constexpr int tries = 12;
    const auto index = m_shape.indexOf(column);
    for (int i = 0; i < tries && size() > 0; ++i)
        if (const auto row = any(random); at(m_rows, row)[index] == value)
            return row;
    return -1;
}

Row DemoTable::newRow(Assignments values) const
{
    auto row = m_defaults;
    for (const auto &[column, value] : values)
        row[m_shape.indexOf(column)] = value;
    return row;
}

RowPair DemoTable::insert(Assignments values)
{
    m_rows.push_back(newRow(values));
    return { {}, m_rows.back() };
}

RowPair DemoTable::update(qsizetype row, Assignments changes)
{
    auto &current = at(m_rows, row);
    RowPair pair { current, {} };
    for (const auto &[column, value] : changes)
        current[m_shape.indexOf(column)] = value;
    pair.after = current;
    return pair;
}

RowPair DemoTable::remove(qsizetype row)
{
    std::swap(at(m_rows, row), m_rows.back());
    RowPair pair { std::move(m_rows.back()), {} };
    m_rows.pop_back();
    return pair;
}

std::vector<RowPair> DemoTable::remove(const std::vector<qsizetype> &descendingRows)
{
    std::vector<RowPair> removed;
    removed.reserve(descendingRows.size());
    for (const auto row : descendingRows)
        removed.push_back(remove(row));
    return removed;
}

void DemoTable::addColumn(const QByteArray &definition, const Cell &defaultValue, qint64 tableId)
{
    m_shape.columns.push_back(ColumnShape::fromText(definition));
    m_shape.tableId = tableId;
    m_defaults.push_back(defaultValue);
    for (auto &row : m_rows)
        row.push_back(defaultValue);
}

void DemoTable::dropColumn(QByteArrayView column, qint64 tableId)
{
    const auto index = static_cast<std::ptrdiff_t>(m_shape.indexOf(column));
    m_shape.columns.erase(m_shape.columns.begin() + index);
    m_shape.tableId = tableId;
    m_defaults.erase(m_defaults.begin() + index);
    for (auto &row : m_rows)
        row.erase(row.begin() + index);
}

void DemoTable::truncate(qint64 tableId)
{
    m_rows.clear();
    m_shape.tableId = tableId;
}

void DemoTable::rename(const QByteArray &name, qint64 tableId)
{
    m_shape.name = name;
    m_shape.tableId = tableId;
}

} // namespace canal::server
