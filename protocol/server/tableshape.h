// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>
#include <vector>

// Tables and rows as a database has them, to be made into entries. Any thread.
namespace canal::server {

enum class Flavour { MySql, MariaDb };

// A column value as Canal writes it: decimal text, ENUM and SET as numbers, bytes as latin1Text().
// nullopt is NULL.
using Cell = std::optional<QByteArray>;
using Row = std::vector<Cell>;

enum class ColumnKind {
    TinyInt,
    SmallInt,
    MediumInt,
    Int,
    BigInt,
    Float,
    Double,
    Decimal,
    Bit,
    Enum,
    Set,
    Year,
    Date,
    Time,
    DateTime, // TIMESTAMP, too
    Char,
    VarChar,
    Text, // TINYTEXT to LONGTEXT
    Bytes, // BINARY, BLOB, GEOMETRY and the like
    Json,
};

struct ColumnShape
{
    QByteArray name;
    QByteArray mysqlType; // the full text: "enum('a','b')", "int unsigned"
    bool isKey = false;
    ColumnKind kind = ColumnKind::VarChar;
    bool isUnsigned = false;

    // "id bigint unsigned key": the name, the type, and "key" for a part of the primary key.
    static ColumnShape fromText(const QByteArray &definition);
    bool operator==(const ColumnShape &) const = default;
};

struct TableShape
{
    QByteArray schema;
    QByteArray name;
    qint64 tableId = 0; // a new one after every change of the table, as the binlog has it
    std::vector<ColumnShape> columns;

    bool hasKey() const;
    std::size_t indexOf(QByteArrayView column) const; // it must exist
};

// Of a column's value, as java.sql.Types: what Canal derives from type and value (S12).
int sqlTypeOf(const ColumnShape &column, const Cell &value, Flavour flavour);

// Bytes the way Canal sends BLOBs: every byte one Latin-1 character, encoded in UTF-8 (R16).
QByteArray latin1Text(QByteArrayView bytes);

} // namespace canal::server
