// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowlookup.h"

#include <QTest>

#include "tests/support/entries.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto uuid = "3e11fa47-71ca-11e1-9e33-c80aa9429562";

QByteArray entry(const QByteArray &file, qint64 offset, const QByteArray &gtid = {}, int rows = 1)
{
    EntrySpec spec;
    spec.logFile = file;
    spec.offset = offset;
    spec.gtid = gtid;
    return rowsEntry(EventType::Insert, QList<Row>(rows, { {}, { { "id", "1" } } }), spec);
}

// "n 5", "p file 7", "g gtid"; empty: nothing.
QString told(const std::optional<RowTarget> &target)
{
    if (!target)
        return {};
    if (const auto *number = std::get_if<NumberTarget>(&*target))
        return u"n %1"_s.arg(number->number);
    if (const auto *gtid = std::get_if<GtidTarget>(&*target))
        return u"g "_s + QString::fromStdString(gtid->gtid);
    const auto &position = std::get<PositionTarget>(*target);
    return u"p %1 %2"_s.arg(QString::fromStdString(position.file)).arg(position.offset);
}

} // namespace

class TestRowLookup : public QObject
{
    Q_OBJECT

private slots:
    void targetsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("target");
        const auto row = [](const QString &text, const QString &target) {
            QTest::newRow(qPrintable(text)) << text << target;
        };
        row(u"4295"_s, u"n 4295"_s);
        row(u" # 4\u202f295 "_s, u"n 4295"_s);
        row(u":4711"_s, u"p  4711"_s);
        row(u"mysql-bin.000012:48\u202f211\u202f907"_s, u"p mysql-bin.000012 48211907"_s);
        row(u"012:48 211 907"_s, u"p 012 48211907"_s);
        row(u"odd:name:4"_s, u"p odd:name 4"_s);
        row(u"%1:23"_s.arg(QLatin1StringView(uuid)), u"g %1:23"_s.arg(QLatin1StringView(uuid)));
        row(u"%1:tag:23"_s.arg(QLatin1StringView(uuid)),
            u"g %1:tag:23"_s.arg(QLatin1StringView(uuid)));
        row(u"0-1-23"_s, u"g 0-1-23"_s);
        for (const auto *wrong : { "", "  ", "#", ":", "x", "x:", "x:y", "-5", "1-2", "1--2-3",
                                   "99999999999999999999", "a:99999999999999999999", "1.5" })
            row(QString::fromLatin1(wrong), {});
    }
    void targetsAreRead()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, target);
        QCOMPARE(told(parseRowTarget(text.toStdString())), target);
    }

    void rowsAreFound_data()
    {
        QTest::addColumn<QString>("target");
        QTest::addColumn<int>("row"); // -1: none
        QTest::addColumn<bool>("exact");
        QTest::newRow("number") << u"2"_s << 2 << true;
        QTest::newRow("number behind a mark") << u"6"_s << 7 << true;
        QTest::newRow("no number 0") << u"0"_s << 1 << false;
        QTest::newRow("beyond the last number") << u"8"_s << -1 << false;
        QTest::newRow("position") << u"mysql-bin.000001:100"_s << 1 << true;
        QTest::newRow("after a position") << u"mysql-bin.000001:101"_s << 3 << false;
        QTest::newRow("the nearest, not the first") << u"mysql-bin.000002:1"_s << 8 << false;
        QTest::newRow("end of a file's name") << u"002:100"_s << 6 << true;
        QTest::newRow("file near by") << u":100"_s << 6 << true;
        QTest::newRow("behind the file's end") << u"mysql-bin.000001:999"_s << -1 << false;
        QTest::newRow("unknown file") << u"mysql-bin.000009:1"_s << -1 << false;
        const auto source = QString::fromLatin1(uuid);
        QTest::newRow("gtid") << source + u":5"_s << 3 << true;
        QTest::newRow("gtid in capitals") << source.toUpper() + u":5"_s << 3 << true;
        QTest::newRow("later gtid") << source + u":6"_s << 7 << false;
        QTest::newRow("no later gtid") << source + u":10"_s << -1 << false;
        QTest::newRow("MariaDB's") << u"0-1-77"_s << 8 << true;
        QTest::newRow("another source") << u"1-1-77"_s << -1 << false;
    }
    void rowsAreFound()
    {
        QFETCH(const QString, target);
        QFETCH(const int, row);
        QFETCH(const bool, exact);
        const QByteArray source(uuid);
        EventStore store; // row 0 is a BEGIN, 5 an END
        const QList<QByteArray> first { beginEntry(4),
                                        entry("mysql-bin.000001", 100, source + ":4", 2),
                                        entry("mysql-bin.000001", 200, source + ":5", 2),
                                        endEntry(300) };
        const QList<QByteArray> second { entry("mysql-bin.000002", 100, source + ":9"),
                                         entry("mysql-bin.000002", 300, source + ":8"),
                                         entry("mysql-bin.000002", 50, "0-1-77") };
        store.append(Epoch { 1 }, BatchId { 1 }, views(first));
        store.append(Epoch { 1 }, BatchId { 2 }, views(second));
        const auto found
            = findRow(store.snapshot(), *parseRowTarget(target.toStdString()), 0, RowId { 7 }, {});
        QCOMPARE(found ? int(raw(found->row)) : -1, row);
        if (found)
            QCOMPARE(found->fit == FoundRow::Fit::Exact, exact);
    }

    void clearedRowsAreNotFound()
    {
        EventStore store;
        const QList<QByteArray> entries { entry("mysql-bin.000001", 100),
                                          entry("mysql-bin.000001", 200) };
        store.append(Epoch { 1 }, BatchId { 1 }, views(entries));
        const auto found = findRow(store.snapshot(), NumberTarget { 1 }, 1, {}, {});
        QVERIFY(found && found->fit == FoundRow::Fit::Later);
        QCOMPARE(raw(found->row), 1U);
    }
};

QTEST_APPLESS_MAIN(TestRowLookup)
#include "tst_rowlookup.moc"
