// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/eventtableview.h"
#include "ui/minimap.h"

#include <QAction>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollBar>
#include <QWheelEvent>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

struct Opened
{
    WindowFixture fixture;
    EventTableView &table = fixture.child<EventTableView>();
    MiniMap &map = fixture.child<MiniMap>();

    explicit Opened(int rows)
    {
        fixture.window.resize(1500, 900);
        fixture.window.show();
        if (rows > 0)
            fixture.session.addRows(rows);
        fixture.connectSession();
    }

    QScrollBar &bar() const { return *table.verticalScrollBar(); }
    int top() const { return table.horizontalHeader()->height(); }
    int height() const { return map.height() - top(); }
    QPoint at(double share) const
    {
        return { 8, top() + static_cast<int>(share * (height() - 1)) };
    }
    QImage picture() const { return map.grab().toImage(); }
    bool shows(Theme::Role role) const
    {
        const auto wanted = Theme::of(map.palette())(role).rgb();
        const auto image = picture();
        for (int y = top(); y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                if (image.pixel(x, y) == wanted)
                    return true;
        return false;
    }
};

} // namespace

class TestMiniMap : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        applyTheme(*qApp, { ThemeBase::Light, false });
    }

    void standsBetweenRowsAndScrollBar()
    {
        Opened opened(2000);
        QVERIFY(opened.map.isVisible());
        QCOMPARE(opened.map.width(), 16);
        QTRY_COMPARE(opened.bar().width(), 16 + 12);
        const auto left = opened.map.mapTo(&opened.table, QPoint(0, 0)).x();
        QCOMPARE(left, opened.table.viewport()->geometry().right() + 1);
        QCOMPARE(opened.map.height(), opened.bar().height());
    }

    void isThereWhileThereAreRows()
    {
        Opened opened(0);
        QVERIFY(!opened.map.isVisible());
        QVERIFY(!opened.bar().isVisible());
        opened.fixture.session.addRows(3);
        opened.fixture.flush();
        QVERIFY(opened.map.isVisible());
        auto &box = opened.fixture.child<QLineEdit>(u"filterBox"_s);
        box.setText(u"no such row"_s);
        QTest::keyClick(&box, Qt::Key_Return);
        QTRY_VERIFY(!opened.map.isVisible());
        QVERIFY(opened.fixture.trigger(u"clearFilter"_s));
        QTRY_VERIFY(opened.map.isVisible());
    }

    void canBeTakenAwayAndIsKeptSo()
    {
        Opened opened(500);
        const int width = opened.table.viewport()->width();
        const auto with = opened.fixture.window.layoutState();
        QVERIFY(opened.fixture.trigger(u"miniMap"_s));
        QVERIFY(!opened.map.isVisible());
        QCOMPARE(opened.table.viewport()->width(), width + 16);
        const auto without = opened.fixture.window.layoutState();
        opened.fixture.window.restoreLayoutState(with);
        QVERIFY(opened.map.isVisible());
        opened.fixture.window.restoreLayoutState(without);
        QVERIFY(!opened.map.isVisible());
        QVERIFY(!opened.fixture.action(u"miniMap"_s).isChecked());
        QVERIFY(opened.fixture.trigger(u"resetLayout"_s));
        QVERIFY(opened.map.isVisible());
    }

    void pressGoesThereAndStopsFollowing()
    {
        Opened opened(2000);
        QVERIFY(opened.table.follow().isFollowing());
        QTest::mousePress(&opened.map, Qt::LeftButton, {}, opened.at(0.5));
        QVERIFY(!opened.table.follow().isFollowing());
        const int middle = opened.bar().value() + opened.bar().pageStep() / 2;
        QVERIFY2(qAbs(middle - 1000) < 10, qPrintable(QString::number(middle)));
        QTest::mouseMove(&opened.map, opened.at(0.25));
        QMouseEvent drag(QEvent::MouseMove, opened.at(0.25),
                         opened.map.mapToGlobal(opened.at(0.25)), Qt::NoButton, Qt::LeftButton, {});
        QApplication::sendEvent(&opened.map, &drag);
        QVERIFY(qAbs(opened.bar().value() + opened.bar().pageStep() / 2 - 500) < 10);
        QTest::mouseRelease(&opened.map, Qt::LeftButton, {}, opened.at(0.25));
        const int held = opened.bar().value();
        opened.fixture.session.addRows(50);
        opened.fixture.flush();
        QCOMPARE(opened.bar().value(), held);
    }

    void edgesLeadToFirstAndLastRow()
    {
        Opened opened(2000);
        QTest::mouseClick(&opened.map, Qt::LeftButton, {}, { 8, 0 });
        QCOMPARE(opened.bar().value(), 0);
        QTest::mouseClick(&opened.map, Qt::LeftButton, {}, { 8, opened.map.height() - 1 });
        QCOMPARE(opened.bar().value(), opened.bar().maximum());
        QVERIFY(!opened.table.follow().isFollowing());
    }

    void otherButtonsDoNothing()
    {
        Opened opened(2000);
        const int before = opened.bar().value();
        QTest::mousePress(&opened.map, Qt::MiddleButton, {}, opened.at(0.5));
        QCOMPARE(opened.bar().value(), before);
        QVERIFY(opened.table.follow().isFollowing());
    }

    void wheelScrollsTheTable()
    {
        Opened opened(2000);
        const int before = opened.bar().value();
        const QPointF at(opened.at(0.5));
        QWheelEvent event(at, opened.map.mapToGlobal(at), {}, { 0, 240 }, Qt::NoButton, {},
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(&opened.map, &event);
        QVERIFY(opened.bar().value() < before);
        QVERIFY(!opened.table.follow().isFollowing());
    }

    void tipNamesTheRow()
    {
        Opened opened(2000);
        const auto first = opened.map.tipAt(opened.top());
        QVERIFY2(first.startsWith(u"Row #1\n20"_s), qPrintable(first));
        QVERIFY(!first.contains(u"stands for"_s));
        QVERIFY(opened.map.tipAt(opened.map.height() - 1).startsWith(u"Row #1"_s));
        QCOMPARE(opened.map.tipAt(opened.top() - 1), QString());
    }

    void tipSaysThatItIsASample()
    {
        Opened opened(0);
        opened.fixture.session.addRows(40'000);
        opened.fixture.flush();
        const auto tip = opened.map.tipAt(opened.map.height() / 2);
        QVERIFY2(tip.contains(u"rows, and shows 16 of them."_s), qPrintable(tip));
    }

    void tipOfFewRowsEndsWithThem()
    {
        Opened opened(2);
        QVERIFY(opened.map.tipAt(opened.top() + 5).startsWith(u"Row #2"_s));
        QCOMPARE(opened.map.tipAt(opened.top() + 9), QString());
        QTest::mouseClick(&opened.map, Qt::LeftButton, {}, opened.at(0.9));
        QCOMPARE(opened.bar().value(), 0);
    }

    void showsMarksAndCurrentRow_data()
    {
        QTest::addColumn<ThemeBase>("base");
        QTest::addColumn<bool>("colourBlind");
        QTest::newRow("light") << ThemeBase::Light << false;
        QTest::newRow("dark") << ThemeBase::Dark << false;
        QTest::newRow("blind light") << ThemeBase::Light << true;
        QTest::newRow("blind dark") << ThemeBase::Dark << true;
    }
    void showsMarksAndCurrentRow()
    {
        QFETCH(ThemeBase, base);
        QFETCH(bool, colourBlind);
        applyTheme(*qApp, { base, colourBlind });
        Opened opened(2000);
        QVERIFY(!opened.shows(Theme::Role::WarnIcon));
        QVERIFY(opened.shows(Theme::Role::Text2)); // the frame
        opened.table.goToRow(300);
        QVERIFY(opened.fixture.trigger(u"mark"_s));
        QVERIFY(opened.shows(Theme::Role::WarnIcon) || opened.shows(Theme::Role::Accent));
        opened.table.goToRow(900);
        QVERIFY(opened.shows(Theme::Role::WarnIcon));
        QVERIFY(opened.shows(Theme::Role::Accent));
        opened.table.goToRow(300);
        QVERIFY(opened.fixture.trigger(u"mark"_s));
        QVERIFY(!opened.shows(Theme::Role::WarnIcon));
    }

    void rowsThatComeAreShownSoonNotOneByOne()
    {
        Opened opened(400);
        QTRY_COMPARE(opened.map.tipAt(opened.map.height() - 1).section(u'\n', 0, 0), u"Row #400"_s);
        const auto before = opened.picture();
        opened.fixture.session.addBatch(
            { rowsEntry(EventType::Delete,
                        QList<Row>(400, Row { { { "id", "1", "int(11)", 4, true } }, {} })) });
        opened.fixture.flush();
        QTRY_VERIFY(opened.picture() != before);
    }
};

QTEST_MAIN(TestMiniMap)
#include "tst_minimap.moc"
