// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diffview.h"

#include "model/rowsummary.h"
#include "ui/diffdelegate.h"
#include "ui/docktitle.h"
#include "ui/opchip.h"
#include "ui/plainheader.h"
#include "ui/sqlview.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int wideName = 130;
static constexpr int wideType = 124;

DiffView::DiffView(QWidget *parent)
    : QWidget(parent)
    , m_pages(new QStackedWidget(this))
    , m_table(new QTableView(this))
    , m_statement(new SqlView(this))
    , m_sql(new SqlView(this))
    , m_changedOnly(new QCheckBox(tr("Only changed"), this))
    , m_counts(new PlainLabel(this))
    , m_chip(new OpChip(this))
{
    setUpTable();
    m_statement->setObjectName(u"diffStatement"_s);
    m_statement->setAccessibleName(tr("The statement that changed this row"));
    m_statement->setFont(Theme::cellFont(11));
    m_statement->hide();
    m_sql->setObjectName(u"diffSql"_s);
    m_sql->setAccessibleName(tr("SQL of this statement"));
    m_changedOnly->setObjectName(u"diffChangedOnly"_s);
    m_counts->setFont(Theme::uiFont(11));
    m_counts->setForegroundRole(QPalette::PlaceholderText);

    auto *hint = new PlainLabel(tr("Select a row to see it before and after."), this);
    hint->setAlignment(Qt::AlignCenter);
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setMinimumSize(1, 1);
    m_pages->addWidget(hint);
    m_pages->addWidget(m_table);
    m_pages->addWidget(m_sql);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_statement);
    column->addWidget(m_pages, 1);
    connect(m_changedOnly, &QCheckBox::toggled, &m_model, &DiffModel::setChangedOnly);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &DiffView::chooseCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &DiffView::noteChoice);
}

void DiffView::setUpTable()
{
    m_table->setObjectName(u"diffTable"_s);
    m_table->setAccessibleName(tr("Columns before and after"));
    m_table->setHorizontalHeader(new PlainHeader(m_table));
    m_table->setModel(&m_model);
    m_table->setItemDelegate(new DiffDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setTabKeyNavigation(false);
    m_table->setSelectionMode(QAbstractItemView::ContiguousSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(1);
    m_table->verticalHeader()->setDefaultSectionSize(DiffDelegate::rowHeight);
    auto &header = *m_table->horizontalHeader();
    header.setFixedHeight(22);
    header.setHighlightSections(false);
    header.setSectionsClickable(false);
    header.setMinimumSectionSize(40);
    header.setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header.setAccessibleName(tr("Columns of the comparison"));
    header.setSectionResizeMode(DiffModel::BeforeColumn, QHeaderView::Stretch);
    header.setSectionResizeMode(DiffModel::AfterColumn, QHeaderView::Stretch);
    header.resizeSection(DiffModel::NameColumn, wideName);
    header.resizeSection(DiffModel::TypeColumn, wideType);
}

void DiffView::setUpTitle(DockTitle &title)
{
    m_title = &title;
    title.addControl(m_chip);
    title.addControl(m_counts);
    title.addControl(m_changedOnly);
}

QString DiffView::countsOf(Operation operation) const
{
    const int all = m_model.columnsInImage();
    if (operation != Operation::Update)
        return tr("%n columns", nullptr, all);
    return tr("%1 of %n columns changed", nullptr, all).arg(m_model.changedCount());
}

void DiffView::showRow(const EventSnapshot &rows, RowId row)
{
    RowSummary summary;
    summary.read(rows, row);
    const auto operation = operationOf(rows, row);
    const bool isRow = rows.kind(row) == RowKind::Row;
    if (isRow)
        m_model.setRow(rows, row);
    else
        m_model.clear();
    const auto statement = summary.statement(rows);
    m_statement->showText(statement);
    m_statement->setVisible(isRow && !statement.isEmpty());
    constexpr int mostLines = 3;
    m_statement->fitHeight(mostLines);
    constexpr qsizetype mostSql = 64LL * 1024;
    const auto sql = shown(summary.entry().sql, mostSql);
    m_sql->showText(sql.isEmpty() ? plainText(summary.changed()) : sql);
    m_pages->setCurrentWidget(isRow ? static_cast<QWidget *>(m_table) : m_sql);
    m_chip->showOperation(operation, rows.number(row));
    m_counts->setText(isRow ? countsOf(operation) : QString());
    m_changedOnly->setVisible(isRow);
    if (m_title != nullptr)
        m_title->setSubject(summary.tableName() + u' ' + summary.key());
}

// ---- two rows

// Of the same table, of the same row even, or of two.
static QString comparedSubject(const EventSnapshot &rows, RowId older, RowId newer)
{
    std::array<RowSummary, 2> summaries;
    summaries[0].read(rows, older);
    summaries[1].read(rows, newer);
    const auto nameOf = [](const RowSummary &row) { return row.tableName() + u' ' + row.key(); };
    if (rows.table(older) != rows.table(newer))
        return DiffView::tr("different tables: %1 and %2")
            .arg(nameOf(summaries[0]), nameOf(summaries[1]));
    if (summaries[0].key() == summaries[1].key())
        return nameOf(summaries[0]);
    return nameOf(summaries[0]) + u" → "_s + summaries[1].key();
}

QString DiffView::comparedCounts() const
{
    const int all = m_model.columnsInImage();
    if (m_model.unknownCount() == 0)
        return countsOf(Operation::Update);
    return tr("%1 of %n columns changed, %2 not known", nullptr, all)
        .arg(m_model.changedCount())
        .arg(m_model.unknownCount());
}

void DiffView::compareRows(const EventSnapshot &rows, RowId older, RowId newer)
{
    m_model.compareRows(rows, older, newer);
    m_statement->hide();
    m_pages->setCurrentWidget(m_table);
    m_chip->showComparison(rows.number(older), rows.number(newer));
    m_counts->setText(comparedCounts());
    m_changedOnly->setVisible(true);
    if (m_title != nullptr)
        m_title->setSubject(comparedSubject(rows, older, newer));
}

// ---- the current value

// The column that the user looked at in the row before, else the first that changed.
void DiffView::chooseCurrent()
{
    auto index = m_model.indexOf(m_wantedColumn, m_wantedSide);
    if (!index.isValid())
        index = m_model.firstChanged();
    else if (index.data(DiffModel::ContentRole).toInt()
             == static_cast<int>(DiffModel::Content::NoRow))
        index = index.siblingAtColumn(m_wantedSide == DiffModel::BeforeColumn
                                          ? DiffModel::AfterColumn
                                          : DiffModel::BeforeColumn);
    m_isChoosing = true;
    m_table->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    m_isChoosing = false;
    showCurrent();
}

void DiffView::noteChoice(const QModelIndex &current)
{
    if (m_isChoosing || !current.isValid())
        return;
    m_wantedColumn = current.siblingAtColumn(DiffModel::NameColumn).data().toString();
    m_wantedSide = current.column() == DiffModel::BeforeColumn ? DiffModel::BeforeColumn
                                                               : DiffModel::AfterColumn;
    showCurrent();
}

void DiffView::showCurrent()
{
    const auto current = m_table->currentIndex();
    if (!current.isValid())
        return emit currentValueChanged({}, {});
    const auto value = m_model.sentValue(current);
    const auto otherSide
        = value.side == SentValue::Side::Before ? DiffModel::AfterColumn : DiffModel::BeforeColumn;
    emit currentValueChanged(value, m_model.sentValue(current.siblingAtColumn(otherSide)));
}

// What the row is comes before how much of it changed.
void DiffView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int roomForCounts = 620;
    m_counts->setVisible(width() >= roomForCounts);
    constexpr int narrowBelow = 480;
    if (m_isNarrow == (width() < narrowBelow))
        return; // the user may have moved them
    m_isNarrow = !m_isNarrow;
    auto &header = *m_table->horizontalHeader();
    header.resizeSection(DiffModel::NameColumn, m_isNarrow ? 94 : wideName);
    header.resizeSection(DiffModel::TypeColumn, m_isNarrow ? 84 : wideType);
}

void DiffView::clear()
{
    m_model.clear();
    m_statement->hide();
    m_pages->setCurrentIndex(0);
    m_chip->hide();
    m_counts->setText({});
    if (m_title != nullptr)
        m_title->setSubject({});
}

} // namespace canal
