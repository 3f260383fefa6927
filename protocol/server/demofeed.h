// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/tableshape.h"

#include <QByteArrayList>

#include <memory>

namespace canal::server {

struct DemoTransaction
{
    QByteArrayList entries; // serialized, in binlog order; the last one ends the transaction
    qint64 rows = 0; // 0 for DDL
};

// The endless workload of the built-in demo: a shop with its customers, stock, orders, back office
// and an occasional DDL. The same seed and flavour give the same bytes for ever, on every machine;
// before images are what the rows really were; what it remembers is bounded. Any one thread.
class DemoFeed
{
public:
    DemoFeed(quint64 seed, Flavour flavour);
    ~DemoFeed();
    Q_DISABLE_COPY_MOVE(DemoFeed)

    DemoTransaction nextTransaction();

private:
    class Private;
    const std::unique_ptr<Private> d;
};

} // namespace canal::server
