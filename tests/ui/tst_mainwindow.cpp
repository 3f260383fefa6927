// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/limits.h"
#include "ui/bannerbar.h"
#include "ui/bannerstrip.h"
#include "ui/connectdialog.h"
#include "ui/diffview.h"
#include "ui/docklayout.h"
#include "ui/emptystate.h"
#include "ui/eventtableview.h"
#include "ui/exportdialog.h"
#include "ui/filterbar.h"
#include "ui/modechip.h"
#include "ui/plaintext.h"
#include "ui/statusbar.h"
#include "ui/translations.h"
#include "ui/welcomepage.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QToolBar>
#include <QToolButton>
#include <QTranslator>

#include "tests/support/recordedframes.h"
#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

// Waits for `test` and shows what failed.
#define WAIT_FOR(test) QVERIFY2(QTest::qWaitFor([&] { return test; }), #test)

QString bannerText(const WindowFixture &fixture)
{
    QString text;
    for (const auto &banner : fixture.child<BannerBar>().banners())
        text += banner.lead + u' ' + banner.text + u'\n';
    return text;
}

bool clickBanner(const WindowFixture &fixture, Banner::Action action)
{
    for (auto *button : fixture.child<BannerBar>().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == BannerStrip::actionText(action)) {
            QTest::mouseClick(button, Qt::LeftButton);
            return true;
        }
    }
    return false;
}

ClientError notStarted()
{
    ClientError error;
    error.kind = ClientError::Kind::SubscribeRejected;
    error.during = ClientState::Subscribing;
    error.complaint = ServerComplaint::NotStarted;
    error.serverCode = 401;
    error.detail = u"destination:example should start first\n\tat com.alibaba.otter"_s;
    return error;
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, { ThemeBase::Light, false }); }
    void init() { failOnWarnings(); }
    void cleanup()
    {
        applyTheme(*qApp, { ThemeBase::Light, false });
        for (auto *translator : qApp->findChildren<QTranslator *>())
            delete translator; // NOLINT(cppcoreguidelines-owning-memory)
    }

    // ---- without a session

    void welcomesWithWaysToStart()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        auto &welcome = fixture.child<WelcomePage>();
        QVERIFY(welcome.isVisible());
        QVERIFY(!fixture.child<FilterBar>().isVisible());
        for (const auto *dock : fixture.window.findChildren<QDockWidget *>())
            QVERIFY(!dock->isVisible());
        QSignalSpy demo(&fixture.window, &MainWindow::demoRequested);
        QTest::mouseClick(&fixture.child<QAbstractButton>(u"welcomeDemo"_s), Qt::LeftButton);
        QCOMPARE(demo.count(), 1);
        QTest::mouseClick(&fixture.child<QAbstractButton>(u"welcomeConnect"_s), Qt::LeftButton);
        QCOMPARE(fixture.interaction.runs, 1);
        fixture.window.setProfiles({ fixture.session.profile() });
        QSignalSpy connected(&fixture.window, &MainWindow::connectRequested);
        QTest::mouseClick(&fixture.child<QAbstractButton>(u"recent"_s), Qt::LeftButton);
        QCOMPARE(connected.count(), 1);
        QCOMPARE(connected[0][0].value<ConnectionProfile>(), fixture.session.profile());
    }

    void actionsThatNeedASessionAreOff()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        for (const auto *name :
             { "stop",         "pause",    "export",       "copy",       "find",      "findNext",
               "findPrevious", "filter",   "clearFilter",  "follow",     "goTo",      "mark",
               "note",         "nextMark", "previousMark", "goBack",     "goForward", "freeze",
               "goEnd",        "goFirst",  "goNext",       "goPrevious", "clear",     "ackNext",
               "ackUpToHere",  "ackAll",   "rollBack" })
            QVERIFY2(!fixture.action(QString::fromLatin1(name)).isEnabled(), name);
        for (const auto *name : { "connect", "startDemo", "start", "quit", "shortcuts" })
            QVERIFY2(fixture.action(QString::fromLatin1(name)).isEnabled(), name);
        QVERIFY(fixture.trigger(u"start"_s)); // asks where to
        QCOMPARE(fixture.interaction.runs, 1);
    }

    // ---- a session comes and goes

    void sessionIsShown()
    {
        WindowFixture fixture;
        fixture.session.addShop();
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        QCOMPARE(fixture.rows(), 135);
        QVERIFY(fixture.child<EventTableView>().isVisible());
        QVERIFY(fixture.child<FilterBar>().isVisible());
        QVERIFY(fixture.window.windowTitle().contains("shop staging"_L1));
        WAIT_FOR(fixture.statusText().contains(u"Events 135 · Displayed 135 (100 %)"));
        QVERIFY(fixture.statusText().contains(u"10.0.0.5:11111/example · client 27413"));
        QVERIFY(fixture.statusText().contains("Live"_L1));
        QCOMPARE(fixture.child<ModeChip>().text(), u"Peek · never acks"_s);
        QVERIFY(bannerText(fixture).contains("nothing is acknowledged"_L1));
    }

    void anotherSessionReplacesTheRows()
    {
        WindowFixture fixture;
        fixture.session.addRows(5);
        fixture.connectSession();
        SampleSession other(AccessMode::Manual);
        other.addRows(2);
        fixture.window.dropSession();
        QCOMPARE(fixture.rows(), 0);
        fixture.window.showSession(other.view());
        fixture.window.rowsArrived();
        QTRY_COMPARE(fixture.rows(), 2);
        QVERIFY(fixture.child<QTableView>(u"batchTable"_s).model()->rowCount() == 1);
        fixture.window.dropSession();
    }

    void storeMayDieAfterItWasDropped()
    {
        FakeInteraction interaction;
        MainWindow window(interaction);
        {
            SampleSession session;
            session.addShop();
            window.showSession(session.view());
            window.showState(ClientState::Connecting);
            window.rowsArrived();
            window.show();
            QTRY_COMPARE(window.findChild<EventTableView *>()->model()->rowCount(), 135);
            window.findChild<EventTableView *>()->goToRow(3);
            window.findChild<QLineEdit *>(u"filterBox"_s)->setText(u"a"_s);
            window.dropSession();
        }
        window.grab();
        QTest::qWait(0);
        window.grab();
    }

    void modelsKeepTheirContract()
    {
        WindowFixture fixture;
        QList<QAbstractItemModel *> models;
        for (auto *view : fixture.window.findChildren<QAbstractItemView *>())
            if (view->model() != nullptr && qobject_cast<QComboBox *>(view->parent()) == nullptr)
                models.append(view->model());
        QVERIFY(models.size() >= 4);
        std::vector<std::unique_ptr<QAbstractItemModelTester>> testers;
        for (auto *model : std::as_const(models))
            testers.push_back(std::make_unique<QAbstractItemModelTester>(
                model, QAbstractItemModelTester::FailureReportingMode::QtTest));
        fixture.session.addRecorded(u"mariadb10.11-canal1.1.8-shop"_s);
        fixture.connectSession();
        auto &table = fixture.child<EventTableView>();
        for (int row = 0; row < fixture.rows(); row += 7)
            table.goToRow(row);
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"update"_s);
        QTest::keyClick(&fixture.child<QLineEdit>(u"filterBox"_s), Qt::Key_Return);
        QTRY_VERIFY(fixture.action(u"clearFilter"_s).isEnabled());
        QVERIFY(fixture.trigger(u"clearFilter"_s));
        fixture.session.addRows(3);
        fixture.flush();
        fixture.window.dropSession();
    }

    // ---- each action changes something

    void startAndStop()
    {
        WindowFixture fixture;
        fixture.connectSession();
        QSignalSpy stopped(&fixture.window, &MainWindow::stopRequested);
        QSignalSpy started(&fixture.window, &MainWindow::startRequested);
        QVERIFY(!fixture.action(u"start"_s).isEnabled());
        QVERIFY(fixture.trigger(u"stop"_s));
        QCOMPARE(stopped.count(), 1);
        QVERIFY(stopped[0][0].value<Leave>() == Leave::GiveBack);
        fixture.window.showState(ClientState::Leaving);
        QVERIFY(!fixture.action(u"stop"_s).isEnabled());
        fixture.window.showState(ClientState::Idle);
        QVERIFY(fixture.statusText().contains("Stopped"_L1));
        QVERIFY(fixture.trigger(u"start"_s));
        QCOMPARE(started.count(), 1);
    }

    void stoppingInManualModeAsks()
    {
        WindowFixture fixture(AccessMode::Manual);
        fixture.session.addRows(1);
        fixture.connectSession();
        QSignalSpy stopped(&fixture.window, &MainWindow::stopRequested);
        QVERIFY(fixture.trigger(u"stop"_s));
        QCOMPARE(fixture.interaction.questions.size(), 1);
        QCOMPARE(stopped.count(), 0);
        fixture.interaction.answerWith = Question::Answer::Kind::Plain;
        QVERIFY(fixture.trigger(u"stop"_s));
        QVERIFY(stopped[0][0].value<Leave>() == Leave::Keep);
        fixture.session.ack(0);
        fixture.interaction.questions.clear();
        QVERIFY(fixture.trigger(u"stop"_s)); // nothing un-acked: nothing to ask
        QVERIFY(fixture.interaction.questions.isEmpty());
        QVERIFY(stopped[1][0].value<Leave>() == Leave::GiveBack);
    }

    void pauseIsForwardedAndShown()
    {
        WindowFixture fixture;
        fixture.connectSession();
        QSignalSpy paused(&fixture.window, &MainWindow::pauseRequested);
        QVERIFY(fixture.trigger(u"pause"_s));
        QCOMPARE(paused[0][0].toBool(), true);
        fixture.window.showHolds(FetchHold::User);
        QVERIFY(fixture.action(u"pause"_s).isChecked());
        QVERIFY(fixture.statusText().contains("Paused"_L1));
        QVERIFY(fixture.trigger(u"pause"_s));
        QCOMPARE(paused[1][0].toBool(), false);
        fixture.window.showHolds({});
        QVERIFY(!fixture.action(u"pause"_s).isChecked());
    }

    void freezeHoldsTheTable()
    {
        WindowFixture fixture;
        fixture.session.addRows(3);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &table = fixture.child<EventTableView>();
        table.setFocus();
        QTest::keyClick(&table, Qt::Key_Space);
        QVERIFY(fixture.action(u"freeze"_s).isChecked());
        fixture.session.addRows(4);
        fixture.window.rowsArrived();
        WAIT_FOR(fixture.statusText().contains(u"Events 7 · Displayed 3"));
        QTest::keyClick(&table, Qt::Key_Space);
        QTRY_COMPARE(fixture.rows(), 7);
    }

    void followActionMirrorsTheTable()
    {
        WindowFixture fixture;
        fixture.session.addRows(100);
        fixture.connectSession();
        auto &follow = fixture.child<EventTableView>().follow();
        QVERIFY(fixture.action(u"follow"_s).isChecked());
        fixture.child<EventTableView>().goToRow(0);
        QVERIFY(!fixture.action(u"follow"_s).isChecked());
        QVERIFY(fixture.trigger(u"follow"_s));
        QVERIFY(follow.isFollowing());
        QVERIFY(fixture.action(u"follow"_s).isChecked());
    }

    void goActionsMoveTheSelection()
    {
        WindowFixture fixture;
        fixture.session.addRows(10);
        fixture.connectSession();
        auto &table = fixture.child<EventTableView>();
        QVERIFY(fixture.trigger(u"goFirst"_s));
        QCOMPARE(table.currentIndex().row(), 0);
        QVERIFY(fixture.trigger(u"goNext"_s));
        QCOMPARE(table.currentIndex().row(), 1);
        QVERIFY(fixture.trigger(u"goPrevious"_s));
        QCOMPARE(table.currentIndex().row(), 0);
        QVERIFY(fixture.trigger(u"goPrevious"_s)); // stays
        QCOMPARE(table.currentIndex().row(), 0);
        QVERIFY(fixture.trigger(u"goEnd"_s));
        QCOMPARE(table.currentIndex().row(), 9);
        QVERIFY(table.follow().isFollowing());
    }

    void rowsThatWereCurrentComeBack()
    {
        WindowFixture fixture;
        fixture.session.addRows(5, "orders");
        fixture.session.addRows(5, "stock");
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &table = fixture.child<EventTableView>();
        table.setFocus();
        for (const int row : { 1, 7, 3, 9 })
            table.goToRow(row);
        QVERIFY(!fixture.action(u"goForward"_s).isEnabled());
        QTest::keyClick(&table, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(table.currentIndex().row(), 3);
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"table:orders"_s);
        QTRY_COMPARE(fixture.rows(), 5);
        QTest::keyClick(&table, Qt::Key_Left, Qt::AltModifier); // 7 is not shown
        QCOMPARE(table.currentIndex().row(), 1);
        QVERIFY(!fixture.action(u"goBack"_s).isEnabled());
        QTest::keyClick(&table, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(table.currentIndex().row(), 3);
        table.goToRow(0);
        QVERIFY(!fixture.action(u"goForward"_s).isEnabled()); // another way from here
        fixture.window.dropSession();
        QVERIFY(!fixture.action(u"goBack"_s).isEnabled());
    }

    void zoomChangesTheTable()
    {
        WindowFixture fixture;
        fixture.connectSession();
        auto &table = fixture.child<EventTableView>();
        QVERIFY(fixture.trigger(u"zoomIn"_s));
        QCOMPARE(table.fontPixels(), 13);
        QVERIFY(fixture.trigger(u"zoomOut"_s));
        QVERIFY(fixture.trigger(u"zoomOut"_s));
        QCOMPARE(table.fontPixels(), 11);
        QVERIFY(fixture.trigger(u"zoomReset"_s));
        QCOMPARE(table.fontPixels(), 12);
    }

    void coloursChange()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        const auto theme = [&] { return &Theme::of(fixture.window.palette()); };
        QVERIFY(fixture.trigger(u"themeDark"_s));
        QTRY_COMPARE(theme(), &Theme::dark());
        QVERIFY(fixture.trigger(u"colourBlind"_s));
        QTRY_COMPARE(theme(), &Theme::of(Theme::Variant::DarkColourBlind));
        QVERIFY(fixture.trigger(u"colourBlind"_s));
        QVERIFY(fixture.trigger(u"themeLight"_s));
        QTRY_COMPARE(theme(), &Theme::light());
        QVERIFY(fixture.trigger(u"themeSystem"_s));
        QTRY_COMPARE(theme(), &Theme::light());
    }

    void iconsFollowTheColours()
    {
        WindowFixture fixture;
        const auto pixel = [&] {
            return fixture.action(u"stop"_s)
                .icon()
                .pixmap(QSize(16, 16), 1.0)
                .toImage()
                .pixelColor(8, 8);
        };
        fixture.connectSession();
        QCOMPARE(pixel(), Theme::light()(Theme::Role::ErrorIcon));
        QVERIFY(fixture.trigger(u"themeDark"_s));
        QTRY_COMPARE(pixel(), Theme::dark()(Theme::Role::ErrorIcon));
    }

    void filterHidesAndClears()
    {
        WindowFixture fixture;
        fixture.session.addBatch({ SampleSession::insertEntry("orders", "1", "apple"),
                                   SampleSession::insertEntry("stock", "2", "pear") });
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        QVERIFY(fixture.trigger(u"filter"_s));
        auto &box = fixture.child<QLineEdit>(u"filterBox"_s);
        QVERIFY(box.hasFocus());
        QTest::keyClicks(&box, u"pear"_s);
        QTest::keyClick(&box, Qt::Key_Return);
        QTRY_COMPARE(fixture.rows(), 1);
        WAIT_FOR(fixture.statusText().contains("Displayed 1 (50.0 %)"_L1));
        QVERIFY(fixture.action(u"clearFilter"_s).isEnabled());
        QTest::keyClick(&box, Qt::Key_Escape); // clears
        QTRY_COMPARE(fixture.rows(), 2);
        QVERIFY(box.hasFocus());
        QTest::keyClick(&box, Qt::Key_Escape); // leaves
        QVERIFY(fixture.child<EventTableView>().hasFocus());
    }

    void filterAppliesWhileTyping()
    {
        WindowFixture fixture;
        fixture.session.addBatch({ SampleSession::insertEntry("orders", "1", "apple"),
                                   SampleSession::insertEntry("stock", "2", "李雷") });
        fixture.connectSession();
        auto &box = fixture.child<QLineEdit>(u"filterBox"_s);
        QSignalSpy applied(&fixture.child<FilterBar>(), &FilterBar::applied);
        QTest::keyClicks(&box, u"appl"_s);
        QCOMPARE(applied.count(), 0); // not with every key
        QTRY_COMPARE(applied.count(), 1);
        QTRY_COMPARE(fixture.rows(), 1);
        box.setText(u"李"_s);
        QTRY_COMPARE(applied.count(), 2);
        QTRY_COMPARE(fixture.rows(), 1);
        QTest::mouseClick(&fixture.child<QToolButton>(u"filterClear"_s), Qt::LeftButton);
        QTRY_COMPARE(fixture.rows(), 2);
    }

    void wrongFilterIsSaidAndTheOldOneStays()
    {
        WindowFixture fixture;
        fixture.session.addBatch({ SampleSession::insertEntry("orders", "1", "apple"),
                                   SampleSession::insertEntry("stock", "2", "pear") });
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &bar = fixture.child<FilterBar>();
        auto &box = fixture.child<QLineEdit>(u"filterBox"_s);
        auto &message = fixture.child<QLabel>(u"filterMessage"_s);
        auto &apply = fixture.child<QToolButton>(u"filterApply"_s);
        const int height = bar.height();
        QTest::keyClicks(&box, u"table:orders"_s);
        QTRY_COMPARE(fixture.rows(), 1);
        QVERIFY(!message.isVisible());
        QTest::keyClicks(&box, u" and id > )"_s);
        QTRY_VERIFY(message.isVisible());
        QCOMPARE(message.text(),
                 u"Position 23: A number or text was expected after >, found ). Still showing the "
                 "last valid filter: table:orders"_s);
        QCOMPARE(box.accessibleDescription(), message.text());
        QCOMPARE(fixture.child<QLabel>(u"filterResult"_s).text(), u"position 23"_s);
        QVERIFY(!apply.isEnabled());
        QVERIFY(bar.height() > height);
        QCOMPARE(fixture.rows(), 1);
        QTest::keyClick(&box, Qt::Key_Return);
        QCOMPARE(box.cursorPosition(), 22);
        QTest::keyClick(&box, Qt::Key_Backspace);
        box.setText(u"table:orders and id > 1"_s);
        QTRY_COMPARE(fixture.rows(), 0);
        QVERIFY(!message.isVisible());
        QVERIFY(apply.isEnabled());
        QCOMPARE(bar.height(), height);
        box.setText(u"("_s);
        QTRY_VERIFY(message.isVisible());
        QTest::keyClick(&box, Qt::Key_Escape);
        QTRY_COMPARE(fixture.rows(), 2);
        QVERIFY(!message.isVisible());
    }

    void unknownNamesInTheFilterArePointedAt()
    {
        WindowFixture fixture;
        fixture.session.addBatch({ SampleSession::insertEntry("orders", "1", "apple") });
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &box = fixture.child<QLineEdit>(u"filterBox"_s);
        auto &message = fixture.child<QLabel>(u"filterMessage"_s);
        box.setText(u"table:order"_s);
        QTRY_COMPARE(message.text(),
                     u"No table order seen yet. Did you mean orders? The filter stays on."_s);
        box.setText(u"statuz = x"_s);
        QTRY_COMPARE(message.text(),
                     u"None of the rows looked at has a column statuz. The filter stays on."_s);
        box.setText(u"tabel:orders"_s);
        QTRY_COMPARE(message.text(),
                     u"None of the rows looked at has a column tabel. Did you mean "
                     "table:? The filter stays on."_s);
        box.setText(u"id = 1"_s);
        QTRY_VERIFY(!message.isVisible());
        box.setText(u"table:order"_s);
        QTRY_VERIFY(message.isVisible());
        fixture.session.addBatch({ SampleSession::insertEntry("order", "2", "pear") });
        fixture.window.rowsArrived();
        QTRY_COMPARE(fixture.rows(), 1);
        QTRY_VERIFY(!message.isVisible());
    }

    void filterHelpIsBesideTheBox()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &box = fixture.child<QLineEdit>(u"filterBox"_s);
        box.setFocus();
        QTest::keyClick(&box, Qt::Key_F1);
        auto &page = fixture.child<QDialog>(u"filterHelpPage"_s);
        QTRY_VERIFY(page.isVisible());
        QVERIFY(!page.isModal());
        // Every example on it can be typed as it stands.
        int examples = 0;
        for (const auto *label : page.findChildren<QLabel *>()) {
            if (!(label->textInteractionFlags() & Qt::TextSelectableByMouse))
                continue;
            for (const auto &line : label->text().split(u'\n')) {
                const auto filter = parseFilter(line);
                QVERIFY2(filter, qPrintable(line));
                ++examples;
            }
        }
        QVERIFY(examples > 20);
        page.close();
    }

    void filterKeepsComposingToItself()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &box = fixture.child<QLineEdit>(u"filterBox"_s);
        box.setFocus();
        QSignalSpy changed(&box, &QLineEdit::textChanged);
        QInputMethodEvent composing(u"li lei"_s, {});
        QCoreApplication::sendEvent(&box, &composing);
        QCOMPARE(changed.count(), 0);
        QInputMethodEvent done;
        done.setCommitString(u"李雷"_s);
        QCoreApplication::sendEvent(&box, &done);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(box.text(), u"李雷"_s);
    }

    void copyTakesTheSelectedRows()
    {
        WindowFixture fixture;
        fixture.session.addRows(5);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &table = fixture.child<EventTableView>();
        table.setFocus();
        table.selectAll();
        QVERIFY(fixture.trigger(u"copy"_s));
        const auto *mime = QApplication::clipboard()->mimeData();
        QVERIFY(!mime->hasHtml());
        QCOMPARE(mime->text().count(u'\n'), 5);
        table.goToRow(2);
        QTest::keyClick(&table, Qt::Key_C, Qt::ControlModifier);
        QTRY_COMPARE(QApplication::clipboard()->text().count(u'\n'), 1);
    }

    void exportWritesWhatTheDialogSays()
    {
        WindowFixture fixture;
        fixture.session.addRows(6);
        fixture.connectSession();
        QVERIFY(fixture.window.findChild<EventTableView *>() != nullptr);
        WAIT_FOR(fixture.action(u"export"_s).isEnabled());
        QTemporaryDir directory;
        const auto path = directory.filePath(u"x.csv"_s);
        fixture.interaction.onRun = [&](QDialog &dialog) {
            QSignalSpy finished(&dialog, &QDialog::finished);
            dialog.show();
            dialog.findChild<QLineEdit *>(u"exportPath"_s)->setText(path);
            QTest::mouseClick(dialog.findChild<QPushButton *>(u"exportStart"_s), Qt::LeftButton);
            [&] { QTRY_COMPARE(finished.count(), 1); }();
            return dialog.result() == QDialog::Accepted ? Interaction::Ending::Accepted
                                                        : Interaction::Ending::Cancelled;
        };
        QVERIFY(fixture.trigger(u"export"_s));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll().count('\n'), 7);
        QVERIFY(bannerText(fixture).contains("Wrote 6 lines"_L1));
        QVERIFY(bannerText(fixture).contains(path));
    }

    void clearLetsGoOfTheRows()
    {
        WindowFixture fixture;
        fixture.session.addRows(4);
        fixture.connectSession();
        WAIT_FOR(fixture.action(u"clear"_s).isEnabled());
        QSignalSpy cleared(&fixture.window, &MainWindow::clearRequested);
        QVERIFY(fixture.trigger(u"clear"_s));
        QCOMPARE(cleared.count(), 0);
        fixture.interaction.answerWith = Question::Answer::Kind::Danger;
        QVERIFY(fixture.trigger(u"clear"_s));
        QCOMPARE(cleared.count(), 1);
        QCOMPARE(cleared[0][0].toUInt(), 4U);
        QCOMPARE(fixture.rows(), 0);
        fixture.session.store().release(RowId { 4 });
        fixture.session.addRows(2);
        fixture.window.rowsArrived();
        QTRY_COMPARE(fixture.rows(), 2);
        WAIT_FOR(fixture.statusText().contains("Events 2 "_L1));
    }

    void ackActionsAskForAcks()
    {
        WindowFixture fixture(AccessMode::Manual);
        for (int i = 0; i < 3; ++i)
            fixture.session.addRows(2);
        fixture.connectSession();
        QSignalSpy acked(&fixture.window, &MainWindow::ackRequested);
        QSignalSpy rolledBack(&fixture.window, &MainWindow::rollbackRequested);
        QVERIFY(fixture.trigger(u"ackNext"_s));
        QCOMPARE(acked.last()[0].toUInt(), 0U);
        fixture.child<EventTableView>().goToRow(3); // of the second batch
        QVERIFY(fixture.trigger(u"ackUpToHere"_s));
        QCOMPARE(acked.last()[0].toUInt(), 1U);
        QVERIFY(fixture.trigger(u"ackAll"_s));
        QCOMPARE(acked.last()[0].toUInt(), 2U);
        QVERIFY(fixture.trigger(u"rollBack"_s));
        QCOMPARE(rolledBack.count(), 0); // cancelled
        fixture.interaction.answerWith = Question::Answer::Kind::Danger;
        QVERIFY(fixture.trigger(u"rollBack"_s));
        QCOMPARE(rolledBack.count(), 1);
    }

    void productionIsNamedAndAsked()
    {
        WindowFixture fixture(AccessMode::Manual);
        fixture.session.profile().isProduction = true;
        fixture.session.addRows(2);
        fixture.session.addRows(2);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        QVERIFY(fixture.child<ModeChip>().text().startsWith("production"_L1));
        QSignalSpy acks(&fixture.window, &MainWindow::ackRequested);
        QVERIFY(fixture.trigger(u"ackAll"_s));
        QCOMPARE(acks.count(), 0);
        QCOMPARE(fixture.interaction.questions.size(), 1);
        const auto &question = fixture.interaction.questions[0];
        QVERIFY(question.headline.contains("2 batches"_L1));
        QCOMPARE(question.facts.constFirst().second, u"shop staging"_s);
        fixture.interaction.answerWith = Question::Answer::Kind::Danger;
        QVERIFY(fixture.trigger(u"ackNext"_s));
        QCOMPARE(acks.count(), 1);
        QCOMPARE(acks[0][0].toUInt(), 0U);
        QVERIFY(fixture.trigger(u"rollBack"_s));
        QCOMPARE(fixture.interaction.questions.constLast().facts.constFirst().second,
                 u"shop staging"_s);
    }

    void peekNeverOffersAnAck()
    {
        WindowFixture fixture;
        fixture.session.addRows(2);
        fixture.connectSession();
        for (const auto *name : { "ackNext", "ackUpToHere", "ackAll", "rollBack" }) {
            const auto &action = fixture.action(QString::fromLatin1(name));
            QVERIFY2(!action.isEnabled(), name);
            QVERIFY(action.toolTip().contains("Peek never acknowledges"_L1));
        }
        const auto tools = fixture.child<QToolBar>(u"toolBar"_s).actions();
        QVERIFY(!tools.contains(&fixture.action(u"ackNext"_s)));
    }

    void sheetOfKeysIsShown()
    {
        WindowFixture fixture;
        QVERIFY(fixture.trigger(u"shortcuts"_s));
        QCOMPARE(fixture.interaction.runs, 1);
    }

    void shortcutsReachTheirActions_data()
    {
        QTest::addColumn<QString>("action");
        QTest::addColumn<int>("key");
        QTest::addColumn<bool>("manual");
        const auto row = [](const char *action, QKeyCombination key, bool manual = false) {
            QTest::addRow("%s %s", action, qPrintable(QKeySequence(key).toString()))
                << QString::fromLatin1(action) << key.toCombined() << manual;
        };
        row("connect", Qt::CTRL | Qt::Key_K);
        row("stop", Qt::CTRL | Qt::Key_E);
        row("freeze", Qt::CTRL | Qt::SHIFT | Qt::Key_F);
        row("follow", QKeyCombination(Qt::Key_F));
        row("filter", Qt::CTRL | Qt::Key_L);
        row("filter", QKeyCombination(Qt::Key_Slash));
        row("copy", Qt::CTRL | Qt::Key_C);
        row("find", Qt::CTRL | Qt::Key_F);
        row("findNext", QKeyCombination(Qt::Key_F3));
        row("findPrevious", Qt::SHIFT | Qt::Key_F3);
        row("mark", Qt::CTRL | Qt::Key_M);
        row("mark", QKeyCombination(Qt::Key_M));
        row("hideRow", Qt::CTRL | Qt::Key_D);
        row("export", Qt::CTRL | Qt::SHIFT | Qt::Key_E);
        row("goTo", Qt::CTRL | Qt::Key_G);
        row("goEnd", Qt::CTRL | Qt::Key_End);
        row("goNext", Qt::CTRL | Qt::Key_Down);
        row("goPrevious", Qt::CTRL | Qt::Key_Up);
        row("zoomIn", Qt::CTRL | Qt::Key_Plus);
        row("zoomOut", Qt::CTRL | Qt::Key_Minus);
        row("zoomReset", Qt::CTRL | Qt::Key_0);
        row("palette", Qt::CTRL | Qt::SHIFT | Qt::Key_P);
        row("shortcuts", QKeyCombination(Qt::Key_F1));
        row("ackNext", Qt::CTRL | Qt::Key_Return, true);
        row("ackUpToHere", Qt::CTRL | Qt::SHIFT | Qt::Key_Return, true);
        row("quit", Qt::CTRL | Qt::Key_Q);
    }
    void shortcutsReachTheirActions()
    {
        QFETCH(QString, action);
        QFETCH(int, key);
        QFETCH(bool, manual);
        WindowFixture fixture(manual ? AccessMode::Manual : AccessMode::Peek);
        fixture.session.addRows(5);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &table = fixture.child<EventTableView>();
        table.goToRow(2);
        table.setFocus();
        WAIT_FOR(fixture.action(action).isEnabled());
        QSignalSpy triggered(&fixture.action(action), &QAction::triggered);
        const auto combination = QKeyCombination::fromCombined(key);
        QTest::keyClick(&table, combination.key(), combination.keyboardModifiers());
        QCOMPARE(triggered.count(), 1);
    }

    void startHasTheSameKeyAsStop()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        fixture.window.showState(ClientState::Leaving);
        fixture.window.showState(ClientState::Idle);
        QSignalSpy started(&fixture.window, &MainWindow::startRequested);
        QTest::keyClick(&fixture.child<EventTableView>(), Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(started.count(), 1);
    }

    void rowsCanBeWalkedFromAnotherPane()
    {
        WindowFixture fixture;
        fixture.session.addRows(5);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        fixture.child<EventTableView>().goToRow(2);
        auto &diff = fixture.child<DiffView>().table();
        diff.setFocus();
        QTest::keyClick(&diff, Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(fixture.child<EventTableView>().currentIndex().row(), 3);
        QVERIFY(diff.hasFocus());
    }

    // ---- what happened

    void selectedRowIsShownInThePanels()
    {
        WindowFixture fixture;
        fixture.session.addRows(2);
        fixture.session.addBatch({ SampleSession::orderEntry({}) });
        fixture.connectSession();
        fixture.child<EventTableView>().goToRow(2);
        QCOMPARE(fixture.child<DiffView>().model().changedCount(), 3);
        QCOMPARE(fixture.child<QTableView>(u"batchTable"_s).currentIndex().row(), 1);
    }

    void errorsAreExplained()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        fixture.window.showError(notStarted());
        fixture.window.showState(ClientState::Waiting);
        fixture.window.showRetry(6000);
        const auto text = bannerText(fixture);
        QVERIFY(text.contains("rejected the subscription"_L1));
        QVERIFY(text.contains("Reconnecting in 6 s"_L1));
        for (const auto *word : { "mistyped", "stopped", "standby", "booting" })
            QVERIFY2(text.contains(QLatin1StringView(word)), word);
        QVERIFY(fixture.child<BannerBar>().banners().constFirst().details.contains("401:"_L1));
        QVERIFY(fixture.child<EmptyState>().isVisible());
        QVERIFY(fixture.child<EmptyState>().content().headline.contains("10.0.0.5:11111"_L1));
        QSignalSpy started(&fixture.window, &MainWindow::startRequested);
        QSignalSpy stopped(&fixture.window, &MainWindow::stopRequested);
        WAIT_FOR(clickBanner(fixture, Banner::Action::RetryNow));
        QCOMPARE(started.count(), 1);
        WAIT_FOR(clickBanner(fixture, Banner::Action::StopRetrying));
        QCOMPARE(stopped.count(), 1);
        fixture.window.showState(ClientState::Connecting);
        QVERIFY(!bannerText(fixture).contains("Reconnecting"_L1));
        fixture.window.showState(ClientState::Streaming);
        QVERIFY(!bannerText(fixture).contains("rejected"_L1));
    }

    void countdownRuns()
    {
        WindowFixture fixture;
        fixture.connectSession();
        fixture.window.showError(notStarted());
        fixture.window.showState(ClientState::Waiting);
        fixture.window.showRetry(1200);
        QVERIFY(bannerText(fixture).contains("in 2 s"_L1));
        WAIT_FOR(bannerText(fixture).contains("in 1 s"_L1));
        WAIT_FOR(bannerText(fixture).contains("in 0 s"_L1));
    }

    void fatalErrorOffersToEditTheConnection()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        ClientError error;
        error.kind = ClientError::Kind::AuthRejected;
        error.complaint = ServerComplaint::AuthFailed;
        fixture.window.showError(error);
        fixture.window.showState(ClientState::Failed);
        QVERIFY(fixture.action(u"start"_s).isEnabled());
        ConnectionProfile edited;
        fixture.interaction.onRun = [&](QDialog &dialog) {
            edited = dynamic_cast<ConnectDialog &>(dialog).profile();
            return Interaction::Ending::Cancelled;
        };
        QVERIFY(clickBanner(fixture, Banner::Action::EditConnection));
        QCOMPARE(edited, fixture.session.profile());
        const auto button = fixture.child<EmptyState>().findChildren<QPushButton *>();
        QSignalSpy started(&fixture.window, &MainWindow::startRequested);
        QTest::mouseClick(button.constFirst(), Qt::LeftButton);
        QCOMPARE(started.count(), 1);
    }

    void refusedAckNamesItsBatch()
    {
        WindowFixture fixture(AccessMode::Manual);
        fixture.session.addRows(1);
        fixture.session.addRows(1);
        fixture.connectSession();
        ClientError error;
        error.kind = ClientError::Kind::ServerRejected;
        error.complaint = ServerComplaint::NotOldestBatch;
        error.detail = u"CanalServerException: batchId:2 is not the firstly:1"_s;
        fixture.window.showAckFailed(1, error);
        QVERIFY(bannerText(fixture).contains("ack of batch 2"_L1));
        QVERIFY(bannerText(fixture).contains("older batch"_L1));
    }

    void peekPausesAndSaysWhatToDo()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        fixture.window.showHolds(FetchHold::PeekLimit);
        QVERIFY(bannerText(fixture).contains("half of what the server buffers"_L1));
        QVERIFY(fixture.statusText().contains("Paused"_L1));
        QSignalSpy stopped(&fixture.window, &MainWindow::stopRequested);
        QVERIFY(clickBanner(fixture, Banner::Action::Stop));
        QCOMPARE(stopped.count(), 1);
        QVERIFY(clickBanner(fixture, Banner::Action::ChangeMode));
        QCOMPARE(fixture.interaction.runs, 1);
        fixture.window.showHolds({});
        QVERIFY(!bannerText(fixture).contains("half of"_L1));
    }

    void fullMemoryOffersToClear()
    {
        WindowFixture fixture;
        fixture.session.addRows(1);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        fixture.window.showHolds(FetchHold::StoreFull);
        QVERIFY(clickBanner(fixture, Banner::Action::Clear));
        QCOMPARE(fixture.interaction.questions.size(), 1);
    }

    void fullServerBufferWarns()
    {
        WindowFixture fixture(AccessMode::Manual);
        fixture.session.addBatch({ SampleSession::insertEntry("a", "1") },
                                 serverStoreBytes * 85 / 100 + 1);
        fixture.connectSession();
        WAIT_FOR(bannerText(fixture).contains("about 85 % full"_L1));
        fixture.session.ack(0);
        WAIT_FOR(!bannerText(fixture).contains("% full"_L1));
    }

    void unansweredGetIsExplainedUntilAnAnswer()
    {
        WindowFixture fixture;
        fixture.connectSession();
        fixture.window.showGetUnanswered();
        QVERIFY(bannerText(fixture).contains("does not answer a GET"_L1));
        fixture.window.showPolled();
        QVERIFY(!bannerText(fixture).contains("GET"_L1));
    }

    void noticeIsShown()
    {
        WindowFixture fixture;
        fixture.window.showNotice(u"The client id 1001 is in use by another window."_s,
                                  NoticeKind::Error);
        QVERIFY(bannerText(fixture).contains("in use"_L1));
    }

    void atMostTwoBannersNewestOnTop()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        fixture.window.showHolds(FetchHold::PeekLimit);
        fixture.window.showNotice(u"the newest"_s, NoticeKind::Info);
        auto &bar = fixture.child<BannerBar>();
        QCOMPARE(bar.banners().size(), 3);
        QCOMPARE(bar.banners().constFirst().text, u"the newest"_s);
        const auto visible = [&] {
            int count = 0;
            for (const auto *strip : bar.findChildren<BannerStrip *>())
                count += strip->isVisible() ? 1 : 0;
            return count;
        };
        QCOMPARE(visible(), 2);
        for (auto *strip : bar.findChildren<BannerStrip *>())
            if (strip->banner().text == "the newest"_L1)
                QTest::mouseClick(strip->findChild<QToolButton *>(u"bannerClose"_s),
                                  Qt::LeftButton);
        QCOMPARE(bar.banners().size(), 2);
        QTRY_COMPARE(visible(), 2); // the third made its way up
    }

    void closedModeBannerStaysClosed()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &bar = fixture.child<BannerBar>();
        QTest::mouseClick(&fixture.child<QToolButton>(u"bannerClose"_s), Qt::LeftButton);
        QVERIFY(bar.banners().isEmpty());
        fixture.session.addRows(3);
        fixture.flush();
        QVERIFY(bar.banners().isEmpty());
    }

    void demoSaysWhatItIs()
    {
        WindowFixture fixture(AccessMode::Auto);
        auto view = fixture.session.view();
        view.isDemo = true;
        fixture.window.showSession(view);
        QVERIFY(bannerText(fixture).contains("Built-in demo"_L1));
        QVERIFY(bannerText(fixture).contains("of its own"_L1));
        QCOMPARE(fixture.child<ModeChip>().text(), u"Built-in demo"_s);
        QVERIFY(fixture.interaction.questions.isEmpty());
    }

    void emptyTableSaysWhy()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &empty = fixture.child<EmptyState>();
        QVERIFY(empty.isVisible());
        QVERIFY(empty.content().headline.contains("waiting"_L1));
        fixture.window.showPolled();
        QVERIFY(empty.content().text.contains("Last poll"_L1));
        fixture.session.addRows(2);
        fixture.flush();
        QVERIFY(!empty.isVisible());
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"no such text"_s);
        WAIT_FOR(empty.isVisible());
        QVERIFY(empty.content().headline.contains("0 of 2"_L1));
        QTest::mouseClick(empty.findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_COMPARE(fixture.rows(), 2);
        QVERIFY(!empty.isVisible());
    }

    void everyStateHasAWord_data()
    {
        QTest::addColumn<QList<ClientState>>("way");
        QTest::addColumn<QString>("word");
        using enum ClientState;
        using Way = QList<ClientState>;
        QTest::newRow("idle") << Way {} << u"Stopped"_s;
        QTest::newRow("connecting") << Way { Connecting } << u"Connecting"_s;
        QTest::newRow("handshake") << Way { Connecting, AwaitingHandshake } << u"Connecting"_s;
        QTest::newRow("streaming") << Way { Connecting, Streaming } << u"Live"_s;
        QTest::newRow("leaving") << Way { Connecting, Streaming, Leaving } << u"Leaving"_s;
        QTest::newRow("waiting") << Way { Connecting, Waiting } << u"Reconnecting"_s;
        QTest::newRow("failed") << Way { Connecting, Failed } << u"Disconnected"_s;
    }
    void everyStateHasAWord()
    {
        QFETCH(QList<ClientState>, way);
        QFETCH(QString, word);
        WindowFixture fixture;
        fixture.window.showSession(fixture.session.view());
        for (const auto state : way)
            fixture.window.showState(state);
        QVERIFY2(fixture.statusText().contains(word), qPrintable(fixture.statusText()));
        QVERIFY(!fixture.child<EmptyState>().content().headline.isEmpty());
    }

    // ---- closing

    void closesAtOnceWhenThereIsNothingToLeave()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        QSignalSpy asked(&fixture.window, &MainWindow::closeRequested);
        QVERIFY(fixture.window.close());
        QCOMPARE(asked.count(), 0);
    }

    void closingLeavesFirst()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        QSignalSpy asked(&fixture.window, &MainWindow::closeRequested);
        QVERIFY(!fixture.window.close());
        QCOMPARE(asked.count(), 1);
        QVERIFY(asked[0][0].value<Leave>() == Leave::GiveBack);
        QVERIFY(fixture.interaction.questions.isEmpty());
        fixture.window.allowClose();
        QVERIFY(fixture.window.close());
    }

    void closingWithUnackedBatchesAsks_data()
    {
        QTest::addColumn<int>("answer");
        QTest::addColumn<int>("signals_");
        QTest::addColumn<bool>("keeps");
        using Kind = Question::Answer::Kind;
        QTest::newRow("cancel") << int(Kind::Cancel) << 0 << false;
        QTest::newRow("leave") << int(Kind::Plain) << 1 << true;
        QTest::newRow("roll back") << int(Kind::Primary) << 1 << false;
    }
    void closingWithUnackedBatchesAsks()
    {
        QFETCH(int, answer);
        QFETCH(int, signals_);
        QFETCH(bool, keeps);
        WindowFixture fixture(AccessMode::Manual);
        fixture.session.addRows(2);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        fixture.interaction.answerWith = static_cast<Question::Answer::Kind>(answer);
        QSignalSpy asked(&fixture.window, &MainWindow::closeRequested);
        QVERIFY(!fixture.window.close());
        QCOMPARE(fixture.interaction.questions.size(), 1);
        QCOMPARE(asked.count(), signals_);
        if (signals_ > 0)
            QVERIFY((asked[0][0].value<Leave>() == Leave::Keep) == keeps);
    }

    // ---- layout

    void layoutIsKept()
    {
        QByteArray state;
        {
            WindowFixture fixture;
            fixture.window.resize(1500, 900);
            QVERIFY(fixture.showWindow());
            fixture.connectSession();
            fixture.child<QDockWidget>(u"diffDock"_s).close();
            QVERIFY(fixture.trigger(u"zoomIn"_s));
            QVERIFY(fixture.trigger(u"themeDark"_s));
            state = fixture.window.layoutState();
        }
        applyTheme(*qApp, { ThemeBase::Light, false });
        WindowFixture fixture;
        fixture.window.restoreLayoutState(state);
        QVERIFY(fixture.showWindow());
        QCOMPARE(fixture.window.width(), 1500);
        QCOMPARE(&Theme::of(fixture.window.palette()), &Theme::dark());
        fixture.connectSession();
        QVERIFY(!fixture.child<QDockWidget>(u"diffDock"_s).isVisible());
        QVERIFY(fixture.child<QDockWidget>(u"sourcesDock"_s).isVisible());
        QCOMPARE(fixture.child<EventTableView>().fontPixels(), 13);
        QVERIFY(fixture.trigger(u"resetLayout"_s));
        QVERIFY(fixture.child<QDockWidget>(u"diffDock"_s).isVisible());
    }

    void brokenLayoutIsIgnored()
    {
        WindowFixture fixture;
        for (const auto &state : { QByteArray(), QByteArray("rubbish"), QByteArray(1000, '\xff') })
            fixture.window.restoreLayoutState(state);
        auto cut = fixture.window.layoutState();
        cut.chop(9);
        fixture.window.restoreLayoutState(cut);
        fixture.connectSession();
        QVERIFY(!fixture.window.layoutState().isEmpty());
    }

    void ledgerStandsBelowInManualMode()
    {
        WindowFixture fixture(AccessMode::Manual);
        fixture.window.resize(1500, 900);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &batches = fixture.child<QDockWidget>(u"batchesDock"_s);
        QCOMPARE(fixture.window.dockWidgetArea(&batches), Qt::BottomDockWidgetArea);
        SampleSession peek;
        fixture.window.dropSession();
        fixture.window.showSession(peek.view());
        QCOMPARE(fixture.window.dockWidgetArea(&batches), Qt::LeftDockWidgetArea);
        fixture.window.dropSession();
    }

    void narrowWindowHasARail()
    {
        WindowFixture fixture;
        fixture.window.resize(1500, 900);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &rail = fixture.child<QToolBar>(u"rail"_s);
        auto &sources = fixture.child<QDockWidget>(u"sourcesDock"_s);
        QVERIFY(!rail.isVisible());
        QVERIFY(sources.isVisible());
        fixture.window.resize(1280, 720);
        WAIT_FOR(rail.isVisible());
        QVERIFY(!sources.isVisible());
        sources.toggleViewAction()->trigger();
        QVERIFY(sources.isVisible());
        fixture.window.resize(1500, 900);
        WAIT_FOR(!rail.isVisible());
        QVERIFY(sources.isVisible());
        QCOMPARE(fixture.window.size(), QSize(1500, 900));
    }

    void everyBarAndDockHasAName()
    {
        WindowFixture fixture;
        for (const auto *dock : fixture.window.findChildren<QDockWidget *>())
            QVERIFY(!dock->objectName().isEmpty());
        for (const auto *bar : fixture.window.findChildren<QToolBar *>())
            QVERIFY(!bar->objectName().isEmpty());
    }

    void tabWalksThroughThePanes()
    {
        WindowFixture fixture;
        fixture.session.addRows(3);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        fixture.child<EventTableView>().goToRow(0);
        fixture.child<EventTableView>().setFocus();
        QSet<QString> seen;
        for (int i = 0; i < 40; ++i) {
            seen.insert(QApplication::focusWidget()->objectName());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        for (const auto &name :
             { u"eventTable"_s, u"filterBox"_s, u"diffTable"_s, u"sourceTree"_s, u"batchTable"_s })
            QVERIFY2(seen.contains(name), qPrintable(name));
    }

    // ---- languages

    void windowSpeaksChinese()
    {
        installTranslators(*qApp, u"zh_CN"_s);
        WindowFixture fixture(AccessMode::Manual);
        fixture.session.addShop();
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        QCOMPARE(fixture.action(u"ackNext"_s).text(), u"确认下一批(&N)"_s);
        QCOMPARE(fixture.action(u"ackNext"_s).iconText(), u"确认下一批"_s);
        WAIT_FOR(fixture.statusText().contains(u"事件 135 · 显示 135"));
        QVERIFY(bannerText(fixture).contains(u"手动确认"));
        fixture.window.grab();
    }

    void englishHasPlurals_data()
    {
        QTest::addColumn<QString>("language");
        for (const auto *language : { "en", "C", "de" })
            QTest::newRow(language) << QString::fromLatin1(language);
    }
    void englishHasPlurals()
    {
        QFETCH(QString, language);
        installTranslators(*qApp, language);
        WindowFixture fixture(AccessMode::Manual);
        fixture.session.addRows(1);
        fixture.connectSession();
        WAIT_FOR(fixture.action(u"ackNext"_s).toolTip().contains("acks 1 row<"_L1));
        fixture.session.addRows(2);
        fixture.flush();
        WAIT_FOR(fixture.action(u"ackAll"_s).toolTip().contains("acks 3 rows<"_L1));
    }
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
