// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filterspec.h"

#include <QString>

namespace canal {

// What there is to say of a filter text, and of which part of it.
struct FilterRemark
{
    qsizetype at = 0; // character of the text, from 0; its end: something is missing there
    qsizetype length = 0;
    QString message; // a sentence that says what to do

    bool operator==(const FilterRemark &) const = default;
};

// Reads what was typed into the filter box, or says why it cannot be applied.
Result<FilterSpec, FilterRemark> parseFilter(const QString &text);

QString fromUtf8(std::string_view utf8);

// Where a byte of the text's UTF-8 is in the text itself.
qsizetype characterAt(const QString &text, std::size_t byte);

} // namespace canal
