// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/csvwriter.h"
#include "model/eventstore.h"
#include "model/rowfilter.h"
#include "model/rowtext.h"

#include <QJsonArray>
#include <QTest>

#include "tests/support/entries.h"
#include "tests/support/recordedframes.h"
#include <thread>

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

AppendResult append(EventStore &store, const QList<QByteArray> &entries, int batch = 1,
                    int epoch = 1)
{
    return store.append(Epoch { static_cast<std::uint32_t>(epoch) }, BatchId { batch },
                        views(entries));
}

EntrySpec at(qint64 offset, const QByteArray &table = "orders")
{
    EntrySpec spec;
    spec.offset = offset;
    spec.table = table;
    return spec;
}

QByteArray insert(const QByteArray &id, const EntrySpec &spec = {})
{
    return rowsEntry(EventType::Insert, { { {}, { { "id", id, "int(11)", 4, true, true } } } },
                     spec);
}

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QString lineOf(const EventStore &store, std::uint32_t row, ValueStyle style = ValueStyle::Decoded)
{
    std::string out;
    CsvWriter(style).appendLine(store.snapshot(), RowId { row }, out);
    return QString::fromStdString(out);
}

const auto start = u"1,mysql-bin.000001,4,2026-11-22T10:00:00Z,,shop,orders,"_s;

} // namespace

class TestEventStore : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatRealServersSent_data();
    void keepsWhatRealServersSent();
    void everyEntryBecomesARow();
    void batchAppearsAtOnce();
    void tablesAreNumberedInTheOrderTheyCome();
    void annotationIsTheStatementOfTheRowsAfterIt();
    void mySqlAnnotationNamesNoTable();
    void transactionsEndWithTheirEnd();
    void ddlOfOldServersIsNoAnnotation();
    void unreadableEntriesAreKept_data();
    void unreadableEntriesAreKept();
    void tellsOverLimitFromMalformed();
    void marksRedeliveries();
    void sameOffsetInAnotherFileIsNoRedelivery();
    void redeliveryIsFoundAfterManyRollbacks();
    void releasesRows();
    void rowsStayReadableWhileOthersAreAppended();
    void readersSeeOnlyWholeBatches();

    void csvOfARow();
    void csvOfAStatement();
    void csvHasNoLineForTransactionMarks();
    void csvKeyComesFromBefore_data();
    void csvKeyComesFromBefore();
    void csvChanged_data();
    void csvChanged();
    void csvQuotes();
    void csvValueStyles();
    void csvReplacesInvalidUtf8();
    void csvNamesUnknownEventsByNumber();
    void csvTimes_data();
    void csvTimes();

    void indexFindsRows();
};

void TestEventStore::keepsWhatRealServersSent_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &name : decodedCaptures())
        QTest::newRow(qPrintable(name)) << name;
}

void TestEventStore::keepsWhatRealServersSent()
{
    QFETCH(QString, name);
    EventStore store;
    const auto entries = recordedEntries(name);
    QCOMPARE(append(store, entries).unreadable, 0U);
    const auto rows = store.snapshot();
    const auto expected = expectedEntries(name);
    std::uint32_t row = 0;
    RowImage image;
    for (const auto &line : expected) {
        EntryInfo info;
        rows.read(rows.entry(RowId { row }), info);
        QCOMPARE(text(info.header.logFile), line[u"file"_s].toString());
        QCOMPARE(qint64(info.header.logOffset), line[u"offset"_s].toInteger());
        QCOMPARE(text(info.sql), line[u"sql"_s].toString());
        const auto wanted = line[u"rows"_s].toArray();
        QCOMPARE(info.rows, qMax(1U, static_cast<unsigned>(wanted.size())));
        for (const auto &want : wanted) {
            rows.read(RowId { row }, image);
            const auto after = want.toObject()[u"after"_s].toArray();
            QCOMPARE(image.after().size(), static_cast<std::size_t>(after.size()));
            for (std::size_t i = 0; i < image.after().size(); ++i) {
                const auto cell = after[static_cast<qsizetype>(i)].toArray();
                QCOMPARE(text(image.after()[i].name), cell[1].toString());
                QCOMPARE(image.after()[i].isNull, cell[6].isNull());
                QCOMPARE(text(image.after()[i].value), cell[6].toString());
            }
            ++row;
        }
        if (wanted.isEmpty())
            ++row;
    }
    QCOMPARE(row, rows.size());
}

void TestEventStore::everyEntryBecomesARow()
{
    EventStore store;
    const auto result
        = append(store,
                 { beginEntry(4), insert("1", at(10)), endEntry(20),
                   statementEntry(EventType::Create, "create table t", true, at(30)) });
    QCOMPARE(result.rows, 4U);
    QCOMPARE(result.events, 2U);
    const auto rows = store.snapshot();
    QCOMPARE(rows.size(), 4U);
    QCOMPARE(rows.kind(RowId { 0 }), RowKind::TransactionBegin);
    QCOMPARE(rows.kind(RowId { 1 }), RowKind::Row);
    QCOMPARE(rows.kind(RowId { 2 }), RowKind::TransactionEnd);
    QCOMPARE(rows.kind(RowId { 3 }), RowKind::Statement);
    QCOMPARE(operationOf(rows, RowId { 3 }), Operation::Ddl);
    EntryInfo info;
    rows.read(EntryId { 0 }, info);
    QCOMPARE(info.threadId, 7);
    rows.read(EntryId { 2 }, info);
    QCOMPARE(text(info.transactionId), u"42"_s);
    RowImage image;
    rows.read(RowId { 0 }, image);
    QVERIFY(image.before().empty() && image.after().empty());
}

void TestEventStore::batchAppearsAtOnce()
{
    EventStore store;
    append(store, { insert("1") });
    const auto before = store.snapshot();
    append(store, { insert("2", at(5)), insert("3", at(6)) }, 2);
    QCOMPARE(before.size(), 1U);
    QCOMPARE(store.snapshot().size(), 3U);
    EntryInfo info;
    store.snapshot().read(EntryId { 2 }, info);
    QCOMPARE(info.batch, BatchId { 2 });
    QCOMPARE(info.epoch, Epoch { 1 });
}

void TestEventStore::tablesAreNumberedInTheOrderTheyCome()
{
    EventStore store;
    append(store, { insert("1", at(4, "a")), insert("1", at(5, "b")), insert("1", at(6, "a")) });
    const auto rows = store.snapshot();
    QCOMPARE(rows.tableCount(), 3U); // with "none"
    QCOMPARE(rows.table(RowId { 0 }), TableId { 1 });
    QCOMPARE(rows.table(RowId { 1 }), TableId { 2 });
    QCOMPARE(rows.table(RowId { 2 }), TableId { 1 });
    QCOMPARE(rows.tableName(TableId { 2 }).table, std::string("b"));
}

void TestEventStore::annotationIsTheStatementOfTheRowsAfterIt()
{
    // As MariaDB sends it (S8).
    EventStore store;
    append(store,
           { annotationEntry("insert into a", 4), insert("1", at(10, "a")),
             insert("2", at(20, "a")), annotationEntry("update b", 30), insert("3", at(40, "b")),
             endEntry(50), insert("4", at(60, "b")) });
    const auto rows = store.snapshot();
    QCOMPARE(rows.kind(RowId { 0 }), RowKind::Annotation);
    QCOMPARE(rows.table(RowId { 0 }), TableId { 0 });
    const auto statementOf = [&rows](std::uint32_t entry) {
        EntryInfo info;
        rows.read(EntryId { entry }, info);
        return info.statement ? int(raw(*info.statement)) : -1;
    };
    QCOMPARE(statementOf(1), 0);
    QCOMPARE(statementOf(2), 0);
    QCOMPARE(statementOf(4), 3);
    QCOMPARE(statementOf(6), -1); // the transaction had ended
}

void TestEventStore::transactionsEndWithTheirEnd()
{
    EventStore store;
    append(store,
           { beginEntry(4), insert("1", at(5)), insert("2", at(6)), endEntry(7), // MySQL
             annotationEntry("x", 8), insert("3", at(9)), endEntry(10), // MariaDB
             statementEntry(EventType::Alter, "alter", true, at(11)), beginEntry(12),
             insert("4", at(13)), beginEntry(14), insert("5", at(15)) });
    append(store, { insert("6", at(16)), endEntry(17) }, 2); // across batches
    const auto rows = store.snapshot();
    QList<int> numbers;
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        numbers.append(static_cast<int>(rows.transaction(RowId { i })));
    QCOMPARE(numbers, (QList<int> { 1, 1, 1, 1, 2, 2, 2, 0, 3, 3, 4, 4, 4, 4 }));
}

void TestEventStore::mySqlAnnotationNamesNoTable()
{
    EventStore store; // S9: schema "", but the table name set
    EntrySpec spec;
    spec.schema.clear();
    append(store, { statementEntry(EventType::Query, "insert", false, spec) });
    const auto rows = store.snapshot();
    QCOMPARE(rows.kind(RowId { 0 }), RowKind::Annotation);
    QCOMPARE(rows.tableCount(), 1U);
}

void TestEventStore::ddlOfOldServersIsNoAnnotation()
{
    // 1.1.4 sends CREATE DATABASE as QUERY with isDdl false.
    EventStore store;
    EntrySpec spec;
    spec.table.clear();
    append(store, { statementEntry(EventType::Query, "create database shop", false, spec) });
    QCOMPARE(store.snapshot().kind(RowId { 0 }), RowKind::Statement);
}

void TestEventStore::unreadableEntriesAreKept_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no entry") << QByteArray("\xff\xff\xff");
    auto cut = insert("1");
    QTest::newRow("cut") << cut.chopped(3);
    QTest::newRow("no row change") << QByteArray::fromHex("10021a02ffff");
    QTest::newRow("no BEGIN") << QByteArray::fromHex("10011a02ffff");
    QTest::newRow("no END") << QByteArray::fromHex("10031a02ffff");
    QTest::newRow("broken column") << QByteArray::fromHex("10021a0662040a020aff");
}

void TestEventStore::unreadableEntriesAreKept()
{
    QFETCH(QByteArray, bytes);
    EventStore store;
    const auto result = append(store, { insert("1"), bytes, insert("2", at(5)) });
    QCOMPARE(result.rows, 3U);
    QCOMPARE(result.unreadable, 1U);
    QCOMPARE(result.firstUnreadable, std::size_t(1));
    QVERIFY(!result.overLimit);
    const auto rows = store.snapshot();
    QCOMPARE(rows.kind(RowId { 1 }), RowKind::Unreadable);
    EntryInfo info;
    rows.read(rows.entry(RowId { 1 }), info);
    QCOMPARE(info.bytes, views({ bytes }).front());
    QCOMPARE(lineOf(store, 1), QString());
    QCOMPARE(operationOf(rows, RowId { 1 }), Operation::Unreadable);
}

void TestEventStore::tellsOverLimitFromMalformed()
{
    EventStore store({ .scan = { 2, 10 }, .memory = {} });
    const Row row { {}, { { "a", "1" } } };
    const auto result = append(store, { rowsEntry(EventType::Insert, { row, row, row }) });
    QCOMPARE(result.unreadable, 1U);
    QVERIFY(result.overLimit);
}

void TestEventStore::marksRedeliveries()
{
    EventStore store;
    append(store, { insert("1", at(10)), insert("2", at(20)), endEntry(30) }, 1);
    append(store, { insert("3", at(40)) }, 2);
    append(store, { insert("2", at(20)), endEntry(30), insert("3", at(40)), insert("4", at(50)) },
           3);
    append(store, { insert("5", at(60)), insert("4", at(50)) }, 4);
    const auto rows = store.snapshot();
    QString marks;
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        marks += rows.isRedelivered(RowId { i }) ? u'r' : u'-';
    QCOMPARE(marks, u"----rrr--r"_s);
}

void TestEventStore::sameOffsetInAnotherFileIsNoRedelivery()
{
    EventStore store;
    auto other = at(10);
    other.logFile = "mysql-bin.000002";
    append(store, { insert("1", at(10)), insert("2", other) });
    QVERIFY(!store.snapshot().isRedelivered(RowId { 1 }));
}

void TestEventStore::redeliveryIsFoundAfterManyRollbacks()
{
    EventStore store;
    for (int round = 0; round < 50; ++round)
        append(store, { insert("1", at(10 + round)), insert("2", at(1000)) }, round + 1);
    append(store, { insert("1", at(15)) }, 60);
    QVERIFY(store.snapshot().isRedelivered(RowId { 100 }));
}

void TestEventStore::releasesRows()
{
    EventStore store;
    const auto big = [](int i) {
        return rowsEntry(EventType::Insert, { { {}, { { "v", QByteArray(10'000, 'x') } } } },
                         at(i));
    };
    std::size_t most = 0;
    for (int i = 1; i <= 3000; ++i) {
        const auto result = append(store, { big(i) }, i);
        store.release(RowId { raw(result.firstRow) });
        most = qMax(most, store.bytes());
    }
    QVERIFY2(most < 8'000'000, qPrintable(QString::number(most))); // 30 MB went through
    const auto rows = store.snapshot();
    QVERIFY(!rows.contains(RowId { 0 }));
    QVERIFY(rows.contains(RowId { 2999 }));
    QVERIFY(lineOf(store, 2999).startsWith(u"3000,"_s));
    append(store, { big(2999) }, 1); // long released: not held any more
    QVERIFY(!store.snapshot().isRedelivered(RowId { 3000 }));
}

void TestEventStore::rowsStayReadableWhileOthersAreAppended()
{
    EventStore store;
    append(store, { insert("first") });
    const auto rows = store.snapshot();
    RowImage image;
    rows.read(RowId { 0 }, image);
    for (int i = 0; i < 40'000; ++i)
        append(store, { insert(QByteArray::number(i), at(10 + i)) }, 2 + i);
    QCOMPARE(text(image.after().at(0).value), u"first"_s);
    rows.read(RowId { 0 }, image);
    QCOMPARE(text(image.after().at(0).value), u"first"_s);
    QCOMPARE(store.committedRows(), 40'001U);
}

void TestEventStore::readersSeeOnlyWholeBatches()
{
    EventStore store;
    constexpr std::uint32_t batches = 5000;
    const QList<QByteArray> batch { insert("1"), insert("2"), insert("3") };
    std::thread writer([&] {
        for (std::uint32_t i = 1; i <= batches; ++i)
            append(store, batch, static_cast<int>(i));
    });
    bool whole = true;
    bool readable = true;
    CsvWriter csv(ValueStyle::Decoded);
    for (std::uint32_t seen = 0; seen < batches * 3;) {
        const auto rows = store.snapshot();
        whole = whole && rows.size() % 3 == 0;
        if (rows.size() > seen) {
            std::string line;
            readable = readable && csv.appendLine(rows, RowId { rows.size() - 1 }, line)
                && line.starts_with(std::to_string(rows.size() / 3) + ',');
        }
        seen = rows.size();
    }
    writer.join();
    QVERIFY(whole);
    QVERIFY(readable);
}

void TestEventStore::csvOfARow()
{
    EventStore store;
    append(store,
           { rowsEntry(EventType::Update,
                       { { { { "id", "1", "int(11)", 4, true },
                             { "status", "1", "enum('NEW','PAID')", 4 },
                             { "note", {}, "text", 2005 } },
                           { { "id", "1", "int(11)", 4, true },
                             { "status", "2", "enum('NEW','PAID')", 4, false, true },
                             { "note", "", "text", 2005, false, true } } },
                         { { { "id", "2", "int(11)", 4, true } }, {} } }) });
    QCOMPARE(
        lineOf(store, 0),
        start + uR"(UPDATE,0,"{""id"":""1""}","{""id"":""1"",""status"":""NEW"",""note"":null}",)"_s
            + uR"("{""id"":""1"",""status"":""PAID"",""note"":""""}","[""status"",""note""]",)"_s
            + u"\n"_s);
    QVERIFY(lineOf(store, 1).startsWith(start + u"UPDATE,1,"_s));
    QVERIFY(text(CsvWriter::header()).startsWith(u"batch,log_file,"_s));
    QVERIFY(text(CsvWriter::header()).endsWith(u",sql\n"_s));
}

void TestEventStore::csvOfAStatement()
{
    EventStore store;
    append(store,
           { statementEntry(EventType::Alter, "alter table orders add x int", true),
             annotationEntry("insert into orders values (1)", 50) });
    QCOMPARE(lineOf(store, 0), start + u"ALTER,,{},{},{},[],alter table orders add x int\n"_s);
    QCOMPARE(lineOf(store, 1),
             u"1,mysql-bin.000001,50,2026-11-22T10:00:00Z,,,,QUERY,,{},{},{},[],insert into "
             u"orders values (1)\n"_s);
}

void TestEventStore::csvHasNoLineForTransactionMarks()
{
    EventStore store;
    append(store, { beginEntry(4), endEntry(8) });
    QCOMPARE(lineOf(store, 0), QString());
    QCOMPARE(lineOf(store, 1), QString());
}

void TestEventStore::csvKeyComesFromBefore_data()
{
    QTest::addColumn<QList<int>>("beforeKeys");
    QTest::addColumn<QString>("key");
    QTest::newRow("before") << QList<int> { 1 } << uR"("{""a"":""1""}")"_s;
    QTest::newRow("no key in before") << QList<int> { 0 } << u"{}"_s;
    QTest::newRow("before empty") << QList<int>() << uR"("{""a"":""2""}")"_s;
}

void TestEventStore::csvKeyComesFromBefore()
{
    QFETCH(QList<int>, beforeKeys);
    QFETCH(QString, key);
    Row row { {}, { { "a", "2", "int", 4, true } } };
    for (const int isKey : beforeKeys)
        row.before.append({ "a", "1", "int", 4, isKey == 1 });
    EventStore store;
    append(store, { rowsEntry(EventType::Update, { row }) });
    QVERIFY2(lineOf(store, 0).startsWith(start + u"UPDATE,0,"_s + key + u","_s),
             qPrintable(lineOf(store, 0)));
}

void TestEventStore::csvChanged_data()
{
    QTest::addColumn<EventType>("type");
    QTest::addColumn<bool>("beforeHas");
    QTest::addColumn<QByteArray>("before"); // "-": NULL
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<bool>("changed");
    const auto row = [](const char *name, EventType type, bool has, const char *before,
                        const char *after, bool changed) {
        QTest::newRow(name) << type << has << QByteArray(before) << QByteArray(after) << changed;
    };
    row("same", EventType::Update, true, "x", "x", false);
    row("text", EventType::Update, true, "x", "y", true);
    row("NULL to ''", EventType::Update, true, "-", "", true);
    row("'' to NULL", EventType::Update, true, "", "-", true);
    row("NULL to NULL", EventType::Update, true, "-", "-", false);
    row("absent from before", EventType::Update, false, "", "x", true);
    row("insert", EventType::Insert, false, "", "x", false);
    row("delete", EventType::Delete, true, "x", "y", false);
}

void TestEventStore::csvChanged()
{
    QFETCH(EventType, type);
    QFETCH(bool, beforeHas);
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(bool, changed);
    const auto cell = [](const QByteArray &name, const QByteArray &value) {
        Cell made { name, value, "int", 4 };
        if (value == "-")
            made.value.reset();
        return made;
    };
    Row row { { cell("other", "1") }, { cell("v", after), cell("other", "1") } };
    if (beforeHas)
        row.before.append(cell("v", before));
    EventStore store;
    append(store, { rowsEntry(type, { row }) });
    QCOMPARE(lineOf(store, 0).endsWith(uR"(,"[""v""]",)"_s + u"\n"_s), changed);
    if (!changed)
        QVERIFY(lineOf(store, 0).endsWith(u",[],\n"_s));
}

void TestEventStore::csvQuotes()
{
    EntrySpec spec;
    spec.schema = "we,ird";
    spec.table = "a\"b";
    spec.gtid = "uuid:1-5,\nuuid:7";
    EventStore store;
    append(store,
           { rowsEntry(EventType::Insert,
                       { { {}, { { "c\"1\\", QByteArray("\x01\t\r\n\"\\/é", 9) } } } }, spec) });
    QCOMPARE(lineOf(store, 0),
             u"1,mysql-bin.000001,4,2026-11-22T10:00:00Z,\"uuid:1-5,\nuuid:7\",\"we,ird\","_s
                 + uR"("a""b",INSERT,0,{},{},"{""c\""1\\"":""\u0001\t\r\n\""\\/é""}",[],)"_s
                 + u"\n"_s);
}

void TestEventStore::csvValueStyles()
{
    EventStore store;
    append(store,
           { rowsEntry(EventType::Insert,
                       { { {},
                           { { "e", "0", "enum('a')", 4 },
                             { "s", "3", "set('a','b')", -7 },
                             { "b", "é", "blob", 2004 },
                             { "t", "5", "bit(3)", -7 },
                             { "j", "Ã©", "json", 2004 } } } }) });
    QVERIFY(lineOf(store, 0).contains(
        uR"("{""e"":"""",""s"":""a,b"",""b"":""0xe9"",""t"":""5"",""j"":""é""}")"_s));
    QVERIFY(
        lineOf(store, 0, ValueStyle::Raw)
            .contains(uR"("{""e"":""0"",""s"":""3"",""b"":""é"",""t"":""5"",""j"":""Ã©""}")"_s));
}

void TestEventStore::csvReplacesInvalidUtf8()
{
    EntrySpec spec;
    spec.table = "t\xff";
    EventStore store;
    append(store, { rowsEntry(EventType::Insert, { { {}, { { "a\xc3", "\xe6\x97z" } } } }, spec) });
    QVERIFY(lineOf(store, 0).contains(u",t\uFFFD,"_s));
    QVERIFY(lineOf(store, 0).contains(u"{\"\"a\uFFFD\"\":\"\"\uFFFDz\"\"}"_s));
}

void TestEventStore::csvNamesUnknownEventsByNumber()
{
    EventStore store;
    append(store, { statementEntry(static_cast<EventType>(99), "x", false) });
    QVERIFY(lineOf(store, 0).startsWith(start + u"99,,"_s));
}

void TestEventStore::csvTimes_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("shown");
    QTest::newRow("epoch") << qint64(0) << u"1970-01-01T00:00:00Z"_s;
    QTest::newRow("before epoch") << qint64(-1000) << u"1969-12-31T23:59:59Z"_s;
    QTest::newRow("ms are cut") << qint64(1999) << u"1970-01-01T00:00:01Z"_s;
    QTest::newRow("leap day") << qint64(1'709'208'000'000) << u"2024-02-29T12:00:00Z"_s;
    QTest::newRow("last of 9999") << qint64(253'402'300'799'000) << u"9999-12-31T23:59:59Z"_s;
    QTest::newRow("beyond") << qint64(253'402'300'800'000) << u"253402300800000"_s;
    QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"9223372036854775807"_s;
    QTest::newRow("smallest") << std::numeric_limits<qint64>::min() << u"-9223372036854775808"_s;
}

void TestEventStore::csvTimes()
{
    QFETCH(qint64, ms);
    QFETCH(QString, shown);
    QCOMPARE(QString::fromStdString(isoTime(ms)), shown);
}

void TestEventStore::indexFindsRows()
{
    RowIndex index;
    QCOMPARE(index.atOrBefore(RowId { 5 }), -1);
    index.append(std::vector { RowId { 2 }, RowId { 5 }, RowId { 9 } });
    QCOMPARE(index.atOrBefore(RowId { 1 }), -1);
    QCOMPARE(index.atOrBefore(RowId { 2 }), 0);
    QCOMPARE(index.atOrBefore(RowId { 7 }), 1);
    QCOMPARE(index.atOrBefore(RowId { 100 }), 2);
    QVERIFY(index.contains(RowId { 5 }));
    QVERIFY(!index.contains(RowId { 6 }));
}

QTEST_APPLESS_MAIN(TestEventStore)
#include "tst_eventstore.moc"
