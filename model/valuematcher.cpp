// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/valuematcher.h"

#include "model/csvwriter.h"
#include "model/filterscanner.h"

#include <algorithm>

namespace canal {
namespace {

constexpr bool hasBit(std::uint32_t bits, unsigned bit) { return ((bits >> bit) & 1U) != 0; }

// `order`: below, equal to or above 0, as of std::string::compare().
bool holdsFor(int order, Comparison comparison)
{
    switch (comparison) {
    case Comparison::Equal:
    case Comparison::NotEqual:
        return order == 0;
    case Comparison::Less:
        return order < 0;
    case Comparison::LessOrEqual:
        return order <= 0;
    case Comparison::Greater:
        return order > 0;
    case Comparison::GreaterOrEqual:
        return order >= 0;
    }
    return false;
}

bool isAnyOf(std::string_view text, Comparison comparison, const std::vector<FilterValue> &values)
{
    return std::ranges::any_of(
        values, [&](const auto &value) { return valueCompares(text, comparison, value); });
}

const ColumnView *columnNamed(const TextPattern &name, const std::vector<ColumnView> &columns)
{
    const auto found = std::ranges::find_if(
        columns, [&name](const ColumnView &column) { return name.equals(column.name); });
    return found == columns.end() ? nullptr : &*found;
}

// Whether a column of the one image is not in the other.
bool lacksAny(const std::vector<ColumnView> &columns, const std::vector<ColumnView> &of)
{
    for (std::size_t i = 0; i < of.size(); ++i)
        if (columnNamed(of[i].name, columns, i) == nullptr)
            return true;
    return false;
}

// Once it is set, nothing is looked for any more.
template <typename IsMeant>
void noteSeen(const SeenFlag &seen, const RowImage &image, const IsMeant &isMeant)
{
    if (seen && !seen->load(std::memory_order_relaxed)
        && (std::ranges::any_of(image.before(), isMeant)
            || std::ranges::any_of(image.after(), isMeant)))
        seen->store(true, std::memory_order_relaxed);
}

} // namespace

bool valueCompares(std::string_view text, Comparison comparison, const FilterValue &value)
{
    const bool asksEqual = comparison == Comparison::Equal || comparison == Comparison::NotEqual;
    if (asksEqual && value.kind == FilterValue::Kind::Any)
        return true;
    if (value.number)
        if (const auto number = Decimal::parse(text))
            return holdsFor(number->compare(*value.number), comparison);
    if (asksEqual || value.pattern.equals(text))
        return holdsFor(value.pattern.equals(text) ? 0 : -1, comparison);
    return holdsFor(lowerCase(text).compare(lowerCase(value.text)), comparison);
}

const RowImage &ValueMatcher::imageOf(RowId row)
{
    if (m_imageRow != row)
        m_rows.read(row, m_image);
    m_imageRow = row;
    return m_image;
}

std::string_view ValueMatcher::textOf(RowId row, ValueStyle style)
{
    if (m_textRow != std::pair(row, style))
        m_shown = m_text.of(m_rows, row, m_columns.entryOf(row), imageOf(row), style);
    m_textRow = { row, style };
    return m_shown;
}

std::string_view ValueMatcher::valueOf(const ColumnView &column, ValueStyle style)
{
    m_value.clear();
    m_decoder.append(column, style, m_value);
    return m_value;
}

bool ValueMatcher::isUpdate(RowId row) const
{
    return m_rows.kind(row) == RowKind::Row && m_rows.eventType(row) == EventType::Update;
}

bool ValueMatcher::matches(const PlanNode &node, RowId row)
{
    if (node.cost != FilterCost::Row)
        return m_columns.matches(node, row);
    if (const auto *words = std::get_if<AnywhereTerm>(node.term))
        return matches(*words, row);
    if (m_rows.kind(row) != RowKind::Row)
        return false; // has no values
    if (const auto *comparison = std::get_if<CompareTerm>(node.term))
        return matches(*comparison, row);
    if (const auto *transition = std::get_if<TransitionTerm>(node.term))
        return matches(*transition, row);
    if (const auto *changed = std::get_if<ChangedTerm>(node.term))
        return matches(*changed, row);
    if (const auto *key = std::get_if<KeyTerm>(node.term))
        return matches(*key, row);
    if (const auto *contains = std::get_if<ContainsTerm>(node.term))
        return matches(*contains, row);
    if (const auto *regex = std::get_if<RegexTerm>(node.term))
        return matches(*regex, row);
    if (const auto *state = std::get_if<StateTerm>(node.term))
        return matches(*state, row);
    if (const auto *has = std::get_if<HasTerm>(node.term))
        return matches(*has, row);
    return false;
}

bool ValueMatcher::matches(const AnywhereTerm &term, RowId row)
{
    auto text = textOf(row, term.style);
    if (!term.regex)
        return std::ranges::any_of(term.any, [text](const auto &p) { return p.foundIn(text); });
    while (!text.empty()) {
        const auto end = std::min(text.find(RowText::cellEnd), text.size());
        if (term.regex->foundIn(text.substr(0, end)))
            return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

bool ValueMatcher::matches(const HasTerm &term, RowId row)
{
    const auto asks
        = [&term](HasTerm::What what) { return hasBit(term.any, static_cast<unsigned>(what)); };
    const auto &image = imageOf(row);
    for (const auto *columns : { &image.before(), &image.after() })
        for (const auto &column : *columns)
            if (column.isNull
                    ? asks(HasTerm::What::Null)
                    : asks(HasTerm::What::Empty) && valueOf(column, ValueStyle::Display).empty())
                return true;
    return asks(HasTerm::What::Absent) && isUpdate(row)
        && (lacksAny(image.before(), image.after()) || lacksAny(image.after(), image.before()));
}

bool ValueMatcher::isKey(const Columns &columns, const KeyTerm &term)
{
    m_key.clear();
    int parts = 0;
    for (const auto &column : columns) {
        if (!column.isKey)
            continue;
        const auto value = column.isNull ? std::string_view("NULL") : valueOf(column, term.style);
        if (!column.isNull && isAnyOf(value, Comparison::Equal, term.any))
            return true;
        if (parts++ > 0)
            m_key += ", ";
        m_key += value;
    }
    return parts > 1 && isAnyOf(m_key, Comparison::Equal, term.any);
}

bool ValueMatcher::matches(const KeyTerm &term, RowId row)
{
    const auto &image = imageOf(row);
    return isKey(image.before(), term) || isKey(image.after(), term);
}

bool ValueMatcher::matches(const ChangedTerm &term, RowId row)
{
    if (!isUpdate(row))
        return false;
    const auto &image = imageOf(row);
    for (const auto &column : term.any) {
        const auto isMeant = [&](const ColumnView &cell) { return column.name.matches(cell.name); };
        noteSeen(column.seen, image, isMeant);
        for (const auto i : changedColumns(image))
            if (isMeant(image.after()[i]))
                return true;
    }
    return false;
}

ValueMatcher::Cells ValueMatcher::cellsOf(const ColumnName &column, RowId row)
{
    const auto &image = imageOf(row);
    noteSeen(column.seen, image,
             [&column](const ColumnView &cell) { return column.name.equals(cell.name); });
    Cells cells;
    if (column.side != ColumnName::Side::After)
        cells.before = columnNamed(column.name, image.before());
    if (column.side != ColumnName::Side::Before)
        cells.after = columnNamed(column.name, image.after());
    return cells;
}

template <typename Test>
bool ValueMatcher::anyValue(const ColumnName &column, RowId row, const Test &test)
{
    const auto cells = cellsOf(column, row);
    for (const auto *cell : { cells.before, cells.after })
        if (cell != nullptr && !cell->isNull && test(valueOf(*cell, column.style)))
            return true;
    return false;
}

bool ValueMatcher::anyIsKnown(const ColumnName &column, RowId row)
{
    const auto cells = cellsOf(column, row);
    return (cells.before != nullptr && !cells.before->isNull)
        || (cells.after != nullptr && !cells.after->isNull);
}

bool ValueMatcher::matches(const CompareTerm &term, RowId row)
{
    const bool any = anyValue(term.column, row, [&term](std::string_view value) {
        return isAnyOf(value, term.comparison, term.any);
    });
    return term.comparison == Comparison::NotEqual ? !any && anyIsKnown(term.column, row) : any;
}

bool ValueMatcher::matches(const ContainsTerm &term, RowId row)
{
    return anyValue(term.column, row,
                    [&term](std::string_view value) { return term.text.foundIn(value); });
}

bool ValueMatcher::matches(const RegexTerm &term, RowId row)
{
    const bool any = anyValue(
        term.column, row, [&term](std::string_view value) { return term.regex->foundIn(value); });
    return term.wanted ? any : !any && anyIsKnown(term.column, row);
}

// One image of an UPDATE has the column, the other has not: what it is there was not logged. Of a
// column that is in neither it is not known whether the table has it.
bool ValueMatcher::isAbsent(const ColumnName &column, RowId row)
{
    if (!isUpdate(row))
        return false;
    auto either = column;
    either.side = ColumnName::Side::Either;
    const auto cells = cellsOf(either, row);
    const bool before = cells.before == nullptr && cells.after != nullptr;
    const bool after = cells.after == nullptr && cells.before != nullptr;
    switch (column.side) {
    case ColumnName::Side::Before:
        return before;
    case ColumnName::Side::After:
        return after;
    case ColumnName::Side::Either:
        break;
    }
    return before || after;
}

bool ValueMatcher::matches(const StateTerm &term, RowId row)
{
    const auto cells = cellsOf(term.column, row);
    switch (term.state) {
    case StateTerm::State::Null:
        return (cells.before != nullptr && cells.before->isNull)
            || (cells.after != nullptr && cells.after->isNull);
    case StateTerm::State::NotNull:
        return anyIsKnown(term.column, row);
    case StateTerm::State::Empty:
        return anyValue(term.column, row, [](std::string_view value) { return value.empty(); });
    case StateTerm::State::Absent:
        break;
    }
    return isAbsent(term.column, row);
}

bool ValueMatcher::isSide(const ColumnView *cell, const FilterValue &value, ValueStyle style)
{
    switch (value.kind) {
    case FilterValue::Kind::Any:
        return true; // also NULL and what was not logged
    case FilterValue::Kind::Null:
        return cell != nullptr && cell->isNull;
    case FilterValue::Kind::Text:
        break;
    }
    return cell != nullptr && !cell->isNull
        && valueCompares(valueOf(*cell, style), Comparison::Equal, value);
}

bool ValueMatcher::matches(const TransitionTerm &term, RowId row)
{
    if (!isUpdate(row))
        return false;
    const auto cells = cellsOf(term.column, row);
    // As in the Changed column: what an UPDATE lists after without having it before did change.
    const bool changed = cells.after != nullptr
        && (cells.before == nullptr || cells.before->isNull != cells.after->isNull
            || cells.before->value != cells.after->value);
    return changed && isSide(cells.before, term.from, term.column.style)
        && isSide(cells.after, term.to, term.column.style);
}

} // namespace canal
