// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/roweventmodel.h"
#include "model/transactions.h"

#include <unordered_set>

namespace canal {

// How many rows of a transaction did what.
struct OperationCounts
{
    quint32 inserts = 0;
    quint32 updates = 0;
    quint32 deletes = 0;
    quint32 others = 0;
};

// The rows of a RowEventModel by transaction, in the same columns: a line for each transaction, and
// below it, when it is unfolded, its SQL, its rows and its end. Has the rows that the other model
// shows, so filters hold here as well. Groups a part at a time, so that no flush takes long; keeps
// a few bytes for each transaction. GUI thread.
class TransactionModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Line {
        Transaction,
        Statement, // the SQL of the rows below
        NoStatement, // it is not in the stream
        Row,
        More, // rows that are not unfolded yet
        End, // or that there is none
    };
    Q_ENUM(Line)
    enum Role { // beside those of RowEventModel
        LineRole = RowEventModel::MarkRole + 1, // canal::TransactionModel::Line as int
        CountsRole, // canal::OperationCounts of a Transaction's rows that are shown or not
        UnfoldedRole,
    };
    enum class Fold { Folded, Unfolded };
    static constexpr quint32 rowsPerPage = 1000; // unfolded at once

    // `rows` must outlive the model. Groups nothing before it is active.
    explicit TransactionModel(RowEventModel &rows, QObject *parent = nullptr);
    ~TransactionModel() override;

    void setActive(bool active); // nobody looks at it otherwise
    bool isActive() const { return m_active; }
    bool isGrouping() const { return m_grouped < sourceRows(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

    Line lineAt(int line) const;
    int headerOf(int line) const; // the Transaction it belongs to, or itself
    // The row of the other model that a line stands for; of a Transaction its first.
    int sourceRow(int line) const;
    int lastSourceRow(int line) const; // another one when rows are folded into the line
    int lineOf(int sourceRow) const; // maybe of what it is folded into; -1: not grouped yet
    int transactionCount() const { return static_cast<int>(m_items.size()); } // and rows in none
    QString gtid(int line) const;

    Fold fold(int line) const; // of a line in no transaction: Folded
    void setFold(int line, Fold fold);
    void setAll(Fold fold); // also of those that are still to come
    void showMore(int line); // of the transaction
    int reveal(int sourceRow); // unfolds what hides it; its line

public slots:
    void noteArrived(); // an END may have come, which is no row

private:
    struct Item // a transaction, or a row in none
    {
        quint32 firstRow = 0; // of the other model
        quint32 firstLine = 0;
        quint16 pageLines = 0; // of the first rowsPerPage rows
        bool isTransaction = false;
        bool unfolded = false;
    };
    struct InnerLine
    {
        Line line = Line::Row;
        quint32 row = 0;
    };
    using Layout = std::vector<InnerLine>;

    quint32 sourceRows() const;
    quint32 number(quint32 row) const; // of the row's transaction
    quint32 endOf(std::size_t item) const; // the row after its last
    std::size_t itemOfLine(int line) const;
    std::size_t itemOfRow(quint32 row) const;
    quint32 shownLimit(const Item &item) const; // rows unfolded
    quint32 linesBelow(const Item &item, quint32 end) const;
    const Layout &layoutOf(std::size_t item) const;
    Layout makeLayout(const Item &item, quint32 end) const;
    InnerLine innerAt(int line) const;
    const TransactionSummary &summary(const Item &item) const;

    void group();
    quint32 growLast(quint32 to);
    void appendItems(quint32 to);
    void dropFrom(quint32 row);
    void forget();
    void addToItem(Item &item, quint32 row);
    void shiftBehind(std::size_t item, qint64 lines);
    void unfoldItem(std::size_t item);
    void foldItem(std::size_t item);
    void showRowsOf(std::size_t item, quint32 rows);
    bool isUnfoldedAtFirst(quint32 transaction) const;
    void repaintLine(quint32 line);

    void onRowsInserted(int first);
    void onRowsRemoved(int first);
    void onDataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight);
    void connectColumns();

    QVariant headerLine(const Item &item, const QModelIndex &index, int role) const;
    QVariant headerText(const Item &item, int column) const;
    QVariant innerLine(const QModelIndex &index, InnerLine inner, int role) const;
    QString innerText(const QModelIndex &index, InnerLine inner) const;
    QVariant sourceData(quint32 row, int column, int role) const;

    RowEventModel &m_rows;
    std::vector<Item> m_items;
    quint32 m_grouped = 0; // rows of the other model
    quint32 m_lines = 0;
    bool m_active = false;
    Fold m_usual = Fold::Folded;
    std::unordered_set<quint32> m_unusual; // transactions that are folded in the other way
    std::unordered_map<quint32, quint32> m_moreShown; // rows beyond the first page, by transaction
    TransactionLines m_lastLines; // of the last item so far
    mutable TransactionSummaries m_summaries;
    mutable std::unordered_map<std::size_t, Layout> m_layouts; // of items lately looked at
    QTimer m_next;
};

} // namespace canal

Q_DECLARE_METATYPE(canal::OperationCounts)
