// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/connectionprofile.h"
#include "model/csvwriter.h"
#include "model/exportjob.h"
#include "model/safefile.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "tests/support/entries.h"
#include <sys/stat.h>
#include <unistd.h>

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

} // namespace

class TestFiles : public QObject
{
    Q_OBJECT

private slots:
    void replacesOnlyOnCommit();
    void leavesNothingBehindWithoutCommit();
    void keepsTheOldFileWhenTheDiskIsFull();
    void refusesADirectory();
    void refusesAMissingDirectory();
    void followsSymbolicLinks();
    void keepsPermissions();
    void privateFileIsPrivate();
    void writesToDevices();

    void exportsAllRows();
    void exportsChosenRows();
    void refusesRowsThatCannotBeReadBack();
    void cancelledExportLeavesTheOldFile();
    void failedExportSaysWhy();

    void profilesSurvive();
    void profilesHoldNoPassword();
    void missingProfilesAreNone();
    void brokenProfilesAreNotReplaced_data();
    void brokenProfilesAreNotReplaced();
    void oddProfileValuesTakeDefaults();
    void exportedProfilesCanBeImported();
    void whatCannotBeImportedSaysWhy_data();
    void whatCannotBeImportedSaysWhy();
    void missingFileIsNotImported();
};

void TestFiles::replacesOnlyOnCommit()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"a.csv"_s);
    writeFile(path, "old");
    SafeFile file(path);
    QVERIFY(bool(file.open()));
    QVERIFY(bool(file.write("new")));
    QCOMPARE(contentsOf(path), "old");
    QVERIFY(bool(file.commit()));
    QCOMPARE(contentsOf(path), "new");
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList { u"a.csv"_s });
}

void TestFiles::leavesNothingBehindWithoutCommit()
{
    const QTemporaryDir dir;
    {
        SafeFile file(dir.filePath(u"a.csv"_s));
        QVERIFY(bool(file.open()));
        QVERIFY(bool(file.write("new")));
    }
    QVERIFY(QDir(dir.path()).isEmpty());
}

void TestFiles::keepsTheOldFileWhenTheDiskIsFull()
{
    SafeFile file(u"/dev/full"_s); // written to directly, and always full
    QVERIFY(bool(file.open()));
    const auto written = file.write(QByteArray(100, 'x'));
    QVERIFY(!written);
    QVERIFY2(written.error().contains(u"/dev/full"_s), qPrintable(written.error()));
    QVERIFY2(written.error().contains(u"bytes were written"_s), qPrintable(written.error()));
}

void TestFiles::refusesADirectory()
{
    const QTemporaryDir dir;
    QVERIFY(!SafeFile(dir.path()).open());
}

void TestFiles::refusesAMissingDirectory()
{
    const QTemporaryDir dir;
    const auto opened = SafeFile(dir.filePath(u"nowhere/a.csv"_s)).open();
    QVERIFY(!opened);
    QVERIFY2(opened.error().contains(u"nowhere/a.csv"_s), qPrintable(opened.error()));
}

void TestFiles::followsSymbolicLinks()
{
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"real"_s), "old");
    QVERIFY(QFile::link(dir.filePath(u"real"_s), dir.filePath(u"link"_s)));
    SafeFile file(dir.filePath(u"link"_s));
    QVERIFY(bool(file.open()) && bool(file.write("new")) && bool(file.commit()));
    QVERIFY(QFileInfo(dir.filePath(u"link"_s)).isSymLink());
    QCOMPARE(contentsOf(dir.filePath(u"real"_s)), "new");
}

void TestFiles::keepsPermissions()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"a"_s);
    writeFile(path, "old");
    QVERIFY(::chmod(QFile::encodeName(path).constData(), 0640) == 0);
    SafeFile file(path);
    QVERIFY(bool(file.open()) && bool(file.write("new")) && bool(file.commit()));
    struct stat status
    {
    };
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0640U);
}

void TestFiles::privateFileIsPrivate()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"a"_s);
    SafeFile file(path);
    file.setPrivate();
    QVERIFY(bool(file.open()) && bool(file.write("new")) && bool(file.commit()));
    struct stat status
    {
    };
    QCOMPARE(::stat(QFile::encodeName(path).constData(), &status), 0);
    QCOMPARE(status.st_mode & 0777U, 0600U);
}

void TestFiles::writesToDevices()
{
    SafeFile file(u"/dev/null"_s);
    QVERIFY(bool(file.open()) && bool(file.write("x")) && bool(file.commit()));
    QVERIFY(!QFileInfo(u"/dev/null"_s).isFile());
}

static void fill(EventStore &store, int rows)
{
    QList<QByteArray> entries;
    for (int i = 0; i < rows; ++i) {
        EntrySpec spec;
        spec.offset = 10 + i;
        entries.append(
            rowsEntry(EventType::Insert, { { {}, { { "id", QByteArray::number(i) } } } }, spec));
    }
    entries.append(endEntry(5));
    store.append(Epoch { 1 }, BatchId { 1 }, views(entries));
}

static QByteArray expectedCsv(const EventStore &store)
{
    std::string text(CsvWriter::header());
    CsvWriter writer(ValueStyle::Decoded);
    for (std::uint32_t i = 0; i < store.committedRows(); ++i)
        writer.appendLine(store.snapshot(), RowId { i }, text);
    return QByteArray::fromStdString(text);
}

static ExportJob::Outcome finish(ExportJob &job)
{
    ExportJob::Outcome outcome;
    QObject::connect(&job, &ExportJob::finished, &job,
                     [&outcome](const ExportJob::Outcome &o) { outcome = o; });
    QSignalSpy finished(&job, &ExportJob::finished);
    if (!finished.wait(20'000))
        qFatal("the export does not end");
    return outcome;
}

void TestFiles::exportsAllRows()
{
    const QTemporaryDir dir;
    EventStore store;
    fill(store, 1000);
    ExportJob job;
    job.start(store.snapshot(), ExportJob::AllRows { 0 }, ValueStyle::Decoded,
              dir.filePath(u"a.csv"_s));
    QVERIFY(job.isRunning());
    const auto outcome = finish(job);
    QVERIFY(!job.isRunning());
    QCOMPARE(outcome.kind, ExportJob::Outcome::Kind::Done);
    QCOMPARE(outcome.lines, 1000);
    QCOMPARE(contentsOf(dir.filePath(u"a.csv"_s)), expectedCsv(store));
    QCOMPARE(outcome.bytes, expectedCsv(store).size());
}

void TestFiles::exportsChosenRows()
{
    const QTemporaryDir dir;
    EventStore store;
    fill(store, 10);
    ExportJob job;
    job.start(store.snapshot(), std::vector { RowId { 2 }, RowId { 7 } }, ValueStyle::Raw,
              dir.filePath(u"a.csv"_s));
    QCOMPARE(finish(job).lines, 2);
    QCOMPARE(contentsOf(dir.filePath(u"a.csv"_s)).count('\n'), 3);
}

void TestFiles::refusesRowsThatCannotBeReadBack()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"a.csv"_s);
    writeFile(path, "old");
    EventStore::Limits limits;
    limits.memory = { 0, 1, QFile::encodeName(dir.path()).toStdString() };
    EventStore store(limits);
    fill(store, 20'000);
    store.settle();
    // The store's file has no name: it is found among what this process holds open.
    const QDir open(u"/proc/self/fd"_s);
    int emptied = 0;
    for (const auto &number : open.entryList(QDir::Files | QDir::System))
        if (QFile::symLinkTarget(open.filePath(number)).startsWith(dir.path()))
            emptied += ::ftruncate(number.toInt(), 0) == 0 ? 1 : 0;
    QCOMPARE(emptied, 1);

    ExportJob job;
    job.start(store.snapshot(), ExportJob::AllRows { 0 }, ValueStyle::Decoded, path);
    const auto outcome = finish(job);
    QCOMPARE(outcome.kind, ExportJob::Outcome::Kind::Failed);
    QVERIFY2(outcome.error.contains(u"cannot be read back"_s), qPrintable(outcome.error));
    QCOMPARE(contentsOf(path), "old");
}

void TestFiles::cancelledExportLeavesTheOldFile()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"a.csv"_s);
    writeFile(path, "old");
    EventStore store;
    fill(store, 200'000);
    ExportJob job;
    job.start(store.snapshot(), ExportJob::AllRows { 0 }, ValueStyle::Decoded, path);
    job.cancel();
    QCOMPARE(finish(job).kind, ExportJob::Outcome::Kind::Cancelled);
    QCOMPARE(contentsOf(path), "old");
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files), QStringList { u"a.csv"_s });
}

void TestFiles::failedExportSaysWhy()
{
    EventStore store;
    fill(store, 10);
    ExportJob job;
    job.start(store.snapshot(), ExportJob::AllRows { 0 }, ValueStyle::Decoded, u"/dev/full"_s);
    const auto outcome = finish(job);
    QCOMPARE(outcome.kind, ExportJob::Outcome::Kind::Failed);
    QVERIFY(outcome.error.contains(u"/dev/full"_s));
}

void TestFiles::profilesSurvive()
{
    const QTemporaryDir dir;
    ConnectionProfile profile;
    profile.name = u"订单 <b>"_s;
    profile.host = u"10.0.0.5"_s;
    profile.port = 12000;
    profile.destination = u"shop"_s;
    profile.clientId = 27413;
    profile.user = u"ann"_s;
    profile.mode = AccessMode::Manual;
    profile.batchKb = 64;
    profile.filter = u"shop\\..*"_s;
    profile.label = ConnectionProfile::Label::Amber;
    profile.isProduction = true;
    ConnectionProfiles profiles(dir.filePath(u"sub/connections.json"_s));
    QVERIFY(bool(profiles.save({ profile, {} })));
    const auto loaded = profiles.load();
    QVERIFY(bool(loaded));
    QCOMPARE(*loaded, (QList<ConnectionProfile> { profile, {} }));
}

void TestFiles::profilesHoldNoPassword()
{
    ConnectionProfile profile;
    const auto config = profile.toConfig(Secret("S3cr3t"));
    QVERIFY(!config.password.isEmpty());
    const QTemporaryDir dir;
    ConnectionProfiles profiles(dir.filePath(u"c.json"_s));
    QVERIFY(bool(profiles.save({ profile })));
    const auto json = contentsOf(dir.filePath(u"c.json"_s));
    QVERIFY(!json.contains("S3cr3t"));
    QVERIFY(!json.toLower().contains("password"));
}

void TestFiles::missingProfilesAreNone()
{
    const QTemporaryDir dir;
    const auto loaded = ConnectionProfiles(dir.filePath(u"c.json"_s)).load();
    QVERIFY(bool(loaded));
    QVERIFY(loaded->isEmpty());
}

void TestFiles::brokenProfilesAreNotReplaced_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut") << QByteArray("{\"connections\": [");
    QTest::newRow("no object") << QByteArray("[]");
    QTest::newRow("no list") << QByteArray("{\"connections\": 1}");
    QTest::newRow("binary") << QByteArray("\xff\xfe\x00", 3);
}

void TestFiles::brokenProfilesAreNotReplaced()
{
    QFETCH(QByteArray, json);
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"c.json"_s);
    writeFile(path, json);
    ConnectionProfiles profiles(path);
    const auto loaded = profiles.load();
    QVERIFY(!loaded);
    QVERIFY(loaded.error().contains(path));
    QVERIFY(!profiles.save({ {} }));
    QCOMPARE(contentsOf(path), json);
}

void TestFiles::oddProfileValuesTakeDefaults()
{
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"c.json"_s);
    writeFile(path,
              R"({"connections": [{"name": 5, "port": 99999, "clientId": 70000, "mode": "other",
                  "batchKb": -1, "later": true}, "x"]})");
    const auto loaded = ConnectionProfiles(path).load();
    QVERIFY(bool(loaded));
    QCOMPARE(*loaded, (QList<ConnectionProfile> { {}, {} }));
}

// ---- handed to somebody else

void TestFiles::exportedProfilesCanBeImported()
{
    const QTemporaryDir dir;
    ConnectionProfile drawn;
    drawn.host = u"10.0.0.5"_s;
    drawn.clientId = 27413;
    drawn.label = ConnectionProfile::Label::Red;
    drawn.isProduction = true;
    ConnectionProfile given;
    given.name = u"订单"_s;
    given.clientId = 1001;
    given.ownClientId = false;
    given.mode = AccessMode::Auto;
    const auto path = dir.filePath(u"handed.json"_s);
    QVERIFY(bool(exportProfiles(path, { drawn, given })));
    const auto imported = importProfiles(path);
    QVERIFY(bool(imported));
    drawn.clientId = 0; // another user needs another id
    QCOMPARE(*imported, (QList<ConnectionProfile> { drawn, given }));
}

void TestFiles::whatCannotBeImportedSaysWhy_data()
{
    using Kind = ProfilesError::Kind;
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("kind");
    QTest::addColumn<QString>("detail");
    const auto row
        = [](const char *name, const QByteArray &json, Kind kind, const QString &detail = {}) {
              QTest::newRow(name) << json << static_cast<int>(kind) << detail;
          };
    const auto one = [](const QByteArray &connection) {
        return R"({"version": 1, "connections": [{"host": "h", "destination": "d"}, )" + connection
            + "]}";
    };
    row("empty", "", Kind::NotJson);
    row("text", "hello", Kind::NotJson);
    row("binary", QByteArray("\xff\xfe\x00", 3), Kind::NotJson);
    row("cut", R"({"version": 1, "connections": [)", Kind::NotJson);
    row("a list", "[]", Kind::NotConnections);
    row("other JSON", R"({"name": "x"})", Kind::NotConnections);
    row("no version", R"({"connections": []})", Kind::NotConnections);
    row("version as text", R"({"version": "1", "connections": []})", Kind::NotConnections);
    row("no list", R"({"version": 1, "connections": {}})", Kind::NotConnections);
    row("too much", QByteArray((1 << 20) + 1, ' '), Kind::NotConnections);
    row("newer", R"({"version": 2, "connections": []})", Kind::NewerVersion, u"2"_s);
    row("none", R"({"version": 1, "connections": []})", Kind::Empty);
    row("no object", one("7"), Kind::BadConnection, u"2"_s);
    row("no host", one(R"({"destination": "d"})"), Kind::BadConnection, u"2"_s);
    row("blank destination", one(R"({"host": "h", "destination": " "})"), Kind::BadConnection,
        u"2"_s);
    for (const auto *odd :
         { R"("port": 70000)", R"("port": "11111")", R"("clientId": 40000)", R"("mode": "tap")",
           R"("batchKb": 0)", R"("name": 5)", R"("filter": [])", R"("production": "yes")",
           R"("label": "pink")", R"("ownClientId": 1)" })
        row(odd, one(R"({"host": "h", "destination": "d", )" + QByteArray(odd) + "}"),
            Kind::BadConnection, u"2"_s);
}

void TestFiles::whatCannotBeImportedSaysWhy()
{
    QFETCH(QByteArray, json);
    QFETCH(int, kind);
    QFETCH(QString, detail);
    const QTemporaryDir dir;
    const auto path = dir.filePath(u"c.json"_s);
    writeFile(path, json);
    const auto imported = importProfiles(path);
    QVERIFY(!imported);
    QCOMPARE(static_cast<int>(imported.error().kind), kind);
    if (!detail.isEmpty())
        QCOMPARE(imported.error().detail, detail);
}

void TestFiles::missingFileIsNotImported()
{
    const QTemporaryDir dir;
    const auto imported = importProfiles(dir.filePath(u"none.json"_s));
    QVERIFY(!imported);
    QCOMPARE(imported.error().kind, ProfilesError::Kind::CannotRead);
    QVERIFY(!exportProfiles(dir.filePath(u"none/x.json"_s), { {} }));
}

QTEST_GUILESS_MAIN(TestFiles)
#include "tst_files.moc"
