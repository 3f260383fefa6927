// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/shopscenes.h"

#include "protocol/server/democontent.h"
#include "protocol/server/demoworld.h"

#include <algorithm>
#include <array>

namespace canal::server {
namespace {

constexpr qsizetype mostCartRows = 240;
constexpr qsizetype mostOrders = 260;

// The row of `stock` for these goods in that warehouse.
qsizetype stockRow(const DemoWorld &world, QByteArrayView warehouse, QByteArrayView sku)
{
    for (const auto row : world.tables.stock.rowsWhere("sku", sku))
        if (world.tables.stock.text(row, "warehouse") == warehouse)
            return row;
    return -1;
}

RowPair moveStock(DemoWorld &world, qsizetype row, qint64 quantity, qint64 reserved)
{
    const auto left = world.tables.stock.number(row, "qty") + quantity;
    const auto held = std::max<qint64>(0, world.tables.stock.number(row, "reserved") + reserved);
    return world.tables.stock.update(
        row, { { "qty", QByteArray::number(left) }, { "reserved", QByteArray::number(held) } });
}

// One row of stock for every item of an order; what was renamed since is left out.
std::vector<RowPair> moveStockOf(DemoWorld &world, const QByteArray &order, int quantitySign,
                                 int reservedSign)
{
    std::vector<RowPair> moved;
    for (const auto item : world.tables.items.rowsWhere("order_id", order)) {
        const auto row = stockRow(world, "1", world.tables.items.text(item, "sku"));
        if (row < 0)
            continue;
        const auto quantity = world.tables.items.number(item, "qty");
        auto pair = moveStock(world, row, quantitySign * quantity, reservedSign * quantity);
        if (pair.before != pair.after)
            moved.push_back(std::move(pair));
    }
    return moved;
}

QByteArray plusItems(const QByteArray &column, int sign)
{
    return sign == 0 ? column : column + (sign < 0 ? " - i.qty" : " + i.qty");
}

void updateStockOf(DemoWorld &world, const QByteArray &order, int quantitySign, int reservedSign)
{
    const auto moved = moveStockOf(world, order, quantitySign, reservedSign);
    if (moved.empty())
        return;
    world.update(world.tables.stock, moved,
                 "UPDATE shop.stock s JOIN shop.order_items i USING (sku) SET s.qty = "
                     + plusItems("s.qty", quantitySign)
                     + ", s.reserved = " + plusItems("s.reserved", reservedSign)
                     + " WHERE s.warehouse = 1 AND i.order_id = " + order);
}

// -1 when none was found to be in that state.
qsizetype anyOrder(DemoWorld &world, OrderStatus status)
{
    return world.tables.orders.anyWhere(world.random, "status", memberNumber(status));
}

void setStatus(DemoWorld &world, qsizetype order, OrderStatus status)
{
    world.update(world.tables.orders,
                 { world.tables.orders.update(order, { { "status", memberNumber(status) } }) });
}

struct NewItems
{
    std::vector<RowPair> rows;
    qint64 cents = 0;
};

NewItems orderItems(DemoWorld &world, const QByteArray &order,
                    const std::vector<qsizetype> &cartRows)
{
    NewItems items;
    for (const auto cartRow : cartRows) {
        const auto sku = world.tables.cart.text(cartRow, "sku");
        const auto quantity = world.tables.cart.number(cartRow, "qty");
        const auto product = world.tables.products.rowsWhere("sku", sku);
        const auto price = product.empty() ? QByteArray("9.99")
                                           : world.tables.products.text(product.front(), "price");
        items.cents += quantity * centsOf(price);
        items.rows.push_back(
            world.tables.items.insert({ { "order_id", order },
                                        { "line", QByteArray::number(items.rows.size() + 1) },
                                        { "sku", sku },
                                        { "qty", QByteArray::number(quantity) },
                                        { "price", price } }));
    }
    return items;
}

} // namespace

void fillCart(DemoWorld &world)
{
    if (world.tables.cart.size() > mostCartRows)
        return abandonCart(world);
    const bool isNew = world.tables.cart.size() == 0 || world.random.oneIn(3);
    const auto session = isNew
        ? word(world.random, 12)
        : world.tables.cart.text(world.tables.cart.any(world.random), "session");
    const auto sku = world.tables.products.text(world.tables.products.any(world.random), "sku");
    const auto own = world.tables.cart.rowsWhere("session", session);
    const auto same = std::find_if(own.begin(), own.end(), [&](qsizetype row) {
        return world.tables.cart.text(row, "sku") == sku;
    });
    world.begin();
    if (same != own.end()) {
        const auto quantity = world.tables.cart.number(*same, "qty") + 1;
        world.update(
            world.tables.cart,
            { world.tables.cart.update(*same, { { "qty", QByteArray::number(quantity) } }) });
    } else {
        world.insert(world.tables.cart,
                     { world.tables.cart.insert({ { "session", session },
                                                  { "sku", sku },
                                                  { "qty", "1" },
                                                  { "added_at", world.now() } }) });
    }
    world.commit();
}

void abandonCart(DemoWorld &world)
{
    if (world.tables.cart.size() == 0)
        return fillCart(world);
    const auto session = world.tables.cart.text(world.tables.cart.any(world.random), "session");
    world.begin();
    world.remove(world.tables.cart,
                 world.tables.cart.remove(world.tables.cart.rowsWhere("session", session)));
    world.commit();
}

void placeOrder(DemoWorld &world)
{
    if (world.tables.cart.size() < 4)
        return fillCart(world);
    const auto session = world.tables.cart.text(world.tables.cart.any(world.random), "session");
    const auto cartRows = world.tables.cart.rowsWhere("session", session);
    const auto id = QByteArray::number(world.lastIds.order + 1);
    const auto items = orderItems(world, id, cartRows);
    world.begin();
    world.insert(world.tables.orders, { world.newOrder(OrderStatus::New, items.cents) });
    world.insert(world.tables.items, items.rows);
    updateStockOf(world, id, -1, 1);
    world.remove(world.tables.cart, world.tables.cart.remove(cartRows));
    world.commit();
}

void payOrder(DemoWorld &world)
{
    const auto order = anyOrder(world, OrderStatus::New);
    if (order < 0)
        return placeOrder(world);
    auto &random = world.random;
    const Cell gateway
        = random.oneIn(5) ? Cell() : Cell(R"({"auth": ")" + word(random, 8) + R"("})");
    world.begin();
    world.update(world.tables.orders,
                 { world.tables.orders.update(order,
                                              { { "status", memberNumber(OrderStatus::Paid) },
                                                { "paid_at", world.preciseNow(3) } }) });
    world.insert(
        world.tables.payments,
        { world.tables.payments.insert({ { "id", QByteArray::number(++world.lastIds.payment) },
                                         { "order_id", world.tables.orders.text(order, "id") },
                                         { "method", memberNumber(random.between(1, 4)) },
                                         { "amount", world.tables.orders.text(order, "total") },
                                         { "token", randomBytes(random, 16) },
                                         { "gateway", gateway },
                                         { "booked_at", world.preciseNow(6) } }) });
    world.commit();
}

void shipOrder(DemoWorld &world)
{
    const auto paid = anyOrder(world, OrderStatus::Paid);
    const auto order = paid < 0 ? anyOrder(world, OrderStatus::Packed) : paid;
    if (order < 0)
        return payOrder(world);
    world.begin();
    setStatus(world, order, paid < 0 ? OrderStatus::Sent : OrderStatus::Packed);
    if (paid < 0)
        updateStockOf(world, world.tables.orders.text(order, "id"), 0, -1);
    world.commit();
}

void closeOrder(DemoWorld &world)
{
    const auto order = anyOrder(world, OrderStatus::Sent);
    if (order < 0)
        return shipOrder(world);
    constexpr std::array ends { OrderStatus::Done, OrderStatus::Done, OrderStatus::Done,
                                OrderStatus::Cancelled, OrderStatus::Returned };
    const auto end = world.random.pick(ends);
    world.begin();
    setStatus(world, order, end);
    if (end != OrderStatus::Done)
        updateStockOf(world, world.tables.orders.text(order, "id"), 1, 0);
    world.commit();
}

void archiveOrders(DemoWorld &world)
{
    if (world.tables.orders.size() < mostOrders)
        return placeOrder(world);
    world.begin();
    for (int i = 0; i < 25; ++i) {
        const auto done = anyOrder(world, OrderStatus::Done);
        const auto row = done < 0 ? world.tables.orders.any(world.random) : done;
        const auto id = world.tables.orders.text(row, "id");
        const auto items = world.tables.items.remove(world.tables.items.rowsWhere("order_id", id));
        const auto payments
            = world.tables.payments.remove(world.tables.payments.rowsWhere("order_id", id));
        if (!items.empty())
            world.remove(world.tables.items, items);
        if (!payments.empty())
            world.remove(world.tables.payments, payments);
        world.remove(world.tables.orders, { world.tables.orders.remove(row) });
    }
    world.commit();
}

void restock(DemoWorld &world)
{
    const QByteArray warehouse = world.random.oneIn(2) ? "2" : "65535";
    std::vector<RowPair> rows;
    const auto count = world.random.between(2, 6);
    const auto first = world.tables.products.any(world.random);
    for (qint64 i = 0; i < count; ++i) {
        const auto sku
            = world.tables.products.text((first + i) % world.tables.products.size(), "sku");
        const auto row = stockRow(world, warehouse, sku);
        if (row >= 0)
            rows.push_back(world.tables.stock.update(
                row,
                { { "qty", QByteArray::number(world.tables.stock.number(row, "qty") + 50) },
                  { "reserved", world.random.oneIn(25) ? "4294967295" : "0" },
                  { "counted_at", world.now() } }));
    }
    world.begin();
    world.update(world.tables.stock, rows,
                 "UPDATE shop.stock SET qty = qty + 50, counted_at = NOW() WHERE warehouse = "
                     + warehouse + " AND sku IN (SELECT sku FROM shop.delivery)");
    world.commit();
}

void reprice(DemoWorld &world)
{
    std::vector<RowPair> changed;
    std::vector<RowPair> history;
    const auto count = world.random.between(1, 6);
    const auto first = world.tables.products.any(world.random);
    for (qint64 i = 0; i < count; ++i) {
        const auto row = (first + i) % world.tables.products.size();
        const auto price = decimalText(world.random.between(190, 24'900));
        history.push_back({ {},
                            world.tables.prices.newRow(
                                { { "sku", world.tables.products.text(row, "sku") },
                                  { "old_price", world.tables.products.value(row, "price") },
                                  { "new_price", price },
                                  { "changed_on", dateText(world.binlog.seconds()) } }) });
        changed.push_back(world.tables.products.update(
            row, { { "price", price }, { "updated_at", world.preciseNow(3) } }));
    }
    world.begin();
    world.update(world.tables.products, changed,
                 "UPDATE shop.products p JOIN shop.price_list l USING (sku) SET p.price = l.price");
    world.insert(world.tables.prices, history);
    world.commit();
}

void renameProduct(DemoWorld &world)
{
    const auto row = world.tables.products.any(world.random);
    const auto before = world.tables.products.text(row, "sku");
    const auto after = sku(++world.lastIds.product);
    std::vector<RowPair> moved;
    for (const auto stock : world.tables.stock.rowsWhere("sku", before))
        moved.push_back(world.tables.stock.update(stock, { { "sku", after } }));
    world.begin();
    world.update(world.tables.products,
                 { world.tables.products.update(
                     row, { { "sku", after }, { "thumbnail", pngBytes(world.random) } }) });
    world.update(world.tables.stock, moved,
                 "UPDATE shop.stock SET sku = '" + after + "' WHERE sku = '" + before + '\'');
    world.commit();
}

} // namespace canal::server
