// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/connectdialog.h"
#include "ui/eventtableview.h"
#include "ui/exportdialog.h"
#include "ui/plaintext.h"
#include "ui/questiondialog.h"
#include "ui/questions.h"

#include <QAbstractTextDocumentLayout>
#include <QApplication>
#include <QElapsedTimer>
#include <QHelpEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QTextEdit>
#include <QToolTip>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

QByteArray nestedTables(int depth) { return QByteArray("<table><tr><td>").repeated(depth); }

const QList<std::pair<const char *, QByteArray>> &hostileStrings()
{
    static const QList<std::pair<const char *, QByteArray>> list {
        { "bold", "<b>x</b>" },
        { "bold inside", "a <b>b</b>" },
        { "image of a device", "<img src='/dev/zero'>" },
        { "image of random", "<img src=\"/dev/random\">" },
        { "image of a file", "<img src='file:///etc/passwd'>" },
        { "huge image", "<img width=100000 height=100000 src='x'>" },
        { "tables, 20 deep", nestedTables(20) },
        { "tables, 2000 deep", nestedTables(2000) },
        { "whole document", "<!DOCTYPE HTML><html><body><h1>owned</h1></body></html>" },
        { "qt tag", "<qt><img src='/dev/zero'></qt>" },
        { "link", "<a href='http://example.org'>click</a>" },
        { "script", "<script>alert(1)</script>" },
        { "style", "<style>* { font-size: 4000px }</style><p>x</p>" },
        { "entity", "&lt;b&gt; &amp;amp; &#x3c;" },
        { "unclosed", "<p><div><span" },
        { "comment", "<!-- <b> -->x" },
        // NOLINTNEXTLINE(misc-misleading-bidirectional): that is what it is about
        { "bidi override", "user\xE2\x80\xAEgnp.exe" },
        { "bidi isolate", "\xE2\x81\xA6x\xE2\x81\xA9" },
        { "zero width", "pay\xE2\x80\x8Bpal" },
        { "byte order mark", "\xEF\xBB\xBFx" },
        { "control characters", "a\x01\x02\x1b[31mred\x7f" },
        { "carriage return", "first\rsecond" },
        { "nul", QByteArray("a\0b", 3) },
        { "line and paragraph separators",
          "a\xE2\x80\xA8"
          "b\xE2\x80\xA9"
          "c" },
        { "mnemonic", "&File && &Edit" },
        { "placeholders", "%1 %2 %n %L1 %99" },
        { "not UTF-8", "\xff\xfe\xfa" },
        { "surrogate half", "\xED\xA0\x80" },
        { "only blanks", "     " },
        { "tabs and lines", "a\tb\nc\r\nd" },
        { "combining", QByteArray("z") + QByteArray("\xCC\x81").repeated(5000) },
        { "mnemonic alone", "&Quit" },
        { "window's placeholder", "db[*]" },
        { "arabic letter mark", "a\xD8\x9C.b" },
        { "right to left isolate",
          "\xE2\x81\xA7"
          "exe.txt\xE2\x81\xA9" },
        { "mongolian separator",
          "a\xE1\xA0\x8E"
          "b" },
        { "tag letters", "a\xF3\xA0\x81\xA1\xF3\xA0\x81\xA2z" },
        { "braille blank",
          "a\xE2\xA0\x80"
          "b" },
        { "markup after a line", "\n\n<b>x</b>" },
        { "markdown", "[x](file:///etc/passwd) ![y](/dev/zero)" },
        { "escape sequence", "\x1b]0;title\x07" },
        { "megabytes", QByteArray("<b>x</b>").repeated(650'000) },
    };
    return list;
}

// Every text of a widget that anybody can see or hear.
QStringList shownTexts(const QObject &object)
{
    QStringList texts;
    for (const auto *name : { "text", "title", "windowTitle", "toolTip", "statusTip", "whatsThis",
                              "iconText", "accessibleName", "accessibleDescription" })
        texts.append(object.property(name).toString());
    return texts;
}

// Nothing invisible, nothing that turns the reading direction around; a "%1" of the text is no
// place for another one.
void checkShownText(const QString &text)
{
    QCOMPARE(visibleText(text, LineBreaks::Kept), text);
    if (text.contains("%99"_L1))
        QVERIFY2(text.contains("%1 %2 %n %L1 %99"_L1), qPrintable(text));
}

// Alt and a letter of a name must not press anything.
void checkMnemonic(const QString &text)
{
    if (!text.contains("Quit"_L1) && !text.contains("File"_L1))
        return;
    const auto mnemonic = QKeySequence::mnemonic(text);
    const bool ours = text == "&Quit"_L1 || text == "&File"_L1;
    QVERIFY2(mnemonic.isEmpty() || ours, qPrintable(text));
}

void checkObject(const QObject &object)
{
    if (object.inherits("QLineEdit") || object.inherits("QTipLabel"))
        return; // what the user edits is shown as it is
    for (const auto &text : shownTexts(object))
        checkShownText(text);
    if (object.inherits("QAbstractButton") || object.inherits("QAction"))
        checkMnemonic(object.property("text").toString());
}

// No label or document may have taken the text for more than text.
void checkWidgets()
{
    for (auto *widget : QApplication::allWidgets()) {
        if (const auto *label = qobject_cast<QLabel *>(widget)) {
            if (label->inherits("QTipLabel"))
                continue; // Qt's own; what it is given is checked below
            QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(label->text().size() <= 4 * PlainLabel::mostChars + 8);
            QVERIFY2(!label->text().contains(QChar(0x202e)), "reading direction");
        }
        QVERIFY2(qobject_cast<QTextEdit *>(widget) == nullptr, "rich text");
        const auto tip = widget->toolTip();
        QVERIFY2(!Qt::mightBeRichText(tip) || tip.startsWith("<qt>"_L1), qPrintable(tip.left(200)));
        QVERIFY2(!tip.mid(4).contains("<b>"_L1) && !tip.contains("<img"_L1)
                     && !tip.contains("<table"_L1),
                 qPrintable(tip.left(200)));
        QVERIFY(tip.size() < 20'000);
        checkObject(*widget);
        for (const auto *action : widget->actions()) {
            QVERIFY(!action->toolTip().contains("<img"_L1));
            checkObject(*action);
        }
    }
}

// What the plain delegate makes of a cell; delegates that paint for themselves use visibleText().
void checkCells(const QAbstractItemView &view)
{
    const auto *delegate = qobject_cast<const PlainDelegate *>(view.itemDelegate());
    QVERIFY2(delegate != nullptr, qPrintable(view.objectName()));
    const auto *model = view.model();
    for (int row = 0; row < std::min(3, model->rowCount(view.rootIndex())); ++row) {
        for (int column = 0; column < model->columnCount(view.rootIndex()); ++column) {
            const auto text = delegate->displayText(
                model->index(row, column, view.rootIndex()).data(), QLocale::c());
            QCOMPARE(visibleText(text), text);
        }
    }
}

// The hostile text as far as a file system takes it.
QString fileNameFrom(const QByteArray &text)
{
    auto name = QString::fromUtf8(text.left(60));
    name.remove(u'/').remove(QChar(0)).remove(u'\n').remove(u'\r');
    return u"x"_s + QString::fromUtf8(name.toUtf8()) + u"x.csv"_s;
}

class Stalls : public QObject
{
public:
    Stalls()
    {
        m_since.start();
        startTimer(5);
    }
    qint64 worst() const { return std::max(m_worst, m_since.elapsed()); }

protected:
    void timerEvent(QTimerEvent *) override { m_worst = std::max(m_worst, m_since.restart()); }

private:
    QElapsedTimer m_since;
    qint64 m_worst = 0;
};

void hoverAll(QAbstractItemView &view)
{
    const int rows = std::min(3, view.model()->rowCount(view.rootIndex()));
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < view.model()->columnCount(view.rootIndex()); ++column) {
            const auto at
                = view.visualRect(view.model()->index(row, column, view.rootIndex())).center();
            QHelpEvent event(QEvent::ToolTip, at, view.viewport()->mapToGlobal(at));
            QCoreApplication::sendEvent(view.viewport(), &event);
            const auto tip = QToolTip::text();
            QVERIFY2(tip.isEmpty() || tip.startsWith("<qt>"_L1), qPrintable(tip.left(100)));
            QVERIFY(!tip.contains("<img"_L1));
            QVERIFY(tip.size() < 20'000);
        }
    }
    QToolTip::hideText();
}

} // namespace

class TestPlainText : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, { ThemeBase::Light, false }); }
    void init() { failOnWarnings(); }

    void hostileTextStaysText_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const auto &[name, text] : hostileStrings())
            QTest::newRow(name) << text;
    }
    // Through every place that a server can write to.
    void hostileTextStaysText()
    {
        QFETCH(QByteArray, text);
        WindowFixture fixture(AccessMode::Manual);
        auto &session = fixture.session;
        session.profile().name = QString::fromUtf8(text.left(5000));
        session.profile().host = QString::fromUtf8(text.left(500));
        session.profile().destination = QString::fromUtf8(text.left(500));
        fixture.window.resize(1280, 720);
        fixture.window.setProfiles({ session.profile() });
        QVERIFY(fixture.showWindow());
        checkWidgets();

        EntrySpec spec;
        spec.schema = text.left(2000);
        spec.table = text.left(2000);
        spec.logFile = text.left(2000);
        spec.gtid = text.left(2000);
        const QList<Cell> before { { "id", text, "varchar(40)", 12, true },
                                   { text.left(2000), text, text.left(2000) },
                                   { "b", text, "blob" },
                                   { "e", "1", "enum('" + text.left(200) + "')" } };
        auto after = before;
        after[1].value = "x" + text;
        session.addBatch({ annotationEntry(text, 4),
                           rowsEntry(EventType::Update, { { before, after } }, spec),
                           rowsEntry(EventType::Insert, { { {}, after } }, spec),
                           statementEntry(EventType::Create, text, true, spec) });
        const Stalls stalls; // what the window takes, not the making of the entries
        fixture.connectSession();
        const auto events = fixture.session.store().snapshot();
        QCOMPARE(events.size(), 4U);
        auto &table = fixture.child<EventTableView>();
        for (int row = 0; row < fixture.rows(); ++row) {
            table.goToRow(row);
            fixture.window.grab();
        }
        ClientError error;
        error.kind = ClientError::Kind::ServerRejected;
        error.serverCode = 400;
        error.detail = QString::fromUtf8(text.left(qsizetype(64) << 10));
        session.fail(0, error.detail);
        fixture.window.showError(error);
        fixture.window.showAckFailed(0, error);
        fixture.window.showNotice(error.detail, NoticeKind::Warning);
        fixture.window.grab();
        for (auto *view : fixture.window.findChildren<QAbstractItemView *>()) {
            if (view->isVisible()) {
                hoverAll(*view);
                if (!view->inherits("QHeaderView"))
                    checkCells(*view);
            }
        }
        fixture.child<QLineEdit>(u"filterBox"_s).setText(QString::fromUtf8(text.left(900)));
        QTest::keyClick(&fixture.child<QLineEdit>(u"filterBox"_s), Qt::Key_Return);
        checkWidgets();
        qInfo("worst stall %lld ms", static_cast<long long>(stalls.worst()));
        QVERIFY2(stalls.worst() < 3000, qPrintable(QString::number(stalls.worst())));
    }

    // Of the rows' table and the diff, with names and values in their titles.
    void hostileTextStaysTextInMenus_data() { hostileTextStaysText_data(); }
    void hostileTextStaysTextInMenus()
    {
        QFETCH(QByteArray, text);
        WindowFixture fixture(AccessMode::Manual);
        EntrySpec spec;
        spec.schema = text.left(2000);
        spec.table = text.left(2000);
        spec.logFile = text.left(2000);
        fixture.session.addBatch({ rowsEntry(
            EventType::Insert, { { {}, { { text.left(2000), text, "varchar(40)", 12, true } } } },
            spec) });
        QVERIFY(fixture.showWindow());
        fixture.connectSession();
        auto &table = fixture.child<EventTableView>();
        for (int column = 0; column < table.model()->columnCount(); ++column) {
            emit table.menuWanted(table.model()->index(0, column), {});
            checkWidgets();
            for (auto *menu : fixture.window.findChildren<QMenu *>(u"rowMenu"_s))
                menu->close();
        }
        auto &diff = fixture.child<QTableView>(u"diffTable"_s);
        table.goToRow(0);
        for (int column = 0; column < diff.model()->columnCount(); ++column) {
            diff.setCurrentIndex(diff.model()->index(0, column));
            emit diff.customContextMenuRequested(QPoint(-1, -1));
            checkWidgets();
            for (auto *menu : diff.findChildren<QMenu *>())
                menu->close();
        }
    }

    void hostileTextStaysTextInDialogs_data() { hostileTextStaysText_data(); }
    void hostileTextStaysTextInDialogs()
    {
        QFETCH(QByteArray, text);
        SampleSession session(AccessMode::Manual);
        session.profile().name = QString::fromUtf8(text);
        session.profile().destination = QString::fromUtf8(text.left(4000));
        session.addRows(2);
        ConnectDialog dialog({ session.profile() });
        dialog.show();
        dialog.grab();
        SessionModels models;
        models.setSource(&session.store(), &session.ledger());
        models.rowsArrived();
        FakeInteraction interaction;
        QTemporaryDir directory;
        const auto path = directory.filePath(fileNameFrom(text));
        QVERIFY(QFile(path).open(QIODevice::WriteOnly));
        ExportDialog exporting(models, {}, interaction);
        exporting.show();
        exporting.findChild<QLineEdit *>(u"exportPath"_s)->setText(path);
        QTest::mouseClick(exporting.findChild<QPushButton *>(u"exportStart"_s), Qt::LeftButton);
        models.setSource(nullptr, nullptr);
        QCOMPARE(interaction.questions.size(), 1); // replace the file?
        questions::rollBack(interaction, nullptr, session.ledger(), session.profile());
        questions::autoAck(interaction, nullptr, session.profile());
        questions::leave(interaction, nullptr, session.ledger(), session.profile());
        for (const auto &question : std::as_const(interaction.questions)) {
            QuestionDialog asked(question);
            asked.show();
            asked.grab();
            checkWidgets();
        }
        checkWidgets();
    }

    void whatCannotBeSeenIsMarked()
    {
        QCOMPARE(visibleText(u"plain 上海"_s), u"plain 上海"_s);
        QCOMPARE(visibleText(u"a\nb\tc"_s), u"a⏎b⇥c"_s);
        QCOMPARE(visibleText(u"a\nb\tc"_s, LineBreaks::Kept), u"a\nb\tc"_s);
        QCOMPARE(visibleText(u"x\u202ey"_s), u"x\\u202ey"_s);
        QCOMPARE(visibleText(u"\u0007"_s), u"\\u0007"_s);
        QCOMPARE(visibleText(u"e\u0301"_s), u"e\u0301"_s); // an accent can be seen
    }

    void tipIsEscapedAndClipped()
    {
        QCOMPARE(safeTip({}), QString());
        QCOMPARE(safeTip(u"<b>&\n"_s), u"<qt>&lt;b&gt;&amp;<br/></qt>"_s);
        QVERIFY(safeTip(QString(5'000'000, u'x')).size() < 1100);
    }

    void clippingDoesNotSplitAPair()
    {
        const auto smile = u"😀"_s;
        QCOMPARE(clipped(smile + smile, 3), smile + u'…');
        QCOMPARE(clipped(smile, 2), smile);
    }

    void tagLettersAreMarkedWhole()
    {
        QCOMPARE(visibleText(u"a\U000e0061z😀"_s), u"a\\udb40\\udc61z😀"_s);
    }

    void titleKeepsWhatQtReplaces() { QCOMPARE(titleText(u"db[*]"_s), u"db[*][*]"_s); }

    void menuTextHasNoMnemonic() { QCOMPARE(menuText(u"a&b"_s), u"a&&b"_s); }
};

QTEST_MAIN(TestPlainText)
#include "tst_plaintext.moc"
