// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>

namespace canal {

// A piece of a cell that is painted in its own way: "status: NEW → PAID" is Name, Old, Arrow, New.
struct ValuePart
{
    enum class Kind {
        Text, // plain
        Name, // of a column
        Value, // of a row that was inserted or deleted
        Old, // the value before
        New, // the value after
        Arrow,
        Gap, // between two columns
    };
    enum class Content {
        Text,
        Null, // database NULL, not the word
        Empty, // the empty string
        NotInImage, // not logged: neither NULL nor empty
    };

    Kind kind = Kind::Text;
    Content content = Content::Text;
    QString text; // what it says, also for NULL and the empty string

    bool operator==(const ValuePart &) const = default;
};

using ValueParts = QList<ValuePart>;

QString plainText(const ValueParts &parts);

} // namespace canal

Q_DECLARE_METATYPE(canal::ValueParts)
