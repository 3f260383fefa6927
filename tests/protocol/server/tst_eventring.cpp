// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/eventring.h"

#include <QTest>

using namespace canal;
using namespace canal::server;

namespace {

EventPtr madeEvent(EntryType type, qint64 offset, qsizetype size = 100,
                   EventType eventType = EventType::Insert)
{
    StoredEvent made;
    made.entry = QByteArray(size, 'x');
    made.size = size;
    made.type = type;
    made.eventType = eventType;
    made.position.journal = "mysql-bin.000001";
    made.position.offset = offset;
    return std::make_shared<const StoredEvent>(std::move(made));
}

EventPtr row(qint64 offset, qsizetype size = 100)
{
    return madeEvent(EntryType::RowData, offset, size);
}

// Rows of 100 bytes at the offsets 0, 1, 2 ...
EventRing filled(const RingConfig &config, qint64 count)
{
    EventRing ring(config);
    for (qint64 i = 0; i < count; ++i)
        if (!ring.tryPut({ row(i) }))
            qFatal("the ring is full");
    return ring;
}

std::vector<qint64> offsetsOf(const FetchedBatch &batch)
{
    std::vector<qint64> offsets;
    for (const auto &fetched : batch.events)
        offsets.push_back(fetched->position.offset);
    return offsets;
}

// The next batch, which must be there.
FetchedBatch taken(EventRing &ring, qint32 size)
{
    auto batch = ring.get(size);
    if (!batch || !*batch)
        qFatal("no batch");
    return **batch;
}

RingConfig byItems(qint32 events = 16)
{
    RingConfig config;
    config.events = events;
    config.mode = BatchMode::ItemSize;
    return config;
}

RingConfig byMemory(qint32 memUnit, qint32 events = 16)
{
    RingConfig config;
    config.events = events;
    config.memUnit = memUnit;
    return config;
}

} // namespace

class TestEventRing : public QObject
{
    Q_OBJECT

private slots:
    void emptyRingGivesNothingWhateverIsAsked();
    void memoryBatchEndsWhenItIsOverTheSize_data();
    void memoryBatchEndsWhenItIsOverTheSize();
    void itemBatchCounts();
    void sizesThatJavaCannotCountAreExceptions_data();
    void sizesThatJavaCannotCountAreExceptions();
    void waitingGetGoesOnWhenItsSizeIsThere_data();
    void waitingGetGoesOnWhenItsSizeIsThere();
    void cursorMovesToTheLastBoundaryOfTheBatch_data();
    void cursorMovesToTheLastBoundaryOfTheBatch();
    void ddlIsAloneWhenIsolated();
    void fullByNumberOfEvents();
    void fullByMemoryOnceItIsReached();
    void memoryLimitWrapsAsInJava();
    void putIsAllOrNothing();
    void rollbackGivesEverythingUnackedAgain();
    void ackOfALaterBatchTakesTheEarlierOneWithIt();
    void readingBehindTheAcksLosesRows();
    void ackedRowsAreFreed();
    void firstPositionFollowsTheAcks();
    void fullRingAnswersWithItsNewestPosition();
};

void TestEventRing::emptyRingGivesNothingWhateverIsAsked()
{
    for (const auto &config : { byItems(), byMemory(1024) }) {
        EventRing ring(config);
        for (const qint32 size : { -5, 0, 1, 3'000'000 }) {
            const auto batch = ring.get(size);
            QVERIFY(batch);
            QVERIFY(!*batch);
        }
        QVERIFY(!ring.firstPosition());
        QVERIFY(!ring.oldestUnacked());
    }
}

void TestEventRing::memoryBatchEndsWhenItIsOverTheSize_data()
{
    QTest::addColumn<int>("size"); // units of 100 bytes; every row has 100
    QTest::addColumn<int>("rows");

    QTest::newRow("at least one") << 0 << 1;
    QTest::newRow("one is not more than one") << 1 << 2;
    QTest::newRow("three") << 3 << 4;
    QTest::newRow("all there is") << 100 << 10;
}

void TestEventRing::memoryBatchEndsWhenItIsOverTheSize()
{
    QFETCH(int, size);
    QFETCH(int, rows);
    auto ring = filled(byMemory(100), 10);
    QCOMPARE(taken(ring, size).events.size(), std::size_t(rows));
}

void TestEventRing::itemBatchCounts()
{
    auto ring = filled(byItems(), 5);
    QCOMPARE(offsetsOf(taken(ring, 2)), (std::vector<qint64> { 0, 1 }));
    QCOMPARE(offsetsOf(taken(ring, 100)), (std::vector<qint64> { 2, 3, 4 }));
}

void TestEventRing::sizesThatJavaCannotCountAreExceptions_data()
{
    QTest::addColumn<bool>("items");
    QTest::addColumn<int>("size");
    QTest::addColumn<bool>("fails");

    QTest::newRow("items -1") << true << -1 << true;
    QTest::newRow("items 0") << true << 0 << true;
    QTest::newRow("items 1") << true << 1 << false;
    QTest::newRow("memory -1") << false << -1 << true;
    QTest::newRow("memory 0") << false << 0 << false;
    QTest::newRow("memory, just below the int's end") << false << 2'097'151 << false;
    QTest::newRow("memory, over it") << false << 2'097'152 << true;
    QTest::newRow("memory, round again") << false << 4'194'305 << false;
}

void TestEventRing::sizesThatJavaCannotCountAreExceptions()
{
    QFETCH(bool, items);
    QFETCH(int, size);
    QFETCH(bool, fails);
    auto ring = filled(items ? byItems() : byMemory(1024), 3);
    const auto batch = ring.get(size);
    QCOMPARE(!batch, fails);
    if (!fails)
        return;
    QCOMPARE(batch.error().type, "java.lang.IndexOutOfBoundsException");
    QCOMPARE(batch.error().message, "Index 0 out of bounds for length 0");
    QCOMPARE(ring.getSequence(), -1); // nothing was taken
}

void TestEventRing::waitingGetGoesOnWhenItsSizeIsThere_data()
{
    QTest::addColumn<bool>("items");
    QTest::addColumn<int>("size");
    QTest::addColumn<int>("needed"); // rows; -1 = never here

    QTest::newRow("items") << true << 3 << 3;
    QTest::newRow("items 0") << true << 0 << 1;
    QTest::newRow("memory") << false << 2 << 2;
    QTest::newRow("memory 0") << false << 0 << 0;
    QTest::newRow("memory, overflown") << false << 40'000'000 << 0;
}

void TestEventRing::waitingGetGoesOnWhenItsSizeIsThere()
{
    QFETCH(bool, items);
    QFETCH(int, size);
    QFETCH(int, needed);
    EventRing ring(items ? byItems() : byMemory(100));
    for (int rows = 0; rows < 6; ++rows) {
        QCOMPARE(ring.hasBatch(size), rows >= needed);
        QVERIFY(ring.tryPut({ row(rows) }));
    }
}

void TestEventRing::cursorMovesToTheLastBoundaryOfTheBatch_data()
{
    QTest::addColumn<QByteArray>("events"); // B E R, D = DDL, Q = statement, G = BEGIN with a GTID
    QTest::addColumn<int>("boundary"); // -1: the ack does not move the cursor

    QTest::newRow("whole transaction") << QByteArray("BRRE") << 3;
    QTest::newRow("begun") << QByteArray("BRREBR") << 4;
    QTest::newRow("begun with a GTID") << QByteArray("BRREGR") << 3;
    QTest::newRow("rows only") << QByteArray("RRR") << -1;
    QTest::newRow("DDL") << QByteArray("RDR") << 1;
    QTest::newRow("a statement is none") << QByteArray("QRR") << -1;
}

void TestEventRing::cursorMovesToTheLastBoundaryOfTheBatch()
{
    QFETCH(QByteArray, events);
    QFETCH(int, boundary);
    EventRing ring(byItems());
    for (qsizetype i = 0; i < events.size(); ++i) {
        StoredEvent made = *row(i);
        const auto kind = events[i];
        if (kind == 'B' || kind == 'G')
            made.type = EntryType::TransactionBegin;
        if (kind == 'G')
            made.position.gtid = "uuid:1-5";
        if (kind == 'E')
            made.type = EntryType::TransactionEnd;
        if (kind == 'D')
            made.eventType = EventType::Alter;
        if (kind == 'Q')
            made.eventType = EventType::Query;
        QVERIFY(ring.tryPut({ std::make_shared<const StoredEvent>(made) }));
    }
    const auto batch = taken(ring, 100);
    QCOMPARE(batch.range.ack ? batch.range.ack->offset : -1, boundary);
    QCOMPARE(batch.range.start.offset, 0);
    QCOMPARE(batch.range.end.offset, events.size() - 1);
}

void TestEventRing::ddlIsAloneWhenIsolated()
{
    for (auto config : { byItems(), byMemory(1024) }) {
        config.ddlIsolation = true;
        EventRing ring(config);
        QVERIFY(ring.tryPut({ row(0), madeEvent(EntryType::RowData, 1, 100, EventType::Create),
                              madeEvent(EntryType::RowData, 2, 100, EventType::Alter), row(3) }));
        QCOMPARE(offsetsOf(taken(ring, 10)), std::vector<qint64> { 0 });
        QCOMPARE(offsetsOf(taken(ring, 10)), std::vector<qint64> { 1 });
        QCOMPARE(offsetsOf(taken(ring, 10)), std::vector<qint64> { 2 });
        QCOMPARE(offsetsOf(taken(ring, 10)), std::vector<qint64> { 3 });
    }
}

void TestEventRing::fullByNumberOfEvents()
{
    auto ring = filled(byItems(4), 4);
    QVERIFY(!ring.tryPut({ row(4) }));
    const auto batch = taken(ring, 2);
    QVERIFY(!ring.tryPut({ row(4) })); // read is not enough
    QVERIFY(ring.ack(batch.range));
    QVERIFY(!ring.tryPut({ row(4), row(5), row(6) }));
    QVERIFY(ring.tryPut({ row(4), row(5) }));
}

void TestEventRing::fullByMemoryOnceItIsReached()
{
    EventRing ring(byMemory(100, 4)); // 400 bytes
    QVERIFY(ring.tryPut({ row(0, 399) }));
    QVERIFY(ring.tryPut({ row(1, 5'000) })); // what comes is not asked for its size
    QVERIFY(!ring.tryPut({ row(2, 1) }));
    QCOMPARE(ring.heldBytes(), 5'399);
    QVERIFY(ring.ack(taken(ring, 1).range));
    QVERIFY(!ring.tryPut({ row(2, 1) }));
    QVERIFY(ring.ack(taken(ring, 1).range));
    QVERIFY(ring.tryPut({ row(2, 1) }));
}

void TestEventRing::memoryLimitWrapsAsInJava()
{
    EventRing ring(byMemory(1 << 20, 1 << 12)); // 2^32 bytes are 0 in an int
    QVERIFY(!ring.tryPut({ row(0) }));
}

void TestEventRing::putIsAllOrNothing()
{
    auto ring = filled(byItems(4), 3);
    QVERIFY(!ring.tryPut({ row(3), row(4) }));
    QCOMPARE(ring.putSequence(), 2);
}

void TestEventRing::rollbackGivesEverythingUnackedAgain()
{
    auto ring = filled(byItems(), 6);
    const auto first = taken(ring, 2);
    taken(ring, 2);
    QVERIFY(ring.ack(first.range));
    ring.rollback();
    QCOMPARE(offsetsOf(taken(ring, 100)), (std::vector<qint64> { 2, 3, 4, 5 }));
}

void TestEventRing::ackOfALaterBatchTakesTheEarlierOneWithIt()
{
    auto ring = filled(byMemory(100), 6);
    const auto first = taken(ring, 1);
    const auto second = taken(ring, 1);
    QVERIFY(ring.ack(second.range));
    QCOMPARE(ring.ackSequence(), second.range.endSequence);
    const auto again = ring.ack(first.range);
    QVERIFY(!again);
    QCOMPARE(again.error().type, "com.alibaba.otter.canal.store.CanalStoreException");
    QCOMPARE(again.error().message,
             "no match ack positionLogPosition[identity=LogIdentity[sourceAddress=/127.0.0.1:3306,"
             "slaveId=-1],postion=EntryPosition[included=false,journalName=mysql-bin.000001,"
             "position=1,serverId=0,gtid=,timestamp=0]]");
}

// S6: a rollback while a later batch is acked leaves the read pointer before rows that are gone.
void TestEventRing::readingBehindTheAcksLosesRows()
{
    auto ring = filled(byMemory(100), 8);
    taken(ring, 1); // 0 1
    const auto second = taken(ring, 1); // 2 3
    ring.rollback();
    QCOMPARE(offsetsOf(taken(ring, 0)), std::vector<qint64> { 0 });
    QVERIFY(ring.ack(second.range));
    const auto lost = ring.get(1);
    QVERIFY(!lost);
    QCOMPARE(lost.error().type, "java.lang.NullPointerException");
    QCOMPARE(lost.error().message,
             "Cannot invoke \"com.alibaba.otter.canal.store.model.Event.getRawLength()\" because "
             "\"event\" is null");
    ring.rollback();
    QCOMPARE(offsetsOf(taken(ring, 0)), std::vector<qint64> { 4 });
}

void TestEventRing::ackedRowsAreFreed()
{
    EventRing ring(byMemory(100));
    std::vector<std::weak_ptr<const StoredEvent>> watched;
    for (qint64 i = 0; i < 4; ++i) {
        const auto put = row(i);
        watched.emplace_back(put);
        QVERIFY(ring.tryPut({ put }));
    }
    {
        const auto batch = taken(ring, 2); // 0 1 2
        QVERIFY(ring.ack(batch.range));
    }
    QVERIFY(watched[0].expired());
    QVERIFY(watched[1].expired());
    QVERIFY(watched[2].expired()); // its position is kept, its bytes are not
    QVERIFY(!watched[3].expired());
    QCOMPARE(ring.heldBytes(), 100);
}

void TestEventRing::firstPositionFollowsTheAcks()
{
    auto ring = filled(byItems(), 6);
    QCOMPARE(ring.firstPosition()->offset, 0);
    const auto batch = taken(ring, 2);
    QCOMPARE(ring.firstPosition()->offset, 0);
    QVERIFY(ring.ack(batch.range));
    QCOMPARE(ring.firstPosition()->offset, 1); // the last acked one
    QCOMPARE(ring.oldestUnacked()->position.offset, 2);
    QVERIFY(ring.ack(taken(ring, 100).range));
    QCOMPARE(ring.firstPosition()->offset, 5);
    QVERIFY(!ring.oldestUnacked());
}

void TestEventRing::fullRingAnswersWithItsNewestPosition()
{
    auto ring = filled(byItems(4), 4);
    QVERIFY(ring.ack(taken(ring, 1).range));
    QVERIFY(ring.tryPut({ row(4) })); // into the slot of the last acked one
    QCOMPARE(ring.firstPosition()->offset, 4);
}

QTEST_GUILESS_MAIN(TestEventRing)
#include "tst_eventring.moc"
