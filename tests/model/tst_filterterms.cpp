// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterterms.h"
#include "model/filtertext.h"
#include "model/rowfilter.h"

#include <QTest>

#include "tests/support/entries.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

// The rows that a filter finds, as their ids.
QList<quint32> found(const EventStore &store, const QString &text)
{
    const auto spec = parseFilter(text);
    if (!spec)
        return { 999 };
    RowFilter filter;
    filter.spec = *spec;
    filter.hidesTransactions = false;
    const auto rows = store.snapshot();
    QList<quint32> ids;
    for (const auto row : matchingRows(rows, filter, 0, rows.size()))
        ids.append(raw(row));
    return ids;
}

void append(EventStore &store, const QList<QByteArray> &entries, int batch = 17)
{
    store.append(Epoch { 1 }, BatchId { batch }, views(entries));
}

QByteArray update(const QByteArray &column, const std::optional<QByteArray> &before,
                  const std::optional<QByteArray> &after, const EntrySpec &spec)
{
    const Cell id { "id", "4 2", "int(11)", 4, true, false };
    return rowsEntry(EventType::Update,
                     { { { id, { column, before } },
                         { id, { column, after, "varchar(40)", 12, false, true } } } },
                     spec);
}

} // namespace

class TestFilterTerms : public QObject
{
    Q_OBJECT

private slots:
    void ofARowFindThatRow()
    {
        EntrySpec spec;
        spec.table = "odd `table\" or";
        spec.offset = 5;
        EntrySpec other;
        other.logFile = "mysql-bin.000002";
        EventStore store;
        append(store, { beginEntry(4), update("v", "a", "b", spec), endEntry(6, "4711") });
        append(store, { rowsEntry(EventType::Insert, { { {}, { { "id", "1" } } } }, other) }, 18);
        const auto rows = store.snapshot();
        const auto terms = RowTerms::of(rows, RowId { 1 });
        QCOMPARE(terms.operation, u"op:update"_s);
        QCOMPARE(terms.batch, u"batch:17"_s);
        QCOMPARE(terms.transaction, u"tx:4711"_s);
        for (const auto &term :
             { terms.operation, terms.table, terms.key, terms.position,
               u"%1 and op:update"_s.arg(terms.transaction), terms.table + u' ' + terms.key })
            QCOMPARE(std::pair(term, found(store, term)), std::pair(term, QList<quint32> { 1 }));
        QVERIFY(RowTerms::of(rows, RowId { 3 }).transaction.isEmpty()); // no end yet
    }

    void ofEveryOperationCanBeRead()
    {
        EventStore store;
        append(store,
               { beginEntry(4), statementEntry(EventType::Create, "create table t(a int)", true),
                 statementEntry(EventType::XaCommit, "XA COMMIT 'x'", false), endEntry(7) });
        const auto rows = store.snapshot();
        QCOMPARE(RowTerms::of(rows, RowId { 0 }).operation, u"op:begin"_s);
        QCOMPARE(RowTerms::of(rows, RowId { 1 }).operation, u"op:ddl"_s);
        QCOMPARE(RowTerms::of(rows, RowId { 2 }).operation, u"op:xacommit"_s);
    }

    void ofAValueFindIt_data()
    {
        QTest::addColumn<QByteArray>("column");
        QTest::addColumn<QByteArray>("value");
        for (const auto *name :
             { "status", "table", "and", "a.b", "odd `name`", "before.x", "姓名" })
            QTest::addRow("column %s", name) << QByteArray(name) << QByteArray("x");
        for (const auto *value : { "PAID", "null", "or", "42", "4 2", "say \"hi\"", "it's", "\"'",
                                   "(a,b)", "->", "*", "~ a", "\\", "李雷" })
            QTest::addRow("value %s", value) << QByteArray("v") << QByteArray(value);
    }
    void ofAValueFindIt()
    {
        QFETCH(const QByteArray, column);
        QFETCH(const QByteArray, value);
        EventStore store;
        append(store,
               { update(column, value, "new", {}), update(column, "new", value, {}),
                 update(column, {}, "", {}) });
        const auto name = QString::fromUtf8(column);
        const auto text = QString::fromUtf8(value);
        QCOMPARE(found(store, valueTerm(FilterSide::Before, name, text)), QList<quint32> { 0 });
        QCOMPARE(found(store, valueTerm(FilterSide::After, name, text)), QList<quint32> { 1 });
        QCOMPARE(found(store, nullTerm(FilterSide::Before, name)), QList<quint32> { 2 });
        QCOMPARE(found(store, emptyTerm(FilterSide::After, name)), QList<quint32> { 2 });
        QCOMPARE(found(store, changedTerm(name)), (QList<quint32> { 0, 1, 2 }));
    }

    void areCombined_data()
    {
        QTest::addColumn<QString>("current");
        QTest::addColumn<FilterUse>("use");
        QTest::addColumn<QString>("result");
        QTest::newRow("only") << u"a"_s << FilterUse::Only << u"t"_s;
        QTest::newRow("exclude") << u"a"_s << FilterUse::Exclude << u"not t"_s;
        QTest::newRow("and") << u"a"_s << FilterUse::And << u"a t"_s;
        QTest::newRow("and, from nothing") << u" "_s << FilterUse::And << u"t"_s;
        QTest::newRow("and, from or") << u"a or b"_s << FilterUse::And << u"(a or b) t"_s;
        QTest::newRow("and, from a list") << u"a,b"_s << FilterUse::And << u"a,b t"_s;
        QTest::newRow("and not") << u"a"_s << FilterUse::AndNot << u"a not t"_s;
        QTest::newRow("or") << u"a b"_s << FilterUse::Or << u"a b or t"_s;
        QTest::newRow("or, from nothing") << u""_s << FilterUse::Or << u"t"_s;
        QTest::newRow("or not") << u"a or b"_s << FilterUse::OrNot << u"a or b or not t"_s;
    }
    void areCombined()
    {
        QFETCH(const QString, current);
        QFETCH(const FilterUse, use);
        QTEST(combinedFilter(current, u"t"_s, use), "result");
        QVERIFY(bool(parseFilter(combinedFilter(current, u"t"_s, use))));
    }
};

QTEST_APPLESS_MAIN(TestFilterTerms)
#include "tst_filterterms.moc"
