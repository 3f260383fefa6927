// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/demohost.h"
#include "app/session.h"
#include "model/csvwriter.h"
#include "protocol/server/embeddedserver.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

#include "tests/support/entries.h"
#include "tests/support/wiretap.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

// Text that cannot be packed.
QByteArray noise(qsizetype bytes)
{
    QByteArray text(bytes, '\0');
    for (auto &byte : text)
        byte = static_cast<char>(QRandomGenerator::global()->bounded('0', 'o'));
    return text;
}

QByteArray insert(int id, qsizetype bytes = 0)
{
    EntrySpec spec;
    spec.offset = 10 * id + 1;
    return rowsEntry(EventType::Insert,
                     { { {},
                         { { "id", QByteArray::number(id), "int(11)", 4, true, true },
                           { "v", noise(bytes) } } } },
                     spec);
}

// The server in this thread, the client in its own: what a window has, without the window.
struct Server
{
    Server()
        : instance(*embedded.addDestination({}))
    {
        if (!embedded.listen(u"127.0.0.1"_s))
            qFatal("cannot listen");
        tap = std::make_unique<WireTap>(embedded.port());
    }
    void feed(int from, int to, qsizetype bytes = 0)
    {
        for (int id = from; id <= to; ++id)
            instance->append({ beginEntry(10LL * id), insert(id, bytes), endEntry(10LL * id + 2) });
    }
    ClientConfig config(AccessMode mode) const
    {
        ClientConfig config;
        config.host = u"127.0.0.1"_s;
        config.port = tap->port();
        config.destination = { u"example"_s, 20001 };
        config.mode = mode;
        config.timeouts.retryFirstMs = 20;
        config.timeouts.retryMostMs = 100;
        return config;
    }

    server::EmbeddedServer embedded;
    server::ServedInstance *instance;
    std::unique_ptr<WireTap> tap;
};

// Rows whose batch has arrived in the ledger as well.
int events(const Session &session)
{
    const auto rows = session.store().snapshot();
    int count = 0;
    for (std::uint32_t i = 0; i < rows.size(); ++i)
        count
            += isEvent(rows.kind(RowId { i })) && session.ledger().batchOfRow(RowId { i }) ? 1 : 0;
    return count;
}

BatchState stateOf(const Session &session, quint32 batch)
{
    return session.ledger().at(batch).state;
}

} // namespace

class TestSession : public QObject
{
    Q_OBJECT

private slots:
    void storesWhatComes();
    void autoAcksWhatIsStored();
    void acksOnDemand();
    void rollbackBringsRowsAgain();
    void cutConnectionLosesNothing();
    void restartedServerStartsIdsAnew();
    void pausesAtTheMemoryCap();
    void pausesByHand();
    void leavesAndComesBack();
    void readersReadWhileRowsCome();
    void goesAwayInTheMiddle();
};

void TestSession::storesWhatComes()
{
    Server server;
    server.feed(1, 10);
    Session session(server.config(AccessMode::Peek));
    QSignalSpy stored(&session, &Session::batchStored);
    session.open();
    QTRY_COMPARE(events(session), 10);
    QTRY_COMPARE(stored.size(), 1);
    QCOMPARE(session.ledger().unackedCount(), 1U);
    QCOMPARE(session.ledger().at(0).events, 10U);
    QCOMPARE(session.ledger().at(0).entries, 30U);
    server.feed(11, 15);
    QTRY_COMPARE(events(session), 15);
    QSignalSpy left(&session, &Session::left);
    session.leave(Leave::GiveBack);
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(stateOf(session, 0), BatchState::RolledBack);
    QCOMPARE(session.state(), ClientState::Idle);
}

void TestSession::autoAcksWhatIsStored()
{
    Server server;
    server.feed(1, 10);
    Session session(server.config(AccessMode::Auto));
    session.open();
    QTRY_COMPARE(session.ledger().size(), 1U);
    QTRY_COMPARE(stateOf(session, 0), BatchState::Confirmed);
    QVERIFY(server.tap->sent().contains(u"ack 1"_s));
}

void TestSession::acksOnDemand()
{
    Server server;
    auto config = server.config(AccessMode::Manual);
    config.fetchKb = 1;
    Session session(config);
    session.open();
    QTRY_COMPARE(session.state(), ClientState::Streaming);
    server.feed(1, 4, 2000);
    QTRY_COMPARE(events(session), 4);
    QTRY_VERIFY(session.ledger().unackedCount() >= 4);
    session.ackUpTo(1);
    session.ackUpTo(1); // a second click changes nothing
    QTRY_COMPARE(stateOf(session, 1), BatchState::Confirmed);
    QCOMPARE(stateOf(session, 0), BatchState::Confirmed);
    QCOMPARE(stateOf(session, 2), BatchState::Unacked);
    QCOMPARE(server.tap->sent().filter(QRegularExpression(u"^ack"_s)),
             (QStringList { u"ack 1"_s, u"ack 2"_s }));
}

void TestSession::rollbackBringsRowsAgain()
{
    Server server;
    server.feed(1, 3);
    Session session(server.config(AccessMode::Manual));
    session.open();
    QTRY_COMPARE(events(session), 3);
    session.rollbackAll();
    QTRY_COMPARE(events(session), 6);
    QTRY_COMPARE(session.ledger().size(), 2U);
    QCOMPARE(stateOf(session, 0), BatchState::RolledBack);
    QCOMPARE(stateOf(session, 1), BatchState::Unacked);
    const auto rows = session.store().snapshot();
    QVERIFY(!rows.isRedelivered(RowId { 1 }));
    QVERIFY(rows.isRedelivered(RowId { rows.size() - 2 }));
    session.ackUpTo(1);
    QTRY_COMPARE(stateOf(session, 1), BatchState::Confirmed);
}

void TestSession::cutConnectionLosesNothing()
{
    Server server;
    server.feed(1, 3);
    Session session(server.config(AccessMode::Manual));
    QSignalSpy failed(&session, &Session::failed);
    session.open();
    QTRY_COMPARE(events(session), 3);
    server.tap->cut();
    QTRY_COMPARE(events(session), 6);
    QTRY_COMPARE(session.ledger().size(), 2U);
    QCOMPARE(failed.size(), 1);
    QCOMPARE(stateOf(session, 0), BatchState::Lost);
    QCOMPARE(session.epoch(), Epoch { 2 });
    QVERIFY(server.tap->sent().contains(u"rollback 0"_s));
}

void TestSession::restartedServerStartsIdsAnew()
{
    // S7: ids from 1 again, and the acked END once more before the un-acked rows.
    Server server;
    server.feed(1, 3);
    auto config = server.config(AccessMode::Manual);
    Session session(config);
    session.open();
    QTRY_COMPARE(events(session), 3);
    session.ackUpTo(0);
    QTRY_COMPARE(stateOf(session, 0), BatchState::Confirmed);
    server.feed(4, 5);
    QTRY_COMPARE(events(session), 5);
    server.embedded.restart();
    QTRY_COMPARE(events(session), 7);
    QTRY_COMPARE(stateOf(session, 1), BatchState::Lost);
    const auto &again = session.ledger().at(session.ledger().size() - 1);
    QCOMPARE(again.epoch, Epoch { 2 });
    QCOMPARE(session.ledger().at(2).id, BatchId { 1 });
    const auto rows = session.store().snapshot();
    const auto first = session.ledger().at(2).firstRow;
    QCOMPARE(rows.kind(first), RowKind::TransactionEnd);
    QVERIFY(rows.isRedelivered(first));
    session.ackUpTo(session.ledger().size() - 1);
    QTRY_COMPARE(stateOf(session, session.ledger().size() - 1), BatchState::Confirmed);
}

void TestSession::pausesAtTheMemoryCap()
{
    Server server;
    server.feed(1, 100, 50'000);
    auto config = server.config(AccessMode::Auto);
    config.fetchKb = 100;
    SessionOptions options;
    options.memoryCap = 5'000'000; // the index of an empty store takes 2 MB
    Session session(config, options);
    session.open();
    QTRY_VERIFY(session.holds().testFlag(FetchHold::StoreFull));
    const auto seen = events(session);
    QVERIFY(seen >= 10 && seen < 90);
    QVERIFY(session.store().bytes() < 8'000'000);
    while (events(session) < 100) { // room is made, on it goes; nothing was dropped
        const auto before = events(session);
        session.releaseRows(RowId { session.store().committedRows() });
        QTRY_VERIFY(events(session) > before);
    }
}

void TestSession::pausesByHand()
{
    Server server;
    Session session(server.config(AccessMode::Manual));
    session.setPaused(true);
    session.open();
    QTRY_COMPARE(session.state(), ClientState::Streaming);
    QTRY_COMPARE(session.holds(), FetchHolds(FetchHold::User));
    server.feed(1, 3);
    QCOMPARE(server.tap->sent().filter(u"get"_s).size(), 0);
    session.setPaused(false);
    QTRY_COMPARE(events(session), 3);
}

void TestSession::leavesAndComesBack()
{
    Server server;
    server.feed(1, 3);
    Session session(server.config(AccessMode::Peek));
    QSignalSpy left(&session, &Session::left);
    session.open();
    QTRY_COMPARE(events(session), 3);
    session.leave(Leave::GiveBack);
    QTRY_COMPARE(left.size(), 1);
    QCOMPARE(left.first().first().value<Departure>(), Departure::Clean);
    session.open();
    QTRY_COMPARE(events(session), 6); // the rows before stay
    QVERIFY(session.store().snapshot().isRedelivered(RowId { 10 }));
}

void TestSession::readersReadWhileRowsCome()
{
    Options options;
    options.demo = true;
    options.rowsPerSecond = 20'000;
    const DemoHost demo(options);
    Session session(demo.clientConfig());
    session.open();
    CsvWriter csv(ValueStyle::Decoded);
    std::string line;
    std::uint32_t row = 0;
    while (row < 20'000) {
        QTRY_VERIFY(session.store().committedRows() > row);
        const auto rows = session.store().snapshot();
        for (; row < rows.size(); row += 7) {
            line.clear();
            QCOMPARE(csv.appendLine(rows, RowId { row }, line), isEvent(rows.kind(RowId { row })));
        }
    }
}

void TestSession::goesAwayInTheMiddle()
{
    Options options;
    options.demo = true;
    options.rowsPerSecond = 100'000;
    const DemoHost demo(options);
    auto config = demo.clientConfig();
    config.rollbackOnAttach = true; // what the one before held un-acked would fill the buffer
    for (int round = 0; round < 5; ++round) {
        Session session(config);
        session.open();
        QTRY_VERIFY(session.store().committedRows() > 0);
    }
}

QTEST_GUILESS_MAIN(TestSession)
#include "tst_session.moc"
