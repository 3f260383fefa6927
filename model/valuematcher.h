// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filterplan.h"
#include "model/rowtext.h"

namespace canal {

// Answers for the terms that ask a row's values; a row is decoded when the first of them asks, and
// once. Cheap terms inside are passed on. Plain C++20; one per scan and thread.
class ValueMatcher
{
public:
    ValueMatcher(const EventSnapshot &rows, ColumnMatcher &columns)
        : m_rows(rows)
        , m_columns(columns)
    { }

    bool matches(const PlanNode &term, RowId row);

private:
    using Columns = std::vector<ColumnView>;

    const RowImage &imageOf(RowId row);
    std::string_view textOf(RowId row, ValueStyle style);
    std::string_view valueOf(const ColumnView &column, ValueStyle style);
    bool isUpdate(RowId row) const;

    bool matches(const AnywhereTerm &term, RowId row);
    bool matches(const HasTerm &term, RowId row);
    bool matches(const KeyTerm &term, RowId row);
    bool matches(const ChangedTerm &term, RowId row);
    bool matches(const CompareTerm &term, RowId row);
    bool matches(const ContainsTerm &term, RowId row);
    bool matches(const RegexTerm &term, RowId row);
    bool matches(const StateTerm &term, RowId row);
    bool matches(const TransitionTerm &term, RowId row);

    bool isKey(const Columns &columns, const KeyTerm &term);
    bool isAbsent(const ColumnName &column, RowId row);
    // The cells that the name means; null: not in that image.
    struct Cells
    {
        const ColumnView *before = nullptr;
        const ColumnView *after = nullptr;
    };
    Cells cellsOf(const ColumnName &column, RowId row);
    template <typename Test>
    bool anyValue(const ColumnName &column, RowId row, const Test &test);
    bool anyIsKnown(const ColumnName &column, RowId row);
    bool isSide(const ColumnView *cell, const FilterValue &value, ValueStyle style);

    const EventSnapshot m_rows;
    ColumnMatcher &m_columns;
    ValueDecoder m_decoder;
    RowImage m_image; // of m_imageRow
    std::optional<RowId> m_imageRow;
    RowText m_text; // of m_textRow
    std::string_view m_shown;
    std::optional<std::pair<RowId, ValueStyle>> m_textRow;
    std::string m_value;
    std::string m_key;
};

// Whether a value as shown stands in that relation to one of the filter: as numbers when both are
// (exactly, of any size), else as text without regard to case.
bool valueCompares(std::string_view text, Comparison comparison, const FilterValue &value);

} // namespace canal
