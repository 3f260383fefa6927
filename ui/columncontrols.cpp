// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/columncontrols.h"

#include "ui/eventtableview.h"
#include "ui/plaintext.h"

#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int streamVersion = 1;
static constexpr qsizetype mostCharsInTitle = 60;
static constexpr int newWidth = 120;
static constexpr qsizetype mostOffered = 100; // thousands in one menu would stop the window

ColumnControls::ColumnControls(EventTableView &table, QObject *parent)
    : QObject(parent)
    , m_table(table)
    , m_rows(table.rows())
    , m_header(*table.horizontalHeader())
{
    m_header.setSectionsMovable(true);
    m_header.setFirstSectionMovable(false); // it has the gutter
    serve(table);
    connect(&m_rows, &QAbstractItemModel::columnsInserted, this,
            [this](const QModelIndex &, int first, int last) {
                for (int column = first; column <= last; ++column)
                    m_table.setColumnWidth(column, newWidth);
            });
}

// ---- menu

void ColumnControls::serve(const QTableView &other)
{
    auto &header = *other.horizontalHeader();
    header.setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&header, &QWidget::customContextMenuRequested, this, [this, &header](QPoint at) {
        showMenu(header.logicalIndexAt(at), header.mapToGlobal(at));
    });
}

void ColumnControls::showMenu(int column, const QPoint &globalPosition)
{
    auto *menu = new QMenu(&m_header);
    menu->setObjectName(u"headerMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addChecklist(*menu);
    addNewColumns(*menu);
    menu->addSeparator();
    if (column >= 0) {
        connect(menu->addAction(tr("Fit the column")), &QAction::triggered, this,
                [this, column] { fit(column); });
        if (column >= RowEventModel::ColumnCount)
            connect(menu->addAction(tr("Remove the column")), &QAction::triggered, this,
                    [this, column] { m_rows.removeDataColumn(column); });
    }
    connect(menu->addAction(tr("Fit all columns")), &QAction::triggered, this, [this] {
        for (int i = 0; i < m_rows.columnCount(); ++i)
            fit(i);
    });
    connect(menu->addAction(tr("Reset the columns")), &QAction::triggered, this,
            &ColumnControls::reset);
    menu->popup(globalPosition);
}

// The first carries transaction, operation and batch of every row, so it stays.
void ColumnControls::addChecklist(QMenu &menu)
{
    for (int visual = 0; visual < m_header.count(); ++visual) {
        const int column = m_header.logicalIndex(visual);
        const auto title = m_rows.headerData(column, Qt::Horizontal).toString();
        auto *action = menu.addAction(menuText(clipped(title, mostCharsInTitle)));
        setSafeTip(*action, title);
        action->setCheckable(true);
        action->setChecked(!m_table.isColumnHidden(column));
        action->setEnabled(column != RowEventModel::NumberColumn);
        connect(action, &QAction::toggled, this,
                [this, column](bool shown) { m_table.setColumnHidden(column, !shown); });
    }
    menu.addSeparator();
}

void ColumnControls::addNewColumns(QMenu &menu)
{
    const auto row = m_table.currentRow();
    const auto columns = row ? m_rows.columnsOf(*row) : QList<DataColumn>();
    auto *added = menu.addMenu(
        columns.isEmpty() ? tr("Add a column of the current row")
                          : tr("Add a column of %1")
                                .arg(menuText(clipped(columns.first().table, mostCharsInTitle))));
    added->setObjectName(u"addColumnMenu"_s);
    added->setToolTipsVisible(true);
    setSafeTip(*added->menuAction(), columns.isEmpty() ? QString() : columns.first().table);
    added->setEnabled(!columns.isEmpty());
    for (const auto &column : columns.first(std::min(columns.size(), mostOffered))) {
        auto *action = added->addAction(menuText(clipped(column.name, mostCharsInTitle)));
        setSafeTip(*action, column.name);
        action->setEnabled(m_rows.canAdd(column));
        connect(action, &QAction::triggered, this,
                [this, column] { m_rows.addDataColumn(column); });
    }
    if (columns.size() > mostOffered)
        added->addAction(tr("The diff offers the others, in the menu of a column"))
            ->setEnabled(false);
}

// To what is in sight; nobody looks at all rows.
void ColumnControls::fit(int column)
{
    if (m_header.sectionResizeMode(column) == QHeaderView::Stretch)
        return;
    const auto title = m_rows.headerData(column, Qt::Horizontal).toString();
    int width = m_header.fontMetrics().horizontalAdvance(title);
    const int first = m_table.rowAt(0);
    const int last = m_table.rowAt(m_table.viewport()->height() - 1);
    for (int row = std::max(first, 0); first >= 0 && row < m_rows.rowCount(); ++row) {
        if (last >= 0 && row > last)
            break;
        width = std::max(width, m_table.widthOf(m_rows.index(row, column)));
    }
    constexpr int padding = 14;
    constexpr int most = 800;
    m_table.setColumnWidth(column, std::min(width + padding, most));
}

void ColumnControls::reset()
{
    m_rows.setDataColumns({});
    for (int column = 0; column < m_header.count(); ++column) {
        m_table.setColumnHidden(column, false);
        m_header.moveSection(m_header.visualIndex(column), column);
    }
    m_table.resetColumns();
}

// ---- keeping

QByteArray ColumnControls::save() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << streamVersion << static_cast<int>(RowEventModel::ColumnCount)
           << static_cast<int>(m_rows.dataColumns().size());
    for (const auto &column : m_rows.dataColumns())
        stream << column.schema << column.table << column.name;
    stream << m_header.saveState();
    return bytes;
}

void ColumnControls::restore(const QByteArray &state)
{
    QDataStream stream(state);
    int version = 0;
    int fixed = 0;
    int count = 0;
    stream >> version >> fixed >> count;
    if (version != streamVersion || fixed != RowEventModel::ColumnCount
        || count > RowEventModel::mostDataColumns)
        return;
    QList<DataColumn> columns;
    for (int i = 0; i < count; ++i) {
        DataColumn column;
        stream >> column.schema >> column.table >> column.name;
        columns.append(column);
    }
    QByteArray header;
    stream >> header;
    if (stream.status() != QDataStream::Ok)
        return;
    m_rows.setDataColumns(columns);
    if (!m_header.restoreState(header) || m_header.count() != m_rows.columnCount())
        reset();
    m_table.setColumnHidden(RowEventModel::NumberColumn, false);
}

} // namespace canal
