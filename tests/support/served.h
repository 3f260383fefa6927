// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/server/embeddedserver.h"

namespace canal::test {

// A listening server of ours with one destination.
struct Served
{
    explicit Served(server::ServerConfig config = {},
                    const server::DestinationConfig &destination = {});

    quint16 port() const { return server.port(); }

    server::EmbeddedServer server;
    server::ServedInstance *const instance;
};

// What a real MySQL did to all its column types, through a real server.
QByteArrayList shopEntries();

inline constexpr qsizetype megabyte = 1'048'576;

// Rows of a megabyte, one in a transaction without BEGIN.
QByteArrayList megabyteRows(int count);

} // namespace canal::test
