// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/commandpalette.h"
#include "ui/eventtableview.h"
#include "ui/translations.h"

#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QMenuBar>
#include <QSignalSpy>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

// The palette over a window with a session that peeks.
class Opened
{
public:
    WindowFixture fixture;
    std::unique_ptr<CommandPalette> palette;

    Opened()
    {
        fixture.session.addRows(3);
        fixture.connectSession();
        palette = std::make_unique<CommandPalette>(fixture.child<QMenuBar>());
        palette->show();
        QVERIFY(QTest::qWaitForWindowActive(palette.get()));
    }

    void type(const QString &text)
    {
        palette->findChild<QLineEdit *>()->clear();
        for (const auto c : text) // QTest has no key for Chinese
            QTest::sendKeyEvent(QTest::Click, focus(), Qt::Key_unknown, QString(c), Qt::NoModifier);
    }
    void press(Qt::Key key) { QTest::keyClick(focus(), key); }
    QWidget *focus() { return palette->focusWidget(); }
    QString chosen() { return palette->chosen() ? palette->chosen()->objectName() : QString(); }
    const QListWidget &list() { return *palette->findChild<QListWidget *>(); }
};

} // namespace

class TestPalette : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        applyTheme(*qApp, { ThemeBase::Light, false });
    }
    void cleanup() { installTranslators(*qApp, u"en"_s); }

    void listsEveryActionOfTheWindow()
    {
        Opened opened;
        QStringList texts;
        for (int row = 0; row < opened.list().count(); ++row)
            texts.append(opened.list().item(row)->text());
        for (const auto *action : opened.fixture.window.actions())
            QVERIFY2(texts.contains(action->iconText()), qPrintable(action->objectName()));
        QVERIFY(texts.contains(u"Sources"_s)); // a panel
        QCOMPARE(texts.filter(u"&"_s), QStringList());
    }

    void findsByTyping_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("action");
        QTest::newRow("beginning") << u"en"_s << u"exp"_s << u"export"_s;
        QTest::newRow("case") << u"en"_s << u"EXP"_s << u"export"_s;
        QTest::newRow("any order") << u"en"_s << u"text larger"_s << u"zoomIn"_s;
        QTest::newRow("menu's name") << u"en"_s << u"colours dark"_s << u"themeDark"_s;
        QTest::newRow("what begins so is first") << u"en"_s << u"fil"_s << u"filter"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s << u"导出"_s << u"export"_s;
        QTest::newRow("English among Chinese") << u"zh_CN"_s << u"export"_s << u"export"_s;
        QTest::newRow("a panel in English") << u"zh_CN"_s << u"sources"_s << u"sourcesDock"_s;
        QTest::newRow("nothing") << u"en"_s << u"no such thing"_s << QString();
    }
    void findsByTyping()
    {
        QFETCH(QString, language);
        QFETCH(QString, typed);
        QFETCH(QString, action);
        installTranslators(*qApp, language);
        Opened opened;
        opened.type(typed);
        QCOMPARE(opened.chosen(), action);
    }

    void arrowsChooseAndEnterAccepts()
    {
        Opened opened;
        opened.type(u"table text"_s);
        QCOMPARE(opened.chosen(), u"zoomIn"_s);
        opened.press(Qt::Key_Down);
        QCOMPARE(opened.chosen(), u"zoomOut"_s);
        opened.press(Qt::Key_Up);
        opened.press(Qt::Key_Return);
        QCOMPARE(opened.palette->result(), int(QDialog::Accepted));
        QCOMPARE(opened.chosen(), u"zoomIn"_s);
    }

    void escapeCancels()
    {
        Opened opened;
        opened.press(Qt::Key_Escape);
        QVERIFY(!opened.palette->isVisible());
        QCOMPARE(opened.palette->result(), int(QDialog::Rejected));
    }

    void whatCannotBeUsedSaysWhy()
    {
        Opened opened;
        opened.type(u"roll back"_s);
        QCOMPARE(opened.list().count(), 1);
        const auto below = opened.list().item(0)->data(Qt::UserRole).toString();
        QVERIFY2(below.contains("Peek never acknowledges"_L1), qPrintable(below));
        opened.press(Qt::Key_Return);
        QVERIFY(opened.palette->isVisible());
    }

    void chosenOneIsCarriedOut()
    {
        WindowFixture fixture;
        fixture.session.addRows(3);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        fixture.interaction.onRun = [](QDialog &dialog) {
            dialog.show();
            dialog.findChild<QLineEdit *>(u"paletteQuery"_s)->setText(u"larger"_s);
            dialog.accept();
            return Interaction::Ending::Accepted;
        };
        QSignalSpy triggered(&fixture.action(u"zoomIn"_s), &QAction::triggered);
        QVERIFY(fixture.trigger(u"palette"_s));
        QCOMPARE(triggered.count(), 1);
        QCOMPARE(fixture.child<EventTableView>().fontPixels(), EventTableView::normalPixels + 1);
    }
};

QTEST_MAIN(TestPalette)
#include "tst_palette.moc"
