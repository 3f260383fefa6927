// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/batchledger.h"
#include "model/datacolumn.h"
#include "model/filterjob.h"
#include "model/rowfilter.h"
#include "model/rowmarks.h"
#include "model/rowsummary.h"
#include "model/timeformat.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QTimer>

namespace canal {

// The window's table: one row per visible event, strings made when they are shown. Grows by one
// insert per flush, never per batch. GUI thread; no colours.
class RowEventModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        NumberColumn, // the delegate paints batch and transaction in front of it
        TimeColumn,
        OperationColumn,
        TableColumn,
        KeyColumn,
        ChangedColumn,
        RowsColumn,
        PositionColumn,
        ColumnCount, // from here on: dataColumns()
    };
    Q_ENUM(Column)
    enum Role {
        OperationRole = Qt::UserRole, // canal::Operation as int
        PartsRole, // ValueParts of the Changed column and of data columns
        DeltaRole, // "+1 s" since the visible row before, beside the time of day; empty without
        BatchStateRole, // canal::BatchState as int; invalid when no batch is known
        BatchStartsRole, // the row before belongs to another batch
        BracketRole, // canal::RowEventModel::Bracket as int
        RedeliveredRole,
        MarkRole, // canal::MarkSign as int; invalid when the row is not marked
    };
    enum class Bracket { None, Single, First, Middle, Last };

    explicit RowEventModel(QObject *parent = nullptr);
    explicit RowEventModel(const RowMarks &marks, QObject *parent = nullptr);
    ~RowEventModel() override;

    // Null: nothing to show. The store and ledger must outlive the model or the next call.
    void setSource(const EventStore *store, const BatchLedger *ledger);

    const EventStore *store() const { return m_store; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    // A row of another table shows nothing in them. They stay when the source changes.
    static constexpr int mostDataColumns = 32;
    const QList<DataColumn> &dataColumns() const { return m_columns; }
    void setDataColumns(const QList<DataColumn> &columns);
    bool canAdd(const DataColumn &column) const; // not yet there, and there is room
    void addDataColumn(const DataColumn &column);
    void removeDataColumn(int section);
    QList<DataColumn> columnsOf(RowId row) const; // of the row's images

    const TimeFormat &timeFormat() const { return m_timeFormat; }
    void setTimeFormat(const TimeFormat &format);
    // The row from which times are counted; none: there is none. Goes with its source, or when it
    // is cleared.
    std::optional<RowId> timeReference() const { return m_reference; }
    void setTimeReference(std::optional<RowId> row);
    quint32 timeReferenceNumber() const; // 0: it has none, or there is none

    RowId rowId(int row) const { return m_index.at(row); }
    // The visible row of `row`, or the nearest before it; -1 when there is none.
    int visibleRow(RowId row) const { return static_cast<int>(m_index.atOrBefore(row)); }
    bool shows(RowId row) const { return m_index.contains(row); }

    const RowFilter &filter() const { return m_filter; }
    bool isFiltering() const { return m_replacing || m_job.isRunning(); }
    qint64 hiddenRows() const { return static_cast<qint64>(m_hidden.size()); } // by hideRows()
    bool isFrozen() const { return m_frozenAt.has_value(); }
    quint32 firstRow() const { return m_firstRow; } // those before were cleared
    // All rows of the present filter, with those that left the view.
    const std::vector<RowId> &filteredRows() const { return m_index.withHidden(); }

    // A table view's header has room for so many rows of our height. Beyond it the oldest leave the
    // view; they stay in the store and in exports.
    static constexpr qint64 mostRowsShown = 90'000'000;
    void limitRowsShown(qint64 rows) { m_mostShown = rows; } // before there are any; for tests
    qint64 rowsThatLeft() const { return m_index.hidden(); }

public slots:
    void scheduleFlush(); // rows were committed
    void setFilter(const canal::RowFilter &filter);
    void setFrozen(bool frozen); // while frozen no row is added
    // Whatever the filter says, until showHiddenRows().
    void hideRows(const std::vector<canal::RowId> &rows); // ascending
    void showHiddenRows();
    void clear(); // forgets all rows so far; nothing reads them any more

signals:
    void filtered(qint64 visibleRows); // the number of visible rows or the filter changed
    void timesChanged(); // their format or reference

private:
    static constexpr int fastestFlushMs = 33;

    void flush();
    void appendRows(const std::vector<RowId> &rows);
    std::uint32_t rowsToShow() const;
    void extendCheaply();
    void extendByJob();
    void replaceRows(const std::vector<RowId> &rows);
    void makeRoomFor(qint64 rows);
    void startReplacing();
    std::vector<RowId> withoutHidden(std::vector<RowId> rows) const;
    RowFilter filterFor(std::uint32_t from) const; // with the states that it needs
    enum class Again { Some, Everything }; // Everything: a job has started
    Again lookAgain(std::uint32_t from, std::uint32_t to);
    Again lookAgainAtChanged();
    void showAgain(std::uint32_t from, std::uint32_t to, const std::vector<RowId> &rows);
    void insertRowsAt(qint64 at, std::span<const RowId> rows);
    void removeRowsAt(qint64 at, qint64 count);
    void onStatesChanged(quint32 first, quint32 last);
    void onMarksChanged(quint32 firstRow, quint32 lastRow);
    void noteChanged(std::uint32_t from, std::uint32_t to);
    void repaint(RowId first, RowId last, Role role);
    ValueParts partsOf(const QModelIndex &index) const;
    QVariant textOf(const QModelIndex &index) const;
    QVariant toolTipOf(const QModelIndex &index) const;
    QString numberTip(RowId row) const;
    QVariant dataHeader(int section, int role) const;
    bool countsFromReference() const;
    QString timeHeader() const;
    QString time(int row) const;
    QString sincePrevious(int row) const; // empty: there is none
    QString delta(int row) const;
    void repaintTimes();
    QVariant batchState(RowId row) const;
    QVariant mark(RowId row) const;
    bool batchStarts(int row) const;
    Bracket bracket(int row) const;
    const RowSummary &summary(RowId row) const;

    const EventStore *m_store = nullptr;
    const BatchLedger *m_ledger = nullptr;
    const RowMarks *m_marks = nullptr;
    RowFilter m_filter;
    QList<DataColumn> m_columns;
    TimeFormat m_timeFormat;
    std::optional<RowId> m_reference;
    qint64 m_referenceMs = 0;
    RowIndex m_index;
    FilterJob m_job;
    qint64 m_mostShown = mostRowsShown;
    std::vector<RowId> m_hidden; // ascending; of rows that were scanned
    std::uint32_t m_firstRow = 0;
    std::uint32_t m_scanned = 0; // rows that the index knows of
    std::vector<RowId> m_found; // by the job, not yet shown
    bool m_replacing = false; // the index still shows the filter before
    // Rows that may match now and did not, or the other way round: [first, second).
    std::optional<std::pair<std::uint32_t, std::uint32_t>> m_changed;
    std::optional<std::uint32_t> m_frozenAt; // no row from here on is shown
    QElapsedTimer m_replaceStarted;
    QTimer m_flush;
    mutable RowSummary m_summary; // of m_summaryRow
    mutable std::optional<RowId> m_summaryRow;
};

} // namespace canal
