// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/attachnote.h"
#include "app/commandline.h"
#include "app/csvoutput.h"
#include "app/password.h"

#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace canal;
using namespace Qt::StringLiterals;
using Action = Options::Action;

// What comes before a connection: arguments, passwords, ids, the output file.
class TestCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void choosesTheAction_data();
    void choosesTheAction();
    void readsOptions();
    void reportAloneOnStandardOutput();
    void defaultsAreHarmless();
    void refuses_data();
    void refuses();
    void usageNamesEveryOption();
    void passwordLeavesTheEnvironment();
    void passwordFromADescriptor_data();
    void passwordFromADescriptor();
    void passwordFromAClosedDescriptor();

    void outputEmptiesARegularFileOnlyWhenOpened();
    void outputChecksBeforehand();
    void outputNeverEmptiesADevicePath();
    void outputWaitsForAFifosReader();
    void outputSaysWhyItFails();

    void idIsTakenOnce();
    void ownIdsDiffer();
    void uncleanEndIsRemembered();
    void worksWithoutAStateDirectory();
};

static QStringList words(const QString &line) { return line.split(u' ', Qt::SkipEmptyParts); }

void TestCommandLine::choosesTheAction_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Action>("action");
    QTest::newRow("nothing") << u""_s << Action::Window;
    QTest::newRow("demo") << u"--demo"_s << Action::Window;
    QTest::newRow("connect") << u"--connect canal://h/e"_s << Action::Window;
    QTest::newRow("headless") << u"--headless --demo"_s << Action::Headless;
    QTest::newRow("serve") << u"--serve demo"_s << Action::Serve;
    QTest::newRow("screenshot") << u"--screenshot a.png --demo"_s << Action::Screenshot;
    QTest::newRow("help wins") << u"--help --headless"_s << Action::Help;
    QTest::newRow("version wins") << u"--version --serve demo"_s << Action::Version;
}

void TestCommandLine::choosesTheAction()
{
    QFETCH(QString, line);
    QFETCH(Action, action);
    const auto options = parseCommandLine(words(line));
    QVERIFY2(bool(options), options ? "" : qPrintable(options.error().text));
    QCOMPARE(options->action, action);
}

void TestCommandLine::readsOptions()
{
    const auto headless = parseCommandLine(words(
        u"--headless --connect canal://ann@h:12000/e?client-id=7 --mode auto --tables shop\\..* "
        u"--csv out.csv --report r.json --values raw --max-rows 5 --for 1.5 --idle 2 --password-fd "
        u"3 "
        u"--memory 256"_s));
    QVERIFY(bool(headless));
    QCOMPARE(headless->url->host, u"h"_s);
    QCOMPARE(headless->url->clientId, std::optional<qint16>(7));
    QCOMPARE(headless->accessMode(), AccessMode::Auto);
    QVERIFY(headless->tables.match(u"SHOP.Orders"_s).hasMatch());
    QVERIFY(!headless->tables.match(u"myshop.orders"_s).hasMatch()); // the whole name
    QCOMPARE(headless->csv, u"out.csv"_s);
    QCOMPARE(headless->report, u"r.json"_s);
    QCOMPARE(headless->values, ValueStyle::Raw);
    QCOMPARE(headless->maxRows, std::optional<quint64>(5));
    QCOMPARE(headless->forMs, std::optional<int>(1500));
    QCOMPARE(headless->idleMs, std::optional<int>(2000));
    QCOMPARE(headless->passwordFd, 3);
    QCOMPARE(headless->memoryCap, std::optional<std::size_t>(256U << 20));

    const auto serve = parseCommandLine(words(
        u"--serve demo --listen [::1]:0 --destination d --seed 9 --rate 500 --flavour mariadb "
        u"--user ann"_s));
    QVERIFY(bool(serve));
    QCOMPARE(serve->listenHost, u"::1"_s);
    QCOMPARE(serve->listenPort, 0);
    QCOMPARE(serve->destination, u"d"_s);
    QCOMPARE(serve->seed, 9U);
    QCOMPARE(serve->rowsPerSecond, 500);
    QCOMPARE(serve->flavour, Options::Flavour::MariaDb);
    QCOMPARE(serve->user, u"ann"_s);

    const auto picture = parseCommandLine(words(
        u"--screenshot=a.png --demo --for 0 --size 1280x720 --theme dark --lang zh_CN --mode manual"_s));
    QVERIFY(bool(picture));
    QCOMPARE(picture->screenshot, u"a.png"_s);
    QCOMPARE(picture->size, QSize(1280, 720));
    QCOMPARE(picture->theme, Options::Theme::Dark);
    QCOMPARE(picture->language, u"zh_CN"_s);
    QCOMPARE(picture->accessMode(), AccessMode::Manual);
}

void TestCommandLine::reportAloneOnStandardOutput()
{
    const auto alone = parseCommandLine(words(u"--headless --demo --report -"_s));
    QVERIFY(bool(alone));
    QCOMPARE(alone->csv, QString()); // none
    const auto both = parseCommandLine(words(u"--headless --demo --report - --csv a.csv"_s));
    QVERIFY(bool(both));
    QCOMPARE(both->csv, u"a.csv"_s);
    const auto file = parseCommandLine(words(u"--headless --demo --report r.json"_s));
    QVERIFY(bool(file));
    QCOMPARE(file->csv, u"-"_s);
}

void TestCommandLine::defaultsAreHarmless()
{
    const auto connect = parseCommandLine(words(u"--headless --connect canal://h/e"_s));
    QCOMPARE(connect->accessMode(), AccessMode::Peek);
    QCOMPARE(connect->csv, u"-"_s);
    QCOMPARE(connect->report, QString());
    QCOMPARE(connect->values, ValueStyle::Decoded);
    QCOMPARE(connect->url->port, 11111);
    QCOMPARE(connect->url->batchKb, 1000);
    QCOMPARE(connect->url->filter, QString());
    QVERIFY(!connect->url->clientId);
    const auto demo = parseCommandLine(words(u"--demo"_s));
    QCOMPARE(demo->accessMode(), AccessMode::Auto);
    QCOMPARE(demo->seed, 1U);
    QCOMPARE(demo->rowsPerSecond, 20);
    const auto serve = parseCommandLine(words(u"--serve demo"_s));
    QCOMPARE(serve->listenHost, u"127.0.0.1"_s);
    QCOMPARE(serve->listenPort, 11111);
    QCOMPARE(serve->destination, u"example"_s);
}

void TestCommandLine::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("says");
    const auto row = [](const char *line, const char *says) {
        QTest::newRow(line) << words(QString::fromUtf8(line)) << QString::fromUtf8(says);
    };
    row("--nonsense", "nonsense");
    row("file.txt", "file.txt");
    row("--headless", "--demo or --connect");
    row("--screenshot a.png", "--demo or --connect");
    row("--demo --connect canal://h/e", "exclude");
    row("--headless --demo --serve demo", "serve");
    row("--serve real", "demo");
    row("--serve", "serve");
    row("--headless --demo --mode manual", "mode");
    row("--headless --demo --mode", "mode");
    row("--demo --mode nothing", "mode");
    row("--demo --csv a", "csv");
    row("--demo --report a", "report");
    row("--headless --demo --report - --csv -", "--report");
    row("--demo --tables a", "tables");
    row("--headless --demo --tables (", "tables");
    row("--headless --demo --values hex", "values");
    row("--headless --demo --max-rows 0", "max-rows");
    row("--headless --demo --max-rows -1", "max-rows");
    row("--headless --demo --max-rows x", "max-rows");
    row("--demo --memory 63", "memory");
    row("--demo --memory all", "memory");
    row("--headless --demo --for -1", "for");
    row("--headless --demo --for x", "for");
    row("--headless --demo --idle nan", "idle");
    row("--headless --demo --rate 0", "rate");
    row("--headless --demo --seed -1", "seed");
    row("--headless --demo --flavour oracle", "flavour");
    row("--headless --connect canal://h/e --rate 5", "rate");
    row("--headless --connect canal://u:S3cr3t@h/e", "password");
    row("--headless --connect canal://h", "destination");
    row("--headless --connect canal://h/e?x=1", "x");
    row("--headless --connect canal://h/e?batch-kb=0", "batch-kb");
    row("--headless --connect canal://h/e?batch-kb=2097152", "batch-kb");
    row("--headless --connect canal://h/e?client-id=99999", "client-id");
    row("--headless --connect canal://h/e?filter=(", "filter");
    row("--headless --connect http://h/e", "canal://");
    row("--serve demo --listen 11111", "listen");
    row("--serve demo --listen :1", "listen");
    row("--serve demo --listen h:99999", "listen");
    row("--serve demo --for 1", "for");
    row("--screenshot a.png --demo --size 10x10", "size");
    row("--screenshot a.png --demo --size big", "size");
    row("--screenshot a.png --demo --theme blue", "theme");
    row("--screenshot a.png --demo --lang fr", "lang");
    row("--demo --password secret", "password");
    row("--demo --password-fd x", "password-fd");
    row("--demo --demo --headless --headless", "twice");
    QTest::newRow("empty --report")
        << QStringList { u"--headless"_s, u"--demo"_s, u"--report"_s, u""_s } << u"report"_s;
    QTest::newRow("empty --csv") << QStringList { u"--headless"_s, u"--demo"_s, u"--csv"_s, u""_s }
                                 << u"csv"_s;
}

void TestCommandLine::refuses()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, says);
    const auto options = parseCommandLine(arguments);
    QVERIFY(!options);
    QVERIFY2(options.error().text.contains(says), qPrintable(options.error().text));
    QVERIFY(!options.error().text.contains(u"S3cr3t"_s));
}

void TestCommandLine::usageNamesEveryOption()
{
    for (const auto *name : {
             "--demo",   "--connect",      "--headless", "--mode",        "--tables",
             "--csv",    "--report",       "--values",   "--max-rows",    "--for",
             "--idle",   "--serve",        "--listen",   "--destination", "--seed",
             "--rate",   "--flavour",      "--user",     "--screenshot",  "--size",
             "--theme",  "--lang",         "--version",  "--help",        "--password-fd",
             "--memory", "CANAL_PASSWORD", "client-id",  "filter",        "batch-kb" })
        QVERIFY2(usage().contains(QLatin1StringView(name)), name);
    QVERIFY(versionLine().startsWith(u"canal-inspector "_s));
}

void TestCommandLine::passwordLeavesTheEnvironment()
{
    qputenv("CANAL_PASSWORD", "S3cr3t");
    const auto password = takePasswordFromEnvironment();
    QCOMPARE(password.stored(), Secret("S3cr3t").stored());
    QVERIFY(!qEnvironmentVariableIsSet("CANAL_PASSWORD"));
    QVERIFY(takePasswordFromEnvironment().isEmpty());
}

void TestCommandLine::passwordFromADescriptor_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("password");
    QTest::newRow("plain") << QByteArray("S3cr3t") << QByteArray("S3cr3t");
    QTest::newRow("line end") << QByteArray("S3cr3t\n") << QByteArray("S3cr3t");
    QTest::newRow("DOS line end") << QByteArray("S3cr3t\r\n") << QByteArray("S3cr3t");
    QTest::newRow("blank belongs to it") << QByteArray("S3 \n") << QByteArray("S3 ");
    QTest::newRow("one line end only") << QByteArray("a\n\n") << QByteArray("a\n");
    QTest::newRow("empty") << QByteArray() << QByteArray();
}

void TestCommandLine::passwordFromADescriptor()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, password);
    int ends[2];
    QCOMPARE(::pipe(ends), 0);
    QCOMPARE(::write(ends[1], bytes.constData(), static_cast<std::size_t>(bytes.size())),
             bytes.size());
    ::close(ends[1]);
    const auto read = readPassword(ends[0]);
    ::close(ends[0]);
    QVERIFY(bool(read));
    QCOMPARE(read->stored(), Secret(std::move(password)).stored());
}

void TestCommandLine::passwordFromAClosedDescriptor() { QVERIFY(!readPassword(9999)); }

static QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

static void writeFile(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void TestCommandLine::outputEmptiesARegularFileOnlyWhenOpened()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"a.csv"_s);
    writeFile(path, "old");
    CsvOutput output(path);
    QVERIFY(bool(output.check()));
    QCOMPARE(contentsOf(path), "old");
    QVERIFY(bool(output.open()));
    QCOMPARE(contentsOf(path), "");
    QVERIFY(bool(output.write("new\n")) && bool(output.sync()));
    QCOMPARE(contentsOf(path), "new\n"); // a live log: there at once
}

void TestCommandLine::outputChecksBeforehand()
{
    const QTemporaryDir dir;
    QVERIFY(!CsvOutput(dir.path()).check());
    QVERIFY(!CsvOutput(dir.filePath(u"nowhere/a.csv"_s)).check());
    QVERIFY(bool(CsvOutput(dir.filePath(u"new.csv"_s)).check()));
    QVERIFY(!QFile::exists(dir.filePath(u"new.csv"_s)));
    QVERIFY(bool(CsvOutput(u"-"_s).check()));
    QVERIFY(bool(CsvOutput(u"/dev/null"_s).check()));
}

void TestCommandLine::outputNeverEmptiesADevicePath()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"log"_s);
    writeFile(path, "before\n");
    QFile log(path);
    QVERIFY(log.open(QIODevice::Append));
    CsvOutput output(u"/proc/self/fd/%1"_s.arg(log.handle()));
    QVERIFY(bool(output.open()) && bool(output.write("after\n")) && bool(output.sync()));
    QCOMPARE(contentsOf(path), "before\nafter\n");
}

void TestCommandLine::outputWaitsForAFifosReader()
{
    const QTemporaryDir dir;
    const auto path = QFile::encodeName(dir.filePath(u"fifo"_s));
    QCOMPARE(::mkfifo(path.constData(), 0600), 0);
    CsvOutput output(QFile::decodeName(path));
    QVERIFY(bool(output.check()));
    auto opened = output.open();
    QVERIFY(bool(opened));
    QCOMPARE(*opened, CsvOutput::Opened::NotYet);
    QVERIFY(!output.isOpen());
    const int reader = ::open(path.constData(), O_RDONLY | O_NONBLOCK);
    opened = output.open();
    QVERIFY(bool(opened));
    QCOMPARE(*opened, CsvOutput::Opened::Yes);
    QVERIFY(bool(output.write("x")));
    char byte = 0;
    QCOMPARE(::read(reader, &byte, 1), 1);
    ::close(reader);
}

void TestCommandLine::outputSaysWhyItFails()
{
    CsvOutput output(u"/dev/full"_s);
    QVERIFY(bool(output.open()));
    const auto written = output.write("x");
    QVERIFY(!written);
    QVERIFY2(written.error().contains(u"/dev/full"_s), qPrintable(written.error()));
}

static void useStateDirectory(const QString &path)
{
    qputenv("XDG_STATE_HOME", QFile::encodeName(path));
}

void TestCommandLine::idIsTakenOnce()
{
    const QTemporaryDir dir;
    useStateDirectory(dir.path());
    const Destination destination { u"example"_s, 1001 };
    auto first = Attachment::take(u"h"_s, 11111, destination);
    QVERIFY(bool(first));
    QVERIFY(!Attachment::take(u"H"_s, 11111, destination));
    QVERIFY(bool(Attachment::take(u"h"_s, 11112, destination)));
    QVERIFY(bool(Attachment::take(u"h"_s, 11111, { u"other"_s, 1001 })));
    QVERIFY(bool(Attachment::take(u"h"_s, 11111, { u"example"_s, 1002 })));
    first = Failure { Attachment::Refusal::InUse }; // let go
    QVERIFY(bool(Attachment::take(u"h"_s, 11111, destination)));
}

void TestCommandLine::ownIdsDiffer()
{
    const QTemporaryDir dir;
    useStateDirectory(dir.path());
    QSet<qint16> ids;
    std::vector<std::unique_ptr<Attachment>> taken;
    for (int i = 0; i < 200; ++i) {
        taken.push_back(Attachment::takeOwn(u"h"_s, 11111, u"example"_s));
        const auto id = taken.back()->destination().clientId;
        QVERIFY(id >= firstOwnClientId && id <= lastOwnClientId);
        QVERIFY(!taken.back()->endedUncleanly());
        ids.insert(id);
    }
    QCOMPARE(ids.size(), 200);
    const auto kept = *ids.begin();
    taken.clear();
    QCOMPARE(Attachment::takeOwn(u"h"_s, 11111, u"example"_s, kept)->destination().clientId, kept);
}

void TestCommandLine::uncleanEndIsRemembered()
{
    const QTemporaryDir dir;
    useStateDirectory(dir.path());
    auto attachment = Attachment::takeOwn(u"h"_s, 11111, u"example"_s);
    const auto id = attachment->destination().clientId;
    attachment->noteAttached();
    attachment.reset(); // a crash
    QVERIFY(!Attachment::takeOwn(u"h"_s, 11111, u"other"_s)->endedUncleanly());
    attachment = Attachment::takeOwn(u"h"_s, 11111, u"example"_s);
    QCOMPARE(attachment->destination().clientId, id); // to roll back what it held
    QVERIFY(attachment->endedUncleanly());
    attachment->noteDetached();
    attachment.reset();
    QVERIFY(!Attachment::takeOwn(u"h"_s, 11111, u"example"_s)->endedUncleanly());
}

void TestCommandLine::worksWithoutAStateDirectory()
{
    useStateDirectory(u"/proc/nowhere"_s);
    const auto attachment = Attachment::takeOwn(u"h"_s, 11111, u"example"_s);
    attachment->noteAttached();
    attachment->noteDetached();
    QVERIFY(attachment->destination().clientId >= firstOwnClientId);
}

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
