// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/samplesession.h"

#include "protocol/entryscanner.h"

#include "tests/support/recordedframes.h"

using namespace Qt::StringLiterals;

namespace canal::test {

static constexpr Epoch epoch { 1 };
static constexpr qint64 startMs = 1'795'348'858'000; // 2026-11-22 12:00:58 UTC

SampleSession::SampleSession(AccessMode mode)
{
    m_profile.name = u"shop staging"_s;
    m_profile.host = u"10.0.0.5"_s;
    m_profile.destination = u"example"_s;
    m_profile.clientId = 27413;
    m_profile.mode = mode;
}

SessionView SampleSession::view() const { return { &m_store, &m_ledger, m_profile, false }; }

quint32 SampleSession::addBatch(const QList<QByteArray> &entries)
{
    qint64 bytes = 0;
    for (const auto &entry : entries)
        bytes += entry.size();
    return addBatch(entries, bytes);
}

quint32 SampleSession::addBatch(const QList<QByteArray> &entries, qint64 shownBytes)
{
    const BatchId id { m_nextBatch++ };
    const auto result = m_store.append(epoch, id, views(entries));
    BatchEntry batch;
    batch.epoch = epoch;
    batch.id = id;
    batch.firstRow = result.firstRow;
    batch.rows = result.rows;
    batch.events = result.events;
    batch.entries = static_cast<quint32>(entries.size());
    batch.unreadable = result.unreadable;
    batch.bytes = shownBytes;
    batch.receivedAtMs = startMs + raw(id) * 1000;
    return m_ledger.add(batch);
}

quint32 SampleSession::addRows(int count, const QByteArray &table)
{
    QList<QByteArray> entries;
    for (int i = 0; i < count; ++i) {
        EntrySpec spec;
        spec.offset = m_offset += 50;
        spec.table = table;
        entries.append(rowsEntry(EventType::Insert,
                                 { { {},
                                     { { "id", QByteArray::number(m_offset), "int(11)", 4, true },
                                       { "note", "row " + QByteArray::number(i) } } } },
                                 spec));
    }
    return addBatch(entries);
}

void SampleSession::addRecorded(const QString &name)
{
    for (const auto &entry : recordedEntries(name))
        addBatch({ entry });
}

void SampleSession::ack(quint32 batch)
{
    markSent(batch);
    m_ledger.markConfirmed(m_ledger.at(batch).epoch, m_ledger.at(batch).id);
}

void SampleSession::markSent(quint32 batch)
{
    m_ledger.markAckSent(m_ledger.at(batch).epoch, m_ledger.at(batch).id);
}

void SampleSession::fail(quint32 batch, const QString &error)
{
    m_ledger.markFailed(m_ledger.at(batch).epoch, m_ledger.at(batch).id, error);
}

// ---- rows

QByteArray SampleSession::insertEntry(const QByteArray &table, const QByteArray &key,
                                      const QByteArray &value)
{
    EntrySpec spec;
    spec.table = table;
    return rowsEntry(EventType::Insert,
                     { { {}, { { "id", key, "int(11)", 4, true }, { "note", value } } } }, spec);
}

QByteArray SampleSession::orderEntry(const EntrySpec &spec)
{
    const QByteArray statusType = "enum('NEW','PAID','SENT')";
    const QByteArray address = R"({"city": "上海", "zip": "200001", "street": "南京东路 123 号"})";
    const QList<Cell> before {
        { "id", "42", "int(11)", 4, true },
        { "customer", "李雷", "varchar(40)" },
        { "status", "1", statusType, 4 },
        { "amount", "48.25", "decimal(10,2)", 3 },
        { "coupon", std::nullopt, "varchar(20)" },
        { "gift", std::nullopt, "tinyint(1)", -6 },
        { "address", address, "json" },
        { "note", "", "text" },
        { "paid_at", std::nullopt, "datetime", 93 },
        { "created", "2026-11-22 10:00:01", "datetime", 93 },
    };
    auto after = before;
    after[2].value = "2";
    after[4].value = "";
    after[8].value = "2026-11-22 12:01:03";
    for (const int changed : { 2, 4, 8 })
        after[changed].updated = true;
    return rowsEntry(EventType::Update, { { before, after } }, spec);
}

QByteArray everyKindEntry(qint64 offset)
{
    EntrySpec spec;
    spec.table = "products";
    spec.offset = offset;
    spec.executeTimeMs = startMs;
    const auto cell = [](const char *name, std::optional<QByteArray> value, const char *type,
                         bool key = false) {
        return Cell { name, std::move(value), type, 12, key };
    };
    const QByteArray status = "enum('draft','live','gone')";
    const QList<Cell> before {
        cell("id", "4", "bigint(20) unsigned", true),
        cell("sku", "mango", "varchar(20)"),
        cell("status", "1", status.constData()),
        cell("tags", "5", "set('a','b','c')"),
        cell("price", "12.5000000000", "decimal(30,10)"),
        cell("flags", "341", "bit(9)"),
        cell("title", "Mango, ripe", "varchar(255)"),
        cell("subtitle", std::nullopt, "varchar(255)"),
        cell("coupon", "", "varchar(20)"),
        cell("origin", "NULL", "varchar(20)"),
        cell("body", "line 1\nline 2\ttab", "text"),
        cell("attributes", R"({"color": "red", "sizes": [1, 2]})", "json"),
        cell("thumb", "\u0089PNG\r\n\u001a\n", "blob"),
        cell("manual", std::nullopt, "mediumblob"),
    };
    auto after = before;
    after[0].value = "100";
    after[2].value = "2";
    after[3].value = "7";
    after[5].value = "343";
    after[6].value = "Mango, very ripe";
    after[7].value = "";
    after[8].value = std::nullopt;
    after[9].value = std::nullopt;
    after[11].value = R"({"color": "green", "sizes": [1, 2, 3]})";
    after[12].value = "\u0089PNG\r\n\u001a\n\u00ff";
    after.append(cell("weight", "2.718281828459045", "double"));
    return rowsEntry(EventType::Update, { { before, after } }, spec);
}

namespace {

// Writes the entries of one small shop, offsets and seconds rising.
class ShopWriter
{
public:
    EntrySpec spec(const QByteArray &table)
    {
        EntrySpec spec;
        spec.logFile = "mysql-bin.000012";
        spec.offset = m_offset += 634;
        spec.table = table;
        spec.executeTimeMs = startMs + m_seconds * 1000;
        return spec;
    }

    void tick() { ++m_seconds; }
    void commit(QList<QByteArray> &entries) { entries.append(endEntry(m_offset += 31)); }

    QByteArray update(const QByteArray &table, const QByteArray &key, const QByteArray &column,
                      std::optional<QByteArray> from, std::optional<QByteArray> to)
    {
        const QList<Cell> before { { "id", key, "int(11)", 4, true },
                                   { column, std::move(from) },
                                   { "user", "7" } };
        auto after = before;
        after[1].value = std::move(to);
        after[1].updated = true;
        return rowsEntry(EventType::Update, { { before, after } }, spec(table));
    }

    QByteArray insertItems(int order)
    {
        const auto item = [order](int id, const char *sku) {
            return Row { {},
                         { { "id", QByteArray::number(id), "int(11)", 4, true },
                           { "order_id", QByteArray::number(order) },
                           { "sku", sku },
                           { "qty", "1" } } };
        };
        m_item += 2;
        return rowsEntry(EventType::Insert, { item(m_item, "kiwi"), item(m_item + 1, "plum") },
                         spec("order_items"));
    }

    QByteArray insertOrder(int order, const QByteArray &customer)
    {
        return rowsEntry(EventType::Insert,
                         { { {},
                             { { "id", QByteArray::number(order), "int(11)", 4, true },
                               { "customer", customer },
                               { "status", "NEW" },
                               { "amount", "129.90" },
                               { "coupon", std::nullopt } } } },
                         spec("orders"));
    }

    QByteArray deleteCart(int key)
    {
        const auto row = [](int id, const char *sku) {
            return Row { { { "id", QByteArray::number(id), "int(11)", 4, true },
                           { "user", "25" },
                           { "sku", sku },
                           { "qty", "2" } },
                         {} };
        };
        return rowsEntry(EventType::Delete, { row(key, "mango"), row(key + 1, "pear") },
                         spec("cart"));
    }

private:
    qint64 m_offset = 48'201'075;
    qint64 m_seconds = 0;
    int m_item = 9120;
};

} // namespace

void SampleSession::addShop()
{
    ShopWriter shop;
    const QList<QByteArray> customers { "Mehmet", "佐藤 健", "Ann", "Zoë Müller", "李雷" };
    for (int i = 0; i < 12; ++i) {
        QList<QByteArray> entries;
        const auto &customer = customers[i % customers.size()];
        entries.append(shop.insertOrder(47 + i, customer));
        entries.append(shop.insertItems(47 + i));
        entries.append(shop.update("stock", "apple", "qty", QByteArray::number(101 - i),
                                   QByteArray::number(100 - i)));
        entries.append(shop.update("stock", "mango", "qty", "28", "26"));
        shop.commit(entries);
        addBatch(entries, 176'000);
        entries.clear();
        shop.tick();
        entries.append(orderEntry(shop.spec("orders")));
        entries.append(shop.update("payments", "6055", "method", "card", "alipay"));
        shop.commit(entries);
        if (i % 4 == 2)
            entries.append(statementEntry(
                EventType::Alter, "ALTER TABLE orders ADD COLUMN gift tinyint(1) DEFAULT NULL",
                true, shop.spec("orders")));
        entries.append(shop.update("customers", "57", "phone", "+49 30 1234", std::nullopt));
        shop.commit(entries);
        entries.append(shop.deleteCart(849 + 2 * i));
        entries.append(shop.update("orders", "30", "note", "", "ring twice"));
        shop.commit(entries);
        shop.tick();
        addBatch(entries, 176'000);
    }
}

} // namespace canal::test
