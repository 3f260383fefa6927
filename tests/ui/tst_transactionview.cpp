// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diffview.h"
#include "ui/eventtableview.h"
#include "ui/transactiontableview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTest>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

using Fold = TransactionModel::Fold;
using Line = TransactionModel::Line;

namespace {

EntrySpec at(qint64 offset)
{
    EntrySpec spec;
    spec.offset = offset;
    return spec;
}

QByteArray row(qint64 offset, EventType type = EventType::Insert)
{
    const QList<Cell> cells { { "id", QByteArray::number(offset), "int(11)", 4, true },
                              { "status", type == EventType::Update ? "PAID" : "NEW" } };
    const Row image { type == EventType::Insert ? QList<Cell>() : cells,
                      type == EventType::Delete ? QList<Cell>() : cells };
    return rowsEntry(type, { image }, at(offset));
}

QList<QByteArray> rowsFrom(qint64 offset, int count)
{
    QList<QByteArray> entries;
    for (int i = 0; i < count; ++i)
        entries.append(row(offset + i));
    return entries;
}

// A window with three transactions and a DDL between, by transaction.
struct Fixture : WindowFixture
{
    EventTableView &flat = child<EventTableView>();
    TransactionTableView &view = child<TransactionTableView>();
    TransactionModel &model = static_cast<TransactionModel &>(*view.model());
    QAbstractItemModelTester tester { &model,
                                      QAbstractItemModelTester::FailureReportingMode::QtTest };

    explicit Fixture(const QList<QByteArray> &more = {})
    {
        auto begin = at(4);
        begin.currentGtid = "3e11fa47-71ca-11e1-9e33-c80aa9429562:9909";
        session.addBatch({ beginEntry(begin, 169),
                           annotationEntry("INSERT INTO orders\nVALUES (1), (2)", 5), row(6),
                           row(7), annotationEntry("UPDATE orders SET <b>x</b>", 8),
                           row(9, EventType::Update), endEntry(10, "2597") });
        session.addBatch(
            { statementEntry(EventType::Alter, "ALTER TABLE orders ADD gift int", true, at(20)),
              beginEntry(21), row(22), row(23, EventType::Delete), endEntry(24, "2600") });
        session.addBatch({ beginEntry(30), row(31) });
        if (!more.isEmpty())
            session.addBatch(more);
        connectSession();
        action(u"transactions"_s).trigger();
    }

    QString text(int line, RowEventModel::Column column) const
    {
        return model.index(line, column).data().toString();
    }
    // T: transaction, s: SQL, n: no SQL, r: row, m: more, e: end
    QString lines() const
    {
        QString all;
        for (int line = 0; line < model.rowCount(); ++line)
            all += u"TsnrmE"_s.at(static_cast<int>(model.lineAt(line)));
        return all;
    }
    void press(int key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(&view, static_cast<Qt::Key>(key), modifiers);
    }
    void choose(int line) { view.selectRow(line); }
    void filter(const QString &words, int wanted)
    {
        auto &box = child<QLineEdit>(u"filterBox"_s);
        box.setText(words);
        QTest::keyClick(&box, Qt::Key_Return);
        QTRY_COMPARE(rows(), wanted);
    }
    QMenu *menu(int line)
    {
        const auto place = view.visualRect(model.index(line, RowEventModel::TableColumn)).center();
        QContextMenuEvent event(QContextMenuEvent::Mouse, place,
                                view.viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(view.viewport(), &event);
        return view.findChild<QMenu *>(u"transactionMenu"_s);
    }
    static QAction *entry(const QMenu &menu, const QString &words)
    {
        for (auto *action : menu.actions())
            if (action->text().startsWith(words))
                return action;
        return nullptr;
    }
    void close(QMenu *menu)
    {
        menu->close();
        QTRY_VERIFY(view.findChild<QMenu *>(u"transactionMenu"_s) == nullptr);
    }
};

} // namespace

class TestTransactionView : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    // ---- lines

    void everyTransactionIsOneLine()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        QVERIFY(fixture.view.isVisible());
        QCOMPARE(fixture.lines(), u"TrTT"_s);
        QCOMPARE(fixture.text(0, RowEventModel::OperationColumn), u"TX"_s);
        QCOMPARE(fixture.text(0, RowEventModel::TableColumn), u"orders"_s);
        QCOMPARE(fixture.text(0, RowEventModel::KeyColumn), u"3 rows"_s);
        QCOMPARE(fixture.text(0, RowEventModel::ChangedColumn),
                 u"gtid …:9909 · xid 2597 · thread 169"_s);
        QCOMPARE(fixture.text(1, RowEventModel::OperationColumn), u"DDL"_s);
        QCOMPARE(fixture.text(3, RowEventModel::ChangedColumn), u"no END yet · thread 7"_s);
        QVERIFY(fixture.trigger(u"transactions"_s));
        QVERIFY(fixture.flat.isVisible());
    }

    void keysFoldAndUnfold()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.choose(0);
        fixture.press(Qt::Key_Right);
        QCOMPARE(fixture.lines(), u"TsrrsrErTT"_s);
        QCOMPARE(fixture.text(1, RowEventModel::TableColumn),
                 u"INSERT INTO orders VALUES (1), (2)"_s);
        QVERIFY(fixture.text(6, RowEventModel::ChangedColumn)
                    .startsWith(u"3 rows · 2 statements · "_s));
        fixture.choose(3);
        fixture.press(Qt::Key_Left);
        QCOMPARE(fixture.lines(), u"TrTT"_s);
        QCOMPARE(fixture.view.currentIndex().row(), 0);
        fixture.press(Qt::Key_Return);
        QCOMPARE(fixture.model.fold(0), Fold::Unfolded);
        fixture.press(Qt::Key_Return);
        QCOMPARE(fixture.model.fold(0), Fold::Folded);
        fixture.press(Qt::Key_Right, Qt::ShiftModifier);
        QCOMPARE(fixture.lines(), u"TsrrsrErTnrrETnrE"_s);
        QCOMPARE(fixture.text(9, RowEventModel::TableColumn), u"original SQL not in the stream"_s);
        fixture.press(Qt::Key_Left, Qt::ShiftModifier);
        QCOMPARE(fixture.lines(), u"TrTT"_s);
    }

    void chevronAndDoubleClickFoldAndUnfold()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        const auto chevron
            = fixture.view.visualRect(fixture.model.index(2, 0)).topLeft() + QPoint(8, 9);
        QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, chevron);
        QCOMPARE(fixture.lines(), u"TrTnrrET"_s);
        const auto words = fixture.view.visualRect(fixture.model.index(2, 3)).center();
        QTest::mouseClick(fixture.view.viewport(), Qt::LeftButton, {}, words);
        QCOMPARE(fixture.lines(), u"TrTnrrET"_s);
        QTest::mouseDClick(fixture.view.viewport(), Qt::LeftButton, {}, words);
        QCOMPARE(fixture.lines(), u"TrTT"_s);
    }

    void openTransactionGrowsInPlace()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.view.setFold(3, Fold::Unfolded);
        QCOMPARE(fixture.lines(), u"TrTTnrE"_s);
        fixture.session.addBatch({ row(32), row(33) });
        fixture.flush();
        QCOMPARE(fixture.lines(), u"TrTTnrrrE"_s);
        QCOMPARE(fixture.text(3, RowEventModel::KeyColumn), u"3 rows"_s);
        fixture.session.addBatch({ endEntry(34, "2700"), beginEntry(35), row(36) });
        fixture.flush();
        QCOMPARE(fixture.lines(), u"TrTTnrrrET"_s);
        QCOMPARE(fixture.text(3, RowEventModel::ChangedColumn),
                 u"xid 2700 · thread 7 · in 3 batches"_s);
        QCOMPARE(fixture.text(8, RowEventModel::OperationColumn), u"COMMIT"_s);
    }

    void largeTransactionUnfoldsByPages()
    {
        Fixture fixture(rowsFrom(100, 2500));
        QVERIFY(fixture.showWindow());
        fixture.view.setFold(3, Fold::Unfolded);
        const int first = 3 + 2; // its header, and that there is no SQL
        QCOMPARE(fixture.model.rowCount(), first + 1000 + 2);
        const int more = first + 1000;
        QCOMPARE(fixture.model.lineAt(more), Line::More);
        QVERIFY(fixture.text(more, RowEventModel::TableColumn).startsWith(u"1501 more rows"_s));
        fixture.choose(more);
        fixture.press(Qt::Key_Return);
        QCOMPARE(fixture.model.rowCount(), first + 2000 + 2);
        fixture.model.showMore(more);
        QCOMPARE(fixture.model.rowCount(), first + 2501 + 1);
        fixture.session.addBatch(rowsFrom(5000, 3));
        fixture.flush();
        QCOMPARE(fixture.model.rowCount(), first + 2504 + 1);
        fixture.view.setFold(3, Fold::Folded);
        fixture.flat.goToRow(fixture.rows() - 1);
        QCOMPARE(fixture.model.lineAt(fixture.view.currentIndex().row()), Line::Row);
        QCOMPARE(fixture.flat.currentIndex().row(), fixture.rows() - 1);
    }

    // ---- with the rest of the window

    void filterHoldsHereToo()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.view.setFold(0, Fold::Unfolded);
        fixture.filter(u"op:update"_s, 1);
        QTRY_COMPARE(fixture.lines(), u"TsrE"_s); // still unfolded
        QVERIFY(fixture.text(0, RowEventModel::ChangedColumn)
                    .startsWith(u"1 of 3 rows are shown · "_s));
        fixture.filter(u"nosuchword"_s, 0);
        QVERIFY(fixture.flat.isVisible()); // with the reason why there is no row
        fixture.filter({}, 7);
        QTRY_COMPARE(fixture.lines(), u"TsrrsrErTT"_s);
        QVERIFY(fixture.view.isVisible());
    }

    void choiceIsThatOfTheFlatTable()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.view.setFold(0, Fold::Unfolded);
        fixture.choose(5);
        QCOMPARE(fixture.flat.currentIndex().row(), 2);
        QCOMPARE(fixture.flat.selectedCount(), 1);
        fixture.choose(8); // folded: the whole of it
        QCOMPARE(fixture.flat.currentIndex().row(), 4);
        QCOMPARE(fixture.flat.selectedCount(), 2);
        fixture.choose(1); // SQL stands for the row below
        QCOMPARE(fixture.flat.currentIndex().row(), 0);
        fixture.view.selectAll();
        QCOMPARE(fixture.flat.selectedCount(), 7);
    }

    void rowGoneToIsUnfolded()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.flat.goToRow(5);
        QCOMPARE(fixture.lines(), u"TrTnrrET"_s);
        QCOMPARE(fixture.view.currentIndex().row(), 5);
        QVERIFY(fixture.trigger(u"goPrevious"_s));
        QCOMPARE(fixture.view.currentIndex().row(), 4);
        fixture.flat.setFocus();
        QVERIFY(fixture.view.hasFocus()); // who leaves a box comes back to what is shown
    }

    void staysAtTheEndWhileFollowing()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        QVERIFY(fixture.flat.follow().isFollowing());
        for (int i = 0; i < 60; ++i) {
            auto entries = rowsFrom(1000 + i * 10, 2);
            entries.append(endEntry(1000 + i * 10 + 5));
            fixture.session.addBatch(entries);
        }
        fixture.flush();
        auto &bar = *fixture.view.verticalScrollBar();
        QTRY_VERIFY(bar.maximum() > 0);
        QTRY_COMPARE(bar.value(), bar.maximum());
        QTest::keyClick(&fixture.view, Qt::Key_Home);
        QVERIFY(!fixture.flat.follow().isFollowing());
        QTest::keyClick(&fixture.view, Qt::Key_End);
        QVERIFY(fixture.flat.follow().isFollowing());
        QTRY_COMPARE(bar.value(), bar.maximum());
    }

    void columnsAndTextSizeAreTheSame()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.view.setColumnWidth(RowEventModel::TableColumn, 222);
        QCOMPARE(fixture.flat.columnWidth(RowEventModel::TableColumn), 222);
        fixture.flat.setColumnHidden(RowEventModel::RowsColumn, true);
        QTRY_VERIFY(fixture.view.isColumnHidden(RowEventModel::RowsColumn));
        const int height = fixture.view.rowHeight(0);
        QVERIFY(fixture.trigger(u"zoomIn"_s));
        QCOMPARE(fixture.view.rowHeight(0), height + 1);
    }

    void choiceIsKept()
    {
        Fixture fixture;
        const auto state = fixture.window.layoutState();
        WindowFixture other;
        other.window.restoreLayoutState(state);
        QVERIFY(other.action(u"transactions"_s).isChecked());
        other.session.addRows(2);
        other.connectSession();
        QVERIFY(other.showWindow());
        QVERIFY(other.child<TransactionTableView>().isVisible());
    }

    void endsWithItsSession()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.press(Qt::Key_Right, Qt::ShiftModifier);
        fixture.window.dropSession();
        QCOMPARE(fixture.model.rowCount(), 0);
    }

    // ---- menu

    void menuOfATransaction()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        auto *menu = fixture.menu(0);
        QVERIFY(menu != nullptr);
        QGuiApplication::clipboard()->clear();
        Fixture::entry(*menu, u"Copy GTID"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"3e11fa47-71ca-11e1-9e33-c80aa9429562:9909"_s);
        Fixture::entry(*menu, u"Unfold"_s)->trigger();
        QCOMPARE(fixture.lines(), u"TsrrsrErTT"_s);
        Fixture::entry(*menu, u"Only this transaction"_s)->trigger();
        QTRY_COMPARE(fixture.rows(), 3);
        QTRY_COMPARE(fixture.lines(), u"TsrrsrE"_s);
        fixture.close(menu);
    }

    void menuSaysWhatIsNotKnown()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        auto *menu = fixture.menu(3);
        QVERIFY(!Fixture::entry(*menu, u"Only this transaction"_s)->isEnabled());
        QVERIFY(!Fixture::entry(*menu, u"Copy GTID"_s)->isEnabled());
        fixture.close(menu);
    }

    // ---- painting

    void everyLineIsPainted()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        const auto folded = fixture.view.grab().toImage();
        fixture.press(Qt::Key_Right, Qt::ShiftModifier);
        fixture.view.selectAll();
        QVERIFY(fixture.view.grab().toImage() != folded);
        fixture.view.setColumnHidden(RowEventModel::TableColumn, true);
        fixture.view.grab();
    }

    void ddlHasAGroundOfItsOwn()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        QVERIFY(fixture.trigger(u"transactions"_s));
        const auto image = fixture.flat.viewport()->grab().toImage();
        const auto ground = [&](int row) {
            const auto cell = fixture.flat.visualRect(
                fixture.flat.rows().index(row, RowEventModel::ChangedColumn));
            return image.pixelColor(cell.right() - 2, cell.top() + 1);
        };
        const auto &theme = Theme::of(fixture.flat.palette());
        QCOMPARE(ground(3), theme(Theme::Role::DdlTint));
        QCOMPARE(ground(4), theme(Theme::Role::Base));
    }
};

QTEST_MAIN(TestTransactionView)
#include "tst_transactionview.moc"
