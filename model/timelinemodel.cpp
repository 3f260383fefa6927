// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/timelinemodel.h"

#include "model/filterterms.h"
#include "model/filtertext.h"
#include "model/rowsummary.h"
#include "model/rowtext.h"

using namespace Qt::StringLiterals;

namespace canal {

TimelineModel::TimelineModel(QObject *parent)
    : QAbstractTableModel(parent)
{
    constexpr int flushMs = 50;
    m_flush.setSingleShot(true);
    m_flush.setInterval(flushMs);
    connect(&m_flush, &QTimer::timeout, this, &TimelineModel::flush);
}

void TimelineModel::setSource(const EventStore *store)
{
    clear();
    m_store = store;
    m_firstRow = 0;
}

void TimelineModel::skipTo(quint32 firstRow)
{
    m_firstRow = firstRow;
    if (m_query.key)
        restart();
    else
        clear();
}

void TimelineModel::clear()
{
    m_query = {};
    m_hasNoKey = false;
    restart();
}

void TimelineModel::showRow(RowId row)
{
    if (m_store == nullptr || indexOf(row))
        return;
    const auto rows = m_store->snapshot();
    auto key = RowKey::of(rows, row);
    if (key && key == m_query.key)
        return;
    m_query = {};
    m_hasNoKey = !key;
    if (key) {
        if (const auto filter = parseFilter(rowTerm(rows, row)))
            m_query.candidates.spec = *filter;
        RowSummary summary;
        summary.read(rows, row);
        m_query.keyText = summary.key();
        m_query.key = std::move(key);
    }
    restart();
}

void TimelineModel::restart()
{
    m_scan.cancel();
    m_flush.stop();
    beginResetModel();
    m_versions.clear();
    m_columns.clear();
    m_repeated = 0;
    m_scanned = m_firstRow;
    m_rowsAtStart = m_store != nullptr ? m_store->committedRows() : 0;
    m_query.seen = std::make_shared<TimelineQuery::Seen>();
    endResetModel();
    if (m_query.key)
        flush();
    emit changed();
}

void TimelineModel::scheduleFlush()
{
    if (m_query.key && state() != State::Full && !m_flush.isActive())
        m_flush.start();
}

void TimelineModel::flush()
{
    const auto before = state();
    auto progress = m_scan.take();
    m_scanned = std::max(m_scanned, progress.scannedTo);
    const bool hasNews = !progress.found.versions.empty() || progress.found.repeated > 0;
    append(std::move(progress.found));
    if (state() == State::Full) {
        m_scan.cancel();
        return emit changed();
    }
    const auto rows = m_store->snapshot();
    if (progress.done && m_scanned < rows.size())
        search(rows);
    if (m_scanned < rows.size())
        scheduleFlush();
    if (hasNews || state() != before)
        emit changed();
}

void TimelineModel::search(const EventSnapshot &rows)
{
    const TimelineQuery query { *m_query.key, m_query.candidates, m_query.seen };
    m_scan.start(m_scanned, rows.size(),
                 [rows, query, from = m_scanned](const std::stop_token &started) {
                     return [scan = std::make_shared<TimelineScan>(rows, query, from, started)](
                                quint32 first, quint32 last, const std::stop_token &stop) {
                         return scan->look(first, last, stop);
                     };
                 });
}

void TimelineModel::append(FoundVersions &&found)
{
    m_columns.insert(m_columns.end(), found.columns.begin(), found.columns.end());
    m_repeated += found.repeated;
    const auto room = mostVersions - rowCount();
    const auto count = std::min(room, static_cast<int>(found.versions.size()));
    if (count == 0)
        return;
    beginInsertRows({}, rowCount(), rowCount() + count - 1);
    std::move(found.versions.begin(), found.versions.begin() + count,
              std::back_inserter(m_versions));
    endInsertRows();
}

TimelineModel::State TimelineModel::state() const
{
    if (!m_query.key)
        return m_hasNoKey ? State::NoKey : State::NoRow;
    if (rowCount() >= mostVersions)
        return State::Full;
    return m_scanned < m_rowsAtStart ? State::Searching : State::Complete;
}

QString TimelineModel::tableName() const
{
    return m_query.key ? shown(m_query.key->table.schema) + u'.' + shown(m_query.key->table.table)
                       : QString();
}

QString TimelineModel::keyText() const { return m_query.keyText; }

std::optional<int> TimelineModel::indexOf(RowId row) const
{
    const auto found = std::ranges::lower_bound(m_versions, row, {}, &RowVersion::row);
    if (found == m_versions.end() || found->row != row)
        return {};
    return static_cast<int>(found - m_versions.begin());
}

std::vector<RowId> TimelineModel::changesSince(int index) const
{
    std::vector<RowId> rows;
    for (int i = index; i < rowCount(); ++i)
        if (!version(i).isStatement)
            rows.push_back(version(i).row);
    return rows;
}

// ---- showing

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_versions.size());
}

int TimelineModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant TimelineModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical || role != Qt::DisplayRole)
        return {};
    switch (static_cast<Column>(section)) {
    case TimeColumn:
        return tr("Time");
    case ChangedColumn:
        return tr("Changed");
    case NumberColumn:
        return u"#"_s;
    case ColumnCount:
        break;
    }
    return {};
}

void TimelineModel::setZone(TimeFormat::Zone zone)
{
    if (zone == m_zone)
        return;
    m_zone = zone;
    if (rowCount() > 0)
        emit dataChanged(index(0, TimeColumn), index(rowCount() - 1, TimeColumn));
    emit changed();
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &shownVersion = version(index.row());
    switch (role) {
    case Qt::DisplayRole:
        break;
    case Qt::ToolTipRole:
        return index.column() == TimeColumn ? dateAndTime(shownVersion.timeMs, m_zone)
                                            : changedText(shownVersion);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            Qt::AlignVCenter | (index.column() == NumberColumn ? Qt::AlignRight : Qt::AlignLeft));
    case OperationRole:
        return static_cast<int>(operationOf(m_store->snapshot(), shownVersion.row));
    case RowRole:
        return raw(shownVersion.row);
    default:
        return {};
    }
    switch (static_cast<Column>(index.column())) {
    case TimeColumn:
        return timeOfDay(shownVersion.timeMs, m_zone);
    case ChangedColumn:
        return changedText(shownVersion);
    case NumberColumn:
        return shownVersion.number > 0 ? u'#' + grouped(shownVersion.number) : QString();
    case ColumnCount:
        break;
    }
    return {};
}

QString TimelineModel::changedText(const RowVersion &version) const
{
    if (version.isStatement) {
        EntryInfo entry;
        const auto rows = m_store->snapshot();
        rows.read(rows.entry(version.row), entry);
        return shown(entry.sql).simplified();
    }
    if (version.event == EventType::Delete)
        return tr("deleted");
    if (version.event != EventType::Update)
        return tr("%n columns", nullptr, static_cast<int>(version.columns));
    QStringList names;
    for (const auto &column : version.changed)
        names.append(shown(column));
    const auto text = shown(names.join(u", "_s).toStdString());
    switch (version.keyMove) {
    case RowVersion::KeyMove::None:
        return names.isEmpty() ? tr("nothing changed") : text;
    case RowVersion::KeyMove::Came:
        return tr("%1 (its key was %2 until now)").arg(text, shown(version.otherKey));
    case RowVersion::KeyMove::Went:
        break;
    }
    return tr("%1 (its key is %2 from now on)").arg(text, shown(version.otherKey));
}

} // namespace canal
