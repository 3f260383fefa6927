// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/demoworld.h"

#include "protocol/server/democontent.h"

#include <array>

namespace canal::server {

DemoWorld::DemoWorld(quint64 seed, Flavour flavour)
    : random(seed)
    , binlog(flavour)
    , tables(flavour)
{
    stockUp();
}

// The rows that were there before the first entry.
void DemoWorld::stockUp()
{
    constexpr int people = 60;
    constexpr int goods = 48;
    constexpr int open = 30;
    for (int i = 0; i < people; ++i)
        newCustomer(personName(random));
    for (int i = 0; i < goods; ++i)
        newProduct();
    for (int i = 0; i < open; ++i) {
        const auto status = static_cast<OrderStatus>(random.between(1, 4));
        newOrder(status, random.between(500, 90'000));
    }
    for (int i = 0; i < 12; ++i)
        newTicket(80);
    for (int i = 0; i < 10; ++i)
        newLead();
    for (const auto *const node : { "web-1", "web-2", "worker-1" })
        tables.heartbeat.insert({ { "node", node }, { "beat", "1" }, { "load_avg", "0.0" } });
    tables.stores.insert({ { "id", "1" },
                           { "name", "Köln, Ehrenstraße" },
                           { "opens", "09:30:00" },
                           { "location", pointBytes(6.9462, 50.9385) },
                           { "rating", "4.6" } });
    tables.stores.insert({ { "id", "2" },
                           { "name", "杭州 文三路" },
                           { "opens", "08:00:00" },
                           { "location", pointBytes(120.125, 30.275) },
                           { "rating", "4.9" } });
}

void DemoWorld::begin() { binlog.begin(160 + random.below(9)); }

RowImage DemoWorld::imageOf(const DemoTable &table) const
{
    return &table == &tables.leads ? RowImage::Minimal : RowImage::Full;
}

void DemoWorld::insert(const DemoTable &table, const std::vector<RowPair> &rows)
{
    binlog.change(EventType::Insert, table.shape(), rows);
}

void DemoWorld::update(const DemoTable &table, const std::vector<RowPair> &rows,
                       const QByteArray &sql)
{
    binlog.change(EventType::Update, table.shape(), rows, imageOf(table), sql);
}

void DemoWorld::remove(const DemoTable &table, const std::vector<RowPair> &rows)
{
    binlog.change(EventType::Delete, table.shape(), rows, imageOf(table));
}

QByteArray DemoWorld::preciseNow(int digits)
{
    const auto bound = digits == 3 ? 1'000 : 1'000'000;
    return now() + fractionText(random.below(bound), digits);
}

RowPair DemoWorld::newCustomer(const QByteArray &name)
{
    ++lastIds.customer;
    const auto birthday = random.oneIn(9) ? Cell("0000-00-00")
        : random.oneIn(4)                 ? Cell()
                          : Cell(dateText(random.between(-400'000'000, 1'000'000'000)));
    return tables.customers.insert(
        { { "id", QByteArray::number(lastIds.customer) },
          { "name", name },
          { "email", email(random, lastIds.customer) },
          { "phone", random.oneIn(3) ? Cell() : Cell(phone(random)) },
          { "tier", memberNumber(random.between(1, 3)) },
          { "flags", memberNumber(random.below(16)) },
          { "birthday", birthday },
          { "credit", decimalText(random.below(20'000)) },
          { "address", random.oneIn(6) ? Cell() : Cell(addressJson(random)) },
          { "created_at", now() } });
}

RowPair DemoWorld::newProduct()
{
    const auto code = sku(++lastIds.product);
    for (const auto *const warehouse : { "1", "2", "65535" })
        tables.stock.insert({ { "warehouse", warehouse },
                              { "sku", code },
                              { "qty", QByteArray::number(random.between(5, 400)) },
                              { "reserved", "0" },
                              { "counted_at", now() } });
    return tables.products.insert(
        { { "sku", code },
          { "title", productTitle(random) },
          { "price", decimalText(random.between(190, 24'900)) },
          { "weight", floatText(random.between(5, 1'500)) },
          { "barcode", random.oneIn(8) ? "18446744073709551615" : "4006381333931" },
          { "features", memberNumber(random.below(256)) },
          { "released", random.oneIn(6) ? "0000" : "2024" },
          { "description", paragraph(random, 60) },
          { "attributes", productJson(random) },
          { "updated_at", preciseNow(3) } });
}

RowPair DemoWorld::newOrder(OrderStatus status, qint64 cents)
{
    constexpr std::array currencies { "EUR", "CNY", "JPY", "GBP" };
    constexpr std::array<const char *, 6> coupons { nullptr, nullptr, "", "NULL", "SAVE5", "双11" };
    const auto *const coupon = random.pick(coupons);
    const auto customer = tables.customers.text(tables.customers.any(random), "id");
    const bool isPaid = status != OrderStatus::New;
    auto row
        = tables.orders.insert({ { "id", QByteArray::number(++lastIds.order) },
                                 { "customer_id", customer },
                                 { "status", memberNumber(status) },
                                 { "total", decimalText(cents) },
                                 { "currency", random.pick(currencies) },
                                 { "coupon", coupon ? Cell(coupon) : Cell() },
                                 { "note", random.oneIn(3) ? Cell(orderNote(random)) : Cell() },
                                 { "gift", random.oneIn(5) ? "1" : "0" },
                                 { "created_at", now() },
                                 { "paid_at", isPaid ? Cell(preciseNow(3)) : Cell() } });
    if (tables.orders.has("channel")) // a column that came by ALTER TABLE
        row.after = tables.orders
                        .update(tables.orders.size() - 1,
                                { { "channel", random.oneIn(3) ? "店舗" : "web" } })
                        .after;
    return row;
}

RowPair DemoWorld::newTicket(qsizetype bodyBytes)
{
    return tables.tickets.insert(
        { { "id", QByteArray::number(++lastIds.ticket) },
          { "customer_id", tables.customers.text(tables.customers.any(random), "id") },
          { "subject", ticketSubject(random) },
          { "body", paragraph(random, bodyBytes) },
          { "priority", random.oneIn(7) ? "255" : memberNumber(random.below(4)) },
          { "sla", random.oneIn(5) ? "-00:30:00" : "838:59:59" },
          { "opened_at", now() },
          { "closed_at", "0000-00-00 00:00:00" } });
}

RowPair DemoWorld::newLead()
{
    return tables.leads.insert(
        { { "id", QByteArray::number(++lastIds.lead) },
          { "company", companyName(random) },
          { "contact", personName(random) },
          { "score", QByteArray::number(random.between(-8'388'608, 8'388'607)) },
          { "stage", "1" },
          { "next_call", dateText(binlog.seconds() + 86'400 * random.between(1, 9)) },
          { "remark", random.oneIn(2) ? Cell(paragraph(random, 40)) : Cell() } });
}

} // namespace canal::server
