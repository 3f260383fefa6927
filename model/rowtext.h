// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"
#include "model/typedvalue.h"

#include <string>
#include <string_view>

namespace canal {

// What a row did, as the Op column says it.
enum class Operation : std::uint8_t {
    Insert,
    Update,
    Delete,
    Ddl,
    Query,
    XaCommit,
    XaRollback,
    Begin,
    Commit,
    Other,
    Unreadable,
};

// Operations as a set.
constexpr std::uint32_t operationBit(Operation operation)
{
    return 1U << static_cast<unsigned>(operation);
}
constexpr std::uint32_t allOperations = operationBit(Operation::Unreadable) * 2 - 1;
constexpr std::uint32_t transactionOperations
    = operationBit(Operation::Begin) | operationBit(Operation::Commit);

Operation operationOf(const EventSnapshot &rows, RowId row);
Operation operationOf(EventType type, bool isDdl); // of a row or a statement

// The word in the Op column; technical, so the same in every language.
std::string_view operationWord(Operation operation);

// All that a row's cells show, for searching: operation, table, position, column names, values and
// SQL, each ended by a character that no pattern crosses. Plain C++20; one per thread.
class RowText
{
public:
    static constexpr char cellEnd = '\x1f';

    // `entry` and `image` are what the snapshot has for that row. Valid until the next call.
    std::string_view of(const EventSnapshot &rows, RowId row, const EntryInfo &entry,
                        const RowImage &image, ValueStyle style);

private:
    void appendCell(std::string_view text);
    void appendColumns(const std::vector<ColumnView> &columns, ValueStyle style);

    ValueDecoder m_decoder;
    std::string m_text;
};

} // namespace canal
