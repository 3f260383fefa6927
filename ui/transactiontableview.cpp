// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/transactiontableview.h"

#include "ui/eventtableview.h"
#include "ui/transactiondelegate.h"

#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

namespace canal {

using Fold = TransactionModel::Fold;
using Line = TransactionModel::Line;

TransactionTableView::TransactionTableView(TransactionModel &transactions, EventTableView &flat,
                                           QWidget *parent)
    : TailTableView(flat.follow(), parent)
    , m_transactions(transactions)
    , m_flat(flat)
    , m_delegate(new TransactionDelegate(this))
{
    setObjectName(u"transactionTable"_s);
    setAccessibleName(tr("Transactions"));
    // Before the selection hears of it.
    connect(&transactions, &QAbstractItemModel::modelAboutToBeReset, this,
            &TransactionTableView::noteLeaving);
    connect(&transactions, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] {
        noteLeaving();
        m_removing = true;
    });
    setModel(&transactions);
    connect(&transactions, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_removing = false;
        showCurrentSoon();
    });
    setItemDelegate(m_delegate);
    setUpHeaders();
    auto &header = *horizontalHeader();
    header.setAccessibleName(tr("Columns of the transaction table"));
    header.setSectionResizeMode(RowEventModel::ChangedColumn, QHeaderView::Stretch);
    header.setSectionsMovable(true);
    header.setFirstSectionMovable(false);
    connect(&header, &QHeaderView::sectionResized, this, &TransactionTableView::giveColumns);
    connect(&header, &QHeaderView::sectionMoved, this, &TransactionTableView::giveColumns);
    const auto &other = *flat.horizontalHeader(); // which is half-way through when it tells
    connect(&other, &QHeaderView::sectionResized, this, &TransactionTableView::takeColumns,
            Qt::QueuedConnection);
    connect(&other, &QHeaderView::sectionMoved, this, &TransactionTableView::takeColumns,
            Qt::QueuedConnection);
    connect(&flat, &EventTableView::fontPixelsChanged, this, &TransactionTableView::takeColumns);
    connect(&flat, &EventTableView::currentRowChanged, this,
            &TransactionTableView::showCurrentOfFlat);
    connect(this, &TailTableView::freezeKeyPressed, &flat, &TailTableView::freezeKeyPressed);
    connect(&transactions, &QAbstractItemModel::rowsInserted, this, &TransactionTableView::onGrown);
    connect(&transactions, &QAbstractItemModel::modelReset, this, &TransactionTableView::onGrown);
}

void TransactionTableView::takeOver()
{
    takeColumns();
    showCurrentOfFlat();
    scrollWhenFollowing();
}

// ---- columns

static void copyColumns(const QTableView &from, QTableView &to)
{
    const auto &source = *from.horizontalHeader();
    auto &header = *to.horizontalHeader();
    if (source.count() != header.count())
        return;
    for (int visual = 0; visual < source.count(); ++visual) {
        const int column = source.logicalIndex(visual);
        header.moveSection(header.visualIndex(column), visual);
        if (to.isColumnHidden(column) != from.isColumnHidden(column))
            to.setColumnHidden(column, from.isColumnHidden(column));
        if (!from.isColumnHidden(column) && column != RowEventModel::ChangedColumn)
            to.setColumnWidth(column, from.columnWidth(column));
    }
}

void TransactionTableView::takeColumns()
{
    if (m_takingColumns)
        return;
    const QScopedValueRollback guard(m_takingColumns, true);
    m_delegate->setFontPixels(m_flat.fontPixels());
    verticalHeader()->setDefaultSectionSize(m_delegate->rowHeight());
    copyColumns(m_flat, *this);
    viewport()->update();
}

void TransactionTableView::giveColumns()
{
    if (m_takingColumns || !m_transactions.isActive())
        return;
    const QScopedValueRollback guard(m_takingColumns, true);
    copyColumns(*this, m_flat);
}

// ---- choosing

void TransactionTableView::selectionChanged(const QItemSelection &selected,
                                            const QItemSelection &deselected)
{
    TailTableView::selectionChanged(selected, deselected);
    if (!m_syncing && !m_removing && m_transactions.isActive())
        selectInFlat();
}

// What is folded into a line is chosen with it.
void TransactionTableView::selectInFlat()
{
    const QScopedValueRollback guard(m_syncing, true);
    const auto &rows = m_flat.rows();
    QItemSelection chosen;
    for (const auto &range : selectionModel()->selection())
        chosen.append({ rows.index(m_transactions.sourceRow(range.top()), 0),
                        rows.index(m_transactions.lastSourceRow(range.bottom()), 0) });
    auto &selection = *m_flat.selectionModel();
    const auto current = currentIndex();
    if (current.isValid())
        selection.setCurrentIndex(
            rows.index(m_transactions.sourceRow(current.row()), current.column()),
            QItemSelectionModel::NoUpdate);
    selection.select(chosen, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void TransactionTableView::selectLine(int line)
{
    const int column = currentIndex().isValid() ? currentIndex().column()
                                                : static_cast<int>(RowEventModel::ChangedColumn);
    selectionModel()->setCurrentIndex(m_transactions.index(line, column),
                                      QItemSelectionModel::ClearAndSelect
                                          | QItemSelectionModel::Rows);
}

// Whoever goes to a row wants to see it; who follows the end sees its transaction.
void TransactionTableView::showCurrentOfFlat()
{
    const int row = m_flat.currentIndex().row();
    if (m_syncing || m_removing || !m_transactions.isActive() || row < 0)
        return;
    const auto current = currentIndex();
    m_isBehind = false;
    if (current.isValid() && m_transactions.sourceRow(current.row()) == row) {
        m_wasFolded = false;
        return;
    }
    const QScopedValueRollback guard(m_syncing, true);
    const int line
        = follow().isFollowing() ? m_transactions.lineOf(row) : m_transactions.reveal(row);
    m_isBehind = line < 0;
    if (m_isBehind)
        return;
    selectLine(line);
    if (!follow().isFollowing())
        scrollTo(m_transactions.index(line, 0));
}

void TransactionTableView::noteLeaving()
{
    const auto current = currentIndex();
    if (current.isValid())
        m_wasFolded = m_transactions.lineAt(current.row()) == Line::Transaction
            && m_transactions.fold(current.row()) == Fold::Folded;
}

void TransactionTableView::onGrown()
{
    if (!m_transactions.isActive())
        return;
    if (m_isBehind || !currentIndex().isValid())
        showCurrentSoon();
    scrollWhenFollowing();
}

// What hears of a change of the model must not make the next one.
void TransactionTableView::showCurrentSoon()
{
    QMetaObject::invokeMethod(this, &TransactionTableView::showCurrentOfFlat, Qt::QueuedConnection);
}

void TransactionTableView::goToEnd() { m_flat.goToEnd(); }

void TransactionTableView::goToFirst()
{
    follow().lookBack();
    if (m_transactions.rowCount() > 0)
        selectLine(0);
}

// ---- folding

bool TransactionTableView::isFoldable(int line) const
{
    return m_transactions.lineAt(m_transactions.headerOf(line)) == Line::Transaction;
}

void TransactionTableView::setFold(int line, Fold fold)
{
    if (!isFoldable(line))
        return;
    follow().lookBack();
    const int header = m_transactions.headerOf(line);
    if (fold == Fold::Folded && line != header)
        selectLine(header);
    m_transactions.setFold(header, fold);
}

void TransactionTableView::setAll(Fold fold)
{
    const auto current = currentIndex();
    const int row = current.isValid() ? m_transactions.sourceRow(current.row()) : -1;
    {
        const QScopedValueRollback guard(m_syncing, true);
        m_transactions.setAll(fold);
        if (const int line = m_transactions.lineOf(row); line >= 0)
            selectLine(line);
        m_wasFolded = false;
    }
    scrollTo(currentIndex());
    scrollWhenFollowing();
}

void TransactionTableView::toggle(int line)
{
    if (m_transactions.lineAt(line) == Line::More)
        return m_transactions.showMore(line);
    setFold(line, m_transactions.fold(line) == Fold::Folded ? Fold::Unfolded : Fold::Folded);
}

void TransactionTableView::keyPressEvent(QKeyEvent *event)
{
    const int line = currentIndex().row();
    const bool all = event->modifiers() == Qt::ShiftModifier;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const auto set = [&](Fold fold) {
        if (all)
            return setAll(fold);
        if (line >= 0)
            setFold(line, fold);
    };
    if ((all || plain) && event->key() == Qt::Key_Left)
        return set(Fold::Folded);
    if ((all || plain) && event->key() == Qt::Key_Right) {
        if (plain && line >= 0 && m_transactions.lineAt(line) == Line::More)
            return m_transactions.showMore(line);
        return set(Fold::Unfolded);
    }
    if (plain && line >= 0 && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        return toggle(line);
    TailTableView::keyPressEvent(event);
}

void TransactionTableView::mousePressEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    TailTableView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || !index.isValid())
        return;
    const auto line = m_transactions.lineAt(index.row());
    const bool onChevron = line == Line::Transaction
        && index.column() == RowEventModel::NumberColumn
        && event->position().x() - visualRect(index).left() < TransactionDelegate::chevronWidth;
    if (onChevron || line == Line::More)
        toggle(index.row());
}

void TransactionTableView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const auto index = indexAt(event->position().toPoint());
    if (index.isValid() && m_transactions.lineAt(index.row()) == Line::Transaction)
        return toggle(index.row());
    TailTableView::mouseDoubleClickEvent(event);
}

// ---- menu

void TransactionTableView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto index = byKey ? currentIndex() : indexAt(event->pos());
    const auto at
        = byKey ? viewport()->mapToGlobal(visualRect(index).bottomLeft()) : event->globalPos();
    if (!index.isValid())
        return;
    if (m_transactions.lineAt(index.row()) == Line::Row)
        emit m_flat.menuWanted(
            m_flat.rows().index(m_transactions.sourceRow(index.row()), index.column()), at);
    else
        emit transactionMenuWanted(m_transactions.headerOf(index.row()), at);
}

} // namespace canal
