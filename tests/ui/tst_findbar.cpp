// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filtertext.h"
#include "model/findjob.h"
#include "ui/eventtableview.h"
#include "ui/querybar.h"

#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

// A window with the values apple, pear, Apple pie, plum, ÄPFEL and "two  words", one row each.
struct Fixture : WindowFixture
{
    EventTableView &table = child<EventTableView>();
    QueryBar &bar = child<QueryBar>(u"findBar"_s);
    QLineEdit &box = child<QLineEdit>(u"findBox"_s);
    QLabel &message = child<QLabel>(u"findMessage"_s);

    Fixture()
    {
        int key = 0;
        for (const auto *value : { "apple", "pear", "Apple pie", "plum", "ÄPFEL", "two \"words" })
            session.addBatch({ SampleSession::insertEntry("t", QByteArray::number(++key), value) });
    }
    bool show()
    {
        const bool active = showWindow();
        connectSession();
        return active && rows() == 6;
    }
    int current() const { return table.currentIndex().row(); }
};

} // namespace

class TestFindBar : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void opensAndCloses()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QVERIFY(!fixture.bar.isVisible());
        QVERIFY(fixture.trigger(u"find"_s));
        QVERIFY(fixture.bar.isVisible());
        QVERIFY(fixture.box.hasFocus());
        QTest::keyClick(&fixture.box, Qt::Key_Escape);
        QVERIFY(!fixture.bar.isVisible());
        QVERIFY(fixture.table.hasFocus());
        QVERIFY(fixture.trigger(u"findNext"_s)); // nothing to find yet: asks what
        QVERIFY(fixture.box.hasFocus());
        fixture.window.dropSession();
        QVERIFY(!fixture.bar.isVisible());
    }

    void findsWhileTyping()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.table.goToRow(1);
        QVERIFY(fixture.trigger(u"find"_s));
        QTest::keyClicks(&fixture.box, u"p"_s);
        QTRY_COMPARE(fixture.message.text(), QString());
        QTest::keyClicks(&fixture.box, u"l"_s); // "pl": below the row where it began
        QTRY_COMPARE(fixture.current(), 2);
        QTest::keyClicks(&fixture.box, u"um"_s);
        QTRY_COMPARE(fixture.current(), 3);
        fixture.box.clear();
        QTest::keyClicks(&fixture.box, u"APP"_s); // again from there, not from the row found
        QTRY_COMPARE(fixture.current(), 2);
        QCOMPARE(fixture.rows(), 6);
        QVERIFY(!fixture.table.follow().isFollowing());
    }

    void findsInEitherDirectionAndSaysWhenItWrapped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("from");
        QTest::addColumn<bool>("forward");
        QTest::addColumn<int>("found");
        QTest::addColumn<QString>("message");
        const auto first = u"Went on from the first row: there is no match below."_s;
        const auto last = u"Went on from the last row: there is no match above."_s;
        QTest::newRow("next") << u"apple"_s << 0 << true << 2 << u""_s;
        QTest::newRow("next, around") << u"apple"_s << 2 << true << 0 << first;
        QTest::newRow("previous") << u"apple"_s << 2 << false << 0 << u""_s;
        QTest::newRow("previous, around") << u"apple"_s << 0 << false << 2 << last;
        QTest::newRow("no row yet") << u"apple"_s << -1 << true << 0 << u""_s;
        QTest::newRow("no row yet, back") << u"apple"_s << -1 << false << 2 << u""_s;
        QTest::newRow("any script") << u"äpfel"_s << 0 << true << 4 << u""_s;
        QTest::newRow("quotes and blanks") << u"O \"w"_s << 0 << true << 5 << u""_s;
        QTest::newRow("table's name") << u"shop.t"_s << 3 << true << 4 << u""_s;
        QTest::newRow("no language")
            << u"table:t"_s << 3 << true << 3 << u"No match in the 6 rows shown."_s;
        QTest::newRow("only one") << u"plum"_s << 3 << true << 3
                                  << u"This row is the only match."_s;
    }
    void findsInEitherDirectionAndSaysWhenItWrapped()
    {
        QFETCH(const QString, text);
        QFETCH(const int, from);
        QFETCH(const bool, forward);
        QFETCH(const int, found);
        QFETCH(const QString, message);
        Fixture fixture;
        QVERIFY(fixture.show());
        if (from >= 0)
            fixture.table.goToRow(from);
        fixture.box.setText(text);
        QTest::keyClick(&fixture.table, Qt::Key_F3, forward ? Qt::NoModifier : Qt::ShiftModifier);
        QTRY_COMPARE(fixture.message.text(), message);
        QTRY_COMPARE(fixture.current(), found);
        QVERIFY(fixture.bar.isVisible());
    }

    void enterAndTheButtonsGoOn()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.table.goToRow(0);
        QVERIFY(fixture.trigger(u"find"_s));
        fixture.box.setText(u"apple"_s);
        QTest::keyClick(&fixture.box, Qt::Key_Return);
        QTRY_COMPARE(fixture.current(), 2);
        QTest::keyClick(&fixture.box, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_COMPARE(fixture.current(), 0);
        QTest::mouseClick(&fixture.child<QToolButton>(u"findBarNext"_s), Qt::LeftButton);
        QTRY_COMPARE(fixture.current(), 2);
        QTest::mouseClick(&fixture.child<QToolButton>(u"findBarPrevious"_s), Qt::LeftButton);
        QTRY_COMPARE(fixture.current(), 0);
    }

    void looksOnlyInTheRowsShown()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"-pie"_s);
        QTRY_COMPARE(fixture.rows(), 5);
        fixture.table.goToRow(0);
        fixture.box.setText(u"pie"_s);
        QVERIFY(fixture.trigger(u"findNext"_s));
        QTRY_COMPARE(fixture.message.text(), u"No match in the 5 rows shown."_s);
        fixture.child<QLineEdit>(u"filterBox"_s).clear();
        QTRY_COMPARE(fixture.rows(), 6);
        QVERIFY(fixture.trigger(u"findNext"_s));
        QTRY_COMPARE(fixture.current(), 2);
    }

    // The job's own contract, on more rows than go to its thread at once.
    void jobFindsAcrossChunks_data()
    {
        QTest::addColumn<FindJob::Route>("route");
        QTest::addColumn<int>("found");
        using Direction = FindJob::Direction;
        using Start = FindJob::Start;
        const auto route = [](Direction direction, Start start, int from) {
            return FindJob::Route { direction, start,
                                    from < 0 ? std::nullopt
                                             : std::optional(RowId { quint32(from) }) };
        };
        QTest::newRow("all") << route(Direction::Forward, Start::At, -1) << 3;
        QTest::newRow("all back") << route(Direction::Backward, Start::At, -1) << 17'100;
        QTest::newRow("far") << route(Direction::Forward, Start::After, 3) << 17'100;
        QTest::newRow("far back") << route(Direction::Backward, Start::After, 17'100) << 3;
        QTest::newRow("at") << route(Direction::Backward, Start::At, 17'100) << 17'100;
        QTest::newRow("around") << route(Direction::Forward, Start::After, 17'100) << 3;
        QTest::newRow("beyond") << route(Direction::Forward, Start::After, 1'000'000) << 3;
    }
    void jobFindsAcrossChunks()
    {
        QFETCH(const FindJob::Route, route);
        QFETCH(const int, found);
        static SampleSession session;
        if (session.store().committedRows() == 0) {
            session.addRows(3);
            session.addBatch({ SampleSession::insertEntry("t", "1", "needle") });
            session.addRows(96, "hidden");
            session.addRows(17'000);
            session.addBatch({ SampleSession::insertEntry("t", "1", "needle") });
            session.addRows(10, "hidden");
            session.addRows(10);
        }
        RowEventModel shown;
        RowFilter filter;
        filter.spec = *parseFilter(u"-table:hidden"_s);
        shown.setFilter(filter);
        shown.setSource(&session.store(), &session.ledger());
        QTRY_COMPARE(shown.rowCount(), 17'015);
        FindJob job(shown);
        QSignalSpy finished(&job, &FindJob::finished);
        job.start(session.store().snapshot(), *parseFilter(u"needle"_s), route);
        QVERIFY(job.isRunning());
        QTRY_COMPARE(finished.count(), 1);
        const auto outcome = finished[0][0].value<FindJob::Outcome>();
        QVERIFY(outcome.row.has_value());
        QCOMPARE(int(raw(*outcome.row)), found);
    }

    void cancelledJobSaysNothing()
    {
        SampleSession session;
        session.addRows(2000);
        RowEventModel shown;
        shown.setSource(&session.store(), &session.ledger());
        shown.scheduleFlush();
        QTRY_COMPARE(shown.rowCount(), 2000);
        FindJob job(shown);
        QSignalSpy finished(&job, &FindJob::finished);
        job.start(session.store().snapshot(), *parseFilter(u"no such text"_s), {});
        job.cancel();
        QVERIFY(!job.isRunning());
        job.start(session.store().snapshot(), *parseFilter(u"~ no.*such"_s), {});
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!finished[0][0].value<FindJob::Outcome>().row);
    }
};

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
