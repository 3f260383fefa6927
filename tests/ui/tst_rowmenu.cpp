// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diffview.h"
#include "ui/eventtableview.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QDockWidget>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTableView>
#include <QTest>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

// A window with an UPDATE of orders, an INSERT into stock and a DELETE from cart.
struct Fixture : WindowFixture
{
    EventTableView &table = child<EventTableView>();

    Fixture()
    {
        EntrySpec spec;
        spec.offset = 6;
        const Cell id { "id", "7", "int(11)", 4, true, false };
        session.addBatch({ beginEntry(4),
                           rowsEntry(EventType::Update,
                                     { { { id, { "status", "NEW" }, { "note", {} }, { "tag", "" } },
                                         { id,
                                           { "status", "PAID", "varchar(40)", 12, false, true },
                                           { "note", "x", "varchar(40)", 12, false, true },
                                           { "tag", "" } } } },
                                     spec),
                           endEntry(8, "99"), SampleSession::insertEntry("stock", "2", "pear") });
        connectSession();
    }

    // The menu of a cell; the keyboard's is at the current one.
    QMenu *rowMenu(int row, RowEventModel::Column column)
    {
        table.setCurrentIndex(table.model()->index(row, column));
        return rowMenuOfSelection();
    }
    QMenu *rowMenuOfSelection()
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(table.viewport(), &event);
        return table.findChild<QMenu *>(u"rowMenu"_s);
    }
    QString filterText() const { return child<QLineEdit>(u"filterBox"_s).text(); }
};

QAction *entry(const QMenu *menu, const QString &words)
{
    if (menu == nullptr)
        return nullptr;
    for (auto *action : menu->actions())
        if (action->text().remove(u'&') == words)
            return action;
    return nullptr;
}

bool choose(QMenu *menu, const QString &words)
{
    auto *action = entry(menu, words);
    if (action == nullptr || !action->isEnabled())
        return false;
    action->trigger();
    delete menu; // NOLINT(cppcoreguidelines-owning-memory): it would close itself
    return true;
}

bool chooseIn(QMenu *menu, const QString &name, const QString &words)
{
    auto *action = entry(menu == nullptr ? nullptr : menu->findChild<QMenu *>(name), words);
    if (action == nullptr)
        return false;
    action->trigger();
    delete menu; // NOLINT(cppcoreguidelines-owning-memory): it would close itself
    return true;
}

} // namespace

class TestRowMenu : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void filtersByTheCell_data()
    {
        QTest::addColumn<RowEventModel::Column>("column");
        QTest::addColumn<QString>("filter");
        QTest::newRow("number") << RowEventModel::NumberColumn << u"batch:1"_s;
        QTest::newRow("operation") << RowEventModel::OperationColumn << u"op:update"_s;
        QTest::newRow("table") << RowEventModel::TableColumn << u"table:shop.orders"_s;
        QTest::newRow("key") << RowEventModel::KeyColumn << u"pk:7"_s;
        QTest::newRow("position") << RowEventModel::PositionColumn
                                  << u"(file:\"mysql-bin.000001\" pos:6)"_s;
    }
    void filtersByTheCell()
    {
        QFETCH(const RowEventModel::Column, column);
        QFETCH(const QString, filter);
        Fixture fixture;
        auto *menu = fixture.rowMenu(0, column);
        QVERIFY(entry(menu, u"Filter by "_s + filter) != nullptr);
        QVERIFY(chooseIn(menu, u"filterByMenu"_s, u"Only this"_s));
        QCOMPARE(fixture.filterText(), filter);
        QTRY_COMPARE(fixture.rows(), column == RowEventModel::NumberColumn ? 2 : 1);
    }

    void addsToTheFilterThatIsOn()
    {
        Fixture fixture;
        const auto use = [&](const QString &words) {
            return chooseIn(fixture.rowMenu(0, RowEventModel::OperationColumn), u"filterByMenu"_s,
                            words);
        };
        QVERIFY(use(u"Only this"_s));
        QTRY_COMPARE(fixture.rows(), 1);
        QVERIFY(chooseIn(fixture.rowMenu(0, RowEventModel::TableColumn), u"filterByMenu"_s,
                         u"… and this"_s));
        QCOMPARE(fixture.filterText(), u"op:update table:shop.orders"_s);
        QVERIFY(use(u"… or not this"_s));
        QCOMPARE(fixture.filterText(), u"op:update table:shop.orders or not op:update"_s);
        QTRY_COMPARE(fixture.rows(), 2);
        QVERIFY(use(u"Everything but this"_s));
        QCOMPARE(fixture.filterText(), u"not op:update"_s);
        QTRY_COMPARE(fixture.rows(), 1);
    }

    void narrowsToWhatBelongsTogether_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("filter");
        QTest::newRow("table") << u"Only this table"_s << u"table:shop.orders"_s;
        QTest::newRow("not table") << u"Everything but this table"_s << u"not table:shop.orders"_s;
        QTest::newRow("key") << u"Only this primary key"_s << u"table:shop.orders pk:7"_s;
        QTest::newRow("transaction") << u"Only this transaction"_s << u"tx:99"_s;
    }
    void narrowsToWhatBelongsTogether()
    {
        QFETCH(const QString, words);
        QFETCH(const QString, filter);
        Fixture fixture;
        QVERIFY(choose(fixture.rowMenu(0, RowEventModel::ChangedColumn), words));
        QCOMPARE(fixture.filterText(), filter);
        QTRY_COMPARE(fixture.rows(), 1);
    }

    void openTransactionSaysWhy()
    {
        Fixture fixture;
        auto *menu = fixture.rowMenu(1, RowEventModel::ChangedColumn);
        const auto *action = entry(menu, u"Only this transaction"_s);
        QVERIFY(action != nullptr && !action->isEnabled());
        QVERIFY(action->toolTip().contains(u"has not come yet"_s));
    }

    void copies()
    {
        Fixture fixture;
        const auto copied = [&](const QString &words) {
            if (!chooseIn(fixture.rowMenu(0, RowEventModel::TableColumn), u"copyAsMenu"_s, words))
                return u"(no such entry)"_s;
            return QGuiApplication::clipboard()->text();
        };
        const auto withHeaders = copied(u"With headers"_s).split(u'\n');
        QCOMPARE(withHeaders.size(), 3);
        QVERIFY(withHeaders[0].startsWith(u"#\tTime"_s));
        QVERIFY(withHeaders[1].contains(u"\tshop.orders\t7\t"_s));
        QCOMPARE(withHeaders[0].count(u'\t'), withHeaders[1].count(u'\t'));
        const auto markdown = copied(u"Markdown"_s).split(u'\n');
        QCOMPARE(markdown[1], u'|' + u"---|"_s.repeated(withHeaders[0].count(u'\t') + 1));
        QVERIFY(markdown[2].contains(u"| shop.orders | 7 |"_s));
        const auto csv = copied(u"CSV, all columns"_s);
        QVERIFY(csv.startsWith(u"batch,log_file,"_s));
        QVERIFY(csv.contains(u"\"\"status\"\":\"\"PAID\"\""_s));
        QCOMPARE(copied(u"Position mysql-bin.000001:6"_s), u"mysql-bin.000001:6"_s);
        QVERIFY(chooseIn(fixture.rowMenu(0, RowEventModel::KeyColumn), u"filterByMenu"_s,
                         u"Copy as filter"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"pk:7"_s);
    }

    void copiesSql_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("sql");
        QTest::newRow("insert") << u"INSERT"_s
                                << u"INSERT INTO `shop`.`orders` (`id`, `status`, `note`, `tag`)\n"
                                   " VALUES (7, 'PAID', 'x', '');"_s;
        QTest::newRow("undo") << u"Undo SQL"_s
                              << u"UPDATE `shop`.`orders`\n SET `status` = 'NEW', `note` = NULL\n"
                                 " WHERE `id` = 7 AND `status` = 'PAID' AND `note` = 'x';"_s;
        QTest::newRow("redo") << u"Redo SQL"_s
                              << u"UPDATE `shop`.`orders`\n SET `status` = 'PAID', `note` = 'x'\n"
                                 " WHERE `id` = 7 AND `status` = 'NEW' AND `note` IS NULL;"_s;
        QTest::newRow("select") << u"SELECT by key"_s
                                << u"SELECT * FROM `shop`.`orders`\n WHERE `id` = 7;"_s;
        QTest::newRow("binlog") << u"mysqlbinlog command"_s
                                << u"--start-position=4 --stop-position=56 mysql-bin.000001"_s;
        QTest::newRow("json") << u"JSON"_s
                              << u"\"after\": {\"id\": \"7\", \"status\": \"PAID\", "
                                 "\"note\": \"x\", \"tag\": \"\"}}"_s;
    }
    void copiesSql()
    {
        QFETCH(const QString, words);
        QFETCH(const QString, sql);
        Fixture fixture;
        QVERIFY(chooseIn(fixture.rowMenu(0, RowEventModel::TableColumn), u"copyAsMenu"_s, words));
        const auto copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.contains(sql), qPrintable(copied));
        QCOMPARE(copied.startsWith(u"-- rebuilt from the row image"_s), sql.endsWith(u';'));
    }

    void copiesSqlOfAllSelectedRows()
    {
        Fixture fixture;
        fixture.table.setCurrentIndex(fixture.table.model()->index(0, 0));
        fixture.table.selectAll();
        QVERIFY(chooseIn(fixture.rowMenuOfSelection(), u"copyAsMenu"_s, u"Undo SQL"_s));
        const auto copied = QGuiApplication::clipboard()->text();
        QVERIFY2(copied.indexOf(u"DELETE FROM `shop`.`stock`"_s)
                     < copied.indexOf(u"UPDATE `shop`.`orders`"_s),
                 qPrintable(copied));
        QVERIFY(copied.contains(u"BEGIN;"_s));
    }

    void refusedSqlSaysWhy()
    {
        Fixture fixture;
        EntrySpec spec;
        spec.offset = 90;
        fixture.session.addBatch({ rowsEntry(
            EventType::Update, { { { { "id", "7", "int(11)", 4, true } }, { { "status", "x" } } } },
            spec) });
        fixture.flush();
        auto *menu = fixture.rowMenu(2, RowEventModel::TableColumn);
        const auto *copies = menu->findChild<QMenu *>(u"copyAsMenu"_s);
        QVERIFY(copies != nullptr && copies->toolTipsVisible());
        const auto *undo = entry(copies, u"Undo SQL"_s);
        QVERIFY(undo != nullptr && !undo->isEnabled());
        QVERIFY(undo->toolTip().contains(u"binlog_row_image"_s));
        QVERIFY(entry(copies, u"Redo SQL"_s)->isEnabled());
    }

    void showsTheHistory()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        auto &dock = fixture.child<QDockWidget>(u"timelineDock"_s);
        dock.close();
        QVERIFY(
            choose(fixture.rowMenu(0, RowEventModel::TableColumn), u"Show history of this row"_s));
        QVERIFY(dock.isVisible());
        QTRY_COMPARE(fixture.child<QTableView>(u"timelineList"_s).model()->rowCount(), 1);
    }

    void filtersByAColumnOfTheDiff_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("filter");
        QTest::newRow("before") << u"status"_s << int(DiffModel::BeforeColumn)
                                << u"before.status = NEW"_s;
        QTest::newRow("after") << u"status"_s << int(DiffModel::AfterColumn)
                               << u"after.status = PAID"_s;
        QTest::newRow("null") << u"note"_s << int(DiffModel::BeforeColumn)
                              << u"before.note is null"_s;
        QTest::newRow("empty") << u"tag"_s << int(DiffModel::AfterColumn)
                               << u"after.tag is empty"_s;
        QTest::newRow("name") << u"status"_s << int(DiffModel::NameColumn) << u"col:status"_s;
        QTest::newRow("unchanged name") << u"tag"_s << int(DiffModel::NameColumn) << QString();
    }
    void filtersByAColumnOfTheDiff()
    {
        QFETCH(const QString, name);
        QFETCH(const int, column);
        QFETCH(const QString, filter);
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.table.setCurrentIndex(fixture.table.model()->index(0, 0));
        auto &diff = fixture.child<DiffView>();
        int row = 0;
        while (row < diff.model().rowCount()
               && diff.model().index(row, DiffModel::NameColumn).data().toString() != name)
            ++row;
        const auto index = diff.model().index(row, column);
        QVERIFY(index.isValid());
        diff.table().scrollTo(index);
        emit diff.table().customContextMenuRequested(diff.table().visualRect(index).center());
        auto *menu = diff.table().findChild<QMenu *>(u"columnMenu"_s);
        QVERIFY(menu != nullptr);
        QCOMPARE(chooseIn(menu, u"filterByMenu"_s, u"Only this"_s), !filter.isEmpty());
        QCOMPARE(fixture.filterText(), filter);
        QTRY_COMPARE(fixture.rows(), filter.isEmpty() ? 2 : 1);
    }
};

QTEST_MAIN(TestRowMenu)
#include "tst_rowmenu.moc"
