// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/demobinlog.h"

#include "protocol/server/sqltext.h"

#include <chrono>
#include <utility>

namespace canal::server {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::sys_seconds firstSecond
    = std::chrono::sys_days(std::chrono::year(2026) / 11 / 22) + 10h;
constexpr qint64 rowsPerSecond = 20;
constexpr qint64 serverId = 1;

// Sizes of binlog events: the usual ones of MySQL 8 and MariaDB 10.
constexpr qint64 journalBytes = qint64(4) * 1024 * 1024; // then the next file
constexpr qint64 journalHeaderBytes = 157;
constexpr qint64 mysqlGtidBytes = 79;
constexpr qint64 mariaDbGtidBytes = 42;
constexpr qint64 beginBytes = 75;
constexpr qint64 endBytes = 31;
constexpr qint64 statementBytes = 24;
constexpr qint64 ddlBytes = 88;
constexpr qint64 tableMapBytes = 40;
constexpr qint64 rowsBytes = 35;
constexpr qint64 largestRowsEvent = 8192; // binlog_row_event_max_size

qint64 bytesOf(const Row &row)
{
    auto bytes = static_cast<qint64>(row.size() + 7) / 8;
    for (const auto &value : row)
        if (value)
            bytes += value->size() + 1;
    return bytes;
}

QByteArray padded(qint64 number, int digits)
{
    return QByteArray::number(number).rightJustified(digits, '0');
}

} // namespace

DemoBinlog::DemoBinlog(Flavour flavour)
    : m_flavour(flavour)
    , m_builder(flavour)
    , m_offset(journalBytes) // begins with the first file
{
    rotateIfFull();
}

qint64 DemoBinlog::seconds() const
{
    return firstSecond.time_since_epoch().count() + m_rowCount / rowsPerSecond;
}

void DemoBinlog::rotateIfFull()
{
    if (m_offset < journalBytes)
        return;
    m_journal = "mysql-bin." + padded(++m_journalNumber, 6);
    m_offset = journalHeaderBytes;
}

EventPlace DemoBinlog::place(qint64 length)
{
    return { m_journal, std::exchange(m_offset, m_offset + length), length, serverId,
             seconds() * 1000 };
}

void DemoBinlog::skip(qint64 length) { m_offset += length; }

void DemoBinlog::begin(qint64 threadId)
{
    rotateIfFull();
    if (m_flavour == Flavour::MariaDb)
        return skip(mariaDbGtidBytes); // it is the BEGIN, and no entry is made of it
    skip(mysqlGtidBytes);
    m_entries.append(m_builder.begin(place(beginBytes), threadId));
}

void DemoBinlog::change(EventType type, const TableShape &table, const std::vector<RowPair> &rows,
                        RowImage image, const QByteArray &sql)
{
    if (m_flavour == Flavour::MariaDb) {
        const auto text = sql.isEmpty() ? sqlOf(type, table, rows) : sql;
        m_entries.append(m_builder.statement(place(statementBytes + text.size()), text));
    }
    skip(tableMapBytes + table.name.size() + 2 * static_cast<qint64>(table.columns.size()));
    for (std::size_t first = 0, last = 0; first < rows.size(); first = last) {
        qint64 bytes = rowsBytes;
        while (last < rows.size() && (last == first || bytes < largestRowsEvent)) {
            bytes += bytesOf(rows[last].before) + bytesOf(rows[last].after);
            ++last;
        }
        const auto part = std::span(rows).subspan(first, last - first);
        m_entries.append(m_builder.rows(place(bytes), type, table, part, image));
        m_rowCount += static_cast<qint64>(part.size());
    }
}

void DemoBinlog::commit()
{
    m_xid += 2;
    m_entries.append(m_builder.end(place(endBytes), m_xid));
}

void DemoBinlog::ddl(const DdlEvent &event)
{
    rotateIfFull();
    skip(m_flavour == Flavour::MariaDb ? mariaDbGtidBytes : mysqlGtidBytes);
    m_entries.append(m_builder.ddl(place(ddlBytes + event.sql.size()), event));
    m_xid += 3;
}

QByteArrayList DemoBinlog::takeEntries() { return std::exchange(m_entries, {}); }

QByteArray dateText(qint64 seconds)
{
    const std::chrono::sys_seconds moment { std::chrono::seconds(seconds) };
    const std::chrono::year_month_day date(std::chrono::floor<std::chrono::days>(moment));
    return padded(static_cast<int>(date.year()), 4) + '-'
        + padded(static_cast<unsigned>(date.month()), 2) + '-'
        + padded(static_cast<unsigned>(date.day()), 2);
}

QByteArray dateTimeText(qint64 seconds)
{
    constexpr qint64 day = 86'400;
    const auto ofDay = (seconds % day + day) % day;
    return dateText(seconds) + ' ' + padded(ofDay / 3600, 2) + ':' + padded(ofDay / 60 % 60, 2)
        + ':' + padded(ofDay % 60, 2);
}

} // namespace canal::server
