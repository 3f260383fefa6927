// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/eventtableview.h"
#include "ui/querybar.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>
#include <QToolButton>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

// A window with ten rows of mysql-bin.000001 at 54, 104, … 504.
struct Fixture : WindowFixture
{
    EventTableView &table = child<EventTableView>();
    QueryBar &bar = child<QueryBar>(u"goToBar"_s);
    QLineEdit &box = child<QLineEdit>(u"goToBox"_s);
    QLabel &message = child<QLabel>(u"goToMessage"_s);

    Fixture()
    {
        session.addRows(4, "orders");
        session.addRows(3, "stock");
        session.addRows(3, "orders");
    }
    bool show()
    {
        const bool active = showWindow();
        connectSession();
        return active && rows() == 10;
    }
    void goTo(const QString &target)
    {
        QVERIFY(trigger(u"goTo"_s));
        box.setText(target);
        QTest::keyClick(&box, Qt::Key_Return);
    }
    int current() const { return table.currentIndex().row(); }
};

} // namespace

class TestGoTo : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void goesToWhatWasAskedFor_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("number") << u"3"_s;
        QTest::newRow("position") << u"mysql-bin.000001:154"_s;
        QTest::newRow("as the column shows it") << u"001:154"_s;
        QTest::newRow("in the same file") << u":154"_s;
        QTest::newRow("no row has such a number") << u"154"_s;
    }
    void goesToWhatWasAskedFor()
    {
        QFETCH(const QString, target);
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.goTo(target);
        QTRY_COMPARE(fixture.current(), 2);
        QVERIFY(!fixture.bar.isVisible());
        QVERIFY(fixture.table.hasFocus());
        QVERIFY(!fixture.table.follow().isFollowing());
    }

    void saysWhenThereIsNone_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("row");
        QTest::newRow("later position")
            << u"mysql-bin.000001:300"_s
            << u"No captured row is at this position; the nearest later "
               "one is mysql-bin.000001:304."_s
            << 5;
        QTest::newRow("no later position")
            << u":505"_s
            << u"No captured row is at this position or after it in the same log file."_s << 0;
        QTest::newRow("number") << u"0"_s
                                << u"No captured row has this number; the nearest later one is row "
                                   "1."_s
                                << 0;
        QTest::newRow("gtid") << u"0-1-5"_s
                              << u"No captured row has this GTID or a later one of its source."_s
                              << 0;
        QTest::newRow("none of these")
            << u"order 42"_s
            << u"This is no row number, no position (file:offset or :offset) and no GTID."_s << 0;
    }
    void saysWhenThereIsNone()
    {
        QFETCH(const QString, target);
        QFETCH(const QString, message);
        QFETCH(const int, row);
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.table.goToRow(0);
        fixture.goTo(target);
        QTRY_COMPARE(fixture.message.text(), message);
        QCOMPARE(fixture.current(), row);
        QVERIFY(fixture.bar.isVisible());
        QTest::keyClick(&fixture.box, Qt::Key_Backspace);
        QCOMPARE(fixture.message.text(), QString());
    }

    void saysWhenTheRowIsNotShown()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"table:orders"_s);
        QTRY_COMPARE(fixture.rows(), 7);
        fixture.goTo(u"6"_s);
        QTRY_COMPARE(fixture.message.text(),
                     u"That row was captured but is not shown now; this is the one next to it."_s);
        QCOMPARE(fixture.current(), 3);
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"no such text"_s);
        QTRY_COMPARE(fixture.rows(), 0);
        fixture.goTo(u"6"_s);
        QTRY_COMPARE(fixture.message.text(), u"That row was captured, but no row is shown now."_s);
    }

    void oneBarAtATime()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QVERIFY(fixture.trigger(u"goTo"_s));
        QVERIFY(fixture.trigger(u"find"_s));
        QVERIFY(!fixture.bar.isVisible());
        QVERIFY(fixture.trigger(u"goTo"_s));
        QVERIFY(!fixture.child<QueryBar>(u"findBar"_s).isVisible());
        QTest::keyClick(&fixture.box, Qt::Key_Escape);
        QVERIFY(!fixture.bar.isVisible());
        QVERIFY(fixture.table.hasFocus());
    }
};

QTEST_MAIN(TestGoTo)
#include "tst_goto.moc"
