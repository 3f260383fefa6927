// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/entryscanner.h"
#include "protocol/server/demofeed.h"

#include <proto/canal_entry.pb.h>

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QTest>

#include <map>
#include <set>

using namespace canal;
using namespace canal::server;

namespace {

std::string_view viewOf(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

QByteArray bytesOf(std::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

// An entry taken apart. The views point into its bytes, which must stay.
struct Scanned
{
    explicit Scanned(const QByteArray &bytes)
        : isGood(scanEntry(viewOf(bytes), entry) == ScanResult::Ok)
    {
        if (!isGood || entry.type != EntryType::RowData)
            return;
        isGood = scanRowChange(entry.storeValue, {}, change) == ScanResult::Ok;
        for (const auto row : change.rows)
            isGood = isGood && scanRow(row, {}, rows.emplace_back()) == ScanResult::Ok;
    }

    QByteArray table() const
    {
        return bytesOf(entry.header.schema) + '.' + bytesOf(entry.header.table);
    }

    EntryView entry;
    RowChangeView change;
    std::vector<RowView> rows;
    bool isGood;
};

// Every transaction until so many rows have come.
template <typename Visit>
void forEachTransaction(DemoFeed &feed, qint64 rows, Visit visit)
{
    while (rows > 0) {
        const auto transaction = feed.nextTransaction();
        visit(transaction);
        if (QTest::currentTestFailed())
            return;
        rows -= transaction.rows;
    }
}

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
    bool apply(const Scanned &scanned)
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
        if (!newKey.isEmpty() && !table.emplace(newKey, current).second)
            return false; // a key twice
        return true;
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
    void firstRowsShowSomeOfEverything();
    void everyKindOfValueComes();
    void alteredTableReallyHasTheColumn();
    void bulkLoadSpansBatchesAndChunks();
    void transactionsStaySmallOtherwise();

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
            const Scanned scanned(bytes);
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
            const Scanned scanned(bytes);
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
            QVERIFY(replica.apply(Scanned(bytes)));
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
            const Scanned scanned(bytes);
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
            const Scanned scanned(bytes);
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
    QCOMPARE(first, 1'795'341'600'000); // 2026-11-22 10:00:00 UTC
    QVERIFY(time - first >= 20'000 / 20 * 1000 - 1000);
    QVERIFY(time - first <= 24'000 / 20 * 1000);
    QVERIFY(journal > "mysql-bin.000001");
}

void TestDemoFeed::firstRowsShowSomeOfEverything()
{
    DemoFeed feed(1, Flavour::MySql);
    std::set<QByteArray> tables;
    std::set<EventType> events;
    bool hasLiLei = false;
    forEachTransaction(feed, 200, [&](const DemoTransaction &transaction) {
        for (const auto &bytes : transaction.entries) {
            const Scanned scanned(bytes);
            hasLiLei = hasLiLei || bytes.contains("李雷");
            if (scanned.entry.type != EntryType::RowData)
                continue;
            tables.insert(scanned.table());
            events.insert(scanned.change.eventType);
        }
    });
    QVERIFY(tables.size() >= 13);
    QVERIFY(hasLiLei);
    for (const auto event :
         { EventType::Insert, EventType::Update, EventType::Delete, EventType::Alter })
        QVERIFY(events.count(event) == 1);
}

void TestDemoFeed::everyKindOfValueComes()
{
    DemoFeed feed(1, Flavour::MySql);
    std::set<int> sqlTypes;
    std::set<QByteArray> seen;
    std::set<EventType> events;
    qsizetype longest = 0;
    QByteArray allBytes;
    for (int byte = 0; byte < 256; ++byte)
        allBytes += char(byte);
    allBytes = QString::fromLatin1(allBytes).toUtf8();
    const auto look = [&](const ColumnView &column) {
        sqlTypes.insert(column.sqlType);
        longest = std::max(longest, qsizetype(column.value.size()));
        const auto value = bytesOf(column.value);
        if (column.isNull)
            seen.insert("NULL");
        for (const auto *const wanted :
             { "", "NULL", "18446744073709551615", "4294967295", "65535", "255",
               "0000-00-00 00:00:00", "0000-00-00", "0000", "838:59:59", "-00:30:00" })
            if (!column.isNull && value == wanted)
                seen.insert(QByteArray("is ") + wanted);
        for (const auto *const part : { "雷", "山田", "ü", "🎉" })
            if (value.contains(part))
                seen.insert(part);
        if (value == allBytes)
            seen.insert("all bytes");
    };
    forEachTransaction(feed, 30'000, [&](const DemoTransaction &transaction) {
        for (const auto &bytes : transaction.entries) {
            const Scanned scanned(bytes);
            if (scanned.entry.type == EntryType::RowData)
                events.insert(scanned.change.eventType);
            for (const auto &row : scanned.rows)
                for (const auto *const image : { &row.before, &row.after })
                    for (const auto &column : *image)
                        look(column);
        }
    });
    for (const int type : { -7, -6, -5, 1, 3, 4, 5, 7, 8, 12, 91, 92, 93, 1111, 2004, 2005 })
        QVERIFY2(sqlTypes.count(type) == 1, qPrintable(QString::number(type)));
    QCOMPARE(seen.size(), std::size_t(17));
    QVERIFY(longest > 20'000);
    using enum EventType;
    for (const auto event :
         { Insert, Update, Delete, Create, Alter, Erase, Truncate, Rename, CreateIndex, DropIndex })
        QVERIFY2(events.count(event) == 1, eventTypeName(event).data());
}

void TestDemoFeed::alteredTableReallyHasTheColumn()
{
    DemoFeed feed(1, Flavour::MySql);
    bool altered = false;
    qsizetype rowsWith = 0;
    qint64 tableId = 0;
    forEachTransaction(feed, 2'000, [&](const DemoTransaction &transaction) {
        for (const auto &bytes : transaction.entries) {
            const Scanned scanned(bytes);
            if (scanned.table() != "shop.orders")
                continue;
            if (scanned.change.isDdl
                && scanned.change.sql.find("channel") != std::string_view::npos)
                altered = true;
            for (const auto &row : scanned.rows) {
                const auto &image = row.after.empty() ? row.before : row.after;
                QCOMPARE(image.back().name == "channel", altered);
                QVERIFY((tableId == scanned.change.tableId) || tableId == 0 || altered);
                rowsWith += altered ? 1 : 0;
            }
            if (!altered)
                tableId = scanned.change.tableId;
        }
    });
    QVERIFY(altered);
    QVERIFY(rowsWith > 100);
}

void TestDemoFeed::bulkLoadSpansBatchesAndChunks()
{
    DemoFeed feed(1, Flavour::MySql);
    qsizetype most = 0;
    qsizetype bytes = 0;
    forEachTransaction(feed, 8'000, [&](const DemoTransaction &transaction) {
        if (transaction.entries.size() <= most)
            return;
        most = transaction.entries.size();
        bytes = 0;
        for (const auto &entry : transaction.entries)
            bytes += entry.size();
    });
    QVERIFY(most > 2 * 1024); // Canal cuts at 1024 entries
    QVERIFY(bytes > 300 * 1024);
}

// The tables do not grow: late transactions are as small as early ones.
void TestDemoFeed::transactionsStaySmallOtherwise()
{
    DemoFeed feed(11, Flavour::MySql);
    qint64 rows = 0;
    forEachTransaction(feed, 40'000, [&rows](const DemoTransaction &transaction) {
        rows += transaction.rows;
        if (transaction.entries.size() < 1024)
            QVERIFY(transaction.rows < 300);
    });
    QVERIFY(rows >= 40'000);
}

QTEST_GUILESS_MAIN(TestDemoFeed)
#include "tst_demofeed.moc"
