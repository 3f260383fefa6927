// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowimage.h"

namespace canal {

// Numbers the transactions of a stream from 1: the one place that decides where one ends. That is
// at its END; a BEGIN is optional (S8), and an END may never come (protocol.md 2.6), so a BEGIN,
// another GTID, a DDL and a batch that is delivered again end the one before as well. Neither the
// borders of batches nor the server's cut at 1024 entries do. Plain C++20; the writer's.
class TransactionNumbers
{
public:
    struct Entry
    {
        RowKind kind = RowKind::Other;
        EventType eventType = EventType::Unset;
        bool isDdl = false;
        bool redelivered = false;
        std::string_view gtid; // the transaction's own; empty: not told
        std::uint32_t batch = 0;
        std::uint32_t logFile = 0;
        std::int64_t logOffset = 0;
    };

    std::uint32_t next(const Entry &entry); // 0: in none

private:
    void close();
    bool startsAnew(const Entry &entry) const;
    bool isInNone(const Entry &entry);

    std::uint32_t m_number = 1;
    bool m_isOpen = false;
    std::string m_gtid; // of the open one
    std::uint32_t m_batch = 0; // of the entry before, and where it stood
    std::uint32_t m_logFile = 0;
    std::int64_t m_logOffset = 0;
};

} // namespace canal
