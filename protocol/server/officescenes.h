// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace canal::server {

struct DemoWorld;

// What happens around the shop; each call is one transaction. Any one thread.
void registerFirstCustomer(DemoWorld &world); // the one every screenshot has
void registerCustomer(DemoWorld &world);
void editCustomer(DemoWorld &world); // NULL against '' against 'NULL'
void openTicket(DemoWorld &world);
void answerTicket(DemoWorld &world); // now and then with tens of KB
void closeTicket(DemoWorld &world); // a zero date becomes a real one, or the row goes
void addLead(DemoWorld &world);
void workOnLead(DemoWorld &world); // minimal row image
void logRequests(DemoWorld &world); // a table without a key
void writeAudit(DemoWorld &world); // bytes of every value
void beat(DemoWorld &world);
void moveStore(DemoWorld &world); // a geometry

} // namespace canal::server
