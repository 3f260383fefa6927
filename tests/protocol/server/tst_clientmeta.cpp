// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/clientmeta.h"

#include <QTest>

using namespace canal;
using namespace canal::server;

namespace {

LogPosition at(qint64 offset, const QByteArray &journal = "mysql-bin.000001")
{
    LogPosition position;
    position.journal = journal;
    position.offset = offset;
    return position;
}

PositionRange range(qint64 offset)
{
    PositionRange made;
    made.start = made.end = at(offset);
    return made;
}

} // namespace

class TestClientMeta : public QObject
{
    Q_OBJECT

private slots:
    void batchIdsStartAtOneForEachClient();
    void onlyTheOldestBatchCanBeRemoved();
    void unsubscribeKeepsCursorAndBatches();
    void lowestCursorIsSaved();
    void lastSubscriptionStaysSaved();
    void subscribingAgainMovesToTheEnd();
    void restartKeepsSubscriptionsAndCursors();
    void identityReadsAsInJava();
};

void TestClientMeta::batchIdsStartAtOneForEachClient()
{
    ClientMeta meta;
    QCOMPARE(raw(meta.addBatch(1, range(1))), 1);
    QCOMPARE(raw(meta.addBatch(1, range(2))), 2);
    QCOMPARE(raw(meta.addBatch(-7, range(3))), 1);
    meta.clearBatches(1);
    QCOMPARE(raw(meta.addBatch(1, range(4))), 3);
}

void TestClientMeta::onlyTheOldestBatchCanBeRemoved()
{
    ClientMeta meta;
    meta.addBatch(1, range(10));
    meta.addBatch(1, range(20));
    const auto younger = meta.removeBatch(1, BatchId { 2 });
    QVERIFY(!younger);
    QCOMPARE(younger.error().type,
             "com.alibaba.otter.canal.meta.exception.CanalMetaManagerException");
    QCOMPARE(younger.error().message, "batchId:2 is not the firstly:1");
    const auto unknown = meta.removeBatch(1, BatchId { 9 });
    QVERIFY(unknown);
    QVERIFY(!*unknown);
    const auto oldest = meta.removeBatch(1, BatchId { 1 });
    QVERIFY(oldest);
    QCOMPARE((*oldest)->end.offset, 10);
    QVERIFY(meta.removeBatch(1, BatchId { 2 }));
}

void TestClientMeta::unsubscribeKeepsCursorAndBatches()
{
    ClientMeta meta;
    meta.subscribe(1, "");
    meta.moveCursor(1, at(4));
    meta.addBatch(1, range(5));
    meta.unsubscribe(1);
    QVERIFY(!meta.isSubscribed(1));
    QCOMPARE(meta.cursor(1)->offset, 4);
    QVERIFY(*meta.removeBatch(1, BatchId { 1 }));
}

void TestClientMeta::lowestCursorIsSaved()
{
    ClientMeta meta;
    meta.subscribe(1, "");
    meta.subscribe(2, "");
    meta.subscribe(3, "");
    QVERIFY(!meta.savedMinimum());
    meta.moveCursor(1, at(500, "mysql-bin.000002"));
    meta.moveCursor(2, at(900, "mysql-bin.000001"));
    QCOMPARE(meta.savedMinimum()->offset, 900);
    meta.unsubscribe(2);
    QCOMPARE(meta.savedMinimum()->offset, 500);
}

void TestClientMeta::lastSubscriptionStaysSaved()
{
    ClientMeta meta;
    meta.subscribe(1, "");
    meta.moveCursor(1, at(7));
    meta.unsubscribe(1); // an empty list is not written (S28)
    QCOMPARE(meta.savedMinimum()->offset, 7);
    meta.restart();
    QVERIFY(meta.isSubscribed(1));
    meta.subscribe(2, "");
    meta.unsubscribe(1);
    QVERIFY(!meta.savedMinimum());
}

void TestClientMeta::subscribingAgainMovesToTheEnd()
{
    ClientMeta meta;
    meta.subscribe(1, "a");
    meta.subscribe(2, "b");
    meta.subscribe(3, "");
    meta.subscribe(1, "c");
    QCOMPARE(meta.savedFilters(), (std::vector<QByteArray> { "b", "c" }));
}

void TestClientMeta::restartKeepsSubscriptionsAndCursors()
{
    ClientMeta meta;
    meta.subscribe(1, "f");
    meta.moveCursor(1, at(3));
    meta.addBatch(1, range(3));
    meta.restart();
    QVERIFY(meta.isSubscribed(1));
    QCOMPARE(meta.cursor(1)->offset, 3);
    QVERIFY(!*meta.removeBatch(1, BatchId { 1 }));
    QCOMPARE(raw(meta.addBatch(1, range(9))), 1); // ids from 1 again (S7)
    QCOMPARE(meta.savedFilters(), std::vector<QByteArray> { "f" });
}

void TestClientMeta::identityReadsAsInJava()
{
    ClientIdentity identity { "example", 1001, {} };
    QCOMPARE(identity.toText(), "ClientIdentity[destination=example,clientId=1001,filter=<null>]");
    identity.filter = "";
    QCOMPARE(identity.toText(), "ClientIdentity[destination=example,clientId=1001,filter=]");
}

QTEST_GUILESS_MAIN(TestClientMeta)
#include "tst_clientmeta.moc"
