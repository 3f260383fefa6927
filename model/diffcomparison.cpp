// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/diffmodel.h"
#include "model/rowsummary.h"

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

// DiffModel's comparison of two rows.
namespace canal {
namespace {

// Of the row's version of its table, as far as it was seen; a row image may have fewer.
std::set<std::string_view> knownColumns(const EventSnapshot &rows, RowId row, const RowImage &image)
{
    std::set<std::string_view> known;
    for (const auto *side : { &image.before(), &image.after() })
        for (const auto &column : *side)
            known.insert(column.name);
    const auto place = rows.place(row);
    const auto number = Layouts::numberAt(rows.block(place.block).from(place.offset));
    if (number && *number < rows.layoutCount())
        rows.layout(*number).forEachColumn(
            [&known](const LayoutColumn &column) { known.insert(column.name); });
    return known;
}

} // namespace

DiffModel::Compared DiffModel::readForComparison(const EventSnapshot &rows, RowId row)
{
    Compared compared;
    rows.read(row, compared.image);
    compared.isDeleted = rows.eventType(row) == EventType::Delete;
    compared.row = u'#' + QString::number(rows.number(row));
    const auto &table = rows.tableName(rows.table(row));
    compared.table = shown(table.schema) + u'.' + shown(table.table);
    compared.known = knownColumns(rows, row, compared.image);
    return compared;
}

void DiffModel::compareRows(const EventSnapshot &rows, RowId older, RowId newer)
{
    beginResetModel();
    forget();
    m_compared = { readForComparison(rows, older), readForComparison(rows, newer) };
    auto pairs = comparedPairs();
    if (rows.table(older) == rows.table(newer)) { // perhaps two versions of it
        (*m_compared)[0].known.merge((*m_compared)[1].known);
        (*m_compared)[1].known = (*m_compared)[0].known;
        std::ranges::stable_sort(pairs, {}, [](const Pair &pair) {
            return pair.first != nullptr ? pair.first->index : pair.second->index;
        });
    }
    m_lines.reserve(pairs.size());
    for (const auto &pair : pairs)
        m_lines.push_back(makeComparedLine(pair));
    rebuildShown();
    endResetModel();
}

// The older row's columns, then those that only the newer one has.
std::vector<DiffModel::Pair> DiffModel::comparedPairs() const
{
    const auto &older = (*m_compared)[0].columns();
    const auto &newer = (*m_compared)[1].columns();
    std::unordered_map<std::string_view, const ColumnView *> left;
    for (const auto &column : newer)
        left.emplace(column.name, &column);
    std::vector<Pair> pairs;
    for (const auto &column : older) {
        const auto found = left.find(column.name);
        pairs.emplace_back(&column, found != left.end() ? found->second : nullptr);
        if (found != left.end())
            left.erase(found);
    }
    for (const auto &column : newer)
        if (const auto found = left.find(column.name);
            found != left.end() && found->second == &column)
            pairs.emplace_back(nullptr, &column);
    return pairs;
}

DiffModel::Content DiffModel::Compared::contentOf(std::string_view absent) const
{
    return known.contains(absent) ? Content::NotInImage : Content::NoColumn;
}

DiffModel::Line DiffModel::makeComparedLine(const Pair &pair)
{
    const auto &[before, after] = pair;
    const auto &either = before != nullptr ? *before : *after;
    Line line;
    line.name = shown(either.name);
    line.type = shown(either.mysqlType);
    if (before != nullptr && after != nullptr && before->mysqlType != after->mysqlType)
        line.type += u" → "_s + shown(after->mysqlType);
    line.isKey = either.isKey || (after != nullptr && after->isKey);
    line.before = makeSide(before, (*m_compared)[0].contentOf(either.name));
    line.after = makeSide(after, (*m_compared)[1].contentOf(either.name));
    line.state = comparedState(pair);
    return line;
}

// By what Canal sent; where the types differ, by what that stands for: an ENUM's 1 is no number.
DiffModel::State DiffModel::comparedState(const Pair &pair)
{
    const auto &[before, after] = pair;
    if (before == nullptr || after == nullptr)
        return State::NotKnown;
    if (before->isNull || after->isNull)
        return before->isNull == after->isNull ? State::Same : State::Changed;
    if (before->mysqlType == after->mysqlType)
        return before->value == after->value ? State::Same : State::Changed;
    std::string older;
    std::string newer;
    ValueDecoder decoder;
    decoder.append(*before, ValueStyle::Display, older);
    decoder.append(*after, ValueStyle::Display, newer);
    return older == newer ? State::Same : State::Changed;
}

const DiffModel::Compared *DiffModel::comparedRow(int column) const
{
    return m_compared ? &(*m_compared)[column == BeforeColumn ? 0 : 1] : nullptr;
}

QString DiffModel::missingText(int column) const
{
    const auto *row = comparedRow(column);
    return row != nullptr ? tr("no such column seen in %1").arg(row->table) : QString();
}

} // namespace canal
