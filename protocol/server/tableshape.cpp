// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/tableshape.h"

#include <QString>

#include <algorithm>
#include <array>
#include <utility>

namespace canal::server {
namespace {

// java.sql.Types
constexpr int bitType = -7;
constexpr int tinyIntType = -6;
constexpr int bigIntType = -5;
constexpr int charType = 1;
constexpr int decimalType = 3;
constexpr int intType = 4;
constexpr int smallIntType = 5;
constexpr int realType = 7;
constexpr int doubleType = 8;
constexpr int varCharType = 12;
constexpr int dateType = 91;
constexpr int timeType = 92;
constexpr int timestampType = 93;
constexpr int otherType = 1111;
constexpr int blobType = 2004;
constexpr int clobType = 2005;

using enum ColumnKind;

constexpr std::array kinds = {
    std::pair("tinyint", TinyInt),
    std::pair("boolean", TinyInt),
    std::pair("smallint", SmallInt),
    std::pair("mediumint", MediumInt),
    std::pair("int", Int),
    std::pair("bigint", BigInt),
    std::pair("float", Float),
    std::pair("double", Double),
    std::pair("decimal", Decimal),
    std::pair("bit", Bit),
    std::pair("enum", Enum),
    std::pair("set", Set),
    std::pair("year", Year),
    std::pair("date", Date),
    std::pair("time", Time),
    std::pair("datetime", DateTime),
    std::pair("timestamp", DateTime),
    std::pair("char", Char),
    std::pair("varchar", VarChar),
    std::pair("tinytext", Text),
    std::pair("text", Text),
    std::pair("mediumtext", Text),
    std::pair("longtext", Text),
    std::pair("json", Json),
};

ColumnKind kindOf(const QByteArray &mysqlType)
{
    const auto stop = std::find_if(mysqlType.begin(), mysqlType.end(),
                                   [](char c) { return c == '(' || c == ' '; });
    const QByteArrayView base(mysqlType.begin(), stop);
    const auto known = std::find_if(kinds.begin(), kinds.end(),
                                    [base](const auto &kind) { return base == kind.first; });
    return known == kinds.end() ? Bytes : known->second;
}

// An unsigned value with the high bit set is one size up.
int integerType(const ColumnShape &column, const Cell &value, quint64 largestSigned, int type,
                int widened)
{
    const bool isLarge = column.isUnsigned && value && value->toULongLong() > largestSigned;
    return isLarge ? widened : type;
}

} // namespace

ColumnShape ColumnShape::fromText(const QByteArray &definition)
{
    ColumnShape column;
    const auto space = definition.indexOf(' ');
    column.name = definition.left(space);
    column.mysqlType = definition.mid(space + 1);
    column.isKey = column.mysqlType.endsWith(" key");
    if (column.isKey)
        column.mysqlType.chop(4);
    column.kind = kindOf(column.mysqlType);
    column.isUnsigned = column.mysqlType.contains(" unsigned");
    return column;
}

bool TableShape::hasKey() const
{
    return std::any_of(columns.begin(), columns.end(),
                       [](const ColumnShape &column) { return column.isKey; });
}

std::size_t TableShape::indexOf(QByteArrayView column) const
{
    const auto found = std::find_if(columns.begin(), columns.end(),
                                    [column](const auto &known) { return known.name == column; });
    Q_ASSERT(found != columns.end());
    return static_cast<std::size_t>(found - columns.begin());
}

int sqlTypeOf(const ColumnShape &column, const Cell &value, Flavour flavour)
{
    switch (column.kind) {
    case TinyInt:
        return integerType(column, value, 0x7f, tinyIntType, smallIntType);
    case SmallInt:
        return integerType(column, value, 0x7fff, smallIntType, intType);
    case MediumInt:
        return intType;
    case Int:
        return integerType(column, value, 0x7fffffff, intType, bigIntType);
    case BigInt:
        return integerType(column, value, 0x7fffffffffffffff, bigIntType, decimalType);
    case Float:
        return realType;
    case Double:
        return doubleType;
    case Decimal:
        return decimalType;
    case Bit:
        return bitType;
    case Enum:
        return intType;
    case Set:
        return value ? bitType : blobType;
    case Year:
    case VarChar:
        return varCharType;
    case Date:
        return dateType;
    case Time:
        return timeType;
    case DateTime:
        return timestampType;
    case Char:
        return charType;
    case Text:
        return clobType;
    case Bytes:
        return blobType;
    case Json:
        if (flavour == Flavour::MariaDb)
            return blobType; // MariaDB's JSON is a LONGTEXT that Canal does not know for one (S10)
        return value ? varCharType : otherType;
    }
    Q_UNREACHABLE();
}

QByteArray latin1Text(QByteArrayView bytes) { return QString::fromLatin1(bytes).toUtf8(); }

} // namespace canal::server
