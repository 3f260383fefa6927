// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/codepart.h"
#include "model/jsontext.h"

namespace canal {

struct JsonLayout
{
    CodeParts parts;
    bool isCut = false;
};

// A document in lines, two blanks per level; short lists of plain values stay on one line. Stops
// after `mostChars`. `marks` go by node; empty: nothing is marked.
JsonLayout layOut(const JsonNodes &nodes, const std::vector<JsonChange::Mark> &marks,
                  qsizetype mostChars);

} // namespace canal
