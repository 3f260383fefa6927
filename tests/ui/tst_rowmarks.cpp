// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filtertext.h"
#include "model/rowmarks.h"
#include "ui/emptystate.h"
#include "ui/eventtableview.h"
#include "ui/marksign.h"
#include "ui/statussegment.h"

#include <QAbstractItemModelTester>
#include <QContextMenuEvent>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

RowMarks::Rows ids(std::initializer_list<quint32> numbers)
{
    RowMarks::Rows rows;
    for (const auto number : numbers)
        rows.push_back(RowId { number });
    return rows;
}

// "1* 5o": rows with the signs that they have.
QString told(const RowMarks &marks)
{
    QStringList texts;
    for (const auto row : *marks.rows())
        texts.append(QString::number(raw(row)) + u"*os^d"_s[static_cast<int>(*marks.sign(row))]);
    return texts.join(u' ');
}

// A window with ten rows.
struct Fixture : WindowFixture
{
    EventTableView &table = child<EventTableView>();

    bool show()
    {
        session.addRows(10);
        const bool active = showWindow();
        connectSession();
        table.setFocus();
        return active && rows() == 10;
    }
    void mark(std::initializer_list<int> rows)
    {
        for (const int row : rows) {
            table.goToRow(row);
            QTest::keyClick(&table, Qt::Key_M, Qt::ControlModifier);
        }
    }
    QVariant sign(int row) const
    {
        return table.model()->index(row, 0).data(RowEventModel::MarkRole);
    }
    QMenu *rowMenu(int row)
    {
        table.goToRow(row);
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(table.viewport(), &event);
        return table.findChild<QMenu *>(u"rowMenu"_s);
    }
    void writeNote(const QString &note)
    {
        interaction.onRun = [note](QDialog &dialog) {
            dialog.findChild<QLineEdit *>(u"noteBox"_s)->setText(note);
            dialog.findChild<QPushButton *>(u"noteSave"_s)->click();
            return Interaction::Ending::Accepted;
        };
        QVERIFY(trigger(u"note"_s));
    }
    int current() const { return table.currentIndex().row(); }
};

} // namespace

class TestRowMarks : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    // ---- the marks alone

    void marksAreKeptInOrder()
    {
        RowMarks marks;
        QSignalSpy changed(&marks, &RowMarks::changed);
        marks.mark(ids({ 5, 9 }), MarkSign::Star);
        marks.mark(ids({ 1, 5, 7 }), MarkSign::Disc);
        QCOMPARE(told(marks), u"1o 5o 7o 9*"_s);
        QCOMPARE(changed.last()[0].toUInt(), 1U);
        QCOMPARE(changed.last()[1].toUInt(), 7U);
        QVERIFY(marks.areAllMarked(ids({ 1, 9 })));
        QVERIFY(!marks.areAllMarked(ids({ 1, 2 })));
        marks.unmark(ids({ 2, 5, 9 }));
        QCOMPARE(told(marks), u"1o 7o"_s);
        marks.forgetBefore(RowId { 7 });
        QCOMPARE(told(marks), u"7o"_s);
        marks.clear();
        QVERIFY(marks.isEmpty());
    }

    void givenRowsNeverChange()
    {
        RowMarks marks;
        marks.mark(ids({ 1, 2 }), MarkSign::Star);
        const auto before = marks.rows();
        marks.unmark(ids({ 1 }));
        QCOMPARE(before->size(), std::size_t(2));
        QCOMPARE(marks.count(), 1);
    }

    void noteOutlivesItsMark()
    {
        RowMarks marks;
        marks.setNote(RowId { 3 }, u"why?"_s);
        QCOMPARE(told(marks), u"3*"_s);
        marks.mark(ids({ 3 }), MarkSign::Square);
        QCOMPARE(marks.note(RowId { 3 }), u"why?"_s);
        marks.unmark(ids({ 3 }));
        QCOMPARE(marks.note(RowId { 3 }), QString());
        marks.mark(ids({ 3 }), MarkSign::Star);
        QCOMPARE(marks.note(RowId { 3 }), u"why?"_s);
        marks.setNote(RowId { 3 }, {});
        QCOMPARE(told(marks), u"3*"_s);
        QCOMPARE(marks.note(RowId { 3 }), QString());
    }

    void everySignLooksDifferent()
    {
        const auto &theme = Theme::light();
        QList<QImage> images;
        for (int i = 0; i < markSigns; ++i) {
            const auto sign = static_cast<MarkSign>(i);
            QVERIFY(!markSignName(sign).isEmpty());
            auto image = markSignIcon(sign, theme).pixmap(16).toImage();
            for (int y = 0; y < image.height(); ++y) // its shape alone
                for (int x = 0; x < image.width(); ++x)
                    image.setPixelColor(
                        x, y, image.pixelColor(x, y).alpha() > 127 ? Qt::black : Qt::white);
            QVERIFY(!images.contains(image));
            images.append(image);
        }
    }

    // ---- in the window

    void selectedRowsAreMarked()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QVERIFY(!fixture.action(u"mark"_s).isEnabled());
        fixture.table.goToRow(3);
        QTest::keyClick(&fixture.table, Qt::Key_M);
        QCOMPARE(fixture.sign(3).toInt(), int(MarkSign::Star));
        QVERIFY(!fixture.sign(4).isValid());
        QVERIFY(fixture.action(u"mark"_s).isChecked());
        QTRY_VERIFY(fixture.statusText().contains(u"Marked 1"));
        fixture.table.selectAll();
        QVERIFY(fixture.trigger(u"mark"_s)); // those that are not
        QTRY_VERIFY(fixture.statusText().contains(u"Marked 10"));
        QVERIFY(fixture.trigger(u"mark"_s));
        QTRY_VERIFY(!fixture.statusText().contains(u"Marked"));
        QVERIFY(!fixture.action(u"mark"_s).isChecked());
    }

    void marksAreWalked()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QVERIFY(!fixture.action(u"nextMark"_s).isEnabled());
        fixture.mark({ 2, 6 });
        fixture.table.goToRow(4);
        constexpr auto both = Qt::ControlModifier | Qt::ShiftModifier;
        for (const int row : { 6, 2, 6 }) { // around the end
            QTest::keyClick(&fixture.table, Qt::Key_N, both);
            QCOMPARE(fixture.current(), row);
        }
        fixture.table.goToRow(4);
        for (const int row : { 2, 6 }) {
            QTest::keyClick(&fixture.table, Qt::Key_B, both);
            QCOMPARE(fixture.current(), row);
        }
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"-\"row 6\""_s);
        QTRY_COMPARE(fixture.rows(), 9);
        QTest::keyClick(&fixture.table, Qt::Key_BracketRight); // 6 is not shown
        QCOMPARE(fixture.current(), 2);
    }

    void filterFollowsTheMarks()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.mark({ 2, 6 });
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"is:marked"_s);
        QTRY_COMPARE(fixture.rows(), 2);
        fixture.table.goToRow(0);
        QVERIFY(fixture.trigger(u"mark"_s));
        QTRY_COMPARE(fixture.rows(), 1);
        QCOMPARE(fixture.sign(0).toInt(), int(MarkSign::Star));
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"not is:marked,ddl"_s);
        QTRY_COMPARE(fixture.rows(), 9);
        fixture.table.goToRow(0);
        QVERIFY(fixture.trigger(u"mark"_s));
        QTRY_COMPARE(fixture.rows(), 8);
        fixture.session.addRows(1);
        fixture.window.rowsArrived();
        QTRY_COMPARE(fixture.rows(), 9);
    }

    void signIsChosenInTheMenu()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        auto *menu = fixture.rowMenu(5);
        QVERIFY(menu != nullptr);
        const auto signs = menu->findChild<QMenu *>(u"markAsMenu"_s)->actions();
        QCOMPARE(signs.size(), markSigns);
        QCOMPARE(signs[2]->text(), u"Square"_s);
        signs[2]->trigger();
        delete menu; // NOLINT(cppcoreguidelines-owning-memory): it would close itself
        QCOMPARE(fixture.sign(5).toInt(), int(MarkSign::Square));
    }

    void signIsPainted()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.table.goToRow(0);
        const auto row = [&] {
            return fixture.table.viewport()->grab(fixture.table.visualRect(
                fixture.table.model()->index(5, RowEventModel::NumberColumn)));
        };
        const auto before = row().toImage();
        fixture.mark({ 5 });
        fixture.table.goToRow(0);
        QVERIFY(row().toImage() != before);
    }

    void noteIsWrittenAndShown()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QVERIFY(!fixture.action(u"note"_s).isEnabled());
        fixture.table.goToRow(4);
        fixture.writeNote(u" <b>look</b> here "_s);
        QVERIFY(fixture.sign(4).isValid());
        const auto tip = fixture.table.model()
                             ->index(4, RowEventModel::NumberColumn)
                             .data(Qt::ToolTipRole)
                             .toString();
        QVERIFY2(tip.endsWith("Note: <b>look</b> here"_L1), qPrintable(tip));
        fixture.interaction.onRun = [](QDialog &dialog) { // what was written is there again
            const bool isThere
                = dialog.findChild<QLineEdit *>(u"noteBox"_s)->text() == "<b>look</b> here"_L1;
            return isThere ? Interaction::Ending::Cancelled : Interaction::Ending::Accepted;
        };
        QVERIFY(fixture.trigger(u"note"_s));
        QVERIFY(fixture.sign(4).isValid());
    }

    void marksEndWithTheirRows()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.mark({ 1, 2 });
        fixture.interaction.answerWith = Question::Answer::Kind::Danger;
        QVERIFY(fixture.trigger(u"clear"_s));
        QVERIFY(!fixture.action(u"nextMark"_s).isEnabled());
        fixture.session.addRows(2);
        fixture.window.rowsArrived();
        QTRY_COMPARE(fixture.rows(), 2);
        fixture.mark({ 0 });
        QVERIFY(fixture.action(u"nextMark"_s).isEnabled());
        fixture.window.dropSession();
        QVERIFY(!fixture.action(u"nextMark"_s).isEnabled());
    }

    // ---- hiding

    void hiddenRowsComeBack()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        auto &show = fixture.child<StatusSegment>(u"statusHidden"_s);
        QVERIFY(!fixture.action(u"hideRow"_s).isEnabled());
        QVERIFY(!show.isVisible());
        fixture.table.goToRow(2);
        QTest::keyClick(&fixture.table, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(fixture.rows(), 9);
        QCOMPARE(fixture.current(), 2); // the next one, to go on with
        QTest::keyClick(&fixture.table, Qt::Key_D, Qt::ControlModifier);
        QCOMPARE(fixture.rows(), 8);
        QTRY_COMPARE(show.text(), u"2 hidden · Show"_s);
        QVERIFY(show.isVisible());
        fixture.child<QLineEdit>(u"filterBox"_s).setText(u"row"_s);
        QTRY_VERIFY(fixture.action(u"clearFilter"_s).isEnabled());
        QTRY_COMPARE(fixture.rows(), 8); // whatever the filter says
        fixture.session.addRows(1);
        fixture.window.rowsArrived();
        QTRY_COMPARE(fixture.rows(), 9);
        QTest::mouseClick(&show, Qt::LeftButton);
        QTRY_COMPARE(fixture.rows(), 11);
        QTRY_VERIFY(!show.isVisible());
        QVERIFY(!fixture.action(u"showHidden"_s).isEnabled());
    }

    void emptyTableOffersTheHiddenRows()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.table.selectAll();
        QVERIFY(fixture.trigger(u"hideRow"_s));
        QCOMPARE(fixture.rows(), 0);
        auto &empty = fixture.child<EmptyState>();
        QTRY_VERIFY(empty.isVisible());
        QVERIFY(empty.content().text.contains("10 of them were hidden one by one"_L1));
        for (auto *button : empty.findChildren<QPushButton *>())
            if (button->text() == u"Show hidden rows"_s)
                button->click();
        QTRY_COMPARE(fixture.rows(), 10);
        fixture.table.selectAll();
        QVERIFY(fixture.trigger(u"hideRow"_s));
        fixture.window.dropSession();
        QVERIFY(!fixture.action(u"showHidden"_s).isEnabled());
    }

    // Many pieces at once are taken out in another way than few.
    void scatteredRowsAreHidden_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::newRow("cheap") << QString();
        QTest::newRow("dear") << u"row"_s;
    }
    void scatteredRowsAreHidden()
    {
        QFETCH(const QString, filter);
        SampleSession session;
        session.addRows(300);
        RowEventModel model;
        const QAbstractItemModelTester tester(
            &model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        RowFilter rowFilter;
        rowFilter.spec = *parseFilter(filter);
        model.setFilter(rowFilter);
        model.setSource(&session.store(), &session.ledger());
        QTRY_COMPARE(model.rowCount(), 300);
        RowMarks::Rows odd;
        for (quint32 i = 1; i < 300; i += 2)
            odd.push_back(RowId { i });
        model.hideRows(ids({ 2, 4, 5 }));
        QCOMPARE(model.rowCount(), 297);
        model.hideRows(odd);
        QCOMPARE(model.rowCount(), 148);
        QCOMPARE(model.hiddenRows(), 152);
        model.showHiddenRows();
        QTRY_COMPARE(model.rowCount(), 300);
        model.setSource(nullptr, nullptr);
    }
};

QTEST_MAIN(TestRowMarks)
#include "tst_rowmarks.moc"
