// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowtext.h"

#include <QAbstractItemModel>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace canal {

// Schemas and their tables with the number of events seen, ticked or not: unticking hides rows,
// here only, never on the server. GUI thread; no colours.
class TableTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, CountColumn, ColumnCount };

    explicit TableTreeModel(QObject *parent = nullptr);
    ~TableTreeModel() override;

    // Null: nothing to show. Ticks are forgotten.
    void setSource(const EventStore *store);
    void skipTo(quint32 row); // rows before were cleared: counts start anew

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    std::optional<TableId> tableIdAt(const QModelIndex &index) const; // none for a schema
    std::vector<TableId> hiddenTables() const; // ascending
    qint64 eventCount() const { return m_events; } // lines of the CSV
    qint64 rowCountUnfiltered() const { return m_unfiltered; } // of the window's table
    // Rows that the table shows of it without a filter, and BEGIN and COMMIT.
    qint64 countOf(Operation operation) const
    {
        return m_operations[static_cast<std::size_t>(operation)];
    }

public slots:
    void refresh(); // counts the rows that were committed since
    void setAllTicked(bool ticked);
    void tickOnly(canal::TableId table); // a table that comes later is not ticked then

signals:
    void hiddenTablesChanged();

private:
    struct Table;
    struct Schema;

    Schema *schemaAt(const QModelIndex &index) const; // null: not a schema
    Table *tableAt(const QModelIndex &index) const;
    QModelIndex indexOf(const Schema &schema, int column = NameColumn) const;
    QModelIndex indexOf(const Table &table, int column = NameColumn) const;
    void addTable(TableId id, const TableName &name);
    Schema &schemaNamed(const std::string &name);
    Qt::CheckState checkState(const Schema &schema) const;
    void setTicked(Schema &schema, bool ticked);
    void tellAllChanged();

    const EventStore *m_store = nullptr;
    std::vector<std::unique_ptr<Schema>> m_schemas; // by name
    std::vector<Table *> m_tables; // by TableId; null for TableId{0}
    quint32 m_counted = 0; // rows of the store
    qint64 m_events = 0;
    qint64 m_unfiltered = 0;
    std::array<qint64, static_cast<std::size_t>(Operation::Unreadable) + 1> m_operations {};
    bool m_tickNew = true;
};

} // namespace canal
