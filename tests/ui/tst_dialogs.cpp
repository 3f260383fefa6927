// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/csvwriter.h"
#include "ui/clientidbox.h"
#include "ui/connectdialog.h"
#include "ui/connectflow.h"
#include "ui/exportdialog.h"
#include "ui/labelbox.h"
#include "ui/modecards.h"
#include "ui/noticebox.h"
#include "ui/plaintext.h"
#include "ui/questiondialog.h"
#include "ui/serverfilterbox.h"
#include "ui/shortcutsheet.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QFile>
#include <QLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QToolButton>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

template <typename T>
T &in(const QWidget &dialog, const QString &name)
{
    auto *found = dialog.findChild<T *>(name);
    Q_ASSERT(found != nullptr);
    return *found;
}

QPushButton &connectButton(const ConnectDialog &dialog)
{
    return in<QPushButton>(dialog, u"connect"_s);
}

QByteArray fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

// What the program's own writer makes of the rows.
QByteArray csvOf(const EventStore &store, const std::vector<RowId> &rows, ValueStyle style)
{
    CsvWriter writer(style);
    std::string text(CsvWriter::header());
    for (const auto row : rows)
        writer.appendLine(store.snapshot(), row, text);
    return QByteArray::fromStdString(text);
}

std::vector<RowId> allRows(const EventStore &store)
{
    std::vector<RowId> rows;
    for (quint32 i = 0; i < store.committedRows(); ++i)
        rows.push_back(RowId { i });
    return rows;
}

// A session with rows of two tables, statements and a transaction's end.
class Exporting
{
public:
    SampleSession session;
    SessionModels models;
    FakeInteraction interaction;
    QTemporaryDir directory;

    Exporting()
    {
        session.addBatch({ annotationEntry("UPDATE orders", 4), SampleSession::orderEntry({}),
                           SampleSession::insertEntry("stock", "7", "pear"), endEntry(900) });
        models.setSource(&session.store(), &session.ledger());
        models.rowsArrived();
        QTRY_COMPARE(models.rows().rowCount(), 2);
        QTRY_COMPARE(models.eventCount(), 3);
    }
    ~Exporting() { models.setSource(nullptr, nullptr); }

    QString path() const { return directory.filePath(u"rows.csv"_s); }

    // Runs to its end.
    bool run(ExportDialog &dialog)
    {
        QSignalSpy finished(&dialog, &QDialog::finished);
        dialog.show();
        in<QLineEdit>(dialog, u"exportPath"_s).setText(path());
        QTest::mouseClick(&in<QPushButton>(dialog, u"exportStart"_s), Qt::LeftButton);
        return QTest::qWaitFor([&] { return finished.count() == 1; });
    }
};

} // namespace

class TestDialogs : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, { ThemeBase::Light, false }); }
    void init() { failOnWarnings(); }

    // ---- connecting

    void harmlessByDefault()
    {
        const ConnectDialog dialog({});
        const auto profile = dialog.profile();
        QCOMPARE(profile.mode, AccessMode::Peek);
        QVERIFY(profile.filter.isEmpty());
        QVERIFY(profile.ownClientId);
        QVERIFY(profile.clientId >= firstOwnClientId && profile.clientId <= lastOwnClientId);
        QCOMPARE(profile.port, defaultPort);
        QCOMPARE(profile.batchKb, 1000);
        QVERIFY(connectButton(dialog).isEnabled());
        QVERIFY(connectButton(dialog).isDefault());
    }

    void formBecomesAProfile()
    {
        ConnectDialog dialog({});
        dialog.show();
        in<QLineEdit>(dialog, u"name"_s).setText(u" shop "_s);
        in<QLineEdit>(dialog, u"host"_s).setText(u" db.example "_s);
        in<QSpinBox>(dialog, u"port"_s).setValue(11222);
        in<QLineEdit>(dialog, u"destination"_s).setText(u"shop"_s);
        in<QLineEdit>(dialog, u"user"_s).setText(u"canal"_s);
        in<QLineEdit>(dialog, u"password"_s).setText(u"secret"_s);
        in<QSpinBox>(dialog, u"batchKb"_s).setValue(64);
        dialog.findChild<ModeCards *>()->setMode(AccessMode::Manual);
        in<ClientIdBox>(dialog, u"clientId"_s).setEditText(u"1001"_s);
        const auto profile = dialog.profile();
        QCOMPARE(profile.name, u"shop"_s);
        QCOMPARE(profile.host, u"db.example"_s);
        QCOMPARE(profile.port, 11222);
        QCOMPARE(profile.destination, u"shop"_s);
        QCOMPARE(profile.clientId, 1001);
        QVERIFY(!profile.ownClientId);
        QCOMPARE(profile.user, u"canal"_s);
        QCOMPARE(profile.mode, AccessMode::Manual);
        QCOMPARE(profile.batchKb, 64);
        QCOMPARE(dialog.takePassword().stored(), Secret(QByteArray("secret")).stored());
        QVERIFY(in<QLineEdit>(dialog, u"password"_s).text().isEmpty());
    }

    void whatIsMissingIsSaid_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("text");
        QTest::newRow("host") << u"host"_s << u"  "_s;
        QTest::newRow("destination") << u"destination"_s << u""_s;
    }
    void whatIsMissingIsSaid()
    {
        QFETCH(QString, field);
        QFETCH(QString, text);
        ConnectDialog dialog({});
        in<QLineEdit>(dialog, field).setText(text);
        QVERIFY(!connectButton(dialog).isEnabled());
        QVERIFY(!in<PlainLabel>(dialog, u"reason"_s).text().isEmpty());
    }

    void clientIdIsExplained_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<bool>("valid");
        QTest::addColumn<QString>("says");
        QTest::newRow("canal's own") << u"1001"_s << true << u"taking their place"_s;
        QTest::newRow("another") << u"77"_s << true << u"stays subscribed"_s;
        QTest::newRow("negative") << u"-5"_s << true << u"stays subscribed"_s;
        QTest::newRow("no number") << u"abc"_s << false << u"number from"_s;
        QTest::newRow("too large") << u"40000"_s << false << u"number from"_s;
        QTest::newRow("zero") << u"0"_s << false << u"not 0"_s;
        QTest::newRow("empty") << u""_s << false << u"number from"_s;
    }
    void clientIdIsExplained()
    {
        QFETCH(QString, id);
        QFETCH(bool, valid);
        QFETCH(QString, says);
        ConnectDialog dialog({});
        auto &box = in<ClientIdBox>(dialog, u"clientId"_s);
        QVERIFY(box.explanation().contains("of our own"_L1));
        box.setEditText(id);
        QCOMPARE(connectButton(dialog).isEnabled(), valid);
        QVERIFY2(box.explanation().contains(says), qPrintable(box.explanation()));
        QVERIFY(!box.isOwn());
    }

    void storedPasswordIsRecognised()
    {
        ConnectDialog dialog({});
        dialog.show();
        const auto stored = Secret(QByteArray("canal")).stored();
        in<QLineEdit>(dialog, u"password"_s).setText(QString::fromLatin1(stored));
        bool isSaid = false;
        for (const auto *label : dialog.findChildren<PlainLabel *>())
            isSaid = isSaid || (label->isVisible() && label->text().contains("40 hex digits"_L1));
        QVERIFY(isSaid);
        QVERIFY(connectButton(dialog).isEnabled()); // it may be a password after all
    }

    void hostIsNoUrl_data()
    {
        QTest::addColumn<QString>("host");
        for (const auto *host : { "canal://user:pw@10.0.0.5:11111/example", "user:pw@10.0.0.5",
                                  "10.0.0.5/example", "two words", "10.0.0.5?x", "10.0.0.5#x" })
            QTest::newRow(host) << QString::fromLatin1(host);
    }
    void hostIsNoUrl()
    {
        QFETCH(QString, host);
        ConnectDialog dialog({});
        in<QLineEdit>(dialog, u"host"_s).setText(host);
        QVERIFY(!connectButton(dialog).isEnabled());
        QVERIFY(in<PlainLabel>(dialog, u"reason"_s).text().contains("password"_L1));
        in<QLineEdit>(dialog, u"host"_s).setText(u"fe80::1%eth0"_s);
        QVERIFY(connectButton(dialog).isEnabled());
    }

    void serverFilterIsCheckedBeforeItCanBeSent_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("acceptable");
        QTest::addColumn<QString>("says");
        QTest::newRow("fine") << u"shop\\..*"_s << true << u""_s;
        QTest::newRow("empty") << u""_s << false << u"changes nothing"_s;
        QTest::newRow("unbalanced") << u"shop\\.(a|b"_s << false << u"lacks its partner"_s;
        QTest::newRow("nothing to repeat") << u"*shop"_s << false << u"could repeat"_s;
        QTest::newRow("unknown") << u"(?<=a)b"_s << false << u"may be unknown"_s;
        QTest::newRow("too long") << QString(5000, u'a') << false << u"more than 4096"_s;
        QTest::newRow("blank") << u"a\\.b, c\\.d"_s << true << u"blank next to a comma"_s;
        QTest::newRow("two backslashes") << u"a\\\\.b"_s << true << u"Two backslashes"_s;
    }
    void serverFilterIsCheckedBeforeItCanBeSent()
    {
        QFETCH(QString, filter);
        QFETCH(bool, acceptable);
        QFETCH(QString, says);
        ConnectDialog dialog({});
        dialog.show();
        in<QRadioButton>(dialog, u"filterReplace"_s).setChecked(true);
        in<QLineEdit>(dialog, u"serverFilter"_s).setText(filter);
        QCOMPARE(connectButton(dialog).isEnabled(), acceptable);
        auto &verdict = in<NoticeBox>(dialog, u"filterVerdict"_s);
        QCOMPARE(verdict.isVisible(), !says.isEmpty());
        QVERIFY2(verdict.text().contains(says) || says.isEmpty(), qPrintable(verdict.text()));
        auto &effect = in<NoticeBox>(dialog, u"filterEffect"_s);
        QVERIFY(effect.isVisible());
        QVERIFY(effect.text().contains("every client of example"_L1));
        if (acceptable)
            QCOMPARE(dialog.profile().filter, filter);
        in<QRadioButton>(dialog, u"filterLeave"_s).setChecked(true);
        QVERIFY(dialog.profile().filter.isEmpty());
        QVERIFY(!effect.isVisible());
        QVERIFY(connectButton(dialog).isEnabled());
    }

    void dialogGrowsWithItsWarnings()
    {
        ConnectDialog dialog({});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        in<QRadioButton>(dialog, u"filterReplace"_s).setChecked(true);
        in<QLineEdit>(dialog, u"serverFilter"_s).setText(u"(("_s);
        const auto isWhole = [&] {
            const auto &box = in<NoticeBox>(dialog, u"filterVerdict"_s);
            return box.height() >= box.layout()->totalHeightForWidth(box.width());
        };
        QTRY_VERIFY(isWhole());
    }

    void rememberedOnesFillTheForm()
    {
        auto one = SampleSession().profile();
        auto two = one;
        two.name = u"other"_s;
        two.host = u"10.0.0.9"_s;
        two.clientId = 1001;
        two.ownClientId = false;
        two.filter = u"a\\.b"_s;
        ConnectDialog dialog({ one, two });
        dialog.show();
        QCOMPARE(dialog.profile(), one);
        in<QListWidget>(dialog, u"profiles"_s).setCurrentRow(1);
        QCOMPARE(dialog.profile(), two);
        QTest::mouseClick(&in<QToolButton>(dialog, u"profileNew"_s), Qt::LeftButton);
        QCOMPARE(dialog.profile().host, ConnectionProfile().host);
        QVERIFY(dialog.profile().clientId != one.clientId);
    }

    void editingReplacesOnlyWhenAccepted()
    {
        const auto one = SampleSession().profile();
        auto other = one;
        other.name = u"other"_s;
        ConnectDialog dialog({ one, other });
        in<QListWidget>(dialog, u"profiles"_s).setCurrentRow(1);
        in<QLineEdit>(dialog, u"host"_s).setText(u"elsewhere"_s);
        QCOMPARE(dialog.profiles(), (QList { one, other }));
        dialog.accept();
        QCOMPARE(dialog.profiles().size(), 2);
        QCOMPARE(dialog.profiles().constFirst().host, u"elsewhere"_s);
        QCOMPARE(dialog.profiles().constFirst().clientId, other.clientId);
    }

    void copiesHaveAnIdOfTheirOwn()
    {
        const auto one = SampleSession().profile();
        ConnectDialog dialog({ one });
        dialog.show();
        QTest::mouseClick(&in<QToolButton>(dialog, u"profileCopy"_s), Qt::LeftButton);
        QCOMPARE(dialog.profiles().size(), 2);
        QVERIFY(dialog.profiles().constFirst().name.contains("shop staging"_L1));
        QVERIFY(dialog.profiles().constFirst().clientId != one.clientId);
        QTest::mouseClick(&in<QToolButton>(dialog, u"profileRemove"_s), Qt::LeftButton);
        QCOMPARE(dialog.profiles(), QList { one });
        QTest::mouseClick(&in<QToolButton>(dialog, u"profileRemove"_s), Qt::LeftButton);
        QVERIFY(dialog.profiles().isEmpty());
        QVERIFY(!in<QToolButton>(dialog, u"profileRemove"_s).isEnabled());
    }

    void enterConnectsAndEscapeCancels()
    {
        ConnectDialog dialog({});
        dialog.show();
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QTest::keyClick(&in<QLineEdit>(dialog, u"host"_s), Qt::Key_Return);
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        ConnectDialog other({});
        other.show();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QTest::keyClick(&in<QLineEdit>(other, u"host"_s), Qt::Key_Escape);
        QVERIFY(!other.isVisible());
        QCOMPARE(other.result(), int(QDialog::Rejected));
    }

    void modeCardsCanBeChosenByKey()
    {
        ModeCards cards;
        cards.show();
        QVERIFY(QTest::qWaitForWindowActive(&cards));
        auto buttons = cards.findChildren<QAbstractButton *>();
        QCOMPARE(buttons.size(), 3);
        buttons[0]->setFocus();
        QTest::keyClick(buttons[0], Qt::Key_Right);
        QCOMPARE(cards.mode(), AccessMode::Manual);
        cards.grab();
    }

    // ---- the way from the wish to the signal

    void acceptedDialogConnectsAndRemembers()
    {
        FakeInteraction interaction;
        QWidget window;
        ConnectFlow flow(interaction, window);
        QSignalSpy connected(&flow, &ConnectFlow::connectRequested);
        QSignalSpy remembered(&flow, &ConnectFlow::profilesChanged);
        interaction.onRun = [](QDialog &dialog) {
            in<QLineEdit>(dialog, u"host"_s).setText(u"db.example"_s);
            dialog.accept();
            return Interaction::Ending::Accepted;
        };
        flow.ask();
        QCOMPARE(connected.count(), 1);
        QCOMPARE(connected[0][0].value<ConnectionProfile>().host, u"db.example"_s);
        QCOMPARE(remembered.count(), 1);
        QCOMPARE(flow.profiles().size(), 1);
        QVERIFY(interaction.questions.isEmpty());
    }

    void cancelledDialogDoesNothing()
    {
        FakeInteraction interaction;
        QWidget window;
        ConnectFlow flow(interaction, window);
        QSignalSpy connected(&flow, &ConnectFlow::connectRequested);
        QSignalSpy remembered(&flow, &ConnectFlow::profilesChanged);
        flow.ask();
        QCOMPARE(interaction.runs, 1);
        QCOMPARE(connected.count(), 0);
        QCOMPARE(remembered.count(), 0);
    }

    void consumingIsAskedFor()
    {
        FakeInteraction interaction;
        QWidget window;
        ConnectFlow flow(interaction, window);
        QSignalSpy connected(&flow, &ConnectFlow::connectRequested);
        auto profile = SampleSession(AccessMode::Auto).profile();
        flow.reconnect(profile);
        QCOMPARE(interaction.questions.size(), 1);
        QCOMPARE(connected.count(), 0);
        interaction.answerWith = Question::Answer::Kind::Danger;
        flow.reconnect(profile);
        QCOMPARE(connected.count(), 1);
    }

    void passwordIsAskedForAgain()
    {
        FakeInteraction interaction;
        QWidget window;
        ConnectFlow flow(interaction, window);
        auto profile = SampleSession().profile();
        flow.reconnect(profile);
        QCOMPARE(interaction.runs, 0);
        profile.user = u"canal"_s;
        flow.reconnect(profile);
        QCOMPARE(interaction.runs, 1);
    }

    // ---- telling connections apart, and handing them on

    void labelAndCareAreKept()
    {
        auto profile = SampleSession().profile();
        profile.label = ConnectionProfile::Label::Red;
        profile.isProduction = true;
        ConnectDialog dialog({ profile });
        QCOMPARE(dialog.profile(), profile);
        in<LabelBox>(dialog, u"label"_s).setLabel(ConnectionProfile::Label::Blue);
        in<QCheckBox>(dialog, u"production"_s).setChecked(false);
        QCOMPARE(dialog.profile().label, ConnectionProfile::Label::Blue);
        QVERIFY(!dialog.profile().isProduction);
        dialog.show();
        dialog.grab();
    }

    void connectionsAreHandedOn()
    {
        const QTemporaryDir directory;
        FakeInteraction interaction;
        interaction.savePath = interaction.openPath = directory.filePath(u"c.json"_s);
        QWidget window;
        auto theirs = SampleSession().profile();
        theirs.name = u"theirs"_s;
        const auto click = [](const QString &name) {
            return [name](QDialog &dialog) {
                dialog.show();
                QTest::mouseClick(&in<QToolButton>(dialog, name), Qt::LeftButton);
                return Interaction::Ending::Cancelled;
            };
        };
        ConnectFlow sender(interaction, window);
        sender.setProfiles({ theirs });
        interaction.onRun = click(u"profileExport"_s);
        sender.ask();
        QCOMPARE(interaction.savePaths.size(), 1);
        QVERIFY(!fileText(interaction.savePath).toLower().contains("password"));

        ConnectFlow receiver(interaction, window);
        receiver.setProfiles({ SampleSession().profile() });
        interaction.onRun = click(u"profileImport"_s);
        receiver.ask();
        QCOMPARE(receiver.profiles().size(), 2);
        QCOMPARE(receiver.profiles().constFirst().name, theirs.name);
        QVERIFY(interaction.questions.isEmpty());
    }

    void badFileChangesNothing()
    {
        const QTemporaryDir directory;
        FakeInteraction interaction;
        interaction.openPath = directory.filePath(u"c.json"_s);
        QFile file(interaction.openPath);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("<b>no JSON</b>");
        file.close();
        QWidget window;
        ConnectFlow flow(interaction, window);
        flow.setProfiles({ SampleSession().profile() });
        interaction.onRun = [](QDialog &dialog) {
            dialog.show();
            QTest::mouseClick(&in<QToolButton>(dialog, u"profileImport"_s), Qt::LeftButton);
            return Interaction::Ending::Cancelled;
        };
        flow.ask();
        QCOMPARE(flow.profiles(), QList { SampleSession().profile() });
        QCOMPARE(interaction.questions.size(), 1);
        QVERIFY(interaction.questions[0].paragraphs[0].contains("not JSON"_L1));
    }

    void nothingToHandOn()
    {
        const ConnectDialog dialog({});
        QVERIFY(!in<QToolButton>(dialog, u"profileExport"_s).isEnabled());
        QVERIFY(in<QToolButton>(dialog, u"profileImport"_s).isEnabled());
    }

    // ---- exporting

    void everythingIsExported()
    {
        Exporting exporting;
        ExportDialog dialog(exporting.models, {}, exporting.interaction);
        QVERIFY(in<QRadioButton>(dialog, u"scopeAll"_s).isChecked());
        QVERIFY(exporting.run(dialog));
        QCOMPARE(dialog.result(), int(QDialog::Accepted));
        const auto &store = exporting.session.store();
        const auto expected = csvOf(store, allRows(store), ValueStyle::Decoded);
        QCOMPARE(fileText(exporting.path()), expected);
        QCOMPARE(expected.count('\n'), 4); // header, statement, two rows
        QVERIFY(dialog.resultText().contains("3"_L1));
        QVERIFY(dialog.resultText().contains(exporting.path()));
    }

    void displayedRowsAreExported()
    {
        Exporting exporting;
        exporting.models.setFilter(*parseFilter(u"pear"_s));
        QTRY_COMPARE(exporting.models.rows().rowCount(), 1);
        ExportDialog dialog(exporting.models, {}, exporting.interaction);
        QVERIFY(in<QRadioButton>(dialog, u"scopeDisplayed"_s).isChecked());
        QVERIFY(exporting.run(dialog));
        QCOMPARE(fileText(exporting.path()),
                 csvOf(exporting.session.store(), { RowId { 2 } }, ValueStyle::Decoded));
    }

    void selectedRowsAreExportedRaw()
    {
        Exporting exporting;
        ExportDialog dialog(exporting.models, { RowId { 1 } }, exporting.interaction);
        in<QRadioButton>(dialog, u"scopeSelected"_s).setChecked(true);
        in<QRadioButton>(dialog, u"valuesRaw"_s).setChecked(true);
        QVERIFY(exporting.run(dialog));
        QCOMPARE(fileText(exporting.path()),
                 csvOf(exporting.session.store(), { RowId { 1 } }, ValueStyle::Raw));
    }

    void markedRowsAreExported()
    {
        Exporting exporting;
        ExportDialog plain(exporting.models, {}, exporting.interaction);
        QVERIFY(in<QRadioButton>(plain, u"scopeMarked"_s).isHidden());
        exporting.models.marks().mark({ RowId { 0 }, RowId { 2 } }, MarkSign::Star);
        ExportDialog dialog(exporting.models, {}, exporting.interaction);
        auto &marked = in<QRadioButton>(dialog, u"scopeMarked"_s);
        QCOMPARE(marked.text(), u"Marked (2)"_s);
        QVERIFY(!marked.isHidden());
        marked.setChecked(true);
        QVERIFY(exporting.run(dialog));
        QCOMPARE(
            fileText(exporting.path()),
            csvOf(exporting.session.store(), { RowId { 0 }, RowId { 2 } }, ValueStyle::Decoded));
    }

    void countsAreLive()
    {
        Exporting exporting;
        ExportDialog dialog(exporting.models, {}, exporting.interaction);
        QCOMPARE(in<QRadioButton>(dialog, u"scopeAll"_s).text(), u"All captured (3)"_s);
        QVERIFY(!in<QRadioButton>(dialog, u"scopeSelected"_s).isEnabled());
        exporting.session.addRows(4);
        exporting.models.rowsArrived();
        QTRY_COMPARE(in<QRadioButton>(dialog, u"scopeAll"_s).text(), u"All captured (7)"_s);
        QTRY_COMPARE(in<QRadioButton>(dialog, u"scopeDisplayed"_s).text(), u"Displayed (6)"_s);
    }

    void failureIsShownAndCanBeMended()
    {
        Exporting exporting;
        ExportDialog dialog(exporting.models, {}, exporting.interaction);
        dialog.show();
        auto &path = in<QLineEdit>(dialog, u"exportPath"_s);
        auto &start = in<QPushButton>(dialog, u"exportStart"_s);
        auto &problem = in<NoticeBox>(dialog, u"exportProblem"_s);
        QVERIFY(!start.isEnabled());
        path.setText(exporting.directory.filePath(u"no/such/directory/x.csv"_s));
        QTest::mouseClick(&start, Qt::LeftButton);
        QTRY_VERIFY(problem.isVisible());
        QVERIFY(problem.text().contains("directory/x.csv"_L1));
        QVERIFY(exporting.run(dialog));
        QVERIFY(fileText(exporting.path()).startsWith("batch,"));
    }

    void replacingIsAskedFor()
    {
        Exporting exporting;
        QFile old(exporting.path());
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.write("old");
        old.close();
        ExportDialog dialog(exporting.models, {}, exporting.interaction);
        dialog.show();
        in<QLineEdit>(dialog, u"exportPath"_s).setText(exporting.path());
        QTest::mouseClick(&in<QPushButton>(dialog, u"exportStart"_s), Qt::LeftButton);
        QCOMPARE(exporting.interaction.questions.size(), 1);
        QCOMPARE(fileText(exporting.path()), QByteArray("old"));
        exporting.interaction.answerWith = Question::Answer::Kind::Danger;
        QVERIFY(exporting.run(dialog));
        QVERIFY(fileText(exporting.path()).startsWith("batch,"));
    }

    void chosenFileIsNotAskedForTwice()
    {
        Exporting exporting;
        QFile old(exporting.path());
        QVERIFY(old.open(QIODevice::WriteOnly));
        old.close();
        exporting.interaction.savePath = exporting.path();
        ExportDialog dialog(exporting.models, {}, exporting.interaction);
        dialog.show();
        QTest::mouseClick(&in<QPushButton>(dialog, u"exportChoose"_s), Qt::LeftButton);
        QCOMPARE(in<QLineEdit>(dialog, u"exportPath"_s).text(), exporting.path());
        QVERIFY(exporting.interaction.savePaths.constFirst().proposal.endsWith(".csv"_L1));
        QVERIFY(exporting.run(dialog));
        QVERIFY(exporting.interaction.questions.isEmpty());
    }

    void exportCanBeCancelled()
    {
        Exporting exporting;
        for (int i = 0; i < 400; ++i)
            exporting.session.addRows(250);
        exporting.models.rowsArrived();
        QTRY_COMPARE(exporting.models.eventCount(), 100'003);
        ExportDialog dialog(exporting.models, {}, exporting.interaction);
        dialog.show();
        in<QLineEdit>(dialog, u"exportPath"_s).setText(exporting.path());
        QTest::mouseClick(&in<QPushButton>(dialog, u"exportStart"_s), Qt::LeftButton);
        QVERIFY(in<QProgressBar>(dialog, u"exportProgress"_s).isVisible());
        QTest::mouseClick(&in<QPushButton>(dialog, u"exportCancel"_s), Qt::LeftButton);
        auto &problem = in<NoticeBox>(dialog, u"exportProblem"_s);
        QTRY_VERIFY(problem.isVisible());
        QVERIFY(problem.text().contains("cancelled"_L1));
        QVERIFY(!QFile::exists(exporting.path()));
        QTest::mouseClick(&in<QPushButton>(dialog, u"exportCancel"_s), Qt::LeftButton);
        QVERIFY(!dialog.isVisible());
    }

    void droppedStoreStopsTheExport()
    {
        Exporting exporting;
        for (int i = 0; i < 100; ++i)
            exporting.session.addRows(250);
        ExportDialog dialog(exporting.models, {}, exporting.interaction);
        dialog.show();
        in<QLineEdit>(dialog, u"exportPath"_s).setText(exporting.path());
        QTest::mouseClick(&in<QPushButton>(dialog, u"exportStart"_s), Qt::LeftButton);
        dialog.drop();
        QVERIFY(!dialog.isVisible());
        QVERIFY(!QFile::exists(exporting.path()));
    }

    // ---- questions and keys

    void questionIsAnsweredByButtonAndKey()
    {
        using Kind = Question::Answer::Kind;
        const Question question {
            u"warn"_s,          u"Really?"_s,
            { u"It is so."_s }, { { u"a"_s, u"b"_s } },
            u"Mind."_s,         { { u"Cancel"_s, Kind::Cancel }, { u"Do it"_s, Kind::Danger } }
        };
        QuestionDialog clicked(question);
        clicked.show();
        auto buttons = clicked.findChildren<QPushButton *>();
        QTest::mouseClick(buttons.last(), Qt::LeftButton);
        QCOMPARE(clicked.answer(), 1);
        QCOMPARE(clicked.result(), int(QDialog::Accepted));

        QuestionDialog entered(question);
        entered.show();
        QVERIFY(QTest::qWaitForWindowActive(&entered));
        QTest::keyClick(&entered, Qt::Key_Return); // the harmless answer has the focus
        QCOMPARE(entered.answer(), 0);

        QuestionDialog escaped(question);
        escaped.show();
        QVERIFY(QTest::qWaitForWindowActive(&escaped));
        QTest::keyClick(&escaped, Qt::Key_Escape);
        QCOMPARE(escaped.result(), int(QDialog::Rejected));
    }

    void realDialogsRun()
    {
        using Kind = Question::Answer::Kind;
        DialogInteraction interaction;
        const Question question { {}, u"Really?"_s,
                                  {}, {},
                                  {}, { { u"Yes"_s, Kind::Primary }, { u"No"_s, Kind::Cancel } } };
        QTimer::singleShot(
            0, qApp, [] { QTest::keyClick(QApplication::activeModalWidget(), Qt::Key_Escape); });
        QCOMPARE(interaction.ask(nullptr, question), 1);
        QTimer::singleShot(0, qApp, [] {
            auto *dialog = QApplication::activeModalWidget();
            QTest::mouseClick(dialog->findChild<QPushButton *>(), Qt::LeftButton);
        });
        QCOMPARE(interaction.ask(nullptr, question), 0);
    }

    void keysAreListed()
    {
        QWidget window;
        const Actions actions(window);
        const auto keys = actions.keys();
        QVERIFY(keys.size() > 15);
        ShortcutSheet sheet(keys);
        sheet.show();
        bool hasSpace = false;
        for (const auto &key : keys) {
            QVERIFY2(!key.words.contains(u'&'), qPrintable(key.words));
            hasSpace = hasSpace || key.keys.contains("Space"_L1);
            QVERIFY2(!key.words.contains("Roll back"_L1), "no key for a rollback");
        }
        QVERIFY(hasSpace);
        QTest::mouseClick(sheet.findChild<QPushButton *>(), Qt::LeftButton);
        QVERIFY(!sheet.isVisible());
    }
};

QTEST_MAIN(TestDialogs)
#include "tst_dialogs.moc"
