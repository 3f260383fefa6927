// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"
#include "model/sentvalue.h"
#include "model/textchange.h"
#include "model/typedvalue.h"

#include <QAbstractTableModel>

#include <array>
#include <optional>
#include <set>
#include <vector>

namespace canal {

// One row's columns, before and after, or those of two rows. NULL, the empty string and "not in the
// row image" are three things. Reads a row once. GUI thread; no colours.
class DiffModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, TypeColumn, BeforeColumn, AfterColumn, ColumnCount };
    enum Role {
        StateRole = Qt::UserRole, // canal::DiffModel::State of the column, as int
        ContentRole, // canal::DiffModel::Content of a before or after cell, as int
        RawRole, // what Canal sent, where it is not what the cell shows; else invalid
        KeyRole, // part of the primary key
        BytesRole, // size of the value as sent
        ShortenedRole, // the cell shows only the value's beginning
        ChangedPartsRole, // QList<canal::TextSpan> of the cell's text; invalid: all of it changed
        ChangedLaterRole, // a change that the cell does not reach
        ImageRole, // BeforeColumn or AfterColumn: the row image that a before or after cell is of
    };
    enum class State {
        Same,
        Changed,
        OnlyAfter, // an inserted row's, or an UPDATE whose row image lacks the value before
        OnlyBefore, // a deleted row's, or an UPDATE whose row image lacks the value after
        NotKnown, // one of two rows has no value to compare with
    };
    enum class Content {
        Value,
        Null,
        Empty,
        NotInImage, // not logged (binlog_row_image)
        NoRow, // there was no row: before an INSERT, after a DELETE
        NoColumn, // no row of that table, as far as it was seen, has it
    };
    Q_ENUM(State)
    Q_ENUM(Content)

    explicit DiffModel(QObject *parent = nullptr);

    void setRow(const EventSnapshot &rows, RowId row);
    // What each row was left as, a deleted one what it was; columns of one name go together.
    void compareRows(const EventSnapshot &rows, RowId older, RowId newer);
    bool isComparing() const { return m_compared.has_value(); }
    void clear();
    void setChangedOnly(bool changedOnly);
    bool changedOnly() const { return m_changedOnly; }

    // The whole value of a before or after cell; in another column of the line the one that is.
    SentValue sentValue(const QModelIndex &index) const;
    QModelIndex indexOf(const QString &name, Column column) const; // invalid: not shown
    QModelIndex firstChanged() const; // what to look at first: no key, if it can be helped

    int changedCount() const;
    int unknownCount() const; // neither changed nor the same
    int columnsInImage() const { return static_cast<int>(m_lines.size()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Side
    {
        const ColumnView *sent = nullptr; // in m_image; null: not in the row image
        Content content = Content::NotInImage;
        QString text; // as shown
        bool isShortened = false;
        QString raw; // set where it differs from text
        qint64 bytes = 0;
    };
    struct Line
    {
        QString name;
        QString type;
        bool isKey = false;
        State state = State::Same;
        Side before;
        Side after;
        mutable std::optional<TextChange> change; // found when it is painted
    };

    // What is compared of one row.
    struct Compared
    {
        RowImage image;
        bool isDeleted = false;
        QString row; // "#121"
        QString table;
        std::set<std::string_view> known; // columns of the table

        const std::vector<ColumnView> &columns() const
        {
            return isDeleted ? image.before() : image.after();
        }
        Content contentOf(std::string_view absent) const;
    };
    using Pair = std::pair<const ColumnView *, const ColumnView *>;

    void forget();
    static Compared readForComparison(const EventSnapshot &rows, RowId row);
    std::vector<Pair> comparedPairs() const;
    Line makeComparedLine(const Pair &pair);
    static State comparedState(const Pair &pair);
    const Compared *comparedRow(int column) const; // null: none is
    QString missingText(int column) const;
    Line makeLine(const ColumnView *before, const ColumnView *after, EventType event);
    Side makeSide(const ColumnView *column, Content ifAbsent);
    void rebuildShown();
    QVariant textOf(const Line &line, Column column) const;
    QString sideText(const Side &side, Column column) const;
    static QVariant changedParts(const Line &line, const Side &side);
    static bool isChangedLater(const Line &line);

    ValueDecoder m_decoder;
    RowImage m_image;
    std::optional<std::array<Compared, 2>> m_compared; // the older one first
    std::vector<Line> m_lines;
    std::vector<std::size_t> m_shown; // into m_lines
    bool m_changedOnly = false;
};

} // namespace canal
