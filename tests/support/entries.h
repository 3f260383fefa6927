// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entry.h"

#include <QByteArray>
#include <QList>

#include <optional>

// Entries as bytes, made for tests from a few words. Built with libprotobuf, so that our own
// scanner is never both author and reader.
namespace canal::test {

struct Cell
{
    QByteArray name;
    std::optional<QByteArray> value; // nullopt: NULL
    QByteArray mysqlType = "varchar(40)";
    int sqlType = 12;
    bool isKey = false;
    bool updated = false;
};

struct Row
{
    QList<Cell> before;
    QList<Cell> after;
};

struct EntrySpec
{
    QByteArray logFile = "mysql-bin.000001";
    qint64 offset = 4;
    QByteArray schema = "shop";
    QByteArray table = "orders";
    qint64 executeTimeMs = 1'795'341'600'000; // 2026-11-22T10:00:00Z
    QByteArray gtid; // the set
    QByteArray currentGtid; // of the transaction; empty: not sent
};

QByteArray rowsEntry(EventType type, const QList<Row> &rows, const EntrySpec &spec = {});
QByteArray statementEntry(EventType type, const QByteArray &sql, bool isDdl,
                          const EntrySpec &spec = {});
QByteArray annotationEntry(const QByteArray &sql, qint64 offset);
QByteArray beginEntry(qint64 offset, qint64 threadId = 7);
QByteArray beginEntry(const EntrySpec &spec, qint64 threadId); // schema and table left out
QByteArray endEntry(qint64 offset, const QByteArray &xid = "42");
QByteArray endEntry(const EntrySpec &spec, const QByteArray &xid);

// A MESSAGES frame body as Canal's fast path sends it (no version, no magic); batch -1: the empty
// answer.
QByteArray messagesPacket(qint64 batch, const QList<QByteArray> &entries);
QByteArray ackPacket(int code = 0, const QByteArray &message = {});
QByteArray handshakePacket(const QByteArray &seed = QByteArray::fromHex("0102030405060708"));

std::string_view view(const QByteArray &bytes);
std::vector<std::string_view> views(const QList<QByteArray> &entries);

} // namespace canal::test
