// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/decimal.h"
#include "model/textpattern.h"
#include "model/typedvalue.h"
#include "protocol/result.h"

#include <atomic>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

// The display filter as a value: what the filter box says, parsed (ui/FILTER.md is the language).
// Plain C++20, immutable once parsed, any thread.
//
// What is not known is never taken for a value: a comparison holds for values only, neither for
// NULL nor for a column that is not in the row image; `not` turns a term into all the rows that it
// does not match, also those for which it cannot be told (as in Wireshark, unlike in SQL).
namespace canal {

// A regular expression, compiled. Any thread. Gives up on what takes too long, which is no match.
class RegexMatcher
{
public:
    RegexMatcher() = default;
    virtual ~RegexMatcher() = default;
    RegexMatcher(const RegexMatcher &) = delete;
    RegexMatcher &operator=(const RegexMatcher &) = delete;

    virtual bool foundIn(std::string_view utf8) const = 0;
    virtual std::uint32_t gaveUp() const = 0; // on so many texts until now
};

struct RegexError
{
    std::string text; // the library's words
    std::size_t at = 0; // byte of the expression
};

// Makes what plain C++ has no tables for; filtertext.h has the real one.
class PatternMaker
{
public:
    PatternMaker() = default;
    virtual ~PatternMaker() = default;
    PatternMaker(const PatternMaker &) = delete;
    PatternMaker &operator=(const PatternMaker &) = delete;

    virtual TextPattern caseless(std::string_view utf8) const = 0;
    virtual Result<std::shared_ptr<const RegexMatcher>, RegexError>
    regex(std::string_view utf8) const = 0;
};

struct FilterError
{
    enum class Kind {
        TermMissing, // behind `detail`, or in parentheses
        ValueMissing, // behind `detail`
        ColumnMissing, // in front of `detail`
        BadColumn, // `detail` is not a column's name
        OperatorMissing, // behind the column `detail`
        UnclosedQuote,
        UnclosedParenthesis,
        UnexpectedParenthesis,
        ParenthesisInWord, // `detail`: the text up to it
        CommaMissing, // between the values of a list
        StateExpected, // behind is
        ArrowWithoutColon,
        NullIsNoValue, // `detail`: the column
        NumberExpected,
        UnknownOperation,
        UnknownAckState,
        UnknownIs,
        UnknownHas,
        NotAvailableYet, // `detail`: the term
        RawWithoutValue,
        BadRegex, // `detail`: what the library says
        TooDeep,
    };

    Kind kind = Kind::TermMissing;
    std::size_t at = 0; // byte of the text
    std::size_t length = 0; // bytes; 0: at its end
    std::string detail;
};

// ---- what a term asks

enum class Comparison : std::uint8_t {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
};

struct FilterValue
{
    enum class Kind { Text, Null, Any };

    Kind kind = Kind::Text;
    std::string text;
    TextPattern pattern; // of the text
    std::optional<Decimal> number; // unless in quotes
};

// A word: found anywhere in what the cells show. Raw: values as Canal sent them.
struct AnywhereTerm
{
    std::vector<TextPattern> any;
    std::shared_ptr<const RegexMatcher> regex; // in place of words
    ValueStyle style = ValueStyle::Display;
};

struct TableTerm
{
    struct Name
    {
        std::optional<NamePattern> schema; // none: any
        std::optional<NamePattern> table;
    };
    std::vector<Name> any;
};

// The word in the Op column, or Canal's own event type.
struct OperationTerm
{
    std::uint32_t operations = 0; // operationBit()s
    std::uint32_t eventTypes = 0; // bits by EventType
};

struct NameTerm
{
    enum class Field { LogFile, Gtid };
    Field field = Field::LogFile;
    std::vector<NamePattern> any;
};

struct NumberTerm
{
    enum class Field { Position, Batch };
    Field field = Field::Position;
    Comparison comparison = Comparison::Equal;
    std::vector<std::int64_t> any;
};

// The XID at the end of the row's transaction; rows of one without its end yet do not match.
struct TransactionTerm
{
    std::vector<TextPattern> any;
};

struct AckTerm
{
    std::uint32_t states = 0; // bits by BatchState
};

struct SqlTerm
{
    std::vector<TextPattern> any; // somewhere in a statement's text, or in that of the row's cause
};

struct IsTerm
{
    enum class What { Ddl, Redelivered, Unreadable, Marked };
    std::uint32_t any = 0; // bits by What

    bool asks(What what) const { return ((any >> static_cast<unsigned>(what)) & 1U) != 0; }
};

struct HasTerm
{
    enum class What { Null, Empty, Absent };
    std::uint32_t any = 0; // bits by What: some cell of the row is such
};

struct KeyTerm
{
    std::vector<FilterValue> any; // the whole key as the PK column shows it, or one column of it
    ValueStyle style = ValueStyle::Display;
};

// Set by whatever scan meets a row with the column.
using SeenFlag = std::shared_ptr<std::atomic<bool>>;

struct ChangedTerm
{
    struct Column
    {
        NamePattern name;
        SeenFlag seen;
    };
    std::vector<Column> any;
};

struct ColumnName
{
    enum class Side { Either, Before, After };
    Side side = Side::Either;
    TextPattern name;
    ValueStyle style = ValueStyle::Display;
    SeenFlag seen;
};

// x = 1, x in (1, 2), x > 3. Not equal: a value is known, and no known value equals any of these.
struct CompareTerm
{
    ColumnName column;
    Comparison comparison = Comparison::Equal;
    std::vector<FilterValue> any;
};

struct ContainsTerm
{
    ColumnName column;
    TextPattern text;
};

struct RegexTerm
{
    ColumnName column;
    std::shared_ptr<const RegexMatcher> regex;
    bool wanted = true; // !~: a value is known, and in no known value it is found
};

struct StateTerm
{
    enum class State { Null, NotNull, Empty, Absent };
    ColumnName column;
    State state = State::Null;
};

// x: A -> B
struct TransitionTerm
{
    ColumnName column;
    FilterValue from;
    FilterValue to;
};

using FilterTerm
    = std::variant<AnywhereTerm, TableTerm, OperationTerm, NameTerm, NumberTerm, TransactionTerm,
                   AckTerm, SqlTerm, IsTerm, HasTerm, KeyTerm, ChangedTerm, CompareTerm,
                   ContainsTerm, RegexTerm, StateTerm, TransitionTerm>;

struct FilterNode
{
    enum class Kind { Term, Not, And, Or };

    Kind kind = Kind::Term;
    FilterTerm term;
    std::vector<FilterNode> children; // one of Not, two or more of And and Or
    // Bytes of the text, with the parentheses around it; not set where others stand side by side.
    std::size_t at = 0;
    std::size_t length = 0;
};

// What has to be looked at, from cheap to dear.
enum class FilterCost : std::uint8_t {
    Columns, // what the store has of every row: kind, table, type, batch
    Entry, // the entry's header
    Row, // the row's values
};
FilterCost costOf(const FilterTerm &term);
FilterCost costOf(const FilterNode &node);

// A name that the filter speaks of, so that one that was never seen can be pointed at.
struct NamedInFilter
{
    enum class What { Table, Schema, Column };
    What what = What::Column;
    std::string name; // no wildcards in it
    std::size_t at = 0; // byte of the text
    std::size_t length = 0;
    SeenFlag seen; // of a column
};

class FilterSpec
{
public:
    FilterSpec() = default; // shows everything

    // `utf8` is what the user typed.
    static Result<FilterSpec, FilterError> parse(std::string_view utf8, const PatternMaker &make);

    bool isEmpty() const { return !m_root; }
    const std::string &text() const { return m_text; }
    const std::optional<FilterNode> &root() const { return m_root; }
    const std::vector<NamedInFilter> &names() const { return m_names; }

    // Columns: it may be applied at once, in the thread that shows the rows.
    FilterCost cost() const { return m_root ? costOf(*m_root) : FilterCost::Columns; }
    bool needsBatchStates() const { return m_needsBatchStates; }
    bool needsMarks() const { return m_needsMarks; }
    bool needsTransactions() const { return m_needsTransactions; }
    // BEGIN and COMMIT are asked for by name; else they stay out of the way.
    bool showsTransactions() const { return m_showsTransactions; }
    const std::vector<std::shared_ptr<const RegexMatcher>> &regexes() const { return m_regexes; }

    bool operator==(const FilterSpec &other) const { return m_text == other.m_text; }

private:
    std::string m_text;
    std::optional<FilterNode> m_root;
    std::vector<NamedInFilter> m_names;
    std::vector<std::shared_ptr<const RegexMatcher>> m_regexes;
    bool m_needsBatchStates = false;
    bool m_needsMarks = false;
    bool m_needsTransactions = false;
    bool m_showsTransactions = false;
};

// `text` as one value of the filter language, in quotes if it needs them.
std::string filterQuoted(std::string_view text);

} // namespace canal
