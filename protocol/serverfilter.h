// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QString>
#include <QStringList>

namespace canal {

// Why a subscription filter must not be sent: a Canal server answers OK to any, and one that its
// regular-expression engine refuses stops the destination for everybody (S4).
struct FilterProblem
{
    enum class Kind {
        Unbalanced, // a parenthesis, bracket or brace without its partner
        NothingToRepeat, // a quantifier at the start or after another one
        UnknownConstruct, // not in the part of Perl 5 that Canal's engine (Jakarta ORO) surely
                          // knows
        TooLong,
    };

    Kind kind;
    QString pattern; // the one of the list that is at fault
    QString at; // the text there
};

// The patterns a server makes of a filter: every release up to 1.1.8 splits at every comma, also
// inside braces, drops empty ones and trims nothing.
QStringList splitServerFilter(const QString &filter);

// Ok when every pattern is surely well-formed for the server's engine. An empty filter is fine: it
// changes nothing on the server.
Result<Ok, FilterProblem> checkServerFilter(const QString &filter);

// What is well-formed but will not do what was meant.
enum class FilterWarning {
    BlankInPattern, // a blank around a comma is part of the pattern, which then matches nothing
    DoubleBackslash, // `\\.` is for Java and properties files; on the wire it matches nothing
};
QList<FilterWarning> serverFilterWarnings(const QString &filter);

} // namespace canal
