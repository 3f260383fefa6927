// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterspec.h"

#include "model/filterparser.h"
#include "model/rowtext.h"

#include <algorithm>

namespace canal {
namespace {

struct CostOf
{
    FilterCost operator()(const TableTerm &) const { return FilterCost::Columns; }
    FilterCost operator()(const OperationTerm &) const { return FilterCost::Columns; }
    // Every row is looked for among the marked ones.
    FilterCost operator()(const IsTerm &term) const
    {
        return term.asks(IsTerm::What::Marked) ? FilterCost::Entry : FilterCost::Columns;
    }
    FilterCost operator()(const AckTerm &) const { return FilterCost::Columns; }
    FilterCost operator()(const TransactionTerm &) const { return FilterCost::Entry; }
    FilterCost operator()(const NameTerm &) const { return FilterCost::Entry; }
    FilterCost operator()(const NumberTerm &) const { return FilterCost::Entry; }
    FilterCost operator()(const SqlTerm &) const { return FilterCost::Entry; }
    template <typename Term>
    FilterCost operator()(const Term &) const
    {
        return FilterCost::Row;
    }
};

template <typename Visit>
void forEachTerm(const FilterNode &node, const Visit &visit)
{
    if (node.kind == FilterNode::Kind::Term)
        return visit(node.term);
    for (const auto &child : node.children)
        forEachTerm(child, visit);
}

} // namespace

FilterCost costOf(const FilterTerm &term) { return std::visit(CostOf(), term); }

FilterCost costOf(const FilterNode &node)
{
    auto cost = FilterCost::Columns;
    forEachTerm(node, [&](const FilterTerm &term) { cost = std::max(cost, costOf(term)); });
    return cost;
}

Result<FilterSpec, FilterError> FilterSpec::parse(std::string_view utf8, const PatternMaker &make)
{
    FilterSpec spec;
    if (utf8.find_first_not_of(FilterScanner::blanks) == std::string_view::npos)
        return spec;
    FilterParser parser(utf8, make);
    auto root = parser.parse();
    if (!root)
        return Failure { parser.error() };
    spec.m_text = utf8;
    spec.m_root = std::move(*root);
    spec.m_names = parser.takeNames();
    forEachTerm(*spec.m_root, [&spec](const FilterTerm &term) {
        spec.m_needsBatchStates |= std::holds_alternative<AckTerm>(term);
        if (const auto *is = std::get_if<IsTerm>(&term))
            spec.m_needsMarks |= is->asks(IsTerm::What::Marked);
        spec.m_needsTransactions |= std::holds_alternative<TransactionTerm>(term);
        if (const auto *operation = std::get_if<OperationTerm>(&term))
            spec.m_showsTransactions |= (operation->operations & transactionOperations) != 0;
        if (const auto *column = std::get_if<RegexTerm>(&term))
            spec.m_regexes.push_back(column->regex);
        if (const auto *word = std::get_if<AnywhereTerm>(&term); word != nullptr && word->regex)
            spec.m_regexes.push_back(word->regex);
    });
    return spec;
}

std::string filterQuoted(std::string_view text)
{
    const bool plain = !text.empty() && std::ranges::all_of(text, [](char c) {
        constexpr unsigned char firstBeyondAscii = 0x80;
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
            || c == '_' || c == '.' || static_cast<unsigned char>(c) >= firstBeyondAscii;
    });
    if ((plain && !FilterParser::isReserved(text)) || Decimal::parse(text))
        return std::string(text);
    const char quote
        = text.find('"') != std::string_view::npos && text.find('\'') == std::string_view::npos
        ? '\''
        : '"';
    std::string quoted(1, quote);
    for (const char c : text) {
        if (c == quote)
            quoted.push_back(c);
        quoted.push_back(c);
    }
    quoted.push_back(quote);
    return quoted;
}

} // namespace canal
