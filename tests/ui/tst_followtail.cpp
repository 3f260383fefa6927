// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/eventtableview.h"
#include "ui/newpill.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QWheelEvent>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;

namespace {

// u: looks back, b: scrolls to the end, s: scrolls short of it, e: End, t: toggles, 7: rows added,
// r: another session, x: other rows are shown
void play(FollowTail &follow, const QString &steps)
{
    for (const auto step : steps) {
        if (step.isDigit())
            follow.addRows(step.digitValue());
        else if (step == u'u')
            follow.lookBack();
        else if (step == u'b')
            follow.scrollTo(100, 100);
        else if (step == u's')
            follow.scrollTo(99, 100);
        else if (step == u'e')
            follow.goToEnd();
        else if (step == u't')
            follow.toggle();
        else if (step == u'r')
            follow.reset();
        else if (step == u'x')
            follow.forgetNewRows();
    }
}

void wheel(QWidget &viewport, int delta)
{
    const QPointF at(100, 100);
    QWheelEvent event(at, viewport.mapToGlobal(at), {}, { 0, delta }, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(&viewport, &event);
}

// A table with more rows than it has room for.
class Table
{
public:
    test::SampleSession session;
    RowEventModel rows;
    EventTableView view { rows };

    Table()
    {
        rows.setSource(&session.store(), &session.ledger());
        view.resize(800, 400);
        view.show();
        add(200);
        QTRY_COMPARE(rows.rowCount(), 200);
    }
    ~Table() { rows.setSource(nullptr, nullptr); }

    void add(int count)
    {
        session.addRows(count);
        rows.scheduleFlush();
    }
    int position() const { return view.verticalScrollBar()->value(); }
    int maximum() const { return view.verticalScrollBar()->maximum(); }
    bool follows() { return view.follow().isFollowing(); }
};

} // namespace

class TestFollowTail : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, { ThemeBase::Light, false }); }
    void init() { test::failOnWarnings(); }

    void state_data()
    {
        QTest::addColumn<QString>("steps");
        QTest::addColumn<bool>("following");
        QTest::addColumn<qint64>("newRows");

        QTest::newRow("on at first") << u""_s << true << qint64(0);
        QTest::newRow("rows while on are not new") << u"35"_s << true << qint64(0);
        QTest::newRow("looking back stops") << u"u"_s << false << qint64(0);
        QTest::newRow("rows while off are counted") << u"u35"_s << false << qint64(8);
        QTest::newRow("scrolling short of the end does not start") << u"us"_s << false << qint64(0);
        QTest::newRow("scrolling to the end starts") << u"u3b"_s << true << qint64(0);
        QTest::newRow("End starts") << u"u3e"_s << true << qint64(0);
        QTest::newRow("toggle stops") << u"t4"_s << false << qint64(4);
        QTest::newRow("toggle starts") << u"u4t"_s << true << qint64(0);
        QTest::newRow("counting begins anew") << u"u4eu2"_s << false << qint64(2);
        QTest::newRow("looking back twice keeps the count") << u"u4u2"_s << false << qint64(6);
        QTest::newRow("scrolling short while on") << u"s"_s << true << qint64(0);
        QTest::newRow("another session follows") << u"u4r"_s << true << qint64(0);
        QTest::newRow("other rows are shown") << u"u4x1"_s << false << qint64(1);
    }
    void state()
    {
        QFETCH(QString, steps);
        QFETCH(bool, following);
        QFETCH(qint64, newRows);
        FollowTail follow;
        play(follow, steps);
        QCOMPARE(follow.isFollowing(), following);
        QCOMPARE(follow.newRows(), newRows);
    }

    void tellsOnlyWhatChanged()
    {
        FollowTail follow;
        QSignalSpy changed(&follow, &FollowTail::changed);
        play(follow, u"1eb"_s);
        QCOMPARE(changed.count(), 0);
        play(follow, u"uu"_s);
        QCOMPARE(changed.count(), 1);
    }

    // ---- with the table

    void tableStaysAtItsEnd()
    {
        Table table;
        QTRY_COMPARE(table.position(), table.maximum());
        table.add(50);
        QTRY_COMPARE(table.rows.rowCount(), 250);
        QCOMPARE(table.position(), table.maximum());
    }

    void wheelUpStopsAndDownToTheEndStarts()
    {
        Table table;
        wheel(*table.view.viewport(), 240);
        QVERIFY(!table.follows());
        const int held = table.position();
        table.add(30);
        QTRY_COMPARE(table.rows.rowCount(), 230);
        QCOMPARE(table.position(), held);
        QCOMPARE(table.view.follow().newRows(), 30);
        for (int i = 0; i < 50 && !table.follows(); ++i)
            wheel(*table.view.viewport(), -240);
        QVERIFY(table.follows());
        QCOMPARE(table.position(), table.maximum());
    }

    void keysUpStop_data()
    {
        QTest::addColumn<int>("key");
        QTest::newRow("Up") << int(Qt::Key_Up);
        QTest::newRow("Page Up") << int(Qt::Key_PageUp);
        QTest::newRow("Home") << int(Qt::Key_Home);
    }
    void keysUpStop()
    {
        QFETCH(int, key);
        Table table;
        QTest::keyClick(&table.view, static_cast<Qt::Key>(key));
        QVERIFY(!table.follows());
    }

    void pageDownToTheEndStarts()
    {
        Table table;
        table.view.goToRow(0);
        QVERIFY(!table.follows());
        for (int i = 0; i < 50 && !table.follows(); ++i)
            QTest::keyClick(&table.view, Qt::Key_PageDown);
        QVERIFY(table.follows());
    }

    void homeAndEndGoToFirstAndLastRow()
    {
        Table table;
        QTest::keyClick(&table.view, Qt::Key_Home);
        QCOMPARE(table.view.currentIndex().row(), 0);
        QTest::keyClick(&table.view, Qt::Key_End);
        QCOMPARE(table.view.currentIndex().row(), 199);
        QVERIFY(table.follows());
    }

    void draggingTheHandleUpStops()
    {
        Table table;
        auto &bar = *table.view.verticalScrollBar();
        bar.setSliderPosition(bar.maximum());
        bar.triggerAction(QAbstractSlider::SliderPageStepSub);
        QVERIFY(!table.follows());
        bar.triggerAction(QAbstractSlider::SliderToMaximum);
        QVERIFY(table.follows());
    }

    void clickingARowStops()
    {
        Table table;
        const auto index = table.rows.index(table.rows.rowCount() - 3, 2);
        QTest::mouseClick(table.view.viewport(), Qt::LeftButton, {},
                          table.view.visualRect(index).center());
        QVERIFY(!table.follows());
        QCOMPARE(table.view.currentIndex().row(), index.row());
    }

    void pillCountsAndGoesToTheEnd()
    {
        Table table;
        table.view.goToRow(3);
        auto &pill = *table.view.findChild<NewPill *>();
        QVERIFY(pill.isHidden());
        table.add(12);
        QTRY_VERIFY(pill.isVisible());
        QCOMPARE(pill.text(), u"12 new below"_s);
        QVERIFY(table.view.rect().contains(pill.geometry()));
        QTest::mouseClick(&pill, Qt::LeftButton);
        QVERIFY(pill.isHidden());
        QVERIFY(table.follows());
        QCOMPARE(table.position(), table.maximum());
    }

    void pillStaysInPlaceWhenTheTableScrolls()
    {
        Table table;
        table.view.goToRow(3);
        table.add(12);
        auto &pill = *table.view.findChild<NewPill *>();
        QTRY_VERIFY(pill.isVisible());
        const auto place = pill.geometry();
        table.view.goToRow(100);
        QCOMPARE(pill.geometry(), place);
    }

    void newRowsNeverMoveTheSelection()
    {
        Table table;
        table.view.goToRow(20);
        const auto top = table.view.rowAt(0);
        table.add(500);
        QTRY_COMPARE(table.rows.rowCount(), 700);
        QCOMPARE(table.view.currentIndex().row(), 20);
        QCOMPARE(table.view.rowAt(0), top);
    }
};

QTEST_MAIN(TestFollowTail)
#include "tst_followtail.moc"
