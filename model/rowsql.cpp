// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowsql.h"

#include "model/sqlliteral.h"

#include <algorithm>

namespace canal {
namespace {

using Kind = SqlRefusal::Kind;
using Text = Result<std::string, SqlRefusal>;
using Columns = std::span<const ColumnView>;

constexpr std::size_t mostValueBytes = std::size_t(8) << 20;
constexpr std::size_t mostComparedBytes = 4096; // of a value in WHERE

Failure<SqlRefusal> refuse(Kind kind, std::string_view name = {})
{
    return Failure { SqlRefusal { kind, std::string(name) } };
}

Kind kindOf(LiteralError error)
{
    switch (error) {
    case LiteralError::UnknownType:
        return Kind::UnknownType;
    case LiteralError::OddValue:
        return Kind::OddValue;
    case LiteralError::BytesLost:
        return Kind::BytesLost;
    case LiteralError::Expression:
        break;
    }
    return Kind::Expression;
}

Text literalOf(const ColumnView &column)
{
    if (column.value.size() > mostValueBytes)
        return refuse(Kind::TooLong, column.name);
    auto literal = sqlLiteral(column);
    if (!literal)
        return refuse(kindOf(literal.error()), column.name);
    return *std::move(literal);
}

Text nameOf(std::string_view name)
{
    auto quoted = sqlName(name);
    if (!quoted)
        return refuse(Kind::OddName, name);
    return *std::move(quoted);
}

// Looks first where it usually is: row images have their columns in one order, and thousands of
// them can be.
const ColumnView *find(std::string_view name, Columns columns, std::size_t usual = 0)
{
    if (usual < columns.size() && columns[usual].name == name)
        return &columns[usual];
    const auto found = std::ranges::find(columns, name, &ColumnView::name);
    return found == columns.end() ? nullptr : &*found;
}

bool isSame(const ColumnView &one, const ColumnView &other)
{
    return one.isNull == other.isNull && one.value == other.value;
}

std::optional<SqlRefusal> oddImage(Columns columns)
{
    std::vector<std::string_view> names;
    names.reserve(columns.size());
    for (const auto &column : columns)
        names.push_back(column.name);
    std::ranges::sort(names);
    const auto twice = std::ranges::adjacent_find(names);
    if (twice == names.end())
        return {};
    return SqlRefusal { Kind::OddImage, std::string(*twice) };
}

bool isKnownEvent(EventType event)
{
    return event == EventType::Insert || event == EventType::Update || event == EventType::Delete;
}

// One statement under way.
class Writer
{
public:
    explicit Writer(const ChangedRow &row)
        : m_row(row)
    { }

    SqlResult insert(Columns image);
    SqlResult remove(Columns image);
    // From what the row is now to what it shall be.
    SqlResult update(Columns now, Columns wanted);
    SqlResult select(Columns image);
    Text keyOf(Columns image);

private:
    bool isAfter(Columns image) const { return image.data() == m_row.after.data(); }
    Text keyPart(const ColumnView &column);
    Text start() const; // the table's name
    std::optional<SqlRefusal> missingIn(Columns image) const;
    Text appendGuard(Columns columns, std::string where);
    Text assignments(Columns changed);
    std::optional<SqlRefusal> collectChanged(Columns now, Columns wanted);
    void note(SqlNote::Kind kind, std::string_view name = {});
    void noteZone(const ColumnView &column);
    void noteWritten(const ColumnView &column);

    const ChangedRow &m_row;
    std::vector<ColumnView> m_now;
    std::vector<ColumnView> m_wanted;
    std::vector<SqlNote> m_notes;
};

void Writer::note(SqlNote::Kind kind, std::string_view name)
{
    SqlNote note { kind, std::string(name) };
    if (std::ranges::find(m_notes, note) == m_notes.end())
        m_notes.push_back(std::move(note));
}

void Writer::noteZone(const ColumnView &column)
{
    if (!column.isNull && sqlKindOf(column.mysqlType) == SqlKind::Timestamp)
        note(SqlNote::Kind::ServerTimeZone, column.name);
}

void Writer::noteWritten(const ColumnView &column)
{
    noteZone(column);
    if (!column.isNull && sqlKindOf(column.mysqlType) == SqlKind::Json)
        note(SqlNote::Kind::JsonAsText, column.name);
}

Text Writer::start() const
{
    if (!isKnownEvent(m_row.event) || (m_row.before.empty() && m_row.after.empty()))
        return refuse(Kind::NotARow);
    for (const auto image : { m_row.before, m_row.after })
        if (auto odd = oddImage(image))
            return Failure { *std::move(odd) };
    auto schema = nameOf(m_row.schema);
    if (!schema)
        return schema;
    auto table = nameOf(m_row.table);
    if (!table)
        return table;
    return *schema + '.' + *table;
}

Text Writer::keyPart(const ColumnView &column)
{
    if (column.isNull)
        return refuse(Kind::NullInKey, column.name);
    if (sqlKindOf(column.mysqlType) == SqlKind::Float)
        return refuse(Kind::FloatInKey, column.name);
    noteZone(column);
    auto name = nameOf(column.name);
    auto literal = literalOf(column);
    if (!name || !literal)
        return name ? literal : name;
    return *name + " = " + *literal;
}

// The key as `image` has it. A key column that an UPDATE did not log after is as it was before; the
// other way round it is not known.
Text Writer::keyOf(Columns image)
{
    std::vector<std::string_view> keys;
    const auto add = [&keys](std::string_view name) {
        if (std::ranges::find(keys, name) == keys.end())
            keys.push_back(name);
    };
    for (const auto columns : { image, m_row.before, m_row.after })
        for (const auto &column : columns)
            if (column.isKey)
                add(column.name);
    for (const auto &column : m_row.known)
        if (column.isKey)
            add(column.name);
    if (keys.empty())
        return refuse(Kind::NoKey, m_row.table);
    std::string where;
    for (const auto name : keys) {
        const auto *column = find(name, image);
        if (column == nullptr && isAfter(image))
            column = find(name, m_row.before);
        if (column == nullptr)
            return refuse(Kind::NotInImage, name);
        auto part = keyPart(*column);
        if (!part)
            return part;
        where += (where.empty() ? "" : " AND ") + *part;
    }
    return where;
}

// What cannot be asked for exactly is left out, and named.
Text Writer::appendGuard(Columns columns, std::string where)
{
    for (const auto &column : columns) {
        if (column.isKey)
            continue;
        auto name = nameOf(column.name);
        if (!name)
            return name;
        if (column.isNull) {
            where += " AND " + *name + " IS NULL";
            continue;
        }
        auto literal = literalOf(column);
        const bool isExact = literal && isComparable(sqlKindOf(column.mysqlType))
            && column.value.size() <= mostComparedBytes;
        if (!isExact) {
            note(SqlNote::Kind::NotCompared, column.name);
            continue;
        }
        where += " AND " + *name + " = " + *literal;
        noteZone(column);
    }
    return where;
}

// A row of which a column is missing must not be put into the table.
std::optional<SqlRefusal> Writer::missingIn(Columns image) const
{
    std::size_t at = 0;
    for (const auto &column : m_row.known)
        if (find(column.name, image, at++) == nullptr)
            return SqlRefusal { Kind::NotInImage, std::string(column.name) };
    at = 0;
    for (const auto &column : isAfter(image) ? m_row.before : m_row.after)
        if (find(column.name, image, at++) == nullptr)
            return SqlRefusal { Kind::NotInImage, std::string(column.name) };
    const auto count = static_cast<std::int32_t>(image.size());
    const bool hasGap = std::ranges::any_of(
        image, [count](const ColumnView &column) { return column.index >= count; });
    if (hasGap)
        return SqlRefusal { Kind::NotInImage, {} };
    // What an INSERT did not name had its default then, and will have it again.
    if (m_row.event != EventType::Insert && std::ranges::all_of(image, &ColumnView::isKey))
        return SqlRefusal { Kind::OnlyKeyInImage, {} };
    return {};
}

SqlResult Writer::insert(Columns image)
{
    const auto table = start();
    if (!table)
        return Failure { table.error() };
    if (auto refusal = missingIn(image))
        return Failure { *std::move(refusal) };
    std::string names;
    std::string values;
    for (const auto &column : image) {
        auto name = nameOf(column.name);
        if (!name)
            return Failure { name.error() };
        auto literal = literalOf(column);
        if (!literal)
            return Failure { literal.error() };
        names += (names.empty() ? "" : ", ") + *name;
        values += (values.empty() ? "" : ", ") + *literal;
        noteWritten(column);
        if (column.isKey && *literal == "0")
            note(SqlNote::Kind::ZeroInKey, column.name);
    }
    note(SqlNote::Kind::ColumnsInImage, std::to_string(image.size()));
    note(SqlNote::Kind::GeneratedUnknown);
    return SqlStatement { "INSERT INTO " + *table + " (" + names + ")\n VALUES (" + values + ')',
                          m_notes };
}

SqlResult Writer::remove(Columns image)
{
    const auto table = start();
    if (!table)
        return Failure { table.error() };
    const auto key = keyOf(image);
    if (!key)
        return Failure { key.error() };
    const auto where = appendGuard(image, *key);
    if (!where)
        return Failure { where.error() };
    return SqlStatement { "DELETE FROM " + *table + "\n WHERE " + *where, m_notes };
}

Text Writer::assignments(Columns changed)
{
    std::string set;
    for (const auto &column : changed) {
        auto name = nameOf(column.name);
        if (!name)
            return name;
        auto literal = literalOf(column);
        if (!literal)
            return literal;
        set += (set.empty() ? "" : ", ") + *name + " = " + *literal;
        noteWritten(column);
    }
    return set;
}

// The columns that changed, as they are now and as they shall be.
std::optional<SqlRefusal> Writer::collectChanged(Columns now, Columns wanted)
{
    for (std::size_t i = 0; i < m_row.after.size(); ++i) {
        const auto &after = m_row.after[i];
        const auto *before = find(after.name, m_row.before, i);
        if (before != nullptr && isSame(*before, after))
            continue;
        const auto *fresh = find(after.name, wanted, i);
        if (fresh == nullptr)
            return SqlRefusal { Kind::NotInImage, std::string(after.name) };
        m_wanted.push_back(*fresh);
        const auto *old = find(after.name, now, i);
        if (old == nullptr)
            continue;
        m_now.push_back(*old);
        // What the row holds now has to be as well known as what it shall hold.
        if (const auto literal = literalOf(*old); !literal)
            return literal.error();
    }
    if (m_wanted.empty())
        return SqlRefusal { Kind::NothingChanged, {} };
    return {};
}

SqlResult Writer::update(Columns now, Columns wanted)
{
    const auto table = start();
    if (!table)
        return Failure { table.error() };
    if (auto refusal = collectChanged(now, wanted))
        return Failure { *std::move(refusal) };
    const auto set = assignments(m_wanted);
    if (!set)
        return Failure { set.error() };
    const auto key = keyOf(now);
    if (!key)
        return Failure { key.error() };
    const auto where = appendGuard(m_now, *key);
    if (!where)
        return Failure { where.error() };
    note(SqlNote::Kind::GeneratedUnknown);
    return SqlStatement { "UPDATE " + *table + "\n SET " + *set + "\n WHERE " + *where, m_notes };
}

SqlResult Writer::select(Columns image)
{
    const auto table = start();
    if (!table)
        return Failure { table.error() };
    const auto key = keyOf(image);
    if (!key)
        return Failure { key.error() };
    return SqlStatement { "SELECT * FROM " + *table + "\n WHERE " + *key, m_notes };
}

Columns lastImage(const ChangedRow &row)
{
    return row.event == EventType::Delete ? row.before : row.after;
}

} // namespace

SqlResult redoSql(const ChangedRow &row)
{
    if (row.event == EventType::Insert)
        return Writer(row).insert(row.after);
    if (row.event == EventType::Delete)
        return Writer(row).remove(row.before);
    return Writer(row).update(row.before, row.after);
}

SqlResult undoSql(const ChangedRow &row)
{
    if (row.event == EventType::Insert)
        return Writer(row).remove(row.after);
    if (row.event == EventType::Delete)
        return Writer(row).insert(row.before);
    return Writer(row).update(row.after, row.before);
}

SqlResult insertSql(const ChangedRow &row) { return Writer(row).insert(lastImage(row)); }

SqlResult selectSql(const ChangedRow &row) { return Writer(row).select(lastImage(row)); }

Result<std::string, SqlRefusal> keySql(const ChangedRow &row)
{
    return Writer(row).keyOf(lastImage(row));
}

} // namespace canal
