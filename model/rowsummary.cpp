// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowsummary.h"

#include "model/csvwriter.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace canal {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(canal::RowSummary)
};

} // namespace

QString plainText(const ValueParts &parts)
{
    QString text;
    for (const auto &part : parts)
        text += part.kind == ValuePart::Kind::Arrow ? u" → "_s : part.text;
    return text;
}

QString shown(std::string_view utf8, qsizetype most)
{
    // A character has at most four bytes, so no more of a huge value is looked at.
    const auto bytes = std::min(utf8.size(), static_cast<std::size_t>(most) * 4 + 4);
    auto text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(bytes));
    if (text.size() > most || bytes < utf8.size())
        text = text.first(qMin(text.size(), most)) + u'…';
    return text;
}

ColumnView headOf(const ColumnView &column, ValueDecoder &decoder, qsizetype chars)
{
    auto head = column;
    const auto family = decoder.typeOf(column.mysqlType).family;
    // A character has at most four bytes.
    auto bytes = static_cast<std::size_t>(chars) * 4;
    if (family == ColumnType::Family::Enum || family == ColumnType::Family::Set
        || column.value.size() <= bytes)
        return head;
    // Half a character would make bytes look like text.
    const auto continues = [&](std::size_t at) {
        return (static_cast<unsigned char>(column.value[at]) & 0xc0U) == 0x80U;
    };
    for (int back = 0; back < 3 && continues(bytes); ++back)
        --bytes;
    head.value = column.value.substr(0, bytes);
    return head;
}

QString grouped(qint64 number)
{
    auto digits = QString::number(number);
    constexpr char16_t narrowNoBreakSpace = 0x202f;
    const qsizetype first = number < 0 ? 1 : 0;
    for (auto at = digits.size() - 3; at > first; at -= 3)
        digits.insert(at, QChar(narrowNoBreakSpace));
    return digits;
}

void RowSummary::read(const EventSnapshot &rows, RowId row)
{
    m_kind = rows.kind(row);
    rows.read(rows.entry(row), m_entry);
    rows.read(row, m_image);
}

QString RowSummary::tableName() const
{
    if (m_kind != RowKind::Row && m_kind != RowKind::Statement)
        return {};
    const auto schema = shown(m_entry.header.schema);
    const auto table = shown(m_entry.header.table);
    return table.isEmpty() ? schema : schema + u'.' + table;
}

QString RowSummary::valueText(const ColumnView &column) const
{
    if (column.isNull)
        return u"NULL"_s;
    if (column.value.empty())
        return u"''"_s;
    const auto head = headOf(column, m_decoder, mostChars);
    std::string text;
    m_decoder.append(head, ValueStyle::Display, text);
    auto result = shown(text, mostChars);
    if (head.value.size() < column.value.size() && !result.endsWith(u'…'))
        result += u'…';
    return result;
}

ValuePart RowSummary::valuePart(const ColumnView &column, ValuePart::Kind kind) const
{
    const auto content = column.isNull ? ValuePart::Content::Null
        : column.value.empty()         ? ValuePart::Content::Empty
                                       : ValuePart::Content::Text;
    return { kind, content, valueText(column).simplified() };
}

QString RowSummary::key() const
{
    QStringList values;
    for (const auto &column : keySide(m_image))
        if (column.isKey)
            values.append(valueText(column));
    return values.join(u", "_s);
}

ValueParts RowSummary::updateParts() const
{
    ValueParts parts;
    qsizetype chars = 0;
    const auto changed = changedColumns(m_image);
    for (std::size_t i = 0; i < changed.size() && chars < mostChars; ++i) {
        const auto &after = m_image.after()[changed[i]];
        const auto *before = columnNamed(after.name, m_image.before(), changed[i]);
        if (!parts.isEmpty())
            parts.append({ ValuePart::Kind::Gap, {}, u"  "_s });
        parts.append({ ValuePart::Kind::Name, {}, shown(after.name, 64) + u": "_s });
        if (before != nullptr)
            parts.append(valuePart(*before, ValuePart::Kind::Old));
        else
            parts.append({ ValuePart::Kind::Old, ValuePart::Content::NotInImage, u"·"_s });
        parts.append({ ValuePart::Kind::Arrow, {}, u"→"_s });
        parts.append(valuePart(after, ValuePart::Kind::New));
        for (auto at = parts.size() - 4; at < parts.size(); ++at)
            chars += parts[at].text.size();
    }
    if (parts.isEmpty())
        parts.append({ ValuePart::Kind::Text, {}, Words::tr("nothing changed") });
    return parts;
}

ValueParts RowSummary::listParts(const std::vector<ColumnView> &columns, const QString &lead) const
{
    ValueParts parts { { ValuePart::Kind::Text, {}, lead } };
    qsizetype chars = 0;
    bool first = true;
    for (const auto &column : columns) {
        if (column.isKey)
            continue;
        if (chars >= mostChars)
            break;
        parts.append({ ValuePart::Kind::Gap, {}, first ? u" "_s : u" · "_s });
        first = false;
        parts.append({ ValuePart::Kind::Name, {}, shown(column.name, 64) + u'=' });
        parts.append(valuePart(column, ValuePart::Kind::Value));
        chars += parts.back().text.size() + 3;
    }
    return parts;
}

ValueParts RowSummary::changed() const
{
    const auto text = [](const QString &words) {
        return ValueParts { { ValuePart::Kind::Text, {}, words } };
    };
    if (!m_image.isReadable() || !m_entry.readable)
        return text(Words::tr("cannot be read back from the cache file"));
    switch (m_kind) {
    case RowKind::Row:
        if (m_entry.eventType == EventType::Update)
            return updateParts();
        if (m_entry.eventType == EventType::Delete)
            return listParts(m_image.before(), Words::tr("was"));
        return listParts(
            m_image.after(),
            Words::tr("%n columns", nullptr, static_cast<int>(m_image.after().size())));
    case RowKind::Statement:
    case RowKind::Annotation:
        return text(shown(m_entry.sql).simplified());
    case RowKind::TransactionBegin:
        return text(Words::tr("thread %1").arg(m_entry.threadId));
    case RowKind::TransactionEnd:
        return text(Words::tr("XID %1").arg(shown(m_entry.transactionId)));
    case RowKind::Other:
        return text(Words::tr("entry of type %1").arg(static_cast<int>(m_entry.type)));
    case RowKind::Unreadable:
        break;
    }
    return text(
        Words::tr("%n bytes that are no Canal entry", nullptr, static_cast<int>(m_entry.size)));
}

ValueParts RowSummary::value(const DataColumn &column) const
{
    const auto same = [](std::string_view utf8, const QString &text) {
        const QUtf8StringView view(utf8.data(), static_cast<qsizetype>(utf8.size()));
        return QAnyStringView(view) == QAnyStringView(text);
    };
    if (m_kind != RowKind::Row || !m_image.isReadable() || !same(m_entry.header.table, column.table)
        || !same(m_entry.header.schema, column.schema))
        return {};
    const auto &side = m_entry.eventType == EventType::Delete ? m_image.before() : m_image.after();
    for (const auto &candidate : side)
        if (same(candidate.name, column.name))
            return { valuePart(candidate, ValuePart::Kind::Value) };
    return { { ValuePart::Kind::Value, ValuePart::Content::NotInImage, u"·"_s } };
}

QString RowSummary::shortPosition() const
{
    const auto file = shown(m_entry.header.logFile, 64).section(u'.', -1).right(3);
    return u"%1:%2"_s.arg(file, grouped(m_entry.header.logOffset));
}

QString RowSummary::position() const
{
    return u"%1:%2"_s.arg(shown(m_entry.header.logFile), QString::number(m_entry.header.logOffset));
}

QString RowSummary::statement(const EventSnapshot &rows) const
{
    if (!m_entry.statement)
        return {};
    EntryInfo annotation;
    rows.read(*m_entry.statement, annotation);
    constexpr qsizetype mostSql = 4096;
    return shown(annotation.sql, mostSql);
}

} // namespace canal
