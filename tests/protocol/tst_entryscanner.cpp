// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/entryscanner.h"
#include "protocol/wirereader.h"

#include <proto/canal_entry.pb.h>

#include <QJsonArray>
#include <QRandomGenerator>
#include <QTest>

#include "tests/support/entries.h"
#include "tests/support/protobuforacle.h"
#include "tests/support/recordedframes.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QJsonArray columnsAsJson(const std::vector<ColumnView> &columns)
{
    QJsonArray result;
    for (const auto &column : columns)
        result.append(QJsonArray { column.index, text(column.name), column.sqlType,
                                   text(column.mysqlType), column.isKey ? 1 : 0,
                                   column.updated ? 1 : 0,
                                   column.isNull ? QJsonValue() : QJsonValue(text(column.value)) });
    return result;
}

QJsonObject propsAsJson(const std::vector<PropView> &props)
{
    QJsonObject result;
    for (const auto &[key, value] : props)
        result.insert(text(key), text(value));
    return result;
}

QString entryTypeName(EntryType type)
{
    switch (type) {
    case EntryType::TransactionBegin:
        return u"TRANSACTIONBEGIN"_s;
    case EntryType::RowData:
        return u"ROWDATA"_s;
    case EntryType::TransactionEnd:
        return u"TRANSACTIONEND"_s;
    case EntryType::Unset:
    case EntryType::Heartbeat:
    case EntryType::GtidLog:
        break;
    }
    return u"?"_s;
}

// The scanner's reading in the form of a .jsonl line, but for the batch.
QJsonObject scannedAsJson(const QByteArray &bytes)
{
    EntryView entry;
    if (scanEntry(view(bytes), entry) != ScanResult::Ok)
        return {};
    const auto &header = entry.header;
    QJsonObject result {
        { u"entry"_s, entryTypeName(entry.type) }, { u"file"_s, text(header.logFile) },
        { u"offset"_s, qint64(header.logOffset) }, { u"length"_s, qint64(header.eventLength) },
        { u"server"_s, qint64(header.serverId) },  { u"time"_s, qint64(header.executeTimeMs) },
        { u"schema"_s, text(header.schema) },      { u"table"_s, text(header.table) },
        { u"gtid"_s, text(header.gtid) },          { u"props"_s, propsAsJson(header.props) }
    };
    if (entry.type == EntryType::TransactionBegin) {
        TransactionView begin;
        if (scanTransactionBegin(entry.storeValue, begin) != ScanResult::Ok)
            return {};
        result.insert(u"thread"_s, qint64(begin.threadId));
        result.insert(u"txProps"_s, propsAsJson(begin.props));
    } else if (entry.type == EntryType::TransactionEnd) {
        TransactionView end;
        if (scanTransactionEnd(entry.storeValue, end) != ScanResult::Ok)
            return {};
        result.insert(u"xid"_s, text(end.transactionId));
        result.insert(u"txProps"_s, propsAsJson(end.props));
    } else {
        RowChangeView change;
        if (scanRowChange(entry.storeValue, {}, change) != ScanResult::Ok)
            return {};
        result.insert(u"tableId"_s, qint64(change.tableId));
        result.insert(u"event"_s, static_cast<int>(change.eventType));
        result.insert(u"ddl"_s, change.isDdl);
        result.insert(u"sql"_s, text(change.sql));
        result.insert(u"ddlSchema"_s, text(change.ddlSchema));
        result.insert(u"changeProps"_s, propsAsJson(change.props));
        QJsonArray rows;
        for (const auto &bytesOfRow : change.rows) {
            RowView row;
            if (scanRow(bytesOfRow, {}, row) != ScanResult::Ok)
                return {};
            rows.append(QJsonObject { { u"before"_s, columnsAsJson(row.before) },
                                      { u"after"_s, columnsAsJson(row.after) } });
        }
        result.insert(u"rows"_s, rows);
    }
    return result;
}

QByteArray disagreement(const QByteArray &bytes)
{
    return QByteArray::fromStdString(disagreementWithProtobuf(view(bytes)));
}

} // namespace

class TestEntryScanner : public QObject
{
    Q_OBJECT

private slots:
    void readsRecordedEntriesAsProtobufsOwnClassesDo_data();
    void readsRecordedEntriesAsProtobufsOwnClassesDo();
    void agreesWithLibprotobufOnRecordedEntries_data();
    void agreesWithLibprotobufOnRecordedEntries();
    void agreesWithLibprotobufOnDamagedEntries();
    void agreesWithLibprotobufOnEveryPrefix();
    void agreesWithLibprotobufOnOddShapes_data();
    void agreesWithLibprotobufOnOddShapes();
    void takesCanalsDefaultsForUnsetFields();
    void keepsUnknownNumbers();
    void keepsInvalidUtf8();
    void limitsRowsAndColumns();
    void namesEvents_data();
    void namesEvents();
};

void TestEntryScanner::readsRecordedEntriesAsProtobufsOwnClassesDo_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &name : decodedCaptures())
        QTest::newRow(qPrintable(name)) << name;
}

void TestEntryScanner::readsRecordedEntriesAsProtobufsOwnClassesDo()
{
    QFETCH(QString, name);
    const auto entries = recordedEntries(name);
    const auto expected = expectedEntries(name);
    QCOMPARE(entries.size(), expected.size());
    for (qsizetype i = 0; i < entries.size(); ++i) {
        auto line = expected[i];
        line.remove(u"batch"_s);
        QCOMPARE(scannedAsJson(entries[i]), line);
    }
}

void TestEntryScanner::agreesWithLibprotobufOnRecordedEntries_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &name : captures())
        QTest::newRow(qPrintable(name)) << name;
}

void TestEntryScanner::agreesWithLibprotobufOnRecordedEntries()
{
    QFETCH(QString, name);
    const auto entries = recordedEntries(name);
    QVERIFY(!entries.isEmpty());
    for (const auto &entry : entries)
        QCOMPARE(disagreement(entry), QByteArray());
}

void TestEntryScanner::agreesWithLibprotobufOnDamagedEntries()
{
    QRandomGenerator random(20261122);
    const auto entries = recordedEntries(u"mysql9.7-canal1.1.8-shop"_s);
    for (int round = 0; round < 20'000; ++round) {
        auto bytes = entries[random.bounded(static_cast<int>(entries.size()))];
        for (int flips = random.bounded(1, 4); flips > 0; --flips)
            bytes[random.bounded(static_cast<int>(bytes.size()))]
                = static_cast<char>(random.bounded(256));
        if (const auto why = disagreement(bytes); !why.isEmpty())
            QFAIL(why + " on " + bytes.toHex());
    }
}

void TestEntryScanner::agreesWithLibprotobufOnEveryPrefix()
{
    for (const auto &entry : recordedEntries(u"mysql5.6-canal1.1.8-minimal"_s))
        for (qsizetype size = 0; size < entry.size(); ++size)
            if (const auto why = disagreement(entry.first(size)); !why.isEmpty())
                QFAIL(why + " on " + entry.first(size).toHex());
}

void TestEntryScanner::agreesWithLibprotobufOnOddShapes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto hex = [](const char *name, const QByteArray &digits) {
        QTest::newRow(name) << QByteArray::fromHex(digits);
    };
    hex("empty", "");
    hex("field 0", "00");
    hex("field 0, bytes", "0200");
    hex("end of a group that never began", "0c");
    hex("wire type 6", "0e");
    hex("wire type 7", "0f");
    hex("unknown field, largest number", "f8ffffff0f00");
    hex("tag of 5 bytes, too large for 32 bits", "f8ffffffff00");
    hex("tag of 6 bytes", "f8ffffffff0f00");
    hex("varint of 10 bytes", "10ffffffffffffffffff01");
    hex("varint of 10 bytes, last one too large", "10ffffffffffffffffff7f");
    hex("varint of 11 bytes", "10ffffffffffffffffffff01");
    hex("varint cut", "10ff");
    hex("length beyond the end", "0a05");
    hex("length of 2^31 - 1", "1affffffff07");
    hex("length of 2^31", "1a8080808008");
    hex("length of 2^32", "1a8080808010");
    hex("length in 6 bytes", "1a808080808000");
    hex("length, not in its shortest form", "1a8000");
    hex("known field with another wire type", "0d01020304");
    hex("known field with another wire type, 64 bit", "090102030405060708");
    hex("64 bit cut", "3101020304050607");
    hex("32 bit cut", "35010203");
    hex("unknown group", "a3060801a406");
    hex("unknown group, never closed", "a3060801");
    hex("unknown group closed by another number", "a3060801ac06");
    hex("group in a group", "a306ab06ac06a406");
    hex("field 0 in a group", "a30600a406");
    hex("header twice: merged",
        "0a0408011203"
        "0a0a");
    hex("header twice",
        "0a0412026161"
        "0a021805");
    hex("entry type twice", "10011002");
    for (const int depth : { 98, 99, 100, 101, 200 })
        QTest::addRow("%d groups", depth)
            << QByteArray("\xa3\x06").repeated(depth) + QByteArray("\xa4\x06").repeated(depth);
    for (const int depth : { 97, 98, 99, 100, 101 }) {
        const auto groups
            = QByteArray("\xa3\x06").repeated(depth) + QByteArray("\xa4\x06").repeated(depth);
        QByteArray sized("\x0a");
        sized.append(static_cast<char>((groups.size() & 0x7f) | 0x80))
            .append(static_cast<char>(groups.size() >> 7));
        QTest::addRow("%d groups in the header", depth) << sized + groups;
        auto row = sized + groups; // before_columns(1) of a RowData
        const auto length = [](qsizetype size) {
            return QByteArray()
                .append(static_cast<char>((size & 0x7f) | 0x80))
                .append(static_cast<char>(size >> 7));
        };
        row = "\x62" + length(row.size()) + row;
        QTest::addRow("%d groups in a column", depth) << "\x1a" + length(row.size()) + row;
    }
}

void TestEntryScanner::agreesWithLibprotobufOnOddShapes()
{
    QFETCH(QByteArray, bytes);
    QCOMPARE(disagreement(bytes), QByteArray());
}

void TestEntryScanner::takesCanalsDefaultsForUnsetFields()
{
    EntryView entry;
    QCOMPARE(scanEntry({}, entry), ScanResult::Ok);
    QCOMPARE(entry.type, EntryType::RowData);
    RowChangeView change;
    QCOMPARE(scanRowChange({}, {}, change), ScanResult::Ok);
    QCOMPARE(change.eventType, EventType::Update);
    QVERIFY(!change.isDdl);
}

void TestEntryScanner::keepsUnknownNumbers()
{
    entry::RowChange change;
    change.set_event_type(static_cast<entry::EventType>(99));
    RowChangeView ours;
    QCOMPARE(scanRowChange(change.SerializeAsString(), {}, ours), ScanResult::Ok);
    QCOMPARE(static_cast<int>(ours.eventType), 99);
    QVERIFY(eventTypeName(ours.eventType).empty());
}

void TestEntryScanner::keepsInvalidUtf8()
{
    const QByteArray broken("\xff\xc3(\x00z", 5);
    const auto bytes = rowsEntry(EventType::Insert, { { {}, { { "a", broken } } } });
    EntryView entry;
    QCOMPARE(scanEntry(view(bytes), entry), ScanResult::Ok);
    RowChangeView change;
    QCOMPARE(scanRowChange(entry.storeValue, {}, change), ScanResult::Ok);
    RowView row;
    QCOMPARE(scanRow(change.rows.at(0), {}, row), ScanResult::Ok);
    QCOMPARE(row.after.at(0).value, view(broken));
}

void TestEntryScanner::limitsRowsAndColumns()
{
    const Row row { {}, { { "a", "1" }, { "b", "2" }, { "c", "3" } } };
    const auto bytes = rowsEntry(EventType::Insert, { row, row, row });
    EntryView entry;
    QCOMPARE(scanEntry(view(bytes), entry), ScanResult::Ok);
    RowChangeView change;
    QCOMPARE(scanRowChange(entry.storeValue, { 2, 10 }, change), ScanResult::OverLimit);
    QCOMPARE(scanRowChange(entry.storeValue, { 3, 10 }, change), ScanResult::Ok);
    QCOMPARE(scanRowChange(entry.storeValue, { 4, 10 }, change), ScanResult::Ok);
    RowView out;
    QCOMPARE(scanRow(change.rows.at(0), { 10, 2 }, out), ScanResult::OverLimit);
    QCOMPARE(scanRow(change.rows.at(0), { 10, 3 }, out), ScanResult::Ok);
    QCOMPARE(scanRow(change.rows.at(0), { 10, 4 }, out), ScanResult::Ok);
}

void TestEntryScanner::namesEvents_data()
{
    QTest::addColumn<int>("number");
    QTest::addColumn<QByteArray>("name");
    const QList<QByteArray> names { "INSERT", "UPDATE", "DELETE",   "CREATE",     "ALTER",
                                    "ERASE",  "QUERY",  "TRUNCATE", "RENAME",     "CINDEX",
                                    "DINDEX", "GTID",   "XACOMMIT", "XAROLLBACK", "MHEARTBEAT" };
    for (int i = 0; i < names.size(); ++i)
        QTest::addRow("%d", i + 1) << i + 1 << names[i];
    QTest::addRow("0") << 0 << QByteArray();
    QTest::addRow("16") << 16 << QByteArray();
}

void TestEntryScanner::namesEvents()
{
    QFETCH(int, number);
    QFETCH(QByteArray, name);
    QCOMPARE(eventTypeName(static_cast<EventType>(number)), view(name));
}

QTEST_APPLESS_MAIN(TestEntryScanner)
#include "tst_entryscanner.moc"
