// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diffview.h"
#include "ui/eventtableview.h"
#include "ui/filterbar.h"
#include "ui/translations.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTreeView>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

// A window in another language, in the place of the fixture's.
std::unique_ptr<MainWindow> inChinese(WindowFixture &fixture)
{
    installTranslators(*qApp, u"zh_CN"_s);
    auto window = std::make_unique<MainWindow>(fixture.interaction, fixture.window);
    window->show();
    return window;
}

template <typename T>
T &in(const QWidget &window, const QString &name = {})
{
    auto *found = window.findChild<T *>(name);
    Q_ASSERT(found != nullptr);
    return *found;
}

QAction &actionIn(const MainWindow &window, const QString &name)
{
    return *window.findChild<QAction *>(name);
}

} // namespace

// The language changes by another window in the place of the one before.
class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        applyTheme(*qApp, { ThemeBase::Light, false });
        installTranslators(*qApp, u"en"_s);
    }
    void cleanup() { installTranslators(*qApp, u"en"_s); }

    void choiceIsForwarded_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("language");
        QTest::newRow("system") << u"languageSystem"_s << QString();
        QTest::newRow("English") << u"languageEnglish"_s << u"en"_s;
        QTest::newRow("Chinese") << u"languageChinese"_s << u"zh_CN"_s;
    }
    void choiceIsForwarded()
    {
        QFETCH(QString, action);
        QFETCH(QString, language);
        const WindowFixture fixture;
        QSignalSpy chosen(&fixture.window, &MainWindow::languageChosen);
        QVERIFY(fixture.trigger(action));
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(chosen[0][0].toString(), language);
    }

    void chosenOneIsTicked()
    {
        WindowFixture fixture;
        QVERIFY(fixture.action(u"languageSystem"_s).isChecked());
        fixture.window.showLanguage(u"zh_CN"_s);
        QVERIFY(fixture.action(u"languageChinese"_s).isChecked());
        QVERIFY(!fixture.action(u"languageSystem"_s).isChecked());
    }

    void languagesAreCalledInThemselves()
    {
        installTranslators(*qApp, u"zh_CN"_s);
        const WindowFixture fixture;
        QCOMPARE(fixture.action(u"languageEnglish"_s).iconText(), u"English"_s);
        QCOMPARE(fixture.action(u"languageChinese"_s).iconText(), u"中文"_s);
    }

    void everySentenceIsInTheNewLanguage()
    {
        WindowFixture fixture(AccessMode::Manual);
        fixture.session.addRows(3);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        const auto window = inChinese(fixture);
        static const QRegularExpression letters(u"[A-Za-z]{4}"_s);
        static const QRegularExpression ours(
            u"canal|inspector|example|shop|staging|CSV|English|MySQL|binlog|destination"_s,
            QRegularExpression::CaseInsensitiveOption);
        for (const auto *label : window->findChildren<QLabel *>()) {
            auto text = label->text();
            QVERIFY2(!text.remove(ours).contains(letters), qPrintable(label->text()));
        }
        for (const auto *action : window->actions()) {
            auto text = action->text();
            QVERIFY2(!text.remove(ours).contains(letters), qPrintable(action->text()));
        }
    }

    // What the user sees and has chosen comes along.
    void nothingIsLost()
    {
        WindowFixture fixture;
        fixture.session.addRows(300);
        fixture.session.addRows(40, "stock");
        fixture.window.resize(1500, 900);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        const QAbstractItemModelTester tester(fixture.child<EventTableView>().model());
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"table:orders"_s);
        QTest::keyClick(&fixture.child<QLineEdit>(u"filterBox"_s), Qt::Key_Return);
        QTRY_COMPARE(fixture.rows(), 300);
        auto &table = fixture.child<EventTableView>();
        table.goToRow(120);
        QTest::keyClick(&table, Qt::Key_Down, Qt::ShiftModifier);
        fixture.child<QCheckBox>(u"diffChangedOnly"_s).toggle();
        QVERIFY(fixture.trigger(u"freeze"_s));
        QVERIFY(fixture.trigger(u"zoomIn"_s));
        const auto scrolled = table.verticalScrollBar()->value();

        const auto window = inChinese(fixture);
        auto &after = in<EventTableView>(*window);
        QCOMPARE(after.model()->rowCount(), 300);
        QCOMPARE(in<QLineEdit>(*window, u"filterBox"_s).text(), u"table:orders"_s);
        QCOMPARE(after.currentIndex().row(), 121);
        QCOMPARE(after.selectedRows(), table.selectedRows());
        QCOMPARE(after.selectedCount(), 2);
        QCOMPARE(after.verticalScrollBar()->value(), scrolled);
        QVERIFY(!after.follow().isFollowing());
        QCOMPARE(after.fontPixels(), table.fontPixels());
        QVERIFY(actionIn(*window, u"freeze"_s).isChecked());
        QCOMPARE(in<QCheckBox>(*window, u"diffChangedOnly"_s).isChecked(),
                 fixture.child<QCheckBox>(u"diffChangedOnly"_s).isChecked());
        QCOMPARE(in<DiffView>(*window).model().rowCount(),
                 fixture.child<DiffView>().model().rowCount());
        QCOMPARE(window->size(), fixture.window.size());
        QVERIFY(actionIn(*window, u"stop"_s).isEnabled());
        QVERIFY(window->windowTitle().contains("shop staging"_L1));
    }

    // Rows that were cleared, and tables that were unticked, stay so.
    void hiddenRowsStayHidden()
    {
        WindowFixture fixture;
        fixture.session.addRows(5);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        fixture.interaction.answerWith = Question::Answer::Kind::Danger;
        QTRY_VERIFY(fixture.action(u"clear"_s).isEnabled());
        QVERIFY(fixture.trigger(u"clear"_s));
        fixture.session.addRows(2, "stock");
        fixture.session.addRows(2, "cart");
        fixture.window.rowsArrived();
        QTRY_COMPARE(fixture.rows(), 4);
        auto &tree = *fixture.child<QTreeView>(u"sourceTree"_s).model();
        QTRY_VERIFY(tree.rowCount(tree.index(0, 0)) >= 2);
        tree.setData(tree.index(0, 0, tree.index(0, 0)), Qt::Unchecked, Qt::CheckStateRole);
        QTRY_COMPARE(fixture.rows(), 2);
        const auto window = inChinese(fixture);
        QCOMPARE(in<EventTableView>(*window).model()->rowCount(), 2);
    }

    void newRowsComeIntoTheNewWindow()
    {
        WindowFixture fixture;
        fixture.session.addRows(5);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        const auto window = inChinese(fixture);
        QVERIFY(in<EventTableView>(*window).follow().isFollowing());
        fixture.session.addRows(200);
        window->rowsArrived();
        const auto &table = in<EventTableView>(*window);
        QTRY_COMPARE(table.model()->rowCount(), 205);
        QTRY_COMPARE(table.verticalScrollBar()->value(), table.verticalScrollBar()->maximum());
    }

    void errorIsSaidAgain()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        ClientError error;
        error.kind = ClientError::Kind::Closed;
        fixture.window.showError(error);
        fixture.window.showState(ClientState::Failed);
        const auto window = inChinese(fixture);
        QVERIFY(window->findChild<QWidget *>(u"banner"_s) != nullptr);
        QVERIFY(actionIn(*window, u"start"_s).isEnabled());
    }

    void welcomeKeepsItsConnections()
    {
        WindowFixture fixture;
        fixture.window.setProfiles({ fixture.session.profile() });
        QVERIFY(fixture.showWindow());
        const auto window = inChinese(fixture);
        QVERIFY(in<QAbstractButton>(*window, u"recent"_s).isVisible());
    }
};

QTEST_MAIN(TestLanguage)
#include "tst_language.moc"
