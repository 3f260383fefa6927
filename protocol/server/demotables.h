// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/demotable.h"

namespace canal::server {

// The tables of the demo's database, empty at first. Any one thread.
struct DemoTables
{
    explicit DemoTables(Flavour flavour);

    qint64 freshId() { return ++lastId; } // for a table that is new, or was altered

    qint64 lastId = 230;
    DemoTable customers; // shop
    DemoTable products;
    DemoTable stock; // its key has two columns
    DemoTable orders;
    DemoTable items;
    DemoTable payments;
    DemoTable cart;
    DemoTable stores;
    DemoTable heartbeat;
    DemoTable prices; // without a key; insert only, no rows are kept
    DemoTable tickets; // crm
    DemoTable leads; // written with minimal row images
    DemoTable access; // log; without a key; insert only
    DemoTable audit; // insert only
};

} // namespace canal::server
