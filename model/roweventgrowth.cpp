// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/roweventmodel.h"

#include <algorithm>

// How the model gets its rows: by flushes, by a filter, and by looking again at what has changed.
namespace canal {

static constexpr int slowestFlushMs = 250;
// Results of a new filter replace the old rows at the latest after this time.
static constexpr int replaceMs = 100;
static constexpr std::uint32_t rowsPerFlush = 500'000;
// So many rows are looked at again at once; more are by the job.
static constexpr std::uint32_t rowsAtOnce = 4096;

// ---- growing

void RowEventModel::scheduleFlush()
{
    if (m_store != nullptr && !m_flush.isActive())
        m_flush.start();
}

// A filter that asks for the state of batches waits for the ledger to know of them.
std::uint32_t RowEventModel::rowsToShow() const
{
    auto rows = std::min(m_store->committedRows(), m_frozenAt.value_or(UINT32_MAX));
    if (m_filter.spec.needsBatchStates() && m_ledger != nullptr) {
        const auto batches = m_ledger->size();
        rows = batches == 0
            ? 0
            : std::min(rows,
                       raw(m_ledger->at(batches - 1).firstRow) + m_ledger->at(batches - 1).rows);
    }
    return rows;
}

RowFilter RowEventModel::filterFor(std::uint32_t from) const
{
    auto filter = m_filter;
    if (m_marks != nullptr && m_filter.spec.needsMarks())
        filter.marked = m_marks->rows();
    if (!m_filter.spec.needsBatchStates() || m_ledger == nullptr)
        return filter;
    auto states = std::make_shared<BatchStates>();
    for (auto i = m_ledger->batchOfRow(RowId { from }).value_or(0); i < m_ledger->size(); ++i) {
        const auto &batch = m_ledger->at(i);
        states->add(batch.firstRow, batch.rows, batch.state);
    }
    filter.states = std::move(states);
    return filter;
}

void RowEventModel::setFrozen(bool frozen)
{
    if (frozen == isFrozen())
        return;
    m_frozenAt.reset();
    if (frozen)
        m_frozenAt = m_store != nullptr ? m_store->committedRows() : 0;
    scheduleFlush();
}

void RowEventModel::clear()
{
    m_job.cancel();
    m_found.clear();
    m_replacing = false;
    m_changed.reset();
    m_hidden.clear();
    m_firstRow = m_store != nullptr ? m_store->committedRows() : 0;
    m_scanned = m_firstRow;
    if (isFrozen())
        m_frozenAt = m_firstRow;
    setTimeReference({});
    replaceRows({});
}

void RowEventModel::setFilter(const RowFilter &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    startReplacing();
}

void RowEventModel::startReplacing()
{
    m_job.cancel();
    m_found.clear();
    m_changed.reset();
    m_scanned = m_firstRow;
    m_replacing = !m_filter.isCheap();
    if (m_store == nullptr)
        return;
    const auto to = rowsToShow();
    if (m_replacing) {
        m_replaceStarted.start();
        m_job.start(m_store->snapshot(), filterFor(m_scanned), m_scanned, to);
        scheduleFlush();
    } else {
        replaceRows(
            withoutHidden(matchingRows(m_store->snapshot(), filterFor(m_scanned), m_scanned, to)));
        m_scanned = to;
    }
}

void RowEventModel::replaceRows(const std::vector<RowId> &rows)
{
    beginResetModel();
    m_index.clear();
    m_index.append(rows);
    m_index.hideFirst(std::max<qint64>(0, m_index.size() - m_mostShown));
    m_summaryRow.reset();
    endResetModel();
    emit filtered(m_index.size());
}

void RowEventModel::appendRows(const std::vector<RowId> &rows)
{
    if (rows.empty())
        return;
    const auto count = static_cast<qint64>(rows.size());
    if (count >= m_mostShown) {
        auto all = filteredRows();
        all.insert(all.end(), rows.begin(), rows.end());
        return replaceRows(all);
    }
    makeRoomFor(count);
    insertRowsAt(m_index.size(), rows);
    emit filtered(m_index.size());
}

// More than has to go, so that a view need not renumber its rows at every flush.
void RowEventModel::makeRoomFor(qint64 rows)
{
    const auto tooMany = m_index.size() + rows - m_mostShown;
    if (tooMany <= 0)
        return;
    const auto leaving = std::min<qint64>(m_index.size(), tooMany + m_mostShown / 100);
    beginRemoveRows({}, 0, static_cast<int>(leaving) - 1);
    m_index.hideFirst(leaving);
    endRemoveRows();
}

void RowEventModel::flush()
{
    if (m_store == nullptr)
        return;
    QElapsedTimer took;
    took.start();
    if (m_filter.isCheap())
        extendCheaply();
    else
        extendByJob();
    // A flush that takes long comes less often, so that the window stays responsive.
    m_flush.setInterval(
        std::clamp(static_cast<int>(took.elapsed()) * 4, fastestFlushMs, slowestFlushMs));
    if (m_scanned < rowsToShow() || isFiltering() || m_changed)
        scheduleFlush();
}

void RowEventModel::extendCheaply()
{
    lookAgainAtChanged();
    const auto to = std::min(rowsToShow(), m_scanned + rowsPerFlush);
    if (to <= m_scanned)
        return;
    appendRows(matchingRows(m_store->snapshot(), filterFor(m_scanned), m_scanned, to));
    m_scanned = to;
}

void RowEventModel::extendByJob()
{
    const auto progress = m_job.take();
    m_found.insert(m_found.end(), progress.found.begin(), progress.found.end());
    if (!m_replacing) {
        appendRows(withoutHidden(std::move(m_found)));
    } else if (progress.done || m_replaceStarted.elapsed() >= replaceMs) {
        m_replacing = false;
        replaceRows(withoutHidden(std::move(m_found)));
    }
    if (!m_replacing) {
        m_found.clear();
        m_scanned = std::max(m_scanned, progress.scannedTo);
    }
    if (!progress.done || lookAgainAtChanged() == Again::Everything)
        return;
    const auto to = rowsToShow();
    if (m_scanned >= to)
        return;
    const auto rows = m_store->snapshot();
    if (m_filter.spec.needsTransactions()) {
        const auto first = firstRowOfEndedTransaction(rows, m_scanned, to);
        if (lookAgain(std::max(first, m_firstRow), m_scanned) == Again::Everything)
            return;
    }
    m_job.start(rows, filterFor(m_scanned), m_scanned, to);
}

// ---- hiding

std::vector<RowId> RowEventModel::withoutHidden(std::vector<RowId> rows) const
{
    if (m_hidden.empty())
        return rows;
    std::vector<RowId> left;
    left.reserve(rows.size());
    std::ranges::set_difference(rows, m_hidden, std::back_inserter(left));
    return left;
}

void RowEventModel::hideRows(const std::vector<RowId> &rows)
{
    std::vector<RowId> all;
    std::ranges::set_union(m_hidden, rows, std::back_inserter(all));
    m_hidden = std::move(all);
    std::vector<std::pair<qint64, qint64>> runs; // place and number of rows
    for (const auto row : rows) {
        if (!m_index.contains(row))
            continue;
        const auto at = m_index.atOrBefore(row);
        if (!runs.empty() && runs.back().first + runs.back().second == at)
            ++runs.back().second;
        else
            runs.emplace_back(at, 1);
    }
    constexpr std::size_t mostRuns = 64; // each renumbers the rows behind it
    if (runs.size() > mostRuns)
        return replaceRows(withoutHidden(filteredRows()));
    std::ranges::reverse(runs);
    for (const auto &[at, count] : runs)
        removeRowsAt(at, count);
    emit filtered(m_index.size());
}

void RowEventModel::showHiddenRows()
{
    const auto rows = std::exchange(m_hidden, {});
    if (rows.empty() || m_store == nullptr)
        return;
    if (isFiltering())
        startReplacing();
    else
        lookAgain(raw(rows.front()), raw(rows.back()) + 1);
}

// ---- looking again

RowEventModel::Again RowEventModel::lookAgainAtChanged()
{
    if (!m_changed)
        return Again::Some;
    const auto [from, to] = *std::exchange(m_changed, std::nullopt);
    return lookAgain(std::max(from, m_firstRow), std::min(to, m_scanned));
}

RowEventModel::Again RowEventModel::lookAgain(std::uint32_t from, std::uint32_t to)
{
    if (from >= to)
        return Again::Some;
    const bool dear
        = !m_filter.isCheap() && (to - from > rowsAtOnce || !m_filter.spec.regexes().empty());
    if (dear) {
        startReplacing();
        return Again::Everything;
    }
    showAgain(from, to,
              withoutHidden(matchingRows(m_store->snapshot(), filterFor(from), from, to)));
    return Again::Some;
}

// The rows [from, to) are now these; those that stay are not touched, and with them the selection.
void RowEventModel::showAgain(std::uint32_t from, std::uint32_t to, const std::vector<RowId> &rows)
{
    auto at = m_index.atOrBefore(RowId { from });
    if (at < 0 || m_index.at(at) < RowId { from })
        ++at;
    const auto isOld = [&](qint64 i) { return i < m_index.size() && m_index.at(i) < RowId { to }; };
    auto wanted = rows.begin();
    while (isOld(at) || wanted != rows.end()) {
        auto last = at; // rows that go
        while (isOld(last) && (wanted == rows.end() || m_index.at(last) < *wanted))
            ++last;
        removeRowsAt(at, last - at);
        auto until = wanted; // rows that come
        while (until != rows.end() && (!isOld(at) || *until < m_index.at(at)))
            ++until;
        insertRowsAt(at, { wanted, until });
        at += until - wanted;
        wanted = until;
        for (; isOld(at) && wanted != rows.end() && m_index.at(at) == *wanted; ++at)
            ++wanted;
    }
    emit filtered(m_index.size());
}

void RowEventModel::removeRowsAt(qint64 at, qint64 count)
{
    if (count == 0)
        return;
    beginRemoveRows({}, static_cast<int>(at), static_cast<int>(at + count) - 1);
    m_index.remove(at, count);
    endRemoveRows();
}

void RowEventModel::insertRowsAt(qint64 at, std::span<const RowId> rows)
{
    if (rows.empty())
        return;
    const auto last = at + static_cast<qint64>(rows.size()) - 1;
    beginInsertRows({}, static_cast<int>(at), static_cast<int>(last));
    m_index.insert(at, rows);
    endInsertRows();
}

void RowEventModel::onStatesChanged(quint32 first, quint32 last)
{
    const auto &from = m_ledger->at(first);
    const auto &to = m_ledger->at(last);
    if (m_filter.spec.needsBatchStates())
        noteChanged(raw(from.firstRow), raw(to.firstRow) + to.rows);
    repaint(from.firstRow, RowId { raw(to.firstRow) + to.rows - (to.rows > 0 ? 1 : 0) },
            BatchStateRole);
}

void RowEventModel::onMarksChanged(quint32 firstRow, quint32 lastRow)
{
    if (m_filter.spec.needsMarks())
        noteChanged(firstRow, lastRow + 1);
    repaint(RowId { firstRow }, RowId { lastRow }, MarkRole);
}

void RowEventModel::noteChanged(std::uint32_t from, std::uint32_t to)
{
    const auto before = m_changed.value_or(std::pair { from, to });
    m_changed = { std::min(before.first, from), std::max(before.second, to) };
    scheduleFlush();
}

void RowEventModel::repaint(RowId first, RowId last, Role role)
{
    const auto bottom = m_index.atOrBefore(last);
    auto top = m_index.atOrBefore(first);
    if (top < 0 || m_index.at(top) < first)
        ++top;
    if (top <= bottom)
        emit dataChanged(index(static_cast<int>(top), NumberColumn),
                         index(static_cast<int>(bottom), NumberColumn), { role });
}

} // namespace canal
