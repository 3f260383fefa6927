// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/rowmenu.h"

#include "model/rowsummary.h"
#include "model/sqltext.h"
#include "ui/diffview.h"
#include "ui/eventtableview.h"
#include "ui/marksign.h"
#include "ui/plaintext.h"
#include "ui/sessionmodels.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QTableView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr qsizetype mostCharsInTitle = 60;
static constexpr std::size_t mostRowsAsSql = 1000;

static void copyText(const QString &text) { QGuiApplication::clipboard()->setText(text); }

static QMenu *makeMenu(QWidget &owner, const QString &name)
{
    auto *menu = new QMenu(&owner);
    menu->setObjectName(name);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

static QString termOfCell(const RowTerms &terms, int column)
{
    switch (static_cast<RowEventModel::Column>(column)) {
    case RowEventModel::NumberColumn:
        return terms.batch;
    case RowEventModel::OperationColumn:
        return terms.operation;
    case RowEventModel::TableColumn:
        return terms.table;
    case RowEventModel::KeyColumn:
        return terms.key;
    case RowEventModel::PositionColumn:
        return terms.position;
    case RowEventModel::TimeColumn:
    case RowEventModel::ChangedColumn:
    case RowEventModel::RowsColumn:
    case RowEventModel::ColumnCount:
        break;
    }
    return terms.table;
}

static QString termOfDiffCell(const DiffModel &diff, const QModelIndex &index)
{
    const auto column = index.siblingAtColumn(DiffModel::NameColumn).data().toString();
    if (index.column() == DiffModel::NameColumn || index.column() == DiffModel::TypeColumn) {
        const auto state = static_cast<DiffModel::State>(index.data(DiffModel::StateRole).toInt());
        return state == DiffModel::State::Changed && !diff.isComparing() ? changedTerm(column)
                                                                         : QString();
    }
    const auto side = index.data(DiffModel::ImageRole).toInt() == DiffModel::BeforeColumn
        ? FilterSide::Before
        : FilterSide::After;
    switch (static_cast<DiffModel::Content>(index.data(DiffModel::ContentRole).toInt())) {
    case DiffModel::Content::Value:
        if (!index.data(DiffModel::ShortenedRole).toBool())
            return valueTerm(side, column, index.data().toString());
        break;
    case DiffModel::Content::Null:
        return nullTerm(side, column);
    case DiffModel::Content::Empty: // as sent; an ENUM of 0 only looks like it
        if (index.data(DiffModel::BytesRole).toLongLong() == 0)
            return emptyTerm(side, column);
        break;
    case DiffModel::Content::NotInImage:
    case DiffModel::Content::NoColumn:
    case DiffModel::Content::NoRow:
        break;
    }
    return {};
}

RowMenu::RowMenu(const Actions &actions, const SessionModels &models, EventTableView &table,
                 DiffView &diff, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_models(models)
    , m_table(table)
    , m_diff(diff)
{
    connect(&table, &EventTableView::menuWanted, this, &RowMenu::showForRow);
    diff.table().setContextMenuPolicy(Qt::CustomContextMenu);
    connect(&diff.table(), &QWidget::customContextMenuRequested, this, &RowMenu::showForColumn);
}

void RowMenu::showForRow(const QModelIndex &index, const QPoint &globalPosition)
{
    const auto *store = m_models.store();
    if (store == nullptr || !index.isValid())
        return;
    const auto rows = store->snapshot();
    const auto row = m_models.rows().rowId(index.row());
    const auto terms = RowTerms::of(rows, row);
    RowSummary summary;
    summary.read(rows, row);

    auto *menu = makeMenu(m_table, u"rowMenu"_s);
    addFilters(*menu, termOfCell(terms, index.column()));
    addRowFilters(*menu, terms);
    menu->addSeparator();
    addHistory(*menu, summary);
    menu->addSeparator();
    addCopies(*menu, row, summary);
    menu->addSeparator();
    addMarks(*menu);
    menu->addSeparator();
    menu->addAction(&m_actions[Act::AckUpToHere]);
    menu->addAction(&m_actions[Act::RollBack]);
    menu->addSeparator();
    menu->addAction(&m_actions[Act::Export]);
    menu->popup(globalPosition);
}

void RowMenu::showForColumn(const QPoint &position)
{
    auto &table = m_diff.table();
    auto index = table.indexAt(position);
    if (!index.isValid())
        index = table.currentIndex();
    if (!index.isValid())
        return;
    auto *menu = makeMenu(table, u"columnMenu"_s);
    addFilters(*menu, termOfDiffCell(m_diff.model(), index));
    addColumn(*menu, index.siblingAtColumn(DiffModel::NameColumn).data().toString());
    if (!menu->isEmpty())
        menu->addSeparator();
    menu->addAction(&m_actions[Act::Copy]);
    menu->popup(table.viewport()->mapToGlobal(position));
}

void RowMenu::addColumn(QMenu &menu, const QString &name)
{
    auto &rows = m_table.rows();
    const auto row = m_table.currentRow();
    const auto columns = row ? rows.columnsOf(*row) : QList<DataColumn>();
    const auto found = std::ranges::find(columns, name, &DataColumn::name);
    if (found == columns.end())
        return;
    auto *action = menu.addAction(
        tr("Add column %1").arg(menuText(clipped(found->title(), mostCharsInTitle))));
    setSafeTip(*action, found->title());
    action->setEnabled(rows.canAdd(*found));
    connect(action, &QAction::triggered, this,
            [&rows, column = *found] { rows.addDataColumn(column); });
}

void RowMenu::addFilters(QMenu &menu, const QString &term)
{
    if (term.isEmpty())
        return;
    auto *filters = menu.addMenu(tr("Filter by %1").arg(menuText(clipped(term, mostCharsInTitle))));
    filters->setObjectName(u"filterByMenu"_s);
    setSafeTip(*filters->menuAction(), term);
    const auto add = [&](const QString &words, FilterUse use) {
        connect(filters->addAction(words), &QAction::triggered, this,
                [this, term, use] { emit filterWanted(term, use); });
    };
    add(tr("Only this"), FilterUse::Only);
    add(tr("Everything but this"), FilterUse::Exclude);
    filters->addSeparator();
    add(tr("… and this"), FilterUse::And);
    add(tr("… and not this"), FilterUse::AndNot);
    add(tr("… or this"), FilterUse::Or);
    add(tr("… or not this"), FilterUse::OrNot);
    filters->addSeparator();
    connect(filters->addAction(tr("Copy as filter")), &QAction::triggered, this,
            [term] { copyText(term); });
}

void RowMenu::addRowFilters(QMenu &menu, const RowTerms &terms)
{
    const auto add = [&](const QString &words, const QString &term, FilterUse use) {
        auto *action = menu.addAction(words);
        action->setEnabled(!term.isEmpty());
        connect(action, &QAction::triggered, this,
                [this, term, use] { emit filterWanted(term, use); });
        return action;
    };
    add(tr("Only this table"), terms.table, FilterUse::Only);
    add(tr("Everything but this table"), terms.table, FilterUse::AndNot);
    const bool hasKey = !terms.key.isEmpty() && !terms.table.isEmpty();
    add(tr("Only this primary key"), hasKey ? terms.table + u' ' + terms.key : QString(),
        FilterUse::Only);
    auto *transaction = add(tr("Only this transaction"), terms.transaction, FilterUse::Only);
    if (terms.transaction.isEmpty())
        setSafeTip(*transaction, tr("Its end, which has its number, has not come yet."));
    menu.setToolTipsVisible(true);
}

void RowMenu::addHistory(QMenu &menu, const RowSummary &summary)
{
    auto *history = menu.addAction(tr("Show history of this row"));
    history->setEnabled(!summary.key().isEmpty());
    if (!history->isEnabled())
        setSafeTip(*history, tr("It has no primary key by which it could be followed."));
    connect(history, &QAction::triggered, this, &RowMenu::historyWanted);
    for (const auto act : { Act::PreviousChange, Act::NextChange, Act::CompareRows })
        menu.addAction(&m_actions[act]);
}

// ---- copying

void RowMenu::addCopies(QMenu &menu, RowId row, const RowSummary &summary)
{
    menu.addAction(&m_actions[Act::Copy]);
    auto *copies = menu.addMenu(tr("Copy as"));
    copies->setObjectName(u"copyAsMenu"_s);
    copies->setToolTipsVisible(true);
    const auto add = [&](const QString &words, CopyStyle style) {
        connect(copies->addAction(words), &QAction::triggered, this,
                [this, style] { emit copyWanted(style); });
    };
    add(tr("With headers"), CopyStyle::WithHeaders);
    add(tr("Markdown"), CopyStyle::Markdown);
    add(tr("CSV, all columns"), CopyStyle::Csv);
    addEventCopies(*copies, row);
    copies->addSeparator();
    addSqlCopies(*copies, row, summary.entry().size);
    copies->addSeparator();
    if (const auto position = summary.position(); !position.isEmpty()) {
        auto *place = copies->addAction(
            tr("Position %1").arg(menuText(clipped(position, mostCharsInTitle))));
        setSafeTip(*place, position);
        connect(place, &QAction::triggered, this, [position] { copyText(position); });
    }
    const auto command = mysqlbinlogCommand(m_models.store()->snapshot(), row);
    auto *binlog = copies->addAction(tr("mysqlbinlog command"));
    binlog->setEnabled(!command.isEmpty());
    if (command.isEmpty())
        setSafeTip(*binlog, tr("The log file's name cannot be written safely."));
    connect(binlog, &QAction::triggered, this, [command] { copyText(command); });
}

// The selected rows when the clicked one is among them.
std::vector<RowId> RowMenu::rowsToCopy(RowId clicked) const
{
    auto rows = m_table.selectedCount() <= static_cast<qint64>(mostRowsAsSql)
        ? m_table.selectedRows()
        : std::vector<RowId>();
    if (m_table.selectedCount() <= 1)
        rows = { clicked };
    return rows;
}

void RowMenu::addEventCopies(QMenu &copies, RowId row)
{
    auto *json = copies.addAction(tr("JSON"));
    const bool isRow = m_models.store()->snapshot().kind(row) == RowKind::Row;
    json->setEnabled(isRow);
    if (!isRow)
        setSafeTip(*json, tr("Only inserted, updated and deleted rows have values."));
    connect(json, &QAction::triggered, this, [this, row] {
        QString text;
        for (const auto each : rowsToCopy(row))
            text += jsonOf(m_models.store()->snapshot(), each);
        if (text.isEmpty())
            return emit refused(
                tr("Copy as JSON is for at most %1 rows. Export writes all of them.")
                    .arg(mostRowsAsSql));
        copyText(text);
    });
}

// Whether there is SQL is told beforehand for one row of usual size.
void RowMenu::addSqlCopies(QMenu &copies, RowId row, std::size_t rowBytes)
{
    constexpr std::size_t mostBytesAtOnce = std::size_t(1) << 20;
    struct Form
    {
        QString words;
        SqlForm form;
    };
    const auto changes = rowsToCopy(row);
    for (const auto &[words, form] :
         { Form { tr("INSERT"), SqlForm::Insert }, Form { tr("Undo SQL"), SqlForm::Undo },
           Form { tr("Redo SQL"), SqlForm::Redo },
           Form { tr("SELECT by key"), SqlForm::Select } }) {
        auto *action = copies.addAction(words);
        connect(action, &QAction::triggered, this,
                [this, form = form, changes] { copySql(form, changes); });
        if (changes.size() != 1 || rowBytes > mostBytesAtOnce)
            continue;
        const auto script = scriptOf(m_models.store()->snapshot(), form, changes);
        action->setEnabled(static_cast<bool>(script));
        if (!script)
            setSafeTip(*action, refusalText(script.error().why));
    }
}

void RowMenu::copySql(SqlForm form, const std::vector<RowId> &changes)
{
    const auto *store = m_models.store();
    if (store == nullptr)
        return;
    if (changes.empty())
        return emit refused(tr("SQL is made for at most %1 rows.").arg(mostRowsAsSql));
    const auto rows = store->snapshot();
    const auto script = scriptOf(rows, form, changes);
    if (!script)
        return emit refused(tr("Nothing was copied, because of row #%1: %2")
                                .arg(rows.number(script.error().row))
                                .arg(refusalText(script.error().why)));
    copyText(scriptText(*script));
}

void RowMenu::addMarks(QMenu &menu)
{
    menu.addAction(&m_actions[Act::Mark]);
    auto *signs = menu.addMenu(tr("Mark as"));
    signs->setObjectName(u"markAsMenu"_s);
    const auto &theme = Theme::of(m_table.palette());
    for (int i = 0; i < markSigns; ++i) {
        const auto sign = static_cast<MarkSign>(i);
        connect(signs->addAction(markSignIcon(sign, theme), markSignName(sign)),
                &QAction::triggered, this, [this, sign] { emit markWanted(sign); });
    }
    menu.addAction(&m_actions[Act::Note]);
    menu.addAction(&m_actions[Act::HideRow]);
}

} // namespace canal
