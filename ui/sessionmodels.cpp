// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/sessionmodels.h"

namespace canal {

SessionModels::SessionModels(QObject *parent)
    : QObject(parent)
{
    constexpr int countMs = 100;
    m_count.setSingleShot(true);
    m_count.setInterval(countMs);
    connect(&m_count, &QTimer::timeout, this, [this] {
        m_tables.refresh();
        emit countsChanged();
    });
    connect(&m_tables, &TableTreeModel::hiddenTablesChanged, this, &SessionModels::applyFilter);
    connect(&m_marks, &RowMarks::changed, this, &SessionModels::countsChanged);
    connect(&m_rows, &RowEventModel::filtered, this, &SessionModels::countsChanged);
}

void SessionModels::setSource(const EventStore *store, const BatchLedger *ledger)
{
    m_count.stop();
    m_store = store;
    m_ledger = ledger;
    m_timeline.setSource(store); // reads the store that goes from a thread of its own
    m_rows.setSource(store, ledger);
    m_marks.clear();
    m_batches.setSource(store, ledger);
    m_tables.setSource(store);
    emit countsChanged();
}

quint32 SessionModels::clear()
{
    m_rows.clear();
    m_marks.forgetBefore(RowId { m_rows.firstRow() });
    m_tables.skipTo(m_rows.firstRow());
    m_timeline.skipTo(m_rows.firstRow());
    emit countsChanged();
    return m_rows.firstRow();
}

qint64 SessionModels::unfilteredCount() const
{
    const auto marks = m_rows.filter().hidesTransactions
        ? 0
        : m_tables.countOf(Operation::Begin) + m_tables.countOf(Operation::Commit);
    return m_tables.rowCountUnfiltered() + marks;
}

bool SessionModels::isFiltered() const
{
    return !m_rows.filter().spec.isEmpty() || !m_rows.filter().hiddenTables.empty();
}

void SessionModels::rowsArrived()
{
    m_rows.scheduleFlush();
    m_transactions.noteArrived();
    m_timeline.scheduleFlush();
    if (m_store != nullptr && !m_count.isActive())
        m_count.start();
}

void SessionModels::setFilter(const FilterSpec &filter)
{
    m_filter = filter;
    applyFilter();
}

void SessionModels::applyFilter()
{
    auto filter = m_rows.filter();
    filter.hiddenTables = m_tables.hiddenTables();
    filter.hidesTransactions = !m_filter.showsTransactions();
    filter.spec = m_filter;
    m_rows.setFilter(filter);
}

// Not before all rows were looked at, nor when there is none.
std::optional<FilterRemark> SessionModels::filterRemark() const
{
    if (m_store == nullptr || m_rows.isFiltering() || unfilteredCount() == 0)
        return {};
    return remarkOn(m_rows.filter().spec, m_store->snapshot());
}

} // namespace canal
