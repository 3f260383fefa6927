// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/eventstore.h"
#include "model/filtertext.h"
#include "model/rowfilter.h"

#include <QTest>

#include "tests/support/entries.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

void append(EventStore &store, const QList<QByteArray> &entries, int batch = 1)
{
    store.append(Epoch { 1 }, BatchId { batch }, views(entries));
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

const QByteArray statusType = "enum('NEW','PAID','SENT')";

Cell key(const QByteArray &id) { return { "id", id, "bigint unsigned", -5, true }; }
Cell status(const QByteArray &number) { return { "status", number, statusType, 4 }; }
Cell text(const QByteArray &name, std::optional<QByteArray> value)
{
    return { name, std::move(value), "varchar(80)" };
}
Cell amount(const QByteArray &value) { return { "amount", value, "decimal(10,2)", 3 }; }

// Two batches; every kind of row and value.
void fill(EventStore &store)
{
    auto gtid = at(400, "stock");
    gtid.logFile = "mysql-bin.000012";
    gtid.gtid = "3e11fa47:1-9912";
    append(store,
           { // 0: NEW -> PAID, coupon NULL -> ''
             rowsEntry(EventType::Update,
                       { { { key("42"), status("1"), amount("99.50"), text("coupon", {}) },
                           { key("42"), status("2"), amount("100.00"), text("coupon", "") } } },
                       at(100)),
             // 1: a number that no double holds
             rowsEntry(EventType::Insert,
                       { { {},
                           { key("18446744073709551615"), status("1"), amount("100.01"),
                             text("coupon", {}) } } },
                       at(200)),
             // 2: MINIMAL image: the key before, what changed after
             rowsEntry(EventType::Update, { { { key("44") }, { status("2") } } }, at(300)),
             // 3
             rowsEntry(EventType::Delete,
                       { { { { "a", "1", "int", 4, true },
                             { "b", "x", "char(1)", 1, true },
                             text("note", "null") },
                           {} } },
                       gtid),
             // 4
             statementEntry(EventType::Alter, "ALTER TABLE stock ADD x int", true,
                            at(500, "stock")) });
    append(store,
           { beginEntry(600), annotationEntry("update log set note = 'Zoë'", 610), // 5, 6
                                                                                   // 7
             rowsEntry(EventType::Update,
                       { { { { "id", "1", "int", 4, true },
                             text("note", "Zoë"),
                             text("at", "2026-11-22 10:00:00") },
                           { { "id", "2", "int", 4, true },
                             text("note", "ZOË b"),
                             text("at", "2026-11-22 11:00:00") } } },
                       at(620, "log")),
             endEntry(630, "4711"), // 8
             statementEntry(EventType::Truncate, "truncate table log", true, at(640, "log")), // 9
             "\xff\xff" }, // 10: no Canal entry
           2);
}

QList<std::uint32_t> match(const EventStore &store, const RowFilter &filter)
{
    QList<std::uint32_t> found;
    for (const auto row : matchingRows(store.snapshot(), filter, 0, store.committedRows()))
        found.append(raw(row));
    return found;
}

RowFilter filterOf(const QString &typed)
{
    RowFilter filter;
    if (const auto spec = parseFilter(typed))
        filter.spec = *spec;
    return filter;
}

} // namespace

class TestRowFilter : public QObject
{
    Q_OBJECT

private slots:
    void hidesTablesAndMarks();
    void findsWhatCellsShow_data();
    void findsWhatCellsShow();
    void matches_data();
    void matches();
    void asksTheStatesItWasGiven();
    void looksAgainWhenATransactionEnds();
    void stops();
};

void TestRowFilter::hidesTablesAndMarks()
{
    EventStore store;
    append(store,
           { beginEntry(4), annotationEntry("insert", 5), insert("1", at(10, "a")),
             insert("2", at(20, "b")), endEntry(30),
             statementEntry(EventType::Alter, "alter", true, at(40, "b")) });
    RowFilter filter;
    QCOMPARE(match(store, filter), (QList<std::uint32_t> { 2, 3, 5 }));
    filter.hiddenTables = { TableId { 2 } };
    QCOMPARE(match(store, filter), (QList<std::uint32_t> { 2 }));
    filter.hidesTransactions = false;
    QCOMPARE(match(store, filter), (QList<std::uint32_t> { 0, 2, 4 }));
    filter.hidesAnnotations = false;
    QCOMPARE(match(store, filter), (QList<std::uint32_t> { 0, 1, 2, 4 }));
}

void TestRowFilter::findsWhatCellsShow_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<bool>("found");
    QTest::newRow("enum name") << u"PAID"_s << true;
    QTest::newRow("enum name, other case") << u"paid"_s << true;
    QTest::newRow("enum number is not shown") << u"4711"_s << false;
    QTest::newRow("enum number is raw") << u"raw:2"_s << true;
    QTest::newRow("enum name is not raw") << u"raw:paid"_s << false;
    QTest::newRow("value") << u"李雷"_s << true;
    QTest::newRow("umlaut, other case") << u"zoË"_s << true;
    QTest::newRow("NULL") << u"\"null\""_s << true;
    QTest::newRow("hex") << u"0x89"_s << true;
    QTest::newRow("bits") << u"b'101'"_s << true;
    QTest::newRow("shape") << u"\"point(1 2.5)\""_s << true;
    QTest::newRow("table") << u"shop.ord"_s << true;
    QTest::newRow("operation") << u"insert"_s << true;
    QTest::newRow("column") << u"customer"_s << true;
    QTest::newRow("position") << u"bin.000001:4"_s << true;
    QTest::newRow("not across cells") << u"李雷Zoë"_s << false;
    QTest::newRow("regex") << u"~ ^李.$"_s << true;
    QTest::newRow("regex not across cells") << u"~ 李.*Zoë"_s << false;
    QTest::newRow("nothing") << u"nowhere"_s << false;
}

void TestRowFilter::findsWhatCellsShow()
{
    QFETCH(QString, needle);
    QFETCH(bool, found);
    const QByteArray point("\0\0\0\0\1\1\0\0\0\0\0\0\0\0\0\xc3\xb0\x3f\0\0\0\0\0\0\4\x40", 26);
    EventStore store;
    append(store,
           { rowsEntry(EventType::Insert,
                       { { {},
                           { { "status", "2", "enum('4711','PAID')", 4 },
                             { "place", point, "point", 2004 },
                             { "customer", "李雷" },
                             { "friend", "Zoë" },
                             { "note", {} },
                             { "thumb", "\xc2\x89", "blob", 2004 },
                             { "flags", "5", "bit(3)", -7 } } } }) });
    QVERIFY(parseFilter(needle));
    QCOMPARE(match(store, filterOf(needle)).size(), found ? 1 : 0);
}

void TestRowFilter::matches_data()
{
    QTest::addColumn<QList<std::uint32_t>>("rows");
    const auto row
        = [](const char *text, const QList<std::uint32_t> &rows) { QTest::newRow(text) << rows; };
    const QList<std::uint32_t> all { 0, 1, 2, 3, 4, 7, 9, 10 };
    row("", all);
    // tables
    row("table:orders", { 0, 1, 2 });
    row("table:ORDERS,log", { 0, 1, 2, 7, 9 });
    row("table:order", {});
    row("table:o*", { 0, 1, 2 });
    row("table:*o*", { 0, 1, 2, 3, 4, 7, 9 });
    row("table:shop.st*k", { 3, 4 });
    row("table:test.orders", {});
    row("schema:shop -table:orders", { 3, 4, 7, 9 });
    // operations
    row("op:insert,delete", { 1, 3 });
    row("op:ddl", { 4, 9 });
    row("op:truncate", { 9 });
    row("op:alter,unreadable", { 4, 10 });
    row("is:ddl", { 4, 9 });
    row("is:unreadable", { 10 });
    row("is:redelivered", {});
    row("not (op:update or is:ddl)", { 1, 3, 10 });
    // entries
    row("pos>300 pos<=500", { 3, 4 });
    row("pos:100,200", { 0, 1 });
    row("pos!=100 table:orders", { 1, 2 });
    row("file:mysql-bin.000012", { 3 });
    row("file:*000012", { 3 });
    row("file:000012", {});
    row("gtid:3e11fa47*", { 3 });
    row("batch:1 op:update", { 0, 2 });
    row("batch>1", { 7, 9, 10 });
    row("tx:4711", { 7 });
    row("tx:471", {});
    row("sql:\"alter table\"", { 4 });
    row("sql:zoë", { 7 }); // of the statement before it
    // keys
    row("pk:42", { 0 });
    row("pk:042", { 0 }); // numbers
    row("pk:\"042\"", {}); // text
    row("pk:18446744073709551615", { 1 });
    row("pk:18446744073709551616", {});
    row("pk:x", { 3 });
    row("pk:\"1, x\"", { 3 });
    row("pk:1", { 3, 7 });
    row("pk:2", { 7 }); // after
    // values: NULL, '' and absent are three things
    row("coupon = ''", { 0 });
    row("before.coupon = ''", {});
    row("coupon is empty", { 0 });
    row("coupon is null", { 0, 1 });
    row("before.coupon is null", { 0 });
    row("after.coupon is null", { 1 });
    row("coupon is not null", { 0 });
    row("coupon != 'x'", { 0 });
    row("after.coupon != 'x'", { 0 });
    row("before.coupon != 'x'", {});
    row("not coupon = '' table:orders", { 1, 2 });
    row("note = null_", {});
    row("note = 'null'", { 3 });
    row("has:null", { 0, 1 });
    row("has:empty", { 0 });
    row("has:absent", { 2 });
    row("before.status is absent", { 2 });
    row("after.id is absent", { 2 });
    row("after.status is absent", {});
    row("amount is absent", {}); // in neither image: the table may not have it
    row("status is null", {});
    // what the cell shows, and what Canal sent
    row("status = paid", { 0, 2 });
    row("status:PAID", { 0, 2 });
    row("status = 2", {});
    row("raw:status = 2", { 0, 2 });
    row("before.status in (NEW, SENT)", { 0 });
    row("after.status not in (PAID)", { 1 });
    row("status != PAID", { 1 });
    row("status:*", { 0, 1, 2 });
    // numbers and text
    row("amount > 100", { 1 });
    row("amount >= 100", { 0, 1 });
    row("amount = 100", { 0 });
    row("amount = \"100\"", {});
    row("before.amount < 100", { 0 });
    row("after.amount < 100", {});
    row("id > 18446744073709551614", { 1 });
    row("id >= 18446744073709551615", { 1 });
    row("id > 18446744073709551615", {});
    row("after.at > \"2026-11-22 10:30\"", { 7 });
    row("before.at > \"2026-11-22 10:30\"", {});
    row("note = zoë", { 7 });
    row("note contains OË", { 7 });
    row("note ~ ^zo", { 7 });
    row("after.note ~ \"b$\"", { 7 });
    row("before.note !~ b", { 3, 7 });
    row("note !~ b", { 3 });
    // changes
    row("status changed", { 0, 2 });
    row("col:coupon,note", { 0, 7 });
    row("col:*o*", { 0, 7 });
    row("status: NEW -> PAID", { 0 });
    row("status: * -> PAID", { 0, 2 });
    row("status: PAID -> *", {});
    row("coupon: null -> *", { 0 });
    row("coupon: null -> ''", { 0 });
    row("coupon: '' -> *", {});
    row("raw:status: 1 -> 2", { 0 });
    row("id: 1 -> 2", { 7 });
    // together
    row("paid or alter", { 0, 2, 4 });
    row("orders -paid", { 1 });
    row("update,delete", { 0, 2, 3, 7 });
    row("table:orders op:update status: * -> PAID and after.amount > 1", { 0 });
    row("(table:stock or status = PAID) -pos:300", { 0, 3, 4 });
    row("-(note ~ x or table:log) op:update,delete", { 0, 2, 3 });
    row("ack:no", {}); // nothing is known of their batches
    row("-ack:no", all);
}

void TestRowFilter::matches()
{
    QFETCH(QList<std::uint32_t>, rows);
    const auto typed = QString::fromUtf8(QTest::currentDataTag());
    const auto spec = parseFilter(typed);
    QVERIFY2(spec, spec ? "" : qPrintable(spec.error().message));
    EventStore store;
    fill(store);
    QCOMPARE(store.committedRows(), 11U);
    QCOMPARE(match(store, filterOf(typed)), rows);
}

void TestRowFilter::asksTheStatesItWasGiven()
{
    EventStore store;
    fill(store);
    auto states = std::make_shared<BatchStates>();
    states->add(RowId { 0 }, 5, BatchState::Confirmed);
    states->add(RowId { 5 }, 0, BatchState::Failed);
    states->add(RowId { 5 }, 5, BatchState::Unacked);
    const auto found = [&](const QString &typed) {
        auto filter = filterOf(typed);
        filter.states = states;
        return match(store, filter);
    };
    QCOMPARE(found(u"ack:no"_s), (QList<std::uint32_t> { 7, 9 }));
    QCOMPARE(found(u"ack:yes op:update"_s), (QList<std::uint32_t> { 0, 2 }));
    QCOMPARE(found(u"ack:yes,no op:update"_s), (QList<std::uint32_t> { 0, 2, 7 }));
    QCOMPARE(found(u"ack:failed"_s), (QList<std::uint32_t> {}));
    QCOMPARE(found(u"-ack:yes,no"_s), (QList<std::uint32_t> { 10 })); // of no known batch
}

void TestRowFilter::looksAgainWhenATransactionEnds()
{
    EventStore store;
    append(store, { beginEntry(4), insert("1", at(10)), insert("2", at(20)) });
    const auto filter = filterOf(u"tx:4711"_s);
    QCOMPARE(match(store, filter), (QList<std::uint32_t> {}));
    append(store, { insert("3", at(30)) }, 2);
    QCOMPARE(firstRowOfEndedTransaction(store.snapshot(), 3, 4), 3U); // has not ended
    append(store, { insert("4", at(40)), endEntry(50, "4711"), insert("5", at(60)) }, 3);
    QCOMPARE(firstRowOfEndedTransaction(store.snapshot(), 4, 7), 0U);
    QCOMPARE(firstRowOfEndedTransaction(store.snapshot(), 6, 7), 6U); // another one
    QCOMPARE(match(store, filter), (QList<std::uint32_t> { 1, 2, 3, 4 }));
}

void TestRowFilter::stops()
{
    EventStore store;
    append(store, QList<QByteArray>(2000, insert("1")));
    std::stop_source source;
    source.request_stop();
    const auto found = [&](const QString &typed) {
        return matchingRows(store.snapshot(), filterOf(typed), 0, 2000, source.get_token()).size();
    };
    QCOMPARE(found({}), 0U);
    QCOMPARE(found(u"tx:1"_s), 0U);
    QCOMPARE(found(u"~ a"_s), 0U);
}

QTEST_APPLESS_MAIN(TestRowFilter)
#include "tst_rowfilter.moc"
