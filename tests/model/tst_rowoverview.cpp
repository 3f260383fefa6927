// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/roweventmodel.h"
#include "model/rowoverview.h"

#include <QTest>

#include "tests/support/entries.h"
#include <numeric>

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

QByteArray entry(EventType type, int rows)
{
    const Cell cell { "id", "1", "int(11)", 4, true };
    QList<Row> list;
    for (int i = 0; i < rows; ++i)
        list.append(type == EventType::Insert       ? Row { {}, { cell } }
                        : type == EventType::Delete ? Row { { cell }, {} }
                                                    : Row { { cell }, { cell } });
    return rowsEntry(type, list);
}

struct Shown
{
    EventStore store;
    RowMarks marks;
    RowEventModel model { marks };

    explicit Shown(const QList<QByteArray> &entries)
    {
        store.append(Epoch { 1 }, BatchId { 1 }, views(entries));
        model.setSource(&store, nullptr);
    }
    ~Shown() { model.setSource(nullptr, nullptr); }

    std::vector<OverviewLine> lines(int height) const
    {
        return overviewOf(model, store.snapshot(), marks, { model.rowCount(), height });
    }
    QString operations(int height) const // the first one of each line
    {
        QString text;
        for (const auto &line : lines(height)) {
            const auto first = std::ranges::find_if(line.counts, [](int n) { return n > 0; });
            text += u"IUD"_s[static_cast<int>(first - line.counts.begin())];
        }
        return text;
    }
};

int sum(const OverviewLine &line)
{
    return std::accumulate(line.counts.begin(), line.counts.end(), 0);
}

} // namespace

class TestRowOverview : public QObject
{
    Q_OBJECT

private slots:
    void scale_data()
    {
        QTest::addColumn<qint64>("rows");
        QTest::addColumn<int>("height");
        QTest::addColumn<int>("used");
        QTest::newRow("none") << qint64(0) << 700 << 0;
        QTest::newRow("no room") << qint64(5) << 0 << 0;
        QTest::newRow("less than no room") << qint64(5) << -3 << 0;
        QTest::newRow("one") << qint64(1) << 700 << 4;
        QTest::newRow("few") << qint64(10) << 700 << 40;
        QTest::newRow("some lines each") << qint64(200) << 700 << 700;
        QTest::newRow("one line each") << qint64(700) << 700 << 700;
        QTest::newRow("one more") << qint64(701) << 700 << 700;
        QTest::newRow("many") << qint64(90'000'000) << 701 << 701;
    }
    void scale()
    {
        QFETCH(qint64, rows);
        QFETCH(int, height);
        QFETCH(int, used);
        const OverviewScale scale(rows, height);
        QCOMPARE(scale.linesUsed(), used);
        qint64 next = 0;
        for (int line = 0; line < used; ++line) {
            QVERIFY(scale.rowAt(line) <= next); // none is left out
            QVERIFY(scale.rowAfter(line) > scale.rowAt(line));
            next = scale.rowAfter(line);
            const int back = scale.lineOf(scale.rowAt(line));
            QVERIFY(back <= line && scale.rowAt(back) == scale.rowAt(line));
            QVERIFY(scale.lineOf(next - 1) <= line);
        }
        QCOMPARE(next, used > 0 ? rows : 0);
        if (used > 0) {
            QCOMPARE(scale.rowAt(-5), 0);
            QCOMPARE(scale.rowAt(used + 5), scale.rowAt(used - 1));
            QCOMPARE(scale.lineOf(rows + 5), used - 1);
        } else {
            QCOMPARE(scale.rowAt(0), -1);
        }
    }

    void fewRowsHaveSomeLinesEach()
    {
        const Shown shown({ entry(EventType::Insert, 1), entry(EventType::Delete, 1) });
        QTRY_COMPARE(shown.model.rowCount(), 2);
        QCOMPARE(shown.operations(100), u"IIIIDDDD"_s);
        QCOMPARE(shown.operations(4), u"IIDD"_s);
    }

    void countsAllOfAFewRows()
    {
        const Shown shown({ entry(EventType::Insert, 5), entry(EventType::Update, 3) });
        QTRY_COMPARE(shown.model.rowCount(), 8);
        const auto line = shown.lines(1).front();
        QCOMPARE(line.counts[static_cast<std::size_t>(Operation::Insert)], 5);
        QCOMPARE(line.counts[static_cast<std::size_t>(Operation::Update)], 3);
        QCOMPARE(sum(line), 8);
        QVERIFY(!line.mark);
    }

    void looksAtSomeOfManyRows()
    {
        const Shown shown({ entry(EventType::Insert, 500), entry(EventType::Delete, 500) });
        QTRY_COMPARE(shown.model.rowCount(), 1000);
        const auto line = shown.lines(1).front();
        QCOMPARE(sum(line), OverviewLine::mostLookedAt);
        QCOMPARE(line.counts[static_cast<std::size_t>(Operation::Insert)],
                 OverviewLine::mostLookedAt / 2);
    }

    void marksAreFoundAmongManyRows()
    {
        Shown shown({ entry(EventType::Insert, 1000) });
        QTRY_COMPARE(shown.model.rowCount(), 1000);
        shown.marks.mark({ RowId { 503 } }, MarkSign::Disc);
        const auto lines = shown.lines(10);
        for (std::size_t i = 0; i < lines.size(); ++i)
            QCOMPARE(lines[i].mark.has_value(), i == 5);
        QCOMPARE(lines[5].mark, std::optional(MarkSign::Disc));
    }

    void marksOfHiddenRowsAreNotShown()
    {
        Shown shown({ entry(EventType::Insert, 1000) });
        QTRY_COMPARE(shown.model.rowCount(), 1000);
        RowMarks::Rows hidden;
        for (quint32 row = 2; row < 992; ++row)
            hidden.push_back(RowId { row });
        shown.marks.mark(hidden, MarkSign::Star);
        shown.model.hideRows(hidden);
        QTRY_COMPARE(shown.model.rowCount(), 10);
        for (const auto &line : shown.lines(3))
            QVERIFY(!line.mark);
        shown.marks.mark({ RowId { 995 } }, MarkSign::Square); // behind all of the others
        QCOMPARE(shown.lines(1).front().mark, std::optional(MarkSign::Square));
    }
};

QTEST_GUILESS_MAIN(TestRowOverview)
#include "tst_rowoverview.moc"
