// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterterms.h"

#include "model/csvwriter.h"
#include "model/filtertext.h"
#include "model/rowsummary.h"
#include "model/rowtext.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

// A transaction's end is looked for in so many rows; one that is longer has no term.
constexpr std::uint32_t mostRowsLookedAt = 1U << 20;

QString quoted(const QString &text)
{
    return QString::fromStdString(filterQuoted(text.toStdString()));
}

// A term that the language does not have is no term.
QString known(const QString &term) { return parseFilter(term) ? term : QString(); }

QString columnOf(FilterSide side, const QString &column)
{
    static const QRegularExpression plain(u"^[A-Za-z_][A-Za-z0-9_$]*$"_s);
    auto name = column;
    if (!plain.match(name).hasMatch())
        name = u'`' + name.replace(u'`', u"``"_s) + u'`';
    return (side == FilterSide::Before ? u"before."_s : u"after."_s) + name;
}

// A name in quotes is a table's alone.
QString tableTerm(const HeaderView &header)
{
    const auto schema = fromUtf8(header.schema);
    const auto table = fromUtf8(header.table);
    if (table.isEmpty())
        return {};
    const auto both = schema + u'.' + table;
    if (quoted(both) == both)
        return known(u"table:"_s + both);
    return known(u"(schema:%1 table:%2)"_s.arg(quoted(schema), quoted(table)));
}

QString operationTerm(Operation operation)
{
    const auto word = operationWord(operation);
    auto name = QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())).toLower();
    return known(u"op:"_s + name.remove(u' '));
}

// None for a key that is not shown as it is: '' stands for the empty string.
QString keyTerm(const RowSummary &summary)
{
    const auto isEmpty
        = [](const ColumnView &column) { return column.isKey && column.value.empty(); };
    const auto key = summary.key();
    if (std::ranges::any_of(keySide(summary.image()), isEmpty) || key.isEmpty()
        || key.size() >= RowSummary::mostChars)
        return {};
    return known(u"pk:"_s + quoted(key));
}

QString transactionTerm(const EventSnapshot &rows, RowId row)
{
    const auto transaction = rows.transaction(row);
    const auto last = std::min(rows.size(), raw(row) + mostRowsLookedAt);
    for (auto i = raw(row); transaction != 0 && i < last; ++i) {
        const RowId other { i };
        if (rows.transaction(other) != transaction)
            return {};
        if (rows.kind(other) != RowKind::TransactionEnd)
            continue;
        EntryInfo end;
        rows.read(rows.entry(other), end);
        const auto id = fromUtf8(end.transactionId);
        const bool hasNumber = !id.isEmpty() && id != u"0"; // "0": the server knows none
        return hasNumber ? known(u"tx:"_s + quoted(id)) : QString();
    }
    return {};
}

} // namespace

RowTerms RowTerms::of(const EventSnapshot &rows, RowId row)
{
    RowSummary summary;
    summary.read(rows, row);
    const auto &entry = summary.entry();
    RowTerms terms;
    terms.operation = operationTerm(operationOf(rows, row));
    terms.table = tableTerm(entry.header);
    terms.key = keyTerm(summary);
    terms.transaction = transactionTerm(rows, row);
    terms.batch = u"batch:%1"_s.arg(raw(entry.batch));
    const auto file = fromUtf8(entry.header.logFile);
    if (!file.isEmpty())
        terms.position = known(
            u"(file:%1 pos:%2)"_s.arg(quoted(file), QString::number(entry.header.logOffset)));
    return terms;
}

QString rowTerm(const EventSnapshot &rows, RowId row)
{
    RowSummary summary;
    summary.read(rows, row);
    return (tableTerm(summary.entry().header) + u' ' + keyTerm(summary)).trimmed();
}

QString valueTerm(FilterSide side, const QString &column, const QString &value)
{
    return known(columnOf(side, column) + u" = "_s + quoted(value));
}

QString nullTerm(FilterSide side, const QString &column)
{
    return known(columnOf(side, column) + u" is null"_s);
}

QString emptyTerm(FilterSide side, const QString &column)
{
    return known(columnOf(side, column) + u" is empty"_s);
}

QString changedTerm(const QString &column) { return known(u"col:"_s + quoted(column)); }

QString anywhereTerm(const QString &text)
{
    auto inside = text;
    return u'"' + inside.replace(u'"', u"\"\""_s) + u'"';
}

QString combinedFilter(const QString &current, const QString &term, FilterUse use)
{
    const bool negated
        = use == FilterUse::Exclude || use == FilterUse::AndNot || use == FilterUse::OrNot;
    auto added = negated ? u"not "_s + term : term;
    const auto before = current.trimmed();
    if (before.isEmpty() || use == FilterUse::Only || use == FilterUse::Exclude)
        return added;
    if (use == FilterUse::Or || use == FilterUse::OrNot)
        return before + u" or "_s + added; // and binds closer
    const auto filter = parseFilter(before);
    const bool isOr = filter && filter->root() && filter->root()->kind == FilterNode::Kind::Or;
    return (isOr ? u'(' + before + u')' : before) + u' ' + added;
}

} // namespace canal
