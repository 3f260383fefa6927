// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/batchmodel.h"
#include "model/filterremark.h"
#include "model/roweventmodel.h"
#include "model/tabletreemodel.h"
#include "model/timelinemodel.h"
#include "model/transactionmodel.h"
#include "ui/sessionview.h"

namespace canal {

// The models of one window and the one filter that tree and box make together.
class SessionModels : public QObject
{
    Q_OBJECT

public:
    explicit SessionModels(QObject *parent = nullptr);

    RowEventModel &rows() { return m_rows; }
    BatchModel &batches() { return m_batches; }
    TableTreeModel &tables() { return m_tables; }
    RowMarks &marks() { return m_marks; }
    TimelineModel &timeline() { return m_timeline; }
    TransactionModel &transactions() { return m_transactions; }
    const RowEventModel &rows() const { return m_rows; }
    const RowMarks &marks() const { return m_marks; }
    const TimelineModel &timeline() const { return m_timeline; }

    const EventStore *store() const { return m_store; }
    const BatchLedger *ledger() const { return m_ledger; }

    void setSource(const EventStore *store, const BatchLedger *ledger); // null: let go
    quint32 clear(); // the first row that is still shown

    qint64 unfilteredCount() const; // with transactions' marks where they are asked for
    qint64 shownCount() const { return m_rows.rowCount(); }
    qint64 eventCount() const { return m_tables.eventCount(); }
    bool isFiltered() const; // something may be hidden that the user could unhide
    // What the user should know of the filter that is on.
    std::optional<FilterRemark> filterRemark() const;

public slots:
    void rowsArrived();
    void setFilter(const canal::FilterSpec &filter);

signals:
    void countsChanged();

private:
    void applyFilter();

    const EventStore *m_store = nullptr;
    const BatchLedger *m_ledger = nullptr;
    RowMarks m_marks;
    RowEventModel m_rows { m_marks };
    TransactionModel m_transactions { m_rows };
    BatchModel m_batches;
    TableTreeModel m_tables;
    TimelineModel m_timeline;
    FilterSpec m_filter;
    QTimer m_count;
};

} // namespace canal
