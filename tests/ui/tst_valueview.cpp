// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/absenceview.h"
#include "ui/codeview.h"
#include "ui/diffview.h"
#include "ui/docktitle.h"
#include "ui/eventtableview.h"
#include "ui/imageview.h"
#include "ui/plaintext.h"
#include "ui/valueview.h"

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QDockWidget>
#include <QImage>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextBlock>
#include <QTextLayout>
#include <QToolButton>

#include "tests/ui/guitest.h"
#include <ctime>

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

QByteArray latin1InUtf8(const QByteArray &bytes) { return QString::fromLatin1(bytes).toUtf8(); }

QByteArray pngOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "png");
    return bytes;
}

QImage smallImage()
{
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    return image;
}

// A window whose rows are UPDATEs of one column "v".
class ValueFixture : public WindowFixture
{
public:
    ValueFixture()
    {
        window.resize(1500, 900);
        showWindow();
    }

    void addRow(const QByteArray &type, const std::optional<QByteArray> &before,
                const std::optional<QByteArray> &after, int sqlType = 12)
    {
        EntrySpec spec;
        spec.offset = m_offset += 100;
        session.addBatch(
            { rowsEntry(EventType::Update,
                        { { { { "id", "1", "int(11)", 4, true }, { "v", before, type, sqlType } },
                            { { "id", "1", "int(11)", 4, true },
                              { "v", after, type, sqlType, false, true } } } },
                        spec) });
    }

    void show(int row) const { child<EventTableView>().goToRow(row); }
    void showCell(const QString &column, DiffModel::Column side) const
    {
        auto &diff = child<DiffView>();
        diff.table().setCurrentIndex(diff.model().indexOf(column, side));
    }

    ValueView &view() const { return child<ValueView>(); }
    QString text() const { return child<CodeView>(u"valueText"_s).text(); }
    QString remark() const { return child<ElidedLabel>(u"valueRemark"_s).text(); }
    void clickTab(Presentation presentation) const
    {
        auto &tabs = child<QTabBar>(u"valueTabs"_s);
        QTest::mouseClick(&tabs, Qt::LeftButton, {},
                          tabs.tabRect(static_cast<int>(presentation)).center());
    }
    QStringList tabs() const
    {
        const auto &bar = child<QTabBar>(u"valueTabs"_s);
        QStringList words;
        for (int i = 0; i < bar.count(); ++i)
            if (bar.isTabVisible(i))
                words.append(bar.tabText(i));
        return words;
    }

private:
    qint64 m_offset = 1000;
};

} // namespace

class TestValueView : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, { ThemeBase::Light, false }); }
    void init() { failOnWarnings(); }

    // ---- which value

    void followsTheDiff()
    {
        ValueFixture fixture;
        fixture.session.addBatch({ everyKindEntry(100), everyKindEntry(200) });
        fixture.connectSession();
        QVERIFY(fixture.child<AbsenceView>().text().contains("Select a row"_L1));
        fixture.show(0);
        QCOMPARE(fixture.view().content().value().column, u"status"_s); // the key comes last
        QCOMPARE(fixture.view().content().value().side, SentValue::Side::After);
        QVERIFY(fixture.text().contains("live"_L1));
        fixture.showCell(u"title"_s, DiffModel::BeforeColumn);
        QCOMPARE(fixture.text(), u"Mango, ripe"_s);
        fixture.show(1);
        QCOMPARE(fixture.view().content().value().column, u"title"_s);
        QCOMPARE(fixture.text(), u"Mango, ripe"_s);
        fixture.window.dropSession();
        QVERIFY(fixture.view().content().value().column.isEmpty());
    }

    void showsTheSideThatThereIs()
    {
        ValueFixture fixture;
        fixture.session.addRows(1);
        fixture.addRow("varchar(9)", "a", "b");
        fixture.connectSession();
        fixture.show(1);
        fixture.showCell(u"id"_s, DiffModel::BeforeColumn);
        QCOMPARE(fixture.view().content().value().side, SentValue::Side::Before);
        fixture.show(0); // an INSERT
        QCOMPARE(fixture.view().content().value().column, u"id"_s);
        QCOMPARE(fixture.view().content().value().side, SentValue::Side::After);
    }

    void hiddenViewCatchesUp()
    {
        ValueFixture fixture;
        fixture.addRow("varchar(9)", "a", "b");
        fixture.addRow("varchar(9)", "c", "d");
        fixture.connectSession();
        fixture.show(0);
        QCOMPARE(fixture.text(), u"b"_s);
        QVERIFY(fixture.trigger(u"toggleValue"_s));
        fixture.show(1);
        QCOMPARE(fixture.text(), u"b"_s);
        QVERIFY(fixture.trigger(u"toggleValue"_s));
        QCOMPARE(fixture.text(), u"d"_s);
    }

    void f7ShowsAndHides()
    {
        ValueFixture fixture;
        fixture.session.addRows(1);
        fixture.connectSession();
        const auto &dock = fixture.child<QDockWidget>(u"valueDock"_s);
        QVERIFY(dock.isVisible());
        QTRY_VERIFY(fixture.action(u"toggleValue"_s).isChecked());
        QTest::keyClick(&fixture.window, Qt::Key_F7);
        QVERIFY(!dock.isVisible());
        QVERIFY(!fixture.action(u"toggleValue"_s).isChecked());
        QTest::keyClick(&fixture.window, Qt::Key_F7);
        QVERIFY(dock.isVisible());
    }

    void f7BringsItsTabToTheFront()
    {
        ValueFixture fixture;
        fixture.session.addRows(1);
        fixture.window.resize(1280, 720);
        fixture.connectSession();
        const auto isSeen = [](const QWidget &widget) { return !widget.visibleRegion().isEmpty(); };
        auto &action = fixture.action(u"toggleValue"_s);
        QTRY_VERIFY(!isSeen(fixture.view())); // behind the diff
        QTRY_VERIFY(!action.isChecked());
        action.trigger();
        QTRY_VERIFY(isSeen(fixture.view()));
        QTRY_VERIFY(action.isChecked());
        QVERIFY(!isSeen(fixture.child<DiffView>()));
        action.trigger();
        QVERIFY(!fixture.view().isVisible());
    }

    // ---- nothing to show

    void saysWhyThereIsNothing_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<DiffModel::Column>("side");
        QTest::addColumn<QString>("words");
        QTest::newRow("NULL") << u"subtitle"_s << DiffModel::BeforeColumn << u"no value"_s;
        QTest::newRow("empty") << u"subtitle"_s << DiffModel::AfterColumn << u"empty string"_s;
        QTest::newRow("not logged") << u"weight"_s << DiffModel::BeforeColumn << u"did not log"_s;
    }
    void saysWhyThereIsNothing()
    {
        QFETCH(QString, column);
        QFETCH(DiffModel::Column, side);
        QFETCH(QString, words);
        ValueFixture fixture;
        fixture.session.addBatch({ everyKindEntry(100) });
        fixture.connectSession();
        fixture.show(0);
        fixture.showCell(column, side);
        const auto &absence = fixture.child<AbsenceView>();
        QVERIFY(absence.isVisible());
        QVERIFY2(absence.text().contains(words), qPrintable(absence.text()));
        QVERIFY(!fixture.child<QToolButton>(u"valueSave"_s).isEnabled());
        QVERIFY(!fixture.child<QTabBar>(u"valueTabs"_s).isVisible());
        absence.window()->grab();
    }

    void saysThatThereWasNoRow()
    {
        ValueFixture fixture;
        fixture.session.addRows(1);
        fixture.connectSession();
        fixture.show(0);
        fixture.showCell(u"note"_s, DiffModel::BeforeColumn);
        QVERIFY(fixture.child<AbsenceView>().text().contains("before the INSERT"_L1));
    }

    // ---- presentations

    void onlyWhatAppliesHasATab()
    {
        ValueFixture fixture;
        fixture.addRow("varchar(9)", "a", "b");
        fixture.addRow("json", "[1]", "[2]");
        fixture.connectSession();
        fixture.show(0);
        QCOMPARE(fixture.tabs(), (QStringList { u"Text"_s, u"Hex"_s }));
        fixture.show(1);
        QCOMPARE(fixture.tabs(), (QStringList { u"Text"_s, u"JSON"_s, u"Hex"_s, u"Compare"_s }));
        QCOMPARE(fixture.view().presentation(), Presentation::Json);
    }

    void choiceIsKeptUntilAuto()
    {
        ValueFixture fixture;
        fixture.addRow("json", "[1]", "[2]");
        fixture.addRow("varchar(9)", "a", "b");
        fixture.connectSession();
        fixture.show(0);
        QVERIFY(!fixture.view().isPinned());
        fixture.clickTab(Presentation::Json); // the one that is shown already
        QVERIFY(fixture.view().isPinned());
        fixture.show(1);
        QCOMPARE(fixture.view().presentation(), Presentation::Text); // JSON does not apply
        fixture.show(0);
        fixture.clickTab(Presentation::Hex);
        QCOMPARE(fixture.text(), u"00000000  5b 32 5d "_s + QString(40, u' ') + u" [2]"_s);
        fixture.show(1);
        QCOMPARE(fixture.view().presentation(), Presentation::Hex);
        auto &automatic = fixture.child<QToolButton>(u"valueAuto"_s);
        QVERIFY(!automatic.isChecked());
        automatic.click();
        QVERIFY(automatic.isChecked());
        QCOMPARE(fixture.view().presentation(), Presentation::Text);
    }

    void jsonHasItsColours()
    {
        ValueFixture fixture;
        fixture.addRow("json", R"({"a": 1, "b": true})", R"({"a": "x", "b": true})");
        fixture.connectSession();
        fixture.show(0);
        QCOMPARE(fixture.text(), u"{\n  \"a\": \"x\",\n  \"b\": true\n}"_s);
        const auto &theme = Theme::light();
        const auto formatAt = [&fixture](const QString &line, int at) {
            const auto *document = fixture.child<QPlainTextEdit>(u"valueText"_s).document();
            for (auto block = document->begin(); block.isValid(); block = block.next())
                if (block.text() == line)
                    for (const auto &range : block.layout()->formats())
                        if (range.start <= at && at < range.start + range.length)
                            return range.format;
            return QTextCharFormat();
        };
        QCOMPARE(formatAt(u"  \"b\": true"_s, 3).foreground().color(), theme(Theme::Role::CodeKey));
        QCOMPARE(formatAt(u"  \"b\": true"_s, 8).foreground().color(),
                 theme(Theme::Role::CodeKeyword));
        const auto changed = formatAt(u"  \"a\": \"x\","_s, 8);
        QCOMPARE(changed.background().color(), theme(Theme::Role::InsertInner));
        QCOMPARE(changed.foreground().color(), theme(Theme::Role::Text));
    }

    void comparesDocuments()
    {
        ValueFixture fixture;
        fixture.addRow("json", R"({"color": "red", "sizes": [1, 2]})",
                       R"({"color": "green", "sizes": [1, 2, 3]})");
        fixture.connectSession();
        fixture.show(0);
        fixture.clickTab(Presentation::Compare);
        QVERIFY(fixture.child<QPlainTextEdit>(u"valueBefore"_s).toPlainText().contains("red"_L1));
        QVERIFY(fixture.child<QPlainTextEdit>(u"valueAfter"_s).toPlainText().contains("green"_L1));
        const auto labels = fixture.view().findChildren<ElidedLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const auto *label) {
            return label->text().startsWith("1 changed, 1 added, 0 removed"_L1);
        }));
    }

    void encodingCanBeChosen()
    {
        ValueFixture fixture;
        fixture.addRow("blob", "", latin1InUtf8("\xc0\xee\xc0\xd7"), 2004);
        fixture.addRow("text", "", "\xc3\xa9", 2005);
        fixture.connectSession();
        fixture.show(0);
        fixture.clickTab(Presentation::Text);
        auto &encoding = fixture.child<QComboBox>(u"valueEncoding"_s);
        QVERIFY(encoding.isVisible());
        encoding.setCurrentText(u"Latin-1"_s);
        QCOMPARE(fixture.text(), u"ÀîÀ×"_s);
        if (isAvailable(TextEncoding::Gb18030)) {
            encoding.setCurrentText(u"GB18030"_s);
            QCOMPARE(fixture.text(), u"李雷"_s);
        }
        fixture.show(1);
        QCOMPARE(fixture.text(), u"é"_s);
        QVERIFY(!encoding.isVisible());
    }

    void showsImages()
    {
        ValueFixture fixture;
        fixture.addRow("blob", "", latin1InUtf8(pngOf(smallImage())), 2004);
        fixture.connectSession();
        fixture.show(0);
        QCOMPARE(fixture.view().presentation(), Presentation::Image);
        const auto &image = fixture.child<ImageView>();
        QTRY_COMPARE(image.image().size(), QSize(40, 30));
        QCOMPARE(image.message(), u"40 × 30"_s);
        fixture.clickTab(Presentation::Hex);
        QVERIFY(image.image().isNull());
    }

    void brokenImageSaysSo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        const auto png = pngOf(smallImage());
        QTest::newRow("only its beginning") << png.first(12) << u"cannot be read"_s;
        QImage huge(8192, 8192, QImage::Format_Mono); // a few kilobytes
        huge.fill(0);
        QTest::newRow("huge") << pngOf(huge) << u"pixels"_s;
        QTest::newRow("too many bytes") << png + QByteArray(17 << 20, 'x') << u"16.0 MB"_s;
    }
    void brokenImageSaysSo()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        ImageView view;
        SentValue value;
        value.presence = SentValue::Presence::Value;
        value.mysqlType = "longblob";
        value.text = latin1InUtf8(bytes);
        view.showImage(value, "png");
        QTRY_VERIFY(!view.message().isEmpty());
        QVERIFY2(view.message().contains(words), qPrintable(view.message()));
        QVERIFY(view.image().isNull());
        view.grab();
    }

    void remarkSaysWhatToKnow()
    {
        ValueFixture fixture;
        fixture.addRow("timestamp", "2026-11-22 12:00:00", "2026-11-22 12:01:03", 93);
        fixture.connectSession();
        fixture.show(0);
        QVERIFY(fixture.text().contains("2026-11-22 12:01:03"_L1));
        QVERIFY(fixture.remark().contains("time zone"_L1));
    }

    // ---- long and hostile

    void longLineDoesNotStall()
    {
        ValueFixture fixture;
        fixture.addRow("varchar(9)", "a", "b");
        fixture.addRow("longtext", QByteArray(5 << 20, 'x'), QByteArray(5 << 20, 'y'), 2005);
        fixture.connectSession();
        fixture.show(0);
        const auto cpuMs = [] { return std::clock() * 1000 / CLOCKS_PER_SEC; };
        const auto from = cpuMs();
        fixture.show(1);
        QApplication::sendPostedEvents();
        fixture.view().grab();
        constexpr long stall = 100;
        QVERIFY2(cpuMs() - from <= stall, qPrintable(QString::number(cpuMs() - from)));
        QCOMPARE(fixture.text(), QString(ValueContent::firstBytes, u'y'));
        QVERIFY(fixture.remark().contains("5.0 MB"_L1));
        auto &more = fixture.child<QPushButton>(u"valueMore"_s);
        more.click();
        QCOMPARE(fixture.text(), QString(2 * ValueContent::firstBytes, u'y'));
        const auto beforeLast = cpuMs();
        more.click();
        QApplication::sendPostedEvents();
        fixture.view().grab();
        QVERIFY2(cpuMs() - beforeLast <= stall, qPrintable(QString::number(cpuMs() - beforeLast)));
        QVERIFY(!more.isVisible());
        QCOMPARE(fixture.text().size(), ValueView::mostShownBytes);
        QVERIFY(fixture.remark().contains("Save it"_L1));
    }

    void longLinesAreCopiedUnbroken()
    {
        CodeView view;
        const auto line = QString(3000, u'x') + u"\U0001F600"_s.repeated(3000);
        const auto text = u"a\n"_s + line + u"\nb"_s;
        view.showParts({ { CodePart::Kind::Plain, CodePart::Change::Same, text },
                         { CodePart::Kind::Key, CodePart::Change::Same, line } },
                       SentValue::Side::After);
        QVERIFY(view.blockCount() > 10);
        QCOMPARE(view.text(), text + line);
        view.selectAll();
        view.copy();
        QCOMPARE(QGuiApplication::clipboard()->text(), text + line);
        view.grab();
    }

    void hostileTextIsSeen()
    {
        ValueFixture fixture;
        const QByteArray text = "<b>a</b>\u202E\tb\r\nc\0d";
        fixture.addRow("text", "", text + QByteArray("\0d", 2));
        fixture.connectSession();
        fixture.show(0);
        QCOMPARE(fixture.text(), u"<b>a</b>\\u202e\tb\\u000d\nc\\u0000d"_s);
        fixture.child<QToolButton>(u"valueCopy"_s).click();
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), text + QByteArray("\0d", 2));
    }

    // ---- files

    void savesTheStoredBytes_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray all("\x00\x7f\x80\xff\n", 5);
        QTest::newRow("bytes") << QByteArray("blob") << latin1InUtf8(all) << all;
        QTest::newRow("long text")
            << QByteArray("text") << QByteArray(1 << 20, 'x') << QByteArray(1 << 20, 'x');
    }
    void savesTheStoredBytes()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, sent);
        QFETCH(QByteArray, bytes);
        QTemporaryDir directory;
        ValueFixture fixture;
        fixture.addRow(type, "", sent, 2004);
        fixture.connectSession();
        fixture.show(0);
        fixture.interaction.savePath = directory.filePath(u"value"_s);
        fixture.child<QToolButton>(u"valueSave"_s).click();
        QTRY_VERIFY(fixture.remark().startsWith("Saved"_L1));
        QFile file(fixture.interaction.savePath);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), bytes);
        QVERIFY(fixture.interaction.savePaths.first().proposal.startsWith("v."_L1));
    }

    void failureToSaveIsSaid()
    {
        ValueFixture fixture;
        fixture.addRow("text", "", "x");
        fixture.connectSession();
        fixture.show(0);
        fixture.interaction.savePath = u"/nonexistent/value"_s;
        fixture.child<QToolButton>(u"valueSave"_s).click();
        QTRY_VERIFY(fixture.remark().contains("/nonexistent"_L1));
        QVERIFY(!fixture.remark().startsWith("Saved"_L1));
    }

    // ---- where it stands

    void detailsStandBelowOrRight()
    {
        ValueFixture fixture;
        fixture.session.addRows(1);
        fixture.connectSession();
        auto &diff = fixture.child<QDockWidget>(u"diffDock"_s);
        auto &value = fixture.child<QDockWidget>(u"valueDock"_s);
        const auto area
            = [&fixture](QDockWidget &dock) { return fixture.window.dockWidgetArea(&dock); };
        QCOMPARE(area(diff), Qt::BottomDockWidgetArea);
        QCOMPARE(area(value), Qt::BottomDockWidgetArea);
        QVERIFY(diff.geometry().right() < value.geometry().left());
        QVERIFY(fixture.trigger(u"docksRight"_s));
        QCOMPARE(area(diff), Qt::RightDockWidgetArea);
        QCOMPARE(area(value), Qt::RightDockWidgetArea);
        QTRY_VERIFY(diff.geometry().bottom() < value.geometry().top());
        const auto state = fixture.window.layoutState();
        QVERIFY(fixture.trigger(u"docksBelow"_s));
        QCOMPARE(area(value), Qt::BottomDockWidgetArea);
        fixture.window.restoreLayoutState(state);
        QCOMPARE(area(value), Qt::RightDockWidgetArea);
        QVERIFY(fixture.trigger(u"resetLayout"_s));
        QCOMPARE(area(value), Qt::RightDockWidgetArea);
    }
};

QTEST_MAIN(TestValueView)
#include "tst_valueview.moc"
