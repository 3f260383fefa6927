// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterremark.h"

#include "model/rowsummary.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(canal::FilterRemark)

public:
    static QString gaveUp(std::uint32_t texts)
    {
        return tr("The regular expression took too long on %n values: rows that match only there "
                  "are not found.",
                  nullptr, static_cast<int>(texts));
    }
    static QString unseen(NamedInFilter::What what, const QString &name, const QString &similar)
    {
        QString text;
        switch (what) {
        case NamedInFilter::What::Table:
            text = tr("No table %1 seen yet.").arg(name);
            break;
        case NamedInFilter::What::Schema:
            text = tr("No schema %1 seen yet.").arg(name);
            break;
        case NamedInFilter::What::Column:
            text = tr("None of the rows looked at has a column %1.").arg(name);
            break;
        }
        if (!similar.isEmpty())
            text += u' ' + tr("Did you mean %1?").arg(similar);
        return text + u' ' + tr("The filter stays on.");
    }
};

// How many characters have to be put in, left out or replaced.
qsizetype distance(const QString &a, const QString &b)
{
    QList<qsizetype> row(b.size() + 1);
    for (qsizetype j = 0; j <= b.size(); ++j)
        row[j] = j;
    for (qsizetype i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const auto replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({ replaced, row[j] + 1, row[j - 1] + 1 });
        }
    }
    return row.last();
}

// The nearest of `names`; empty when none is near.
QString similarTo(const QString &name, const QStringList &names)
{
    constexpr qsizetype mostChars = 64;
    QString best;
    auto least = std::min<qsizetype>(3, name.size());
    for (const auto &other : names) {
        if (name.size() > mostChars || other.size() > mostChars)
            continue;
        if (const auto far = distance(name.toLower(), other.toLower()); far < least) {
            least = far;
            best = other;
        }
    }
    return best;
}

// The names that were seen; of columns none are kept, so only what is a field's is offered.
QStringList knownNames(NamedInFilter::What what, const EventSnapshot &rows)
{
    if (what == NamedInFilter::What::Column)
        return { u"table:"_s, u"schema:"_s, u"file:"_s, u"batch:"_s, u"gtid:"_s, u"sql:"_s };
    QStringList names;
    for (std::uint32_t id = 1; id < rows.tableCount(); ++id) {
        const auto &name = rows.tableName(TableId { id });
        names.append(shown(what == NamedInFilter::What::Table ? name.table : name.schema));
    }
    return names;
}

bool isSeen(const NamedInFilter &named, const QStringList &known)
{
    if (named.what == NamedInFilter::What::Column)
        return named.seen->load(std::memory_order_relaxed);
    return known.contains(QString::fromStdString(named.name), Qt::CaseInsensitive);
}

} // namespace

std::optional<FilterRemark> remarkOn(const FilterSpec &filter, const EventSnapshot &rows)
{
    const auto text = QString::fromStdString(filter.text());
    for (const auto &named : filter.names()) {
        const auto known = knownNames(named.what, rows);
        if (isSeen(named, known))
            continue;
        FilterRemark remark;
        remark.at = characterAt(text, named.at);
        remark.length = characterAt(text, named.at + named.length) - remark.at;
        const auto name = shown(named.name);
        const bool isColumn = named.what == NamedInFilter::What::Column;
        remark.message
            = Texts::unseen(named.what, name, similarTo(isColumn ? name + u':' : name, known));
        return remark;
    }
    std::uint32_t gaveUp = 0;
    for (const auto &regex : filter.regexes())
        gaveUp += regex->gaveUp();
    if (gaveUp > 0)
        return FilterRemark { 0, 0, Texts::gaveUp(gaveUp) };
    return {};
}

} // namespace canal
