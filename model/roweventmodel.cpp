// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/roweventmodel.h"

#include "model/rowtext.h"

using namespace Qt::StringLiterals;

namespace canal {

RowEventModel::RowEventModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    m_flush.setSingleShot(true);
    m_flush.setInterval(fastestFlushMs);
    connect(&m_flush, &QTimer::timeout, this, &RowEventModel::flush);
}

RowEventModel::RowEventModel(const RowMarks &marks, QObject *parent)
    : RowEventModel(parent)
{
    m_marks = &marks;
    connect(&marks, &RowMarks::changed, this, &RowEventModel::onMarksChanged);
}

RowEventModel::~RowEventModel() = default;

void RowEventModel::setSource(const EventStore *store, const BatchLedger *ledger)
{
    m_job.cancel();
    m_found.clear();
    m_frozenAt.reset();
    m_flush.stop();
    if (m_ledger != nullptr)
        disconnect(m_ledger, nullptr, this, nullptr);
    beginResetModel();
    m_store = store;
    m_ledger = ledger;
    m_index.clear();
    m_hidden.clear();
    m_firstRow = 0;
    m_scanned = 0;
    m_replacing = false;
    m_changed.reset();
    m_summaryRow.reset();
    m_reference.reset();
    endResetModel();
    emit timesChanged();
    if (m_ledger != nullptr)
        connect(m_ledger, &BatchLedger::statesChanged, this, &RowEventModel::onStatesChanged);
    emit filtered(0);
    if (m_store != nullptr && !m_filter.isCheap())
        m_job.start(m_store->snapshot(), filterFor(0), 0, rowsToShow());
    scheduleFlush();
}

int RowEventModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_index.size());
}

int RowEventModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + static_cast<int>(m_columns.size());
}

// ---- showing

const RowSummary &RowEventModel::summary(RowId row) const
{
    if (m_summaryRow != row) {
        m_summary.read(m_store->snapshot(), row);
        m_summaryRow = row;
    }
    return m_summary;
}

QVariant RowEventModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return {};
    if (section >= ColumnCount)
        return dataHeader(section, role);
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole) {
        const bool right
            = column == NumberColumn || column == RowsColumn || column == PositionColumn;
        return QVariant::fromValue(Qt::AlignVCenter | (right ? Qt::AlignRight : Qt::AlignLeft));
    }
    if (role != Qt::DisplayRole)
        return {};
    switch (column) {
    case NumberColumn:
        return u"#"_s;
    case TimeColumn:
        return timeHeader();
    case OperationColumn:
        return tr("Op");
    case TableColumn:
        return tr("Table");
    case KeyColumn:
        return tr("PK");
    case ChangedColumn:
        return tr("Changed");
    case RowsColumn:
        return tr("Row");
    case PositionColumn:
        return tr("Position");
    case ColumnCount:
        break;
    }
    return {};
}

QVariant RowEventModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto row = m_index.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(index);
    case Qt::ToolTipRole:
        return toolTipOf(index);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, Qt::TextAlignmentRole);
    case OperationRole:
        return static_cast<int>(operationOf(m_store->snapshot(), row));
    case PartsRole:
        return QVariant::fromValue(partsOf(index));
    case DeltaRole:
        return delta(index.row());
    case BatchStateRole:
        return batchState(row);
    case BatchStartsRole:
        return batchStarts(index.row());
    case BracketRole:
        return static_cast<int>(bracket(index.row()));
    case RedeliveredRole:
        return m_store->snapshot().isRedelivered(row);
    case MarkRole:
        return mark(row);
    default:
        return {};
    }
}

ValueParts RowEventModel::partsOf(const QModelIndex &index) const
{
    const auto &shownRow = summary(m_index.at(index.row()));
    return index.column() < ColumnCount ? shownRow.changed()
                                        : shownRow.value(m_columns[index.column() - ColumnCount]);
}

QVariant RowEventModel::textOf(const QModelIndex &index) const
{
    if (index.column() >= ColumnCount)
        return plainText(partsOf(index));
    const auto row = m_index.at(index.row());
    const auto rows = m_store->snapshot();
    switch (static_cast<Column>(index.column())) {
    case NumberColumn:
        if (const auto number = rows.number(row); number > 0)
            return QString::number(number);
        return {};
    case TimeColumn:
        return time(index.row());
    case OperationColumn: {
        const auto word = operationWord(operationOf(rows, row));
        return QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size()));
    }
    case TableColumn:
        return summary(row).tableName();
    case KeyColumn:
        return summary(row).key();
    case ChangedColumn:
        return plainText(summary(row).changed());
    case RowsColumn:
        if (const auto count = rows.rowsOfEntry(row); count > 1)
            return u"%1/%2"_s.arg(rows.rowInEntry(row) + 1).arg(count);
        return {};
    case PositionColumn:
        return summary(row).shortPosition();
    case ColumnCount:
        break;
    }
    return {};
}

QVariant RowEventModel::toolTipOf(const QModelIndex &index) const
{
    if (index.column() >= ColumnCount)
        return textOf(index);
    const auto row = m_index.at(index.row());
    const auto &shownRow = summary(row);
    switch (static_cast<Column>(index.column())) {
    case NumberColumn:
        return numberTip(row);
    case TimeColumn:
        return tr("%1 (whole seconds: the binlog knows no finer)")
            .arg(dateAndTime(shownRow.entry().header.executeTimeMs, m_timeFormat.zone));
    case PositionColumn:
        return shownRow.position();
    case ChangedColumn: {
        const auto statement = shownRow.statement(m_store->snapshot());
        return statement.isEmpty() ? textOf(index) : QVariant(statement);
    }
    case OperationColumn:
    case TableColumn:
    case KeyColumn:
    case RowsColumn:
    case ColumnCount:
        break;
    }
    return textOf(index);
}

QString RowEventModel::numberTip(RowId row) const
{
    const auto &entry = summary(row).entry();
    QStringList lines { tr("Batch %1").arg(raw(entry.batch)) };
    if (entry.redelivered)
        lines.append(tr("Delivered before: same log file, offset and row"));
    if (const auto note = m_marks != nullptr ? m_marks->note(row) : QString(); !note.isEmpty())
        lines.append(tr("Note: %1").arg(note));
    return lines.join(u'\n');
}

QVariant RowEventModel::batchState(RowId row) const
{
    const auto batch = m_ledger != nullptr ? m_ledger->batchOfRow(row) : std::nullopt;
    return batch ? QVariant(static_cast<int>(m_ledger->at(*batch).state)) : QVariant();
}

QVariant RowEventModel::mark(RowId row) const
{
    if (m_marks == nullptr || m_marks->isEmpty())
        return {};
    const auto sign = m_marks->sign(row);
    return sign ? QVariant(static_cast<int>(*sign)) : QVariant();
}

bool RowEventModel::batchStarts(int row) const
{
    return row > 0 && m_ledger != nullptr
        && m_ledger->batchOfRow(m_index.at(row)) != m_ledger->batchOfRow(m_index.at(row - 1));
}

RowEventModel::Bracket RowEventModel::bracket(int row) const
{
    const auto rows = m_store->snapshot();
    const auto transaction = rows.transaction(m_index.at(row));
    if (transaction == 0)
        return Bracket::None;
    const auto same = [&](int other) {
        return other >= 0 && other < m_index.size()
            && rows.transaction(m_index.at(other)) == transaction;
    };
    const bool before = same(row - 1);
    const bool after = same(row + 1);
    if (before && after)
        return Bracket::Middle;
    if (before)
        return Bracket::Last;
    return after ? Bracket::First : Bracket::Single;
}

} // namespace canal
