// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/bannerbar.h"
#include "ui/eventtableview.h"
#include "ui/plaintext.h"
#include "ui/sqlview.h"
#include "ui/timelinelane.h"
#include "ui/timelineview.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTabBar>
#include <QTableView>
#include <QTest>
#include <QToolButton>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

EntrySpec at(qint64 offset)
{
    EntrySpec spec;
    spec.offset = offset;
    return spec;
}

Cell id(const QByteArray &value) { return { "id", value, "int(11)", 4, true }; }

QByteArray update(const QByteArray &key, const QByteArray &from, const QByteArray &to,
                  qint64 offset)
{
    return rowsEntry(EventType::Update,
                     { { { id(key), { "status", from }, { "note", "x" } },
                         { id(key), { "status", to }, { "note", "x" } } } },
                     at(offset));
}

// A window with three changes of order 42 and others in between.
struct Fixture : WindowFixture
{
    EventTableView &table = child<EventTableView>();
    TimelineView &view = child<TimelineView>();
    QTableView &list = child<QTableView>(u"timelineList"_s);
    QTabBar &tabs = child<QTabBar>(u"timelineTabs"_s);

    explicit Fixture(const QList<QByteArray> &more = {})
    {
        session.addBatch(
            { rowsEntry(EventType::Insert,
                        { { {}, { id("42"), { "status", "NEW" }, { "note", "x" } } } }, at(4)),
              update("7", "NEW", "PAID", 50), update("42", "NEW", "PAID", 90),
              update("7", "PAID", "SENT", 120), update("42", "PAID", "SENT", 150) });
        if (!more.isEmpty())
            session.addBatch(more);
        connectSession();
    }
    void select(int row) { table.setCurrentIndex(table.model()->index(row, 0)); }
    int selected() const { return table.currentIndex().row(); }
    int versions() const { return list.model()->rowCount(); }
    QString hint() const { return child<PlainLabel>(u"timelineHint"_s).text(); }
    QString remark() const { return child<PlainLabel>(u"timelineRemark"_s).text(); }
    void show(TimelineView::Tab tab) { tabs.setCurrentIndex(static_cast<int>(tab)); }
    QString sql(const QString &name) const { return child<SqlView>(name).toPlainText(); }
};

} // namespace

class TestTimelineView : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void followsTheCurrentRow()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.select(2);
        QTRY_COMPARE(fixture.versions(), 3);
        QCOMPARE(fixture.view.chosen(), 1);
        fixture.select(1);
        QTRY_COMPARE(fixture.versions(), 2);
        QCOMPARE(fixture.remark(), u"Changes before the capture began are not known."_s);
    }

    void choosingAVersionSelectsItsRow()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.select(2);
        QTRY_COMPARE(fixture.versions(), 3);
        fixture.list.setFocus();
        QTest::keyClick(&fixture.list, Qt::Key_Down);
        QCOMPARE(fixture.selected(), 4);
        QCOMPARE(fixture.versions(), 3);
        auto &lane = fixture.child<TimelineLane>();
        QTest::mouseClick(&lane, Qt::LeftButton, {}, { 10, 20 });
        QCOMPARE(fixture.selected(), 0);
        QCOMPARE(fixture.view.chosen(), 0);
    }

    void newChangeIsListed()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.select(2);
        QTRY_COMPARE(fixture.versions(), 3);
        fixture.session.addBatch({ update("42", "SENT", "DONE", 190) });
        fixture.flush();
        QTRY_COMPARE(fixture.versions(), 4);
        QCOMPARE(fixture.view.chosen(), 1);
    }

    void undoTakesTheChangeAndLaterOnesBack()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.select(2);
        QTRY_COMPARE(fixture.versions(), 3);
        fixture.show(TimelineView::Tab::Undo);
        const auto undo = fixture.sql(u"timelineUndo"_s);
        QVERIFY(undo.startsWith(u"-- rebuilt from the row image, not the statement that ran"_s));
        const auto newest = undo.indexOf(u"SET `status` = 'PAID'"_s);
        const auto chosen = undo.indexOf(u"SET `status` = 'NEW'"_s);
        QVERIFY(newest > 0 && chosen > newest);
        QVERIFY(!undo.contains(u"DELETE"_s));
        fixture.child<QToolButton>(u"timelineCopy"_s).click();
        QCOMPARE(QGuiApplication::clipboard()->text(), undo);
        fixture.show(TimelineView::Tab::Redo);
        const auto redo = fixture.sql(u"timelineRedo"_s);
        QVERIFY(redo.indexOf(u"SET `status` = 'PAID'"_s)
                < redo.indexOf(u"SET `status` = 'SENT'"_s));
        fixture.select(4);
        QTRY_VERIFY(!fixture.sql(u"timelineRedo"_s).contains(u"'PAID'\n WHERE"_s));
    }

    void refusalIsSaidInPlaceOfSql()
    {
        Fixture fixture(
            { statementEntry(EventType::Alter, "alter table orders add x int", true, at(190)) });
        QVERIFY(fixture.showWindow());
        fixture.select(2);
        QTRY_COMPARE(fixture.versions(), 4);
        fixture.show(TimelineView::Tab::Undo);
        QVERIFY(fixture.hint().contains(u"row #3"_s));
        QVERIFY(fixture.hint().contains(u"A DDL or a statement"_s));
        QVERIFY(!fixture.child<QToolButton>(u"timelineCopy"_s).isEnabled());
        fixture.list.selectRow(3);
        QCOMPARE(fixture.hint(), u"No change of this row came after it."_s);
    }

    void columnsStandSideBySide()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.select(2);
        QTRY_COMPARE(fixture.versions(), 3);
        fixture.show(TimelineView::Tab::Columns);
        const auto &values = fixture.child<QTableView>(u"timelineValues"_s);
        QVERIFY(values.isVisible());
        QCOMPARE(values.model()->rowCount(), 1);
        fixture.child<QCheckBox>(u"timelineChangedOnly"_s).click();
        QCOMPARE(values.model()->rowCount(), 3);
        QCOMPARE(values.model()->index(1, 2).data().toString(), u"SENT"_s);
    }

    void keysStepAlongTheHistory()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.table.setFocus();
        fixture.select(2);
        QTest::keyClick(&fixture.window, Qt::Key_Period, Qt::ControlModifier);
        QTRY_COMPARE(fixture.selected(), 4);
        QTRY_VERIFY(!fixture.action(u"nextChange"_s).isEnabled());
        QVERIFY(fixture.action(u"nextChange"_s).toolTip().contains(u"last change"_s));
        QTest::keyClick(&fixture.window, Qt::Key_Comma, Qt::ControlModifier);
        QTRY_COMPARE(fixture.selected(), 2);
        QTest::keyClick(&fixture.window, Qt::Key_Comma, Qt::ControlModifier);
        QTRY_COMPARE(fixture.selected(), 0);
        QTRY_VERIFY(!fixture.action(u"previousChange"_s).isEnabled());
        QVERIFY(fixture.action(u"nextChange"_s).isEnabled());
    }

    void stepsWhileThePanelIsClosed()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.child<QDockWidget>(u"timelineDock"_s).close();
        fixture.select(2);
        QVERIFY(fixture.trigger(u"nextChange"_s));
        QTRY_COMPARE(fixture.selected(), 4);
    }

    void hiddenChangeIsSaid()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        auto &box = fixture.child<QLineEdit>(u"filterBox"_s);
        box.setText(u"status: NEW -> PAID"_s);
        QTest::keyClick(&box, Qt::Key_Return);
        QTRY_COMPARE(fixture.rows(), 2);
        fixture.select(1);
        QVERIFY(fixture.trigger(u"nextChange"_s));
        const auto isSaid = [&] {
            const auto labels = fixture.child<BannerBar>().findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) {
                return label->text().contains(u"Row #5 is not in the table now"_s);
            });
        };
        QTRY_VERIFY(isSaid());
        QCOMPARE(fixture.selected(), 1);
    }

    void rowWithoutKeyIsSaid()
    {
        Fixture fixture({ rowsEntry(EventType::Insert, { { {}, { { "a", "x" } } } }, at(190)) });
        QVERIFY(fixture.showWindow());
        fixture.select(5);
        QTRY_COMPARE(fixture.hint(),
                     u"This row has no primary key by which it could be followed."_s);
        QVERIFY(!fixture.action(u"previousChange"_s).isEnabled());
        QVERIFY(fixture.action(u"previousChange"_s).toolTip().contains(u"primary key"_s));
    }

    void timesAreInTheTablesZone()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.select(2);
        QTRY_COMPARE(fixture.versions(), 3);
        fixture.action(u"timeUtc"_s).trigger();
        const auto time = fixture.list.model()->index(0, TimelineModel::TimeColumn);
        QVERIFY(time.data(Qt::ToolTipRole).toString().endsWith("UTC"_L1));
        QCOMPARE(fixture.child<QTableView>(u"timelineValues"_s)
                     .model()
                     ->headerData(0, Qt::Horizontal)
                     .toString(),
                 time.data().toString());
    }

    void emptyTableHasNoHistory()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.select(2);
        QTRY_COMPARE(fixture.versions(), 3);
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"no such text"_s);
        QTRY_COMPARE(fixture.table.model()->rowCount(), 0);
        QTRY_COMPARE(fixture.versions(), 0);
        QCOMPARE(fixture.hint(), u"Select a row to see its history."_s);
    }

    void closedPanelComesBackByTheMenu()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        auto &dock = fixture.child<QDockWidget>(u"timelineDock"_s);
        dock.close();
        for (auto *menu : fixture.child<QMenuBar>().findChildren<QMenu *>())
            if (menu->actions().contains(dock.toggleViewAction()))
                dock.toggleViewAction()->trigger();
        QVERIFY(dock.isVisible());
    }

    void endsWithItsSession()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.select(2);
        QTRY_COMPARE(fixture.versions(), 3);
        fixture.window.dropSession();
        QCOMPARE(fixture.versions(), 0);
        QVERIFY(!fixture.action(u"nextChange"_s).isEnabled());
    }
};

QTEST_MAIN(TestTimelineView)
#include "tst_timelineview.moc"
