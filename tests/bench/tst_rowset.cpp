// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/bench/oracle.h"
#include "tests/bench/rowset.h"
#include "tests/bench/storeaccess.h"
#include <set>

using namespace canal;
using namespace canal::bench;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(canal::bench::RowSet)

namespace {

constexpr std::uint64_t rowCount = 20'000;
constexpr std::uint32_t entriesPerBatch = 500;

// Frame bodies of a whole set.
QByteArrayList framesOf(RowSet set)
{
    RowSetGenerator generator(set, rowCount, entriesPerBatch);
    QByteArrayList frames;
    for (std::string frame; generator.next(frame);)
        frames.append(QByteArray(frame.data() + sizeof(qint32),
                                 static_cast<qsizetype>(frame.size() - sizeof(qint32))));
    return frames;
}

std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

} // namespace

class TestRowSet : public QObject
{
    Q_OBJECT

private slots:
    void isTheSameEveryTime_data() { sets(); }
    void isTheSameEveryTime();
    void isReadAsLibprotobufReadsIt_data() { sets(); }
    void isReadAsLibprotobufReadsIt();
    void isAsLargeAsRealRows_data();
    void isAsLargeAsRealRows();
    void mixedHasWhatRealServersDo();

private:
    static void sets();
};

void TestRowSet::sets()
{
    QTest::addColumn<RowSet>("set");
    QTest::newRow("bulk") << RowSet::Bulk;
    QTest::newRow("oltp") << RowSet::Oltp;
    QTest::newRow("mixed") << RowSet::Mixed;
}

void TestRowSet::isTheSameEveryTime()
{
    QFETCH(RowSet, set);
    QCOMPARE(framesOf(set), framesOf(set));
}

void TestRowSet::isReadAsLibprotobufReadsIt()
{
    QFETCH(RowSet, set);
    const auto frames = framesOf(set);
    const auto store = makeStore(Tier::Hot);
    std::vector<std::string_view> entries;
    std::vector<std::string_view> some;
    std::uint32_t unreadable = 0;
    for (const auto &frame : frames) {
        unreadable += appendFrame(*store, viewOf(frame), 1).unreadable;
        entriesOf(viewOf(frame), some);
        entries.insert(entries.end(), some.begin(), some.end());
    }
    QCOMPARE(unreadable, 0U);
    QCOMPARE(compareWithProtobuf(store->snapshot(), entries, 1000), 1000U);
}

void TestRowSet::isAsLargeAsRealRows_data()
{
    QTest::addColumn<RowSet>("set");
    QTest::addColumn<double>("bytesPerRow");
    QTest::newRow("bulk") << RowSet::Bulk << 1080.0;
    QTest::newRow("oltp") << RowSet::Oltp << 1440.0;
    QTest::newRow("mixed") << RowSet::Mixed << 1000.0;
}

void TestRowSet::isAsLargeAsRealRows()
{
    QFETCH(RowSet, set);
    QFETCH(double, bytesPerRow);
    RowSetGenerator generator(set, rowCount, entriesPerBatch);
    for (std::string frame; generator.next(frame);) { }
    const auto &totals = generator.totals();
    QCOMPARE(totals.rows, rowCount);
    const auto size = static_cast<double>(totals.bytes) / static_cast<double>(totals.rows);
    QVERIFY2(size > bytesPerRow * 0.97 && size < bytesPerRow * 1.03,
             qPrintable(QString::number(size)));
}

void TestRowSet::mixedHasWhatRealServersDo()
{
    const auto frames = framesOf(RowSet::Mixed);
    const auto store = makeStore(Tier::Hot);
    for (const auto &frame : frames)
        appendFrame(*store, viewOf(frame), 1);
    const auto rows = store->snapshot();
    std::set<int> sqlTypesOfId;
    int statements = 0;
    int minimal = 0;
    int nulls = 0;
    RowImage image;
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        statements += rows.kind(RowId { i }) == RowKind::Annotation ? 1 : 0;
        rows.read(RowId { i }, image);
        const auto &columns = keySide(image);
        if (columns.empty())
            continue;
        sqlTypesOfId.insert(columns.front().sqlType);
        minimal += columns.size() == 1 ? 1 : 0;
        nulls += columns.size() > 2 && columns[2].isNull ? 1 : 0; // user_id, NULL nowhere else
    }
    QCOMPARE(sqlTypesOfId, (std::set<int> { -5, 3 }));
    QVERIFY(statements > 100);
    QVERIFY(minimal > 100);
    QVERIFY(nulls > 100);
}

QTEST_GUILESS_MAIN(TestRowSet)
#include "tst_rowset.moc"
