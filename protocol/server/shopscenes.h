// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace canal::server {

struct DemoWorld;

// What customers and the warehouse do; each call is one transaction. Any one thread.
void fillCart(DemoWorld &world);
void abandonCart(DemoWorld &world);
void placeOrder(DemoWorld &world); // order, items, stock and cart in one transaction
void payOrder(DemoWorld &world);
void shipOrder(DemoWorld &world);
void closeOrder(DemoWorld &world); // done, cancelled or sent back
void archiveOrders(DemoWorld &world); // keeps the tables small
void restock(DemoWorld &world);
void reprice(DemoWorld &world);
void renameProduct(DemoWorld &world); // changes keys, one of them of two columns

} // namespace canal::server
