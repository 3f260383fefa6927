// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/binlog.h"
#include "protocol/server/entrybuilder.h"
#include "protocol/server/tablefilter.h"
#include "protocol/server/transactionbuffer.h"

#include <QTest>

#include <array>

using namespace canal;
using namespace canal::server;

namespace {

// One entry for each letter: B begin, E end, R row, D DDL, Q statement, H heartbeat; one a second.
QByteArrayList entriesFor(const QByteArray &letters, qint64 firstSecond = 1'000)
{
    const TableShape table { "shop", "orders", 1, { ColumnShape::fromText("id int key") } };
    EntryBuilder builder(Flavour::MySql);
    QByteArrayList entries;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const EventPlace place { "mysql-bin.000001", 100 * i, 100, 1, (firstSecond + i) * 1'000 };
        const RowPair row { {}, { "1" } };
        switch (letters[i]) {
        case 'B':
            entries.append(builder.begin(place, 7));
            break;
        case 'E':
            entries.append(builder.end(place, 8));
            break;
        case 'R':
            entries.append(builder.rows(place, EventType::Insert, table, { &row, 1 }));
            break;
        case 'D':
            entries.append(builder.ddl(place, { EventType::Alter, "shop", "orders", "alter", {} }));
            break;
        case 'Q':
            entries.append(builder.statement(place, "insert"));
            break;
        default:
            qFatal("no such letter");
        }
    }
    return entries;
}

Binlog binlogOf(const QByteArray &letters)
{
    Binlog binlog;
    if (!binlog.append(entriesFor(letters)))
        qFatal("an entry that is none");
    return binlog;
}

QByteArray letterOf(const StoredEvent &event)
{
    if (event.type == EntryType::TransactionBegin)
        return "B";
    if (event.type == EntryType::TransactionEnd)
        return "E";
    return event.isDdl() ? "D" : event.eventType == EventType::Query ? "Q" : "R";
}

// "BRE|D" for two chunks.
QByteArray chunksOf(TransactionBuffer &buffer)
{
    QByteArrayList chunks;
    while (!buffer.isEmpty()) {
        QByteArray letters;
        for (const auto &event : buffer.takeFirst())
            letters += letterOf(*event);
        chunks.append(letters);
    }
    return chunks.join('|');
}

} // namespace

class TestServerParser : public QObject
{
    Q_OBJECT

private slots:
    void chunksAreWholeTransactions_data();
    void chunksAreWholeTransactions();
    void chunkWithoutRowsComesEveryFiveSeconds();
    void heartbeatLetsRowsOut();
    void resetForgetsTheOpenTransaction();
    void parserRestartsWhereATransactionBegins_data();
    void parserRestartsWhereATransactionBegins();
    void binlogRefusesWhatIsNoEntry();
    void binlogDropsFromTheFront();
    void filterJudgesAsOro_data();
    void filterJudgesAsOro();
    void filterJudgesTablesOnly_data();
    void filterJudgesTablesOnly();
    void brokenFilterIsNoticed_data();
    void brokenFilterIsNoticed();
};

void TestServerParser::chunksAreWholeTransactions_data()
{
    QTest::addColumn<int>("size");
    QTest::addColumn<QByteArray>("letters");
    QTest::addColumn<QByteArray>("chunks");
    const auto add = [](const char *name, int size, const char *letters, const char *chunks) {
        QTest::newRow(name) << size << QByteArray(letters) << QByteArray(chunks);
    };
    add("whole", 1024, "BRREBRE", "BRRE|BRE");
    add("not finished", 1024, "BRREBR", "BRRE");
    add("begun anew", 1024, "BRBRE", "BR|BRE");
    add("without a begin", 1024, "RRERE", "RRE|RE");
    add("DDL at once", 1024, "DDBRE", "D|D|BRE");
    add("a statement, too", 1024, "QRQRE", "Q|RQ|RE");
    add("statement inside", 1024, "BQRE", "BQ|RE");
    add("cut, the END alone", 2, "BRRRE", "BR|RR"); // a chunk without rows
    add("cut, with rows at the end", 4, "BRRRRE", "BRRR|RE");
}

void TestServerParser::chunksAreWholeTransactions()
{
    QFETCH(int, size);
    QFETCH(QByteArray, letters);
    QFETCH(QByteArray, chunks);
    auto binlog = binlogOf("BE");
    binlog.append(entriesFor(letters)); // in the same seconds
    TransactionBuffer buffer(size);
    buffer.add(binlog.at(0)); // lets the first empty transaction through, so that none follows
    buffer.add(binlog.at(1));
    QCOMPARE(chunksOf(buffer), "BE");
    for (qint64 number = 2; number < binlog.end(); ++number)
        buffer.add(binlog.at(number));
    QCOMPARE(chunksOf(buffer), chunks);
}

void TestServerParser::chunkWithoutRowsComesEveryFiveSeconds()
{
    const auto binlog = binlogOf("BEBEBEBEBEBE"); // two seconds each
    TransactionBuffer buffer(1024);
    for (auto number = binlog.first(); number < binlog.end(); ++number)
        buffer.add(binlog.at(number));
    QCOMPARE(chunksOf(buffer), "BE|BE"); // at 0 and 6 s
}

void TestServerParser::heartbeatLetsRowsOut()
{
    const auto binlog = binlogOf("BR");
    TransactionBuffer buffer(1024);
    buffer.add(binlog.at(0));
    buffer.add(binlog.at(1));
    QVERIFY(buffer.isEmpty());
    auto heartbeat = *binlog.at(1);
    heartbeat.type = EntryType::Heartbeat;
    buffer.add(std::make_shared<const StoredEvent>(heartbeat));
    QCOMPARE(chunksOf(buffer), "BR");
}

void TestServerParser::resetForgetsTheOpenTransaction()
{
    const auto binlog = binlogOf("BRE");
    TransactionBuffer buffer(1024);
    buffer.add(binlog.at(0));
    QVERIFY(buffer.oldest());
    buffer.reset();
    QVERIFY(!buffer.oldest());
    buffer.add(binlog.at(1));
    buffer.add(binlog.at(2));
    QCOMPARE(chunksOf(buffer), "RE");
}

void TestServerParser::parserRestartsWhereATransactionBegins_data()
{
    QTest::addColumn<QByteArray>("letters");
    QTest::addColumn<QByteArray>("restartAt"); // the number for every entry

    QTest::newRow("MySQL") << QByteArray("BRREBRE") << QByteArray("0003446");
    QTest::newRow("MariaDB") << QByteArray("QRQREQRE") << QByteArray("00204557");
    QTest::newRow("DDL") << QByteArray("DBREDR") << QByteArray("011345");
}

void TestServerParser::parserRestartsWhereATransactionBegins()
{
    QFETCH(QByteArray, letters);
    QFETCH(QByteArray, restartAt);
    const auto binlog = binlogOf(letters);
    QByteArray found;
    for (auto number = binlog.first(); number < binlog.end(); ++number)
        found += QByteArray::number(binlog.at(number)->position.restartAt);
    QCOMPARE(found, restartAt);
}

void TestServerParser::binlogRefusesWhatIsNoEntry()
{
    for (const QByteArray &junk : { QByteArray(), QByteArray("\xff\xff"), QByteArray("\n\x7f") }) {
        auto binlog = binlogOf("BRE");
        QVERIFY(!binlog.append(entriesFor("BRE") << junk));
        QCOMPARE(binlog.end(), 3);
    }
}

void TestServerParser::binlogDropsFromTheFront()
{
    auto binlog = binlogOf("BREBRE");
    const auto bytes = binlog.bytes();
    binlog.dropBefore(2);
    QCOMPARE(binlog.first(), 2);
    QCOMPARE(binlog.end(), 6);
    QCOMPARE(letterOf(*binlog.at(2)), "E");
    QVERIFY(binlog.bytes() < bytes);
    binlog.shrink(0, 4); // nothing from there on
    QCOMPARE(binlog.first(), 4);
    binlog.dropBefore(100);
    QCOMPARE(binlog.first(), 6);
    QCOMPARE(binlog.bytes(), 0);
    QVERIFY(binlog.append(entriesFor("B")));
    QCOMPARE(binlog.end(), 7);
}

// What AviaterRegexFilter 1.1.7 with Jakarta ORO 2.0.8 answered for these names.
void TestServerParser::filterJudgesAsOro_data()
{
    QTest::addColumn<QByteArray>("filter");
    QTest::addColumn<QByteArray>("accepted"); // in the order of `names` below
    const auto add = [](const char *filter, const char *accepted) {
        QTest::newRow(filter) << QByteArray(filter) << QByteArray(accepted);
    };
    add(".*\\..*", "1111011100");
    add("shop\\..*", "1110011000");
    add("shop\\.orders", "1000000000");
    add("SHOP\\.Orders", "1000000000");
    add("shop.a|shop.ab", "0100000000"); // the first alternative decides
    add("shop\\.(a|ab)", "0110000000");
    add("a,shop\\.ab,shop\\.a", "0110000010");
    add("shop\\.t\\d{1,2}", "0000000000"); // cut at the comma
    add("shop\\\\..*", "0000000000");
    add("shop\\..* , crm\\..*", "0000000000"); // a blank kills a pattern
    add("shop\\.(a,b)", "0100000000"); // cut inside the group, joined by |
    add("[a++]", "0000000010");
    add("shop\\.[^o]+", "0110010000");
    add("", "1111111111");
    add(",", "1111111111");
    add("(?i)shop\\..*", "1110011000");
    add("(?=s)shop\\..*", "1110011000");
    add("(?!s).*", "0001100111");
    add("shop\\.\\w+", "1110011000");
    add("shop\\.o*?rders", "1000000000");
    add("(?:shop)\\..*", "1110011000");
    add(R"(\bshop\b\..*)", "1110011000");
    add("shop\\..*$", "1110011000");
    add("^shop\\.orders$", "1000000000");
    add("shop\\.(orders|stock)", "1000001000");
    add(R"(\x41)", "0000000010");
    add("shop\\.ord.rs|crm", "1000000000");
}

void TestServerParser::filterJudgesAsOro()
{
    QFETCH(QByteArray, filter);
    QFETCH(QByteArray, accepted);
    constexpr std::array names { "shop.orders", "shop.a",   "shop.ab",    "crm.customers",
                                 "b",           "shop.t12", "shop.stock", ".",
                                 "a",           "aaa" };
    const TableFilter made(filter);
    QVERIFY(made.isValid());
    QByteArray found;
    for (const auto *const name : names)
        found += made.accepts(name) ? '1' : '0';
    QCOMPARE(found, accepted);
    QCOMPARE(made.accepts("SHOP.ORDERS"), accepted.startsWith('1'));
}

void TestServerParser::filterJudgesTablesOnly_data()
{
    QTest::addColumn<int>("type");
    QTest::addColumn<int>("eventType");
    QTest::addColumn<bool>("hasRows");
    QTest::addColumn<bool>("judged");
    const auto add
        = [](const char *name, EntryType type, EventType eventType, bool hasRows, bool judged) {
              QTest::newRow(name) << int(type) << int(eventType) << hasRows << judged;
          };
    add("rows", EntryType::RowData, EventType::Update, true, true);
    add("DDL", EntryType::RowData, EventType::Create, false, true);
    add("begin", EntryType::TransactionBegin, EventType::Update, false, false);
    add("end", EntryType::TransactionEnd, EventType::Update, false, false);
    add("statement before rows", EntryType::RowData, EventType::Query, false, false);
    add("statement format", EntryType::RowData, EventType::Update, false, false);
    add("XA COMMIT", EntryType::RowData, EventType::XaCommit, false, false);
}

void TestServerParser::filterJudgesTablesOnly()
{
    QFETCH(int, type);
    QFETCH(int, eventType);
    QFETCH(bool, hasRows);
    StoredEvent event;
    event.type = static_cast<EntryType>(type);
    event.eventType = static_cast<EventType>(eventType);
    event.hasRows = hasRows;
    QTEST(event.isFiltered(), "judged");
}

void TestServerParser::brokenFilterIsNoticed_data()
{
    QTest::addColumn<QByteArray>("filter");
    for (const auto *const filter :
         { "[", "(", "a**", "(?<=a)b", "(?<n>a)", "(?>a)", "a++", "a{2}+", "(?P<n>a)", "\\1", "(a",
           "a)", "[z-a]", "(?'n'a)", "(?|a)", "(?&a)", "(?1)", "a|*b", "(?i:shop)\\..*" })
        QTest::newRow(filter) << QByteArray(filter);
}

void TestServerParser::brokenFilterIsNoticed()
{
    QFETCH(QByteArray, filter);
    QVERIFY(!TableFilter(filter).isValid());
}

QTEST_GUILESS_MAIN(TestServerParser)
#include "tst_serverparser.moc"
