// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/demorandom.h"
#include "protocol/server/entrybuilder.h"

#include <initializer_list>
#include <utility>

namespace canal::server {

// Column and value. A list of them makes a row, or changes one.
using Assignment = std::pair<QByteArrayView, Cell>;
using Assignments = std::initializer_list<Assignment>;

// A table of the demo's database with its present rows, so that before images are what the rows
// really were. Rows are numbered from 0 in no order; removing one renumbers another. Any one
// thread.
class DemoTable
{
public:
    DemoTable(QByteArray schema, QByteArray name, qint64 tableId, const QByteArray &columns);

    const TableShape &shape() const { return m_shape; }
    qsizetype size() const { return static_cast<qsizetype>(m_rows.size()); }
    bool has(QByteArrayView column) const;
    const Cell &value(qsizetype row, QByteArrayView column) const;
    QByteArray text(qsizetype row, QByteArrayView column) const; // "" for NULL
    qint64 number(qsizetype row, QByteArrayView column) const; // 0 for NULL
    std::vector<qsizetype> rowsWhere(QByteArrayView column,
                                     QByteArrayView value) const; // descending
    qsizetype any(DemoRandom &random) const { return static_cast<qsizetype>(random.below(size())); }
    // One of some rows looked at that has the value; -1 without luck.
    qsizetype anyWhere(DemoRandom &random, QByteArrayView column, QByteArrayView value) const;

    Row newRow(Assignments values) const; // not in the table; other columns have their default
    RowPair insert(Assignments values);
    RowPair update(qsizetype row, Assignments changes);
    RowPair remove(qsizetype row);
    std::vector<RowPair> remove(const std::vector<qsizetype> &descendingRows);

    // The table itself changes and gets another id.
    void addColumn(const QByteArray &definition, const Cell &defaultValue, qint64 tableId);
    void dropColumn(QByteArrayView column, qint64 tableId);
    void truncate(qint64 tableId);
    void rename(const QByteArray &name, qint64 tableId);

private:
    TableShape m_shape;
    Row m_defaults;
    std::vector<Row> m_rows;
};

} // namespace canal::server
