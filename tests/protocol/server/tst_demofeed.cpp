// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include <proto/canal_entry.pb.h>

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

#include "tests/support/scannedentry.h"
#include <map>

using namespace canal;
using namespace canal::server;
using namespace canal::test;

namespace {

QByteArray hashOfFirst(quint64 seed, Flavour flavour, qsizetype entries)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    DemoFeed feed(seed, flavour);
    while (entries > 0)
        for (const auto &entry : feed.nextTransaction().entries)
            if (entries-- > 0)
                hash.addData(entry);
    return hash.result().toHex();
}

// The rows of a table as a reader of the binlog would keep them.
class Replica
{
public:
    // False when a before image is not what the row was.
    bool apply(const ScannedEntry &scanned)
    {
        if (scanned.change.isDdl)
            return m_tables.erase(scanned.table()), true; // its columns may have changed
        for (const auto &row : scanned.rows)
            if (!apply(m_tables[scanned.table()], row))
                return false;
        return true;
    }

    qsizetype verified() const { return m_verified; }

private:
    using Values = std::map<int, QByteArray>; // by column; "\0" is NULL

    static Values valuesOf(const std::vector<ColumnView> &columns)
    {
        Values values;
        for (const auto &column : columns)
            values[column.index] = column.isNull ? QByteArray(1, '\0') : bytesOf(column.value);
        return values;
    }

    static QByteArray keyOf(const std::vector<ColumnView> &columns)
    {
        QByteArray key;
        for (const auto &column : columns)
            if (column.isKey)
                key += bytesOf(column.value) + '|';
        return key;
    }

    bool apply(std::map<QByteArray, Values> &table, const RowView &row)
    {
        const auto oldKey = keyOf(row.before);
        auto current = valuesOf(row.after);
        if (!row.before.empty() && !oldKey.isEmpty()) {
            if (const auto known = table.find(oldKey); known != table.end()) {
                for (const auto &[column, value] : valuesOf(row.before))
                    if (known->second[column] != value)
                        return false;
                ++m_verified;
                auto merged = known->second; // a minimal image names only what changed
                for (const auto &[column, value] : current)
                    merged[column] = value;
                current = merged;
                table.erase(known);
            } else if (valuesOf(row.before).size() < 3) {
                return true; // a minimal image of a row never seen
            }
        }
        if (row.after.empty())
            return true;
        const auto newKey = row.before.empty() || hasKey(row.after) ? keyOf(row.after) : oldKey;
        const bool isNew = newKey.isEmpty() || table.emplace(newKey, current).second;
        return isNew; // else a key is there twice
    }

    static bool hasKey(const std::vector<ColumnView> &columns) { return !keyOf(columns).isEmpty(); }

    std::map<QByteArray, std::map<QByteArray, Values>> m_tables;
    qsizetype m_verified = 0;
};

} // namespace

class TestDemoFeed : public QObject
{
    Q_OBJECT

private slots:
    void sameSeedSameBytesForEver_data();
    void sameSeedSameBytesForEver();
    void everyEntryIsReadByScannerAndProtobuf_data();
    void everyEntryIsReadByScannerAndProtobuf();
    void rowsAreCounted_data();
    void rowsAreCounted();
    void beforeImagesAreWhatTheRowsWere_data();
    void beforeImagesAreWhatTheRowsWere();
    void transactionsLookLikeTheFlavour_data();
    void transactionsLookLikeTheFlavour();
    void positionsAndTimeGoOn();

private:
    static void addFlavours()
    {
        QTest::addColumn<int>("flavour");
        QTest::newRow("MySQL") << int(Flavour::MySql);
        QTest::newRow("MariaDB") << int(Flavour::MariaDb);
    }
    static Flavour fetchFlavour()
    {
        QFETCH(int, flavour);
        return static_cast<Flavour>(flavour);
    }
};

void TestDemoFeed::sameSeedSameBytesForEver_data()
{
    QTest::addColumn<qulonglong>("seed");
    QTest::addColumn<int>("flavour");
    QTest::addColumn<QByteArray>("hash"); // of the first 20,000 entries; changes with the workload

    QTest::newRow("1 MySQL")
        << 1ULL << int(Flavour::MySql)
        << QByteArray("098e8a741d83afc02a11fc7bdd00d989da2b19b2c5d9c6c8a5f1e9ac91479561");
    QTest::newRow("1 MariaDB")
        << 1ULL << int(Flavour::MariaDb)
        << QByteArray("d49d9d6660ba22493df4aad7edb182b0cb52b7bb37e551b9982773d3d53c7f40");
    QTest::newRow("42 MySQL")
        << 42ULL << int(Flavour::MySql)
        << QByteArray("eec9ba052351c754cedaa23643ebb2dd75c53fe76a8edd51cbb703d5f0f1ec5a");
}

void TestDemoFeed::sameSeedSameBytesForEver()
{
    QFETCH(qulonglong, seed);
    QFETCH(int, flavour);
    QTEST(hashOfFirst(seed, static_cast<Flavour>(flavour), 20'000), "hash");
}

void TestDemoFeed::everyEntryIsReadByScannerAndProtobuf_data() { addFlavours(); }

void TestDemoFeed::everyEntryIsReadByScannerAndProtobuf()
{
    DemoFeed feed(3, fetchFlavour());
    forEachTransaction(feed, 12'000, [](const DemoTransaction &transaction) {
        for (const auto &bytes : transaction.entries) {
            const ScannedEntry scanned(bytes);
            QVERIFY(scanned.isGood);
            canal::entry::Entry entry;
            QVERIFY(entry.ParseFromArray(bytes.data(), static_cast<int>(bytes.size())));
            if (entry.entry_type() != canal::entry::ENTRY_ROW_DATA)
                continue;
            canal::entry::RowChange change;
            QVERIFY(change.ParseFromString(entry.store_value()));
            QCOMPARE(change.row_datas_size(), int(scanned.rows.size()));
            for (const auto &row : scanned.rows)
                for (const auto *const image : { &row.before, &row.after })
                    for (const auto &column : *image)
                        QVERIFY(bytesOf(column.value).isValidUtf8());
        }
    });
}

void TestDemoFeed::rowsAreCounted_data() { addFlavours(); }

void TestDemoFeed::rowsAreCounted()
{
    DemoFeed feed(5, fetchFlavour());
    forEachTransaction(feed, 8'000, [](const DemoTransaction &transaction) {
        qint64 rows = 0;
        for (const auto &bytes : transaction.entries) {
            const ScannedEntry scanned(bytes);
            rows += qint64(scanned.rows.size());
            if (!scanned.rows.empty())
                QCOMPARE(scanned.entry.header.props,
                         (std::vector<PropView> {
                             { "rowsCount", std::to_string(scanned.rows.size()) } }));
        }
        QCOMPARE(rows, transaction.rows);
    });
}

void TestDemoFeed::beforeImagesAreWhatTheRowsWere_data() { addFlavours(); }

void TestDemoFeed::beforeImagesAreWhatTheRowsWere()
{
    DemoFeed feed(7, fetchFlavour());
    Replica replica;
    forEachTransaction(feed, 15'000, [&replica](const DemoTransaction &transaction) {
        for (const auto &bytes : transaction.entries)
            QVERIFY(replica.apply(ScannedEntry(bytes)));
    });
    QVERIFY(replica.verified() > 3'000);
}

void TestDemoFeed::transactionsLookLikeTheFlavour_data() { addFlavours(); }

void TestDemoFeed::transactionsLookLikeTheFlavour()
{
    const auto flavour = fetchFlavour();
    DemoFeed feed(1, flavour);
    forEachTransaction(feed, 8'000, [flavour](const DemoTransaction &transaction) {
        QByteArray letters; // B begin, S statement, R rows, E end, D DDL
        for (const auto &bytes : transaction.entries) {
            const ScannedEntry scanned(bytes);
            const auto &header = scanned.entry.header;
            if (scanned.entry.type == EntryType::TransactionBegin)
                letters += 'B';
            else if (scanned.entry.type == EntryType::TransactionEnd)
                letters += 'E';
            else if (scanned.change.isDdl)
                letters += 'D';
            else if (header.eventType == EventType::Query)
                letters += 'S';
            else if (!letters.endsWith('R')) // a statement's rows may be several entries
                letters += 'R';
        }
        const QRegularExpression form(flavour == Flavour::MariaDb
                                          ? QStringLiteral("^(D*|D*(SR)+E)$")
                                          : QStringLiteral("^(D*|D*BR+E)$"));
        QVERIFY2(form.match(QString::fromLatin1(letters)).hasMatch(), letters);
    });
}

void TestDemoFeed::positionsAndTimeGoOn()
{
    DemoFeed feed(1, Flavour::MySql);
    QByteArray journal = "mysql-bin.000000";
    qint64 offset = 0;
    qint64 time = 0;
    qint64 first = 0;
    forEachTransaction(feed, 20'000, [&](const DemoTransaction &transaction) {
        for (const auto &bytes : transaction.entries) {
            const ScannedEntry scanned(bytes);
            const auto &header = scanned.entry.header;
            if (bytesOf(header.logFile) != journal) {
                QVERIFY(bytesOf(header.logFile) > journal);
                journal = bytesOf(header.logFile);
                offset = 0;
            }
            QVERIFY(header.logOffset >= offset);
            QVERIFY(header.eventLength > 0);
            offset = header.logOffset + header.eventLength;
            QVERIFY(header.executeTimeMs >= time);
            QCOMPARE(header.executeTimeMs % 1000, 0);
            time = header.executeTimeMs;
            first = first == 0 ? time : first;
        }
    });
    // 20 rows a second; the last transaction may be a large one.
    QCOMPARE(first, 1'795'341'600'000); // 2026-11-22 10:00:00 UTC
    QVERIFY(time - first >= 999'000);
    QVERIFY(time - first <= 1'200'000);
    QVERIFY(journal > "mysql-bin.000001");
}

QTEST_GUILESS_MAIN(TestDemoFeed)
#include "tst_demofeed.moc"
