// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/timeformat.h"
#include "ui/eventtableview.h"

#include <QTest>

#include "tests/ui/guitest.h"
#include <ctime>

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

constexpr qint64 start = 1'795'348'858'000; // 2026-11-22 12:00:58 UTC

// Rows that were executed at the start and 2, 2, 65 and −3 seconds from there.
struct Fixture : WindowFixture
{
    EventTableView &table = child<EventTableView>();
    RowEventModel &model = table.rows();

    Fixture()
    {
        QList<QByteArray> entries;
        for (const int seconds : { 0, 2, 2, 65, -3 }) {
            EntrySpec spec;
            spec.offset = 100 + seconds;
            spec.executeTimeMs = start + seconds * 1000LL;
            entries.append(rowsEntry(EventType::Insert, { { {}, { { "id", "1" } } } }, spec));
        }
        session.addBatch(entries);
        connectSession();
    }

    void select(int row) { table.setCurrentIndex(model.index(row, RowEventModel::ChangedColumn)); }
    QStringList times() const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row, RowEventModel::TimeColumn).data().toString());
        return texts;
    }
    QString delta(int row) const
    {
        return model.index(row, RowEventModel::TimeColumn)
            .data(RowEventModel::DeltaRole)
            .toString();
    }
    QString header() const
    {
        return model.headerData(RowEventModel::TimeColumn, Qt::Horizontal).toString();
    }
    bool statusSays(const QString &text) const { return statusText().split(u'|').contains(text); }
};

} // namespace

class TestTimeFormat : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        qputenv("TZ", "Asia/Shanghai");
        ::tzset();
    }
    void init() { failOnWarnings(); }

    void differencesAreWholeSeconds_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << start << start << u"0 s"_s;
        QTest::newRow("less than one") << start << start + 999 << u"0 s"_s;
        QTest::newRow("later") << start << start + 59'000 << u"+59 s"_s;
        QTest::newRow("earlier") << start << start - 1000 << u"−1 s"_s;
        QTest::newRow("minutes") << start << start + 61'000 << u"+1:01"_s;
        QTest::newRow("hours") << start << start - 36'061'000 << u"−10:01:01"_s;
    }
    void differencesAreWholeSeconds()
    {
        QFETCH(const qint64, from);
        QFETCH(const qint64, to);
        QFETCH(const QString, text);
        QCOMPARE(secondsBetween(from, to), text);
    }

    void zoneIsLocalOrUtc()
    {
        Fixture fixture;
        QCOMPARE(fixture.times().first(), u"20:00:58"_s);
        QCOMPARE(fixture.header(), u"Time (Δ)"_s);
        QVERIFY(fixture.statusSays(u"UTC+8"_s));
        QVERIFY(fixture.trigger(u"timeUtc"_s));
        QCOMPARE(fixture.times().first(), u"12:00:58"_s);
        QCOMPARE(fixture.header(), u"Time, UTC (Δ)"_s);
        QVERIFY(fixture.statusSays(u"UTC"_s));
        const auto tip
            = fixture.model.index(0, RowEventModel::TimeColumn).data(Qt::ToolTipRole).toString();
        QVERIFY(tip.startsWith(u"2026-11-22 12:00:58 UTC"_s));
    }

    void timesCountFromTheReference()
    {
        Fixture fixture;
        fixture.select(1);
        QVERIFY(fixture.trigger(u"timeReference"_s));
        QCOMPARE(fixture.times(),
                 (QStringList { u"−2 s"_s, u"reference"_s, u"0 s"_s, u"+1:03"_s, u"−5 s"_s }));
        QCOMPARE(fixture.header(), u"Since the reference"_s);
        QVERIFY(fixture.statusSays(u"UTC+8 · since #2"_s));
        QVERIFY(fixture.action(u"timeSinceReference"_s).isChecked());
        QCOMPARE(fixture.delta(3), QString());
        fixture.select(3);
        QVERIFY(fixture.trigger(u"timeReference"_s)); // another
        QCOMPARE(fixture.times().first(), u"−1:05"_s);
        QVERIFY(fixture.trigger(u"timeReference"_s)); // none
        QCOMPARE(fixture.times().first(), u"20:00:58"_s);
        QVERIFY(fixture.action(u"timeOfDay"_s).isChecked());
    }

    void withoutAReferenceTheTimeOfDayIsShown()
    {
        Fixture fixture;
        QVERIFY(fixture.trigger(u"timeSinceReference"_s));
        QCOMPARE(fixture.times().first(), u"20:00:58"_s);
        QCOMPARE(fixture.header(), u"Time (Δ)"_s);
        QVERIFY(fixture.statusSays(u"UTC+8 · no reference"_s));
    }

    void timesCountFromTheRowBefore()
    {
        Fixture fixture;
        QCOMPARE(fixture.delta(1), u"+2 s"_s);
        QCOMPARE(fixture.delta(2), QString()); // zero is not worth a word beside the time
        QVERIFY(fixture.trigger(u"timeSincePrevious"_s));
        QCOMPARE(fixture.times(),
                 (QStringList { u""_s, u"+2 s"_s, u"0 s"_s, u"+1:03"_s, u"−1:08"_s }));
        QCOMPARE(fixture.delta(1), QString());
        QCOMPARE(fixture.header(), u"Since the row before"_s);
        QVERIFY(fixture.statusSays(u"UTC+8 · since the row before"_s));
    }

    void referenceGoesWithItsRows()
    {
        Fixture fixture;
        fixture.select(0);
        QVERIFY(fixture.trigger(u"timeReference"_s));
        fixture.interaction.answerWith = Question::Answer::Kind::Danger;
        QVERIFY(fixture.trigger(u"clear"_s));
        QVERIFY(!fixture.model.timeReference());
        fixture.window.dropSession();
        QVERIFY(!fixture.model.timeReference());
    }

    void formatIsSavedWithTheLayout()
    {
        QByteArray state;
        {
            Fixture fixture;
            QVERIFY(fixture.trigger(u"timeUtc"_s));
            QVERIFY(fixture.trigger(u"timeSincePrevious"_s));
            state = fixture.window.layoutState();
        }
        Fixture fixture;
        fixture.window.restoreLayoutState(state);
        QVERIFY(fixture.action(u"timeUtc"_s).isChecked());
        QVERIFY(fixture.action(u"timeSincePrevious"_s).isChecked());
        QCOMPARE(fixture.times().at(1), u"+2 s"_s);
    }
};

QTEST_MAIN(TestTimeFormat)
#include "tst_timeformat.moc"
