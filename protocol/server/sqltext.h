// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entry.h"
#include "protocol/server/entrybuilder.h"

namespace canal::server {

// A statement that would have changed these rows, for the entry that MariaDB's binlog carries
// before them (S8): one INSERT or DELETE for all rows, one UPDATE after the other. Any thread.
QByteArray sqlOf(EventType type, const TableShape &table, std::span<const RowPair> rows);

} // namespace canal::server
