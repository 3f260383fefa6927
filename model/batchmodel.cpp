// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/batchmodel.h"

#include "model/rowsummary.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace canal {

QString sizeText(qint64 bytes)
{
    constexpr qint64 kilo = 1024;
    if (bytes < kilo)
        return u"%1 B"_s.arg(bytes);
    const auto number = static_cast<double>(bytes);
    if (bytes < kilo * kilo)
        return u"%1 KB"_s.arg(number / kilo, 0, 'f', bytes < 10 * kilo ? 1 : 0);
    return u"%1 MB"_s.arg(number / kilo / kilo, 0, 'f', 1);
}

BatchModel::BatchModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void BatchModel::setSource(const EventStore *store, const BatchLedger *ledger)
{
    if (m_ledger != nullptr)
        disconnect(m_ledger, nullptr, this, nullptr);
    beginResetModel();
    m_store = store;
    m_ledger = ledger;
    m_published = ledger != nullptr ? ledger->size() : 0;
    m_oldest = UINT32_MAX;
    endResetModel();
    if (m_ledger == nullptr)
        return;
    connect(m_ledger, &BatchLedger::batchAdded, this, &BatchModel::onBatchAdded);
    connect(m_ledger, &BatchLedger::statesChanged, this, &BatchModel::onStatesChanged);
    connect(m_ledger, &BatchLedger::cleared, this, &BatchModel::onCleared);
}

int BatchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_published);
}

int BatchModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

void BatchModel::onBatchAdded(quint32 index)
{
    beginInsertRows({}, static_cast<int>(index), static_cast<int>(index));
    m_published = index + 1;
    endInsertRows();
    if (m_oldest == UINT32_MAX)
        m_oldest = m_ledger->oldestUnacked().value_or(UINT32_MAX);
}

void BatchModel::onStatesChanged(quint32 first, quint32 last)
{
    m_oldest = m_ledger->oldestUnacked().value_or(UINT32_MAX);
    if (m_oldest != UINT32_MAX) // its "oldest" shows now
        last = std::max(last, m_oldest);
    emit dataChanged(index(static_cast<int>(first), 0),
                     index(static_cast<int>(last), ColumnCount - 1));
}

void BatchModel::onCleared()
{
    beginResetModel();
    m_published = 0;
    m_oldest = UINT32_MAX;
    endResetModel();
}

QVariant BatchModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool right = column == RowsColumn || column == SizeColumn;
        return QVariant::fromValue(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case BatchColumn:
        return tr("Batch");
    case StateColumn:
        return tr("State");
    case RowsColumn:
        return tr("Rows");
    case SizeColumn:
        return tr("Size");
    case ReceivedColumn:
        return tr("Received");
    case FirstColumn:
        return tr("First position");
    case LastColumn:
        return tr("Last position");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant BatchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto number = static_cast<quint32>(index.row());
    const auto &batch = m_ledger->at(number);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(number, static_cast<Column>(index.column()));
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, Qt::TextAlignmentRole);
    case StateRole:
        return static_cast<int>(batch.state);
    case IsOldestRole:
        return number == m_oldest;
    case RedeliveredRole:
        return isHeld(batch) && m_store->snapshot().isRedelivered(batch.firstRow);
    default:
        return {};
    }
}

QVariant BatchModel::textOf(quint32 number, Column column) const
{
    const auto &batch = m_ledger->at(number);
    switch (column) {
    case BatchColumn:
        return QString::number(raw(batch.id));
    case StateColumn:
        return number == m_oldest ? tr("un-acked · oldest, next to ack") : stateText(batch);
    case RowsColumn:
        return grouped(batch.events);
    case SizeColumn:
        return sizeText(batch.bytes);
    case ReceivedColumn:
        return QDateTime::fromMSecsSinceEpoch(batch.receivedAtMs).toString(u"HH:mm:ss"_s);
    case FirstColumn:
        return isHeld(batch) ? positionOf(batch.firstRow) : QString();
    case LastColumn:
        return isHeld(batch) ? positionOf(RowId { raw(batch.firstRow) + batch.rows - 1 })
                             : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QString BatchModel::stateText(const BatchEntry &batch)
{
    switch (batch.state) {
    case BatchState::Unacked:
        return batch.unreadable > 0 ? tr("un-acked · cannot be read") : tr("un-acked");
    case BatchState::AckSent:
        return tr("ack sent · confirmed by the next answer");
    case BatchState::Confirmed:
        return tr("acked");
    case BatchState::Failed:
        return tr("ack failed · %1").arg(batch.error);
    case BatchState::RolledBack:
        return tr("rolled back · will come again");
    case BatchState::Lost:
        return tr("connection lost · may come again");
    }
    return {};
}

bool BatchModel::isHeld(const BatchEntry &batch) const
{
    return batch.rows > 0 && m_store->snapshot().contains(batch.firstRow);
}

QString BatchModel::positionOf(RowId row) const
{
    RowSummary summary;
    summary.read(m_store->snapshot(), row);
    return summary.shortPosition();
}

} // namespace canal
