// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/diffmodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include "tests/support/entries.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

using State = DiffModel::State;
using Content = DiffModel::Content;

Cell id(const QByteArray &value) { return { "id", value, "int(11)", 4, true }; }

EntrySpec of(const QByteArray &table)
{
    EntrySpec spec;
    spec.table = table;
    return spec;
}

struct Compared
{
    EventStore store;
    DiffModel model;

    explicit Compared(const QList<QByteArray> &entries)
    {
        store.append(Epoch { 1 }, BatchId { 1 }, views(entries));
        compare(0, 1);
    }
    void compare(quint32 older, quint32 newer)
    {
        model.compareRows(store.snapshot(), RowId { older }, RowId { newer });
    }
    // "status: NEW|PAID changed", one for each line.
    QStringList lines() const
    {
        static const QStringList words { u"same"_s, u"changed"_s, u"only after"_s, u"only before"_s,
                                         u"not known"_s };
        QStringList all;
        for (int row = 0; row < model.rowCount(); ++row) {
            const auto at = [&](int column) { return model.index(row, column); };
            all.append(at(DiffModel::NameColumn).data().toString() + u": "_s
                       + at(DiffModel::BeforeColumn).data().toString() + u'|'
                       + at(DiffModel::AfterColumn).data().toString() + u' '
                       + words[at(0).data(DiffModel::StateRole).toInt()]);
        }
        return all;
    }
    QString title(DiffModel::Column column) const
    {
        return model.headerData(column, Qt::Horizontal).toString();
    }
};

QByteArray update(const QList<Cell> &before, const QList<Cell> &after,
                  const QByteArray &table = "orders")
{
    return rowsEntry(EventType::Update, { { before, after } }, of(table));
}

QByteArray insert(const QList<Cell> &after, const QByteArray &table = "orders")
{
    return rowsEntry(EventType::Insert, { { {}, after } }, of(table));
}

} // namespace

class TestDiffComparison : public QObject
{
    Q_OBJECT

private slots:
    void comparesWhatTheRowsWereLeftAs()
    {
        const Compared compared({ insert({ id("42"), { "status", "NEW" }, { "note", "x" } }),
                                  update({ id("42"), { "status", "PAID" }, { "note", "x" } },
                                         { id("42"), { "status", "SENT" }, { "note", "x" } }) });
        QVERIFY(compared.model.isComparing());
        QCOMPARE(compared.lines(),
                 (QStringList { u"id: 42|42 same"_s, u"status: NEW|SENT changed"_s,
                                u"note: x|x same"_s }));
        QCOMPARE(compared.title(DiffModel::BeforeColumn), u"#1 shop.orders"_s);
        QCOMPARE(compared.title(DiffModel::AfterColumn), u"#2 shop.orders"_s);
        QCOMPARE(compared.model.changedCount(), 1);
        QCOMPARE(compared.model.unknownCount(), 0);
    }

    void deletedRowIsWhatItWas()
    {
        const Compared compared(
            { insert({ id("1"), { "note", "a" } }),
              rowsEntry(EventType::Delete, { { { id("2"), { "note", "b" } }, {} } }) });
        QCOMPARE(compared.lines(), (QStringList { u"id: 1|2 changed"_s, u"note: a|b changed"_s }));
        const auto cell = compared.model.index(1, DiffModel::AfterColumn);
        QCOMPARE(cell.data(DiffModel::ImageRole).toInt(), int(DiffModel::BeforeColumn));
        QCOMPARE(cell.siblingAtColumn(DiffModel::BeforeColumn).data(DiffModel::ImageRole).toInt(),
                 int(DiffModel::AfterColumn));
    }

    void nullEmptyAndAbsentStayApart()
    {
        const Compared compared(
            { insert({ id("1"), { "a", std::nullopt }, { "b", "" }, { "c", std::nullopt } }),
              insert({ id("1"), { "a", "" }, { "b", "" }, { "c", std::nullopt } }) });
        QCOMPARE(compared.lines(),
                 (QStringList { u"id: 1|1 same"_s, u"a: NULL|'' changed"_s, u"b: ''|'' same"_s,
                                u"c: NULL|NULL same"_s }));
    }

    void whatWasNotLoggedIsNotKnown()
    {
        Compared compared({ insert({ id("1"), { "status", "NEW" }, { "note", "x" } }),
                            update({ id("1") }, { id("1") }) });
        QCOMPARE(compared.lines(),
                 (QStringList { u"id: 1|1 same"_s, u"status: NEW|not in row image not known"_s,
                                u"note: x|not in row image not known"_s }));
        QCOMPARE(compared.model.changedCount(), 0);
        QCOMPARE(compared.model.unknownCount(), 2);
        const auto cell = compared.model.index(1, DiffModel::AfterColumn);
        QCOMPARE(static_cast<Content>(cell.data(DiffModel::ContentRole).toInt()),
                 Content::NotInImage);
        QCOMPARE(compared.model.sentValue(cell).presence, SentValue::Presence::NotInImage);
    }

    void columnsOfDifferentTables()
    {
        const Compared compared(
            { insert({ id("1"), { "status", "NEW" }, { "note", "x" } }),
              insert({ { "sku", "kiwi" }, { "note", "y" }, id("1") }, "stock") });
        QCOMPARE(compared.lines(),
                 (QStringList { u"id: 1|1 same"_s,
                                u"status: NEW|no such column seen in shop.stock not known"_s,
                                u"note: x|y changed"_s,
                                u"sku: no such column seen in shop.orders|kiwi not known"_s }));
        QCOMPARE(compared.title(DiffModel::AfterColumn), u"#2 shop.stock"_s);
        const auto cell = compared.model.index(3, DiffModel::BeforeColumn);
        QCOMPARE(static_cast<Content>(cell.data(DiffModel::ContentRole).toInt()),
                 Content::NoColumn);
        QCOMPARE(compared.model.sentValue(cell).presence, SentValue::Presence::NoColumn);
    }

    // Another type makes it another version of the table.
    void columnOfAnotherVersionOfTheTable()
    {
        const Compared compared({ insert({ id("1"), { "status", "NEW", "varchar(9)" } }),
                                  insert({ { "id", "1", "bigint(20)", -5, true },
                                           { "status", "NEW", "varchar(40)" },
                                           { "gift", "0" } }) });
        QCOMPARE(compared.lines(),
                 (QStringList { u"id: 1|1 same"_s, u"status: NEW|NEW same"_s,
                                u"gift: not in row image|0 not known"_s }));
    }

    void beginsWithWhatIsKnownToDiffer()
    {
        const Compared compared({ insert({ id("1"), { "a", "x" }, { "b", "x" }, { "c", "x" } }),
                                  insert({ id("2"), { "c", "y" } }, "stock") });
        QCOMPARE(compared.model.firstChanged().row(), 3);
    }

    // A MINIMAL row image does not make a column that another row has unknown to the table.
    void columnOfTheOtherTableThatWasNotLogged()
    {
        Compared compared({ insert({ id("1"), { "note", "x" } }),
                            insert({ id("7"), { "note", "z" } }, "stock"),
                            update({ id("7") }, { id("7") }, "stock") });
        compared.compare(0, 2);
        QCOMPARE(compared.lines(),
                 (QStringList { u"id: 1|7 changed"_s, u"note: x|not in row image not known"_s }));
    }

    void differentTypesAreComparedByWhatTheyStandFor()
    {
        const Cell asNumber { "kind", "1", "int(11)", 4 };
        const Cell asName { "kind", "1", "enum('a','b')", 4 };
        const Cell asText { "kind", "a", "varchar(9)" };
        Compared compared({ insert({ id("1"), asNumber }), insert({ id("1"), asName }),
                            insert({ id("1"), asText }) });
        QCOMPARE(compared.lines()[1], u"kind: 1|a changed"_s);
        QCOMPARE(compared.model.index(1, DiffModel::TypeColumn).data().toString(),
                 u"int(11) → enum('a','b')"_s);
        compared.compare(1, 2);
        QCOMPARE(compared.lines()[1], u"kind: a|a same"_s);
    }

    void showsOnlyWhatChangedOrIsNotKnown()
    {
        Compared compared({ insert({ id("1"), { "a", "x" }, { "b", "y" }, { "c", "z" } }),
                            insert({ id("1"), { "a", "x" }, { "b", "Y" } }) });
        compared.model.setChangedOnly(true);
        QCOMPARE(compared.lines(),
                 (QStringList { u"b: y|Y changed"_s, u"c: z|not in row image not known"_s }));
    }

    void marksWhatChangedInside()
    {
        const Compared compared({ insert({ id("1"), { "title", "Mango, ripe" } }),
                                  insert({ id("1"), { "title", "Mango, very ripe" } }) });
        QVERIFY(compared.model.index(1, DiffModel::AfterColumn)
                    .data(DiffModel::ChangedPartsRole)
                    .isValid());
    }

    void givesBothValues()
    {
        const Compared compared(
            { insert({ id("1"), { "note", "x" } }), insert({ id("1"), { "note", "y" } }) });
        const auto older = compared.model.sentValue(compared.model.index(1, 2));
        const auto newer = compared.model.sentValue(compared.model.index(1, 3));
        QCOMPARE(older.text, "x"_ba);
        QCOMPARE(older.row, u"#1"_s);
        QCOMPARE(older.side, SentValue::Side::Before);
        QCOMPARE(newer.text, "y"_ba);
        QCOMPARE(newer.row, u"#2"_s);
        QCOMPARE(newer.side, SentValue::Side::After);
    }

    void endsWithTheNextRow()
    {
        Compared compared({ insert({ id("1"), { "note", "x" } }), insert({ id("2") }, "stock") });
        compared.model.setRow(compared.store.snapshot(), RowId { 0 });
        QVERIFY(!compared.model.isComparing());
        QCOMPARE(compared.title(DiffModel::BeforeColumn), u"before"_s);
        QCOMPARE(compared.model.rowCount(), 2);
        QVERIFY(compared.model.sentValue(compared.model.index(0, 3)).row.isEmpty());
        compared.compare(0, 1);
        compared.model.clear();
        QVERIFY(!compared.model.isComparing());
        QCOMPARE(compared.model.rowCount(), 0);
    }

    void isAModelAsItShouldBe()
    {
        Compared compared({ insert({ id("1"), { "note", "x" } }), insert({ id("2") }, "stock") });
        const QAbstractItemModelTester tester(
            &compared.model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        compared.compare(1, 0);
        compared.model.setChangedOnly(true);
        compared.model.clear();
    }
};

QTEST_GUILESS_MAIN(TestDiffComparison)
#include "tst_diffcomparison.moc"
