// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/transactions.h"

#include <QTest>

#include "tests/support/entries.h"

using namespace canal;
using namespace canal::test;

namespace {

using Batches = QList<QList<QByteArray>>;
using Numbers = QList<int>; // of transactions; 0: in none

EntrySpec at(qint64 offset, const QByteArray &gtid = {})
{
    EntrySpec spec;
    spec.offset = offset;
    spec.currentGtid = gtid;
    return spec;
}

QByteArray row(qint64 offset, EventType type = EventType::Insert, const QByteArray &gtid = {})
{
    const QList<Cell> cells { { "id", QByteArray::number(offset), "int(11)", 4, true } };
    const Row image { type == EventType::Insert ? QList<Cell>() : cells,
                      type == EventType::Delete ? QList<Cell>() : cells };
    return rowsEntry(type, { image }, at(offset, gtid));
}

QByteArray statement(EventType type, qint64 offset, bool isDdl)
{
    return statementEntry(type, "something", isDdl, at(offset));
}

void append(EventStore &store, const Batches &batches)
{
    long long id = 0;
    for (const auto &batch : batches)
        store.append(Epoch { 1 }, BatchId { ++id }, views(batch));
}

TransactionSummary summaryOf(const EventStore &store, std::uint32_t row)
{
    TransactionSummaries all;
    return all.of(store.snapshot(), RowId { row });
}

} // namespace

Q_DECLARE_METATYPE(Batches)

class TestTransactions : public QObject
{
    Q_OBJECT

private slots:
    // ---- where one ends

    void rowsOfOneTransactionHaveItsNumber_data()
    {
        QTest::addColumn<Batches>("batches");
        QTest::addColumn<Numbers>("numbers");
        const auto sql = [](qint64 offset) { return annotationEntry("x", offset); };
        QTest::newRow("MySQL: BEGIN to END") << Batches {
            { beginEntry(4), row(5), row(6), endEntry(7), beginEntry(8), row(9), endEntry(10) }
        } << Numbers { 1, 1, 1, 1, 2, 2, 2 };
        QTest::newRow("MariaDB: no BEGIN, SQL before each statement")
            << Batches { { sql(4), row(5), sql(6), row(7), endEntry(8), sql(9), row(10) } }
            << Numbers { 1, 1, 1, 1, 1, 2, 2 };
        QTest::newRow("across batches, such as the cut at 1024 entries")
            << Batches { { beginEntry(4), row(5) }, { row(6) }, { row(7), endEntry(8) } }
            << Numbers { 1, 1, 1, 1, 1 };
        QTest::newRow("END never sent, BEGIN follows")
            << Batches { { beginEntry(4), row(5), beginEntry(6), row(7), endEntry(8) } }
            << Numbers { 1, 1, 2, 2, 2 };
        QTest::newRow("END never sent, another GTID follows")
            << Batches { { row(5, EventType::Insert, "0-1-7"), row(6, EventType::Insert, "0-1-7"),
                           row(7, EventType::Insert, "0-1-8") } }
            << Numbers { 1, 1, 2 };
        QTest::newRow("rolled back in the midst, delivered again")
            << Batches { { row(5), row(6) }, { row(7) }, { row(5), row(6) }, { row(7), row(8) } }
            << Numbers { 1, 1, 1, 2, 2, 2, 2 };
        QTest::newRow("its END once more after a restart (S7)")
            << Batches { { row(5), endEntry(6) }, { endEntry(6), row(7), endEntry(8) } }
            << Numbers { 1, 1, 2, 3, 3 };
        QTest::newRow("DDL between") << Batches {
            { row(5), endEntry(6), statement(EventType::Alter, 7, true), row(8), endEntry(9) }
        } << Numbers { 1, 1, 0, 2, 2 };
        QTest::newRow("DDL after a lost END")
            << Batches { { beginEntry(4), row(5), statement(EventType::Alter, 7, true), row(8) } }
            << Numbers { 1, 1, 0, 2 };
        QTest::newRow("statement logged as such, and SAVEPOINT")
            << Batches { { beginEntry(4), statement(EventType::Update, 5, false),
                           statement(EventType::Query, 6, true), endEntry(7) } }
            << Numbers { 1, 1, 1, 1 };
        QTest::newRow("empty") << Batches { { beginEntry(4), endEntry(5), beginEntry(6),
                                              endEntry(7) } }
                               << Numbers { 1, 1, 2, 2 };
    }
    void rowsOfOneTransactionHaveItsNumber()
    {
        QFETCH(Batches, batches);
        QFETCH(Numbers, numbers);
        EventStore store;
        append(store, batches);
        const auto rows = store.snapshot();
        Numbers found;
        for (std::uint32_t i = 0; i < rows.size(); ++i)
            found.append(static_cast<int>(rows.transaction(RowId { i })));
        QCOMPARE(found, numbers);
    }

    // ---- what there is to say of one

    void summaryCountsWhatWasSent()
    {
        EventStore store;
        append(store,
               { { row(3), endEntry(3), beginEntry(4), annotationEntry("x", 5), row(6), row(7) },
                 { row(8, EventType::Update), row(9, EventType::Delete), endEntry(10) },
                 { beginEntry(11) } });
        for (const std::uint32_t from : { 2U, 4U, 8U }) {
            const auto sum = summaryOf(store, from);
            QCOMPARE(raw(sum.first), 2U);
            QCOMPARE(sum.end, 9U);
            QCOMPARE(sum.inserts, 2U);
            QCOMPARE(sum.updates, 1U);
            QCOMPARE(sum.deletes, 1U);
            QCOMPARE(sum.rows(), 4U);
            QCOMPARE(sum.statements, 1U);
            QCOMPARE(sum.batches, 2U);
            QCOMPARE(sum.tables.size(), std::size_t(1));
            QCOMPARE(sum.state, TransactionSummary::State::Ended);
            QCOMPARE(sum.begin, RowId { 2 });
            QCOMPARE(sum.commit, RowId { 8 });
            QVERIFY(!sum.redelivered);
        }
    }

    void bytesAreThoseOfTheEntries()
    {
        EventStore store;
        const auto one = row(5);
        const auto end = endEntry(6);
        append(store, { { one, end } });
        QCOMPARE(summaryOf(store, 0).bytes, static_cast<std::uint64_t>(one.size() + end.size()));
    }

    void growsUntilItsEnd()
    {
        EventStore store;
        TransactionSummaries all;
        append(store, { { beginEntry(4), row(5) } });
        QCOMPARE(all.of(store.snapshot(), RowId { 1 }).state, TransactionSummary::State::Open);
        append(store, { { row(6), row(7) } });
        QCOMPARE(all.of(store.snapshot(), RowId { 1 }).inserts, 3U);
        append(store, { { endEntry(8), row(9) } });
        const auto &sum = all.of(store.snapshot(), RowId { 1 });
        QCOMPARE(sum.inserts, 3U);
        QCOMPARE(sum.batches, 3U);
        QCOMPARE(sum.state, TransactionSummary::State::Ended);
    }

    void lostEndIsKnownWhenTheNextBegins()
    {
        EventStore store;
        append(store, { { beginEntry(4), row(5), beginEntry(6), row(7) } });
        QCOMPARE(summaryOf(store, 1).state, TransactionSummary::State::WithoutEnd);
        QCOMPARE(summaryOf(store, 3).state, TransactionSummary::State::Open);
    }

    void secondDeliveryIsTold()
    {
        EventStore store;
        append(store, { { row(5), row(6) }, { row(5), row(6), endEntry(7) } });
        QVERIFY(!summaryOf(store, 0).redelivered);
        QVERIFY(summaryOf(store, 2).redelivered);
        QCOMPARE(summaryOf(store, 2).inserts, 2U);
    }

    void unreadableEntryDoesNotSplitOne()
    {
        EventStore store;
        append(store, { { row(5), "no entry", row(6), endEntry(7) } });
        QCOMPARE(summaryOf(store, 3).inserts, 2U);
        QCOMPARE(raw(summaryOf(store, 3).first), 0U);
        QCOMPARE(summaryOf(store, 0).end, 4U);
    }

    void tablesAreInTheOrderOfTheirRows()
    {
        EventStore store;
        QList<QByteArray> entries;
        for (int i = 0; i < 12; ++i) {
            auto spec = at(10 + i);
            spec.table = "t" + QByteArray::number(i % 10);
            entries.append(rowsEntry(EventType::Insert, { { {}, { { "id", "1" } } } }, spec));
        }
        append(store, { entries });
        const auto sum = summaryOf(store, 0);
        QCOMPARE(sum.tables.size(), TransactionSummary::mostTables);
        QCOMPARE(store.snapshot().tableName(sum.tables[1]).table, std::string("t1"));
        QVERIFY(sum.hasMoreTables);
    }

    // ---- lines

    void sqlStandsBeforeItsRows_data()
    {
        QTest::addColumn<QList<QByteArray>>("entries");
        QTest::addColumn<QByteArray>("lines"); // s: SQL, n: not in the stream, r: row
        QTest::newRow("one for two rows")
            << QList<QByteArray> { annotationEntry("x", 4), row(5), row(6) } << QByteArray("srr");
        QTest::newRow("each has one") << QList<QByteArray> { annotationEntry("x", 4), row(5),
                                                             annotationEntry("y", 6), row(7) }
                                      << QByteArray("srsr");
        QTest::newRow("none is told once")
            << QList<QByteArray> { beginEntry(4), row(5), row(6) } << QByteArray("nrr");
        QTest::newRow("a statement says it itself")
            << QList<QByteArray> { beginEntry(4), statement(EventType::Update, 5, false), row(6) }
            << QByteArray("rnr");
    }
    void sqlStandsBeforeItsRows()
    {
        QFETCH(QList<QByteArray>, entries);
        QFETCH(QByteArray, lines);
        EventStore store;
        append(store, { entries });
        const auto rows = store.snapshot();
        TransactionLines maker;
        QByteArray made;
        for (std::uint32_t i = 0; i < rows.size(); ++i) {
            if (rows.kind(RowId { i }) == RowKind::Annotation)
                continue; // not shown without being asked for
            const auto step = maker.next(rows, RowId { i });
            if (step.sql != TransactionLines::Sql::None)
                made += step.sql == TransactionLines::Sql::Statement ? 's' : 'n';
            if (step.hasRow)
                made += 'r';
        }
        QCOMPARE(made, lines);
    }

    void sqlThatIsShownItselfStandsThereOnce()
    {
        EventStore store;
        append(store, { { annotationEntry("x", 4), row(5) } });
        TransactionLines maker;
        QCOMPARE(maker.next(store.snapshot(), RowId { 0 }).lines(), 1U);
        QCOMPARE(maker.next(store.snapshot(), RowId { 1 }).lines(), 1U);
    }
};

QTEST_APPLESS_MAIN(TestTransactions)
#include "tst_transactions.moc"
