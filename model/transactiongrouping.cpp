// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/transactionmodel.h"

#include <algorithm>

// How the lines of the model come about: by grouping rows, by folding.
namespace canal {

static constexpr quint32 rowsAtOnce = 100'000; // some milliseconds
static constexpr std::size_t mostLayouts = 64;

quint32 TransactionModel::sourceRows() const
{
    return m_active && m_rows.store() != nullptr ? static_cast<quint32>(m_rows.rowCount()) : 0;
}

quint32 TransactionModel::number(quint32 row) const
{
    return m_rows.store()->snapshot().transaction(m_rows.rowId(static_cast<int>(row)));
}

quint32 TransactionModel::endOf(std::size_t item) const
{
    return item + 1 < m_items.size() ? m_items[item + 1].firstRow : m_grouped;
}

std::size_t TransactionModel::itemOfLine(int line) const
{
    const auto found
        = std::ranges::upper_bound(m_items, static_cast<quint32>(line), {}, &Item::firstLine);
    return static_cast<std::size_t>(found - m_items.begin()) - 1;
}

std::size_t TransactionModel::itemOfRow(quint32 row) const
{
    const auto found = std::ranges::upper_bound(m_items, row, {}, &Item::firstRow);
    return static_cast<std::size_t>(found - m_items.begin()) - 1;
}

void TransactionModel::setActive(bool active)
{
    if (active == m_active)
        return;
    m_active = active;
    if (active)
        return group();
    beginResetModel();
    forget();
    endResetModel();
}

void TransactionModel::forget()
{
    m_next.stop();
    m_items.clear();
    m_layouts.clear();
    m_summaries.clear();
    m_grouped = 0;
    m_lines = 0;
}

// ---- below a transaction

quint32 TransactionModel::shownLimit(const Item &item) const
{
    const auto found
        = m_moreShown.empty() ? m_moreShown.end() : m_moreShown.find(number(item.firstRow));
    return rowsPerPage + (found == m_moreShown.end() ? 0 : found->second);
}

TransactionModel::Layout TransactionModel::makeLayout(const Item &item, quint32 end) const
{
    const auto rows = m_rows.store()->snapshot();
    const auto shown = std::min(end, item.firstRow + shownLimit(item));
    TransactionLines maker;
    Layout layout;
    for (auto row = item.firstRow; row < shown; ++row) {
        const auto step = maker.next(rows, m_rows.rowId(static_cast<int>(row)));
        if (step.sql != TransactionLines::Sql::None)
            layout.push_back({ step.sql == TransactionLines::Sql::Statement ? Line::Statement
                                                                            : Line::NoStatement,
                               row });
        if (step.hasRow)
            layout.push_back({ Line::Row, row });
    }
    if (shown < end)
        layout.push_back({ Line::More, shown });
    layout.push_back({ Line::End, end - 1 });
    return layout;
}

const TransactionModel::Layout &TransactionModel::layoutOf(std::size_t item) const
{
    if (m_layouts.size() >= mostLayouts && !m_layouts.contains(item))
        m_layouts.clear();
    auto [found, isNew] = m_layouts.try_emplace(item);
    if (isNew)
        found->second = makeLayout(m_items[item], endOf(item));
    return found->second;
}

quint32 TransactionModel::linesBelow(const Item &item, quint32 end) const
{
    if (!item.unfolded)
        return 0;
    if (shownLimit(item) > rowsPerPage)
        return static_cast<quint32>(makeLayout(item, end).size());
    return item.pageLines + (end - item.firstRow > rowsPerPage ? 1U : 0U) + 1U;
}

// ---- grouping

bool TransactionModel::isUnfoldedAtFirst(quint32 transaction) const
{
    const bool usual = m_usual == Fold::Unfolded;
    return (m_unusual.contains(transaction) ? !usual : usual)
        && m_lines < RowEventModel::mostRowsShown;
}

void TransactionModel::addToItem(Item &item, quint32 row)
{
    if (!item.isTransaction || row - item.firstRow >= rowsPerPage)
        return;
    const auto step
        = m_lastLines.next(m_rows.store()->snapshot(), m_rows.rowId(static_cast<int>(row)));
    item.pageLines = static_cast<quint16>(item.pageLines + step.lines());
}

void TransactionModel::group()
{
    if (m_rows.store() == nullptr) { // another one numbers its transactions anew
        m_unusual.clear();
        m_moreShown.clear();
    }
    const auto to = std::min(sourceRows(), m_grouped + rowsAtOnce);
    if (m_grouped >= to)
        return;
    if (growLast(to) < to)
        appendItems(to);
    if (isGrouping())
        m_next.start(0);
}

// The rows that the last transaction gets; the first row that it does not get.
quint32 TransactionModel::growLast(quint32 to)
{
    if (m_items.empty() || !m_items.back().isTransaction)
        return m_grouped;
    auto grown = m_items.back();
    const auto before = linesBelow(grown, m_grouped);
    const auto transaction = number(grown.firstRow);
    auto end = m_grouped;
    for (; end < to && number(end) == transaction; ++end)
        addToItem(grown, end);
    if (end == m_grouped)
        return end;
    const auto added = linesBelow(grown, end) - before;
    const auto last = grown.firstLine + before; // the line of its end, when unfolded
    if (added > 0)
        beginInsertRows({}, static_cast<int>(last), static_cast<int>(last + added - 1));
    m_items.back() = grown;
    m_layouts.erase(m_items.size() - 1);
    m_grouped = end;
    m_lines += added;
    if (added > 0)
        endInsertRows();
    repaintLine(grown.firstLine);
    if (before > 0) {
        repaintLine(m_lines - 1);
        repaintLine(m_lines - 2);
    }
    return end;
}

void TransactionModel::appendItems(quint32 to)
{
    std::vector<Item> added;
    auto lines = m_lines;
    quint32 transaction = 0; // of the last one added
    for (auto row = m_grouped; row < to; ++row) {
        const auto other = number(row);
        if (other == 0 || other != transaction) {
            if (!added.empty())
                lines += 1 + linesBelow(added.back(), row);
            m_lastLines = {};
            added.push_back({ row, lines, 0, other != 0, other != 0 && isUnfoldedAtFirst(other) });
            transaction = other;
        }
        addToItem(added.back(), row);
    }
    lines += 1 + linesBelow(added.back(), to);
    noteArrived(); // the last one so far has ended, or its END was not sent
    beginInsertRows({}, static_cast<int>(m_lines), static_cast<int>(lines) - 1);
    m_items.insert(m_items.end(), added.begin(), added.end());
    m_grouped = to;
    m_lines = lines;
    endInsertRows();
}

// Groups anew from the transaction before `row` on, which may get other rows.
void TransactionModel::dropFrom(quint32 row)
{
    if (row >= m_grouped)
        return group();
    const auto keep = row == 0 ? 0 : itemOfRow(row - 1);
    if (keep == 0) {
        beginResetModel();
        forget();
        endResetModel();
        return group();
    }
    const auto line = m_items[keep].firstLine;
    beginRemoveRows({}, static_cast<int>(line), static_cast<int>(m_lines) - 1);
    m_grouped = m_items[keep].firstRow;
    m_items.resize(keep);
    m_layouts.clear();
    m_lines = line;
    endRemoveRows();
    group();
}

void TransactionModel::onRowsInserted(int first)
{
    if (m_active)
        dropFrom(static_cast<quint32>(first));
}

void TransactionModel::onRowsRemoved(int first)
{
    if (m_active)
        dropFrom(static_cast<quint32>(first));
}

void TransactionModel::onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight)
{
    const auto last = std::min(bottomRight.row(), static_cast<int>(m_grouped) - 1);
    if (topLeft.row() > last)
        return;
    const auto first = headerOf(lineOf(topLeft.row()));
    emit dataChanged(index(first, topLeft.column()), index(lineOf(last), bottomRight.column()));
}

void TransactionModel::repaintLine(quint32 line)
{
    const auto row = static_cast<int>(line);
    emit dataChanged(index(row, 0), index(row, columnCount() - 1));
}

void TransactionModel::noteArrived()
{
    if (m_items.empty() || !m_items.back().isTransaction)
        return;
    repaintLine(m_items.back().firstLine);
    if (m_items.back().unfolded)
        repaintLine(m_lines - 1);
}

// ---- folding

void TransactionModel::shiftBehind(std::size_t item, qint64 lines)
{
    for (auto i = item + 1; i < m_items.size(); ++i)
        m_items[i].firstLine = static_cast<quint32>(m_items[i].firstLine + lines);
    m_lines = static_cast<quint32>(m_lines + lines);
}

TransactionModel::Fold TransactionModel::fold(int line) const
{
    return m_items[itemOfLine(line)].unfolded ? Fold::Unfolded : Fold::Folded;
}

void TransactionModel::setFold(int line, Fold fold)
{
    const auto at = itemOfLine(line);
    if (!m_items[at].isTransaction || this->fold(line) == fold)
        return;
    const auto transaction = number(m_items[at].firstRow);
    if (fold == m_usual)
        m_unusual.erase(transaction);
    else
        m_unusual.insert(transaction);
    if (fold == Fold::Unfolded) {
        unfoldItem(at);
    } else {
        foldItem(at);
        m_moreShown.erase(transaction);
    }
    repaintLine(m_items[at].firstLine);
}

void TransactionModel::unfoldItem(std::size_t item)
{
    const auto first = static_cast<int>(m_items[item].firstLine) + 1;
    auto unfolded = m_items[item];
    unfolded.unfolded = true;
    const auto lines = linesBelow(unfolded, endOf(item));
    beginInsertRows({}, first, first + static_cast<int>(lines) - 1);
    m_items[item].unfolded = true;
    m_layouts.erase(item);
    shiftBehind(item, lines);
    endInsertRows();
}

void TransactionModel::foldItem(std::size_t item)
{
    const auto first = static_cast<int>(m_items[item].firstLine) + 1;
    const auto lines = linesBelow(m_items[item], endOf(item));
    beginRemoveRows({}, first, first + static_cast<int>(lines) - 1);
    m_items[item].unfolded = false;
    m_layouts.erase(item);
    shiftBehind(item, -static_cast<qint64>(lines));
    endRemoveRows();
}

void TransactionModel::setAll(Fold fold)
{
    beginResetModel();
    m_usual = fold;
    m_unusual.clear();
    m_moreShown.clear();
    m_layouts.clear();
    quint32 lines = 0;
    for (std::size_t i = 0; i < m_items.size(); ++i) {
        auto &item = m_items[i];
        item.firstLine = lines;
        item.unfolded
            = item.isTransaction && fold == Fold::Unfolded && lines < RowEventModel::mostRowsShown;
        lines += 1 + linesBelow(item, endOf(i));
    }
    m_lines = lines;
    endResetModel();
}

void TransactionModel::showMore(int line)
{
    const auto at = itemOfLine(line);
    if (m_items[at].unfolded)
        showRowsOf(at, shownLimit(m_items[at]) + rowsPerPage);
}

// The line for more goes before the last rows come.
void TransactionModel::showRowsOf(std::size_t item, quint32 rows)
{
    const auto &unfolded = m_items[item];
    const auto end = endOf(item);
    if (rows <= shownLimit(unfolded) || end - unfolded.firstRow <= shownLimit(unfolded))
        return;
    const auto lines = layoutOf(item).size();
    const auto at = static_cast<int>(unfolded.firstLine + lines - 1); // the line for more
    const bool staysMore = unfolded.firstRow + rows < end;
    if (!staysMore) {
        beginRemoveRows({}, at, at);
        auto &layout = m_layouts[item];
        layout.erase(layout.end() - 2);
        shiftBehind(item, -1);
        endRemoveRows();
    }
    const auto before = m_layouts[item].size();
    m_moreShown[number(unfolded.firstRow)] = rows - rowsPerPage;
    auto layout = makeLayout(unfolded, end);
    const auto added = static_cast<int>(layout.size() - before);
    beginInsertRows({}, at, at + added - 1);
    m_layouts[item] = std::move(layout);
    shiftBehind(item, added);
    endInsertRows();
    if (staysMore)
        repaintLine(static_cast<quint32>(at + added));
}

int TransactionModel::reveal(int sourceRow)
{
    const auto line = lineOf(sourceRow);
    if (line < 0)
        return line;
    const auto at = itemOfLine(line);
    if (!m_items[at].isTransaction)
        return line;
    setFold(line, Fold::Unfolded);
    const auto inside = static_cast<quint32>(sourceRow) - m_items[at].firstRow;
    showRowsOf(at, (inside / rowsPerPage + 1) * rowsPerPage);
    return lineOf(sourceRow);
}

} // namespace canal
