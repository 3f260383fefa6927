// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/eventstore.h"

#include <QElapsedTimer>
#include <QList>
#include <QString>

namespace canal {

// The names that a store has met so far, as far as they can be typed. GUI thread.
class SeenNames
{
public:
    struct Column
    {
        QString name;
        QString type; // of the first table that has it

        bool operator==(const Column &) const = default;
    };

    void update(const EventSnapshot &rows); // cheap when nothing has changed
    void clear() { *this = {}; }

    const QStringList &schemas() const { return m_schemas; } // by name, as all of them
    const QStringList &tables() const { return m_tables; }
    const QList<Column> &columns() const { return m_columns; }

private:
    std::uint32_t m_tableCount = 0;
    std::uint32_t m_layoutCount = 0;
    QElapsedTimer m_looked;
    QStringList m_schemas;
    QStringList m_tables;
    QList<Column> m_columns;
};

struct FilterCompletion
{
    enum class Kind { Term, Schema, Table, Column };

    Kind kind = Kind::Term;
    QString text; // in the filter's language, quoted if it has to be
    QString hint; // a type, or what the term does
    qsizetype markedAt = 0; // what was typed of it
};

struct FilterCompletions
{
    qsizetype at = 0; // characters of the filter text that a choice replaces
    qsizetype length = 0;
    QList<FilterCompletion> choices; // the best first
};

// What may be meant by the word that ends at the cursor.
FilterCompletions filterCompletions(const QString &text, qsizetype cursor, const SeenNames &names);

} // namespace canal
