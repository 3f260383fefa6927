// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/transactionnumbers.h"

#include "model/rowtext.h"

namespace canal {

std::uint32_t TransactionNumbers::next(const Entry &entry)
{
    if (isInNone(entry))
        return 0;
    if (startsAnew(entry))
        close();
    if (!m_isOpen)
        m_gtid.clear();
    m_isOpen = true;
    if (!entry.gtid.empty())
        m_gtid = entry.gtid;
    m_batch = entry.batch;
    m_logFile = entry.logFile;
    m_logOffset = entry.logOffset;
    const auto number = m_number;
    if (entry.kind == RowKind::TransactionEnd)
        close();
    return number;
}

void TransactionNumbers::close()
{
    if (m_isOpen)
        ++m_number;
    m_isOpen = false;
}

bool TransactionNumbers::startsAnew(const Entry &entry) const
{
    if (entry.kind == RowKind::TransactionBegin)
        return true;
    if (!entry.gtid.empty() && !m_gtid.empty() && entry.gtid != m_gtid)
        return true;
    return entry.redelivered && entry.batch != m_batch
        && (entry.logFile != m_logFile || entry.logOffset <= m_logOffset);
}

// A statement that is logged as such is part of the transaction it stands in, as is what a
// SAVEPOINT leaves (a QUERY); any DDL commits what was open.
bool TransactionNumbers::isInNone(const Entry &entry)
{
    switch (entry.kind) {
    case RowKind::Row:
    case RowKind::Annotation:
    case RowKind::TransactionBegin:
    case RowKind::TransactionEnd:
        return false;
    case RowKind::Other:
    case RowKind::Unreadable:
        return true;
    case RowKind::Statement:
        break;
    }
    const bool isDdl = operationOf(entry.eventType, entry.isDdl) == Operation::Ddl
        && entry.eventType != EventType::Query;
    if (isDdl)
        close();
    return !m_isOpen;
}

} // namespace canal
