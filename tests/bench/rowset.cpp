// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/rowset.h"

#include "protocol/server/wirewriter.h"

#include <QtEndian>

#include <algorithm>
#include <cstdio>

namespace canal::bench {
namespace {

using server::WireWriter;

struct ColumnShape
{
    QByteArrayView name;
    QByteArrayView mysqlType;
    int sqlType; // java.sql.Types
    bool isKey;
};

constexpr int sqlDecimal = 3;
constexpr int sqlSmallInt = 5;

const std::array<ColumnShape, 12> orderColumns { {
    { "id", "bigint(20) unsigned", -5, true },
    { "order_no", "varchar(32)", 12, false },
    { "user_id", "bigint(20)", -5, false },
    { "status", "tinyint(4)", -6, false },
    { "total_amount", "decimal(12,2)", sqlDecimal, false },
    { "currency", "char(3)", 1, false },
    { "pay_method", "varchar(16)", 12, false },
    { "address", "varchar(255)", 12, false },
    { "remark", "varchar(512)", 12, false },
    { "ext", "json", 12, false },
    { "created_at", "datetime", 93, false },
    { "updated_at", "datetime(3)", 93, false },
} };
enum ColumnIndex : std::size_t {
    IdColumn,
    OrderNoColumn,
    UserColumn,
    StatusColumn,
    AmountColumn,
    CurrencyColumn,
    PayColumn,
    AddressColumn,
    RemarkColumn,
    ExtColumn,
    CreatedColumn,
    UpdatedColumn,
};

constexpr std::array<const char *, 20> vocabulary {
    "express",      "fragile",        "gift wrap",      "leave at door", "call before delivery",
    "北京市朝阳区", "上海市浦东新区", "invoice needed", "no bag",        "second floor",
    "late is fine", "urgent",         "return of",      "replacement",   "promo SUMMER",
    "张伟",         "李娜",           "blue",           "large",         "refund pending",
};
constexpr std::array<const char *, 20> tables {
    "orders",   "order_items", "users",   "payments",  "shipments",     "inventory", "coupons",
    "refunds",  "carts",       "reviews", "addresses", "products",      "skus",      "audit_log",
    "sessions", "invoices",    "returns", "ledger",    "notifications", "events",
};
constexpr std::array<const char *, 4> payMethods { "alipay", "wechat", "card", "cod" };

// printf into a std::string: the formats are ours, the results short.
template <typename... Values>
std::string formatted(const char *format, Values... values)
{
    std::array<char, 128> text {};
    const auto length = std::snprintf(text.data(), text.size(), format,
                                      values...); // NOLINT(cppcoreguidelines-pro-type-vararg)
    return { text.data(), static_cast<std::size_t>(length) };
}

QByteArrayView viewOf(const std::string &text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

template <typename Enum>
qint64 number(Enum value)
{
    return static_cast<qint64>(value);
}

} // namespace

RowSetGenerator::RowSetGenerator(RowSet set, std::uint64_t rows, std::uint32_t entriesPerBatch)
    : m_set(set)
    , m_rows(rows)
    , m_entriesPerBatch(entriesPerBatch)
    , m_random(42) // NOLINT(cert-msc32-c,cert-msc51-cpp,bugprone-random-generator-seed): the same
                   // in every run
{ }

bool RowSetGenerator::next(std::string &frame)
{
    if (m_totals.rows >= m_rows)
        return false;
    m_messages.clear();
    WireWriter(m_messages).varint(1, static_cast<qint64>(++m_totals.batches));
    for (std::uint32_t i = 0; i < m_entriesPerBatch && m_totals.rows < m_rows; ++i)
        appendEntry();
    constexpr int magic = 17;
    constexpr int messagesPacket = 7;
    frame.assign(sizeof(qint32), '\0');
    WireWriter packet(frame);
    packet.varint(1, magic);
    packet.varint(2, 1);
    packet.varint(3, messagesPacket);
    packet.varint(4, 1);
    packet.bytes(5, viewOf(m_messages));
    qToBigEndian(static_cast<qint32>(frame.size() - sizeof(qint32)), frame.data());
    m_totals.bytes += frame.size();
    return true;
}

// ---- values

std::string RowSetGenerator::words(std::uint32_t count)
{
    std::string text;
    for (std::uint32_t i = 0; i < count; ++i) {
        if (i > 0)
            text += ' ';
        text += vocabulary[below(vocabulary.size())];
    }
    return text;
}

std::string RowSetGenerator::dateTime(std::uint64_t ms) const
{
    const auto s = ms / 1000;
    return formatted("2025-%02u-%02u %02u:%02u:%02u", static_cast<unsigned>(1 + s / 2'592'000 % 12),
                     static_cast<unsigned>(1 + s / 86'400 % 28),
                     static_cast<unsigned>(s / 3600 % 24), static_cast<unsigned>(s / 60 % 60),
                     static_cast<unsigned>(s % 60));
}

std::string RowSetGenerator::dateTimeWithMs(std::uint64_t ms) const
{
    return dateTime(ms) + formatted(".%03u", static_cast<unsigned>(ms % 1000));
}

std::string RowSetGenerator::attributes()
{
    const auto major = below(9);
    const auto minor = below(9);
    const auto patch = below(20);
    const auto coupon = below(100'000);
    auto json = formatted(R"({"src":"app","ver":"%u.%u.%u","coupon":%u,"dev":"%08x")", major, minor,
                          patch, coupon, static_cast<unsigned>(m_random()));
    if (below(3) == 0) {
        const auto first = words(1);
        json += R"(,"tags":[")" + first + R"(",")" + words(1) + R"("])";
    }
    return json + '}';
}

RowSetGenerator::Row RowSetGenerator::row()
{
    Row row;
    m_lastId += 1 + below(3);
    row[IdColumn].text = std::to_string(m_lastId);
    row[OrderNoColumn].text
        = "SO" + std::to_string(m_clockMs / 1000) + formatted("%06u", below(1'000'000));
    row[UserColumn].text = std::to_string(10'000'000 + below(90'000'000));
    row[StatusColumn].text = std::to_string(below(8));
    const auto whole = below(5000);
    row[AmountColumn].text = formatted("%u.%02u", whole, below(100));
    row[CurrencyColumn].text = below(4) != 0 ? "CNY" : "USD";
    row[PayColumn].isNull = below(5) == 0;
    if (!row[PayColumn].isNull)
        row[PayColumn].text = payMethods[below(payMethods.size())];
    const auto house = std::to_string(below(999));
    const auto street = words(2 + below(4));
    row[AddressColumn].text = house + ' ' + street + " #" + std::to_string(below(9999));
    row[RemarkColumn].isNull = below(2) != 0;
    if (!row[RemarkColumn].isNull)
        row[RemarkColumn].text = words(1 + below(8));
    row[ExtColumn].text = attributes();
    row[CreatedColumn].text = dateTime(m_clockMs - below(86'400'000));
    row[UpdatedColumn].text = dateTimeWithMs(m_clockMs);
    if (m_set == RowSet::Mixed)
        varyForMixed(row);
    return row;
}

RowSetGenerator::Row RowSetGenerator::changed(const Row &before)
{
    auto after = before;
    after[StatusColumn] = { std::to_string(below(8)), false };
    after[UpdatedColumn] = { dateTimeWithMs(m_clockMs + 1), false };
    if (below(3) == 0)
        after[RemarkColumn] = { words(1 + below(8)), false };
    return after;
}

void RowSetGenerator::varyForMixed(Row &row)
{
    if (below(10) == 0) // beyond BIGINT: Canal says DECIMAL
        row[IdColumn].text = std::to_string(10'000'000'000'000'000'000U + m_lastId);
    if (below(10) == 0)
        row[StatusColumn].text = std::to_string(128 + below(128)); // Canal says SMALLINT
    for (std::size_t i = 1; i < row.size(); ++i)
        if (below(20) == 0)
            row[i] = { {}, true };
}

int RowSetGenerator::sqlTypeOf(std::size_t column, const Cell &cell) const
{
    constexpr std::size_t digitsOfLargeId = 20;
    if (column == IdColumn && cell.text.size() >= digitsOfLargeId)
        return sqlDecimal;
    if (column == StatusColumn && cell.text.size() == 3)
        return sqlSmallInt;
    return orderColumns[column].sqlType;
}

// ---- entries

void RowSetGenerator::appendEntry()
{
    ++m_totals.entries;
    m_clockMs += below(4);
    if (!m_isInTransaction)
        appendBegin();
    else if (m_entriesLeft == 0)
        appendEnd();
    else if (m_set == RowSet::Mixed && !m_statementIsWritten && below(3) == 0)
        appendStatement();
    else
        appendRows();
    WireWriter(m_messages).bytes(2, viewOf(m_entry));
}

void RowSetGenerator::appendBegin()
{
    m_isInTransaction = true;
    m_entriesLeft = m_set == RowSet::Oltp ? 1 : 1 + below(8);
    m_store.clear();
    WireWriter(m_store).varint(4, below(5000));
    writeEntry(EntryType::TransactionBegin, EventType::Unset, 0, 80);
}

void RowSetGenerator::appendEnd()
{
    m_isInTransaction = false;
    m_store.clear();
    WireWriter(m_store).bytes(2, QByteArray::number(static_cast<qulonglong>(m_totals.entries)));
    writeEntry(EntryType::TransactionEnd, EventType::Unset, 0, 31);
}

void RowSetGenerator::appendStatement()
{
    m_statementIsWritten = true;
    const auto sql = "UPDATE orders SET status = " + std::to_string(below(8))
        + ", updated_at = now(3) WHERE user_id = " + std::to_string(below(90'000'000));
    m_store.clear();
    WireWriter store(m_store);
    store.varint(2, number(EventType::Query));
    store.bytes(11, viewOf(sql));
    writeEntry(EntryType::RowData, EventType::Query, 0, static_cast<qint64>(sql.size()) + 30);
}

void RowSetGenerator::appendRows()
{
    --m_entriesLeft;
    m_statementIsWritten = false;
    std::uint32_t rows = 1;
    if (const auto dice = below(100); m_set != RowSet::Oltp && dice >= 60)
        rows = dice < 85 ? 2 + below(9) : 11 + below(40);
    rows = static_cast<std::uint32_t>(std::min<std::uint64_t>(rows, m_rows - m_totals.rows));
    const auto dice = below(10);
    const auto type = dice < 4 ? EventType::Insert
        : dice < 9             ? EventType::Update
                               : EventType::Delete;
    const auto one = below(tables.size());
    m_table = std::min(one, below(tables.size())); // skewed
    const bool isMinimal = m_set == RowSet::Mixed && below(8) == 0;
    m_store.clear();
    WireWriter store(m_store);
    store.varint(1, 100 + static_cast<qint64>(m_table));
    store.varint(2, number(type));
    store.varint(10, 0);
    for (std::uint32_t i = 0; i < rows; ++i) {
        writeRow(type, isMinimal);
        store.bytes(12, viewOf(m_rowData));
    }
    m_totals.rows += rows;
    writeEntry(EntryType::RowData, type, rows, 40 + 160 * static_cast<qint64>(rows));
}

void RowSetGenerator::writeRow(EventType type, bool isMinimal)
{
    m_rowData.clear();
    const auto before = row();
    if (type == EventType::Insert) {
        for (std::size_t i = 0; i < before.size(); ++i)
            writeColumn(2, i, before[i], true);
        return;
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        if (!isMinimal || orderColumns[i].isKey)
            writeColumn(1, i, before[i], false);
    if (type == EventType::Delete)
        return;
    const auto after = changed(before);
    for (std::size_t i = 0; i < after.size(); ++i)
        if (!isMinimal || after[i] != before[i])
            writeColumn(2, i, after[i], isMinimal || after[i] != before[i]);
}

void RowSetGenerator::writeColumn(std::uint32_t field, std::size_t index, const Cell &cell,
                                  bool updated)
{
    const auto &shape = orderColumns[index];
    m_column.clear();
    WireWriter out(m_column);
    out.varint(1, static_cast<qint64>(index));
    out.varint(2, sqlTypeOf(index, cell));
    out.bytes(3, shape.name);
    out.varint(4, shape.isKey ? 1 : 0);
    out.varint(5, updated ? 1 : 0);
    out.varint(6, cell.isNull ? 1 : 0);
    if (!cell.isNull)
        out.bytes(8, viewOf(cell.text));
    out.bytes(10, shape.mysqlType);
    WireWriter(m_rowData).bytes(field, viewOf(m_column));
    ++m_totals.cells;
}

void RowSetGenerator::writeHeader(EventType eventType, std::uint32_t rows, std::int64_t length)
{
    m_header.clear();
    WireWriter out(m_header);
    out.varint(1, 1);
    out.bytes(2, "mysql-bin.000123");
    out.varint(3, m_logOffset);
    out.varint(4, 1);
    out.bytes(5, "UTF-8");
    out.varint(6, static_cast<qint64>(m_clockMs / 1000) * 1000);
    constexpr int sourceMysql = 2;
    out.varint(7, sourceMysql);
    if (rows > 0) {
        constexpr std::size_t tablesOfShop = 10;
        out.bytes(8, m_table < tablesOfShop ? "shop" : "backoffice");
        out.bytes(9, tables[m_table]);
    }
    out.varint(10, length);
    if (eventType != EventType::Unset)
        out.varint(11, number(eventType));
    const auto prop = [&out](QByteArrayView key, const std::string &value) {
        std::string pair;
        WireWriter writer(pair);
        writer.bytes(1, key);
        writer.bytes(2, viewOf(value));
        out.bytes(12, viewOf(pair));
    };
    prop("curtGtid",
         "3e11fa47-71ca-11e1-9e33-c80aa9429562:" + std::to_string(1'000'000 + m_totals.entries));
    if (rows > 0)
        prop("rowsCount", std::to_string(rows));
}

void RowSetGenerator::writeEntry(EntryType type, EventType eventType, std::uint32_t rows,
                                 std::int64_t length)
{
    constexpr std::int64_t logBytes = std::int64_t(1) << 30;
    writeHeader(eventType, rows, length);
    m_logOffset = (m_logOffset + length) % logBytes;
    m_entry.clear();
    WireWriter out(m_entry);
    out.bytes(1, viewOf(m_header));
    out.varint(2, number(type));
    out.bytes(3, viewOf(m_store));
}

} // namespace canal::bench
