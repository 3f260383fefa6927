// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filtercompletion.h"
#include "model/filterlibrary.h"
#include "ui/choicelist.h"
#include "ui/filternamedialog.h"
#include "ui/savedfilters.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

// A window with a row of orders and one of stock; the focus is in the filter box.
struct Fixture : WindowFixture
{
    QLineEdit &box = child<QLineEdit>(u"filterBox"_s);
    FilterLibrary &library = window.filters();

    Fixture()
    {
        session.addBatch({ SampleSession::insertEntry("orders", "1", "apple"),
                           SampleSession::insertEntry("stock", "2", "pear") });
        window.resize(1440, 900);
        showWindow();
        connectSession();
        box.setFocus();
    }

    void enter(const QString &text)
    {
        box.setText(text);
        QTest::keyClick(&box, Qt::Key_Return);
    }
    ChoiceList &recentList() const { return child<ChoiceList>(u"filterRecentList"_s); }
    QStringList recentTexts() const
    {
        QStringList texts;
        for (const auto &filter : library.recent())
            texts.append(filter.text);
        return texts;
    }
    // Types `name` wherever one is asked for.
    void answerWithName(const QString &name)
    {
        interaction.onRun = [name](QDialog &dialog) {
            dialog.findChild<QLineEdit *>(u"filterName"_s)->setText(name);
            return Interaction::Ending::Accepted;
        };
    }
    QStringList buttons() const
    {
        QStringList words;
        for (const auto *button : window.findChildren<QToolButton *>(u"savedFilter"_s))
            if (button->isVisible())
                words.append(button->text());
        return words;
    }
    QToolButton *button(const QString &words) const
    {
        for (auto *button : window.findChildren<QToolButton *>(u"savedFilter"_s))
            if (button->isVisible() && button->text() == words)
                return button;
        return nullptr;
    }
    QMenu *menu() const { return child<SavedFilters>().findChild<QMenu *>(u"savedFilterMenu"_s); }
};

const QByteArray oddJson
    = R"({"version": 1, "recent": [1, {}, {"filter": "("}, {"filter": "pk:1", "used": 7}],
          "saved": [{"name": "", "filter": "a"}, {"name": "n", "filter": "pk:1"},
                    {"name": "n", "filter": "pk:2"}, {"name": "m"}]})";

QByteArray rowWithOddColumns()
{
    const Cell code { "op code", "1", "int(11)", 4, true, true };
    const Cell key { "pk", "1", "int(11)", 4, false, true };
    return rowsEntry(EventType::Insert, { { {}, { code, key } } }, {});
}

QAction *entry(const QMenu *menu, const QString &words)
{
    if (menu == nullptr)
        return nullptr;
    for (auto *action : menu->actions())
        if (action->text() == words)
            return action;
    return nullptr;
}

} // namespace

class TestFilterBar : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    // ---- what is remembered

    void recentAreTheLatestOnce()
    {
        FilterLibrary library;
        for (int i = 0; i < 25; ++i)
            library.use(u"pk:%1"_s.arg(i));
        library.use(u" pk:20 "_s);
        library.use(u"pk:("_s); // an error
        library.use(u"  "_s);
        QCOMPARE(library.recent().size(), FilterLibrary::mostRecent);
        QCOMPARE(library.recent().at(0).text, u"pk:20"_s);
        QCOMPARE(library.recent().at(1).text, u"pk:24"_s);
        library.forget(u"pk:24"_s);
        QCOMPARE(library.recent().at(1).text, u"pk:23"_s);
        library.clearRecent();
        QVERIFY(library.recent().isEmpty());
    }

    void savedHaveNamesAndGroups()
    {
        using Change = FilterLibrary::Change;
        FilterLibrary library;
        QCOMPARE(library.save({ u" A//  b  c "_s, u"pk:1"_s }), Change::Done);
        QCOMPARE(library.saved().first().name, u"A // b c"_s);
        QCOMPARE(library.saved().first().group(), u"A"_s);
        QCOMPARE(library.saved().first().title(), u"b c"_s);
        QCOMPARE(library.save({ u"A // b c"_s, u"pk:2"_s }), Change::Done); // in its place
        QCOMPARE(library.saved().size(), 1);
        QCOMPARE(library.saved().first().text, u"pk:2"_s);
        QCOMPARE(library.save({ u" // "_s, u"pk:1"_s }), Change::BadName);
        QCOMPARE(library.save({ u"x"_s.repeated(81), u"pk:1"_s }), Change::BadName);
        QCOMPARE(library.save({ u"x"_s, u"("_s }), Change::BadFilter);
        QCOMPARE(library.save({ u"x"_s, u"pk:3"_s }), Change::Done);
        QCOMPARE(library.rename(u"x"_s, u"A // b c"_s), Change::Done); // takes its place
        QCOMPARE(library.saved(), (QList<SavedFilter> { { u"A // b c"_s, u"pk:3"_s } }));
        library.remove(u"A // b c"_s);
        QVERIFY(library.saved().isEmpty());
    }

    void libraryComesBackFromItsFile()
    {
        FilterLibrary library;
        library.use(u"李雷 \"a b\""_s);
        library.save({ u"G // <b>x</b>"_s, u"table:orders"_s });
        FilterLibrary other;
        QSignalSpy changed(&other, &FilterLibrary::changed);
        QVERIFY(other.restore(library.toJson()));
        QCOMPARE(changed.count(), 1);
        QCOMPARE(other.recent().first().text, u"李雷 \"a b\""_s);
        QVERIFY(other.recent().first().usedAt.isValid());
        QCOMPARE(other.saved(), library.saved());
    }

    void brokenFileChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("of later") << QByteArray(R"({"version": 2})");
        QTest::newRow("no object") << QByteArray("[1]");
    }
    void brokenFileChangesNothing()
    {
        QFETCH(const QByteArray, json);
        FilterLibrary library;
        library.use(u"pk:1"_s);
        QVERIFY(!library.restore(json));
        QCOMPARE(library.recent().size(), 1);
    }

    void oddEntriesOfTheFileAreLeftOut()
    {
        FilterLibrary library;
        QVERIFY(library.restore(oddJson));
        QCOMPARE(library.recent().size(), 1);
        QCOMPARE(library.saved(), (QList<SavedFilter> { { u"n"_s, u"pk:1"_s } }));
    }

    // ---- the list

    void recentFiltersComeBack()
    {
        Fixture fixture;
        auto &button = fixture.child<QToolButton>(u"filterRecent"_s);
        QVERIFY(!button.isEnabled());
        for (const auto &text : { u"apple & \"b\""_s, u"table:stock"_s, u"("_s })
            fixture.enter(text);
        QCOMPARE(fixture.recentTexts(), (QStringList { u"table:stock"_s, u"apple & \"b\""_s }));
        fixture.box.clear();
        QTRY_COMPARE(fixture.rows(), 2);
        QTest::keyClick(&fixture.box, Qt::Key_Down);
        auto &list = fixture.recentList();
        QVERIFY(list.isVisible());
        QVERIFY(fixture.box.hasFocus());
        QCOMPARE(list.count(), 3); // with the entry that clears
        QTest::keyClick(&fixture.box, Qt::Key_Return);
        QVERIFY(!list.isVisible());
        QCOMPARE(fixture.box.text(), u"table:stock"_s);
        QTRY_COMPARE(fixture.rows(), 1);
        QTest::mouseClick(&button, Qt::LeftButton);
        QVERIFY(list.isVisible());
        QTest::keyClick(&fixture.box, Qt::Key_Escape);
        QVERIFY(!list.isVisible());
        QCOMPARE(fixture.box.text(), u"table:stock"_s); // that Esc was the list's
    }

    void listPutsRemovesAndClears()
    {
        Fixture fixture;
        for (const auto &text : { u"pk:1"_s, u"pk:2"_s, u"pk:3"_s })
            fixture.enter(text);
        fixture.box.clear();
        QTRY_COMPARE(fixture.rows(), 2);
        QTest::keyClick(&fixture.box, Qt::Key_Down);
        QTest::keyClick(&fixture.box, Qt::Key_Down);
        QTest::keyClick(&fixture.box, Qt::Key_Delete);
        QCOMPARE(fixture.recentTexts(), (QStringList { u"pk:3"_s, u"pk:1"_s }));
        QTest::keyClick(&fixture.box, Qt::Key_Return, Qt::ControlModifier); // no ack
        QCOMPARE(fixture.box.text(), u"pk:3"_s);
        QCOMPARE(fixture.recentTexts().first(), u"pk:3"_s);
        QTest::keyClick(&fixture.box, Qt::Key_Down);
        QTest::keyClick(&fixture.box, Qt::Key_PageDown);
        QTest::keyClick(&fixture.box, Qt::Key_Return);
        QVERIFY(fixture.recentTexts().isEmpty());
        QTest::keyClick(&fixture.box, Qt::Key_Down);
        QVERIFY(!fixture.recentList().isVisible()); // nothing to show
    }

    void listGoesWhenSomethingElseIsClicked()
    {
        Fixture fixture;
        fixture.enter(u"pk:1"_s);
        QTest::keyClick(&fixture.box, Qt::Key_Down);
        auto &list = fixture.recentList();
        QVERIFY(list.isVisible());
        QVERIFY(fixture.window.rect().contains(list.geometry()));
        QTest::mouseClick(fixture.window.centralWidget(), Qt::LeftButton);
        QVERIFY(!list.isVisible());
        QTest::keyClick(&fixture.box, Qt::Key_Down);
        auto &view = *list.findChild<QListView *>();
        fixture.box.clear();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {},
                          view.visualRect(view.model()->index(0, 0)).center());
        QCOMPARE(fixture.box.text(), u"pk:1"_s);
    }

    // ---- completing

    void completesWhatIsTyped_data()
    {
        QTest::addColumn<QString>("typed"); // the cursor is at its end
        QTest::addColumn<QString>("first"); // of what is offered; empty: nothing
        QTest::addColumn<QString>("result");
        const auto row = [](const char *typed, const char *first, const char *result) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(first)
                                 << QString::fromUtf8(result);
        };
        row("tab", "table:", "table:");
        row("-tab", "table:", "-table:");
        row("table:or", "orders", "table:orders");
        row("table:ORD", "orders", "table:orders");
        row("table:stock,or", "orders", "table:stock,orders");
        row("(table:stoc", "stock", "(table:stock");
        row("schema:", "shop", "schema:shop");
        row("table:odd", "'odd \"t\"'", "table:'odd \"t\"'");
        row("op:ins", "insert", "op:insert");
        row("op:insert,d", "delete", "op:insert,delete");
        row("before.no", "note", "before.note");
        row("not", "note", "note");
        row("col:no", "note", "col:note");
        row("code", "`op code`", "`op code`");
        row("before.`op", "`op code`", "before.`op code`");
        row("after.p", "`pk`", "after.`pk`");
        row("bef", "before.", "before.");
        row("note ", "= ", "note = ");
        row("note is nu", "", ""); // the whole state was offered at once
        row("apple ", "", "");
        row("zzz", "", "");
        row("\"tab", "", "");
        row("table:orders", "", "");
        row("", "", "");
    }
    void completesWhatIsTyped()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, first);
        QFETCH(const QString, result);
        EventStore store;
        const QByteArray evil = "evil\ntable";
        store.append(Epoch { 1 }, BatchId { 1 },
                     views({ SampleSession::insertEntry("orders", "1"),
                             SampleSession::insertEntry("stock", "1"),
                             SampleSession::insertEntry("odd \"t\"", "1"),
                             SampleSession::insertEntry(evil, "1"), rowWithOddColumns() }));
        SeenNames names;
        names.update(store.snapshot());
        QVERIFY(!names.tables().contains(QString::fromUtf8(evil)));
        const auto offered = filterCompletions(typed, typed.size(), names);
        QCOMPARE(offered.choices.isEmpty(), first.isEmpty());
        QCOMPARE(offered.choices.value(0).text, first);
        auto taken = typed;
        if (!first.isEmpty())
            QCOMPARE(taken.replace(offered.at, offered.length, first), result);
    }

    void tabTakesWhatIsOffered()
    {
        Fixture fixture;
        auto &list = fixture.child<ChoiceList>(u"filterCompletions"_s);
        QTest::keyClicks(&fixture.box, u"tab"_s);
        QVERIFY(list.isVisible());
        QTest::keyClick(&fixture.box, Qt::Key_Tab);
        QCOMPARE(fixture.box.text(), u"table:"_s);
        QVERIFY(fixture.box.hasFocus());
        QVERIFY(list.isVisible()); // the tables
        QTest::keyClick(&fixture.box, Qt::Key_Down);
        QTest::keyClick(&fixture.box, Qt::Key_Tab);
        QCOMPARE(fixture.box.text(), u"table:stock"_s);
        QVERIFY(!list.isVisible());
        QTRY_COMPARE(fixture.rows(), 1);
        QTest::keyClicks(&fixture.box, u" not"_s);
        QTest::keyClick(&fixture.box, Qt::Key_Tab);
        QCOMPARE(fixture.box.text(), u"table:stock note "_s);
        QVERIFY(list.isVisible()); // what may come behind a column
        QTest::keyClick(&fixture.box, Qt::Key_Escape);
        QVERIFY(!list.isVisible());
        QCOMPARE(fixture.box.text(), u"table:stock note "_s);
    }

    void enterAppliesWhatIsTyped()
    {
        Fixture fixture;
        QTest::keyClicks(&fixture.box, u"app"_s); // no name has it
        QTest::keyClicks(&fixture.box, u" or no"_s);
        auto &list = fixture.child<ChoiceList>(u"filterCompletions"_s);
        QVERIFY(list.isVisible());
        QTest::keyClick(&fixture.box, Qt::Key_Return);
        QVERIFY(!list.isVisible());
        QCOMPARE(fixture.recentTexts().value(0), u"app or no"_s);
    }

    // ---- names

    void filterIsSavedAndChosenByItsButton()
    {
        Fixture fixture;
        auto &save = fixture.child<QToolButton>(u"filterSave"_s);
        QVERIFY(!save.isEnabled());
        fixture.box.setText(u"table:stock"_s);
        QTest::mouseClick(&save, Qt::LeftButton); // cancelled
        QVERIFY(fixture.library.saved().isEmpty());
        fixture.answerWithName(u"Stock & more"_s);
        QTest::mouseClick(&save, Qt::LeftButton);
        QCOMPARE(fixture.library.saved(),
                 (QList<SavedFilter> { { u"Stock & more"_s, u"table:stock"_s } }));
        fixture.box.clear();
        QTRY_COMPARE(fixture.rows(), 2);
        QTRY_VERIFY(fixture.button(u"Stock && more"_s) != nullptr);
        QTest::mouseClick(fixture.button(u"Stock && more"_s), Qt::LeftButton);
        QCOMPARE(fixture.box.text(), u"table:stock"_s);
        QTRY_COMPARE(fixture.rows(), 1);
    }

    void wrongFilterIsNotSaved()
    {
        Fixture fixture;
        fixture.answerWithName(u"x"_s);
        fixture.box.setText(u"pk:("_s);
        QTest::mouseClick(&fixture.child<QToolButton>(u"filterSave"_s), Qt::LeftButton);
        QCOMPARE(fixture.interaction.runs, 0);
        QVERIFY(fixture.library.saved().isEmpty());
    }

    void groupIsOneButton()
    {
        Fixture fixture;
        fixture.library.save({ u"A // one"_s, u"pk:1"_s });
        fixture.library.save({ u"single"_s, u"pk:3"_s });
        fixture.library.save({ u"A // two"_s, u"pk:2"_s });
        QTRY_COMPARE(fixture.buttons(), (QStringList { u"A ▾"_s, u"single"_s }));
        QTest::mouseClick(fixture.button(u"A ▾"_s), Qt::LeftButton);
        auto *action = entry(fixture.menu(), u"two"_s);
        QVERIFY(action != nullptr);
        action->trigger();
        QCOMPARE(fixture.box.text(), u"pk:2"_s);
        fixture.menu()->close();
    }

    void savedFilterIsRenamedAndRemoved()
    {
        Fixture fixture;
        fixture.library.save({ u"old"_s, u"pk:1"_s });
        fixture.answerWithName(u"new"_s);
        QTRY_VERIFY(fixture.button(u"old"_s) != nullptr);
        const auto manage = [&](const QString &button, const QString &words) {
            emit fixture.button(button)->customContextMenuRequested({});
            auto *action = entry(fixture.menu(), words);
            if (action != nullptr)
                action->trigger();
            delete fixture.menu(); // NOLINT(cppcoreguidelines-owning-memory): it would close itself
            return action != nullptr;
        };
        QVERIFY(manage(u"old"_s, u"Rename…"_s));
        QTRY_COMPARE(fixture.buttons(), QStringList { u"new"_s });
        QVERIFY(manage(u"new"_s, u"Remove"_s)); // cancelled
        QCOMPARE(fixture.library.saved().size(), 1);
        fixture.interaction.answerWith = Question::Answer::Kind::Danger;
        QVERIFY(manage(u"new"_s, u"Remove"_s));
        QVERIFY(fixture.library.saved().isEmpty());
        QTRY_COMPARE(fixture.buttons(), QStringList());
    }

    void buttonsThatDoNotFitAreBehindTheLast()
    {
        Fixture fixture;
        for (int i = 0; i < 12; ++i)
            fixture.library.save({ u"A saved filter %1"_s.arg(i), u"pk:%1"_s.arg(i) });
        auto &more = fixture.child<QToolButton>(u"moreSavedFilters"_s);
        QTRY_VERIFY(more.isVisible() && !fixture.buttons().isEmpty());
        const auto shown = fixture.buttons().size();
        QVERIFY(shown > 0 && shown < 12);
        QVERIFY(fixture.box.width() > 300);
        QTest::mouseClick(&more, Qt::LeftButton);
        auto *action = entry(fixture.menu(), u"A saved filter 11"_s);
        QVERIFY(action != nullptr);
        action->trigger();
        QCOMPARE(fixture.box.text(), u"pk:11"_s);
        fixture.menu()->close();
    }

    void nameDialogSaysWhatIsReplaced()
    {
        FilterLibrary library;
        library.save({ u"a"_s, u"pk:1"_s });
        FilterNameDialog dialog(library, { {}, u"pk:2"_s });
        auto &name = *dialog.findChild<QLineEdit *>(u"filterName"_s);
        auto &remark = *dialog.findChild<QLabel *>(u"filterNameRemark"_s);
        auto &save = *dialog.findChild<QAbstractButton *>(u"filterNameSave"_s);
        QVERIFY(!save.isEnabled());
        name.setText(u"a"_s);
        QVERIFY(remark.text().contains(u"replaced"_s));
        QVERIFY(save.isEnabled());
        name.setText(u"a // b"_s);
        QVERIFY(!remark.text().contains(u"replaced"_s));
        QCOMPARE(dialog.name(), u"a // b"_s);
    }
};

QTEST_MAIN(TestFilterBar)
#include "tst_filterbar.moc"
