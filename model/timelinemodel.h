// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/chunkscan.h"
#include "model/timeformat.h"
#include "model/timelinescan.h"

#include <QAbstractTableModel>
#include <QTimer>

namespace canal {

// The versions of one row among the captured ones, oldest first, with the statements in between
// that may have concerned it. Found off the GUI thread, extended for new rows. GUI thread; no
// colours.
class TimelineModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { TimeColumn, ChangedColumn, NumberColumn, ColumnCount };
    enum Role {
        OperationRole = Qt::UserRole, // canal::Operation as int
        RowRole, // of the store, as quint32
    };
    enum class State {
        NoRow, // nothing was asked for
        NoKey, // the row has no primary key that could be followed
        Searching, // not all rows that there were at the beginning were looked at
        Complete,
        Full, // mostVersions were found; there may be later ones
    };
    Q_ENUM(State)
    static constexpr int mostVersions = 10'000;

    explicit TimelineModel(QObject *parent = nullptr);

    // Null: let go. The store must outlive the model or the next call.
    void setSource(const EventStore *store);
    void skipTo(quint32 firstRow); // rows before it are gone; nothing reads them any more

    void showRow(RowId row); // its key's versions, unless they are shown already
    void clear();
    void setZone(TimeFormat::Zone zone); // of its times

    State state() const;
    const std::optional<RowKey> &key() const { return m_query.key; }
    QString tableName() const; // "shop.orders"
    QString keyText() const; // "42", "1, x"
    const RowVersion &version(int index) const
    {
        return m_versions[static_cast<std::size_t>(index)];
    }
    const std::vector<std::string> &columns() const { return m_columns; } // of all versions
    int repeated() const { return static_cast<int>(m_repeated); }
    std::optional<int> indexOf(RowId row) const;
    // Rows of this version and all later ones; statements are not among them.
    std::vector<RowId> changesSince(int index) const;
    const EventStore *store() const { return m_store; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

public slots:
    void scheduleFlush(); // rows were committed

signals:
    void changed(); // state, versions or columns

private:
    struct Query
    {
        std::optional<RowKey> key;
        QString keyText;
        RowFilter candidates;
        std::shared_ptr<TimelineQuery::Seen> seen;
    };

    void restart();
    void flush();
    void search(const EventSnapshot &rows);
    void append(FoundVersions &&found);
    QString changedText(const RowVersion &version) const;

    const EventStore *m_store = nullptr;
    quint32 m_firstRow = 0;
    quint32 m_scanned = 0;
    quint32 m_rowsAtStart = 0;
    bool m_hasNoKey = false;
    TimeFormat::Zone m_zone = TimeFormat::Zone::Local;
    Query m_query;
    ChunkScan<FoundVersions> m_scan;
    std::vector<RowVersion> m_versions;
    std::vector<std::string> m_columns;
    quint32 m_repeated = 0;
    QTimer m_flush;
};

} // namespace canal
