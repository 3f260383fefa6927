// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/roweventmodel.h"

using namespace Qt::StringLiterals;

// What the Time column shows.
namespace canal {

void RowEventModel::setTimeFormat(const TimeFormat &format)
{
    m_timeFormat = format;
    repaintTimes();
}

void RowEventModel::setTimeReference(std::optional<RowId> row)
{
    m_reference = m_store != nullptr ? row : std::nullopt;
    if (m_reference)
        m_referenceMs = summary(*m_reference).entry().header.executeTimeMs;
    repaintTimes();
}

quint32 RowEventModel::timeReferenceNumber() const
{
    return m_reference ? m_store->snapshot().number(*m_reference) : 0;
}

void RowEventModel::repaintTimes()
{
    emit headerDataChanged(Qt::Horizontal, TimeColumn, TimeColumn);
    if (const int rows = rowCount(); rows > 0)
        emit dataChanged(index(0, TimeColumn), index(rows - 1, TimeColumn));
    emit timesChanged();
}

bool RowEventModel::countsFromReference() const
{
    return m_timeFormat.show == TimeFormat::Show::SinceReference && m_reference;
}

QString RowEventModel::timeHeader() const
{
    if (countsFromReference())
        return tr("Since the reference");
    if (m_timeFormat.show == TimeFormat::Show::SincePrevious)
        return tr("Since the row before");
    return m_timeFormat.zone == TimeFormat::Zone::Utc ? tr("Time, UTC (Δ)") : tr("Time (Δ)");
}

QString RowEventModel::time(int row) const
{
    const auto id = m_index.at(row);
    const auto ms = summary(id).entry().header.executeTimeMs;
    if (countsFromReference())
        return id == *m_reference ? tr("reference") : secondsBetween(m_referenceMs, ms);
    if (m_timeFormat.show == TimeFormat::Show::SincePrevious)
        return sincePrevious(row);
    return timeOfDay(ms, m_timeFormat.zone);
}

QString RowEventModel::sincePrevious(int row) const
{
    if (row == 0)
        return {};
    EntryInfo before;
    const auto rows = m_store->snapshot();
    rows.read(rows.entry(m_index.at(row - 1)), before);
    return secondsBetween(before.header.executeTimeMs,
                          summary(m_index.at(row)).entry().header.executeTimeMs);
}

QString RowEventModel::delta(int row) const
{
    if (countsFromReference() || m_timeFormat.show == TimeFormat::Show::SincePrevious)
        return {};
    const auto since = sincePrevious(row);
    return since == u"0 s"_s ? QString() : since;
}

} // namespace canal
