// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/guirunner.h"
#include "app/settings.h"
#include "ui/theme.h"
#include "ui/translations.h"

#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QFile>
#include <QSignalSpy>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace canal;
using namespace Qt::StringLiterals;

namespace {

constexpr int leaveMs = 20'000; // a session says goodbye first

QAction &action(GuiRunner &runner, const QString &name)
{
    auto *found = runner.window().findChild<QAction *>(name);
    Q_ASSERT(found != nullptr);
    return *found;
}

int rowsIn(GuiRunner &runner)
{
    return runner.window().findChild<QTableView *>(u"eventTable"_s)->model()->rowCount();
}

} // namespace

// The window's run, with the demo's server behind it.
class TestGuiRunner : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        qputenv("XDG_CONFIG_HOME", m_home->path().toUtf8());
        applyTheme(*qApp, { ThemeBase::Light, false });
        installTranslators(*qApp, u"en"_s);
    }

    void languageIsKept()
    {
        QCOMPARE(loadLanguage(), QString());
        for (const auto *language : { "zh_CN", "en", "" }) {
            QVERIFY(saveLanguage(QString::fromLatin1(language)));
            QCOMPARE(loadLanguage(), QString::fromLatin1(language));
        }
        QFile file(settingsFile(u"language"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<b>\n");
        file.close();
        QCOMPARE(loadLanguage(), QString());
    }

    void sessionGoesOnInAnotherLanguage()
    {
        Options options;
        options.demo = true;
        GuiRunner runner(options, {});
        runner.start();
        QTRY_VERIFY(rowsIn(runner) > 0);
        const auto *before = &runner.window();
        const auto rows = rowsIn(runner);
        action(runner, u"languageChinese"_s).trigger();
        QTRY_VERIFY(&runner.window() != before);
        QVERIFY(runner.window().isVisible());
        QVERIFY(action(runner, u"languageChinese"_s).isChecked());
        QVERIFY(rowsIn(runner) >= rows);
        const auto now = rowsIn(runner);
        QTRY_VERIFY(rowsIn(runner) > now); // they keep coming
        QCOMPARE(loadLanguage(), u"zh_CN"_s);
        QSignalSpy finished(&runner, &GuiRunner::finished);
        runner.window().close();
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, leaveMs);
    }

    void layoutIsKeptForEachConnection()
    {
        const auto one = u"shop 10.0.0.5:11111/example"_s;
        const auto two = u"shop 10.0.0.5:11111/other"_s;
        QVERIFY(loadLayout(one).isEmpty());
        QVERIFY(saveLayout(one, "first"));
        QVERIFY(saveLayout(two, QByteArray("\0\xff", 2)));
        QVERIFY(saveLayout(one, "changed"));
        QCOMPARE(loadLayout(one), QByteArray("changed"));
        QCOMPARE(loadLayout(two), QByteArray("\0\xff", 2));
        QFile file(settingsFile(u"layouts.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{ rubbish");
        file.close();
        QVERIFY(loadLayout(one).isEmpty());
        QVERIFY(saveLayout(two, "again"));
        QCOMPARE(loadLayout(two), QByteArray("again"));
    }

    void connectionComesBackAsItWasLeft()
    {
        Options options;
        options.demo = true;
        for (const bool isFirst : { true, false }) {
            QFile::remove(settingsFile(u"window.state"_s)); // what is left is the connection's
            GuiRunner runner(options, {});
            runner.start();
            QTRY_VERIFY(rowsIn(runner) > 0);
            auto &diff = *runner.window().findChild<QDockWidget *>(u"diffDock"_s);
            QCOMPARE(action(runner, u"timeUtc"_s).isChecked(), !isFirst);
            QCOMPARE(diff.isVisible(), isFirst);
            diff.hide();
            action(runner, u"timeUtc"_s).trigger();
            QSignalSpy finished(&runner, &GuiRunner::finished);
            runner.window().close();
            QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, leaveMs);
        }
    }

    void windowIsKeptWithoutASession()
    {
        {
            GuiRunner runner({}, {});
            runner.start();
            action(runner, u"themeDark"_s).trigger();
            runner.window().close();
        }
        applyTheme(*qApp, { ThemeBase::Light, false });
        GuiRunner runner({}, {});
        runner.start();
        QVERIFY(action(runner, u"themeDark"_s).isChecked());
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

QTEST_MAIN(TestGuiRunner)
#include "tst_guirunner.moc"
