// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/batchledger.h"
#include "model/batchmodel.h"
#include "model/caselesspattern.h"
#include "model/diffmodel.h"
#include "model/filtertext.h"
#include "model/roweventmodel.h"
#include "model/rowtext.h"
#include "model/tabletreemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/entries.h"
#include "tests/support/recordedframes.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

// A store with its ledger, filled batch by batch.
struct Recorded
{
    EventStore store;
    BatchLedger ledger;
    std::uint32_t epoch = 1;
    int nextBatch = 1;

    quint32 add(const QList<QByteArray> &entries)
    {
        const auto result = store.append(Epoch { epoch }, BatchId { nextBatch }, views(entries));
        BatchEntry batch;
        batch.epoch = Epoch { epoch };
        batch.id = BatchId { nextBatch++ };
        batch.firstRow = result.firstRow;
        batch.rows = result.rows;
        batch.events = result.events;
        batch.entries = static_cast<quint32>(entries.size());
        for (const auto &entry : entries)
            batch.bytes += entry.size();
        return ledger.add(batch);
    }
};

QByteArray insert(const QByteArray &id, qint64 offset, const QByteArray &table = "orders",
                  const QByteArray &schema = "shop")
{
    EntrySpec spec;
    spec.offset = offset;
    spec.table = table;
    spec.schema = schema;
    return rowsEntry(EventType::Insert, { { {}, { { "id", id, "int(11)", 4, true, true } } } },
                     spec);
}

QStringList column(const QAbstractItemModel &model, int column)
{
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row)
        texts.append(model.index(row, column).data().toString());
    return texts;
}

QString states(const BatchLedger &ledger)
{
    QString result;
    for (quint32 i = 0; i < ledger.size(); ++i)
        result += u"usfxrl"_s[static_cast<int>(ledger.at(i).state)];
    return result.replace(u'f', u'c').replace(u'x', u'f');
}

} // namespace

class TestModels : public QObject
{
    Q_OBJECT

private slots:
    void ledgerGivesIdsOldestFirst();
    void ledgerRefusesWhatIsSettled();
    void ledgerKnowsTheBatchOfARow();
    void ledgerFollowsEveryBatch_data();
    void ledgerFollowsEveryBatch();
    void ledgerIdsBelongToTheirConnection();

    void eventsShowWhatHappened();
    void eventsOfRecordedCaptures_data();
    void eventsOfRecordedCaptures();
    void eventsGrowByFlushes();
    void oldestEventsLeaveAFullView();
    void eventsHideMarksAndStatements();
    void eventsFilterByTable();
    void eventsFilterByText();
    void textFilterIsExtendedForNewRows();
    void filterChangeFindsTheRowAgain();
    void ackFilterFollowsTheStates();
    void ackFilterKeepsOtherRows();
    void transactionFilterWaitsForItsEnd();
    void frozenEventsDoNotGrow();
    void clearedEventsAreGone();
    void eventsTellBatchStates();
    void eventsTellTransactions();
    void changedCellKeepsNullAndEmptyApart();
    void hugeValuesAreShortened();
    void statementIsTheToolTip();

    void batchesShowTheLedger();
    void tablesAreCountedAndTicked();
    void newTableIsTickedUnlessOnlyOneIs();
    void hiddenSchemaHidesItsNewTables();

    void diffTellsChangedSameAndNotLogged();
    void diffOfInsertAndDelete();
    void diffShowsRawNumbers();
    void diffShowsChangedOnly();
    void diffMarksWhatChangedInside();
    void diffGivesWholeValues();
    void caselessInAnyScript_data();
    void caselessInAnyScript();
};

void TestModels::ledgerGivesIdsOldestFirst()
{
    Recorded r;
    for (int i = 0; i < 4; ++i)
        r.add({ endEntry(10 + i) });
    const auto ids = r.ledger.ackUpTo(2);
    QVERIFY(bool(ids));
    QCOMPARE(*ids, (std::vector { BatchId { 1 }, BatchId { 2 }, BatchId { 3 } }));
    r.ledger.markAckSent(Epoch { 1 }, BatchId { 1 });
    QCOMPARE(*r.ledger.ackUpTo(2), (std::vector { BatchId { 2 }, BatchId { 3 } }));
    QCOMPARE(r.ledger.oldestUnacked(), std::optional<quint32>(1));
    QCOMPARE(r.ledger.unackedCount(), 3U);
}

void TestModels::ledgerRefusesWhatIsSettled()
{
    Recorded r;
    r.add({ endEntry(10) });
    QCOMPARE(r.ledger.ackUpTo(7).error(), LedgerError::UnknownBatch);
    r.ledger.markAckSent(Epoch { 1 }, BatchId { 1 });
    QCOMPARE(r.ledger.ackUpTo(0).error(), LedgerError::AlreadySettled);
    r.epoch = 2;
    r.nextBatch = 1;
    r.add({ endEntry(10) });
    QCOMPARE(r.ledger.ackUpTo(0).error(), LedgerError::UnknownBatch); // of another connection
}

void TestModels::ledgerKnowsTheBatchOfARow()
{
    Recorded r;
    r.add({ insert("1", 4), insert("2", 5) });
    r.add({});
    r.add({ insert("3", 6) });
    QCOMPARE(r.ledger.batchOfRow(RowId { 0 }), std::optional<quint32>(0));
    QCOMPARE(r.ledger.batchOfRow(RowId { 1 }), std::optional<quint32>(0));
    QCOMPARE(r.ledger.batchOfRow(RowId { 2 }), std::optional<quint32>(2));
    QCOMPARE(r.ledger.batchOfRow(RowId { 3 }), std::nullopt);
}

void TestModels::ledgerFollowsEveryBatch_data()
{
    QTest::addColumn<QString>("script"); // ack N, confirm N, fail N, rollback, lost
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << u""_s << u"uuu"_s;
    QTest::newRow("ack") << u"a1"_s << u"suu"_s;
    QTest::newRow("confirmed") << u"a1 c1"_s << u"cuu"_s;
    QTest::newRow("confirm without ack") << u"c1"_s << u"uuu"_s;
    QTest::newRow("ack twice") << u"a1 c1 a1"_s << u"cuu"_s;
    QTest::newRow("failed") << u"a1 f1"_s << u"fuu"_s;
    QTest::newRow("rollback") << u"r"_s << u"rrr"_s;
    QTest::newRow("rollback leaves what is acked") << u"a1 c1 a2 r"_s << u"csr"_s;
    QTest::newRow("lost") << u"l"_s << u"lll"_s;
    QTest::newRow("lost leaves what is confirmed") << u"a1 c1 a2 l"_s << u"cll"_s;
    QTest::newRow("rolled back is not lost") << u"r l"_s << u"rrr"_s;
}

void TestModels::ledgerFollowsEveryBatch()
{
    QFETCH(QString, script);
    QFETCH(QString, expected);
    Recorded r;
    for (int i = 0; i < 3; ++i)
        r.add({ endEntry(10 + i) });
    const Epoch epoch { 1 };
    for (const auto &step : script.split(u' ', Qt::SkipEmptyParts)) {
        const BatchId id { step.sliced(1).toInt() };
        switch (step.front().unicode()) {
        case u'a':
            r.ledger.markAckSent(epoch, id);
            break;
        case u'c':
            r.ledger.markConfirmed(epoch, id);
            break;
        case u'f':
            r.ledger.markFailed(epoch, id, u"why"_s);
            break;
        case u'r':
            r.ledger.rollbackAll(epoch);
            break;
        default:
            r.ledger.connectionLost(epoch);
        }
    }
    QCOMPARE(states(r.ledger), expected);
    QCOMPARE(r.ledger.unackedCount(), static_cast<quint32>(expected.count(u'u')));
    qint64 bytes = 0;
    for (quint32 i = 0; i < 3; ++i)
        bytes += r.ledger.at(i).state == BatchState::Unacked ? r.ledger.at(i).bytes : 0;
    QCOMPARE(r.ledger.unackedBytes(), bytes);
}

void TestModels::ledgerIdsBelongToTheirConnection()
{
    // S7: after a restart of the server the ids start at 1 again.
    Recorded r;
    r.add({ endEntry(10) });
    r.ledger.connectionLost(Epoch { 1 });
    r.epoch = 2;
    r.nextBatch = 1;
    r.add({ endEntry(10) });
    r.ledger.markAckSent(Epoch { 1 }, BatchId { 1 });
    QCOMPARE(states(r.ledger), u"lu"_s);
    r.ledger.markAckSent(Epoch { 2 }, BatchId { 1 });
    QCOMPARE(states(r.ledger), u"ls"_s);
}

void TestModels::eventsShowWhatHappened()
{
    Recorded r;
    EntrySpec spec;
    spec.logFile = "mysql-bin.000012";
    spec.offset = 48'211'907;
    r.add(
        { rowsEntry(EventType::Update,
                    { { { { "id", "42", "int", 4, true }, { "status", "1", "enum('NEW','PAID')" } },
                        { { "id", "42", "int", 4, true },
                          { "status", "2", "enum('NEW','PAID')", 12, false, true } } },
                      { { { "id", "43", "int", 4, true }, { "status", "1", "enum('NEW','PAID')" } },
                        { { "id", "43", "int", 4, true },
                          { "status", "2", "enum('NEW','PAID')", 12, false, true } } } },
                    spec),
          rowsEntry(EventType::Insert, { { {}, { { "id", "7", "int", 4, true }, { "a", "x" } } } }),
          rowsEntry(EventType::Delete, { { { { "id", "7", "int", 4, true }, { "a", {} } }, {} } }),
          statementEntry(EventType::Alter, "alter table orders\n add x int", true) });
    RowEventModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 5);
    QCOMPARE(column(model, RowEventModel::NumberColumn),
             (QStringList { u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s }));
    QCOMPARE(column(model, RowEventModel::OperationColumn),
             (QStringList { u"UPDATE"_s, u"UPDATE"_s, u"INSERT"_s, u"DELETE"_s, u"DDL"_s }));
    QCOMPARE(column(model, RowEventModel::TableColumn), QStringList(5, u"shop.orders"_s));
    QCOMPARE(column(model, RowEventModel::KeyColumn),
             (QStringList { u"42"_s, u"43"_s, u"7"_s, u"7"_s, u""_s }));
    QCOMPARE(column(model, RowEventModel::ChangedColumn),
             (QStringList { u"status: NEW → PAID"_s, u"status: NEW → PAID"_s, u"2 columns a=x"_s,
                            u"was a=NULL"_s, u"alter table orders add x int"_s }));
    QCOMPARE(column(model, RowEventModel::RowsColumn),
             (QStringList { u"1/2"_s, u"2/2"_s, u""_s, u""_s, u""_s }));
    QCOMPARE(model.index(0, RowEventModel::PositionColumn).data().toString(),
             u"012:48\u202f211\u202f907"_s);
    QCOMPARE(model.index(0, RowEventModel::PositionColumn).data(Qt::ToolTipRole).toString(),
             u"mysql-bin.000012:48211907"_s);
}

void TestModels::eventsOfRecordedCaptures_data()
{
    QTest::addColumn<QString>("name");
    for (const auto &name : decodedCaptures())
        QTest::newRow(qPrintable(name)) << name;
}

void TestModels::eventsOfRecordedCaptures()
{
    QFETCH(QString, name);
    Recorded r;
    r.add(recordedEntries(name));
    RowEventModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    QTRY_VERIFY(model.rowCount() > 0);
    const auto events = static_cast<int>(r.ledger.at(0).events);
    qsizetype annotations = 0;
    for (const auto &entry : expectedEntries(name))
        annotations += entry[u"event"_s].toInt() == 7 && !entry[u"ddl"_s].toBool()
            && entry[u"schema"_s].toString().isEmpty()
            && entry[u"ddlSchema"_s].toString().isEmpty();
    QCOMPARE(model.rowCount(), events - annotations);
    for (int row = 0; row < model.rowCount(); ++row)
        for (int c = 0; c < RowEventModel::ColumnCount; ++c)
            QVERIFY(model.index(row, c).data().isValid() || c == RowEventModel::RowsColumn);
}

void TestModels::eventsGrowByFlushes()
{
    Recorded r;
    RowEventModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    for (int i = 0; i < 50; ++i) {
        r.add({ insert("1", 10 + i) });
        model.scheduleFlush();
    }
    QCOMPARE(model.rowCount(), 0); // nothing before the timer
    QTRY_COMPARE(model.rowCount(), 50);
    QCOMPARE(inserted.size(), 1);
    QCOMPARE(inserted.first().at(1).toInt(), 0);
    QCOMPARE(inserted.first().at(2).toInt(), 49);
}

void TestModels::oldestEventsLeaveAFullView()
{
    Recorded r;
    RowEventModel model;
    model.limitRowsShown(100);
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    const auto addRows = [&](int count) {
        const auto first = static_cast<int>(r.store.committedRows());
        for (int i = first; i < first + count; ++i)
            r.add({ insert(QByteArray::number(i + 1), 10 + i) });
        model.scheduleFlush();
        const auto last = QString::number(first + count);
        QTRY_COMPARE(model.index(model.rowCount() - 1, RowEventModel::NumberColumn).data(), last);
    };
    addRows(100);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.rowsThatLeft(), 0);
    addRows(1);
    QCOMPARE(model.rowsThatLeft(), 2);
    QCOMPARE(model.index(0, RowEventModel::NumberColumn).data().toString(), u"3"_s);
    QVERIFY(!model.shows(RowId { 1 }));
    QVERIFY(model.shows(RowId { 2 }));
    QCOMPARE(model.visibleRow(RowId { 2 }), 0);
    addRows(250);
    QCOMPARE(model.rowCount(), 100);
    QCOMPARE(model.filteredRows().size(), std::size_t(351)); // what an export has
    model.clear();
    QCOMPARE(model.rowsThatLeft(), 0);
}

void TestModels::eventsHideMarksAndStatements()
{
    Recorded r;
    r.add({ beginEntry(4), annotationEntry("insert", 5), insert("1", 6), endEntry(7) });
    RowEventModel model;
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 1);
    RowFilter all;
    all.hidesTransactions = false;
    all.hidesAnnotations = false;
    model.setFilter(all);
    QCOMPARE(column(model, RowEventModel::OperationColumn),
             (QStringList { u"BEGIN"_s, u"QUERY"_s, u"INSERT"_s, u"COMMIT"_s }));
    QCOMPARE(column(model, RowEventModel::NumberColumn),
             (QStringList { u""_s, u""_s, u"1"_s, u""_s }));
    QCOMPARE(column(model, RowEventModel::ChangedColumn),
             (QStringList { u"thread 7"_s, u"insert"_s, u"1 columns"_s, u"XID 42"_s }));
}

void TestModels::eventsFilterByTable()
{
    Recorded r;
    r.add({ insert("1", 4, "a"), insert("2", 5, "b"), insert("3", 6, "a") });
    RowEventModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 3);
    QSignalSpy filtered(&model, &RowEventModel::filtered);
    RowFilter filter;
    filter.hiddenTables = { TableId { 1 } };
    model.setFilter(filter);
    QCOMPARE(column(model, RowEventModel::KeyColumn), QStringList { u"2"_s });
    QCOMPARE(filtered.last().first().toLongLong(), 1);
    r.add({ insert("4", 7, "a"), insert("5", 8, "b") });
    model.scheduleFlush();
    QTRY_COMPARE(column(model, RowEventModel::KeyColumn), (QStringList { u"2"_s, u"5"_s }));
}

void TestModels::eventsFilterByText()
{
    Recorded r;
    r.add({ insert("4711", 4), insert("2", 5), insert("47", 6) });
    RowEventModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 3);
    RowFilter filter;
    filter.spec = *parseFilter(u"47"_s);
    model.setFilter(filter);
    QTRY_COMPARE(column(model, RowEventModel::KeyColumn), (QStringList { u"4711"_s, u"47"_s }));
    model.setFilter({});
    QCOMPARE(model.rowCount(), 3);
}

void TestModels::textFilterIsExtendedForNewRows()
{
    Recorded r;
    RowEventModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    RowFilter filter;
    filter.spec = *parseFilter(u"x"_s);
    model.setFilter(filter);
    for (int i = 0; i < 300; ++i) {
        r.add({ insert("x" + QByteArray::number(i), 10 + i), insert("o", 1000 + i) });
        model.scheduleFlush();
        if (i % 50 == 0)
            QTRY_COMPARE(model.rowCount(), i + 1);
    }
    QTRY_COMPARE(model.rowCount(), 300);
    QCOMPARE(model.index(299, RowEventModel::KeyColumn).data().toString(), u"x299"_s);
}

void TestModels::filterChangeFindsTheRowAgain()
{
    Recorded r;
    r.add({ insert("a1", 4), insert("b", 5), insert("a2", 6), insert("c", 7) });
    RowEventModel model;
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 4);
    RowFilter filter;
    filter.spec = *parseFilter(u"a"_s);
    filter.spec = *parseFilter(u"a2"_s);
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 1);
    QVERIFY(model.shows(RowId { 2 }));
    QVERIFY(!model.shows(RowId { 1 }));
    QCOMPARE(model.visibleRow(RowId { 2 }), 0);
    QCOMPARE(model.visibleRow(RowId { 3 }), 0); // nearest before
    QCOMPARE(model.visibleRow(RowId { 1 }), -1);
    QCOMPARE(model.rowId(0), RowId { 2 });
}

void TestModels::ackFilterFollowsTheStates()
{
    Recorded r;
    r.add({ insert("1", 4), insert("2", 5) });
    RowEventModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    RowFilter filter;
    filter.spec = *parseFilter(u"ack:no"_s);
    model.setFilter(filter);
    QTRY_COMPARE(column(model, RowEventModel::KeyColumn), (QStringList { u"1"_s, u"2"_s }));
    r.add({ insert("3", 6) });
    model.scheduleFlush();
    QTRY_COMPARE(model.rowCount(), 3);
    r.ledger.markAckSent(Epoch { 1 }, BatchId { 1 });
    QTRY_COMPARE(column(model, RowEventModel::KeyColumn), QStringList { u"3"_s });
    filter.spec = *parseFilter(u"ack:yes or pk:3"_s); // asks values: by the job
    model.setFilter(filter);
    QTRY_COMPARE(column(model, RowEventModel::KeyColumn), QStringList { u"3"_s });
    r.ledger.markConfirmed(Epoch { 1 }, BatchId { 1 });
    QTRY_COMPARE(column(model, RowEventModel::KeyColumn), (QStringList { u"1"_s, u"2"_s, u"3"_s }));
    r.add({ insert("4", 7) });
    r.ledger.rollbackAll(Epoch { 1 });
    model.scheduleFlush();
    filter.spec = *parseFilter(u"ack:rolledback"_s);
    model.setFilter(filter);
    QTRY_COMPARE(column(model, RowEventModel::KeyColumn), (QStringList { u"3"_s, u"4"_s }));
}

// A batch that is acked takes only its own rows away: the others, and a selection on them, stay.
void TestModels::ackFilterKeepsOtherRows()
{
    Recorded r;
    for (int batch = 0; batch < 5; ++batch)
        r.add({ insert(QByteArray::number(batch), 10 + batch), insert("x", 20 + batch) });
    RowEventModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    RowFilter filter;
    filter.spec = *parseFilter(u"ack:no -pk:x or pk:2"_s);
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 5);
    const QPersistentModelIndex two(model.index(2, 0));
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    for (int batch = 1; batch <= 4; ++batch)
        r.ledger.markAckSent(Epoch { 1 }, BatchId { batch });
    QTRY_COMPARE(column(model, RowEventModel::KeyColumn), (QStringList { u"2"_s, u"4"_s }));
    QCOMPARE(two.row(), 0);
    QCOMPARE(resets.count(), 0);
}

void TestModels::transactionFilterWaitsForItsEnd()
{
    Recorded r;
    r.add({ insert("1", 4), endEntry(5, "1") });
    r.add({ beginEntry(6), insert("2", 7) });
    RowEventModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    RowFilter filter;
    filter.spec = *parseFilter(u"tx:2"_s);
    model.setFilter(filter);
    QTRY_VERIFY(!model.isFiltering());
    QCOMPARE(model.rowCount(), 0);
    r.add({ insert("3", 8), endEntry(9, "2"), insert("4", 10), endEntry(11, "3") });
    model.scheduleFlush();
    QTRY_COMPARE(column(model, RowEventModel::KeyColumn), (QStringList { u"2"_s, u"3"_s }));
}

void TestModels::frozenEventsDoNotGrow()
{
    Recorded r;
    r.add({ insert("1", 4) });
    RowEventModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 1);
    model.setFrozen(true);
    r.add({ insert("2", 5) });
    model.scheduleFlush();
    RowFilter filter; // another filter looks at the same rows
    filter.hidesTransactions = false;
    model.setFilter(filter);
    QCOMPARE(model.rowCount(), 1);
    RowFilter text;
    text.spec = *parseFilter(u"insert"_s);
    model.setFilter(text);
    QTRY_VERIFY(!model.isFiltering());
    QTRY_COMPARE(model.rowCount(), 1);
    model.setFrozen(false);
    QTRY_COMPARE(model.rowCount(), 2);
}

void TestModels::clearedEventsAreGone()
{
    Recorded r;
    r.add({ insert("1", 4), insert("2", 5) });
    RowEventModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 2);
    model.clear();
    QCOMPARE(model.rowCount(), 0);
    QCOMPARE(model.firstRow(), 2U);
    r.store.release(RowId { model.firstRow() });
    r.add({ insert("3", 6) });
    model.scheduleFlush();
    QTRY_COMPARE(column(model, RowEventModel::KeyColumn), QStringList { u"3"_s });
    QCOMPARE(model.index(0, 0).data().toString(), u"3"_s); // numbers go on
    RowFilter filter;
    filter.spec = *parseFilter(u"insert"_s);
    model.setFilter(filter);
    QTRY_COMPARE(model.rowCount(), 1);
}

void TestModels::eventsTellBatchStates()
{
    Recorded r;
    r.add({ insert("1", 4), insert("2", 5) });
    r.add({ insert("3", 6), endEntry(7) });
    RowEventModel model;
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 3);
    const auto state = [&model](int row) {
        return static_cast<BatchState>(
            model.index(row, 0).data(RowEventModel::BatchStateRole).toInt());
    };
    QCOMPARE(state(2), BatchState::Unacked);
    QVERIFY(!model.index(1, 0).data(RowEventModel::BatchStartsRole).toBool());
    QVERIFY(model.index(2, 0).data(RowEventModel::BatchStartsRole).toBool());
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    r.ledger.markAckSent(Epoch { 1 }, BatchId { 2 });
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().at(0).toModelIndex().row(), 2);
    QCOMPARE(changed.first().at(1).toModelIndex().row(), 2);
    QCOMPARE(state(2), BatchState::AckSent);
    QCOMPARE(state(0), BatchState::Unacked);
    r.ledger.rollbackAll(Epoch { 1 });
    QCOMPARE(state(1), BatchState::RolledBack);
    r.nextBatch = 9;
    r.add({ insert("1", 4) });
    model.scheduleFlush();
    QTRY_COMPARE(model.rowCount(), 4);
    QVERIFY(model.index(3, 0).data(RowEventModel::RedeliveredRole).toBool());
    QVERIFY(!model.index(0, 0).data(RowEventModel::RedeliveredRole).toBool());
}

void TestModels::eventsTellTransactions()
{
    using Bracket = RowEventModel::Bracket;
    Recorded r;
    r.add({ insert("1", 4), insert("2", 5), insert("3", 6), endEntry(7), insert("4", 8),
            endEntry(9), statementEntry(EventType::Alter, "alter", true) });
    RowEventModel model;
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 5);
    QList<Bracket> brackets;
    for (int row = 0; row < 5; ++row)
        brackets.append(
            static_cast<Bracket>(model.index(row, 0).data(RowEventModel::BracketRole).toInt()));
    QCOMPARE(
        brackets,
        (QList { Bracket::First, Bracket::Middle, Bracket::Last, Bracket::Single, Bracket::None }));
}

void TestModels::changedCellKeepsNullAndEmptyApart()
{
    Recorded r;
    r.add({ rowsEntry(EventType::Update,
                      { { { { "a", {} }, { "b", "" }, { "c", "NULL" } },
                          { { "a", "" }, { "b", {} }, { "c", {} }, { "d", "new" } } } }) });
    RowEventModel model;
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 1);
    using Content = ValuePart::Content;
    QList<Content> contents;
    for (const auto &part : model.index(0, 0).data(RowEventModel::PartsRole).value<ValueParts>())
        if (part.kind == ValuePart::Kind::Old || part.kind == ValuePart::Kind::New)
            contents.append(part.content);
    QCOMPARE(contents,
             (QList { Content::Null, Content::Empty, Content::Empty, Content::Null, Content::Text,
                      Content::Null, Content::NotInImage, Content::Text }));
}

void TestModels::hugeValuesAreShortened()
{
    Recorded r;
    const QByteArray huge(5'000'000, 'x');
    r.add({ rowsEntry(EventType::Insert,
                      { { {}, { { "a", huge }, { "b", huge, "longblob", 2004 } } } }),
            statementEntry(EventType::Create, huge, true) });
    RowEventModel model;
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 2);
    for (int row = 0; row < 2; ++row) {
        const auto text = model.index(row, RowEventModel::ChangedColumn).data().toString();
        QVERIFY2(text.size() < 1000, qPrintable(QString::number(text.size())));
        QVERIFY(text.contains(u'…'));
    }
}

void TestModels::statementIsTheToolTip()
{
    Recorded r;
    r.add({ annotationEntry("update orders set status = 2", 4), insert("1", 5), endEntry(6) });
    RowEventModel model;
    model.setSource(&r.store, &r.ledger);
    QTRY_COMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, RowEventModel::ChangedColumn).data(Qt::ToolTipRole).toString(),
             u"update orders set status = 2"_s);
}

void TestModels::batchesShowTheLedger()
{
    Recorded r;
    BatchModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store, &r.ledger);
    r.add({ insert("1", 4), insert("2", 5), endEntry(1234) });
    r.add({ insert("3", 6) });
    QCOMPARE(column(model, BatchModel::BatchColumn), (QStringList { u"1"_s, u"2"_s }));
    QCOMPARE(column(model, BatchModel::RowsColumn), (QStringList { u"2"_s, u"1"_s }));
    QCOMPARE(model.index(0, BatchModel::LastColumn).data().toString(), u"001:1\u202f234"_s);
    QVERIFY(model.index(0, 0).data(BatchModel::IsOldestRole).toBool());
    QVERIFY(!model.index(1, 0).data(BatchModel::IsOldestRole).toBool());
    r.ledger.markAckSent(Epoch { 1 }, BatchId { 1 });
    QVERIFY(model.index(1, 0).data(BatchModel::IsOldestRole).toBool());
    r.ledger.markFailed(Epoch { 1 }, BatchId { 1 }, u"not the firstly"_s);
    QVERIFY(
        model.index(0, BatchModel::StateColumn).data().toString().contains(u"not the firstly"_s));
    r.store.release(RowId { r.store.committedRows() });
    QCOMPARE(model.index(0, BatchModel::FirstColumn).data().toString(), QString());
    r.ledger.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::tablesAreCountedAndTicked()
{
    Recorded r;
    TableTreeModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store);
    EntrySpec createDatabase;
    createDatabase.table.clear();
    r.add({ insert("1", 4, "orders"), insert("2", 5, "cart"), insert("3", 6, "orders"),
            insert("4", 7, "t", "crm"), annotationEntry("x", 8), endEntry(9),
            statementEntry(EventType::Query, "create database shop", true, createDatabase) });
    model.refresh();
    QCOMPARE(column(model, 0), (QStringList { u"crm"_s, u"shop"_s }));
    const auto shop = model.index(1, 0);
    QCOMPARE(model.rowCount(shop), 2); // the schema's own DDL is no table
    QCOMPARE(model.index(0, 0, shop).data().toString(), u"cart"_s);
    QCOMPARE(model.index(1, 1, shop).data().toString(), u"2"_s);
    QCOMPARE(shop.siblingAtColumn(1).data().toString(), u"4"_s);
    QCOMPARE(model.eventCount(), 6);

    QSignalSpy hidden(&model, &TableTreeModel::hiddenTablesChanged);
    QVERIFY(model.setData(model.index(1, 0, shop), Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(hidden.size(), 1);
    QCOMPARE(shop.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    QCOMPARE(model.hiddenTables(), std::vector { TableId { 1 } });
    QVERIFY(model.setData(shop, Qt::Unchecked, Qt::CheckStateRole));
    QCOMPARE(model.hiddenTables().size(), std::size_t(3)); // the schema's own DDL as well
    model.setAllTicked(true);
    QVERIFY(model.hiddenTables().empty());
    model.skipTo(r.store.committedRows());
    QCOMPARE(shop.siblingAtColumn(1).data().toString(), u"0"_s);
}

void TestModels::newTableIsTickedUnlessOnlyOneIs()
{
    Recorded r;
    TableTreeModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setSource(&r.store);
    r.add({ insert("1", 4, "a"), insert("1", 5, "b") });
    model.refresh();
    model.setData(model.index(0, 0, model.index(0, 0)), Qt::Unchecked, Qt::CheckStateRole);
    r.add({ insert("1", 6, "c") });
    model.refresh();
    QCOMPARE(model.hiddenTables(), std::vector { TableId { 1 } });
    model.tickOnly(TableId { 2 });
    r.add({ insert("1", 7, "d") });
    model.refresh();
    QCOMPARE(model.hiddenTables(), (std::vector { TableId { 1 }, TableId { 3 }, TableId { 4 } }));
}

void TestModels::hiddenSchemaHidesItsNewTables()
{
    Recorded r;
    TableTreeModel model;
    model.setSource(&r.store);
    r.add({ insert("1", 4, "a"), insert("1", 5, "b", "crm") });
    model.refresh();
    model.setData(model.index(1, 0), Qt::Unchecked, Qt::CheckStateRole); // shop
    QSignalSpy hidden(&model, &TableTreeModel::hiddenTablesChanged);
    r.add({ insert("1", 6, "new"), insert("1", 7, "new", "crm") });
    model.refresh();
    QCOMPARE(model.hiddenTables(), (std::vector { TableId { 1 }, TableId { 3 } }));
    QCOMPARE(hidden.size(), 1);
}

namespace {

using Content = DiffModel::Content;
using State = DiffModel::State;

Content content(const DiffModel &model, int row, int column)
{
    return static_cast<Content>(model.index(row, column).data(DiffModel::ContentRole).toInt());
}

State state(const DiffModel &model, int row)
{
    return static_cast<State>(model.index(row, 0).data(DiffModel::StateRole).toInt());
}

} // namespace

void TestModels::diffTellsChangedSameAndNotLogged()
{
    Recorded r;
    r.add({ rowsEntry(EventType::Update,
                      { { { { "id", "1", "int", 4, true },
                            { "same", "x" },
                            { "text", "x" },
                            { "toNull", "" },
                            { "toEmpty", {} } },
                          { { "id", "1", "int", 4, true },
                            { "same", "x" },
                            { "text", "y" },
                            { "toNull", {} },
                            { "toEmpty", "" } } } }) });
    for (const auto &entry : recordedEntries(u"mysql5.6-canal1.1.8-minimal"_s))
        r.add({ entry });
    DiffModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setRow(r.store.snapshot(), RowId { 0 });
    QCOMPARE(column(model, DiffModel::NameColumn),
             (QStringList { u"id"_s, u"same"_s, u"text"_s, u"toNull"_s, u"toEmpty"_s }));
    QVERIFY(model.index(0, 0).data(DiffModel::KeyRole).toBool());
    const QList states { State::Same, State::Same, State::Changed, State::Changed, State::Changed };
    for (int row = 0; row < 5; ++row)
        QCOMPARE(state(model, row), states[row]);
    QCOMPARE(content(model, 3, DiffModel::BeforeColumn), Content::Empty);
    QCOMPARE(content(model, 3, DiffModel::AfterColumn), Content::Null);
    QCOMPARE(content(model, 4, DiffModel::BeforeColumn), Content::Null);
    QCOMPARE(content(model, 4, DiffModel::AfterColumn), Content::Empty);
    QCOMPARE(model.changedCount(), 3);

    // update mini set b = 'y' where id = 1, with a MINIMAL row image
    const auto rows = r.store.snapshot();
    std::uint32_t minimal = 0;
    for (std::uint32_t i = 1; i < rows.size() && minimal == 0; ++i)
        if (operationOf(rows, RowId { i }) == Operation::Update)
            minimal = i;
    model.setRow(rows, RowId { minimal });
    QCOMPARE(column(model, DiffModel::NameColumn), (QStringList { u"id"_s, u"b"_s }));
    QCOMPARE(state(model, 0), State::Same);
    QCOMPARE(content(model, 0, DiffModel::AfterColumn), Content::NotInImage);
    QCOMPARE(state(model, 1), State::OnlyAfter);
    QCOMPARE(content(model, 1, DiffModel::BeforeColumn), Content::NotInImage);
    QCOMPARE(content(model, 1, DiffModel::AfterColumn), Content::Value);
}

void TestModels::diffOfInsertAndDelete()
{
    Recorded r;
    r.add({ rowsEntry(EventType::Insert, { { {}, { { "a", "1" } } } }),
            rowsEntry(EventType::Delete, { { { { "a", "1" } }, {} } }),
            statementEntry(EventType::Alter, "alter", true) });
    DiffModel model;
    model.setRow(r.store.snapshot(), RowId { 0 });
    QCOMPARE(content(model, 0, DiffModel::BeforeColumn), Content::NoRow);
    QCOMPARE(state(model, 0), State::OnlyAfter);
    model.setRow(r.store.snapshot(), RowId { 1 });
    QCOMPARE(content(model, 0, DiffModel::AfterColumn), Content::NoRow);
    QCOMPARE(state(model, 0), State::OnlyBefore);
    model.setRow(r.store.snapshot(), RowId { 2 });
    QCOMPARE(model.rowCount(), 0);
    model.setRow(r.store.snapshot(), RowId { 0 });
    model.clear();
    QCOMPARE(model.rowCount(), 0);
}

void TestModels::diffShowsRawNumbers()
{
    Recorded r;
    r.add({ rowsEntry(EventType::Insert,
                      { { {},
                          { { "e", "2", "enum('a','b')", 4 },
                            { "zero", "0", "enum('a','b')", 4 },
                            { "bits", "5", "bit(3)", -7 },
                            { "number", "7", "int", 4 },
                            { "blob", "ab", "blob", 2004 } } } }) });
    DiffModel model;
    model.setRow(r.store.snapshot(), RowId { 0 });
    const auto after = [&model](int row) { return model.index(row, DiffModel::AfterColumn); };
    QCOMPARE(after(0).data().toString(), u"b"_s);
    QCOMPARE(after(0).data(DiffModel::RawRole).toString(), u"2"_s);
    QCOMPARE(content(model, 1, DiffModel::AfterColumn), Content::Empty);
    QCOMPARE(after(1).data(DiffModel::RawRole).toString(), u"0"_s);
    QCOMPARE(after(2).data().toString(), u"b'101'"_s);
    QCOMPARE(after(2).data(DiffModel::RawRole).toString(), u"5"_s);
    QVERIFY(!after(3).data(DiffModel::RawRole).isValid());
    QCOMPARE(after(4).data().toString(), u"0x6162"_s);
    QCOMPARE(after(4).data(DiffModel::BytesRole).toInt(), 2);
}

void TestModels::diffMarksWhatChangedInside()
{
    const QByteArray longText(5000, 'x');
    Recorded r;
    r.add({ rowsEntry(EventType::Update,
                      { { { { "title", "Mango, ripe" },
                            { "code", "42" },
                            { "same", "Mango, ripe" },
                            { "null", {} },
                            { "far", longText + "a" } },
                          { { "title", "Mango, very ripe" },
                            { "code", "43" },
                            { "same", "Mango, ripe" },
                            { "null", "Mango, ripe" },
                            { "far", longText + "b" } } } }) });
    DiffModel model;
    model.setRow(r.store.snapshot(), RowId { 0 });
    const auto parts = [&model](int row, int column) {
        return model.index(row, column).data(DiffModel::ChangedPartsRole);
    };
    QCOMPARE(parts(0, DiffModel::BeforeColumn).value<QList<TextSpan>>(), QList<TextSpan>());
    QVERIFY(parts(0, DiffModel::BeforeColumn).isValid());
    QCOMPARE(parts(0, DiffModel::AfterColumn).value<QList<TextSpan>>(),
             (QList<TextSpan> { { 7, 5 } }));
    for (const int whole : { 1, 2, 3 })
        QVERIFY(!parts(whole, DiffModel::AfterColumn).isValid());
    QVERIFY(!parts(0, DiffModel::NameColumn).isValid());
    const auto later = [&model](int row) {
        return model.index(row, DiffModel::AfterColumn).data(DiffModel::ChangedLaterRole).toBool();
    };
    for (const int near : { 0, 1, 2, 3 })
        QVERIFY(!later(near));
    QVERIFY(later(4));
}

void TestModels::diffGivesWholeValues()
{
    const QByteArray longText(5000, 'x');
    Recorded r;
    r.add({ rowsEntry(
        EventType::Update,
        { { { { "id", "1", "int", 4, true }, { "a", longText, "text", 2005 } },
            { { "id", "1", "int", 4, true }, { "a", {}, "text", 2005 }, { "new", "" } } } }) });
    DiffModel model;
    model.setRow(r.store.snapshot(), RowId { 0 });
    using Presence = SentValue::Presence;
    const auto before = model.sentValue(model.index(1, DiffModel::BeforeColumn));
    QCOMPARE(before.text, longText);
    QCOMPARE(before.mysqlType, QByteArray("text"));
    QCOMPARE(before.sqlType, 2005);
    QVERIFY(before.side == SentValue::Side::Before);
    QVERIFY(model.sentValue(model.index(1, DiffModel::AfterColumn)).presence == Presence::Null);
    QVERIFY(model.sentValue(model.index(2, DiffModel::BeforeColumn)).presence
            == Presence::NotInImage);
    QVERIFY(model.sentValue(model.index(2, DiffModel::NameColumn)).presence == Presence::Value);
    QVERIFY(model.sentValue({}).presence == Presence::NoRow);
    QCOMPARE(model.firstChanged(), model.index(1, DiffModel::AfterColumn));
    QCOMPARE(model.indexOf(u"new"_s, DiffModel::AfterColumn),
             model.index(2, DiffModel::AfterColumn));
    QVERIFY(!model.indexOf(u"old"_s, DiffModel::AfterColumn).isValid());
    model.clear();
    QVERIFY(!model.firstChanged().isValid());
}

void TestModels::diffShowsChangedOnly()
{
    Recorded r;
    r.add({ rowsEntry(EventType::Update,
                      { { { { "a", "1" }, { "b", "2" } }, { { "a", "1" }, { "b", "3" } } } }) });
    DiffModel model;
    QAbstractItemModelTester tester(&model, fatal);
    model.setChangedOnly(true);
    model.setRow(r.store.snapshot(), RowId { 0 });
    QCOMPARE(column(model, DiffModel::NameColumn), QStringList { u"b"_s });
    model.setChangedOnly(false);
    QCOMPARE(model.rowCount(), 2);
}

void TestModels::caselessInAnyScript_data()
{
    QTest::addColumn<QString>("needle");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("ASCII") << u"paid"_s << u"xPAIDx"_s << true;
    QTest::newRow("umlaut") << u"ZOË"_s << u"zoë"_s << true;
    QTest::newRow("Greek final sigma") << u"Σ"_s << u"ς"_s << false;
    QTest::newRow("Greek") << u"ΣΑΣ"_s << u"σασ"_s << true;
    QTest::newRow("Cyrillic") << u"заказ"_s << u"ЗАКАЗ"_s << true;
    QTest::newRow("Chinese") << u"上海"_s << u"在上海市"_s << true;
    QTest::newRow("emoji") << u"😀"_s << u"a😀b"_s << true;
    QTest::newRow("empty") << u""_s << u"anything"_s << true;
    QTest::newRow("other") << u"paid"_s << u"paix"_s << false;
}

void TestModels::caselessInAnyScript()
{
    QFETCH(QString, needle);
    QFETCH(QString, text);
    QFETCH(bool, found);
    QCOMPARE(caselessPattern(needle).foundIn(text.toStdString()), found);
}

QTEST_GUILESS_MAIN(TestModels)
#include "tst_models.moc"
