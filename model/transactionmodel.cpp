// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/transactionmodel.h"

#include "model/rowtext.h"
#include "model/transactionwords.h"

using namespace Qt::StringLiterals;

// What the lines are and say; how they come about is in transactiongrouping.cpp.
namespace canal {

TransactionModel::TransactionModel(RowEventModel &rows, QObject *parent)
    : QAbstractTableModel(parent)
    , m_rows(rows)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &TransactionModel::group);
    connect(&rows, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first) { onRowsInserted(first); });
    connect(&rows, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first) { onRowsRemoved(first); });
    connect(&rows, &QAbstractItemModel::modelAboutToBeReset, this, [this] {
        if (!m_active)
            return;
        beginResetModel();
        forget();
        endResetModel();
    });
    connect(&rows, &QAbstractItemModel::modelReset, this, &TransactionModel::group);
    connect(&rows, &QAbstractItemModel::dataChanged, this, &TransactionModel::onDataChanged);
    connectColumns();
}

TransactionModel::~TransactionModel() = default;

void TransactionModel::connectColumns()
{
    const auto on = [this](auto signal, auto method) { connect(&m_rows, signal, this, method); };
    on(&QAbstractItemModel::columnsAboutToBeInserted,
       [this](const QModelIndex &, int first, int last) { beginInsertColumns({}, first, last); });
    on(&QAbstractItemModel::columnsInserted, [this] { endInsertColumns(); });
    on(&QAbstractItemModel::columnsAboutToBeRemoved,
       [this](const QModelIndex &, int first, int last) { beginRemoveColumns({}, first, last); });
    on(&QAbstractItemModel::columnsRemoved, [this] { endRemoveColumns(); });
    on(&QAbstractItemModel::headerDataChanged, &QAbstractItemModel::headerDataChanged);
}

int TransactionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines);
}

int TransactionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows.columnCount();
}

QVariant TransactionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    return m_rows.headerData(section, orientation, role);
}

QVariant TransactionModel::sourceData(quint32 row, int column, int role) const
{
    return m_rows.index(static_cast<int>(row), column).data(role);
}

// ---- lines

TransactionModel::InnerLine TransactionModel::innerAt(int line) const
{
    const auto at = itemOfLine(line);
    const auto &item = m_items[at];
    if (!item.isTransaction)
        return { Line::Row, item.firstRow };
    if (static_cast<quint32>(line) == item.firstLine)
        return { Line::Transaction, item.firstRow };
    const auto &layout = layoutOf(at);
    return layout[static_cast<quint32>(line) - item.firstLine - 1];
}

TransactionModel::Line TransactionModel::lineAt(int line) const { return innerAt(line).line; }

int TransactionModel::sourceRow(int line) const { return static_cast<int>(innerAt(line).row); }

int TransactionModel::lastSourceRow(int line) const
{
    const auto at = itemOfLine(line);
    const auto inner = innerAt(line);
    const bool hasMore
        = inner.line == Line::More || (inner.line == Line::Transaction && !m_items[at].unfolded);
    return static_cast<int>(hasMore ? endOf(at) - 1 : inner.row);
}

int TransactionModel::headerOf(int line) const
{
    return static_cast<int>(m_items[itemOfLine(line)].firstLine);
}

int TransactionModel::lineOf(int sourceRow) const
{
    const auto row = static_cast<quint32>(sourceRow);
    if (sourceRow < 0 || row >= m_grouped)
        return -1;
    const auto at = itemOfRow(row);
    const auto &item = m_items[at];
    if (!item.isTransaction || !item.unfolded)
        return static_cast<int>(item.firstLine);
    const auto &layout = layoutOf(at);
    const auto found = std::ranges::find_if(layout, [row](const InnerLine &inner) {
        return inner.row >= row && (inner.line == Line::Row || inner.line == Line::More)
            && (inner.line == Line::More || inner.row == row);
    });
    const auto offset = found == layout.end() ? -1 : found - layout.begin();
    return static_cast<int>(item.firstLine + 1) + static_cast<int>(offset);
}

QString TransactionModel::gtid(int line) const
{
    const auto &item = m_items[itemOfLine(line)];
    if (!item.isTransaction)
        return {};
    const auto rows = m_rows.store()->snapshot();
    return TransactionWords(rows, summary(item)).gtid();
}

const TransactionSummary &TransactionModel::summary(const Item &item) const
{
    return m_summaries.of(m_rows.store()->snapshot(),
                          m_rows.rowId(static_cast<int>(item.firstRow)));
}

// ---- showing

QVariant TransactionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const auto &item = m_items[itemOfLine(index.row())];
    const auto inner = innerAt(index.row());
    if (role == LineRole)
        return static_cast<int>(inner.line);
    if (inner.line == Line::Transaction)
        return headerLine(item, index, role);
    if (inner.line != Line::Row)
        return innerLine(index, inner, role);
    if (role == RowEventModel::BracketRole && item.isTransaction)
        return static_cast<int>(RowEventModel::Bracket::Middle);
    return sourceData(inner.row, index.column(), role);
}

static Operation mainOperation(const TransactionSummary &sum)
{
    const auto most = std::max({ sum.inserts, sum.updates, sum.deletes });
    if (most == 0)
        return Operation::Other;
    if (most == sum.inserts)
        return Operation::Insert;
    return most == sum.updates ? Operation::Update : Operation::Delete;
}

QVariant TransactionModel::headerLine(const Item &item, const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return headerText(item, index.column());
    case Qt::ToolTipRole: {
        const auto rows = m_rows.store()->snapshot();
        return TransactionWords(rows, summary(item))
            .tip(endOf(itemOfLine(index.row())) - item.firstRow);
    }
    case RowEventModel::OperationRole:
        return static_cast<int>(mainOperation(summary(item)));
    case CountsRole: {
        const auto &sum = summary(item);
        return QVariant::fromValue(
            OperationCounts { sum.inserts, sum.updates, sum.deletes, sum.others });
    }
    case UnfoldedRole:
        return item.unfolded;
    case RowEventModel::BracketRole:
        return static_cast<int>(RowEventModel::Bracket::None);
    case RowEventModel::MarkRole:
    case RowEventModel::PartsRole:
        return {};
    default:
        return sourceData(item.firstRow, index.column(), role);
    }
}

QVariant TransactionModel::headerText(const Item &item, int column) const
{
    const auto rows = m_rows.store()->snapshot();
    const TransactionWords words(rows, summary(item));
    switch (column) {
    case RowEventModel::TimeColumn:
    case RowEventModel::PositionColumn:
        return sourceData(item.firstRow, column, Qt::DisplayRole);
    case RowEventModel::OperationColumn:
        return u"TX"_s;
    case RowEventModel::TableColumn:
        return words.tables();
    case RowEventModel::KeyColumn:
        return words.size();
    case RowEventModel::ChangedColumn:
        return words.remarks(endOf(itemOfRow(item.firstRow)) - item.firstRow);
    default:
        return {};
    }
}

QVariant TransactionModel::innerLine(const QModelIndex &index, InnerLine inner, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return innerText(index, inner);
    case Qt::TextAlignmentRole:
        return sourceData(inner.row, index.column(), role);
    case RowEventModel::BracketRole:
        return static_cast<int>(inner.line == Line::End ? RowEventModel::Bracket::Last
                                                        : RowEventModel::Bracket::Middle);
    default:
        return {};
    }
}

QString TransactionModel::innerText(const QModelIndex &index, InnerLine inner) const
{
    constexpr qsizetype mostSql = 600;
    const auto rows = m_rows.store()->snapshot();
    const auto row = m_rows.rowId(static_cast<int>(inner.row));
    const auto &item = m_items[itemOfLine(index.row())];
    const int column = index.column();
    const bool isEnd = inner.line == Line::End;
    const bool ended = isEnd && summary(item).commit.has_value();
    if (column == RowEventModel::OperationColumn)
        return isEnd ? (ended ? u"COMMIT"_s : QString()) : u"SQL"_s;
    if (isEnd && ended && column == RowEventModel::PositionColumn) {
        RowSummary commit;
        commit.read(rows, *summary(item).commit);
        return commit.shortPosition();
    }
    if (column != (isEnd ? RowEventModel::ChangedColumn : RowEventModel::TableColumn))
        return {};
    switch (inner.line) {
    case Line::Statement: {
        const auto entry
            = rows.kind(row) == RowKind::Annotation ? rows.entry(row) : rows.statement(row);
        return entry ? statementText(rows, *entry, mostSql).simplified() : QString();
    }
    case Line::NoStatement:
        return tr("original SQL not in the stream");
    case Line::More: {
        const auto left = endOf(itemOfLine(index.row())) - inner.row;
        return tr("%n more rows are folded · Enter shows them", nullptr, static_cast<int>(left));
    }
    case Line::End:
        return TransactionWords(rows, summary(item)).end();
    case Line::Transaction:
    case Line::Row:
        break;
    }
    return {};
}

} // namespace canal
