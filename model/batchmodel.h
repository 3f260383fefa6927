// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/batchledger.h"
#include "model/eventstore.h"

#include <QAbstractTableModel>

namespace canal {

// The ledger as a table, oldest batch first. GUI thread; no colours.
class BatchModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        BatchColumn,
        StateColumn,
        RowsColumn,
        SizeColumn,
        ReceivedColumn,
        FirstColumn, // position of its first entry
        LastColumn,
        ColumnCount,
    };
    enum Role {
        StateRole = Qt::UserRole, // canal::BatchState as int
        IsOldestRole, // the next that can be acked
        RedeliveredRole, // its first row had been delivered before
    };

    explicit BatchModel(QObject *parent = nullptr);

    // Null: nothing to show.
    void setSource(const EventStore *store, const BatchLedger *ledger);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    static QString stateText(const BatchEntry &batch);

private:
    void onBatchAdded(quint32 index);
    void onStatesChanged(quint32 first, quint32 last);
    void onCleared();
    QVariant textOf(quint32 number, Column column) const;
    QString positionOf(RowId row) const;
    bool isHeld(const BatchEntry &batch) const; // its rows are still in the store

    const EventStore *m_store = nullptr;
    const BatchLedger *m_ledger = nullptr;
    quint32 m_published = 0; // batches the views know of
    quint32 m_oldest = UINT32_MAX;
};

// 1536 -> "1.5 KB".
QString sizeText(qint64 bytes);

} // namespace canal
