// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// How long the window does nothing else at most, while somebody uses it on what is huge: also a
// million rows, or as many as CANAL_TEST_ROWS in the environment says.
#include "ui/diffview.h"
#include "ui/eventtableview.h"
#include "ui/minimap.h"
#include "ui/timelineview.h"
#include "ui/valueview.h"

#include <QAction>
#include <QClipboard>
#include <QDockWidget>
#include <QLineEdit>
#include <QScrollBar>
#include <QTabBar>
#include <QTableView>

#include "tests/ui/guitest.h"
#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

// Its own time only: what other programs take is not the window's.
double threadMs()
{
    timespec now {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

// Remembers what has taken longest.
class Watch : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth > 0)
            return QApplication::notify(receiver, event);
        const auto type = event->type(); // neither may be there afterwards
        const auto *name = receiver->metaObject()->className();
        bool taken = false;
        time([&] { taken = QApplication::notify(receiver, event); },
             [&] { return u"%1, event %2"_s.arg(QLatin1StringView(name)).arg(type); });
        return taken;
    }
    template <typename Work>
    void run(const QString &what, const Work &work)
    {
        time(work, [&what] { return what; });
    }
    void forget() { m_worst = 0; }
    double worst() const { return m_worst; }
    QString words() const { return u"%1 ms: %2"_s.arg(m_worst, 0, 'f', 1).arg(m_what); }

private:
    template <typename Work, typename Words>
    void time(const Work &work, const Words &words)
    {
        ++m_depth;
        const auto from = threadMs();
        work();
        const auto ms = threadMs() - from;
        --m_depth;
        if (ms <= m_worst)
            return;
        m_worst = ms;
        m_what = words();
    }

    int m_depth = 0;
    double m_worst = 0;
    QString m_what;
};

Watch &watch() { return *static_cast<Watch *>(qApp); }

constexpr double mostMs = 100;

void checkWatch(const char *part)
{
    const auto words = watch().words();
    const bool isQuick = watch().worst() <= mostMs;
    watch().forget();
    qInfo("%s: %s", part, qPrintable(words));
    QVERIFY2(isQuick, qPrintable(words));
}

Cell id(const QByteArray &value) { return { "id", value, "int(11)", 4, true }; }

QByteArray update(const QList<Cell> &before, const QList<Cell> &after, qint64 offset = 4)
{
    EntrySpec spec;
    spec.offset = offset;
    return rowsEntry(EventType::Update, { { before, after } }, spec);
}

QByteArray manyRows(EventType type, int first)
{
    QList<Row> rows;
    for (int i = 0; i < 1000; ++i) {
        const QList<Cell> cells { id(QByteArray::number(first + i)), { "note", "row" } };
        rows.append(type == EventType::Insert       ? Row { {}, cells }
                        : type == EventType::Delete ? Row { cells, {} }
                                                    : Row { cells, cells });
    }
    EntrySpec spec;
    spec.offset = first + 4;
    return rowsEntry(type, rows, spec);
}

struct Opened : WindowFixture
{
    EventTableView &table = child<EventTableView>();
    DiffView &diff = child<DiffView>();

    Opened()
    {
        window.resize(1440, 900);
        window.show();
    }
    void select(int row)
    {
        watch().run(u"selecting"_s, [&] { table.goToRow(row); });
        QTest::qWait(200); // the timeline waits a bit
        watch().run(u"painting"_s, [&] { window.grab(); });
    }
    void press(const QString &name)
    {
        watch().run(name, [&] { QVERIFY2(trigger(name), qPrintable(name)); });
    }
    void type(const QString &box, const QString &text)
    {
        child<QLineEdit>(box).clear();
        QTest::keyClicks(&child<QLineEdit>(box), text);
    }
    void selectTwo(int from, int to)
    {
        table.goToRow(from);
        table.selectionModel()->setCurrentIndex(
            table.model()->index(to, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
};

} // namespace

class TestStalls : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        applyTheme(*qApp, { ThemeBase::Light, false });
    }

    void hugeCells()
    {
        constexpr int mega = 5 << 20;
        Opened opened;
        const auto big = [](char letter) { return QByteArray(mega, letter); };
        const Cell json { "doc", R"({"a": [)" + QByteArray("1, ").repeated(mega / 3) + "1]}",
                          "json" };
        opened.session.addBatch(
            { SampleSession::insertEntry("orders", "1"),
              update({ id("1"), { "text", big('x'), "longtext" } },
                     { id("1"), { "text", big('y'), "longtext" } }),
              update({ id("1"), { "bytes", big('x'), "longblob" } },
                     { id("1"), { "bytes", big('y'), "longblob" } }),
              update({ id("1"), json, { "n", "1" } }, { id("1"), json, { "n", "2" } }) });
        opened.connectSession();
        opened.select(0);
        watch().forget();
        for (const int row : { 1, 2, 3 }) {
            opened.select(row);
            auto &table = opened.diff.table();
            for (int column = 1; column < opened.diff.model().rowCount(); ++column)
                for (const int side : { DiffModel::BeforeColumn, DiffModel::AfterColumn }) {
                    watch().run(u"a cell"_s, [&] {
                        table.setCurrentIndex(opened.diff.model().index(column, side));
                    });
                    watch().run(u"painting"_s, [&] { opened.window.grab(); });
                }
            checkWatch("huge cell");
        }
        opened.press(u"copy"_s);
        QVERIFY(!QGuiApplication::clipboard()->text().isEmpty());
        opened.diff.table().setFocus();
        opened.press(u"copy"_s);
        checkWatch("copying");
        opened.selectTwo(1, 2);
        opened.press(u"compareRows"_s);
        watch().run(u"painting"_s, [&] { opened.window.grab(); });
        checkWatch("comparing");
    }

    void manyColumns()
    {
        constexpr int columns = 4096;
        QList<Cell> before { id("1") };
        for (int i = 1; i < columns; ++i)
            before.append({ "column_" + QByteArray::number(i), QByteArray::number(i) });
        auto after = before;
        for (int i = 1; i < columns; i += 2)
            after[i].value = "other";
        Opened opened;
        opened.session.addBatch({ SampleSession::insertEntry("stock", "1"),
                                  update(before, after, 50), update(after, before, 90) });
        opened.connectSession();
        opened.select(0);
        watch().forget();
        opened.select(1);
        QCOMPARE(opened.diff.model().rowCount(), columns);
        auto &table = opened.diff.table();
        table.setFocus();
        watch().run(u"to the last column"_s, [&] {
            table.setCurrentIndex(opened.diff.model().index(columns - 1, DiffModel::AfterColumn));
            table.scrollToBottom();
        });
        watch().run(u"painting"_s, [&] { opened.window.grab(); });
        checkWatch("diff of many columns");
        opened.selectTwo(1, 2);
        opened.press(u"compareRows"_s);
        watch().run(u"painting"_s, [&] { opened.window.grab(); });
        checkWatch("comparing many columns");
    }

    void timelineOfManyColumns()
    {
        constexpr int columns = 4096;
        QList<Cell> before { id("1") };
        for (int i = 1; i < columns; ++i)
            before.append({ "column_" + QByteArray::number(i), QByteArray::number(i) });
        auto after = before;
        after[7].value = "other";
        Opened opened;
        opened.session.addBatch(
            { update(before, after, 50), update(after, before, 90), update(before, after, 130) });
        opened.connectSession();
        auto &view = opened.child<TimelineView>();
        opened.child<QDockWidget>(u"timelineDock"_s).raise();
        watch().forget();
        opened.select(1);
        auto &list = opened.child<QTableView>(u"timelineList"_s);
        QTRY_COMPARE(list.model()->rowCount(), 3);
        for (int tab = 0; tab < opened.child<QTabBar>(u"timelineTabs"_s).count(); ++tab) {
            watch().run(u"tab %1"_s.arg(tab),
                        [&] { opened.child<QTabBar>(u"timelineTabs"_s).setCurrentIndex(tab); });
            watch().run(u"painting tab %1"_s.arg(tab), [&] { view.grab(); });
        }
        opened.select(2);
        checkWatch("timeline of many columns");
    }

    void aMillionRows()
    {
        Opened opened;
        fill(opened);
        const int rows = opened.table.model()->rowCount();
        qInfo("%d rows", rows);
        watch().forget();
        opened.select(rows / 2);
        checkWatch("selecting");

        auto &map = opened.child<MiniMap>();
        watch().run(u"mini-map"_s, [&] { map.grab(); });
        opened.press(u"mark"_s);
        watch().run(u"mini-map with a mark"_s, [&] { map.grab(); });
        for (const int y : { 30, 200, 400 })
            QTest::mouseClick(&map, Qt::LeftButton, {}, { 8, y });
        checkWatch("mini-map");

        opened.press(u"find"_s);
        opened.type(u"findBox"_s, u"no such text"_s);
        QTest::keyClick(&opened.child<QLineEdit>(u"findBox"_s), Qt::Key_Return);
        QTest::qWait(300);
        opened.press(u"findNext"_s);
        QTest::qWait(300);
        checkWatch("finding");

        for (const auto *text : { "op:update", "note = row", "pk:77", "no such row" }) {
            opened.type(u"filterBox"_s, QString::fromLatin1(text));
            QTest::keyClick(&opened.child<QLineEdit>(u"filterBox"_s), Qt::Key_Return);
            QTRY_VERIFY_WITH_TIMEOUT(!opened.table.rows().isFiltering(), 60'000);
            QTest::qWait(200);
            checkWatch(text);
        }
        opened.press(u"clearFilter"_s);
        QTRY_COMPARE_WITH_TIMEOUT(opened.table.model()->rowCount(), rows, 60'000);
        checkWatch("clearing the filter");

        opened.child<QDockWidget>(u"timelineDock"_s).raise();
        opened.select(rows / 3);
        QTest::qWait(500);
        checkWatch("timeline");
        watch().run(u"select all"_s, [&] { opened.table.selectAll(); });
        watch().run(u"painting"_s, [&] { opened.window.grab(); });
        checkWatch("selecting all");
        opened.table.goToRow(0);
        opened.press(u"goEnd"_s);
        opened.session.addRows(10);
        opened.flush();
        checkWatch("going to the end");
    }

private:
    // As many as fit into the time, or as many as are asked for.
    static void fill(Opened &opened)
    {
        constexpr int million = 1'000'000;
        const int wanted = std::max(million, qEnvironmentVariableIntValue("CANAL_TEST_ROWS"));
        QList<QByteArray> entries;
        for (int i = 0; i < 20; ++i)
            entries.append(manyRows(i % 7 == 6       ? EventType::Delete
                                        : i % 2 == 0 ? EventType::Update
                                                     : EventType::Insert,
                                    1000 * i));
        int rows = 0;
        while (rows < wanted) {
            opened.session.addBatch(entries);
            rows += 1000 * static_cast<int>(entries.size());
        }
        opened.window.showSession(opened.session.view());
        opened.window.showState(ClientState::Connecting);
        opened.window.showState(ClientState::Streaming);
        opened.window.rowsArrived();
        QTRY_COMPARE_WITH_TIMEOUT(opened.table.model()->rowCount(), rows, 60'000);
    }
};

int main(int argc, char **argv)
{
    Watch app(argc, argv);
    TestStalls test;
    QTEST_SET_MAIN_SOURCE_PATH
    return QTest::qExec(&test, argc, argv);
}
#include "tst_stalls.moc"
