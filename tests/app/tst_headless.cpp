// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/secret.h"
#include "protocol/server/embeddedserver.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/entries.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/wiretap.h"
#include <csignal>

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

QByteArray insert(int id, const QByteArray &table = "orders")
{
    EntrySpec spec;
    spec.offset = 10 * id + 1;
    spec.table = table;
    return rowsEntry(EventType::Insert,
                     { { {}, { { "id", QByteArray::number(id), "int(11)", 4, true, true } } } },
                     spec);
}

// An embedded Canal server with one destination, a wire tap before it, and rows in it.
struct Server
{
    explicit Server(server::ServerConfig config = {})
        : embedded(std::move(config))
        , instance(*embedded.addDestination({}))
    {
        if (!embedded.listen(u"127.0.0.1"_s))
            qFatal("cannot listen");
        tap = std::make_unique<WireTap>(embedded.port());
    }

    // Transactions of one row each.
    void feed(int from, int to, const QByteArray &table = "orders")
    {
        QByteArrayList entries;
        for (int id = from; id <= to; ++id)
            entries << beginEntry(10LL * id) << insert(id, table) << endEntry(10LL * id + 2);
        instance->append(entries);
    }
    QString url(const QString &rest = {}) const
    {
        return u"canal://127.0.0.1:%1/example%2"_s.arg(tap->port()).arg(rest);
    }

    server::EmbeddedServer embedded;
    server::ServedInstance *instance;
    std::unique_ptr<WireTap> tap;
};

// The program, with a state directory of its own.
class Program
{
public:
    explicit Program(const QStringList &arguments, const QString &password = {})
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_STATE_HOME"_s, m_state.path());
        environment.remove(u"DISPLAY"_s);
        environment.remove(u"QT_QPA_PLATFORM"_s);
        if (!password.isEmpty())
            environment.insert(u"CANAL_PASSWORD"_s, password);
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(CANAL_BINARY), arguments);
    }

    // -1: it has crashed or does not end.
    int exitCode()
    {
        const auto ended = [this] { return process.state() == QProcess::NotRunning; };
        if (!QTest::qWaitFor(ended, 20'000) || process.exitStatus() != QProcess::NormalExit)
            return -1;
        return process.exitCode();
    }
    void signal(int number) const { ::kill(static_cast<pid_t>(process.processId()), number); }
    QList<QByteArray> lines()
    {
        out += process.readAllStandardOutput();
        auto lines = out.split('\n');
        lines.removeLast();
        return lines;
    }
    QByteArray errors() { return err += process.readAllStandardError(); }

    QProcess process;

private:
    QTemporaryDir m_state;
    QByteArray out;
    QByteArray err;
};

// "example of orders 1..3" as the key column has it.
QList<int> idsIn(const QList<QByteArray> &lines)
{
    QList<int> ids;
    for (const auto &line : lines)
        if (const auto at = line.indexOf(R"(""id"":"")"); at >= 0)
            ids.append(line.mid(at + 9).split('"').constFirst().toInt());
    return ids;
}

qsizetype countOf(const QByteArray &text, const QList<QByteArray> &lines)
{
    return std::count_if(lines.begin(), lines.end(),
                         [&text](const QByteArray &line) { return line.contains(text); });
}

QList<int> range(int from, int to)
{
    QList<int> numbers;
    for (int i = from; i <= to; ++i)
        numbers.append(i);
    return numbers;
}

} // namespace

class TestHeadless : public QObject
{
    Q_OBJECT

private slots:
    void peekShowsAndGivesBack();
    void peekIsHarmlessOnTheWire();
    void autoConsumes();
    void cutBatchIsRolledBack();
    void wholeBatchAtTheLimitIsAcked();
    void filtersTablesOnThisSide();
    void stopsWhenIdle();
    void stopsAfterATime();
    void stopsOnSignals_data();
    void stopsOnSignals();
    void reconnectsAfterACut();
    void exitCodes_data();
    void exitCodes();
    void logsIn_data();
    void logsIn();
    void rejectedLoginIsNotUsed();
    void passwordShowsNowhere();
    void fileIsEmptiedOnlyAfterSubscribe();
    void fileIsALiveLog();
    void fullDiskIsAnError();
    void closedOutputIsAnError();
    void unreadableBatchIsNotAcked();
    void userGivenIdIsRolledBackAndNeverUnsubscribed();
    void twoRunsWithOneIdAreRefused();
    void demoIsDeterministic_data();
    void demoIsDeterministic();
    void servesTheDemo();
    void helpAndVersion_data();
    void helpAndVersion();
};

void TestHeadless::peekShowsAndGivesBack()
{
    Server server;
    server.feed(1, 50);
    Program first({ u"--headless"_s, u"--connect"_s, server.url(), u"--idle"_s, u"0.3"_s });
    QCOMPARE(first.exitCode(), 0);
    QCOMPARE(idsIn(first.lines()), range(1, 50));
    // Nothing was taken: the next one sees it all.
    Program second({ u"--headless"_s, u"--connect"_s, server.url(), u"--max-rows"_s, u"50"_s });
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(idsIn(second.lines()), range(1, 50));
}

void TestHeadless::peekIsHarmlessOnTheWire()
{
    Server server;
    server.feed(1, 1000);
    Program program({ u"--headless"_s, u"--connect"_s, server.url(u"?batch-kb=16"_s) });
    QTRY_COMPARE(idsIn(program.lines()).size(), 1000);
    server.tap->cut();
    QTRY_COMPARE(idsIn(program.lines()).size(), 2000); // reconnected, and the same rows again
    program.signal(SIGTERM);
    QCOMPARE(program.exitCode(), 0);
    const auto sent = server.tap->sent();
    QCOMPARE(sent.filter(QRegularExpression(u"^ack"_s)), QStringList());
    for (const auto &words : sent) {
        QVERIFY(!words.startsWith(u"subscribe "_s)); // a filter
        if (words.startsWith(u"get"_s))
            QCOMPARE(words, u"get 16 timeout -1"_s);
    }
    const auto firstGet = sent.indexOf(u"get 16 timeout -1"_s);
    QCOMPARE(sent.first(firstGet), (QStringList { u"auth"_s, u"subscribe"_s })); // a fresh id
    QCOMPARE(sent.last(2), (QStringList { u"rollback 0"_s, u"unsubscribe"_s }));
}

void TestHeadless::autoConsumes()
{
    Server server;
    server.feed(1, 500);
    Program program({ u"--headless"_s, u"--connect"_s, server.url(u"?batch-kb=8"_s), u"--mode"_s,
                      u"auto"_s, u"--idle"_s, u"0.3"_s });
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(idsIn(program.lines()), range(1, 500));
    QVERIFY(server.tap->sent().filter(QRegularExpression(u"^ack \\d+$"_s)).size() > 5);
    server.feed(501, 510);
    Program next({ u"--headless"_s, u"--connect"_s, server.url(), u"--idle"_s, u"0.3"_s });
    QCOMPARE(next.exitCode(), 0);
    QCOMPARE(idsIn(next.lines()), range(501, 510));
}

void TestHeadless::cutBatchIsRolledBack()
{
    Server server;
    server.feed(1, 20);
    Program program({ u"--headless"_s, u"--connect"_s, server.url(), u"--mode"_s, u"auto"_s,
                      u"--max-rows"_s, u"7"_s });
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.lines().size(), 8);
    QCOMPARE(server.tap->sent().filter(QRegularExpression(u"^ack"_s)), QStringList());
    QVERIFY(server.tap->sent().contains(u"rollback 0"_s));
    Program next({ u"--headless"_s, u"--connect"_s, server.url(), u"--max-rows"_s, u"20"_s });
    QCOMPARE(next.exitCode(), 0);
    QCOMPARE(idsIn(next.lines()), range(1, 20));
}

void TestHeadless::wholeBatchAtTheLimitIsAcked()
{
    Server server;
    server.feed(1, 20);
    Program program({ u"--headless"_s, u"--connect"_s, server.url(), u"--mode"_s, u"auto"_s,
                      u"--max-rows"_s, u"20"_s });
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(server.tap->sent().contains(u"ack 1"_s));
}

void TestHeadless::filtersTablesOnThisSide()
{
    Server server;
    server.feed(1, 3, "orders");
    server.feed(4, 6, "Stock");
    server.instance->append(
        { annotationEntry("insert into stock", 5000), insert(7, "orders_old"), endEntry(5002) });
    Program program({ u"--headless"_s, u"--connect"_s, server.url(), u"--tables"_s,
                      u"shop\\.(stock|none)"_s, u"--idle"_s, u"0.3"_s });
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(idsIn(program.lines()), range(4, 6));
    QCOMPARE(countOf("insert into stock", program.lines()), 1); // without a table: kept
    QVERIFY(!server.tap->bytes().contains("stock"));
}

void TestHeadless::stopsWhenIdle()
{
    Server server;
    Program program({ u"--headless"_s, u"--connect"_s, server.url(), u"--idle"_s, u"0.2"_s });
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(program.lines().size(), 1); // the header always
}

void TestHeadless::stopsAfterATime()
{
    Program program({ u"--headless"_s, u"--demo"_s, u"--for"_s, u"0.5"_s });
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(program.lines().size() > 100);
}

void TestHeadless::stopsOnSignals_data()
{
    QTest::addColumn<int>("number");
    QTest::newRow("SIGINT") << SIGINT;
    QTest::newRow("SIGTERM") << SIGTERM;
}

void TestHeadless::stopsOnSignals()
{
    QFETCH(int, number);
    Server server;
    server.feed(1, 3);
    Program program({ u"--headless"_s, u"--connect"_s, server.url() });
    QTRY_COMPARE(program.lines().size(), 4);
    program.signal(number);
    QCOMPARE(program.exitCode(), 0);
    QCOMPARE(server.tap->sent().last(2), (QStringList { u"rollback 0"_s, u"unsubscribe"_s }));
}

void TestHeadless::reconnectsAfterACut()
{
    Server server;
    server.feed(1, 3);
    Program program({ u"--headless"_s, u"--connect"_s, server.url(), u"--mode"_s, u"auto"_s });
    QTRY_COMPARE(program.lines().size(), 4);
    QTRY_VERIFY(server.tap->sent().contains(u"ack 1"_s));
    server.tap->cut();
    server.feed(4, 6);
    QTRY_COMPARE(idsIn(program.lines()), range(1, 6));
    program.signal(SIGTERM);
    QCOMPARE(program.exitCode(), 0);
}

void TestHeadless::exitCodes_data()
{
    QTest::addColumn<QString>("case_");
    QTest::addColumn<int>("code");
    QTest::newRow("usage") << u"usage"_s << 1;
    QTest::newRow("refused") << u"refused"_s << 2;
    QTest::newRow("host") << u"host"_s << 2;
    QTest::newRow("unknown destination") << u"destination"_s << 3;
    QTest::newRow("not Canal") << u"http"_s << 4;
    QTest::newRow("no directory for the file") << u"file"_s << 5;
}

void TestHeadless::exitCodes()
{
    QFETCH(QString, case_);
    QFETCH(int, code);
    Server server;
    ScriptedServer http(ScriptedServer::Manners::Silent);
    auto url = server.url();
    QStringList more;
    if (case_ == u"usage")
        more << u"--mode"_s << u"manual"_s;
    else if (case_ == u"refused")
        url = u"canal://127.0.0.1:1/example"_s;
    else if (case_ == u"host")
        url = u"canal://no.such.host.invalid/example"_s;
    else if (case_ == u"destination")
        url = u"canal://127.0.0.1:%1/nope"_s.arg(server.embedded.port());
    else if (case_ == u"http")
        url = u"canal://127.0.0.1:%1/example"_s.arg(http.port());
    else if (case_ == u"file")
        more << u"--csv"_s << u"/nowhere/a.csv"_s;
    Program program(QStringList { u"--headless"_s, u"--connect"_s, url } + more);
    if (case_ == u"http") {
        QTRY_VERIFY(http.isConnected());
        http.sendRaw("HTTP/1.1 400 Bad Request\r\n\r\n");
    }
    QCOMPARE(program.exitCode(), code);
    QCOMPARE(program.lines(), QList<QByteArray>());
    QVERIFY(program.errors().startsWith("canal-inspector: "));
}

static server::ServerConfig withAccount()
{
    server::ServerConfig config;
    config.connection.session.account = { "ann", Secret("S3cr3t").stored() };
    return config;
}

void TestHeadless::logsIn_data()
{
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<int>("code");
    QTest::newRow("right") << u"ann@"_s << u"S3cr3t"_s << 0;
    QTest::newRow("wrong password") << u"ann@"_s << u"other"_s << 3;
    QTest::newRow("wrong user") << u"bob@"_s << u"S3cr3t"_s << 3;
    QTest::newRow("no password") << u"ann@"_s << u""_s << 3;
    QTest::newRow("nothing") << u""_s << u""_s << 3;
}

void TestHeadless::logsIn()
{
    QFETCH(QString, user);
    QFETCH(QString, password);
    QFETCH(int, code);
    Server server(withAccount());
    server.feed(1, 3);
    Program program({ u"--headless"_s, u"--connect"_s,
                      u"canal://"_s + user + server.url().sliced(8), u"--max-rows"_s, u"3"_s },
                    password);
    QCOMPARE(program.exitCode(), code);
    QCOMPARE(program.lines().size(), code == 0 ? 4 : 0);
}

void TestHeadless::rejectedLoginIsNotUsed()
{
    // 1.1.4 to 1.1.7 say error, then OK, and would let us in (S1).
    auto config = withAccount();
    config.connection.session.rejectedLogin = server::RejectedLogin::ErrorThenOk;
    Server server(config);
    server.feed(1, 3);
    Program program({ u"--headless"_s, u"--connect"_s, server.url() }, u"wrong"_s);
    QCOMPARE(program.exitCode(), 3);
    QCOMPARE(server.tap->sent(), QStringList { u"auth"_s });
}

void TestHeadless::passwordShowsNowhere()
{
    Server server(withAccount());
    server.feed(1, 3);
    Program program({ u"--headless"_s, u"--connect"_s,
                      u"canal://ann@127.0.0.1:%1/example"_s.arg(server.tap->port()) },
                    u"S3cr3t"_s);
    QTRY_COMPARE(program.lines().size(), 4);
    const auto proc = u"/proc/%1/"_s.arg(program.process.processId());
    QVERIFY(contentsOf(proc + u"cmdline"_s).contains("canal://ann@"));
    for (const auto &file : { u"cmdline"_s, u"environ"_s })
        QVERIFY2(!contentsOf(proc + file).contains("S3cr3t"), qPrintable(file));
    program.signal(SIGTERM);
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(!program.errors().contains("S3cr3t"));
    QVERIFY(!server.tap->bytes().contains("S3cr3t"));
}

void TestHeadless::fileIsEmptiedOnlyAfterSubscribe()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"a.csv"_s);
    writeFile(path, "old\n");
    Program failing(
        { u"--headless"_s, u"--connect"_s, u"canal://127.0.0.1:1/x"_s, u"--csv"_s, path });
    QCOMPARE(failing.exitCode(), 2);
    QCOMPARE(contentsOf(path), "old\n");
    Server server;
    Program program(
        { u"--headless"_s, u"--connect"_s, server.url(), u"--csv"_s, path, u"--idle"_s, u"0.2"_s });
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(contentsOf(path).startsWith("batch,log_file,"));
    QCOMPARE(contentsOf(path).count('\n'), 1);
    QCOMPARE(program.lines(), QList<QByteArray>()); // nothing on standard output
}

void TestHeadless::fileIsALiveLog()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"a.csv"_s);
    Server server;
    Program program({ u"--headless"_s, u"--connect"_s, server.url(), u"--mode"_s, u"auto"_s,
                      u"--csv"_s, path });
    for (int id = 1; id <= 3; ++id) {
        QTRY_COMPARE(contentsOf(path).count('\n'), id);
        server.feed(id, id);
    }
    QTRY_COMPARE(contentsOf(path).count('\n'), 4);
    program.signal(SIGTERM);
    QCOMPARE(program.exitCode(), 0);
}

void TestHeadless::fullDiskIsAnError()
{
    Server server;
    server.feed(1, 3);
    Program program({ u"--headless"_s, u"--connect"_s, server.url(), u"--mode"_s, u"auto"_s,
                      u"--csv"_s, u"/dev/full"_s });
    QCOMPARE(program.exitCode(), 5);
    QVERIFY2(program.errors().contains("/dev/full"), program.errors().constData());
    QCOMPARE(server.tap->sent().filter(QRegularExpression(u"^ack"_s)), QStringList());
}

void TestHeadless::closedOutputIsAnError()
{
    Server server;
    server.feed(1, 3);
    QProcess shell;
    shell.start(u"bash"_s,
                { u"-c"_s, uR"("$@" | head -n 2; exit ${PIPESTATUS[0]})"_s, u"bash"_s,
                  QStringLiteral(CANAL_BINARY), u"--headless"_s, u"--connect"_s, server.url() });
    QTRY_VERIFY(shell.bytesAvailable() > 200); // the header and a row
    server.feed(4, 6);
    QTRY_COMPARE(shell.state(), QProcess::NotRunning);
    QCOMPARE(shell.exitCode(), 5);
    QCOMPARE(server.tap->sent().last(), u"unsubscribe"_s);
}

void TestHeadless::unreadableBatchIsNotAcked()
{
    ScriptedServer server;
    Program program({ u"--headless"_s, u"--connect"_s,
                      u"canal://127.0.0.1:%1/example"_s.arg(server.port()), u"--mode"_s,
                      u"auto"_s });
    QTRY_VERIFY(server.heard().contains(u"get 1000"_s));
    server.send(messagesPacket(1, { insert(1), "\xff\xff" }));
    QCOMPARE(program.exitCode(), 4);
    QVERIFY2(program.errors().contains("entry 2 of batch 1"), program.errors().constData());
    QVERIFY(!server.heard().contains(u"ack 1"_s));
}

void TestHeadless::userGivenIdIsRolledBackAndNeverUnsubscribed()
{
    Server server;
    server.feed(1, 3);
    Program program({ u"--headless"_s, u"--connect"_s, server.url(u"?client-id=1001"_s),
                      u"--max-rows"_s, u"3"_s });
    QCOMPARE(program.exitCode(), 0);
    const auto sent = server.tap->sent();
    QCOMPARE(sent.first(3), (QStringList { u"auth"_s, u"subscribe"_s, u"rollback 0"_s }));
    QVERIFY(!sent.contains(u"unsubscribe"_s));
    QVERIFY(sent.lastIndexOf(u"rollback 0"_s) > sent.indexOf(u"get 1000 timeout -1"_s));
}

void TestHeadless::twoRunsWithOneIdAreRefused()
{
    Server server;
    server.feed(1, 3);
    const QTemporaryDir state;
    qputenv("XDG_STATE_HOME", QFile::encodeName(state.path()));
    const QStringList arguments { u"--headless"_s, u"--connect"_s,
                                  server.url(u"?client-id=1001"_s) };
    QProcess first;
    first.start(QStringLiteral(CANAL_BINARY), arguments);
    QTRY_VERIFY(server.tap->sent().contains(u"subscribe"_s));
    QProcess second;
    second.start(QStringLiteral(CANAL_BINARY), arguments);
    QTRY_COMPARE(second.state(), QProcess::NotRunning);
    QCOMPARE(second.exitCode(), 1);
    QVERIFY(second.readAllStandardError().contains("1001"));
    QCOMPARE(server.tap->sent().count(u"subscribe"_s), 1);
    first.terminate();
    QTRY_COMPARE(first.state(), QProcess::NotRunning);
}

void TestHeadless::demoIsDeterministic_data()
{
    QTest::addColumn<QString>("flavour");
    QTest::newRow("MySQL") << u"mysql"_s;
    QTest::newRow("MariaDB") << u"mariadb"_s;
}

void TestHeadless::demoIsDeterministic()
{
    QFETCH(QString, flavour);
    const auto rows = [&flavour](int seed) {
        Program program({ u"--headless"_s, u"--demo"_s, u"--max-rows"_s, u"150"_s, u"--seed"_s,
                          QString::number(seed), u"--flavour"_s, flavour });
        if (program.exitCode() != 0)
            return QList<QByteArray>();
        auto lines = program.lines();
        for (auto &line : lines)
            line = line.mid(line.indexOf(',')); // batches depend on the moment
        return lines;
    };
    const auto once = rows(1);
    QVERIFY(once.size() >= 151); // SQL may hold line ends
    QCOMPARE(rows(1), once);
    QVERIFY(rows(2) != once);
    const bool annotated = countOf(",QUERY,", once) > 10;
    QCOMPARE(annotated, flavour == u"mariadb");
}

void TestHeadless::servesTheDemo()
{
    Program demo({ u"--serve"_s, u"demo"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--destination"_s,
                   u"shop"_s, u"--user"_s, u"ann"_s },
                 u"S3cr3t"_s);
    QTRY_COMPARE(demo.lines().size(), 1);
    const auto line = demo.lines().constFirst();
    QVERIFY(line.startsWith("listening on 127.0.0.1:"));
    const auto port = line.mid(line.lastIndexOf(':') + 1);
    const auto url = u"canal://ann@127.0.0.1:%1/shop"_s.arg(QString::fromLatin1(port));
    Program reader({ u"--headless"_s, u"--connect"_s, url, u"--max-rows"_s, u"20"_s }, u"S3cr3t"_s);
    QCOMPARE(reader.exitCode(), 0);
    QCOMPARE(reader.lines().size(), 21);
    Program stranger({ u"--headless"_s, u"--connect"_s, url }, u"wrong"_s);
    QCOMPARE(stranger.exitCode(), 3);
    Program second(
        { u"--serve"_s, u"demo"_s, u"--listen"_s, u"127.0.0.1:"_s + QString::fromLatin1(port) });
    QCOMPARE(second.exitCode(), 2); // the port is taken
    demo.signal(SIGTERM);
    QCOMPARE(demo.exitCode(), 0);
}

void TestHeadless::helpAndVersion_data()
{
    QTest::addColumn<QString>("argument");
    QTest::addColumn<QByteArray>("starts");
    QTest::newRow("help") << u"--help"_s << QByteArray("Shows live");
    QTest::newRow("version") << u"--version"_s << QByteArray("canal-inspector ");
}

void TestHeadless::helpAndVersion()
{
    QFETCH(QString, argument);
    QFETCH(QByteArray, starts);
    Program program({ argument });
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(program.lines().constFirst().startsWith(starts));
    if (argument == u"--version")
        QCOMPARE(program.lines().size(), 1);
    QCOMPARE(program.errors(), QByteArray());
}

QTEST_GUILESS_MAIN(TestHeadless)
#include "tst_headless.moc"
