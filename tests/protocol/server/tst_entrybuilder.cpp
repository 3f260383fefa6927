// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/entryscanner.h"
#include "protocol/server/entrybuilder.h"

#include <QJsonArray>
#include <QTest>

#include "tests/support/recordedframes.h"

using namespace canal;
using namespace canal::server;
using namespace Qt::StringLiterals;

namespace {

EventPlace placeOf(const QJsonObject &entry)
{
    return { entry[u"file"_s].toString().toUtf8(), entry[u"offset"_s].toInteger(),
             entry[u"length"_s].toInteger(), entry[u"server"_s].toInteger(),
             entry[u"time"_s].toInteger() };
}

// The columns of an image into a row; the shape learns what it has not seen yet. A column that is
// not in the image keeps what `row` has.
void readImage(const QJsonArray &columns, TableShape &table, Row &row)
{
    for (const auto &value : columns) {
        const auto column = value.toArray();
        const auto index = static_cast<std::size_t>(column[0].toInt());
        if (table.columns.size() <= index)
            table.columns.resize(index + 1);
        if (row.size() <= index)
            row.resize(index + 1);
        const auto definition = column[1].toString() + u' ' + column[3].toString()
            + (column[4].toInt() != 0 ? u" key"_s : QString());
        table.columns[index] = ColumnShape::fromText(definition.toUtf8());
        row[index] = column[6].isNull() ? Cell() : Cell(column[6].toString().toUtf8());
    }
}

QByteArray built(EntryBuilder &builder, const QJsonObject &entry, RowImage image)
{
    const auto place = placeOf(entry);
    const auto type = entry[u"entry"_s].toString();
    const auto text = [&entry](const QString &key) { return entry[key].toString().toUtf8(); };
    if (type == u"TRANSACTIONBEGIN")
        return builder.begin(place, entry[u"thread"_s].toInteger());
    if (type == u"TRANSACTIONEND")
        return builder.end(place, text(u"xid"_s).toLongLong());
    const auto event = static_cast<EventType>(entry[u"event"_s].toInt());
    if (entry[u"ddl"_s].toBool())
        return builder.ddl(
            place,
            { event, text(u"schema"_s), text(u"table"_s), text(u"sql"_s), text(u"ddlSchema"_s) });
    if (event == EventType::Query)
        return builder.statement(place, text(u"sql"_s));
    TableShape table { text(u"schema"_s), text(u"table"_s), entry[u"tableId"_s].toInteger(), {} };
    std::vector<RowPair> rows;
    for (const auto &row : entry[u"rows"_s].toArray()) {
        RowPair pair;
        readImage(row[u"before"_s].toArray(), table, pair.before);
        if (image == RowImage::Minimal)
            pair.after = pair.before; // what is not in the after image has not changed
        readImage(row[u"after"_s].toArray(), table, pair.after);
        for (auto i = pair.before.size(); image == RowImage::Minimal && i < pair.after.size(); ++i)
            pair.before.push_back(table.columns[i].name.isEmpty() ? Cell() : Cell("changed"));
        rows.push_back(std::move(pair));
    }
    return builder.rows(place, event, table, rows, image);
}

} // namespace

class TestEntryBuilder : public QObject
{
    Q_OBJECT

private slots:
    void buildsWhatARealServerSent_data();
    void buildsWhatARealServerSent();
    void sqlTypeFollowsTheValue_data();
    void sqlTypeFollowsTheValue();
    void jsonOfMariaDbIsBytes();
    void minimalImageHoldsKeyAndChanges();
};

void TestEntryBuilder::buildsWhatARealServerSent_data()
{
    QTest::addColumn<int>("flavour");
    for (const auto *const name :
         { "mariadb10.11-canal1.1.7-shop", "mariadb10.11-canal1.1.8-shop",
           "mariadb10.11-canal1.1.8-ddl", "mysql5.6-canal1.1.8-shop", "mysql5.6-canal1.1.8-ddl",
           "mysql9.7-canal1.1.8-shop", "mysql9.7-canal1.1.8-ddl" })
        QTest::newRow(name) << int(QByteArray(name).startsWith("maria") ? Flavour::MariaDb
                                                                        : Flavour::MySql);
}

// Byte for byte: the entries of real databases through real servers, made again from their values.
void TestEntryBuilder::buildsWhatARealServerSent()
{
    QFETCH(int, flavour);
    const auto name = QString::fromLatin1(QTest::currentDataTag());
    const auto expected = test::recordedEntries(name);
    const auto described = test::expectedEntries(name);
    QCOMPARE(described.size(), expected.size());
    EntryBuilder builder(static_cast<Flavour>(flavour));
    qsizetype compared = 0;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const auto &entry = described[i];
        const bool namesNoTable
            = entry[u"ddl"_s].toBool() && entry[u"table"_s].toString().isEmpty();
        if (namesNoTable)
            continue; // a header without the field; the description cannot tell
        const auto bytes = built(builder, entry, RowImage::Full);
        QVERIFY2(bytes == expected[i], qPrintable(u"entry %1"_s.arg(i)));
        ++compared;
    }
    QVERIFY(compared > 15);
}

void TestEntryBuilder::sqlTypeFollowsTheValue_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("value"); // null: NULL
    QTest::addColumn<int>("mysql");
    QTest::addColumn<int>("mariaDb");
    const auto add = [](const char *type, const char *value, int mysql, int mariaDb) {
        QTest::addRow("%s %s", type, value ? value : "NULL")
            << QByteArray(type) << QByteArray(value) << mysql << mariaDb;
    };
    add("tinyint unsigned", "127", -6, -6);
    add("tinyint unsigned", "128", 5, 5);
    add("tinyint", "-1", -6, -6);
    add("smallint unsigned", "32768", 4, 4);
    add("mediumint unsigned", "16777215", 4, 4);
    add("int unsigned", "2147483647", 4, 4);
    add("int unsigned", "2147483648", -5, -5);
    add("bigint unsigned", "9223372036854775808", 3, 3);
    add("bigint", "-9223372036854775808", -5, -5);
    add("set('a','b')", "3", -7, -7);
    add("set('a','b')", nullptr, 2004, 2004);
    add("json", "{}", 12, 2004);
    add("json", nullptr, 1111, 2004);
    add("enum('a b','c')", "1", 4, 4);
    add("point", "x", 2004, 2004);
}

void TestEntryBuilder::sqlTypeFollowsTheValue()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, value);
    QFETCH(int, mysql);
    QFETCH(int, mariaDb);
    const auto column = ColumnShape::fromText("c " + type);
    const auto cell = value.isNull() ? Cell() : Cell(value);
    QCOMPARE(sqlTypeOf(column, cell, Flavour::MySql), mysql);
    QCOMPARE(sqlTypeOf(column, cell, Flavour::MariaDb), mariaDb);
}

void TestEntryBuilder::jsonOfMariaDbIsBytes()
{
    const TableShape table { "s", "t", 1, { ColumnShape::fromText("doc json") } };
    const std::vector<RowPair> rows { { {}, { "\"é\"" } } };
    const auto valueIn = [&](Flavour flavour) {
        EntryView entry;
        RowChangeView change;
        RowView row;
        const auto bytes = EntryBuilder(flavour).rows({}, EventType::Insert, table, rows);
        scanEntry({ bytes.data(), std::size_t(bytes.size()) }, entry);
        scanRowChange(entry.storeValue, {}, change);
        scanRow(change.rows.at(0), {}, row);
        return QString::fromUtf8(row.after.at(0).value.data(),
                                 qsizetype(row.after.at(0).value.size()));
    };
    QCOMPARE(valueIn(Flavour::MySql), u"\"é\""_s);
    QCOMPARE(valueIn(Flavour::MariaDb), u"\"Ã©\""_s);
}

void TestEntryBuilder::minimalImageHoldsKeyAndChanges()
{
    for (const auto &name :
         { u"mysql9.7-canal1.1.8-minimal"_s, u"mariadb10.11-canal1.1.8-minimal"_s,
           u"mysql5.6-canal1.1.8-minimal"_s }) {
        const auto described = test::expectedEntries(name);
        const auto expected = test::recordedEntries(name);
        EntryBuilder builder(name.startsWith(u"maria") ? Flavour::MariaDb : Flavour::MySql);
        qsizetype updates = 0;
        for (qsizetype i = 0; i < expected.size(); ++i) {
            if (described[i][u"event"_s].toInt() != int(EventType::Update))
                continue;
            ++updates;
            QCOMPARE(built(builder, described[i], RowImage::Minimal).toHex(), expected[i].toHex());
        }
        QVERIFY(updates > 0);
    }
}

QTEST_GUILESS_MAIN(TestEntryBuilder)
#include "tst_entrybuilder.moc"
