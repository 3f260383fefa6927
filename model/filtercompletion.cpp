// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filtercompletion.h"

#include "model/filtertext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

constexpr qsizetype mostChoices = 12;
constexpr std::uint32_t mostLooked = 5000; // of tables and of layouts, the latest
constexpr qsizetype mostNameChars = 64; // MySQL's own limit

using Kind = FilterCompletion::Kind;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(canal::FilterCompletion)
};

struct Term
{
    const char *text;
    const char *hint;
};

constexpr auto fields = std::to_array<Term>({
    { "table:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "the table's name") },
    { "schema:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "the schema's name") },
    { "op:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "operation") },
    { "pk:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "primary key") },
    { "col:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "column that was changed") },
    { "before.", QT_TRANSLATE_NOOP("canal::FilterCompletion", "column, before the change") },
    { "after.", QT_TRANSLATE_NOOP("canal::FilterCompletion", "column, after the change") },
    { "tx:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "XID of the transaction") },
    { "gtid:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "GTID") },
    { "file:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "binlog file") },
    { "pos:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "place in the binlog file") },
    { "batch:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "batch") },
    { "ack:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "what became of the batch") },
    { "sql:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "text of the statement") },
    { "is:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "kind of row") },
    { "has:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "some cell is such") },
    { "raw:", QT_TRANSLATE_NOOP("canal::FilterCompletion", "as Canal sent it") },
});

// What may come behind a column.
constexpr auto tests = std::to_array<Term>({
    { "= ", QT_TRANSLATE_NOOP("canal::FilterCompletion", "equal") },
    { "!= ", QT_TRANSLATE_NOOP("canal::FilterCompletion", "known, and another") },
    { "> ", QT_TRANSLATE_NOOP("canal::FilterCompletion", "greater") },
    { "< ", QT_TRANSLATE_NOOP("canal::FilterCompletion", "less") },
    { "changed", QT_TRANSLATE_NOOP("canal::FilterCompletion", "only rows where it changed") },
    { "contains ", QT_TRANSLATE_NOOP("canal::FilterCompletion", "part of the text") },
    { "in (", QT_TRANSLATE_NOOP("canal::FilterCompletion", "one of a list") },
    { "is null", QT_TRANSLATE_NOOP("canal::FilterCompletion", "NULL, not empty") },
    { "is not null", QT_TRANSLATE_NOOP("canal::FilterCompletion", "a value is known") },
    { "is empty", QT_TRANSLATE_NOOP("canal::FilterCompletion", "'', not NULL") },
    { "is absent", QT_TRANSLATE_NOOP("canal::FilterCompletion", "not in the row image") },
    { "~ ", QT_TRANSLATE_NOOP("canal::FilterCompletion", "regular expression") },
});

QStringList valuesOf(QStringView field)
{
    const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
    if (field == u"op:")
        return list("insert update delete ddl query begin commit any create alter drop truncate "
                    "rename cindex dindex xacommit xarollback other unreadable");
    if (field == u"ack:")
        return list("no sent yes failed rolledback lost");
    if (field == u"is:")
        return list("ddl redelivered unreadable");
    if (field == u"has:")
        return list("null empty absent");
    return {};
}

// ---- names

bool canBeTyped(const QString &name)
{
    return !name.isEmpty() && name.size() <= mostNameChars
        && std::ranges::all_of(name, [](QChar c) { return c.isPrint() || c.isSurrogate(); });
}

QString utf8(const std::string &text) { return QString::fromStdString(text); }

QString quoted(const QString &name) { return utf8(filterQuoted(name.toStdString())); }

bool isComparison(const QString &text)
{
    const auto filter = parseFilter(text);
    return filter && filter->root() && filter->root()->kind == FilterNode::Kind::Term
        && std::holds_alternative<CompareTerm>(filter->root()->term);
}

// In backticks if the language would read it otherwise.
QString columnName(const QString &name)
{
    static const QRegularExpression plain(u"^[\\w$]+$"_s,
                                          QRegularExpression::UseUnicodePropertiesOption);
    if (plain.match(name).hasMatch() && isComparison(name + u" = 1"_s)
        && isComparison(name + u":1"_s))
        return name;
    auto escaped = name;
    return u'`' + escaped.replace(u'`', u"``"_s) + u'`';
}

// ---- the word at the cursor

struct Word
{
    qsizetype at = 0;
    QString text; // up to the cursor
    QString before; // the word before
    bool inQuotes = false;
};

Word wordAt(const QString &text, qsizetype cursor)
{
    Word word;
    QChar quote;
    for (qsizetype i = 0; i < cursor; ++i) {
        const auto c = text[i];
        if (!quote.isNull()) {
            quote = c == quote ? QChar() : quote;
        } else if (c == u'"' || c == u'\'' || c == u'`') {
            quote = c;
        } else if (c.isSpace() || c == u'(' || c == u')') {
            if (i > word.at)
                word.before = text.sliced(word.at, i - word.at);
            word.at = i + 1;
        }
    }
    word.inQuotes = quote == u'"' || quote == u'\'';
    if (word.at < cursor && text[word.at] == u'-')
        ++word.at;
    word.text = text.sliced(word.at, cursor - word.at);
    return word;
}

// Collects what holds `typed`; what begins with it comes first.
class Collector
{
public:
    explicit Collector(QStringView typed)
        : m_typed(typed.toString().remove(u'`'))
    { }

    void add(Kind kind, const QString &text, const QString &hint, const QString &name)
    {
        if (!wants(name))
            return;
        const auto in = name.indexOf(m_typed, 0, Qt::CaseInsensitive);
        const auto shown = text.indexOf(m_typed, 0, Qt::CaseInsensitive);
        auto &list = in == 0 ? m_beginning : m_within;
        if (list.size() < mostChoices)
            list.append({ kind, text, hint, std::max<qsizetype>(shown, 0) });
    }
    bool wants(const QString &name) const
    {
        return name != m_typed && name.contains(m_typed, Qt::CaseInsensitive);
    }
    QList<FilterCompletion> take() { return (m_beginning + m_within).first(size()); }
    bool typedNothing() const { return m_typed.isEmpty(); }

private:
    qsizetype size() const { return std::min(mostChoices, m_beginning.size() + m_within.size()); }

    const QString m_typed;
    QList<FilterCompletion> m_beginning;
    QList<FilterCompletion> m_within;
};

void addColumns(Collector &found, const QList<SeenNames::Column> &columns)
{
    for (const auto &column : columns)
        if (found.wants(column.name))
            found.add(Kind::Column, columnName(column.name), column.type, column.name);
}

QList<FilterCompletion> valuesFor(QStringView field, QStringView typed, const SeenNames &names)
{
    Collector found(typed);
    for (const auto &value : valuesOf(field))
        found.add(Kind::Term, value, {}, value);
    if (field == u"table:")
        for (const auto &table : names.tables())
            found.add(Kind::Table, quoted(table), {}, table);
    if (field == u"schema:")
        for (const auto &schema : names.schemas())
            found.add(Kind::Schema, quoted(schema), {}, schema);
    if (field == u"col:")
        for (const auto &column : names.columns())
            found.add(Kind::Column, quoted(column.name), column.type, column.name);
    return found.take();
}

bool isColumn(QString word, const SeenNames &names)
{
    for (const auto &prefix : { u"before."_s, u"after."_s })
        if (word.startsWith(prefix, Qt::CaseInsensitive))
            word.remove(0, prefix.size());
    return std::ranges::any_of(names.columns(), [&](const auto &column) {
        return word.remove(u'`').compare(column.name, Qt::CaseInsensitive) == 0;
    });
}

template <std::size_t size>
void addTerms(Collector &found, const std::array<Term, size> &terms)
{
    for (const auto &term : terms) {
        const auto text = QString::fromLatin1(term.text);
        found.add(Kind::Term, text, Words::tr(term.hint), text);
    }
}

} // namespace

void SeenNames::update(const EventSnapshot &rows)
{
    constexpr int againMs = 2000; // a layout may have got another column
    if (m_tableCount == rows.tableCount() && m_layoutCount == rows.layoutCount()
        && m_looked.isValid() && !m_looked.hasExpired(againMs))
        return;
    m_tableCount = rows.tableCount();
    m_layoutCount = rows.layoutCount();
    m_looked.start();
    std::map<QString, QString> columns;
    const auto from
        = [](std::uint32_t count) { return count > mostLooked ? count - mostLooked : 0; };
    for (auto i = from(m_layoutCount); i < m_layoutCount; ++i)
        rows.layout(i).forEachColumn([&columns](const LayoutColumn &column) {
            columns.try_emplace(utf8(column.name), utf8(column.mysqlType));
        });
    m_columns.clear();
    for (const auto &[name, type] : columns)
        if (canBeTyped(name))
            m_columns.append({ name, type });
    m_schemas.clear();
    m_tables.clear();
    for (auto i = std::max(1U, from(m_tableCount)); i < m_tableCount; ++i) {
        const auto &name = rows.tableName(TableId { i });
        m_schemas.append(utf8(name.schema));
        m_tables.append(utf8(name.table));
    }
    for (auto *list : { &m_schemas, &m_tables }) {
        list->removeIf([](const QString &name) { return !canBeTyped(name); });
        list->removeDuplicates();
        list->sort();
    }
}

FilterCompletions filterCompletions(const QString &text, qsizetype cursor, const SeenNames &names)
{
    const auto word = wordAt(text, cursor);
    if (word.inQuotes)
        return {};
    const auto part = [cursor](qsizetype at, QList<FilterCompletion> choices) {
        return FilterCompletions { at, cursor - at, std::move(choices) };
    };
    const auto lower = word.text.toLower();
    for (const auto *field : { "table:", "schema:", "col:", "op:", "ack:", "is:", "has:" })
        if (const auto name = QString::fromLatin1(field); lower.startsWith(name)) {
            const auto from = std::max(name.size(), word.text.lastIndexOf(u',') + 1);
            return part(word.at + from, valuesFor(name, word.text.sliced(from), names));
        }
    for (const auto &side : { u"before."_s, u"after."_s })
        if (lower.startsWith(side)) {
            Collector found(word.text.sliced(side.size()));
            addColumns(found, names.columns());
            return part(word.at + side.size(), found.take());
        }
    Collector found(word.text);
    if (isColumn(word.before, names))
        addTerms(found, tests);
    if (found.typedNothing())
        return part(word.at, found.take());
    addTerms(found, fields);
    addColumns(found, names.columns());
    return part(word.at, found.take());
}

} // namespace canal
