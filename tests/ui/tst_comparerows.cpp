// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diffview.h"
#include "ui/docktitle.h"
#include "ui/eventtableview.h"
#include "ui/opchip.h"
#include "ui/plaintext.h"
#include "ui/valueview.h"

#include <QAction>
#include <QCheckBox>
#include <QDockWidget>
#include <QMenu>
#include <QTableView>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

QByteArray order(const QByteArray &status, const QByteArray &table = "orders")
{
    EntrySpec spec;
    spec.table = table;
    return rowsEntry(EventType::Insert,
                     { { {}, { { "id", "42", "int(11)", 4, true }, { "status", status } } } },
                     spec);
}

// Three orders, a statement, and a row of another table.
struct Fixture : WindowFixture
{
    EventTableView &table = child<EventTableView>();
    DiffView &diff = child<DiffView>();
    QAction &compare = action(u"compareRows"_s);

    Fixture()
    {
        session.addBatch({ order("NEW"), order("PAID"), order("PAID"),
                           statementEntry(EventType::Create, "create table orders(a int)", true),
                           order("SENT", "archive<b>"), endEntry(900) });
        window.resize(1440, 900);
        window.show();
        connectSession();
    }

    void select(const QList<int> &rows)
    {
        auto &selection = *table.selectionModel();
        table.goToRow(rows.first());
        for (const int row : rows)
            selection.setCurrentIndex(table.model()->index(row, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    QString title(int column) const
    {
        return child<DiffView>().model().headerData(column, Qt::Horizontal).toString();
    }
    QString chip() const { return child<OpChip>().accessibleName(); }
    QString cell(int row, int column) const
    {
        return child<DiffView>().model().index(row, column).data().toString();
    }
    QString subject(const QString &dock) const
    {
        return child<QDockWidget>(dock).titleBarWidget()->findChild<ElidedLabel *>()->text();
    }
};

} // namespace

class TestCompareRows : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, { ThemeBase::Light, false }); }
    void init() { failOnWarnings(); }

    void needsTwoRowsOfTables_data()
    {
        QTest::addColumn<QList<int>>("rows");
        QTest::addColumn<QString>("reason");
        QTest::newRow("one") << QList { 1 } << u"Exactly two rows have to be selected."_s;
        QTest::newRow("two") << QList { 0, 1 } << QString();
        QTest::newRow("of two tables") << QList { 4, 0 } << QString();
        QTest::newRow("three") << QList { 0, 1, 2 } << u"Exactly two rows have to be selected."_s;
        QTest::newRow("a statement") << QList { 1, 3 } << u"Only rows of tables can be compared."_s;
    }
    void needsTwoRowsOfTables()
    {
        QFETCH(QList<int>, rows);
        QFETCH(QString, reason);
        Fixture fixture;
        QVERIFY(!fixture.compare.isEnabled());
        fixture.select(rows);
        QCOMPARE(fixture.compare.isEnabled(), reason.isEmpty());
        QCOMPARE(tipOf(fixture.compare), reason);
    }

    void showsTheOlderRowAtTheLeft()
    {
        Fixture fixture;
        fixture.child<QDockWidget>(u"diffDock"_s).close();
        fixture.select({ 1, 0 }); // the newer one first
        QVERIFY(fixture.trigger(u"compareRows"_s));
        QVERIFY(fixture.child<QDockWidget>(u"diffDock"_s).isVisible());
        QVERIFY(fixture.diff.isComparing());
        QCOMPARE(fixture.title(DiffModel::BeforeColumn), u"#1 shop.orders"_s);
        QCOMPARE(fixture.title(DiffModel::AfterColumn), u"#2 shop.orders"_s);
        QCOMPARE(fixture.cell(1, DiffModel::BeforeColumn), u"NEW"_s);
        QCOMPARE(fixture.cell(1, DiffModel::AfterColumn), u"PAID"_s);
        QCOMPARE(fixture.chip(), u"COMPARE #1 → #2"_s);
        QCOMPARE(fixture.subject(u"diffDock"_s), u"shop.orders 42"_s);
        QCOMPARE(fixture.table.selectedCount(), 2);
    }

    void saysThatTheTablesDiffer()
    {
        Fixture fixture;
        fixture.select({ 0, 4 });
        QVERIFY(fixture.trigger(u"compareRows"_s));
        QCOMPARE(fixture.subject(u"diffDock"_s),
                 u"different tables: shop.orders 42 and shop.archive<b> 42"_s);
        fixture.window.grab();
    }

    void onlyChanged()
    {
        Fixture fixture;
        fixture.select({ 0, 1 });
        QVERIFY(fixture.trigger(u"compareRows"_s));
        fixture.child<QCheckBox>(u"diffChangedOnly"_s).setChecked(true);
        QCOMPARE(fixture.diff.model().rowCount(), 1);
        QCOMPARE(fixture.cell(0, DiffModel::NameColumn), u"status"_s);
        fixture.select({ 1, 2 });
        QVERIFY(fixture.trigger(u"compareRows"_s));
        QCOMPARE(fixture.diff.model().rowCount(), 0);
    }

    void valueViewFollows()
    {
        Fixture fixture;
        fixture.select({ 0, 1 });
        QVERIFY(fixture.trigger(u"compareRows"_s));
        const auto &value = fixture.child<ValueView>();
        QCOMPARE(value.content().value().text, "PAID"_ba); // the first change, as it is now
        QCOMPARE(fixture.subject(u"valueDock"_s), u"status · #2"_s);
        fixture.diff.table().setCurrentIndex(
            fixture.diff.model().index(1, DiffModel::BeforeColumn));
        QCOMPARE(value.content().value().text, "NEW"_ba);
        QCOMPARE(fixture.subject(u"valueDock"_s), u"status · #1"_s);
    }

    void anotherSelectionEndsIt_data()
    {
        QTest::addColumn<QString>("how");
        for (const auto *how : { "row", "third", "less", "all", "filter" })
            QTest::newRow(how) << QString::fromLatin1(how);
    }
    void anotherSelectionEndsIt()
    {
        QFETCH(QString, how);
        Fixture fixture;
        fixture.select({ 0, 1 });
        QVERIFY(fixture.trigger(u"compareRows"_s));
        const auto rows = QItemSelectionModel::Rows;
        auto &selection = *fixture.table.selectionModel();
        if (how == u"row"_s)
            fixture.table.goToRow(2);
        else if (how == u"third"_s)
            fixture.select({ 0, 1, 2 });
        else if (how == u"less"_s)
            selection.select(fixture.table.model()->index(0, 0),
                             QItemSelectionModel::Deselect | rows);
        else if (how == u"all"_s)
            fixture.table.selectAll();
        else
            fixture.trigger(u"hideRow"_s);
        QTRY_VERIFY(!fixture.diff.isComparing());
        QCOMPARE(fixture.title(DiffModel::BeforeColumn), u"before"_s);
        QVERIFY(!fixture.chip().startsWith(u"COMPARE"_s));
    }

    void staysWhileRowsCome()
    {
        Fixture fixture;
        fixture.select({ 0, 1 });
        QVERIFY(fixture.trigger(u"compareRows"_s));
        fixture.session.addRows(50);
        fixture.flush();
        QVERIFY(fixture.diff.isComparing());
        QVERIFY(fixture.compare.isEnabled());
    }

    void endsWithTheSession()
    {
        Fixture fixture;
        fixture.select({ 0, 1 });
        QVERIFY(fixture.trigger(u"compareRows"_s));
        fixture.window.dropSession();
        QVERIFY(!fixture.diff.isComparing());
        QVERIFY(!fixture.compare.isEnabled());
    }

    void standsInTheRowsMenu()
    {
        Fixture fixture;
        fixture.select({ 0, 1 });
        emit fixture.table.menuWanted(fixture.table.model()->index(1, 1), { 100, 100 });
        const auto *menu = fixture.table.findChild<QMenu *>(u"rowMenu"_s);
        QVERIFY(menu != nullptr);
        QVERIFY(menu->actions().contains(&fixture.compare));
    }

    void filtersByTheImageThatIsShown()
    {
        Fixture fixture;
        fixture.select({ 0, 1 });
        QVERIFY(fixture.trigger(u"compareRows"_s));
        auto &table = fixture.diff.table();
        const auto index = fixture.diff.model().index(1, DiffModel::BeforeColumn);
        emit table.customContextMenuRequested(table.visualRect(index).center());
        const auto *menu = table.findChild<QMenu *>(u"filterByMenu"_s);
        QVERIFY(menu != nullptr);
        QVERIFY2(menu->title().contains(u"after.status"_s), qPrintable(menu->title()));
    }
};

QTEST_MAIN(TestCompareRows)
#include "tst_comparerows.moc"
