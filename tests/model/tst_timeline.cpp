// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowtext.h"
#include "model/timelinematrix.h"
#include "model/timelinemodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/entries.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::QtTest;

EntrySpec at(qint64 offset, const QByteArray &table = "orders")
{
    EntrySpec spec;
    spec.offset = offset;
    spec.table = table;
    return spec;
}

Cell id(const QByteArray &value) { return { "id", value, "int(11)", 4, true }; }

QByteArray insert(const QByteArray &key, qint64 offset, const QByteArray &table = "orders")
{
    return rowsEntry(EventType::Insert,
                     { { {}, { id(key), { "status", "NEW" }, { "note", {} } } } },
                     at(offset, table));
}

QByteArray update(const QByteArray &key, const QByteArray &from, const QByteArray &to,
                  qint64 offset, const QByteArray &toKey = {})
{
    return rowsEntry(
        EventType::Update,
        { { { id(key), { "status", from }, { "note", {} } },
            { id(toKey.isEmpty() ? key : toKey), { "status", to }, { "note", {} } } } },
        at(offset));
}

QByteArray remove(const QByteArray &key, qint64 offset)
{
    return rowsEntry(EventType::Delete,
                     { { { id(key), { "status", "SENT" }, { "note", {} } }, {} } }, at(offset));
}

struct Fixture
{
    EventStore store;
    TimelineModel timeline;
    QAbstractItemModelTester tester { &timeline, fatal };
    int nextBatch = 1;

    explicit Fixture(const QList<QByteArray> &entries = {})
    {
        add(entries);
        timeline.setSource(&store);
    }
    void add(const QList<QByteArray> &entries)
    {
        store.append(Epoch { 1 }, BatchId { nextBatch++ }, views(entries));
        timeline.scheduleFlush();
    }
    bool isComplete() const { return timeline.state() == TimelineModel::State::Complete; }
    // "0:INSERT 3 columns" and so on.
    QStringList versions() const
    {
        QStringList texts;
        for (int i = 0; i < timeline.rowCount(); ++i) {
            const auto index = timeline.index(i, TimelineModel::ChangedColumn);
            const auto word = operationWord(
                static_cast<Operation>(index.data(TimelineModel::OperationRole).toInt()));
            texts.append(u"%1:%2 %3"_s.arg(
                QString::number(index.data(TimelineModel::RowRole).toUInt()),
                QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())),
                index.data().toString()));
        }
        return texts;
    }
};

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private slots:
    void listsEveryVersionOfOneKey();
    void isExtendedForNewRows();
    void keyUpdateBelongsToBothKeys();
    void otherKeysAreNotMixedUp_data();
    void otherKeysAreNotMixedUp();
    void compositeKeys();
    void longKeysAreFollowed();
    void minimalImagesAreFollowed();
    void statementsStandInBetween();
    void redeliveredIsCountedOnce();
    void rowWithoutKeySaysSo();
    void versionShownKeepsTheTimeline();
    void clearedRowsAreForgotten();
    void letsGoWhileItSearches();
    void fullListSaysSo();
    void changesSinceLeaveStatementsOut();

    void matrixShowsWhatChanged();
    void matrixTellsWhatIsNotThere();
};

void TestTimeline::listsEveryVersionOfOneKey()
{
    Fixture fixture({ insert("42", 4), insert("43", 50), update("42", "NEW", "PAID", 90),
                      insert("42", 120, "stock"), update("42", "PAID", "PAID", 150),
                      remove("42", 190) });
    fixture.timeline.showRow(RowId { 2 });
    QTRY_VERIFY(fixture.isComplete());
    QCOMPARE(fixture.versions(),
             (QStringList { u"0:INSERT 3 columns"_s, u"2:UPDATE status"_s,
                            u"4:UPDATE nothing changed"_s, u"5:DELETE deleted"_s }));
    QCOMPARE(fixture.timeline.tableName(), u"shop.orders"_s);
    QCOMPARE(fixture.timeline.keyText(), u"42"_s);
    QCOMPARE(fixture.timeline.indexOf(RowId { 4 }), std::optional(2));
    QCOMPARE(fixture.timeline.indexOf(RowId { 1 }), std::optional<int>());
    QCOMPARE(fixture.timeline.index(1, TimelineModel::NumberColumn).data().toString(), u"#3"_s);
}

void TestTimeline::isExtendedForNewRows()
{
    Fixture fixture({ insert("42", 4) });
    fixture.timeline.showRow(RowId { 0 });
    QTRY_COMPARE(fixture.timeline.rowCount(), 1);
    const QSignalSpy resets(&fixture.timeline, &TimelineModel::modelReset);
    fixture.add({ insert("43", 50), update("42", "NEW", "PAID", 90) });
    QTRY_COMPARE(fixture.timeline.rowCount(), 2);
    fixture.add({ update("42", "PAID", "SENT", 120) });
    QTRY_COMPARE(fixture.timeline.rowCount(), 3);
    QCOMPARE(resets.size(), 0);
}

void TestTimeline::keyUpdateBelongsToBothKeys()
{
    Fixture fixture({ insert("42", 4), insert("43", 50), update("42", "NEW", "NEW", 90, "44"),
                      update("44", "NEW", "PAID", 120) });
    fixture.timeline.showRow(RowId { 0 });
    QTRY_VERIFY(fixture.isComplete());
    QCOMPARE(
        fixture.versions(),
        (QStringList { u"0:INSERT 3 columns"_s, u"2:UPDATE id (its key is 44 from now on)"_s }));
    fixture.timeline.showRow(RowId { 3 });
    QTRY_COMPARE(fixture.timeline.keyText(), u"44"_s);
    QTRY_VERIFY(fixture.isComplete());
    QCOMPARE(fixture.versions(),
             (QStringList { u"2:UPDATE id (its key was 42 until now)"_s, u"3:UPDATE status"_s }));
}

void TestTimeline::otherKeysAreNotMixedUp_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("other");
    QTest::newRow("case") << QByteArray("abc") << QByteArray("ABC");
    QTest::newRow("number") << QByteArray("1.0") << QByteArray("1");
    QTest::newRow("wildcard") << QByteArray("*") << QByteArray("x");
    QTest::newRow("quotes") << QByteArray("a\"b 'c'") << QByteArray("a");
    QTest::newRow("empty") << QByteArray("") << QByteArray("x");
    QTest::newRow("comma") << QByteArray("a,b") << QByteArray("a");
    QTest::newRow("not") << QByteArray("not x") << QByteArray("x");
    QTest::newRow("newline") << QByteArray("a\nb") << QByteArray("a b");
    QTest::newRow("no UTF-8") << QByteArray("a\xff") << QByteArray("a\xfe");
    QTest::newRow("chinese") << QByteArray("\u8ba2\u5355") << QByteArray("\u8ba2");
    QTest::newRow("the word") << QByteArray("NULL") << QByteArray("null");
}

void TestTimeline::otherKeysAreNotMixedUp()
{
    QFETCH(const QByteArray, key);
    QFETCH(const QByteArray, other);
    const auto row = [](const QByteArray &value, qint64 offset) {
        return rowsEntry(
            EventType::Insert,
            { { {}, { { "code", value, "varchar(40)", 12, true }, { "status", value } } } },
            at(offset));
    };
    Fixture fixture({ row(other, 4), row(key, 50), row(other, 90), row(key, 120) });
    fixture.timeline.showRow(RowId { 1 });
    QTRY_VERIFY(fixture.isComplete());
    QCOMPARE(fixture.versions(),
             (QStringList { u"1:INSERT 2 columns"_s, u"3:INSERT 2 columns"_s }));
}

void TestTimeline::compositeKeys()
{
    const auto row = [](const QByteArray &a, const QByteArray &b, qint64 offset) {
        return rowsEntry(
            EventType::Insert,
            { { {}, { { "a", a, "varchar(9)", 12, true }, { "b", b, "varchar(9)", 12, true } } } },
            at(offset));
    };
    Fixture fixture(
        { row("1", "2", 4), row("2", "1", 50), row("1, 2", "", 90), row("1", "2", 120) });
    fixture.timeline.showRow(RowId { 0 });
    QTRY_VERIFY(fixture.isComplete());
    QCOMPARE(fixture.versions(),
             (QStringList { u"0:INSERT 2 columns"_s, u"3:INSERT 2 columns"_s }));
}

// Such a key has no filter term, so all rows of the table are looked at.
void TestTimeline::longKeysAreFollowed()
{
    const QByteArray key(2000, 'k');
    Fixture fixture({ insert(key, 4), insert(key + 'x', 50), update(key, "NEW", "PAID", 90) });
    fixture.timeline.showRow(RowId { 0 });
    QTRY_VERIFY(fixture.isComplete());
    QCOMPARE(fixture.versions(), (QStringList { u"0:INSERT 3 columns"_s, u"2:UPDATE status"_s }));
}

void TestTimeline::minimalImagesAreFollowed()
{
    Fixture fixture(
        { rowsEntry(EventType::Update, { { { id("42") }, { { "status", "PAID" } } } }, at(4)),
          rowsEntry(EventType::Update, { { { id("43") }, { { "status", "PAID" } } } }, at(50)),
          rowsEntry(EventType::Delete, { { { id("42") }, {} } }, at(90)) });
    fixture.timeline.showRow(RowId { 0 });
    QTRY_VERIFY(fixture.isComplete());
    QCOMPARE(fixture.versions(), (QStringList { u"0:UPDATE status"_s, u"2:DELETE deleted"_s }));
}

void TestTimeline::statementsStandInBetween()
{
    Fixture fixture(
        { insert("42", 4),
          statementEntry(EventType::Alter, "alter table stock add x int", true, at(50, "stock")),
          statementEntry(EventType::Alter, "alter table orders add x int", true, at(90)),
          statementEntry(EventType::Rename, "rename table a to b, orders to c", true, at(120, "b")),
          update("42", "NEW", "PAID", 150) });
    fixture.timeline.showRow(RowId { 0 });
    QTRY_VERIFY(fixture.isComplete());
    QCOMPARE(fixture.versions(),
             (QStringList { u"0:INSERT 3 columns"_s, u"2:DDL alter table orders add x int"_s,
                            u"3:DDL rename table a to b, orders to c"_s, u"4:UPDATE status"_s }));
}

void TestTimeline::redeliveredIsCountedOnce()
{
    const QList<QByteArray> batch { insert("42", 4), update("42", "NEW", "PAID", 90) };
    Fixture fixture(batch);
    fixture.timeline.showRow(RowId { 0 });
    QTRY_VERIFY(fixture.isComplete());
    fixture.add(batch);
    QTRY_COMPARE(fixture.timeline.repeated(), 2);
    QCOMPARE(fixture.timeline.rowCount(), 2);
}

void TestTimeline::rowWithoutKeySaysSo()
{
    Fixture fixture({ rowsEntry(EventType::Insert, { { {}, { { "a", "x" } } } }, at(4)),
                      insert("42", 50), beginEntry(90) });
    fixture.timeline.showRow(RowId { 1 });
    QTRY_COMPARE(fixture.timeline.rowCount(), 1);
    fixture.timeline.showRow(RowId { 0 });
    QCOMPARE(fixture.timeline.state(), TimelineModel::State::NoKey);
    QCOMPARE(fixture.timeline.rowCount(), 0);
    fixture.timeline.showRow(RowId { 2 });
    QCOMPARE(fixture.timeline.state(), TimelineModel::State::NoKey);
    fixture.timeline.clear();
    QCOMPARE(fixture.timeline.state(), TimelineModel::State::NoRow);
}

// A row that left under another key is clicked without leaving the timeline.
void TestTimeline::versionShownKeepsTheTimeline()
{
    Fixture fixture({ update("42", "NEW", "NEW", 4, "43"), update("43", "NEW", "PAID", 50) });
    fixture.timeline.showRow(RowId { 1 });
    QTRY_COMPARE(fixture.timeline.rowCount(), 2);
    fixture.timeline.showRow(RowId { 0 });
    QCOMPARE(fixture.timeline.keyText(), u"43"_s);
}

void TestTimeline::clearedRowsAreForgotten()
{
    Fixture fixture({ insert("42", 4), update("42", "NEW", "PAID", 50) });
    fixture.timeline.showRow(RowId { 0 });
    QTRY_COMPARE(fixture.timeline.rowCount(), 2);
    fixture.timeline.skipTo(2);
    fixture.store.release(RowId { 2 });
    QCOMPARE(fixture.timeline.rowCount(), 0);
    fixture.add({ update("42", "PAID", "SENT", 90) });
    QTRY_COMPARE(fixture.versions(), QStringList { u"2:UPDATE status"_s });
}

void TestTimeline::letsGoWhileItSearches()
{
    QList<QByteArray> entries;
    for (int i = 0; i < 20'000; ++i)
        entries.append(insert(QByteArray::number(i % 7), 4 + i * 50));
    Fixture fixture(entries);
    fixture.timeline.showRow(RowId { 0 });
    QCOMPARE(fixture.timeline.state(), TimelineModel::State::Searching);
    fixture.timeline.setSource(nullptr);
    QCOMPARE(fixture.timeline.state(), TimelineModel::State::NoRow);
    QCOMPARE(fixture.timeline.rowCount(), 0);
}

void TestTimeline::fullListSaysSo()
{
    EventStore store;
    QList<QByteArray> entries;
    for (int i = 0; i <= TimelineModel::mostVersions; ++i)
        entries.append(update("42", "NEW", "PAID", 4 + i * 50));
    store.append(Epoch { 1 }, BatchId { 1 }, views(entries));
    TimelineModel timeline;
    timeline.setSource(&store);
    timeline.showRow(RowId { 0 });
    QTRY_COMPARE(timeline.state(), TimelineModel::State::Full);
    QCOMPARE(timeline.rowCount(), TimelineModel::mostVersions);
}

void TestTimeline::changesSinceLeaveStatementsOut()
{
    Fixture fixture(
        { insert("42", 4),
          statementEntry(EventType::Alter, "alter table orders add x int", true, at(50)),
          update("42", "NEW", "PAID", 90), update("42", "PAID", "SENT", 120) });
    fixture.timeline.showRow(RowId { 0 });
    QTRY_COMPARE(fixture.timeline.rowCount(), 4);
    QCOMPARE(fixture.timeline.changesSince(1), (std::vector { RowId { 2 }, RowId { 3 } }));
    QCOMPARE(fixture.timeline.changesSince(3), std::vector { RowId { 3 } });
}

// ---- matrix

void TestTimeline::matrixShowsWhatChanged()
{
    Fixture fixture(
        { insert("42", 4), update("42", "NEW", "PAID", 50), update("42", "PAID", "", 90) });
    TimelineMatrix matrix(fixture.timeline);
    const QAbstractItemModelTester tester(&matrix, fatal);
    fixture.timeline.showRow(RowId { 0 });
    QTRY_COMPARE(matrix.columnCount(), 3);
    QCOMPARE(matrix.rowCount(), 1);
    QCOMPARE(matrix.headerData(0, Qt::Vertical).toString(), u"status"_s);
    QStringList cells;
    QList<bool> changed;
    for (int i = 0; i < 3; ++i) {
        cells.append(matrix.index(0, i).data().toString());
        changed.append(matrix.index(0, i).data(TimelineMatrix::ChangedRole).toBool());
    }
    QCOMPARE(cells, (QStringList { u"NEW"_s, u"PAID"_s, u"''"_s }));
    QCOMPARE(changed, (QList<bool> { false, true, true }));
    matrix.setChangedOnly(false);
    QCOMPARE(matrix.rowCount(), 3);
    QCOMPARE(matrix.headerData(0, Qt::Vertical).toString(), u"id"_s);
}

void TestTimeline::matrixTellsWhatIsNotThere()
{
    using Content = DiffModel::Content;
    Fixture fixture(
        { insert("42", 4),
          rowsEntry(EventType::Update, { { { id("42") }, { { "status", std::nullopt } } } },
                    at(50)),
          statementEntry(EventType::Alter, "alter table orders add x int", true, at(90)),
          remove("42", 120) });
    TimelineMatrix matrix(fixture.timeline);
    matrix.setChangedOnly(false);
    fixture.timeline.showRow(RowId { 0 });
    QTRY_COMPARE(matrix.columnCount(), 4);
    const auto contents = [&](int line) {
        QList<Content> found;
        for (int i = 0; i < matrix.columnCount(); ++i)
            found.append(static_cast<Content>(
                matrix.index(line, i).data(TimelineMatrix::ContentRole).toInt()));
        return found;
    };
    QCOMPARE(contents(1),
             (QList<Content> { Content::Value, Content::Null, Content::NoRow, Content::NoRow }));
    QCOMPARE(
        contents(2),
        (QList<Content> { Content::Null, Content::NotInImage, Content::NoRow, Content::NoRow }));
}

QTEST_GUILESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
