// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterparser.h"

#include <algorithm>
#include <array>

namespace canal {

static FilterNode termNode(FilterTerm term)
{
    return { FilterNode::Kind::Term, std::move(term), {} };
}

bool FilterParser::isReserved(std::string_view text)
{
    const auto word = lowerCase(text);
    return word == "and" || word == "or" || word == "not" || word == "null";
}

std::nullopt_t FilterParser::fail(Kind kind, std::size_t at, std::size_t length,
                                  std::string_view detail)
{
    if (!m_failed)
        m_error = { kind, at, length, std::string(detail) };
    m_failed = true;
    return std::nullopt;
}

std::nullopt_t FilterParser::failHere(Kind kind, std::string_view detail)
{
    return fail(kind, m_scan.at(), m_scan.lengthAt(m_scan.at()), detail);
}

// ---- and, or, not

std::optional<FilterNode> FilterParser::parse()
{
    auto root = parseOr({});
    m_scan.skipBlanks();
    if (root && !m_scan.atEnd())
        return failHere(Kind::UnexpectedParenthesis);
    return root;
}

std::optional<FilterNode> FilterParser::parseOr(std::string_view behind)
{
    auto node = parseAnd(behind);
    for (m_scan.skipBlanks(); node && m_scan.takeKeyword("or"); m_scan.skipBlanks()) {
        auto next = parseAnd("or");
        if (!next)
            return {};
        if (node->kind != FilterNode::Kind::Or)
            node = FilterNode { FilterNode::Kind::Or, {}, { std::move(*node) } };
        node->children.push_back(std::move(*next));
    }
    return node;
}

std::optional<FilterNode> FilterParser::parseAnd(std::string_view behind)
{
    auto first = parseNot(behind);
    if (!first)
        return {};
    FilterNode node { FilterNode::Kind::And, {}, {} };
    node.children.push_back(std::move(*first));
    for (m_scan.skipBlanks(); !m_scan.atEnd() && m_scan.peek() != ')' && !m_scan.sees("or");
         m_scan.skipBlanks()) {
        auto next = parseNot(m_scan.takeKeyword("and") ? "and" : std::string_view());
        if (!next)
            return {};
        node.children.push_back(std::move(*next));
    }
    return node.children.size() == 1 ? std::move(node.children.front()) : std::move(node);
}

std::optional<FilterNode> FilterParser::parseNot(std::string_view behind)
{
    constexpr int mostDeep = 100;
    if (++m_depth > mostDeep)
        return failHere(Kind::TooDeep);
    m_scan.skipBlanks();
    const auto start = m_scan.at();
    auto node = parsePositive(behind);
    --m_depth;
    if (node) {
        const auto text = m_scan.between(start, m_scan.at());
        node->at = start;
        node->length = text.find_last_not_of(FilterScanner::blanks) + 1;
    }
    return node;
}

std::optional<FilterNode> FilterParser::parsePositive(std::string_view behind)
{
    m_scan.skipBlanks();
    const bool word = m_scan.takeKeyword("not");
    if (word || (m_scan.peek() == '-' && !m_scan.rest().starts_with("->") && m_scan.take("-"))) {
        if (!word && FilterScanner::blanks.find(m_scan.peek()) != std::string_view::npos)
            return failHere(Kind::TermMissing, "-");
        auto child = parseNot(word ? "not" : "-");
        if (!child)
            return {};
        FilterNode node { FilterNode::Kind::Not, {}, {} };
        node.children.push_back(std::move(*child));
        return node;
    }
    if (m_scan.peek() == '(')
        return parseParentheses();
    if (m_scan.peek() == ')' && m_open == 0)
        return failHere(Kind::UnexpectedParenthesis);
    if (m_scan.atEnd() || m_scan.peek() == ')' || m_scan.sees("and") || m_scan.sees("or"))
        return failHere(Kind::TermMissing, behind);
    return parseTerm();
}

std::optional<FilterNode> FilterParser::parseParentheses()
{
    const auto start = m_scan.at();
    m_scan.take("(");
    ++m_open;
    auto node = parseOr("(");
    --m_open;
    m_scan.skipBlanks();
    if (node && !m_scan.take(")"))
        return fail(Kind::UnclosedParenthesis, start, 1);
    return node;
}

// ---- words

std::optional<FilterNode> FilterParser::parseTerm()
{
    const auto start = m_scan.at();
    if (m_scan.peek() == '"' || m_scan.peek() == '\'')
        return parseWords();
    if (m_scan.peek() == '~')
        return parseAnywhereRegex();
    auto node = parseColumnTerm();
    if (node || m_failed)
        return node;
    m_scan.goTo(start);
    for (const std::string_view symbol : { "->", "=", "<", ">", "!=", "!~", ",", ":" })
        if (m_scan.rest().starts_with(symbol))
            return fail(symbol == "->" ? Kind::ArrowWithoutColon : Kind::ColumnMissing, start,
                        symbol.size(), symbol);
    return parseWords();
}

std::optional<FilterNode> FilterParser::parseWords()
{
    AnywhereTerm term;
    term.style = m_style;
    std::string_view behind;
    do {
        m_scan.skipBlanks();
        Token token { {}, false, m_scan.at(), 0 };
        if (m_scan.peek() == '"' || m_scan.peek() == '\'') {
            auto quoted = m_scan.takeQuoted();
            if (!quoted)
                return fail(Kind::UnclosedQuote, token.at, 1);
            token.text = std::move(*quoted);
        } else if (!m_scan.sees("and") && !m_scan.sees("or")) {
            token.text = m_scan.takeUntil("(),");
            if (m_scan.peek() == '(')
                return failHere(Kind::ParenthesisInWord, token.text);
        }
        if (token.text.empty())
            return fail(Kind::ValueMissing, token.at, m_scan.lengthAt(token.at), behind);
        term.any.push_back(m_make.caseless(token.text));
        behind = ",";
    } while (m_scan.take(","));
    return termNode(std::move(term));
}

std::optional<FilterNode> FilterParser::parseAnywhereRegex()
{
    m_scan.take("~");
    auto regex = takeRegex();
    if (!regex)
        return {};
    return termNode(AnywhereTerm { {}, std::move(*regex), m_style });
}

// ---- columns

std::optional<FilterParser::Column> FilterParser::takeColumn()
{
    Column column;
    const auto start = m_scan.at();
    auto name = m_scan.takeName();
    const auto prefix = lowerCase(name.substr(0, name.find('.') + 1));
    if (prefix == "before." || prefix == "after.") {
        column.side = prefix == "before." ? ColumnName::Side::Before : ColumnName::Side::After;
        column.plain = false;
        name.remove_prefix(prefix.size());
    }
    column.name = { std::string(name), false, m_scan.at() - name.size(), name.size() };
    if (!name.empty() || m_scan.peek() != '`')
        return column;
    column.name.at = m_scan.at();
    column.plain = false;
    auto quoted = m_scan.takeQuoted();
    if (!quoted)
        return fail(Kind::UnclosedQuote, m_scan.at(), 1);
    column.name.text = std::move(*quoted);
    column.name.quoted = true;
    column.name.length = m_scan.at() - column.name.at;
    if (column.name.text.empty())
        return fail(Kind::BadColumn, start, m_scan.at() - start,
                    m_scan.between(start, m_scan.at()));
    return column;
}

// "shop.orders = 1", "before. = 1"
bool FilterParser::checkColumn(const Column &column, std::size_t start)
{
    const auto &name = column.name;
    if (name.quoted || (!name.text.empty() && name.text.find('.') == std::string::npos))
        return true;
    const auto whole = m_scan.between(start, name.at + name.length);
    const bool later = column.plain && lowerCase(whole) == "tx.rows";
    fail(later ? Kind::NotAvailableYet : Kind::BadColumn, start, whole.size(), whole);
    return false;
}

std::optional<FilterNode> FilterParser::parseColumnTerm()
{
    const auto start = m_scan.at();
    const auto column = takeColumn();
    if (!column || (column->plain && column->name.text.empty()))
        return {};
    const bool dotted = !column->name.quoted && column->name.text.find('.') != std::string::npos;
    if (m_scan.peek() == ':' && !m_scan.rest().starts_with("://") && !dotted) {
        if (const auto field = column->plain ? fieldNamed(column->name.text) : nullptr) {
            m_scan.take(":");
            return (this->*field)();
        }
        return checkColumn(*column, start) ? parseColon(*column) : std::nullopt;
    }
    const auto end = m_scan.at();
    m_scan.skipBlanks();
    if (m_scan.rest().starts_with("->"))
        return fail(Kind::ArrowWithoutColon, m_scan.at(), 2);
    const auto test = m_scan.at();
    if (takeComparison() || m_scan.take("~") || m_scan.take("!~")) {
        m_scan.goTo(test);
        return checkColumn(*column, start) ? parseComparison(*column) : std::nullopt;
    }
    if (test > end || column->name.quoted) {
        auto node = parseTest(*column);
        if (node || m_failed)
            return node;
    }
    if (!column->plain)
        return fail(Kind::OperatorMissing, start, end - start, m_scan.between(start, end));
    return {};
}

std::optional<FilterNode> FilterParser::parseColon(const Column &column)
{
    m_scan.take(":");
    const auto first = takeToken(":");
    if (!first)
        return {};
    std::vector<FilterValue> values { valueOf(*first) };
    m_scan.skipBlanks();
    if (m_scan.take("->")) {
        const auto to = takeToken("->");
        if (!to)
            return {};
        auto name = named(column);
        name.side = ColumnName::Side::Either;
        return termNode(
            TransitionTerm { std::move(name), std::move(values.front()), valueOf(*to) });
    }
    if (m_scan.take(",")) {
        const auto more = takeTokens(",");
        if (!more)
            return {};
        for (const auto &token : *more)
            values.push_back(valueOf(token));
    }
    return compare(column, Comparison::Equal, std::move(values));
}

std::optional<FilterNode> FilterParser::parseComparison(const Column &column)
{
    if (m_scan.take("~"))
        return parseColumnRegex(column, true);
    if (m_scan.take("!~"))
        return parseColumnRegex(column, false);
    const auto start = m_scan.at();
    const auto comparison = takeComparison();
    const auto symbol = m_scan.between(start, m_scan.at());
    const auto name = column.plain ? lowerCase(column.name.text) : std::string();
    if (name == "pos")
        return parseNumbers(NumberTerm::Field::Position, *comparison, symbol);
    if (name == "batch")
        return parseNumbers(NumberTerm::Field::Batch, *comparison, symbol);
    const bool isList = *comparison == Comparison::Equal || *comparison == Comparison::NotEqual;
    std::vector<Token> tokens;
    if (auto list = isList ? takeTokens(symbol) : std::nullopt) {
        tokens = std::move(*list);
    } else if (auto token = isList ? std::nullopt : takeToken(symbol)) {
        tokens.push_back(std::move(*token));
    } else {
        return {};
    }
    std::vector<FilterValue> values;
    values.reserve(tokens.size());
    for (const auto &token : tokens)
        values.push_back(valueOf(token));
    return compare(column, *comparison, std::move(values));
}

std::optional<FilterNode> FilterParser::compare(const Column &column, Comparison comparison,
                                                std::vector<FilterValue> values)
{
    if (std::ranges::find(values, FilterValue::Kind::Null, &FilterValue::kind) != values.end())
        return fail(Kind::NullIsNoValue, column.name.at, m_scan.at() - column.name.at,
                    column.name.text);
    return termNode(CompareTerm { named(column), comparison, std::move(values) });
}

std::optional<FilterNode> FilterParser::parseColumnRegex(const Column &column, bool wanted)
{
    auto regex = takeRegex();
    if (!regex)
        return {};
    return termNode(RegexTerm { named(column), std::move(*regex), wanted });
}

// What is written in words; nothing and no error: it is none of these.
std::optional<FilterNode> FilterParser::parseTest(const Column &column)
{
    const auto start = column.name.at;
    const auto here = m_scan.at();
    if (m_scan.takeKeyword("changed")) {
        if (!checkColumn(column, start))
            return {};
        ChangedTerm term;
        auto seen = noteName(NamedInFilter::What::Column, column.name);
        term.any.push_back({ patternOf(column.name.text, true), std::move(seen) });
        return termNode(std::move(term));
    }
    if (m_scan.takeKeyword("is"))
        return checkColumn(column, start) ? parseState(column) : std::nullopt;
    if (m_scan.takeKeyword("contains")) {
        const auto token = checkColumn(column, start) ? takeToken("contains") : std::nullopt;
        if (!token)
            return {};
        return termNode(ContainsTerm { named(column), m_make.caseless(token->text) });
    }
    const bool negated = m_scan.takeKeyword("not");
    m_scan.skipBlanks();
    if (m_scan.takeKeyword("in")) {
        m_scan.skipBlanks();
        if (m_scan.peek() == '(' && checkColumn(column, start))
            return parseList(column, negated ? Comparison::NotEqual : Comparison::Equal);
    }
    m_scan.goTo(here);
    return {};
}

std::optional<FilterNode> FilterParser::parseState(const Column &column)
{
    m_scan.skipBlanks();
    const auto start = m_scan.at();
    const bool negated = m_scan.takeKeyword("not");
    m_scan.skipBlanks();
    using State = StateTerm::State;
    struct Word
    {
        std::string_view text;
        State state;
    };
    static constexpr auto words = std::to_array<Word>(
        { { "null", State::Null }, { "empty", State::Empty }, { "absent", State::Absent } });
    for (const auto &word : words) {
        if (!m_scan.takeKeyword(word.text))
            continue;
        if (!negated)
            return termNode(StateTerm { named(column), word.state });
        if (word.state == State::Null)
            return termNode(StateTerm { named(column), State::NotNull });
        break;
    }
    m_scan.goTo(start);
    return failHere(Kind::StateExpected, column.name.text);
}

std::optional<FilterNode> FilterParser::parseList(const Column &column, Comparison comparison)
{
    const auto start = m_scan.at();
    m_scan.take("(");
    const auto tokens = takeTokens("(");
    if (!tokens)
        return {};
    m_scan.skipBlanks();
    if (!m_scan.take(")"))
        return m_scan.atEnd() ? fail(Kind::UnclosedParenthesis, start, 1)
                              : failHere(Kind::CommaMissing);
    std::vector<FilterValue> values;
    values.reserve(tokens->size());
    for (const auto &token : *tokens)
        values.push_back(valueOf(token));
    return compare(column, comparison, std::move(values));
}

ColumnName FilterParser::named(const Column &column)
{
    return { column.side, m_make.caseless(column.name.text), m_style,
             noteName(NamedInFilter::What::Column, column.name) };
}

} // namespace canal
