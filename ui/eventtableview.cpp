// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/eventtableview.h"

#include "ui/eventdelegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QScopedValueRollback>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

EventTableView::EventTableView(RowEventModel &rows, QWidget *parent)
    : TailTableView(parent)
    , m_rows(rows)
    , m_delegate(new EventDelegate(this))
{
    setObjectName(u"eventTable"_s);
    setAccessibleName(tr("Events"));
    setModel(&rows);
    setItemDelegate(m_delegate);
    setUpHeaders();
    horizontalHeader()->setAccessibleName(tr("Columns of the event table"));
    // To paint itself it would ask every selected row whether it can be selected.
    horizontalHeader()->setSelectionModel(new QItemSelectionModel(&m_rows, this));
    setFontPixels(normalPixels);
    resetColumns();
    horizontalHeader()->setSectionResizeMode(RowEventModel::ChangedColumn, QHeaderView::Stretch);

    connect(&rows, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    connect(&rows, &QAbstractItemModel::modelAboutToBeReset, this, &EventTableView::onAboutToReset);
    connect(&rows, &QAbstractItemModel::modelReset, this, &EventTableView::onReset);
}

int EventTableView::widthOf(const QModelIndex &index) const { return m_delegate->widthOf(index); }

int EventTableView::fontPixels() const { return m_delegate->fontPixels(); }

void EventTableView::setFontPixels(int pixels)
{
    constexpr int least = 8;
    constexpr int most = 32;
    const int before = fontPixels();
    m_delegate->setFontPixels(std::clamp(pixels, least, most));
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    for (int column = 0; column < m_rows.columnCount(); ++column) {
        const int fixed = column == RowEventModel::NumberColumn ? EventDelegate::gutterWidth : 0;
        setColumnWidth(column, fixed + (columnWidth(column) - fixed) * fontPixels() / before);
    }
    viewport()->update();
    emit fontPixelsChanged(fontPixels());
}

void EventTableView::resetColumns()
{
    const auto scaled = [this](int width) { return width * fontPixels() / normalPixels; };
    setColumnWidth(RowEventModel::NumberColumn, EventDelegate::gutterWidth + scaled(56));
    setColumnWidth(RowEventModel::TimeColumn, scaled(110));
    setColumnWidth(RowEventModel::OperationColumn, scaled(80));
    setColumnWidth(RowEventModel::TableColumn, scaled(146));
    setColumnWidth(RowEventModel::KeyColumn, scaled(72));
    setColumnWidth(RowEventModel::RowsColumn, scaled(48));
    setColumnWidth(RowEventModel::PositionColumn, scaled(124));
}

// ---- selection

std::optional<RowId> EventTableView::currentRow() const
{
    const auto current = currentIndex();
    return current.isValid() ? std::optional(m_rows.rowId(current.row())) : std::nullopt;
}

qint64 EventTableView::selectedCount() const
{
    qint64 count = 0;
    for (const auto &range : selectionModel()->selection())
        count += range.height();
    return count;
}

std::vector<RowId> EventTableView::selectedRows() const
{
    std::vector<RowId> rows;
    for (const auto &range : selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(m_rows.rowId(row));
    std::ranges::sort(rows);
    return rows;
}

void EventTableView::selectionChanged(const QItemSelection &selected,
                                      const QItemSelection &deselected)
{
    TailTableView::selectionChanged(selected, deselected);
    emit selectionCountChanged();
}

void EventTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    TailTableView::currentChanged(current, previous);
    if (!m_restoring)
        m_wanted.reset();
    emit currentRowChanged();
}

void EventTableView::restoreRow(int row)
{
    const QScopedValueRollback guard(m_restoring, true);
    selectOnly(m_rows.index(
        row, currentIndex().isValid() ? currentIndex().column() : RowEventModel::ChangedColumn));
}

// QAbstractItemView::setCurrentIndex() would add to the selection when Ctrl or Shift of a shortcut
// is still held.
void EventTableView::selectOnly(const QModelIndex &index)
{
    selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void EventTableView::onAboutToReset()
{
    if (const auto row = currentRow())
        m_wanted = row;
}

void EventTableView::onReset()
{
    follow().forgetNewRows();
    if (m_wanted && (m_rows.rowCount() == 0 && !m_rows.isFiltering()))
        m_wanted.reset();
    showWanted();
    scrollWhenFollowing();
    emit currentRowChanged();
    emit selectionCountChanged();
}

// A filter that is still at work may yet find the wanted row, or one nearer to it.
void EventTableView::showWanted()
{
    if (!m_wanted)
        return;
    const int row = m_rows.visibleRow(*m_wanted);
    if (row >= 0 && (!currentIndex().isValid() || currentIndex().row() != row)) {
        restoreRow(row);
        if (!follow().isFollowing())
            scrollTo(m_rows.index(row, 0), PositionAtCenter);
    }
    if (!m_rows.isFiltering())
        m_wanted.reset();
}

// ---- following

void EventTableView::onRowsInserted(int first, int last)
{
    if (m_wanted)
        showWanted();
    scrollWhenFollowing();
    if (!follow().isFollowing() && !m_rows.isFiltering())
        follow().addRows(last - first + 1);
}

void EventTableView::goToEnd()
{
    follow().goToEnd();
    if (const int rows = m_rows.rowCount(); rows > 0)
        selectOnly(m_rows.index(rows - 1, RowEventModel::ChangedColumn));
    scrollToBottom();
}

void EventTableView::goToRow(int row)
{
    if (row < 0 || row >= m_rows.rowCount())
        return;
    follow().lookBack();
    selectOnly(m_rows.index(row, RowEventModel::ChangedColumn));
}

void EventTableView::goNext()
{
    goToRow(currentIndex().isValid() ? currentIndex().row() + 1 : m_rows.rowCount() - 1);
}

void EventTableView::goPrevious()
{
    goToRow(currentIndex().isValid() ? currentIndex().row() - 1 : m_rows.rowCount() - 1);
}

void EventTableView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto index = byKey ? currentIndex() : indexAt(event->pos());
    const auto at
        = byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    if (index.isValid())
        emit menuWanted(index, at);
}

} // namespace canal
