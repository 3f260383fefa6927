// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QObject>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace canal {

// How a mark looks: each has a shape, so that none is told by its colour alone.
enum class MarkSign : quint8 { Star, Disc, Square, Triangle, Diamond };
inline constexpr int markSigns = 5;

// The rows that the user marked, with their notes; lives as long as the session. GUI thread.
class RowMarks : public QObject
{
    Q_OBJECT

public:
    using Rows = std::vector<RowId>; // ascending

    explicit RowMarks(QObject *parent = nullptr);

    bool isEmpty() const { return m_rows->empty(); }
    qint64 count() const { return static_cast<qint64>(m_rows->size()); }
    std::optional<MarkSign> sign(RowId row) const;
    QString note(RowId row) const; // of a marked row; may be empty
    // Never changes once given; for any thread.
    std::shared_ptr<const Rows> rows() const { return m_rows; }
    bool areAllMarked(const Rows &rows) const;

    void mark(const Rows &rows, MarkSign sign);
    void unmark(const Rows &rows); // a note is kept for when the row is marked again
    void setNote(RowId row, const QString &note); // marks the row
    void forgetBefore(RowId row);
    void clear();

signals:
    void changed(quint32 firstRow, quint32 lastRow); // rows in between as well

private:
    void replace(Rows rows, std::vector<MarkSign> signs);

    std::shared_ptr<const Rows> m_rows;
    std::vector<MarkSign> m_signs; // of m_rows
    std::map<RowId, QString> m_notes; // also of rows that were unmarked
};

} // namespace canal
