// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/connectdialog.h"
#include "ui/statussegment.h"

#include <QDockWidget>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

namespace {

struct Fixture : WindowFixture
{
    bool show()
    {
        session.addRows(10);
        const bool active = showWindow();
        connectSession();
        return active && rows() == 10;
    }
    StatusSegment &segment(const QString &name) const { return child<StatusSegment>(name); }
    void click(const QString &name) const { QTest::mouseClick(&segment(name), Qt::LeftButton); }
};

} // namespace

// Each part of the status bar leads to what it speaks of.
class TestStatusBar : public QObject
{
    Q_OBJECT

private slots:
    void init() { failOnWarnings(); }

    void nothingLeadsAnywhereWithoutASession()
    {
        WindowFixture fixture;
        QVERIFY(fixture.showWindow());
        for (const auto *segment : fixture.window.findChildren<StatusSegment *>())
            QVERIFY2(!segment->isVisible(), qPrintable(segment->objectName()));
    }

    void everySegmentSaysWhatAClickDoes()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QTRY_VERIFY(fixture.segment(u"statusPosition"_s).isVisible());
        for (const auto *segment : fixture.window.findChildren<StatusSegment *>()) {
            if (!segment->isVisible())
                continue;
            QVERIFY2(!segment->accessibleName().isEmpty(), qPrintable(segment->objectName()));
            QVERIFY2(!segment->accessibleDescription().isEmpty(),
                     qPrintable(segment->objectName()));
            QVERIFY(segment->toolTip().contains(segment->accessibleDescription()));
            QCOMPARE(segment->focusPolicy(), Qt::TabFocus);
        }
    }

    void connectionIsOfferedForChange()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        ConnectionProfile edited;
        fixture.interaction.onRun = [&](QDialog &dialog) {
            edited = dynamic_cast<ConnectDialog &>(dialog).profile();
            return Interaction::Ending::Cancelled;
        };
        fixture.click(u"statusPeer"_s);
        QCOMPARE(edited, fixture.session.profile());
    }

    void countsLeadToTheFilter()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QVERIFY(!fixture.child<QLineEdit>(u"filterBox"_s).hasFocus());
        fixture.click(u"statusCounts"_s);
        QVERIFY(fixture.child<QLineEdit>(u"filterBox"_s).hasFocus());
    }

    void unackedLeadsToTheBatches()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        auto &dock = fixture.child<QDockWidget>(u"batchesDock"_s);
        dock.hide();
        fixture.click(u"statusUnacked"_s);
        QTRY_VERIFY(dock.isVisible());
    }

    void positionLeadsToAnother()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        QTRY_VERIFY(fixture.segment(u"statusPosition"_s).isVisible());
        auto &box = fixture.child<QLineEdit>(u"goToBox"_s);
        QVERIFY(!box.isVisible());
        fixture.click(u"statusPosition"_s);
        QVERIFY(box.isVisible());
    }

    void timesCanBeChosenByKeyboardToo()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        auto &times = fixture.segment(u"statusTimes"_s);
        times.setFocus();
        QTest::keyClick(&times, Qt::Key_Space);
        auto *menu = fixture.window.findChild<QMenu *>(u"timeMenu"_s);
        QVERIFY(menu != nullptr);
        QVERIFY(menu->isVisible());
        QVERIFY(menu->actions().contains(&fixture.action(u"timeUtc"_s)));
        menu->close();
        fixture.action(u"timeUtc"_s).trigger();
        QTRY_COMPARE(times.text(), u"UTC"_s);
    }

    void segmentsGiveWayInANarrowWindow()
    {
        Fixture fixture;
        QVERIFY(fixture.show());
        fixture.window.resize(700, 500);
        QTRY_VERIFY(fixture.segment(u"statusPeer"_s).width()
                    < fixture.segment(u"statusPeer"_s).sizeHint().width());
        const auto &counts = fixture.segment(u"statusCounts"_s);
        QCOMPARE(counts.width(), counts.sizeHint().width());
    }
};

QTEST_MAIN(TestStatusBar)
#include "tst_statusbar.moc"
