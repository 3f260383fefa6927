// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/caselesspattern.h"
#include "ui/batchdelegate.h"
#include "ui/copytext.h"
#include "ui/diffview.h"
#include "ui/eventdelegate.h"
#include "ui/eventtableview.h"
#include "ui/sourcepanel.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QContextMenuEvent>
#include <QElapsedTimer>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTreeView>

#include "tests/support/recordedframes.h"
#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;

namespace {

class Table
{
public:
    test::SampleSession session;
    SessionModels models;
    EventTableView view { models.rows() };

    void show(int rows)
    {
        models.setSource(&session.store(), &session.ledger());
        models.rowsArrived();
        view.resize(1200, 600);
        view.show();
        QTRY_COMPARE(models.rows().rowCount(), rows);
    }
    ~Table() { models.setSource(nullptr, nullptr); }

    void filter(const QString &text, int rows)
    {
        models.setFilter(*parseFilter(text));
        QTRY_VERIFY(!models.rows().isFiltering());
        QCOMPARE(models.rows().rowCount(), rows);
    }
};

bool hasColour(const QImage &image, const QRect &where, const QColor &colour)
{
    for (int y = where.top(); y <= where.bottom(); ++y)
        for (int x = where.left(); x <= where.right(); ++x)
            if (image.pixelColor(x, y) == colour)
                return true;
    return false;
}

} // namespace

class TestEventTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, { ThemeBase::Light, false }); }
    void init() { test::failOnWarnings(); }

    // Every recorded capture, in every theme, painted row by row.
    void everyRecordedRowIsPainted_data()
    {
        QTest::addColumn<QString>("capture");
        for (const auto &name : test::captures())
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyRecordedRowIsPainted()
    {
        QFETCH(QString, capture);
        test::SampleSession session;
        session.addRecorded(capture);
        RowEventModel rows;
        const QAbstractItemModelTester tester(
            &rows, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RowFilter all;
        all.hidesAnnotations = false;
        all.hidesTransactions = false;
        rows.setFilter(all);
        rows.setSource(&session.store(), &session.ledger());
        const int count = static_cast<int>(session.store().committedRows());
        QTRY_COMPARE(rows.rowCount(), count);
        EventDelegate delegate;
        QImage image(400, 20, QImage::Format_ARGB32);
        QPainter painter(&image);
        const int step = std::max(1, count / 300);
        for (int row = 0; row < count; row += step) {
            QStyleOptionViewItem option;
            option.rect = image.rect();
            option.palette = (row % 2 == 0 ? Theme::light() : Theme::dark()).palette();
            option.state = row % 3 == 0 ? QStyle::State_Selected | QStyle::State_HasFocus
                                        : QStyle::State_None;
            for (int column = 0; column < RowEventModel::ColumnCount; ++column)
                delegate.paint(&painter, option, rows.index(row, column));
        }
        painter.end();
        rows.setSource(nullptr, nullptr);
    }

    void diffOfEveryRecordedRowIsPainted()
    {
        DiffView view;
        const QAbstractItemModelTester tester(
            &view.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        view.resize(900, 500);
        view.show();
        for (const auto &name : test::decodedCaptures()) {
            test::SampleSession session;
            session.addRecorded(name);
            for (quint32 row = 0; row < session.store().committedRows(); row += 3) {
                view.showRow(session.store().snapshot(), RowId { row });
                view.grab();
            }
            view.clear();
        }
    }

    void rowShowsOperationByColourAndWord()
    {
        Table table;
        table.session.addBatch({ test::SampleSession::insertEntry("orders", "1"),
                                 test::SampleSession::orderEntry({}) });
        table.show(2);
        const auto image = table.view.grab().toImage();
        const auto cell = [&](int row, int column) {
            return table.view.visualRect(table.models.rows().index(row, column))
                .translated(table.view.viewport()->pos());
        };
        const auto &theme = Theme::light();
        QVERIFY(
            hasColour(image, cell(0, RowEventModel::OperationColumn), theme(Theme::Role::Insert)));
        QVERIFY(
            hasColour(image, cell(1, RowEventModel::OperationColumn), theme(Theme::Role::Update)));
        QCOMPARE(table.models.rows().index(0, RowEventModel::OperationColumn).data().toString(),
                 u"INSERT"_s);
        QCOMPARE(table.view.rowHeight(0), 18);
    }

    void paintingAPageIsFast()
    {
        Table table;
        table.session.addShop();
        table.show(135);
        table.view.grab();
        QElapsedTimer timer;
        timer.start();
        constexpr int times = 10;
        for (int i = 0; i < times; ++i)
            table.view.viewport()->grab();
        const auto each = timer.elapsed() / times;
        qInfo("painting a page took %lld ms", static_cast<long long>(each));
        QVERIFY(each < 100);
    }

    void selectedRowSurvivesTheFilter()
    {
        Table table;
        table.session.addBatch({ test::SampleSession::insertEntry("a", "1", "apple"),
                                 test::SampleSession::insertEntry("b", "2", "pear"),
                                 test::SampleSession::insertEntry("c", "3", "apple pie") });
        table.show(3);
        table.view.goToRow(2);
        table.filter(u"apple"_s, 2);
        QCOMPARE(table.view.currentIndex().row(), 1);
        table.filter(u"pear"_s, 1);
        QVERIFY(raw(*table.view.currentRow()) == 1); // the nearest before it
        table.filter({}, 3);
        QCOMPARE(table.view.currentIndex().row(), 1);
    }

    void filteringToNothingLosesTheSelection()
    {
        Table table;
        table.session.addRows(3);
        table.show(3);
        table.view.goToRow(1);
        table.filter(u"no such text"_s, 0);
        QVERIFY(!table.view.currentRow());
        QCOMPARE(table.view.selectedCount(), 0);
    }

    void selectionIsGivenInOrder()
    {
        Table table;
        table.session.addRows(10);
        table.show(10);
        const auto click = [&](int row, Qt::KeyboardModifiers modifiers) {
            QTest::mouseClick(table.view.viewport(), Qt::LeftButton, modifiers,
                              table.view.visualRect(table.models.rows().index(row, 2)).center());
        };
        click(7, Qt::NoModifier);
        click(2, Qt::ControlModifier);
        click(4, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(table.view.selectedCount(), 4);
        const auto rows = table.view.selectedRows();
        QCOMPARE(rows.size(), std::size_t(4));
        QVERIFY(std::ranges::is_sorted(rows));
    }

    void copyIsTabSeparatedPlainText()
    {
        Table table;
        table.session.addBatch({ test::SampleSession::insertEntry("orders", "1", "a\tb\nc") });
        table.show(1);
        table.view.goToRow(0);
        const auto copied = copiedText(table.view);
        QCOMPARE(copied.rows, 1);
        QCOMPARE(copied.text.count(u'\n'), 1);
        QCOMPARE(copied.text.count(u'\t'), int(RowEventModel::ColumnCount) - 1);
        QVERIFY(copied.text.contains("shop.orders\t1\t"_L1));
    }

    void zoomKeepsRowsAndTextTogether()
    {
        Table table;
        table.session.addRows(1);
        table.show(1);
        table.view.setFontPixels(20);
        QCOMPARE(table.view.rowHeight(0), 26);
        table.view.setFontPixels(1000);
        QCOMPARE(table.view.fontPixels(), 32);
        table.view.setFontPixels(0);
        QCOMPARE(table.view.fontPixels(), 8);
    }

    void typingDoesNotSearchTheRows()
    {
        Table table;
        table.session.addRows(5);
        table.show(5);
        table.view.goToRow(4);
        QTest::keyClicks(&table.view, u"1insert"_s);
        QCOMPARE(table.view.currentIndex().row(), 4);
    }

    // ---- the panels beside it

    void diffShowsEveryKindOfValue()
    {
        test::SampleSession session;
        session.addBatch({ test::annotationEntry("UPDATE products SET price = 1", 4),
                           test::everyKindEntry(100) });
        DiffView view;
        view.resize(900, 600);
        view.show();
        view.showRow(session.store().snapshot(), RowId { 1 });
        const auto &model = view.model();
        QCOMPARE(model.changedCount(), 11);
        auto &statement = *view.findChild<QPlainTextEdit *>(u"diffStatement"_s);
        QVERIFY(statement.isVisible());
        QCOMPARE(statement.toPlainText(), u"UPDATE products SET price = 1"_s);
        auto &only = *view.findChild<QCheckBox *>(u"diffChangedOnly"_s);
        const int all = model.rowCount();
        QTest::mouseClick(&only, Qt::LeftButton, {}, QPoint(8, only.height() / 2));
        QVERIFY(model.rowCount() < all);
        QCOMPARE(model.rowCount(), model.changedCount());
    }

    // As Canal sends bytes: each above 0x7f is a character of two.
    void hugeBinaryIsShownByItsBeginning()
    {
        const auto cell = [](int bytes) {
            return test::Cell { "b", "x" + QByteArray("\u00ff").repeated(bytes), "longblob" };
        };
        test::SampleSession session;
        session.addBatch(
            { test::rowsEntry(EventType::Update, { { { cell(4'000'000) }, { cell(10) } } }) });
        DiffModel model;
        QElapsedTimer timer;
        timer.start();
        model.setRow(session.store().snapshot(), RowId { 0 });
        QVERIFY(timer.elapsed() < 200);
        const auto before = model.index(0, DiffModel::BeforeColumn).data().toString();
        QVERIFY2(before.startsWith("0x78ffff"_L1), qPrintable(before.left(20)));
        QVERIFY(before.endsWith(u'…'));
        QCOMPARE(model.index(0, DiffModel::AfterColumn).data().toString(),
                 u"0x78ffffffffffffffffffff"_s);
        RowSummary summary;
        summary.read(session.store().snapshot(), RowId { 0 });
        QVERIFY(plainText(summary.changed()).startsWith("b: 0x78ffff"_L1));
    }

    void ddlShowsItsSqlInsteadOfATable()
    {
        test::SampleSession session;
        session.addBatch(
            { test::statementEntry(EventType::Alter, "ALTER TABLE orders\nADD x int", true) });
        DiffView view;
        view.show();
        view.showRow(session.store().snapshot(), RowId { 0 });
        auto &sql = *view.findChild<QPlainTextEdit *>(u"diffSql"_s);
        QVERIFY(sql.isVisible());
        QCOMPARE(sql.toPlainText(), u"ALTER TABLE orders\nADD x int"_s);
        QVERIFY(!view.table().isVisible());
        QVERIFY(sql.isReadOnly());
    }

    void sourcesCanBeTickedOneByOne()
    {
        Table table;
        table.session.addBatch({ test::SampleSession::insertEntry("orders", "1"),
                                 test::SampleSession::insertEntry("stock", "2"),
                                 test::SampleSession::insertEntry("stock", "3") });
        const QAbstractItemModelTester tester(
            &table.models.tables(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        table.show(3);
        SourcePanel panel(table.models.tables());
        panel.resize(200, 300);
        panel.show();
        auto &tree = *panel.findChild<QTreeView *>();
        auto &model = table.models.tables();
        QTRY_COMPARE(model.rowCount(), 1);
        const auto stock = model.index(1, 0, model.index(0, 0));
        QCOMPARE(stock.data().toString(), u"stock"_s);
        tree.setCurrentIndex(stock);
        QTest::keyClick(&tree, Qt::Key_Space);
        QTRY_COMPARE(table.models.rows().rowCount(), 1);
        QCOMPARE(model.index(0, 0).data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
    }

    void sourceMenuShowsOnlyOneTableAndAllAgain()
    {
        Table table;
        table.session.addBatch({ test::SampleSession::insertEntry("orders", "1"),
                                 test::SampleSession::insertEntry("stock", "2") });
        table.show(2);
        SourcePanel panel(table.models.tables());
        panel.resize(200, 300);
        panel.show();
        QVERIFY(QTest::qWaitForWindowExposed(&panel));
        auto &tree = *panel.findChild<QTreeView *>();
        auto &model = table.models.tables();
        QTRY_COMPARE(model.rowCount(), 1);
        tree.expandAll();
        const auto choose = [&](int action) {
            const auto at = tree.visualRect(model.index(1, 0, model.index(0, 0))).center();
            QContextMenuEvent event(QContextMenuEvent::Mouse, at, tree.viewport()->mapToGlobal(at));
            QCoreApplication::sendEvent(tree.viewport(), &event);
            auto *menu = tree.findChild<QMenu *>(u"sourceMenu"_s);
            QVERIFY(menu != nullptr);
            menu->actions().at(action)->trigger();
            menu->close();
            QTRY_VERIFY(tree.findChild<QMenu *>(u"sourceMenu"_s) == nullptr);
        };
        choose(0);
        QTRY_COMPARE(table.models.rows().rowCount(), 1);
        QCOMPARE(table.models.rows().index(0, RowEventModel::TableColumn).data().toString(),
                 u"shop.stock"_s);
        choose(1);
        QTRY_COMPARE(table.models.rows().rowCount(), 2);
    }
};

QTEST_MAIN(TestEventTable)
#include "tst_eventtable.moc"
