// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/served.h"

#include "protocol/server/entrybuilder.h"

#include "tests/support/recordedframes.h"

using namespace Qt::StringLiterals;

namespace canal::test {

using namespace canal::server;

Served::Served(ServerConfig config, const DestinationConfig &destination)
    : server(std::move(config))
    , instance(*server.addDestination(destination))
{
    if (!server.listen(u"127.0.0.1"_s))
        qFatal("cannot listen");
}

QByteArrayList shopEntries() { return recordedEntries(u"mysql9.7-canal1.1.8-shop"_s); }

QByteArrayList megabyteRows(int count)
{
    const TableShape table { "shop", "big", 1, { ColumnShape::fromText("body longtext") } };
    EntryBuilder builder(Flavour::MariaDb);
    const RowPair row { {}, { QByteArray(megabyte, 'x') } };
    QByteArrayList entries;
    for (qint64 i = 0; i < count; ++i) {
        const EventPlace place { "mysql-bin.000001", 100 * i, 50, 1, 1'000 };
        entries.append(builder.rows(place, EventType::Insert, table, { &row, 1 }));
        entries.append(builder.end(place, i));
    }
    return entries;
}

} // namespace canal::test
