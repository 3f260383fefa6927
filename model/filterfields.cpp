// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/batchstates.h"
#include "model/filterparser.h"
#include "model/rowtext.h"

#include <algorithm>
#include <array>
#include <charconv>

// The terms that begin with the name of a field.
namespace canal {
namespace {

FilterNode termNode(FilterTerm term) { return { FilterNode::Kind::Term, std::move(term), {} }; }

template <typename Enum>
struct Word
{
    std::string_view text;
    Enum meaning;
};

template <typename Words>
std::optional<std::uint32_t> bitIn(const Words &words, std::string_view text)
{
    for (const auto &word : words)
        if (word.text == text)
            return 1U << static_cast<unsigned>(word.meaning);
    return {};
}

constexpr auto operations = std::to_array<Word<Operation>>({
    { "insert", Operation::Insert },
    { "update", Operation::Update },
    { "delete", Operation::Delete },
    { "ddl", Operation::Ddl },
    { "query", Operation::Query },
    { "xacommit", Operation::XaCommit },
    { "xarollback", Operation::XaRollback },
    { "begin", Operation::Begin },
    { "commit", Operation::Commit },
    { "other", Operation::Other },
    { "unreadable", Operation::Unreadable },
});

constexpr auto eventTypes = std::to_array<Word<EventType>>({
    { "create", EventType::Create },
    { "alter", EventType::Alter },
    { "erase", EventType::Erase },
    { "drop", EventType::Erase },
    { "truncate", EventType::Truncate },
    { "rename", EventType::Rename },
    { "cindex", EventType::CreateIndex },
    { "dindex", EventType::DropIndex },
});

// An operation's bit, an event type's 16 above.
constexpr unsigned eventTypeShift = 16;

std::optional<std::uint32_t> operationBits(std::string_view text)
{
    if (text == "any")
        return allOperations;
    if (const auto bit = bitIn(operations, text))
        return bit;
    if (const auto bit = bitIn(eventTypes, text))
        return *bit << eventTypeShift;
    return {};
}

std::optional<std::uint32_t> ackBit(std::string_view text)
{
    static constexpr auto words = std::to_array<Word<BatchState>>({
        { "no", BatchState::Unacked },
        { "sent", BatchState::AckSent },
        { "yes", BatchState::Confirmed },
        { "failed", BatchState::Failed },
        { "rolledback", BatchState::RolledBack },
        { "lost", BatchState::Lost },
    });
    return bitIn(words, text);
}

std::optional<std::uint32_t> isBit(std::string_view text)
{
    using What = IsTerm::What;
    static constexpr auto words = std::to_array<Word<What>>({ { "ddl", What::Ddl },
                                                              { "redelivered", What::Redelivered },
                                                              { "unreadable", What::Unreadable },
                                                              { "marked", What::Marked } });
    return bitIn(words, text);
}

std::optional<std::uint32_t> hasBit(std::string_view text)
{
    using What = HasTerm::What;
    static constexpr auto words = std::to_array<Word<What>>(
        { { "null", What::Null }, { "empty", What::Empty }, { "absent", What::Absent } });
    return bitIn(words, text);
}

// Whether `word` is one of `words`, which blanks separate.
bool isAmong(std::string_view word, std::string_view words)
{
    for (std::size_t at = 0; at < words.size();) {
        const auto end = std::min(words.find(' ', at), words.size());
        if (words.substr(at, end - at) == word)
            return true;
        at = end + 1;
    }
    return false;
}

} // namespace

FilterParser::FieldParser FilterParser::fieldNamed(std::string_view name)
{
    struct Field
    {
        std::string_view name;
        FieldParser parser;
    };
    static constexpr auto fields = std::to_array<Field>({
        { "table", &FilterParser::parseTable },
        { "schema", &FilterParser::parseSchema },
        { "op", &FilterParser::parseOperation },
        { "pk", &FilterParser::parseKey },
        { "col", &FilterParser::parseChanged },
        { "tx", &FilterParser::parseTransaction },
        { "gtid", &FilterParser::parseGtid },
        { "file", &FilterParser::parseFile },
        { "pos", &FilterParser::parsePosition },
        { "batch", &FilterParser::parseBatch },
        { "ack", &FilterParser::parseAck },
        { "sql", &FilterParser::parseSql },
        { "is", &FilterParser::parseIs },
        { "has", &FilterParser::parseHas },
        { "raw", &FilterParser::parseRaw },
    });
    const auto *const found = std::ranges::find(fields, lowerCase(name), &Field::name);
    return found == fields.end() ? nullptr : found->parser;
}

std::optional<std::uint32_t>
FilterParser::takeFlags(std::string_view behind,
                        std::optional<std::uint32_t> (*bitOf)(std::string_view),
                        std::string_view laterWords, Kind unknown)
{
    const auto tokens = takeTokens(behind);
    if (!tokens)
        return {};
    std::uint32_t flags = 0;
    for (const auto &token : *tokens) {
        const auto word = lowerCase(token.text);
        if (isAmong(word, laterWords))
            return fail(Kind::NotAvailableYet, token.at, token.length,
                        std::string(behind) + token.text);
        const auto bit = bitOf(word);
        if (!bit)
            return fail(unknown, token.at, token.length, token.text);
        flags |= *bit;
    }
    return flags;
}

// ---- fields

std::optional<FilterNode> FilterParser::parseTable()
{
    const auto tokens = takeTokens("table:");
    if (!tokens)
        return {};
    TableTerm term;
    for (const auto &token : *tokens) {
        TableTerm::Name name;
        auto table = token;
        if (const auto dot = token.quoted ? std::string::npos : token.text.find('.');
            dot != std::string::npos) {
            const Token schema { token.text.substr(0, dot), false, token.at, dot };
            name.schema = patternOf(schema.text, false);
            noteName(NamedInFilter::What::Schema, schema);
            table
                = { token.text.substr(dot + 1), false, token.at + dot + 1, token.length - dot - 1 };
        }
        name.table = patternOf(table.text, table.quoted);
        noteName(NamedInFilter::What::Table, table);
        term.any.push_back(std::move(name));
    }
    return termNode(std::move(term));
}

std::optional<FilterNode> FilterParser::parseSchema()
{
    const auto tokens = takeTokens("schema:");
    if (!tokens)
        return {};
    TableTerm term;
    for (const auto &token : *tokens) {
        noteName(NamedInFilter::What::Schema, token);
        term.any.push_back({ patternOf(token.text, token.quoted), {} });
    }
    return termNode(std::move(term));
}

std::optional<FilterNode> FilterParser::parseOperation()
{
    const auto bits = takeFlags("op:", operationBits, {}, Kind::UnknownOperation);
    if (!bits)
        return {};
    constexpr std::uint32_t lower = (1U << eventTypeShift) - 1;
    return termNode(OperationTerm { *bits & lower, *bits >> eventTypeShift });
}

std::optional<FilterNode> FilterParser::parseKey()
{
    const auto tokens = takeTokens("pk:");
    if (!tokens)
        return {};
    KeyTerm term;
    term.style = m_style;
    for (const auto &token : *tokens)
        term.any.push_back(valueOf(token));
    return termNode(std::move(term));
}

std::optional<FilterNode> FilterParser::parseChanged()
{
    const auto tokens = takeTokens("col:");
    if (!tokens)
        return {};
    ChangedTerm term;
    for (const auto &token : *tokens) {
        auto seen = noteName(NamedInFilter::What::Column, token);
        term.any.push_back({ patternOf(token.text, token.quoted), std::move(seen) });
    }
    return termNode(std::move(term));
}

std::optional<FilterNode> FilterParser::parseTransaction()
{
    auto texts = takeTexts("tx:");
    return texts ? std::optional(termNode(TransactionTerm { std::move(*texts) })) : std::nullopt;
}

std::optional<FilterNode> FilterParser::parseNames(NameTerm::Field field)
{
    const auto tokens = takeTokens(field == NameTerm::Field::Gtid ? "gtid:" : "file:");
    if (!tokens)
        return {};
    NameTerm term { field, {} };
    for (const auto &token : *tokens)
        term.any.push_back(patternOf(token.text, token.quoted));
    return termNode(std::move(term));
}

std::optional<FilterNode> FilterParser::parseGtid() { return parseNames(NameTerm::Field::Gtid); }

std::optional<FilterNode> FilterParser::parseFile() { return parseNames(NameTerm::Field::LogFile); }

std::optional<FilterNode> FilterParser::parseNumbers(NumberTerm::Field field, Comparison comparison,
                                                     std::string_view behind)
{
    const auto tokens = takeTokens(behind);
    if (!tokens)
        return {};
    NumberTerm term { field, comparison, {} };
    for (const auto &token : *tokens) {
        std::int64_t number = 0;
        const auto *const end = token.text.data() + token.text.size();
        const auto [stopped, error] = std::from_chars(token.text.data(), end, number);
        if (error != std::errc() || stopped != end)
            return fail(Kind::NumberExpected, token.at, token.length, token.text);
        term.any.push_back(number);
    }
    return termNode(std::move(term));
}

std::optional<FilterNode> FilterParser::parsePosition()
{
    m_scan.skipBlanks();
    const auto comparison = takeComparison().value_or(Comparison::Equal);
    return parseNumbers(NumberTerm::Field::Position, comparison, "pos:");
}

std::optional<FilterNode> FilterParser::parseBatch()
{
    m_scan.skipBlanks();
    const auto comparison = takeComparison().value_or(Comparison::Equal);
    return parseNumbers(NumberTerm::Field::Batch, comparison, "batch:");
}

std::optional<FilterNode> FilterParser::parseAck()
{
    const auto bits = takeFlags("ack:", ackBit, {}, Kind::UnknownAckState);
    return bits ? std::optional(termNode(AckTerm { *bits })) : std::nullopt;
}

std::optional<FilterNode> FilterParser::parseSql()
{
    auto texts = takeTexts("sql:");
    return texts ? std::optional(termNode(SqlTerm { std::move(*texts) })) : std::nullopt;
}

std::optional<FilterNode> FilterParser::parseIs()
{
    const auto bits = takeFlags("is:", isBit, "hidden truncated", Kind::UnknownIs);
    return bits ? std::optional(termNode(IsTerm { *bits })) : std::nullopt;
}

std::optional<FilterNode> FilterParser::parseHas()
{
    const auto bits = takeFlags("has:", hasBit, "note", Kind::UnknownHas);
    return bits ? std::optional(termNode(HasTerm { *bits })) : std::nullopt;
}

// Goes for the one term behind it.
std::optional<FilterNode> FilterParser::parseRaw()
{
    m_scan.skipBlanks();
    if (m_scan.atEnd() || m_scan.peek() == ')' || m_scan.sees("and") || m_scan.sees("or"))
        return failHere(Kind::ValueMissing, "raw:");
    const auto start = m_scan.at();
    if (m_style == ValueStyle::Raw)
        return failHere(Kind::RawWithoutValue);
    m_style = ValueStyle::Raw;
    auto node = parseTerm();
    m_style = ValueStyle::Display;
    if (!node)
        return {};
    const bool asksValues = node->kind == FilterNode::Kind::Term
        && costOf(node->term) == FilterCost::Row && !std::holds_alternative<HasTerm>(node->term)
        && !std::holds_alternative<ChangedTerm>(node->term)
        && !std::holds_alternative<StateTerm>(node->term);
    if (!asksValues)
        return fail(Kind::RawWithoutValue, start, m_scan.lengthAt(start));
    return node;
}

} // namespace canal
