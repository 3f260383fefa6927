// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/roweventmodel.h"

#include <set>
#include <string_view>

// The columns of database tables that the model shows as its own.
namespace canal {

void RowEventModel::setDataColumns(const QList<DataColumn> &columns)
{
    if (!m_columns.isEmpty()) {
        beginRemoveColumns({}, ColumnCount, columnCount() - 1);
        m_columns.clear();
        endRemoveColumns();
    }
    for (const auto &column : columns)
        addDataColumn(column);
}

bool RowEventModel::canAdd(const DataColumn &column) const
{
    return m_columns.size() < mostDataColumns && !m_columns.contains(column);
}

void RowEventModel::addDataColumn(const DataColumn &column)
{
    if (!canAdd(column))
        return;
    beginInsertColumns({}, columnCount(), columnCount());
    m_columns.append(column);
    endInsertColumns();
}

void RowEventModel::removeDataColumn(int section)
{
    if (section < ColumnCount || section >= columnCount())
        return;
    beginRemoveColumns({}, section, section);
    m_columns.removeAt(section - ColumnCount);
    endRemoveColumns();
}

QList<DataColumn> RowEventModel::columnsOf(RowId row) const
{
    if (m_store == nullptr)
        return {};
    const auto &shownRow = summary(row);
    const auto text = [](std::string_view utf8) {
        return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    };
    const auto &header = shownRow.entry().header;
    const auto schema = text(header.schema);
    const auto table = text(header.table);
    QList<DataColumn> columns;
    std::set<std::string_view> seen; // there can be thousands
    for (const auto *side : { &shownRow.image().after(), &shownRow.image().before() })
        for (const auto &column : *side)
            if (seen.insert(column.name).second)
                columns.append({ schema, table, text(column.name) });
    return columns;
}

QVariant RowEventModel::dataHeader(int section, int role) const
{
    if (section >= columnCount())
        return {};
    const auto &column = m_columns[section - ColumnCount];
    if (role == Qt::DisplayRole)
        return column.title();
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignLeft);
    return {};
}

} // namespace canal
