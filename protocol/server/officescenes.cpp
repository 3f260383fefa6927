// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/officescenes.h"

#include "protocol/server/democontent.h"
#include "protocol/server/demoworld.h"

#include <array>

namespace canal::server {
namespace {

constexpr qsizetype mostCustomers = 220;
constexpr qsizetype mostTickets = 90;
constexpr qsizetype mostLeads = 60;
constexpr qsizetype largestBody = 65'536;

RowPair requestRow(DemoWorld &world)
{
    constexpr std::array statuses { "200", "200", "200", "304", "404", "500" };
    auto &random = world.random;
    const auto bytes = random.oneIn(60) ? QByteArray("18446744073709551615")
                                        : QByteArray::number(random.below(200'000));
    return {
        {},
        world.tables.access.newRow(
            { { "at", world.preciseNow(3) },
              { "path", requestPath(random) },
              { "status", random.pick(statuses) },
              { "micros",
                random.oneIn(50) ? "4294967295" : QByteArray::number(random.between(80, 90'000)) },
              { "bytes", bytes },
              { "agent", random.oneIn(7) ? Cell() : Cell(userAgent(random)) } })
    };
}

} // namespace

void registerFirstCustomer(DemoWorld &world)
{
    world.begin();
    world.insert(world.tables.customers, { world.newCustomer("李雷") });
    world.commit();
}

void registerCustomer(DemoWorld &world)
{
    world.begin();
    world.insert(world.tables.customers, { world.newCustomer(personName(world.random)) });
    if (world.tables.customers.size() > mostCustomers)
        world.remove(world.tables.customers,
                     { world.tables.customers.remove(world.tables.customers.any(world.random)) });
    world.commit();
}

void editCustomer(DemoWorld &world)
{
    constexpr std::array<const char *, 6> nicknames {
        nullptr, "", "NULL", "null", "Ö. 🐼", "'; --"
    };
    auto &random = world.random;
    const auto row = world.tables.customers.any(random);
    const auto *const nickname = random.pick(nicknames);
    const auto credit = decimalText(random.between(-5'000, 99'999'999));
    world.begin();
    world.update(world.tables.customers,
                 { world.tables.customers.update(
                     row,
                     { { "nickname", nickname ? Cell(nickname) : Cell() },
                       { "flags", random.oneIn(8) ? Cell() : memberNumber(random.below(16)) },
                       { "phone", random.oneIn(3) ? Cell() : phone(random) },
                       { "address", random.oneIn(4) ? Cell() : addressJson(random) },
                       { "credit", credit } }) });
    world.commit();
}

void openTicket(DemoWorld &world)
{
    if (world.tables.tickets.size() > mostTickets)
        return closeTicket(world);
    world.begin();
    world.insert(world.tables.tickets, { world.newTicket(world.random.between(40, 400)) });
    world.commit();
}

void answerTicket(DemoWorld &world)
{
    auto &random = world.random;
    const auto row = world.tables.tickets.any(random);
    const auto answer = paragraph(random, random.oneIn(12) ? 30'000 : random.between(40, 600));
    auto body = world.tables.tickets.text(row, "body") + "\n-- \n" + answer;
    if (body.size() > largestBody)
        body = answer;
    world.begin();
    world.update(world.tables.tickets, { world.tables.tickets.update(row, { { "body", body } }) });
    world.commit();
}

void closeTicket(DemoWorld &world)
{
    const auto row = world.tables.tickets.any(world.random);
    world.begin();
    if (world.tables.tickets.size() > mostTickets
        || world.tables.tickets.text(row, "closed_at") != "0000-00-00 00:00:00")
        world.remove(world.tables.tickets, { world.tables.tickets.remove(row) });
    else
        world.update(world.tables.tickets,
                     { world.tables.tickets.update(
                         row, { { "closed_at", world.now() }, { "sla", std::nullopt } }) });
    if (world.tables.tickets.size() < 2)
        world.insert(world.tables.tickets, { world.newTicket(100) });
    world.commit();
}

void addLead(DemoWorld &world)
{
    world.begin();
    world.insert(world.tables.leads, { world.newLead() });
    if (world.tables.leads.size() > mostLeads)
        world.remove(world.tables.leads,
                     { world.tables.leads.remove(world.tables.leads.any(world.random)) });
    world.commit();
}

void workOnLead(DemoWorld &world)
{
    auto &random = world.random;
    const auto row = world.tables.leads.any(random);
    const auto stage = world.tables.leads.number(row, "stage") % 4 + 1;
    world.begin();
    world.update(world.tables.leads,
                 { world.tables.leads.update(
                     row,
                     { { "stage", memberNumber(stage) },
                       { "remark", random.oneIn(3) ? Cell() : paragraph(random, 50) } }) });
    world.commit();
}

void logRequests(DemoWorld &world)
{
    std::vector<RowPair> rows;
    const auto count = world.random.between(1, 5);
    for (qint64 i = 0; i < count; ++i)
        rows.push_back(requestRow(world));
    world.begin();
    world.insert(world.tables.access, rows);
    world.commit();
}

void writeAudit(DemoWorld &world)
{
    auto &random = world.random;
    const auto payload = random.oneIn(3) ? allBytes()
        : random.oneIn(4)                ? randomBytes(random, random.between(2'000, 20'000))
                                         : pngBytes(random);
    const Row row
        = world.tables.audit.newRow({ { "id", QByteArray::number(++world.lastIds.audit) },
                                      { "actor", personName(random) },
                                      { "action", "login\tfrom " + phone(random) },
                                      { "payload", random.oneIn(6) ? Cell() : Cell(payload) },
                                      { "at", world.now() } });
    world.begin();
    world.insert(world.tables.audit, { { {}, row } });
    world.commit();
}

void beat(DemoWorld &world)
{
    const auto row = world.tables.heartbeat.any(world.random);
    const auto beats = world.tables.heartbeat.number(row, "beat") + 1;
    world.begin();
    world.update(
        world.tables.heartbeat,
        { world.tables.heartbeat.update(row,
                                        { { "beat", QByteArray::number(beats) },
                                          { "load_avg", floatText(world.random.below(400)) },
                                          { "beat_at", world.preciseNow(6) } }) });
    world.commit();
}

void moveStore(DemoWorld &world)
{
    const auto row = world.tables.stores.any(world.random);
    const auto east = static_cast<double>(world.random.between(-1'440, 1'440)) / 8;
    const auto north = static_cast<double>(world.random.between(-640, 640)) / 8;
    world.begin();
    world.update(world.tables.stores,
                 { world.tables.stores.update(
                     row, { { "location", pointBytes(east, north) }, { "opens", "10:00:00" } }) });
    world.commit();
}

} // namespace canal::server
