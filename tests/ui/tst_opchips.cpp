// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filtertext.h"
#include "model/operationchoice.h"
#include "ui/eventtableview.h"
#include "ui/filterbar.h"
#include "ui/operationchip.h"

#include <QLabel>
#include <QLineEdit>
#include <QTest>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

// A window with two INSERTs, an UPDATE and a DDL statement; one transaction is marked.
struct Fixture : WindowFixture
{
    QLineEdit &box = child<QLineEdit>(u"filterBox"_s);

    Fixture()
    {
        EntrySpec spec;
        const Cell id { "id", "7", "int(11)", 4, true, false };
        session.addBatch({ beginEntry(4), SampleSession::insertEntry("orders", "1", "apple"),
                           SampleSession::insertEntry("stock", "2", "pear"), endEntry(8, "99"),
                           rowsEntry(EventType::Update, { { { id }, { id } } }, spec),
                           statementEntry(EventType::Create, "create table t(a int)", true) });
        connectSession();
    }

    void click(const QString &chip, Qt::KeyboardModifiers with = {})
    {
        QTest::mouseClick(&child<OperationChip>(chip), Qt::LeftButton, with);
    }
    QStringList lit() const
    {
        QStringList names;
        for (const auto *chip : window.findChildren<OperationChip *>())
            if (chip->isChecked())
                names.append(chip->text());
        return names;
    }
};

OperationChoice choiceOf(const QString &text)
{
    const auto filter = parseFilter(text);
    return filter ? operationChoice(*filter) : OperationChoice { false, {} };
}

} // namespace

class TestOpChips : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void choiceIsReadFromTheFilter_data()
    {
        using Group = OperationGroup;
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("everything");
        QTest::addColumn<OperationGroups>("groups");
        const auto row = [](const char *text, bool everything, OperationGroups groups) {
            QTest::newRow(text) << QString::fromUtf8(text) << everything << groups;
        };
        row("", true, {});
        row("table:orders", true, {});
        row("op:insert", false, Group::Insert);
        row("OP:Insert,DDL x = 1", false, Group::Insert | Group::Ddl);
        row("(a (op:update b)) c", false, Group::Update);
        row("op:insert,update op:update", false, Group::Update);
        row("not op:delete", false, Group::Insert | Group::Update | Group::Ddl);
        row("-op:delete not not op:ddl", false, Group::Ddl);
        row("op:insert or apple", true, {}); // no term beside the others
        row("op:truncate", false, {}); // only a part of DDL
        row("op:begin", false, {});
        row("op:begin,commit,insert", false, Group::Insert | Group::Transaction);
        row("op:any", true, Group::Transaction);
    }
    void choiceIsReadFromTheFilter()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, everything);
        QFETCH(const OperationGroups, groups);
        QCOMPARE(choiceOf(text).everything, everything);
        QCOMPARE(choiceOf(text).groups, groups);
    }

    void choiceIsWrittenIntoTheFilter_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("chosen"); // the filter that says it
        QTest::addColumn<QString>("result");
        const auto row = [](const char *text, const char *chosen, const char *result) {
            QTest::addRow("%s + %s", text, chosen)
                << QString::fromUtf8(text) << QString::fromUtf8(chosen)
                << QString::fromUtf8(result);
        };
        row("", "op:insert", "op:insert");
        row("", "op:any", "op:any");
        row("李雷", "op:insert", "李雷 op:insert");
        row("a or b", "op:insert", "(a or b) op:insert");
        row("a or b", "", "a or b");
        row("op:insert", "", "");
        row("李 op:insert (b or c)", "op:update,ddl", "李 op:update,ddl (b or c)");
        row("a and op:insert and b", "", "a b");
        row("a -op:insert op:update", "op:delete", "a op:delete");
        row("op:insert or b", "op:delete", "(op:insert or b) op:delete");
        row("status op:insert changed", "", "status and changed");
        row("\"op:insert\" op:insert", "op:commit,begin", "\"op:insert\" op:begin,commit");
    }
    void choiceIsWrittenIntoTheFilter()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, chosen);
        QFETCH(const QString, result);
        QCOMPARE(withOperations(text, choiceOf(chosen)), result);
        QCOMPARE(choiceOf(result).groups, choiceOf(chosen).groups);
    }

    void chipsCountEveryFlush()
    {
        Fixture fixture;
        const auto name = [&](const QString &chip) {
            return fixture.child<OperationChip>(chip).accessibleName();
        };
        QTRY_COMPARE(name(u"chipInsert"_s), u"Insert 2"_s);
        QCOMPARE(name(u"chipUpdate"_s), u"Update 1"_s);
        QCOMPARE(name(u"chipDelete"_s), u"Delete 0"_s);
        QCOMPARE(name(u"chipDdl"_s), u"DDL 1"_s);
        QCOMPARE(name(u"chipTransaction"_s), u"TX 2"_s);
        fixture.session.addRows(1000);
        fixture.flush();
        QTRY_COMPARE(name(u"chipInsert"_s), u"Insert 1\u202f002"_s);
        fixture.interaction.answerWith = Question::Answer::Kind::Danger;
        QVERIFY(fixture.trigger(u"clear"_s));
        QTRY_COMPARE(name(u"chipInsert"_s), u"Insert 0"_s);
    }

    void chipsAndBoxAreOneFilter()
    {
        Fixture fixture;
        QCOMPARE(fixture.lit(), QStringList { u"All"_s });
        fixture.click(u"chipInsert"_s);
        QCOMPARE(fixture.box.text(), u"op:insert"_s);
        QCOMPARE(fixture.lit(), QStringList { u"Insert"_s });
        QTRY_COMPARE(fixture.rows(), 2);
        fixture.click(u"chipDdl"_s, Qt::ControlModifier);
        QCOMPARE(fixture.box.text(), u"op:insert,ddl"_s);
        QTRY_COMPARE(fixture.rows(), 3);
        fixture.click(u"chipInsert"_s, Qt::ControlModifier);
        QCOMPARE(fixture.box.text(), u"op:ddl"_s);
        fixture.click(u"chipDdl"_s); // the only one once more
        QCOMPARE(fixture.box.text(), QString());
        QTRY_COMPARE(fixture.rows(), 4);
        fixture.box.setText(u"table:orders -op:insert"_s);
        QTRY_COMPARE(fixture.lit(), (QStringList { u"Update"_s, u"Delete"_s, u"DDL"_s }));
        QTRY_COMPARE(fixture.rows(), 2);
        fixture.click(u"chipAll"_s);
        QCOMPARE(fixture.box.text(), u"table:orders"_s);
    }

    void chipTakesWhatWasTypedWithIt()
    {
        Fixture fixture;
        fixture.box.setText(u"pear"_s); // not yet applied
        fixture.click(u"chipInsert"_s);
        QCOMPARE(fixture.box.text(), u"pear op:insert"_s);
        fixture.box.setText(u"pear ("_s); // cannot be read: the filter that is on counts
        fixture.click(u"chipUpdate"_s);
        QCOMPARE(fixture.box.text(), u"pear op:update"_s);
    }

    void transactionsAreShownWhenAskedFor()
    {
        Fixture fixture;
        fixture.click(u"chipTransaction"_s, Qt::ControlModifier);
        QCOMPARE(fixture.box.text(), u"op:any"_s);
        QCOMPARE(fixture.lit(), (QStringList { u"All"_s, u"TX"_s }));
        QTRY_COMPARE(fixture.rows(), 6);
        QTRY_COMPARE(fixture.child<QLabel>(u"filterResult"_s).text(), u"6 (100 %)"_s);
        fixture.click(u"chipTransaction"_s, Qt::ControlModifier);
        QCOMPARE(fixture.box.text(), QString());
        QTRY_COMPARE(fixture.rows(), 4);
        fixture.click(u"chipTransaction"_s);
        QCOMPARE(fixture.box.text(), u"op:begin,commit"_s);
        QTRY_COMPARE(fixture.rows(), 2);
    }

    void keyboardChoosesToo()
    {
        Fixture fixture;
        auto &chip = fixture.child<OperationChip>(u"chipUpdate"_s);
        QTest::keyClick(&chip, Qt::Key_Space);
        QCOMPARE(fixture.box.text(), u"op:update"_s);
        QTest::keyClick(&fixture.child<OperationChip>(u"chipDdl"_s), Qt::Key_Space,
                        Qt::ControlModifier);
        QCOMPARE(fixture.box.text(), u"op:update,ddl"_s);
    }

    void chipsStandBelowInANarrowWindow()
    {
        Fixture fixture;
        fixture.window.resize(1440, 900);
        QVERIFY(fixture.showWindow());
        const auto &chip = fixture.child<OperationChip>(u"chipAll"_s);
        const auto &bar = fixture.child<FilterBar>();
        const auto top = [](const QWidget &widget) { return widget.mapToGlobal(QPoint()).y(); };
        QTRY_VERIFY(top(chip) < top(bar) + bar.height());
        fixture.window.resize(1280, 720);
        QTRY_VERIFY(top(chip) >= top(bar) + bar.height());
        QCOMPARE(chip.height(), 22);
        QVERIFY(bar.width() > 1200);
    }
};

QTEST_MAIN(TestOpChips)
#include "tst_opchips.moc"
