// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filterspec.h"

#include <QString>

namespace canal {

// Why a filter text cannot be applied, and where.
struct FilterComplaint
{
    qsizetype at = 0; // character of the text, from 0; its end: something is missing there
    qsizetype length = 0;
    QString message; // a sentence that says what to do
};

// Reads what was typed into the filter box.
Result<FilterSpec, FilterComplaint> parseFilter(const QString &text);

// Where a byte of the text's UTF-8 is in the text itself.
qsizetype characterAt(const QString &text, std::size_t byte);

} // namespace canal
