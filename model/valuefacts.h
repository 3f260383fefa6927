// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sentvalue.h"
#include "model/typedvalue.h"

#include <QList>

namespace canal {

// What a number, a bit field, an ENUM, a SET or a point in time says besides its text.
struct ValueFact
{
    QString name;
    QString text;

    bool operator==(const ValueFact &) const = default;
};

// The first is the value itself, decoded. Empty when there is nothing to say. GUI thread.
QList<ValueFact> factsOf(const SentValue &value, ValueDecoder &decoder);

bool isTimestamp(const SentValue &value); // the one MySQL type that has a time zone

} // namespace canal
