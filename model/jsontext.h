// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace canal {

// One value of a JSON document. Nothing is changed by taking it apart: numbers keep all their
// digits and keys their order, which QJsonDocument does not promise. Plain C++20.
struct JsonNode
{
    enum class Kind : std::uint8_t { Object, Array, String, Number, Keyword };

    Kind kind = Kind::Keyword;
    std::string_view key; // with its quotes; empty outside an object
    std::string_view text; // as it stands in the document
    std::uint32_t end = 0; // the place after the last node inside this one

    bool isContainer() const { return kind == Kind::Object || kind == Kind::Array; }
};

// A node is followed by those inside it; the document is the first.
using JsonNodes = std::vector<JsonNode>;

constexpr std::size_t mostJsonBytes = 512U << 10;

// Nothing for a text that is no JSON, is bigger than mostJsonBytes or deeper than MySQL allows
// (100). The views point into `text`.
std::optional<JsonNodes> parseJson(std::string_view text);

// What differs between two documents, by their structure: blanks and the order of keys do not
// count. The marks go by node; those of a container that stayed say nothing of what is inside.
struct JsonChange
{
    enum class Mark : std::uint8_t {
        Same,
        Changed, // another value in the same place
        Extra, // only this document has it, with all that is inside
    };

    std::vector<Mark> before;
    std::vector<Mark> after;
    int changed = 0;
    int added = 0;
    int removed = 0;
};

JsonChange compareJson(const JsonNodes &before, const JsonNodes &after);

} // namespace canal
