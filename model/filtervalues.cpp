// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterparser.h"

#include <algorithm>
#include <array>

// What stands behind a field or a column: comparisons, values, names, regular expressions.
namespace canal {

std::optional<Comparison> FilterParser::takeComparison()
{
    struct Symbol
    {
        std::string_view text;
        Comparison comparison;
    };
    static constexpr auto symbols = std::to_array<Symbol>({
        { "==", Comparison::Equal },
        { "=", Comparison::Equal },
        { "!=", Comparison::NotEqual },
        { "<>", Comparison::NotEqual },
        { "<=", Comparison::LessOrEqual },
        { "<", Comparison::Less },
        { ">=", Comparison::GreaterOrEqual },
        { ">", Comparison::Greater },
    });
    for (const auto &symbol : symbols)
        if (m_scan.take(symbol.text))
            return symbol.comparison;
    return {};
}

std::optional<FilterParser::Token> FilterParser::takeToken(std::string_view behind)
{
    m_scan.skipBlanks();
    Token token;
    token.at = m_scan.at();
    if (m_scan.peek() == '"' || m_scan.peek() == '\'') {
        auto quoted = m_scan.takeQuoted();
        if (!quoted)
            return fail(Kind::UnclosedQuote, token.at, 1);
        token.text = std::move(*quoted);
        token.quoted = true;
    } else {
        if (!m_scan.sees("and") && !m_scan.sees("or") && !m_scan.sees("not"))
            token.text = m_scan.takeBareValue();
        if (token.text.empty())
            return failHere(Kind::ValueMissing, behind);
        if (m_scan.peek() == '(')
            return failHere(Kind::ParenthesisInWord, token.text);
    }
    token.length = m_scan.at() - token.at;
    return token;
}

std::optional<std::vector<FilterParser::Token>> FilterParser::takeTokens(std::string_view behind)
{
    std::vector<Token> tokens;
    do {
        auto token = takeToken(tokens.empty() ? behind : ",");
        if (!token)
            return {};
        tokens.push_back(std::move(*token));
        const auto end = m_scan.at();
        m_scan.skipBlanks();
        if (m_scan.peek() != ',')
            m_scan.goTo(end);
    } while (m_scan.take(","));
    return tokens;
}

FilterValue FilterParser::valueOf(const Token &token) const
{
    FilterValue value;
    value.text = token.text;
    value.pattern = m_make.caseless(token.text);
    if (token.quoted)
        return value;
    if (lowerCase(token.text) == "null")
        value.kind = FilterValue::Kind::Null;
    else if (token.text == "*")
        value.kind = FilterValue::Kind::Any;
    value.number = Decimal::parse(token.text);
    return value;
}

NamePattern FilterParser::patternOf(std::string_view name, bool quoted) const
{
    std::vector<TextPattern> parts;
    for (std::size_t at = 0; at <= name.size();) {
        const auto end = quoted ? name.size() : std::min(name.find('*', at), name.size());
        parts.push_back(m_make.caseless(name.substr(at, end - at)));
        at = end + 1;
    }
    return NamePattern(std::move(parts));
}

SeenFlag FilterParser::noteName(NamedInFilter::What what, const Token &token)
{
    SeenFlag seen;
    if (what == NamedInFilter::What::Column)
        seen = std::make_shared<std::atomic<bool>>(false);
    if (token.quoted || token.text.find('*') == std::string::npos)
        m_names.push_back({ what, token.text, token.at, token.length, seen });
    return seen;
}

std::optional<std::shared_ptr<const RegexMatcher>> FilterParser::takeRegex()
{
    m_scan.skipBlanks();
    const auto start = m_scan.at();
    const bool quoted = m_scan.peek() == '"' || m_scan.peek() == '\'';
    const auto text = quoted ? m_scan.takeQuoted() : std::string(m_scan.takeBareRegex());
    if (!text)
        return fail(Kind::UnclosedQuote, start, 1);
    if (text->empty())
        return fail(Kind::ValueMissing, start, m_scan.lengthAt(start), "~");
    auto regex = m_make.regex(*text);
    if (!regex)
        return fail(Kind::BadRegex, start, m_scan.at() - start, regex.error().text);
    return *std::move(regex);
}

std::optional<std::vector<TextPattern>> FilterParser::takeTexts(std::string_view behind)
{
    const auto tokens = takeTokens(behind);
    if (!tokens)
        return {};
    std::vector<TextPattern> texts;
    for (const auto &token : *tokens)
        texts.push_back(m_make.caseless(token.text));
    return texts;
}

} // namespace canal
