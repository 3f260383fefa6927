// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/demotables.h"

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

} // namespace

DemoTables::DemoTables(Flavour flavour)
    : customers("shop", "customers", freshId(), columnsFor(flavour, customerColumns))
    , products("shop", "products", freshId(), columnsFor(flavour, productColumns))
    , stock("shop", "stock", freshId(), columnsFor(flavour, stockColumns))
    , orders("shop", "orders", freshId(), columnsFor(flavour, orderColumns))
    , items("shop", "order_items", freshId(), columnsFor(flavour, itemColumns))
    , payments("shop", "payments", freshId(), columnsFor(flavour, paymentColumns))
    , cart("shop", "cart", freshId(), columnsFor(flavour, cartColumns))
    , stores("shop", "stores", freshId(), columnsFor(flavour, storeColumns))
    , heartbeat("shop", "heartbeat", freshId(), columnsFor(flavour, heartbeatColumns))
    , prices("shop", "price_history", freshId(), columnsFor(flavour, priceColumns))
    , tickets("crm", "tickets", freshId(), columnsFor(flavour, ticketColumns))
    , leads("crm", "leads", freshId(), columnsFor(flavour, leadColumns))
    , access("log", "access", freshId(), columnsFor(flavour, accessColumns))
    , audit("log", "audit", freshId(), columnsFor(flavour, auditColumns))
{ }

} // namespace canal::server
