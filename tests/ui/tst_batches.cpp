// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/limits.h"
#include "ui/ackcontrols.h"
#include "ui/batchpanel.h"
#include "ui/questions.h"
#include "ui/storegauge.h"

#include <QAbstractItemModelTester>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>

#include "tests/ui/guitest.h"

using namespace Qt::StringLiterals;
using namespace canal;
using namespace canal::test;

using Step = AckControls::Step;

namespace {

class Ledger
{
public:
    SampleSession session { AccessMode::Manual };
    SessionModels models;
    AckControls acks { models };

    void show()
    {
        models.setSource(&session.store(), &session.ledger());
        acks.setSession(session.profile().mode);
        acks.setState(ClientState::Streaming);
        flush();
    }
    void flush()
    {
        models.rowsArrived();
        const auto events = [this] {
            quint32 sum = 0;
            for (quint32 i = 0; i < session.ledger().size(); ++i)
                sum += session.ledger().at(i).events;
            return static_cast<int>(sum);
        };
        QTRY_COMPARE(models.rows().rowCount(), events());
        QTRY_COMPARE(models.unfilteredCount(), qint64(events()));
    }
    ~Ledger()
    {
        models.setSource(nullptr, nullptr);
        acks.setSession({});
    }
};

} // namespace

class TestBatches : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, { ThemeBase::Light, false }); }
    void init() { failOnWarnings(); }

    void enabledOnlyWhereLegal_data()
    {
        QTest::addColumn<int>("mode");
        QTest::addColumn<int>("state");
        QTest::addColumn<int>("unacked");
        QTest::addColumn<bool>("enabled");
        const auto row
            = [](const char *name, AccessMode mode, ClientState state, int unacked, bool enabled) {
                  QTest::newRow(name) << int(mode) << int(state) << unacked << enabled;
              };
        using enum AccessMode;
        row("manual, streaming", Manual, ClientState::Streaming, 3, true);
        row("manual, nothing un-acked", Manual, ClientState::Streaming, 0, false);
        row("peek", Peek, ClientState::Streaming, 3, false);
        row("auto", Auto, ClientState::Streaming, 3, false);
        row("manual, idle", Manual, ClientState::Idle, 3, false);
        row("manual, connecting", Manual, ClientState::Connecting, 3, false);
        row("manual, handshake", Manual, ClientState::AwaitingHandshake, 3, false);
        row("manual, login", Manual, ClientState::Authenticating, 3, false);
        row("manual, subscribing", Manual, ClientState::Subscribing, 3, false);
        row("manual, leaving", Manual, ClientState::Leaving, 3, false);
        row("manual, waiting", Manual, ClientState::Waiting, 3, false);
        row("manual, failed", Manual, ClientState::Failed, 3, false);
    }
    void enabledOnlyWhereLegal()
    {
        QFETCH(int, mode);
        QFETCH(int, state);
        QFETCH(int, unacked);
        QFETCH(bool, enabled);
        Ledger ledger;
        ledger.session.profile().mode = static_cast<AccessMode>(mode);
        for (int i = 0; i < 3; ++i)
            ledger.session.addRows(2);
        for (int i = 0; i < 3 - unacked; ++i)
            ledger.session.ack(static_cast<quint32>(i));
        ledger.show();
        ledger.acks.setState(static_cast<ClientState>(state));
        ledger.acks.setHere(1);
        for (const auto step : { Step::Next, Step::UpToHere, Step::All, Step::RollBack }) {
            const auto option = ledger.acks.option(step);
            QCOMPARE(option.enabled, enabled);
            QVERIFY(!option.tip.isEmpty()); // what it does, or why it cannot
        }
        QSignalSpy acked(&ledger.acks, &AckControls::ackRequested);
        QSignalSpy rolledBack(&ledger.acks, &AckControls::rollbackWanted);
        ledger.acks.ackNext();
        ledger.acks.ackUpToHere();
        ledger.acks.ackAll();
        ledger.acks.rollBack();
        QCOMPARE(acked.count(), enabled ? 3 : 0);
        QCOMPARE(rolledBack.count(), enabled ? 1 : 0);
    }

    void nothingWithoutASession()
    {
        SessionModels models;
        const AckControls acks(models);
        for (const auto step : { Step::Next, Step::UpToHere, Step::All, Step::RollBack }) {
            QVERIFY(!acks.option(step).enabled);
            QVERIFY(!acks.option(step).tip.isEmpty());
        }
    }

    void stepsNameTheirBatches()
    {
        Ledger ledger;
        for (int i = 0; i < 4; ++i)
            ledger.session.addRows(2);
        ledger.session.ack(0);
        ledger.show();
        ledger.acks.setHere(2);
        QCOMPARE(ledger.acks.option(Step::Next).text, u"Ack next (2)"_s);
        QCOMPARE(ledger.acks.option(Step::UpToHere).text, u"Ack up to here (2 … 3)"_s);
        QVERIFY(ledger.acks.option(Step::RollBack).text.contains(u'3'));
        ledger.acks.setHere(1);
        QCOMPARE(ledger.acks.option(Step::UpToHere).text, u"Ack up to here (2)"_s);
        QSignalSpy acked(&ledger.acks, &AckControls::ackRequested);
        ledger.acks.setHere(3);
        ledger.acks.ackNext();
        ledger.acks.ackUpToHere();
        ledger.acks.ackAll();
        QCOMPARE(acked.count(), 3);
        QCOMPARE(acked[0][0].toUInt(), 1U);
        QCOMPARE(acked[1][0].toUInt(), 3U);
        QCOMPARE(acked[2][0].toUInt(), 3U);
    }

    void settledBatchIsNoPlaceToAckTo()
    {
        Ledger ledger;
        ledger.session.addRows(1);
        ledger.session.addRows(1);
        ledger.session.ack(0);
        ledger.show();
        ledger.acks.setHere(0);
        const auto option = ledger.acks.option(Step::UpToHere);
        QVERIFY(!option.enabled);
        QVERIFY2(option.tip.contains("not un-acked"_L1), qPrintable(option.tip));
    }

    void batchThatCannotBeReadIsNeverAcked()
    {
        Ledger ledger;
        ledger.session.addBatch({ QByteArray::fromHex("ffffffff") });
        ledger.session.addRows(1);
        ledger.models.setSource(&ledger.session.store(), &ledger.session.ledger());
        ledger.acks.setSession(AccessMode::Manual);
        ledger.acks.setState(ClientState::Streaming);
        QVERIFY(ledger.session.ledger().at(0).unreadable > 0);
        for (const auto step : { Step::Next, Step::All })
            QVERIFY(!ledger.acks.option(step).enabled);
        QVERIFY(ledger.acks.option(Step::RollBack).enabled);
    }

    void hiddenRowsAreCounted()
    {
        Ledger ledger;
        ledger.session.addBatch({ SampleSession::insertEntry("orders", "1", "apple"),
                                  SampleSession::insertEntry("orders", "2", "pear"),
                                  SampleSession::insertEntry("stock", "3", "pear") });
        ledger.session.addBatch({ SampleSession::insertEntry("stock", "4", "apple") });
        ledger.show();
        QCOMPARE(ledger.acks.option(Step::All).tip, u"acks 4 rows"_s);
        ledger.models.setFilter(*parseFilter(u"apple"_s));
        QTRY_VERIFY(!ledger.models.rows().isFiltering());
        QCOMPARE(ledger.acks.option(Step::Next).tip, u"acks 3 rows, 2 hidden by the filter"_s);
        QCOMPARE(ledger.acks.option(Step::All).tip, u"acks 4 rows, 2 hidden by the filter"_s);
        ledger.models.setFilter(*parseFilter(u"no such"_s));
        QTRY_VERIFY(!ledger.models.rows().isFiltering());
        QTRY_COMPARE(ledger.models.rows().rowCount(), 0);
        QCOMPARE(ledger.acks.option(Step::All).tip, u"acks 4 rows, 4 hidden by the filter"_s);
    }

    void rowsOfAFrozenViewAreNotCalledFiltered()
    {
        Ledger ledger;
        ledger.session.addRows(2);
        ledger.show();
        ledger.models.rows().setFrozen(true);
        ledger.session.addRows(3);
        ledger.models.rowsArrived();
        QTRY_COMPARE(ledger.models.unfilteredCount(), 5);
        QCOMPARE(ledger.acks.option(Step::All).tip, u"acks 5 rows, 3 not shown"_s);
    }

    void statementsOfRowsAreNotCountedAsHidden()
    {
        Ledger ledger;
        ledger.session.addBatch({ annotationEntry("INSERT INTO orders", 4),
                                  SampleSession::insertEntry("orders", "1") });
        ledger.models.setSource(&ledger.session.store(), &ledger.session.ledger());
        ledger.acks.setSession(AccessMode::Manual);
        ledger.acks.setState(ClientState::Streaming);
        ledger.models.rowsArrived();
        QTRY_COMPARE(ledger.models.rows().rowCount(), 1);
        QCOMPARE(ledger.acks.option(Step::All).tip, u"acks 1 rows"_s); // no plurals loaded here
    }

    void changesOfTheLedgerAreTold()
    {
        Ledger ledger;
        ledger.show();
        QSignalSpy changed(&ledger.acks, &AckControls::changed);
        ledger.session.addRows(1);
        QTRY_VERIFY(changed.count() > 0);
        QVERIFY(ledger.acks.option(Step::Next).enabled);
        changed.clear();
        ledger.session.markSent(0);
        QTRY_VERIFY(changed.count() > 0);
        QVERIFY(!ledger.acks.option(Step::Next).enabled);
    }

    // ---- panel

    void panelActsAndShowsEveryState()
    {
        Ledger ledger;
        for (int i = 0; i < 6; ++i)
            ledger.session.addRows(2);
        ledger.session.ack(0);
        ledger.session.fail(1, u"is not the firstly"_s);
        ledger.session.markSent(2);
        ledger.show();
        const QAbstractItemModelTester tester(
            &ledger.models.batches(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        BatchPanel panel(ledger.models, ledger.acks);
        panel.setSession(ledger.session.view());
        panel.resize(900, 300);
        panel.show();
        panel.grab();
        auto &next = *panel.findChild<QPushButton *>(u"ackNext"_s);
        QCOMPARE(next.text(), u"Ack next (4)"_s);
        QSignalSpy acked(&ledger.acks, &AckControls::ackRequested);
        QTest::mouseClick(&next, Qt::LeftButton);
        QCOMPARE(acked.count(), 1);
        QCOMPARE(acked[0][0].toUInt(), 3U);
        panel.table().setCurrentIndex(ledger.models.batches().index(4, 0));
        auto &upTo = *panel.findChild<QPushButton *>(u"ackUpToHere"_s);
        QCOMPARE(upTo.text(), u"Ack up to here (4 … 5)"_s);
        QTest::mouseClick(&upTo, Qt::LeftButton);
        QCOMPARE(acked.last()[0].toUInt(), 4U);
        QTest::mouseClick(panel.findChild<QPushButton *>(u"ackAll"_s), Qt::LeftButton);
        QCOMPARE(acked.last()[0].toUInt(), 5U);
        QSignalSpy rolledBack(&ledger.acks, &AckControls::rollbackWanted);
        QTest::mouseClick(panel.findChild<QPushButton *>(u"rollBack"_s), Qt::LeftButton);
        QCOMPARE(rolledBack.count(), 1);
        ledger.session.ledger().rollbackAll(Epoch { 1 });
        QTRY_VERIFY(!next.isEnabled());
        panel.grab();
        ledger.session.ledger().connectionLost(Epoch { 1 });
        panel.grab();
    }

    void buttonsAreForManualModeOnly()
    {
        for (const auto mode : { AccessMode::Peek, AccessMode::Manual, AccessMode::Auto }) {
            Ledger ledger;
            ledger.session.profile().mode = mode;
            ledger.show();
            BatchPanel panel(ledger.models, ledger.acks);
            panel.setSession(ledger.session.view());
            panel.show();
            QCOMPARE(panel.findChild<QPushButton *>(u"ackNext"_s)->isVisible(),
                     mode == AccessMode::Manual);
        }
    }

    void narrowPanelHasFewerColumns()
    {
        Ledger ledger;
        ledger.session.profile().mode = AccessMode::Peek;
        ledger.session.addRows(1);
        ledger.show();
        BatchPanel panel(ledger.models, ledger.acks);
        panel.setSession(ledger.session.view());
        panel.resize(190, 300);
        panel.show();
        QVERIFY(panel.table().isColumnHidden(BatchModel::StateColumn));
        panel.resize(900, 300);
        QTRY_VERIFY(!panel.table().isColumnHidden(BatchModel::StateColumn));
        QVERIFY(!panel.table().isColumnHidden(BatchModel::LastColumn));
    }

    void selectedRowSelectsItsBatch()
    {
        Ledger ledger;
        ledger.session.addRows(2);
        ledger.session.addRows(2);
        ledger.show();
        BatchPanel panel(ledger.models, ledger.acks);
        panel.setSession(ledger.session.view());
        panel.selectBatch(1);
        QCOMPARE(ledger.acks.here(), std::optional(1U));
        panel.selectBatch({}); // a row of no batch changes nothing
        QCOMPARE(ledger.acks.here(), std::optional(1U));
    }

    void gaugeIsAShareOfTheServersBuffer()
    {
        QCOMPARE(StoreGauge::percentOf(0), 0);
        QCOMPARE(StoreGauge::percentOf(serverStoreBytes / 2), 50);
        QCOMPARE(StoreGauge::percentOf(serverStoreBytes * 3), 100);
        for (const int percent : { 0, 1, 49, 50, 80, 100 }) {
            StoreGauge gauge(100, 8);
            gauge.setBytes(serverStoreBytes * percent / 100);
            gauge.grab();
        }
    }

    // ---- questions

    void rollbackSaysWhatItMeansForOthers()
    {
        Ledger ledger;
        for (int i = 0; i < 3; ++i)
            ledger.session.addRows(2);
        ledger.session.markSent(0);
        ledger.show();
        FakeInteraction interaction;
        QVERIFY(questions::rollBack(interaction, nullptr, ledger.session.ledger(),
                                    ledger.session.profile())
                == questions::Decision::Cancel);
        const auto &question = interaction.questions.constFirst();
        QVERIFY(question.headline.contains("2"_L1));
        QVERIFY(question.paragraphs.constFirst().contains("Batches 2 to 3"_L1));
        QCOMPARE(question.facts.size(), 2); // an ack is on its way
        QVERIFY(question.warning.contains("example"_L1));
        QVERIFY(question.warning.contains("no match ack position"_L1));
        interaction.answerWith = Question::Answer::Kind::Danger;
        QVERIFY(questions::rollBack(interaction, nullptr, ledger.session.ledger(),
                                    ledger.session.profile())
                == questions::Decision::Go);
    }

    void leavingOffersThreeWays()
    {
        Ledger ledger;
        ledger.session.addRows(1);
        ledger.show();
        FakeInteraction interaction;
        const auto ask = [&](Question::Answer::Kind kind) {
            interaction.answerWith = kind;
            return questions::leave(interaction, nullptr, ledger.session.ledger(),
                                    ledger.session.profile());
        };
        QVERIFY(!ask(Question::Answer::Kind::Cancel));
        QVERIFY(ask(Question::Answer::Kind::Plain) == Leave::Keep);
        QVERIFY(ask(Question::Answer::Kind::Primary) == Leave::GiveBack);
    }
};

QTEST_MAIN(TestBatches)
#include "tst_batches.moc"
