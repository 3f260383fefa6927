// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filterspec.h"

#include <QFlags>
#include <QString>

namespace canal {

// What a user may want to see by one click.
enum class OperationGroup : quint8 {
    Insert = 1,
    Update = 2,
    Delete = 4,
    Ddl = 8,
    Transaction = 16, // BEGIN and COMMIT
};
Q_DECLARE_FLAGS(OperationGroups, OperationGroup)
Q_DECLARE_OPERATORS_FOR_FLAGS(OperationGroups)

// Which operations a filter lets through, as far as groups can say it.
struct OperationChoice
{
    bool everything = true; // every operation that the table usually lists
    OperationGroups groups; // those asked for by name; beside everything only Transaction

    bool operator==(const OperationChoice &) const = default;
};

// What the op: terms of a filter say that stand beside its others.
OperationChoice operationChoice(const FilterSpec &filter);

// The filter `text`, which can be read, with one op: term for the choice in place of those that
// stand beside the others.
QString withOperations(const QString &text, const OperationChoice &choice);

} // namespace canal
