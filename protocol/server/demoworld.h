// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/demobinlog.h"
#include "protocol/server/demorandom.h"
#include "protocol/server/demotables.h"

namespace canal::server {

enum class OrderStatus { New = 1, Paid, Packed, Sent, Done, Cancelled, Returned };

// An ENUM's value as Canal writes it: the number of the member.
template <typename Enum>
QByteArray memberNumber(Enum member)
{
    return QByteArray::number(static_cast<int>(member));
}

struct LastIds
{
    qint64 customer = 1'000;
    qint64 product = 0;
    qint64 order = 50'040;
    qint64 payment = 9'000'000'000;
    qint64 ticket = 700;
    qint64 lead = 80;
    qint64 audit = 0;
};

// Everything the demo's scenes play with: the dice, the binlog and the tables as they are now, with
// some stock in them from the start. One for each feed; any one thread.
struct DemoWorld
{
    DemoWorld(quint64 seed, Flavour flavour);

    // One statement of the open transaction, with rows that a table's insert(), update() or
    // remove() gave.
    void insert(const DemoTable &table, const std::vector<RowPair> &rows);
    void update(const DemoTable &table, const std::vector<RowPair> &rows,
                const QByteArray &sql = {});
    void remove(const DemoTable &table, const std::vector<RowPair> &rows);
    void begin(); // by one of a few connections
    void commit() { binlog.commit(); }
    QByteArray now() const { return dateTimeText(binlog.seconds()); }
    QByteArray preciseNow(int digits); // with a fraction of a second

    RowPair newCustomer(const QByteArray &name);
    RowPair newOrder(OrderStatus status, qint64 cents);
    RowPair newTicket(qsizetype bodyBytes);
    RowPair newLead();

    DemoRandom random;
    DemoBinlog binlog;
    DemoTables tables;
    LastIds lastIds;

private:
    void stockUp();
    RowPair newProduct();
    RowImage imageOf(const DemoTable &table) const;
};

} // namespace canal::server
