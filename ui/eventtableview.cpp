// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/eventtableview.h"

#include "ui/eventdelegate.h"
#include "ui/newpill.h"
#include "ui/panelscrollbar.h"
#include "ui/plainheader.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

EventTableView::EventTableView(RowEventModel &rows, QWidget *parent)
    : QTableView(parent)
    , m_rows(rows)
    , m_bar(new PanelScrollBar(this))
    , m_delegate(new EventDelegate(this))
    , m_pill(new NewPill(*this))
{
    setObjectName(u"eventTable"_s);
    setAccessibleName(tr("Events"));
    setHorizontalHeader(new PlainHeader(this));
    setVerticalScrollBar(m_bar);
    setModel(&rows);
    setItemDelegate(m_delegate);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    setUpHeaders();

    connect(&rows, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onRowsInserted(first, last); });
    connect(&rows, &QAbstractItemModel::modelAboutToBeReset, this, &EventTableView::onAboutToReset);
    connect(&rows, &QAbstractItemModel::modelReset, this, &EventTableView::onReset);
    connect(&m_follow, &FollowTail::changed, this, &EventTableView::noteFollow);
    connect(m_pill, &QAbstractButton::clicked, this, &EventTableView::goToEnd);
    connect(verticalScrollBar(), &QAbstractSlider::actionTriggered, this,
            &EventTableView::onScrollBarAction);
}

void EventTableView::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    auto &header = *horizontalHeader();
    header.setHighlightSections(false);
    header.setMinimumSectionSize(30);
    header.setFixedHeight(22);
    header.setSectionsClickable(false);
    // To paint itself it would ask every selected row whether it can be selected.
    header.setSelectionModel(new QItemSelectionModel(&m_rows, this));
    header.setAccessibleName(tr("Columns of the event table"));
    setFontPixels(normalPixels);
    resetColumns();
    header.setSectionResizeMode(RowEventModel::ChangedColumn, QHeaderView::Stretch);
}

// The room is the scroll bar's, so it has to stay while the panel does.
void EventTableView::showBeside(QWidget *panel)
{
    m_bar->setPanel(panel);
    setVerticalScrollBarPolicy(panel != nullptr ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAsNeeded);
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
    QTableView::selectionChanged(selected, deselected);
    emit selectionCountChanged();
}

void EventTableView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
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
    m_follow.forgetNewRows();
    if (m_wanted && (m_rows.rowCount() == 0 && !m_rows.isFiltering()))
        m_wanted.reset();
    showWanted();
    if (m_follow.isFollowing())
        scrollToBottom();
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
        if (!m_follow.isFollowing())
            scrollTo(m_rows.index(row, 0), PositionAtCenter);
    }
    if (!m_rows.isFiltering())
        m_wanted.reset();
}

// ---- following

void EventTableView::noteFollow()
{
    if (m_follow.isFollowing())
        scrollToBottom();
    m_pill->setCount(m_follow.isFollowing() ? 0 : m_follow.newRows());
}

void EventTableView::onRowsInserted(int first, int last)
{
    if (m_wanted)
        showWanted();
    if (m_follow.isFollowing())
        scrollToBottom();
    else if (!m_rows.isFiltering())
        m_follow.addRows(last - first + 1);
}

void EventTableView::goToEnd()
{
    if (const int rows = m_rows.rowCount(); rows > 0)
        selectOnly(m_rows.index(rows - 1, RowEventModel::ChangedColumn));
    m_follow.goToEnd();
    scrollToBottom();
}

void EventTableView::goToRow(int row)
{
    if (row < 0 || row >= m_rows.rowCount())
        return;
    m_follow.lookBack();
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

void EventTableView::onScrollBarAction(int action)
{
    // The new position is known, the value still is the old one.
    const auto &bar = *verticalScrollBar();
    if (action == QAbstractSlider::SliderNoAction)
        return;
    if (bar.sliderPosition() < bar.value())
        m_follow.lookBack();
    else
        m_follow.scrollTo(bar.sliderPosition(), bar.maximum());
}

void EventTableView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() > 0 && verticalScrollBar()->maximum() > 0)
        m_follow.lookBack();
    const int before = verticalScrollBar()->value();
    QTableView::wheelEvent(event);
    const auto &bar = *verticalScrollBar();
    if (event->angleDelta().y() < 0 && (bar.value() > before || bar.value() == bar.maximum()))
        m_follow.scrollTo(bar.value(), bar.maximum());
}

void EventTableView::mousePressEvent(QMouseEvent *event)
{
    if (indexAt(event->position().toPoint()).isValid())
        m_follow.lookBack();
    QTableView::mousePressEvent(event);
}

void EventTableView::scrollKey(QKeyEvent &event)
{
    const int before = verticalScrollBar()->value();
    QTableView::keyPressEvent(&event);
    if (const auto &bar = *verticalScrollBar(); bar.value() > before)
        m_follow.scrollTo(bar.value(), bar.maximum());
}

void EventTableView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        emit freezeKeyPressed();
        return;
    case Qt::Key_Home:
        return goToRow(0);
    case Qt::Key_End:
        return goToEnd();
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        m_follow.lookBack();
        return QTableView::keyPressEvent(event);
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        return scrollKey(*event);
    default:
        // No search by typing: it would read all rows.
        if (event->text().isEmpty() || event->modifiers() & ~Qt::ShiftModifier
            || !event->text().front().isPrint())
            return QTableView::keyPressEvent(event);
        event->ignore();
    }
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

void EventTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_follow.isFollowing())
        scrollToBottom();
    m_pill->place();
}

} // namespace canal
