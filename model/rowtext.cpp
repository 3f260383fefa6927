// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowtext.h"

namespace canal {

Operation operationOf(EventType type, bool isDdl)
{
    switch (type) {
    case EventType::Insert:
        return Operation::Insert;
    case EventType::Update:
        return Operation::Update;
    case EventType::Delete:
        return Operation::Delete;
    case EventType::Create:
    case EventType::Alter:
    case EventType::Erase:
    case EventType::Truncate:
    case EventType::Rename:
    case EventType::CreateIndex:
    case EventType::DropIndex:
        return Operation::Ddl;
    case EventType::Query:
        return isDdl ? Operation::Ddl : Operation::Query;
    case EventType::XaCommit:
        return Operation::XaCommit;
    case EventType::XaRollback:
        return Operation::XaRollback;
    case EventType::Unset:
    case EventType::Gtid:
    case EventType::MasterHeartbeat:
        break;
    }
    return Operation::Other;
}

Operation operationOf(const EventSnapshot &rows, RowId row)
{
    switch (rows.kind(row)) {
    case RowKind::Row:
    case RowKind::Statement: {
        const auto type = rows.eventType(row);
        return operationOf(type, type == EventType::Query && rows.isDdl(row));
    }
    case RowKind::Annotation:
        return Operation::Query;
    case RowKind::TransactionBegin:
        return Operation::Begin;
    case RowKind::TransactionEnd:
        return Operation::Commit;
    case RowKind::Other:
        return Operation::Other;
    case RowKind::Unreadable:
        break;
    }
    return Operation::Unreadable;
}

std::string_view operationWord(Operation operation)
{
    switch (operation) {
    case Operation::Insert:
        return "INSERT";
    case Operation::Update:
        return "UPDATE";
    case Operation::Delete:
        return "DELETE";
    case Operation::Ddl:
        return "DDL";
    case Operation::Query:
        return "QUERY";
    case Operation::XaCommit:
        return "XA COMMIT";
    case Operation::XaRollback:
        return "XA ROLLBACK";
    case Operation::Begin:
        return "BEGIN";
    case Operation::Commit:
        return "COMMIT";
    case Operation::Other:
        return "OTHER";
    case Operation::Unreadable:
        break;
    }
    return "UNREADABLE";
}

std::string_view RowText::of(const EventSnapshot &rows, RowId row, const EntryInfo &entry,
                             const RowImage &image, ValueStyle style)
{
    m_text.clear();
    appendCell(operationWord(operationOf(rows, row)));
    if (const auto table = rows.table(row); raw(table) != 0) {
        const auto &name = rows.tableName(table);
        appendCell(name.schema + '.' + name.table);
    }
    appendCell(std::string(entry.header.logFile) + ':' + std::to_string(entry.header.logOffset));
    if (rows.kind(row) == RowKind::Row) {
        appendColumns(image.before(), style);
        appendColumns(image.after(), style);
    } else {
        appendCell(entry.sql);
        appendCell(entry.transactionId);
    }
    return m_text;
}

void RowText::appendCell(std::string_view text)
{
    appendValidUtf8(text, m_text);
    m_text.push_back(cellEnd);
}

void RowText::appendColumns(const std::vector<ColumnView> &columns, ValueStyle style)
{
    for (const auto &column : columns) {
        appendCell(column.name);
        if (column.isNull && style != ValueStyle::Raw)
            m_text += "NULL";
        else
            m_decoder.append(column, style, m_text);
        m_text.push_back(cellEnd);
    }
}

} // namespace canal
