// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/demoworld.h"

#include "protocol/server/democontent.h"

#include <array>

namespace canal::server {
namespace {

constexpr auto customerColumns
    = "id int unsigned key|name varchar(80)|email varchar(120)|phone varchar(24)"
      "|tier enum('bronze','silver','gold')|flags set('newsletter','vip','blocked','tester')"
      "|birthday date|credit decimal(10,2)|nickname varchar(40)|address json|created_at datetime";
constexpr auto productColumns
    = "sku varchar(24) key|title varchar(120)|price decimal(10,2)|weight float"
      "|barcode bigint unsigned|features bit(8)|released year|description text|thumbnail blob"
      "|attributes json|updated_at timestamp(3)";
constexpr auto stockColumns = "warehouse smallint unsigned key|sku varchar(24) key|qty int"
                              "|reserved int unsigned|counted_at datetime";
constexpr auto orderColumns
    = "id bigint unsigned key|customer_id int unsigned"
      "|status enum('NEW','PAID','PACKED','SENT','DONE','CANCELLED','RETURNED')"
      "|total decimal(12,2)|currency char(3)|coupon varchar(20)|note varchar(200)|gift tinyint(1)"
      "|created_at datetime|paid_at datetime(3)";
constexpr auto itemColumns = "order_id bigint unsigned key|line tinyint unsigned key"
                             "|sku varchar(24)|qty smallint unsigned|price decimal(10,2)";
constexpr auto paymentColumns
    = "id bigint key|order_id bigint unsigned|method enum('card','paypal','alipay','invoice')"
      "|amount decimal(12,2)|token binary(16)|gateway json|booked_at timestamp(6)";
constexpr auto cartColumns
    = "session char(12) key|sku varchar(24) key|qty smallint|added_at datetime";
constexpr auto storeColumns
    = "id smallint key|name varchar(60)|location point|opens time|rating double";
constexpr auto heartbeatColumns
    = "node varchar(16) key|beat bigint unsigned|load_avg double|beat_at datetime(6)";
constexpr auto priceColumns
    = "sku varchar(24)|old_price decimal(10,2)|new_price decimal(10,2)|changed_on date";
constexpr auto ticketColumns
    = "id int key|customer_id int unsigned|subject varchar(120)|body mediumtext"
      "|priority tinyint unsigned|sla time|opened_at datetime|closed_at datetime";
constexpr auto leadColumns = "id int key|company varchar(80)|contact varchar(80)|score mediumint"
                             "|stage enum('cold','warm','won','lost')|next_call date|remark text";
constexpr auto accessColumns
    = "at datetime(3)|path varchar(255)|status smallint unsigned|micros int unsigned"
      "|bytes bigint unsigned|agent varchar(120)";
constexpr auto auditColumns
    = "id bigint unsigned key|actor varchar(40)|action varchar(40)|payload mediumblob|at timestamp";

// MariaDB names the display width of integers.
QByteArray columnsFor(Flavour flavour, QByteArray columns)
{
    if (flavour == Flavour::MySql)
        return columns;
    return columns.replace("tinyint unsigned", "tinyint(3) unsigned")
        .replace("smallint unsigned", "smallint(5) unsigned")
        .replace("bigint unsigned", "bigint(20) unsigned")
        .replace(" int unsigned", " int(10) unsigned")
        .replace("mediumint|", "mediumint(9)|")
        .replace("smallint|", "smallint(6)|")
        .replace(" int|", " int(11)|")
        .replace(" int key", " int(11) key")
        .replace("year|", "year(4)|");
}

struct Maker
{
    DemoWorld &world;
    Flavour flavour;

    DemoTable operator()(const char *schema, const char *name, const char *columns) const
    {
        return { schema, name, world.freshTableId(), columnsFor(flavour, columns) };
    }
};

} // namespace

DemoWorld::DemoWorld(quint64 seed, Flavour flavour)
    : random(seed)
    , binlog(flavour)
    , customers(Maker { *this, flavour }("shop", "customers", customerColumns))
    , products(Maker { *this, flavour }("shop", "products", productColumns))
    , stock(Maker { *this, flavour }("shop", "stock", stockColumns))
    , orders(Maker { *this, flavour }("shop", "orders", orderColumns))
    , items(Maker { *this, flavour }("shop", "order_items", itemColumns))
    , payments(Maker { *this, flavour }("shop", "payments", paymentColumns))
    , cart(Maker { *this, flavour }("shop", "cart", cartColumns))
    , stores(Maker { *this, flavour }("shop", "stores", storeColumns))
    , heartbeat(Maker { *this, flavour }("shop", "heartbeat", heartbeatColumns))
    , prices(Maker { *this, flavour }("shop", "price_history", priceColumns))
    , tickets(Maker { *this, flavour }("crm", "tickets", ticketColumns))
    , leads(Maker { *this, flavour }("crm", "leads", leadColumns))
    , access(Maker { *this, flavour }("log", "access", accessColumns))
    , audit(Maker { *this, flavour }("log", "audit", auditColumns))
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
        heartbeat.insert({ { "node", node }, { "beat", "1" }, { "load_avg", "0.0" } });
    stores.insert({ { "id", "1" },
                    { "name", "Köln, Ehrenstraße" },
                    { "opens", "09:30:00" },
                    { "location", pointBytes(6.9462, 50.9385) },
                    { "rating", "4.6" } });
    stores.insert({ { "id", "2" },
                    { "name", "杭州 文三路" },
                    { "opens", "08:00:00" },
                    { "location", pointBytes(120.125, 30.275) },
                    { "rating", "4.9" } });
}

void DemoWorld::begin() { binlog.begin(160 + random.below(9)); }

void DemoWorld::insert(const DemoTable &table, const std::vector<RowPair> &rows)
{
    binlog.change(EventType::Insert, table.shape(), rows);
}

void DemoWorld::update(const DemoTable &table, const std::vector<RowPair> &rows,
                       const QByteArray &sql)
{
    const auto image = &table == &leads ? RowImage::Minimal : RowImage::Full;
    binlog.change(EventType::Update, table.shape(), rows, image, sql);
}

void DemoWorld::remove(const DemoTable &table, const std::vector<RowPair> &rows)
{
    const auto image = &table == &leads ? RowImage::Minimal : RowImage::Full;
    binlog.change(EventType::Delete, table.shape(), rows, image);
}

QByteArray DemoWorld::preciseNow(int digits)
{
    const auto bound = digits == 3 ? 1'000 : 1'000'000;
    return now() + fractionText(random.below(bound), digits);
}

RowPair DemoWorld::newCustomer(const QByteArray &name)
{
    ++lastCustomer;
    const auto birthday = random.oneIn(9) ? Cell("0000-00-00")
        : random.oneIn(4)                 ? Cell()
                          : Cell(dateText(random.between(-400'000'000, 1'000'000'000)));
    return customers.insert({ { "id", QByteArray::number(lastCustomer) },
                              { "name", name },
                              { "email", email(random, lastCustomer) },
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
    const auto code = sku(++lastProduct);
    for (const auto *const warehouse : { "1", "2", "65535" })
        stock.insert({ { "warehouse", warehouse },
                       { "sku", code },
                       { "qty", QByteArray::number(random.between(5, 400)) },
                       { "reserved", "0" },
                       { "counted_at", now() } });
    return products.insert(
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
    const auto customer = customers.text(customers.any(random), "id");
    const bool isPaid = status != OrderStatus::New;
    auto row = orders.insert({ { "id", QByteArray::number(++lastOrder) },
                               { "customer_id", customer },
                               { "status", memberNumber(status) },
                               { "total", decimalText(cents) },
                               { "currency", random.pick(currencies) },
                               { "coupon", coupon ? Cell(coupon) : Cell() },
                               { "note", random.oneIn(3) ? Cell(orderNote(random)) : Cell() },
                               { "gift", random.oneIn(5) ? "1" : "0" },
                               { "created_at", now() },
                               { "paid_at", isPaid ? Cell(preciseNow(3)) : Cell() } });
    if (orders.has("channel")) // a column that came by ALTER TABLE
        row.after
            = orders.update(orders.size() - 1, { { "channel", random.oneIn(3) ? "店舗" : "web" } })
                  .after;
    return row;
}

RowPair DemoWorld::newTicket(qsizetype bodyBytes)
{
    return tickets.insert({ { "id", QByteArray::number(++lastTicket) },
                            { "customer_id", customers.text(customers.any(random), "id") },
                            { "subject", ticketSubject(random) },
                            { "body", paragraph(random, bodyBytes) },
                            { "priority", random.oneIn(7) ? "255" : memberNumber(random.below(4)) },
                            { "sla", random.oneIn(5) ? "-00:30:00" : "838:59:59" },
                            { "opened_at", now() },
                            { "closed_at", "0000-00-00 00:00:00" } });
}

RowPair DemoWorld::newLead()
{
    return leads.insert(
        { { "id", QByteArray::number(++lastLead) },
          { "company", companyName(random) },
          { "contact", personName(random) },
          { "score", QByteArray::number(random.between(-8'388'608, 8'388'607)) },
          { "stage", "1" },
          { "next_call", dateText(binlog.seconds() + 86'400 * random.between(1, 9)) },
          { "remark", random.oneIn(2) ? Cell(paragraph(random, 40)) : Cell() } });
}

} // namespace canal::server
