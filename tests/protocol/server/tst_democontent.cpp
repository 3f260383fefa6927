// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include <QTest>

#include "tests/support/entries.h"
#include "tests/support/protobuforacle.h"
#include "tests/support/scannedentry.h"
#include <map>
#include <set>

using namespace canal;
using namespace canal::server;
using namespace canal::test;

namespace {

// What values there are among all.
struct Census
{
    void add(const ScannedEntry &scanned)
    {
        for (const auto &row : scanned.rows)
            for (const auto *const image : { &row.before, &row.after })
                for (const auto &column : *image)
                    add(column);
    }

    // Of what is to be seen, what has not been.
    QByteArrayList missing() const
    {
        QByteArrayList names;
        for (const auto &[name, seen] : m_wanted)
            if (!seen)
                names.append(name);
        return names;
    }

    std::set<int> sqlTypes;
    qsizetype longest = 0;

private:
    static QByteArray allBytes()
    {
        QByteArray bytes;
        for (int byte = 0; byte < 256; ++byte)
            bytes += char(byte);
        return QString::fromLatin1(bytes).toUtf8();
    }

    void add(const ColumnView &column)
    {
        sqlTypes.insert(column.sqlType);
        const auto value = bytesOf(column.value);
        longest = std::max(longest, value.size());
        if (column.isNull)
            m_wanted["a NULL"] = true;
        else if (const auto whole = m_wanted.find("= " + value); whole != m_wanted.end())
            whole->second = true;
        for (const auto *const part : { "雷", "山田", "ü", "🎉" })
            if (value.contains(part))
                m_wanted[part] = true;
    }

    std::map<QByteArray, bool> m_wanted {
        { "a NULL", false },
        { "= ", false },
        { "= NULL", false },
        { "= 18446744073709551615", false },
        { "= 4294967295", false },
        { "= 65535", false },
        { "= 255", false },
        { "= 0000-00-00 00:00:00", false },
        { "= 0000-00-00", false },
        { "= 0000", false },
        { "= 838:59:59", false },
        { "= -00:30:00", false },
        { "= " + allBytes(), false },
        { "雷", false },
        { "山田", false },
        { "ü", false },
        { "🎉", false },
    };
};

} // namespace

class TestDemoContent : public QObject
{
    Q_OBJECT

private slots:
    void firstRowsShowSomeOfEverything();
    void everyKindOfValueComes();
    void scannerAndStoreAgreeWithProtobuf_data();
    void scannerAndStoreAgreeWithProtobuf();
    void alteredTableReallyHasTheColumn();
    void bulkLoadSpansBatchesAndChunks();
    void transactionsStaySmallOtherwise();
};

void TestDemoContent::firstRowsShowSomeOfEverything()
{
    DemoFeed feed(1, Flavour::MySql);
    std::set<QByteArray> tables;
    std::set<EventType> events;
    bool hasLiLei = false;
    forEachTransaction(feed, 200, [&](const DemoTransaction &transaction) {
        for (const auto &bytes : transaction.entries) {
            const ScannedEntry scanned(bytes);
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

void TestDemoContent::scannerAndStoreAgreeWithProtobuf_data()
{
    QTest::addColumn<Flavour>("flavour");
    QTest::newRow("mysql") << Flavour::MySql;
    QTest::newRow("mariadb") << Flavour::MariaDb;
}

void TestDemoContent::scannerAndStoreAgreeWithProtobuf()
{
    QFETCH(const Flavour, flavour);
    DemoFeed feed(3, flavour);
    QList<QByteArray> entries;
    forEachTransaction(feed, 2'000, [&](const DemoTransaction &transaction) {
        for (const auto &bytes : transaction.entries)
            entries.append(bytes);
    });
    for (const auto &entry : std::as_const(entries)) {
        QCOMPARE(disagreementWithProtobuf(view(entry)), std::string());
        QCOMPARE(disagreementOfCodec(view(entry)), std::string());
    }
    QCOMPARE(disagreementOfStore(views(entries)), std::string());
}

void TestDemoContent::everyKindOfValueComes()
{
    DemoFeed feed(1, Flavour::MySql);
    Census census;
    std::set<EventType> events;
    forEachTransaction(feed, 30'000, [&](const DemoTransaction &transaction) {
        for (const auto &bytes : transaction.entries) {
            const ScannedEntry scanned(bytes);
            if (scanned.entry.type == EntryType::RowData)
                events.insert(scanned.change.eventType);
            census.add(scanned);
        }
    });
    for (const int type : { -7, -6, -5, 1, 3, 4, 5, 7, 8, 12, 91, 92, 93, 1111, 2004, 2005 })
        QVERIFY2(census.sqlTypes.count(type) == 1, qPrintable(QString::number(type)));
    QCOMPARE(census.missing(), QByteArrayList());
    QVERIFY(census.longest > 20'000);
    using enum EventType;
    for (const auto event :
         { Insert, Update, Delete, Create, Alter, Erase, Truncate, Rename, CreateIndex, DropIndex })
        QVERIFY2(events.count(event) == 1, eventTypeName(event).data());
}

void TestDemoContent::alteredTableReallyHasTheColumn()
{
    DemoFeed feed(1, Flavour::MySql);
    bool altered = false;
    qsizetype rowsWith = 0;
    qint64 tableId = 0;
    forEachTransaction(feed, 2'000, [&](const DemoTransaction &transaction) {
        for (const auto &bytes : transaction.entries) {
            const ScannedEntry scanned(bytes);
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

void TestDemoContent::bulkLoadSpansBatchesAndChunks()
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
    QVERIFY(most > 2'048); // Canal cuts at 1024 entries
    QVERIFY(bytes > 300'000);
}

// The tables do not grow: late transactions are as small as early ones.
void TestDemoContent::transactionsStaySmallOtherwise()
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

QTEST_GUILESS_MAIN(TestDemoContent)
#include "tst_democontent.moc"
