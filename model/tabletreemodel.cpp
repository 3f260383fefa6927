// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/tabletreemodel.h"

#include "model/rowfilter.h"
#include "model/rowsummary.h"

#include <algorithm>

namespace canal {

struct TableTreeModel::Table
{
    Schema *schema = nullptr;
    TableId id { 0 };
    std::string name; // empty: statements that concern the schema itself; not shown
    qint64 events = 0;
    bool ticked = true;
};

struct TableTreeModel::Schema
{
    std::string name;
    std::vector<std::unique_ptr<Table>> shown; // by name
    std::unique_ptr<Table> itself; // holds the events without a table

    qint64 events() const
    {
        qint64 sum = itself ? itself->events : 0;
        for (const auto &table : shown)
            sum += table->events;
        return sum;
    }
};

TableTreeModel::TableTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
{ }

TableTreeModel::~TableTreeModel() = default;

void TableTreeModel::setSource(const EventStore *store)
{
    beginResetModel();
    m_store = store;
    m_schemas.clear();
    m_tables.clear();
    m_counted = 0;
    m_events = 0;
    m_unfiltered = 0;
    m_operations.fill(0);
    m_tickNew = true;
    endResetModel();
    emit hiddenTablesChanged();
    refresh();
}

void TableTreeModel::skipTo(quint32 row)
{
    m_counted = row;
    m_events = 0;
    m_unfiltered = 0;
    m_operations.fill(0);
    for (auto *table : m_tables)
        if (table != nullptr)
            table->events = 0;
    tellAllChanged();
}

// ---- growing

void TableTreeModel::refresh()
{
    if (m_store == nullptr)
        return;
    const auto rows = m_store->snapshot();
    for (auto id = static_cast<std::uint32_t>(m_tables.size()); id < rows.tableCount(); ++id) {
        if (id == 0)
            m_tables.push_back(nullptr);
        else
            addTable(TableId { id }, rows.tableName(TableId { id }));
    }
    if (m_counted == rows.size())
        return;
    for (; m_counted < rows.size(); ++m_counted) {
        const RowId row { m_counted };
        const auto kind = rows.kind(row);
        if (isListed(kind))
            ++m_unfiltered;
        if (kind != RowKind::Annotation)
            ++m_operations[static_cast<std::size_t>(operationOf(rows, row))];
        if (!isEvent(kind))
            continue;
        ++m_events;
        if (const auto id = raw(rows.table(row)); id != 0)
            ++m_tables[id]->events;
    }
    tellAllChanged();
}

TableTreeModel::Schema &TableTreeModel::schemaNamed(const std::string &name)
{
    const auto at = std::ranges::lower_bound(m_schemas, name, {},
                                             [](const auto &schema) { return schema->name; });
    if (at != m_schemas.end() && (*at)->name == name)
        return **at;
    const auto row = static_cast<int>(at - m_schemas.begin());
    beginInsertRows({}, row, row);
    auto schema = std::make_unique<Schema>();
    schema->name = name;
    auto &made = **m_schemas.insert(at, std::move(schema));
    endInsertRows();
    return made;
}

void TableTreeModel::addTable(TableId id, const TableName &name)
{
    auto &schema = schemaNamed(name.schema);
    auto table = std::make_unique<Table>();
    table->schema = &schema;
    table->id = id;
    table->name = name.table;
    // A schema that was unticked as a whole stays so when a new table of it shows up.
    const bool schemaIsHidden = !schema.shown.empty() && checkState(schema) == Qt::Unchecked;
    table->ticked = m_tickNew && !schemaIsHidden;
    const bool hidden = !table->ticked;
    m_tables.push_back(table.get());
    if (name.table.empty()) {
        schema.itself = std::move(table);
    } else {
        const auto at = std::ranges::lower_bound(schema.shown, name.table, {},
                                                 [](const auto &other) { return other->name; });
        const auto row = static_cast<int>(at - schema.shown.begin());
        beginInsertRows(indexOf(schema), row, row);
        schema.shown.insert(at, std::move(table));
        endInsertRows();
    }
    if (hidden)
        emit hiddenTablesChanged();
}

void TableTreeModel::tellAllChanged()
{
    if (m_schemas.empty())
        return;
    emit dataChanged(index(0, 0), index(static_cast<int>(m_schemas.size()) - 1, CountColumn));
    for (const auto &schema : m_schemas)
        if (!schema->shown.empty())
            emit dataChanged(indexOf(*schema->shown.front()),
                             indexOf(*schema->shown.back(), CountColumn));
}

// ---- ticks

Qt::CheckState TableTreeModel::checkState(const Schema &schema) const
{
    const auto isTicked = [](const auto &table) { return table->ticked; };
    const bool itself = !schema.itself || schema.itself->ticked;
    const bool all = itself && std::ranges::all_of(schema.shown, isTicked);
    const bool any = (schema.itself && itself) || std::ranges::any_of(schema.shown, isTicked);
    return all ? Qt::Checked : any ? Qt::PartiallyChecked : Qt::Unchecked;
}

void TableTreeModel::setTicked(Schema &schema, bool ticked)
{
    if (schema.itself)
        schema.itself->ticked = ticked;
    for (const auto &table : schema.shown)
        table->ticked = ticked;
}

bool TableTreeModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !index.isValid() || index.column() != NameColumn)
        return false;
    const bool ticked = value.toInt() == Qt::Checked;
    if (auto *schema = schemaAt(index))
        setTicked(*schema, ticked);
    else
        tableAt(index)->ticked = ticked;
    tellAllChanged();
    emit hiddenTablesChanged();
    return true;
}

void TableTreeModel::setAllTicked(bool ticked)
{
    for (const auto &schema : m_schemas)
        setTicked(*schema, ticked);
    m_tickNew = ticked;
    tellAllChanged();
    emit hiddenTablesChanged();
}

void TableTreeModel::tickOnly(TableId table)
{
    for (const auto &schema : m_schemas)
        setTicked(*schema, false);
    if (raw(table) < m_tables.size() && m_tables[raw(table)] != nullptr)
        m_tables[raw(table)]->ticked = true;
    m_tickNew = false;
    tellAllChanged();
    emit hiddenTablesChanged();
}

std::optional<TableId> TableTreeModel::tableIdAt(const QModelIndex &index) const
{
    const auto *table = tableAt(index);
    return table != nullptr ? std::optional(table->id) : std::nullopt;
}

std::vector<TableId> TableTreeModel::hiddenTables() const
{
    std::vector<TableId> hidden;
    for (const auto *table : m_tables)
        if (table != nullptr && !table->ticked)
            hidden.push_back(table->id);
    return hidden;
}

// ---- showing

TableTreeModel::Schema *TableTreeModel::schemaAt(const QModelIndex &index) const
{
    return index.isValid() && index.internalPointer() == nullptr
        ? m_schemas[static_cast<std::size_t>(index.row())].get()
        : nullptr;
}

// A table's index carries its schema.
TableTreeModel::Table *TableTreeModel::tableAt(const QModelIndex &index) const
{
    auto *schema = static_cast<Schema *>(index.internalPointer());
    return schema != nullptr ? schema->shown[static_cast<std::size_t>(index.row())].get() : nullptr;
}

QModelIndex TableTreeModel::indexOf(const Schema &schema, int column) const
{
    const auto at = std::ranges::find(m_schemas, &schema, &std::unique_ptr<Schema>::get);
    return createIndex(static_cast<int>(at - m_schemas.begin()), column, nullptr);
}

QModelIndex TableTreeModel::indexOf(const Table &table, int column) const
{
    const auto &shown = table.schema->shown;
    const auto at = std::ranges::find(shown, &table, &std::unique_ptr<Table>::get);
    return createIndex(static_cast<int>(at - shown.begin()), column, table.schema);
}

QModelIndex TableTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || row >= rowCount(parent) || column < 0 || column >= ColumnCount)
        return {};
    return createIndex(row, column, parent.isValid() ? schemaAt(parent) : nullptr);
}

QModelIndex TableTreeModel::parent(const QModelIndex &child) const
{
    const auto *schema = static_cast<Schema *>(child.internalPointer());
    return child.isValid() && schema != nullptr ? indexOf(*schema) : QModelIndex();
}

int TableTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_schemas.size());
    const auto *schema = parent.column() == NameColumn ? schemaAt(parent) : nullptr;
    return schema != nullptr ? static_cast<int>(schema->shown.size()) : 0;
}

int TableTreeModel::columnCount(const QModelIndex &) const { return ColumnCount; }

Qt::ItemFlags TableTreeModel::flags(const QModelIndex &index) const
{
    auto flags = QAbstractItemModel::flags(index);
    if (index.isValid() && index.column() == NameColumn)
        flags |= Qt::ItemIsUserCheckable;
    return flags;
}

QVariant TableTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Table") : tr("Events");
}

QVariant TableTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto *schema = schemaAt(index);
    const auto *table = tableAt(index);
    if (role == Qt::TextAlignmentRole && index.column() == CountColumn)
        return QVariant::fromValue(Qt::AlignVCenter | Qt::AlignRight);
    if (role == Qt::CheckStateRole && index.column() == NameColumn)
        return schema != nullptr ? checkState(*schema)
            : table->ticked      ? Qt::Checked
                                 : Qt::Unchecked;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (index.column() == CountColumn)
        return grouped(schema != nullptr ? schema->events() : table->events);
    if (table != nullptr)
        return shown(table->name);
    return schema->name.empty() ? tr("(no schema)") : shown(schema->name);
}

} // namespace canal
