// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/commandpalette.h"
#include "ui/connectdialog.h"
#include "ui/eventtableview.h"
#include "ui/exportdialog.h"
#include "ui/filterbar.h"
#include "ui/filterhelp.h"
#include "ui/questiondialog.h"
#include "ui/questions.h"
#include "ui/shortcutsheet.h"
#include "ui/translations.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>

#include "tests/ui/guitest.h"
#include <memory>

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

// Dialogs as they come up, one after the other, with a session behind them.
class Dialogs
{
public:
    FakeInteraction interaction;
    SampleSession session { AccessMode::Manual };
    SessionModels models;
    QWidget window;
    Actions actions { window };
    QMenuBar menus;

    Dialogs()
    {
        actions.fillMenus(menus, {});
        session.profile().filter = u"shop\\..*"_s;
        session.addRows(3);
        models.setSource(&session.store(), &session.ledger());
        models.rowsArrived();
    }
    ~Dialogs() { models.setSource(nullptr, nullptr); }

    std::unique_ptr<QDialog> make(const QString &name)
    {
        if (name == "connect"_L1)
            return std::make_unique<ConnectDialog>(QList { session.profile() });
        if (name == "export"_L1)
            return std::make_unique<ExportDialog>(models, std::vector { RowId { 1 } }, interaction);
        if (name == "filterHelp"_L1)
            return std::make_unique<FilterHelp>();
        if (name == "palette"_L1)
            return std::make_unique<CommandPalette>(menus);
        if (name == "keys"_L1)
            return std::make_unique<ShortcutSheet>(actions.keys());
        questions::leave(interaction, nullptr, session.ledger(), session.profile());
        return std::make_unique<QuestionDialog>(interaction.questions.constLast());
    }

    static void addRows()
    {
        QTest::addColumn<QString>("name");
        for (const auto *name :
             { "connect", "export", "filterHelp", "keys", "palette", "question" })
            QTest::newRow(name) << QString::fromLatin1(name);
    }
};

QString describe(const QObject &object)
{
    return QString::fromLatin1(object.metaObject()->className()) + u' ' + object.objectName();
}

bool isInternal(const QWidget &widget) // of Qt's own, never in the way of the focus
{
    return widget.inherits("QMenu") || widget.inherits("QComboBoxListView")
        || widget.inherits("QComboBoxPrivateContainer");
}

void checkNames(const QWidget &window)
{
    for (auto *widget : window.findChildren<QWidget *>()) {
        if (widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr
            || isInternal(*widget))
            continue;
        const auto *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(interface != nullptr);
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(), qPrintable(describe(*widget)));
    }
}

// What Tab has to reach; of buttons that exclude each other only the chosen one.
QList<QWidget *> tabStops(const QWidget &window)
{
    QList<QWidget *> stops;
    for (auto *widget : window.findChildren<QWidget *>()) {
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isOther = button != nullptr && button->isCheckable() && !button->isChecked()
            && (button->group() != nullptr || button->autoExclusive());
        if (widget->window() == &window && widget->isVisible() && widget->isEnabled() && !isOther
            && (widget->focusPolicy() & Qt::TabFocus) != 0 && widget->focusProxy() == nullptr
            && !isInternal(*widget))
            stops.append(widget);
    }
    return stops;
}

void checkTabOrder(QWidget &window)
{
    const auto stops = tabStops(window);
    QVERIFY(!stops.isEmpty());
    for (const auto key : { Qt::Key_Tab, Qt::Key_Backtab }) {
        QSet<QWidget *> seen;
        stops.first()->setFocus(Qt::TabFocusReason);
        for (qsizetype i = 0; i < 2 * stops.size() + 10; ++i) {
            seen.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), key);
        }
        for (auto *stop : stops)
            QVERIFY2(seen.contains(stop), qPrintable(describe(*stop)));
    }
}

// All that can be seen of an action having been carried out.
class Traces
{
public:
    explicit Traces(WindowFixture &fixture)
        : m_fixture(fixture)
    {
        const auto &meta = *fixture.window.metaObject();
        for (int i = meta.methodOffset(); i < meta.methodCount(); ++i)
            if (meta.method(i).methodType() == QMetaMethod::Signal)
                m_spies.push_back(std::make_unique<QSignalSpy>(&fixture.window, meta.method(i)));
        m_picture = picture();
    }

    bool hasAny() const
    {
        for (const auto &spy : m_spies)
            if (!spy->isEmpty())
                return true;
        return m_fixture.interaction.runs > 0 || !m_fixture.interaction.questions.isEmpty()
            || !QGuiApplication::clipboard()->text().isEmpty() || !m_fixture.window.isVisible()
            || picture() != m_picture;
    }

private:
    QImage picture() const { return m_fixture.window.grab().toImage(); }

    WindowFixture &m_fixture;
    std::vector<std::unique_ptr<QSignalSpy>> m_spies;
    QImage m_picture;
};

// Whatever an action could change is as it is not after that action.
void prepareFor(const QString &action, WindowFixture &fixture)
{
    applyTheme(*qApp, { action == "themeDark"_L1 ? ThemeBase::Light : ThemeBase::Dark, true });
    QGuiApplication::clipboard()->clear();
    auto &table = fixture.child<EventTableView>();
    if (action == "zoomReset"_L1)
        table.setFontPixels(table.fontPixels() + 3);
    if (action == "resetLayout"_L1)
        fixture.child<QDockWidget>(u"diffDock"_s).close();
    if (action == "docksBelow"_L1)
        fixture.trigger(u"docksRight"_s);
    if (action == "clearFilter"_L1) {
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"no such row"_s);
        QTest::keyClick(&fixture.child<QLineEdit>(u"filterBox"_s), Qt::Key_Return);
    }
    if (action == "start"_L1) {
        fixture.window.showState(ClientState::Leaving);
        fixture.window.showState(ClientState::Idle);
    }
    table.goToRow(1);
    table.goToRow(2);
    table.setFocus();
    if (action == "goForward"_L1)
        fixture.trigger(u"goBack"_s);
    if (action == "nextMark"_L1 || action == "previousMark"_L1) {
        fixture.trigger(u"mark"_s);
        table.goToRow(0);
    }
    if (action == "compareRows"_L1)
        QTest::keyClick(&table, Qt::Key_Up, Qt::ShiftModifier);
    if (action == "showHidden"_L1)
        fixture.trigger(u"hideRow"_s);
}

QStringList actionNames()
{
    QStringList names;
    const WindowFixture fixture;
    for (const auto *action : fixture.window.actions())
        names.append(action->objectName());
    return names;
}

} // namespace

// Goes through all there is in the window and its dialogs, whatever it may be.
class TestWalk : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        failOnWarnings();
        applyTheme(*qApp, { ThemeBase::Light, false });
    }

    void cleanup() { installTranslators(*qApp, u"en"_s); }

    // ---- names and focus

    void everyFocusableWidgetHasAName()
    {
        WindowFixture fixture(AccessMode::Manual);
        fixture.session.addRows(3);
        fixture.window.setProfiles({ fixture.session.profile() });
        QVERIFY(fixture.showWindow());
        checkNames(fixture.window);
        fixture.connectSession();
        fixture.window.showNotice(u"something"_s, NoticeKind::Info);
        checkNames(fixture.window);
    }

    void everyFocusableWidgetOfADialogHasAName_data() { Dialogs::addRows(); }
    void everyFocusableWidgetOfADialogHasAName()
    {
        QFETCH(QString, name);
        Dialogs dialogs;
        const auto dialog = dialogs.make(name);
        QVERIFY(!dialog->windowTitle().isEmpty());
        checkNames(*dialog);
    }

    void tabReachesEverything_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<AccessMode>("mode");
        QTest::newRow("wide") << QSize(1500, 900) << AccessMode::Peek;
        QTest::newRow("narrow") << QSize(1280, 720) << AccessMode::Peek;
        QTest::newRow("acking") << QSize(1500, 900) << AccessMode::Manual;
    }
    void tabReachesEverything()
    {
        QFETCH(QSize, size);
        QFETCH(AccessMode, mode);
        WindowFixture fixture(mode);
        fixture.window.setProfiles({ fixture.session.profile() });
        fixture.session.addRows(3);
        fixture.window.resize(size);
        QVERIFY(fixture.showWindow());
        checkTabOrder(fixture.window);
        fixture.connectSession();
        fixture.child<EventTableView>().goToRow(0);
        checkTabOrder(fixture.window);
    }

    void tabReachesEverythingInADialog_data() { Dialogs::addRows(); }
    void tabReachesEverythingInADialog()
    {
        QFETCH(QString, name);
        Dialogs dialogs;
        const auto dialog = dialogs.make(name);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog.get()));
        checkTabOrder(*dialog);
    }

    // ---- actions

    void everyActionStandsInAMenuWithWords()
    {
        WindowFixture fixture;
        QSet<const QAction *> inMenus;
        for (const auto *menu : fixture.window.findChildren<QMenu *>())
            for (const auto *action : menu->actions())
                inMenus.insert(action);
        for (const auto *action : fixture.window.actions()) {
            QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
            QVERIFY(!action->text().isEmpty());
        }
        QVERIFY(fixture.action(u"rollBack"_s).shortcuts().isEmpty());
    }

    // Start and stop have the same key: one of them is off at any time.
    void noTwoActionsShareAKey_data()
    {
        QTest::addColumn<ClientState>("state");
        QTest::newRow("idle") << ClientState::Idle;
        QTest::newRow("connecting") << ClientState::Connecting;
        QTest::newRow("streaming") << ClientState::Streaming;
        QTest::newRow("failed") << ClientState::Failed;
    }
    void noTwoActionsShareAKey()
    {
        QFETCH(ClientState, state);
        WindowFixture fixture(AccessMode::Manual);
        fixture.session.addRows(2);
        fixture.connectSession();
        fixture.window.showState(state);
        QHash<QString, QString> takenBy;
        for (const auto *action : fixture.window.findChildren<QAction *>()) {
            const bool mayMeet = action->isEnabled()
                || (action->objectName() != "start"_L1 && action->objectName() != "stop"_L1);
            for (const auto &key : action->shortcuts()) {
                const auto keys = key.toString(QKeySequence::PortableText);
                QVERIFY2(!mayMeet || !takenBy.contains(keys),
                         qPrintable(keys + u' ' + describe(*action) + u' ' + takenBy.value(keys)));
                if (mayMeet)
                    takenBy[keys] = describe(*action);
            }
        }
        QVERIFY(takenBy.size() > 15);
    }

    void noTwoEntriesOfAMenuShareALetter_data()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("English") << u"en"_s;
        QTest::newRow("Chinese") << u"zh_CN"_s;
    }
    void noTwoEntriesOfAMenuShareALetter()
    {
        QFETCH(QString, language);
        installTranslators(*qApp, language);
        WindowFixture fixture;
        for (const auto *menu : fixture.window.findChildren<QMenu *>()) {
            QHash<QString, QString> takenBy;
            for (const auto *action : menu->actions()) {
                const auto letter = QKeySequence::mnemonic(action->text()).toString();
                QVERIFY2(letter.isEmpty() || !takenBy.contains(letter),
                         qPrintable(menu->title() + u": "_s + action->text() + u" and "_s
                                    + takenBy.value(letter)));
                takenBy[letter] = action->text();
            }
        }
    }

    void everyActionDoesSomething_data()
    {
        QTest::addColumn<QString>("action");
        for (const auto &name : actionNames())
            QTest::newRow(qPrintable(name)) << name;
    }
    void everyActionDoesSomething()
    {
        QFETCH(QString, action);
        WindowFixture fixture(AccessMode::Manual);
        fixture.session.addRows(3);
        fixture.session.addRows(3);
        fixture.window.resize(1500, 900);
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        prepareFor(action, fixture);
        QTRY_VERIFY(fixture.action(action).isEnabled());
        const Traces traces(fixture);
        QVERIFY(fixture.trigger(action));
        QTRY_VERIFY(traces.hasAny());
    }
};

QTEST_MAIN(TestWalk)
#include "tst_walk.moc"
