// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/sqltext.h"

#include "model/typedvalue.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(canal::SqlText)

public:
    static QString refusal(SqlRefusal::Kind kind);
    static QString note(SqlNote::Kind kind);
    static QStringList order(SqlForm form, int statements);
};

QString utf8(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString Texts::refusal(SqlRefusal::Kind kind)
{
    using Kind = SqlRefusal::Kind;
    switch (kind) {
    case Kind::NotARow:
        return tr("There is SQL for inserted, updated and deleted rows only.");
    case Kind::Unreadable:
        return tr("The row could not be read back from the cache file.");
    case Kind::OddName:
        return tr("The name %1 cannot be written so that every client reads it right.");
    case Kind::OddImage:
        return tr("The row image has two columns that are called %1.");
    case Kind::NoKey:
        return tr("%1 has no primary key, so no single row can be named.");
    case Kind::NullInKey:
        return tr("The key column %1 is NULL, so no single row can be named.");
    case Kind::FloatInKey:
        return tr("The key column %1 is a FLOAT or DOUBLE: a rounded number is not found again.");
    case Kind::OnlyKeyInImage:
        return tr("The row image has nothing but the key. The server has to log full rows "
                  "(binlog_row_image=FULL).");
    case Kind::NotInImage:
        return tr("%1 is needed and is not in the row image. The server has to log full rows "
                  "(binlog_row_image=FULL).");
    case Kind::NothingChanged:
        return tr("Nothing changed in this row.");
    case Kind::UnknownType:
        return tr("The type of %1 is not known here, so its value cannot be written.");
    case Kind::OddValue:
        return tr("The value of %1 does not fit its type.");
    case Kind::BytesLost:
        return tr("The text of %1 has characters that the Canal server could not read: its bytes "
                  "are not known.");
    case Kind::Expression:
        return tr("Of %1 only the change is known, not the document "
                  "(binlog_row_value_options=PARTIAL_JSON).");
    case Kind::StatementSince:
        return tr("A DDL or a statement without rows that may concern %1 came after this change.");
    case Kind::TooLong:
        break;
    }
    return tr("The values are too long for SQL that is read by people.");
}

QString Texts::note(SqlNote::Kind kind)
{
    using Kind = SqlNote::Kind;
    switch (kind) {
    case Kind::GeneratedUnknown:
        return tr("which columns are generated is not known: take those out");
    case Kind::ColumnsInImage:
        return tr("columns in the row image: %1; check that the table has no more");
    case Kind::ZeroInKey:
        return tr("%1 is 0: SET sql_mode to NO_AUTO_VALUE_ON_ZERO first, or the server counts on");
    case Kind::ServerTimeZone:
        return tr("%1 is in the time zone of the Canal server: SET time_zone to that first");
    case Kind::JsonAsText:
        return tr("%1 is JSON as Canal wrote it: types that JSON text does not have are lost");
    case Kind::NotCompared:
        break;
    }
    return tr("%1 is not compared: whether it has changed since is not checked");
}

QStringList Texts::order(SqlForm form, int statements)
{
    QStringList lines;
    if (statements < 2)
        return lines;
    switch (form) {
    case SqlForm::Undo:
        lines.append(tr("%n changes, the newest first", nullptr, statements));
        break;
    case SqlForm::Redo:
        lines.append(tr("%n changes, the oldest first", nullptr, statements));
        break;
    case SqlForm::Insert:
    case SqlForm::Select:
        break;
    }
    return lines;
}

bool isInTransaction(const SqlScript &script)
{
    return script.form != SqlForm::Select && script.statements.size() > 1;
}

// The first row of the transaction that `row` is in, of those in the same log file: mysqlbinlog
// needs the table map that stands in front of the rows.
RowId transactionStart(const EventSnapshot &rows, RowId row)
{
    constexpr std::uint32_t mostRowsLookedAt = 1U << 16;
    const auto transaction = rows.transaction(row);
    const auto file = rows.logFile(rows.entry(row));
    auto first = row;
    for (std::uint32_t i = 1; transaction != 0 && i <= std::min(raw(row), mostRowsLookedAt); ++i) {
        const RowId other { raw(row) - i };
        if (!rows.contains(other) || rows.transaction(other) != transaction
            || rows.logFile(rows.entry(other)) != file)
            break;
        first = other;
    }
    return first;
}

QString jsonText(const QString &text)
{
    const auto array = QJsonDocument(QJsonArray { text }).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(array.mid(1, array.size() - 2));
}

// In the table's order, which QJsonObject does not keep.
QString jsonColumns(const std::vector<ColumnView> &columns, ValueDecoder &decoder)
{
    QStringList members;
    for (const auto &column : columns) {
        std::string value;
        decoder.append(column, ValueStyle::Display, value);
        members.append(jsonText(utf8(column.name)) + u": "_s
                       + (column.isNull ? u"null"_s : jsonText(utf8(value))));
    }
    return u'{' + members.join(u", "_s) + u'}';
}

} // namespace

QString refusalText(const SqlRefusal &refusal)
{
    auto sentence = Texts::refusal(refusal.kind);
    if (!sentence.contains(u"%1"_s))
        return sentence;
    const auto name = utf8(refusal.name);
    return sentence.arg(name.isEmpty() ? Texts::tr("A column") : name);
}

QString scriptText(const SqlScript &script)
{
    QStringList lines { Texts::tr("rebuilt from the row image, not the statement that ran") };
    lines += Texts::order(script.form, static_cast<int>(script.statements.size()));
    for (const auto &note : script.notes) {
        const auto sentence = Texts::note(note.kind);
        lines.append(sentence.contains(u"%1"_s) ? sentence.arg(utf8(note.name)) : sentence);
    }
    QString text;
    for (const auto &line : std::as_const(lines))
        text += u"-- "_s + line + u'\n';
    const bool inTransaction = isInTransaction(script);
    if (inTransaction)
        text += u"BEGIN;\n"_s;
    for (const auto &statement : script.statements)
        text += utf8(statement) + u";\n"_s;
    if (inTransaction)
        text += u"-- "_s
            + Texts::tr("COMMIT; when each of them has changed one row, otherwise ROLLBACK;")
            + u'\n';
    return text;
}

QString mysqlbinlogCommand(const EventSnapshot &rows, RowId row)
{
    EntryInfo entry;
    rows.read(rows.entry(row), entry);
    auto file = utf8(entry.header.logFile);
    static const QRegularExpression control(u"[\\x{0}-\\x{1f}\\x{7f}-\\x{9f}\\x{2028}-\\x{202e}"
                                            "\\x{2066}-\\x{2069}]"_s);
    if (!entry.readable || file.isEmpty() || file.contains(control))
        return {};
    const auto stop = entry.header.logOffset + entry.header.eventLength;
    const auto start = rows.logOffset(rows.entry(transactionStart(rows, row)));
    auto command = u"mysqlbinlog --verbose --base64-output=decode-rows --start-position=%1"_s.arg(
        std::min<qint64>(start, entry.header.logOffset));
    if (entry.header.eventLength > 0)
        command += u" --stop-position=%1"_s.arg(stop);
    static const QRegularExpression plain(u"^[A-Za-z0-9_][A-Za-z0-9._-]*$"_s);
    if (plain.match(file).hasMatch())
        return command + u' ' + file;
    return command + u" -- '"_s + file.replace(u'\'', u"'\\''"_s) + u'\'';
}

QString jsonOf(const EventSnapshot &rows, RowId row)
{
    if (rows.kind(row) != RowKind::Row)
        return {};
    RowImage image;
    EntryInfo entry;
    rows.read(row, image);
    rows.read(rows.entry(row), entry);
    if (!image.isReadable() || !entry.readable)
        return {};
    ValueDecoder decoder;
    QStringList members { u"\"schema\": "_s + jsonText(utf8(entry.header.schema)),
                          u"\"table\": "_s + jsonText(utf8(entry.header.table)),
                          u"\"event\": "_s + jsonText(utf8(eventTypeName(entry.eventType))),
                          u"\"file\": "_s + jsonText(utf8(entry.header.logFile)),
                          u"\"position\": %1"_s.arg(entry.header.logOffset) };
    if (!image.before().empty())
        members.append(u"\"before\": "_s + jsonColumns(image.before(), decoder));
    if (!image.after().empty())
        members.append(u"\"after\": "_s + jsonColumns(image.after(), decoder));
    return u'{' + members.join(u", "_s) + u"}\n"_s;
}

} // namespace canal
