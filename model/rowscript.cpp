// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowscript.h"

#include "model/filterscanner.h"

#include <algorithm>

namespace canal {
namespace {

constexpr std::size_t mostScriptBytes = std::size_t(32) << 20;

// Of the row's version of the table, as far as it was seen.
std::vector<KnownColumn> knownColumns(const EventSnapshot &rows, RowId row)
{
    std::vector<KnownColumn> known;
    const auto place = rows.place(row);
    const auto number = Layouts::numberAt(rows.block(place.block).from(place.offset));
    if (!number || *number >= rows.layoutCount())
        return known;
    rows.layout(*number).forEachColumn([&known](const LayoutColumn &column) {
        known.push_back({ column.name, column.isKey });
    });
    return known;
}

bool isDefinition(EventType type)
{
    switch (type) {
    case EventType::Create:
    case EventType::Alter:
    case EventType::Erase:
    case EventType::Query:
    case EventType::Truncate:
    case EventType::Rename:
    case EventType::CreateIndex:
    case EventType::DropIndex:
        return true;
    case EventType::Unset:
    case EventType::Insert:
    case EventType::Update:
    case EventType::Delete:
    case EventType::Gtid:
    case EventType::XaCommit:
    case EventType::XaRollback:
    case EventType::MasterHeartbeat:
        break;
    }
    return false;
}

bool isNamePart(char c)
{
    constexpr unsigned char firstBeyondAscii = 0x80;
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '$'
        || static_cast<unsigned char>(c) >= firstBeyondAscii;
}

// Both in lower case.
bool hasWord(std::string_view text, std::string_view word)
{
    for (auto at = text.find(word); at != text.npos; at = text.find(word, at + 1)) {
        const auto end = at + word.size();
        if ((at == 0 || !isNamePart(text[at - 1]))
            && (end == text.size() || !isNamePart(text[end])))
            return true;
    }
    return false;
}

SqlResult sqlOf(SqlForm form, const ChangedRow &row)
{
    switch (form) {
    case SqlForm::Insert:
        return insertSql(row);
    case SqlForm::Undo:
        return undoSql(row);
    case SqlForm::Redo:
        return redoSql(row);
    case SqlForm::Select:
        break;
    }
    return selectSql(row);
}

Failure<SqlRefusal> refuse(SqlRefusal::Kind kind, std::string_view name = {})
{
    return Failure { SqlRefusal { kind, std::string(name) } };
}

SqlResult statementFor(const EventSnapshot &rows, SqlForm form, RowId row)
{
    if (rows.kind(row) != RowKind::Row)
        return refuse(SqlRefusal::Kind::NotARow);
    RowImage image;
    rows.read(row, image);
    if (!image.isReadable())
        return refuse(SqlRefusal::Kind::Unreadable);
    return sqlOf(form, changedRow(rows, row, image));
}

// The first of the changes after whom a statement may have changed the table.
std::optional<RowId> firstOutdated(const EventSnapshot &rows, std::span<const RowId> changes)
{
    std::vector<TableId> asked;
    for (const auto row : changes) {
        const auto table = rows.table(row);
        if (rows.kind(row) != RowKind::Row || std::ranges::find(asked, table) != asked.end())
            continue; // the table's first change has the most rows after it
        asked.push_back(table);
        if (StatementsAbout(rows, rows.tableName(table)).first(raw(row) + 1, rows.size()))
            return row;
    }
    return {};
}

} // namespace

ChangedRow changedRow(const EventSnapshot &rows, RowId row, const RowImage &image)
{
    const auto &table = rows.tableName(rows.table(row));
    return { table.schema,   table.table,   rows.eventType(row),
             image.before(), image.after(), knownColumns(rows, row) };
}

Result<SqlScript, ScriptRefusal> scriptOf(const EventSnapshot &rows, SqlForm form,
                                          std::span<const RowId> changes)
{
    // A SELECT harms nothing.
    if (const auto row = form == SqlForm::Select ? std::nullopt : firstOutdated(rows, changes))
        return Failure { ScriptRefusal {
            *row, { SqlRefusal::Kind::StatementSince, rows.tableName(rows.table(*row)).table } } };
    SqlScript script { form, {}, {} };
    std::size_t bytes = 0;
    for (const auto row : changes) {
        auto statement = statementFor(rows, form, row);
        if (!statement)
            return Failure { ScriptRefusal { row, statement.error() } };
        bytes += statement->sql.size();
        if (bytes > mostScriptBytes)
            return Failure { ScriptRefusal { row, { SqlRefusal::Kind::TooLong, {} } } };
        for (const auto &note : statement->notes)
            if (std::ranges::find(script.notes, note) == script.notes.end())
                script.notes.push_back(note);
        script.statements.push_back(statement->sql);
    }
    if (form == SqlForm::Undo)
        std::ranges::reverse(script.statements);
    return script;
}

// ---- statements

StatementsAbout::StatementsAbout(const EventSnapshot &rows, TableName table)
    : m_rows(rows)
    , m_table(std::move(table))
    , m_lowerTable(lowerCase(m_table.table))
{ }

std::optional<RowId> StatementsAbout::first(std::uint32_t from, std::uint32_t to)
{
    for (auto at = from; at < to;) {
        const auto run = m_rows.columns(RowId { at });
        const auto count = std::min(to - at, static_cast<std::uint32_t>(run.codes.size()));
        for (std::uint32_t i = 0; i < count; ++i)
            if (kindOf(run.codes[i]) == RowKind::Statement && concerns(RowId { at + i }))
                return RowId { at + i };
        at += count;
    }
    return {};
}

bool StatementsAbout::concerns(RowId row)
{
    const auto type = m_rows.eventType(row);
    if (type == EventType::XaCommit || type == EventType::XaRollback)
        return false;
    if (const auto table = m_rows.table(row); raw(table) != 0 && m_rows.tableName(table) == m_table)
        return true;
    if (!m_rows.isDdl(row) && !isDefinition(type))
        return false;
    // A RENAME or a DROP of several tables names only one of them in its header (S18).
    m_rows.read(m_rows.entry(row), m_entry);
    const auto &header = m_entry.header;
    const bool namesSchema = header.schema.empty() || header.schema == m_table.schema
        || m_entry.ddlSchema == m_table.schema;
    return (header.table.empty() && namesSchema) || hasWord(lowerCase(m_entry.sql), m_lowerTable);
}

} // namespace canal
