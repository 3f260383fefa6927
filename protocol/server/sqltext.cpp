// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/sqltext.h"

#include <QByteArrayList>
#include <QString>

namespace canal::server {
namespace {

QByteArray quoted(QByteArray text)
{
    return '\'' + text.replace('\\', "\\\\").replace('\'', "''") + '\'';
}

// The members of "enum('a','b')" and "set('a','b')".
QByteArrayList membersOf(const QByteArray &mysqlType)
{
    const auto from = mysqlType.indexOf('\'') + 1;
    const auto list = QString::fromUtf8(mysqlType.mid(from, mysqlType.lastIndexOf('\'') - from));
    QByteArrayList members;
    for (const auto &member : list.split(QStringLiteral("','")))
        members.append(member.toUtf8());
    return members;
}

QByteArray setText(const ColumnShape &column, quint64 bits)
{
    const auto members = membersOf(column.mysqlType);
    QByteArrayList chosen;
    for (qsizetype i = 0; i < members.size(); ++i)
        if ((bits >> i & 1U) != 0)
            chosen.append(members[i]);
    return quoted(chosen.join(','));
}

QByteArray literal(const ColumnShape &column, const Cell &value)
{
    if (!value)
        return "NULL";
    switch (column.kind) {
    case ColumnKind::TinyInt:
    case ColumnKind::SmallInt:
    case ColumnKind::MediumInt:
    case ColumnKind::Int:
    case ColumnKind::BigInt:
    case ColumnKind::Float:
    case ColumnKind::Double:
    case ColumnKind::Decimal:
    case ColumnKind::Bit:
    case ColumnKind::Year:
        return *value;
    case ColumnKind::Enum:
        return quoted(membersOf(column.mysqlType).value(value->toInt() - 1));
    case ColumnKind::Set:
        return setText(column, value->toULongLong());
    case ColumnKind::Bytes:
        return "x'" + QString::fromUtf8(*value).toLatin1().toHex() + '\'';
    case ColumnKind::Date:
    case ColumnKind::Time:
    case ColumnKind::DateTime:
    case ColumnKind::Char:
    case ColumnKind::VarChar:
    case ColumnKind::Text:
    case ColumnKind::Json:
        return quoted(*value);
    }
    Q_UNREACHABLE();
}

QByteArray tuple(const TableShape &table, const Row &row)
{
    QByteArrayList values;
    for (std::size_t i = 0; i < row.size(); ++i)
        values.append(literal(table.columns[i], row[i]));
    return '(' + values.join(", ") + ')';
}

QByteArray condition(const TableShape &table, const Row &row)
{
    QByteArrayList parts;
    for (std::size_t i = 0; i < row.size(); ++i)
        if (table.columns[i].isKey || !table.hasKey())
            parts.append(table.columns[i].name + (row[i] ? " = " : " IS ")
                         + literal(table.columns[i], row[i]));
    return parts.join(" AND ");
}

QByteArray assignments(const TableShape &table, const RowPair &row)
{
    QByteArrayList parts;
    for (std::size_t i = 0; i < row.after.size(); ++i)
        if (row.before[i] != row.after[i])
            parts.append(table.columns[i].name + " = " + literal(table.columns[i], row.after[i]));
    return parts.join(", ");
}

} // namespace

QByteArray sqlOf(EventType type, const TableShape &table, std::span<const RowPair> rows)
{
    const auto name = table.schema + '.' + table.name;
    QByteArrayList parts;
    for (const auto &row : rows) {
        if (type == EventType::Insert)
            parts.append(tuple(table, row.after));
        else if (type == EventType::Delete)
            parts.append(condition(table, row.before));
        else
            parts.append("UPDATE " + name + " SET " + assignments(table, row) + " WHERE "
                         + condition(table, row.before));
    }
    if (type == EventType::Insert)
        return "INSERT INTO " + name + " VALUES " + parts.join(", ");
    if (type == EventType::Delete)
        return "DELETE FROM " + name + " WHERE " + parts.join(" OR ");
    return parts.join("; ");
}

} // namespace canal::server
