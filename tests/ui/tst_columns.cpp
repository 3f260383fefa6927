// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diffview.h"
#include "ui/eventtableview.h"

#include <QAbstractItemModelTester>
#include <QHeaderView>
#include <QMenu>
#include <QTest>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

Cell cell(const char *name, std::optional<QByteArray> value)
{
    return { name, std::move(value), "varchar(40)", 12, false, true };
}

// Rows of orders whose note is a value, NULL, empty, not in the image and deleted; one of stock.
struct Fixture : WindowFixture
{
    EventTableView &table = child<EventTableView>();
    RowEventModel &model = table.rows();
    QHeaderView &header = *table.horizontalHeader();
    const DataColumn note { u"shop"_s, u"orders"_s, u"note"_s };

    Fixture()
    {
        session.addBatch(
            { SampleSession::insertEntry("orders", "1", "apple"),
              rowsEntry(EventType::Update, { { { cell("note", "a") }, { cell("note", {}) } } }, {}),
              rowsEntry(EventType::Update, { { { cell("note", "a") }, { cell("note", "") } } }, {}),
              rowsEntry(EventType::Update, { { { cell("note", "a") }, { cell("id", "4") } } }, {}),
              rowsEntry(EventType::Delete, { { { cell("note", "gone") }, {} } }, {}),
              SampleSession::insertEntry("stock", "2", "pear"),
              statementEntry(EventType::Create, "create table orders(a int)", true) });
        window.resize(1440, 900);
        connectSession();
    }

    QMenu *headerMenu(int column)
    {
        emit header.customContextMenuRequested(
            { header.sectionViewportPosition(column) + 2, header.height() / 2 });
        return header.findChild<QMenu *>(u"headerMenu"_s);
    }
    static QAction *entry(const QMenu *menu, const QString &words)
    {
        for (auto *action : menu->actions())
            if (action->text() == words)
                return action;
        return nullptr;
    }
    bool choose(int column, const QString &words)
    {
        auto *menu = headerMenu(column);
        auto *action = entry(menu, words);
        const bool can = action != nullptr && action->isEnabled();
        if (can)
            action->trigger();
        delete menu; // NOLINT(cppcoreguidelines-owning-memory): it would close itself
        return can;
    }
    QStringList columnTexts(int column) const
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row)
            texts.append(model.index(row, column).data().toString());
        return texts;
    }
};

constexpr int firstData = RowEventModel::ColumnCount;

} // namespace

class TestColumns : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void dataColumnTellsNullEmptyAndAbsentApart()
    {
        Fixture fixture;
        QAbstractItemModelTester tester(&fixture.model,
                                        QAbstractItemModelTester::FailureReportingMode::QtTest);
        fixture.model.addDataColumn(fixture.note);
        fixture.model.addDataColumn(fixture.note); // once is enough
        QCOMPARE(fixture.model.columnCount(), firstData + 1);
        QCOMPARE(fixture.model.headerData(firstData, Qt::Horizontal).toString(), u"orders.note"_s);
        QCOMPARE(fixture.columnTexts(firstData),
                 (QStringList { u"apple"_s, u"NULL"_s, u"''"_s, u"·"_s, u"gone"_s, u""_s, u""_s }));
        QList<ValuePart::Content> contents;
        for (int row = 0; row < 4; ++row)
            contents.append(fixture.model.index(row, firstData)
                                .data(RowEventModel::PartsRole)
                                .value<ValueParts>()
                                .first()
                                .content);
        using Content = ValuePart::Content;
        QCOMPARE(contents,
                 (QList { Content::Text, Content::Null, Content::Empty, Content::NotInImage }));
        fixture.model.removeDataColumn(firstData);
        fixture.model.removeDataColumn(0); // not one of them
        QCOMPARE(fixture.model.columnCount(), firstData);
    }

    void columnComesFromTheDiff()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.table.setCurrentIndex(fixture.model.index(0, RowEventModel::ChangedColumn));
        auto &diff = fixture.child<DiffView>();
        const auto index = diff.model().index(1, DiffModel::NameColumn);
        QCOMPARE(index.data().toString(), u"note"_s);
        emit diff.table().customContextMenuRequested(diff.table().visualRect(index).center());
        auto *menu = diff.table().findChild<QMenu *>(u"columnMenu"_s);
        auto *action = Fixture::entry(menu, u"Add column orders.note"_s);
        QVERIFY(action != nullptr);
        action->trigger();
        menu->close();
        QCOMPARE(fixture.model.dataColumns(), QList { fixture.note });
        QCOMPARE(fixture.header.sectionSize(firstData), 120);
    }

    void columnComesFromTheHeader()
    {
        Fixture fixture;
        auto *menu = fixture.headerMenu(RowEventModel::TimeColumn);
        QVERIFY(!menu->findChild<QMenu *>(u"addColumnMenu"_s)->isEnabled()); // no current row
        delete menu; // NOLINT(cppcoreguidelines-owning-memory): it would close itself
        fixture.table.setCurrentIndex(fixture.model.index(0, RowEventModel::ChangedColumn));
        menu = fixture.headerMenu(RowEventModel::TimeColumn);
        auto *action = Fixture::entry(menu->findChild<QMenu *>(u"addColumnMenu"_s), u"note"_s);
        QVERIFY(action != nullptr && action->isEnabled());
        action->trigger();
        delete menu; // NOLINT(cppcoreguidelines-owning-memory): it would close itself
        QCOMPARE(fixture.model.dataColumns(), QList { fixture.note });
        QVERIFY(!fixture.choose(RowEventModel::TimeColumn, u"Remove the column"_s));
        QVERIFY(fixture.choose(firstData, u"Remove the column"_s));
        QVERIFY(fixture.model.dataColumns().isEmpty());
    }

    void checklistHidesAndShows()
    {
        Fixture fixture;
        QVERIFY(fixture.choose(RowEventModel::TimeColumn, u"PK"_s));
        QVERIFY(fixture.table.isColumnHidden(RowEventModel::KeyColumn));
        QVERIFY(fixture.choose(RowEventModel::TimeColumn, u"PK"_s));
        QVERIFY(!fixture.table.isColumnHidden(RowEventModel::KeyColumn));
        QVERIFY(!fixture.choose(RowEventModel::TimeColumn, u"#"_s)); // it has the gutter
    }

    void fitsToWhatIsInSight()
    {
        Fixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.table.setColumnWidth(RowEventModel::TableColumn, 400);
        fixture.table.setColumnWidth(RowEventModel::TimeColumn, 40);
        QVERIFY(fixture.choose(RowEventModel::TableColumn, u"Fit the column"_s));
        const int width = fixture.table.columnWidth(RowEventModel::TableColumn);
        QVERIFY(width < 150 && width > 50);
        QCOMPARE(fixture.table.columnWidth(RowEventModel::TimeColumn), 40);
        QVERIFY(fixture.choose(RowEventModel::TableColumn, u"Fit all columns"_s));
        QVERIFY(fixture.table.columnWidth(RowEventModel::TimeColumn) > 40);
    }

    void resetGivesBackTheUsualColumns()
    {
        Fixture fixture;
        const int width = fixture.table.columnWidth(RowEventModel::TableColumn);
        fixture.model.addDataColumn(fixture.note);
        fixture.table.setColumnHidden(RowEventModel::KeyColumn, true);
        fixture.table.setColumnWidth(RowEventModel::TableColumn, 300);
        fixture.header.moveSection(2, 5);
        QVERIFY(fixture.trigger(u"resetLayout"_s));
        QCOMPARE(fixture.model.columnCount(), firstData);
        QCOMPARE(fixture.table.columnWidth(RowEventModel::TableColumn), width);
        QVERIFY(!fixture.table.isColumnHidden(RowEventModel::KeyColumn));
        for (int column = 0; column < firstData; ++column)
            QCOMPARE(fixture.header.visualIndex(column), column);
    }

    void columnsAreSavedWithTheLayout()
    {
        QByteArray state;
        {
            Fixture fixture;
            fixture.model.addDataColumn(fixture.note);
            fixture.table.setColumnWidth(firstData, 77);
            fixture.table.setColumnHidden(RowEventModel::KeyColumn, true);
            fixture.header.moveSection(fixture.header.visualIndex(firstData), 2);
            state = fixture.window.layoutState();
        }
        Fixture fixture;
        fixture.window.restoreLayoutState(state);
        QCOMPARE(fixture.model.dataColumns(), QList { fixture.note });
        QCOMPARE(fixture.table.columnWidth(firstData), 77);
        QCOMPARE(fixture.header.visualIndex(firstData), 2);
        QVERIFY(fixture.table.isColumnHidden(RowEventModel::KeyColumn));
        fixture.window.restoreLayoutState(state.first(state.size() - 3)); // cut off
        QCOMPARE(fixture.model.rowCount(), 7);
    }

    void widthsGrowWithTheText()
    {
        Fixture fixture;
        fixture.table.setColumnWidth(RowEventModel::TableColumn, 240);
        fixture.table.setFontPixels(24);
        QCOMPARE(fixture.table.columnWidth(RowEventModel::TableColumn), 480);
        fixture.table.setFontPixels(12);
        QCOMPARE(fixture.table.columnWidth(RowEventModel::TableColumn), 240);
    }
};

QTEST_MAIN(TestColumns)
#include "tst_columns.moc"
