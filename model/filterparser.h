// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filterscanner.h"
#include "model/filterspec.h"

namespace canal {

// One reading of a filter text, left to right:
//
//   or      = and { "or" and }
//   and     = not { [ "and" ] not }
//   not     = ( "not" | "-" ) not | "(" or ")" | term
//   term    = FIELD ":" values | COLUMN test | "~" REGEX | words
//   test    = ":" value "->" value | ":" values | compare values | "~" REGEX | "in" "(" values ")"
//           | "contains" value | "is" state | "changed"
//   values  = value { "," value }
//
// The first mistake ends it. Plain C++20; internal to FilterSpec::parse().
class FilterParser
{
public:
    FilterParser(std::string_view text, const PatternMaker &make)
        : m_scan(text)
        , m_make(make)
    { }

    std::optional<FilterNode> parse(); // nothing: error() says why
    const FilterError &error() const { return m_error; }
    std::vector<NamedInFilter> takeNames() { return std::move(m_names); }

    // A word that is none of the language's own only in quotes.
    static bool isReserved(std::string_view text);

private:
    using Kind = FilterError::Kind;

    // A value as it stands in the text.
    struct Token
    {
        std::string text;
        bool quoted = false;
        std::size_t at = 0;
        std::size_t length = 0;
    };
    struct Column
    {
        ColumnName::Side side = ColumnName::Side::Either;
        Token name;
        bool plain = true; // neither backticks nor before. nor after.
    };

    std::optional<FilterNode> parseOr(std::string_view behind);
    std::optional<FilterNode> parseAnd(std::string_view behind);
    std::optional<FilterNode> parseNot(std::string_view behind);
    std::optional<FilterNode> parsePositive(std::string_view behind);
    std::optional<FilterNode> parseParentheses();
    std::optional<FilterNode> parseTerm();
    std::optional<FilterNode> parseWords();
    std::optional<FilterNode> parseAnywhereRegex();

    // Columns; nothing and no error: what is here is a word.
    std::optional<FilterNode> parseColumnTerm();
    std::optional<Column> takeColumn();
    bool checkColumn(const Column &column, std::size_t start);
    std::optional<FilterNode> parseColon(const Column &column);
    std::optional<FilterNode> parseComparison(const Column &column);
    std::optional<FilterNode> parseColumnRegex(const Column &column, bool wanted);
    std::optional<FilterNode> parseTest(const Column &column);
    std::optional<FilterNode> parseState(const Column &column);
    std::optional<FilterNode> parseList(const Column &column, Comparison comparison);
    std::optional<FilterNode> compare(const Column &column, Comparison comparison,
                                      std::vector<FilterValue> values);
    ColumnName named(const Column &column);

    // Fields (filterfields.cpp).
    using FieldParser = std::optional<FilterNode> (FilterParser::*)();
    static FieldParser fieldNamed(std::string_view name);
    std::optional<FilterNode> parseTable();
    std::optional<FilterNode> parseSchema();
    std::optional<FilterNode> parseOperation();
    std::optional<FilterNode> parseKey();
    std::optional<FilterNode> parseChanged();
    std::optional<FilterNode> parseTransaction();
    std::optional<FilterNode> parseGtid();
    std::optional<FilterNode> parseFile();
    std::optional<FilterNode> parsePosition();
    std::optional<FilterNode> parseBatch();
    std::optional<FilterNode> parseAck();
    std::optional<FilterNode> parseSql();
    std::optional<FilterNode> parseIs();
    std::optional<FilterNode> parseHas();
    std::optional<FilterNode> parseRaw();
    std::optional<FilterNode> parseNames(NameTerm::Field field);
    std::optional<FilterNode> parseNumbers(NumberTerm::Field field, Comparison comparison,
                                           std::string_view behind);
    std::optional<std::uint32_t> takeFlags(std::string_view behind,
                                           std::optional<std::uint32_t> (*bitOf)(std::string_view),
                                           std::string_view laterWords, Kind unknown);

    std::optional<Comparison> takeComparison();
    std::optional<Token> takeToken(std::string_view behind);
    std::optional<std::vector<Token>> takeTokens(std::string_view behind); // separated by commas
    std::optional<std::shared_ptr<const RegexMatcher>> takeRegex();
    FilterValue valueOf(const Token &token) const;
    NamePattern patternOf(std::string_view name, bool quoted) const;
    std::optional<std::vector<TextPattern>> takeTexts(std::string_view behind);
    SeenFlag noteName(NamedInFilter::What what, const Token &token);

    std::nullopt_t fail(Kind kind, std::size_t at, std::size_t length,
                        std::string_view detail = {});
    std::nullopt_t failHere(Kind kind, std::string_view detail = {});

    FilterScanner m_scan;
    const PatternMaker &m_make;
    FilterError m_error;
    bool m_failed = false;
    std::vector<NamedInFilter> m_names;
    ValueStyle m_style = ValueStyle::Display; // Raw within raw:
    int m_depth = 0;
    int m_open = 0; // parentheses
};

} // namespace canal
