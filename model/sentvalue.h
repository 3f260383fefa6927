// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entry.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>

namespace canal {

// One value of one row, on its own: it outlives the row it was taken from.
struct SentValue
{
    enum class Presence : quint8 {
        Value, // also the empty string
        Null,
        NotInImage, // not logged (binlog_row_image): neither NULL nor empty
        NoRow, // there was no row: before an INSERT, after a DELETE
        NoColumn, // two rows are compared, and only the other one's table has it
    };
    enum class Side : quint8 { Before, After };

    Presence presence = Presence::NoRow;
    Side side = Side::After;
    QString row; // "#121" when two rows are compared, else empty: the side says it
    QString column; // as shown
    QByteArray mysqlType; // may be empty: unknown to the server
    qint32 sqlType = 0;
    QByteArray text; // exactly as Canal sent it

    ColumnView view() const // valid as long as this value
    {
        ColumnView view;
        view.sqlType = sqlType;
        view.isNull = presence != Presence::Value;
        view.value = { text.constData(), static_cast<std::size_t>(text.size()) };
        view.mysqlType = { mysqlType.constData(), static_cast<std::size_t>(mysqlType.size()) };
        return view;
    }

    bool operator==(const SentValue &) const = default;
};

} // namespace canal

Q_DECLARE_METATYPE(canal::SentValue)
