// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

namespace canal {

// A piece of a text that has a colour of its own.
struct CodePart
{
    enum class Kind : quint8 { Plain, Key, String, Number, Keyword };
    enum class Change : quint8 { Same, Changed }; // against the value's other side

    Kind kind = Kind::Plain;
    Change change = Change::Same;
    QString text;

    bool operator==(const CodePart &) const = default;
};

using CodeParts = QList<CodePart>;

} // namespace canal
