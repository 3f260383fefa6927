// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowscript.h"
#include "model/sqlliteral.h"
#include "model/sqltext.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include "tests/support/entries.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(canal::SqlRefusal::Kind)

namespace {

using Kind = SqlRefusal::Kind;

ColumnView column(const Cell &cell, int index)
{
    return { index,
             cell.sqlType,
             view(cell.name),
             cell.isKey,
             cell.updated,
             !cell.value,
             cell.value ? view(*cell.value) : std::string_view(),
             view(cell.mysqlType) };
}

// One change, with the cells that its views point into.
struct Change
{
    EventType event;
    QList<Cell> before;
    QList<Cell> after;
    QByteArray schema = "shop";
    QByteArray table = "orders";
    std::vector<KnownColumn> known {};
    std::vector<ColumnView> beforeViews {};
    std::vector<ColumnView> afterViews {};

    ChangedRow row()
    {
        beforeViews.clear();
        afterViews.clear();
        for (const auto &cell : before)
            beforeViews.push_back(column(cell, static_cast<int>(beforeViews.size())));
        for (const auto &cell : after)
            afterViews.push_back(column(cell, static_cast<int>(afterViews.size())));
        return { view(schema), view(table), event, beforeViews, afterViews, known };
    }
};

QByteArray text(const SqlResult &result)
{
    if (!result)
        return "refused: " + refusalText(result.error()).toUtf8();
    return QByteArray::fromStdString(result->sql).replace('\n', "");
}

std::optional<Kind> refusal(const SqlResult &result)
{
    return result ? std::optional<Kind>() : result.error().kind;
}

QByteArray latin1InUtf8(const QByteArray &bytes) { return QString::fromLatin1(bytes).toUtf8(); }

Cell id(const QByteArray &value) { return { "id", value, "int(11)", 4, true }; }
Cell word(const char *name, std::optional<QByteArray> value)
{
    return { name, std::move(value), "varchar(40)" };
}

bool isPlainAscii(const QByteArray &sql)
{
    return std::ranges::all_of(sql, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); });
}

// A store with the entries as one batch.
struct Stored
{
    EventStore store;

    explicit Stored(const QList<QByteArray> &entries)
    {
        store.append(Epoch { 1 }, BatchId { 1 }, views(entries));
    }
    EventSnapshot rows() const { return store.snapshot(); }
};

EntrySpec at(qint64 offset, const QByteArray &table = "orders")
{
    EntrySpec spec;
    spec.offset = offset;
    spec.table = table;
    return spec;
}

QByteArray update(const QByteArray &key, const QByteArray &from, const QByteArray &to,
                  qint64 offset)
{
    return rowsEntry(EventType::Update,
                     { { { id(key), word("status", from) }, { id(key), word("status", to) } } },
                     at(offset));
}

} // namespace

class TestRowSql : public QObject
{
    Q_OBJECT

private slots:
    void writesValues_data();
    void writesValues();
    void refusesValues_data();
    void refusesValues();
    void everyByteIsWrittenPlainly();
    void writesNames_data();
    void writesNames();
    void refusesNames_data();
    void refusesNames();

    void changesAreRedoneAndUndone_data();
    void changesAreRedoneAndUndone();
    void keyChangeIsFoundUnderTheKeyThatIsThere();
    void minimalImageIsRedoneAndNotUndone();
    void insertAndSelect();
    void refuses_data();
    void refuses();
    void notesSayWhatIsNotKnown();
    void longValuesAreNotCompared();

    void undoRunsBackwards();
    void oneRefusalRefusesAll();
    void statementInBetweenRefuses_data();
    void statementInBetweenRefuses();
    void layoutKnowsWhatIsMissing();
    void textStartsHonestly();
    void refusalsAreSentences();

    void binlogCommand_data();
    void binlogCommand();
    void binlogCommandStartsWithTheTransaction();
    void shellReadsTheFileName_data();
    void shellReadsTheFileName();
    void jsonKeepsNullAndAbsent();
};

// ---- values

void TestRowSql::writesValues_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("sqlType");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("sql");
    const auto row = [](const char *name, const char *type, const QByteArray &sent,
                        const QByteArray &sql, int sqlType = 12) {
        QTest::newRow(name) << QByteArray(type) << sqlType << sent << sql;
    };
    row("int", "int(11)", "-5", "-5");
    row("bigint unsigned", "bigint(20) unsigned", "18446744073709551615", "18446744073709551615");
    row("upper case", "INT", "7", "7");
    row("boolean", "boolean", "1", "1");
    row("year 0", "year(4)", "0000", "0000");
    row("decimal", "decimal(10,2)", "48.25", "48.25");
    row("decimal padded", "decimal(10,2)", "7.0", "7.00");
    row("decimal padded far", "decimal(30,10)", "0.000000000", "0.0000000000");
    row("decimal without point", "decimal(10,2)", "7", "7.00");
    row("decimal negative", "decimal(10, 3)", "-1.5", "-1.500");
    row("decimal longest", "decimal(65,30)",
        "99999999999999999999999999999999999.999999999999999999999999999999",
        "99999999999999999999999999999999999.999999999999999999999999999999");
    row("decimal without scale", "decimal(10)", "7", "7");
    row("numeric", "numeric(5,1) unsigned", "7.0", "7.0");
    row("float", "float", "3.4E38", "3.4E38");
    row("double", "double", "1.0E-300", "1.0E-300");
    row("double negative", "double(8,2)", "-0.5", "-0.5");
    row("bit", "bit(9)", "341", "b'101010101'");
    row("bit 1", "bit", "0", "b'0'");
    row("bit 64", "bit(64)", "18446744073709551615",
        "b'1111111111111111111111111111111111111111111111111111111111111111'");
    row("enum", "enum('NEW','PAID')", "2", "'PAID'");
    row("enum with quote", "enum('it''s')", "1", "'it''s'");
    row("enum empty member", "enum('a','')", "2", "''");
    row("enum no member", "enum('a','')", "0", "0");
    row("enum of digits", "enum('2','1')", "1", "'2'");
    row("enum beyond", "enum('8','x')", "8", "8");
    row("enum without names", "enum", "3", "3");
    row("enum with backslash", "enum('a\\b','c')", "1", "1");
    row("enum beyond ASCII", "enum('\u65b0')", "1", "_utf8mb4 0xe696b0");
    row("enum of unread text", "enum('\ufffd','b')", "2", "2");
    row("set", "set('a','b','c')", "5", "'a,c'");
    row("set empty", "set('a','b')", "0", "''");
    row("set beyond", "set('a','b')", "8", "8");
    row("set with backslash", "set('a\\','b')", "2", "2");
    row("varbinary", "varbinary(10)", latin1InUtf8(QByteArray::fromHex("00ff5c27")), "0x00ff5c27",
        2004);
    row("blob empty", "blob", "", "''", 2004);
    row("binary padded", "binary(4)", "\x01", "0x01000000", 2004);
    row("binary empty", "BINARY(3)", "", "0x000000", 2004);
    row("binary 1", "binary", "", "0x00", 2004);
    row("varbinary not padded", "varbinary(4)", "\x01", "0x01", 2004);
    row("geometry", "point", latin1InUtf8(QByteArray::fromHex("000000000101000000")),
        "0x000000000101000000", 2004);
    row("json", "json", R"({"a": "it's"})", R"('{"a": "it''s"}')");
    row("json with backslash", "json", R"({"a": "\n"})", "_utf8mb4 0x7b2261223a20225c6e227d");
    row("json of MariaDB", "json", latin1InUtf8("{\"a\": \"\u00e9\"}"),
        "_utf8mb4 0x7b2261223a2022c3a9227d", 2004);
    row("text", "varchar(40)", "PAID", "'PAID'");
    row("text empty", "text", "", "''");
    row("text NULL", "varchar(4)", "NULL", "'NULL'");
    row("quote", "varchar(40)", "it's", "'it''s'");
    row("quotes", "varchar(40)", "';--", "''';--'");
    row("backslash", "varchar(40)", "a\\", "_utf8mb4 0x615c");
    row("backslash quote", "varchar(40)", "\\'; drop table x; -- ",
        "_utf8mb4 0x5c273b2064726f70207461626c6520783b202d2d20");
    row("newline", "text", "a\nb", "_utf8mb4 0x610a62");
    row("zero byte", "text", QByteArray("a\0b", 3), "_utf8mb4 0x610062");
    row("two bytes", "char(4)", "\u00e9", "_utf8mb4 0xc3a9");
    row("four bytes", "varchar(4)", "\U0001f600", "_utf8mb4 0xf09f9880");
    row("double quote and comment", "varchar(40)", "\"/*!*/#", "'\"/*!*/#'");
    row("trailing blanks", "varchar(40)", "a  ", "'a  '");
    row("date", "date", "2026-11-22", "'2026-11-22'");
    row("zero date", "datetime", "0000-00-00 00:00:00", "'0000-00-00 00:00:00'");
    row("datetime with fraction", "datetime(6)", "2026-11-22 10:00:01.000001",
        "'2026-11-22 10:00:01.000001'");
    row("timestamp", "timestamp", "2026-11-22 10:00:01", "'2026-11-22 10:00:01'");
    row("negative time", "time", "-838:59:59", "'-838:59:59'");
}

void TestRowSql::writesValues()
{
    QFETCH(const QByteArray, type);
    QFETCH(const int, sqlType);
    QFETCH(const QByteArray, sent);
    QFETCH(const QByteArray, sql);
    const auto literal = sqlLiteral(column({ "x", sent, type, sqlType }, 0));
    QVERIFY(literal);
    QCOMPARE(QByteArray::fromStdString(*literal), sql);
}

void TestRowSql::refusesValues_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<int>("error");
    const auto row
        = [](const char *name, const char *type, const QByteArray &sent, LiteralError error) {
              QTest::newRow(name) << QByteArray(type) << sent << static_cast<int>(error);
          };
    using enum LiteralError;
    row("no type", "", "x", UnknownType);
    row("strange type", "vector(3)", "x", UnknownType);
    row("uuid", "uuid", "x", UnknownType);
    row("number with SQL", "int(11)", "1 or 1=1", OddValue);
    row("number empty", "int(11)", "", OddValue);
    row("number minus", "int(11)", "-", OddValue);
    row("number hex", "int(11)", "0x10", OddValue);
    row("decimal exponent", "decimal(10,2)", "1E3", OddValue);
    row("decimal point only", "decimal(10,2)", "7.", OddValue);
    row("NaN", "double", "NaN", OddValue);
    row("infinity", "float", "Infinity", OddValue);
    row("minus infinity", "float", "-Infinity", OddValue);
    row("float point only", "float", ".5", OddValue);
    row("float exponent only", "float", "1.0E", OddValue);
    row("bit too wide", "bit(2)", "9", OddValue);
    row("enum text", "enum('a')", "a", OddValue);
    row("enum negative", "enum('a')", "-1", OddValue);
    row("set huge", "set('a')", "99999999999999999999", OddValue);
    row("date with SQL", "date", "2026' or '1", OddValue);
    row("date empty", "datetime", "", OddValue);
    row("json empty", "json", "", OddValue);
    row("text lost", "varchar(10)", "a\ufffd", BytesLost);
    row("text no UTF-8", "varchar(10)", "a\xff", BytesLost);
    row("text cut within a character", "varchar(10)", "\xe4\xb8", BytesLost);
    row("blob beyond Latin-1", "blob", "\u4e2d", BytesLost);
    row("enum member lost is a number", "enum('\ufffd')", "x", OddValue);
    row("json replace", "json", "JSON_REPLACE(d, '$.a', 2)", Expression);
    row("json remove", "json", "JSON_REMOVE(d, '$.b[1]')", Expression);
}

void TestRowSql::refusesValues()
{
    QFETCH(const QByteArray, type);
    QFETCH(const QByteArray, sent);
    QFETCH(const int, error);
    const auto literal = sqlLiteral(column({ "x", sent, type }, 0));
    QVERIFY(!literal);
    QCOMPARE(static_cast<int>(literal.error()), error);
}

void TestRowSql::everyByteIsWrittenPlainly()
{
    for (int byte = 0; byte < 256; ++byte) {
        for (const auto &sent :
             { latin1InUtf8(QByteArray(1, static_cast<char>(byte))),
               latin1InUtf8("a" + QByteArray(1, static_cast<char>(byte)) + "'") })
            for (const char *type : { "varchar(9)", "blob", "json", "char(9)", "mediumtext" }) {
                const auto literal = sqlLiteral(column({ "x", sent, type }, 0));
                QVERIFY(literal);
                const auto sql = QByteArray::fromStdString(*literal);
                QVERIFY2(isPlainAscii(sql) && !sql.contains('\\'), sql.constData());
                const auto inside = sql.mid(1, sql.size() - 2).replace("''", "");
                QVERIFY2(!sql.startsWith('\'') || !inside.contains('\''), sql.constData());
            }
    }
}

void TestRowSql::writesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("sql");
    QTest::newRow("plain") << QByteArray("orders") << QByteArray("`orders`");
    QTest::newRow("backtick") << QByteArray("a`b") << QByteArray("`a``b`");
    QTest::newRow("backticks") << QByteArray("``") << QByteArray("``````");
    QTest::newRow("quote") << QByteArray("it's") << QByteArray("`it's`");
    QTest::newRow("injection") << QByteArray("x` where 1; --") << QByteArray("`x`` where 1; --`");
    QTest::newRow("backslash inside") << QByteArray("a\\b") << QByteArray("`a\\b`");
    QTest::newRow("chinese") << QByteArray("\u8ba2\u5355") << QByteArray("`\u8ba2\u5355`");
    QTest::newRow("blank and dot") << QByteArray("a .b") << QByteArray("`a .b`");
}

void TestRowSql::writesNames()
{
    QFETCH(const QByteArray, name);
    QFETCH(const QByteArray, sql);
    const auto quoted = sqlName(view(name));
    QVERIFY(quoted);
    QCOMPARE(QByteArray::fromStdString(*quoted), sql);
}

void TestRowSql::refusesNames_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("zero") << QByteArray("a\0b", 3);
    QTest::newRow("newline") << QByteArray("a\n-- b");
    QTest::newRow("carriage return") << QByteArray("a\rb");
    QTest::newRow("del") << QByteArray("a\x7f");
    QTest::newRow("ends in backslash") << QByteArray("a\\");
    QTest::newRow("backslash backtick") << QByteArray("a\\`; \\! id");
    QTest::newRow("no UTF-8") << QByteArray("a\xff");
    QTest::newRow("lost") << QByteArray("a\ufffd");
    QTest::newRow("line separator") << QByteArray("a\u2028b");
    QTest::newRow("paragraph separator") << QByteArray("a\u2029b");
    QTest::newRow("next line") << QByteArray("a\u0085b");
    QTest::newRow("right to left") << QByteArray("a\u202eb");
}

void TestRowSql::refusesNames()
{
    QFETCH(const QByteArray, name);
    QVERIFY(!sqlName(view(name)));
    Change row { EventType::Insert, {}, { id("1"), word("note", "x") } };
    row.table = name;
    QCOMPARE(refusal(redoSql(row.row())), Kind::OddName);
    row.table = "orders";
    row.schema = name;
    QCOMPARE(refusal(undoSql(row.row())), Kind::OddName);
    row.schema = "shop";
    row.after[1].name = name;
    QCOMPARE(refusal(redoSql(row.row())), Kind::OddName);
    QCOMPARE(refusal(undoSql(row.row())), Kind::OddName); // it would stand in a comment
}

// ---- statements

void TestRowSql::changesAreRedoneAndUndone_data()
{
    QTest::addColumn<EventType>("event");
    QTest::addColumn<QList<Cell>>("before");
    QTest::addColumn<QList<Cell>>("after");
    QTest::addColumn<QByteArray>("redo");
    QTest::addColumn<QByteArray>("undo");
    const QList<Cell> none;
    const QList<Cell> paid { id("42"), word("status", "PAID"), word("note", {}) };
    const QByteArray insert = "INSERT INTO `shop`.`orders` (`id`, `status`, `note`)"
                              " VALUES (42, 'PAID', NULL)";
    const QByteArray remove = "DELETE FROM `shop`.`orders`"
                              " WHERE `id` = 42 AND `status` = 'PAID' AND `note` IS NULL";
    QTest::newRow("insert") << EventType::Insert << none << paid << insert << remove;
    QTest::newRow("delete") << EventType::Delete << paid << none << remove << insert;
    const auto change = [](const char *name, Cell from, Cell to, const QByteArray &redo,
                           const QByteArray &undo) {
        const QList<Cell> before { id("42"), from, word("same", "x") };
        const QList<Cell> after { id("42"), std::move(to), word("same", "x") };
        const QByteArray start = "UPDATE `shop`.`orders` SET ";
        QTest::newRow(name) << EventType::Update << before << after << start + redo << start + undo;
    };
    change("update", word("status", "NEW"), word("status", "PAID"),
           "`status` = 'PAID' WHERE `id` = 42 AND `status` = 'NEW'",
           "`status` = 'NEW' WHERE `id` = 42 AND `status` = 'PAID'");
    change("null to empty", word("c", {}), word("c", ""),
           "`c` = '' WHERE `id` = 42 AND `c` IS NULL", "`c` = NULL WHERE `id` = 42 AND `c` = ''");
    change("to the word", word("c", {}), word("c", "NULL"),
           "`c` = 'NULL' WHERE `id` = 42 AND `c` IS NULL",
           "`c` = NULL WHERE `id` = 42 AND `c` = 'NULL'");
    change("float", { "f", "1.5", "float", 7 }, { "f", "2.5", "float", 7 },
           "`f` = 2.5 WHERE `id` = 42", "`f` = 1.5 WHERE `id` = 42");
    change("json", { "j", "[1]", "json" }, { "j", "[2]", "json" }, "`j` = '[2]' WHERE `id` = 42",
           "`j` = '[1]' WHERE `id` = 42");
    change("bit", { "b", "1", "bit(2)", -7 }, { "b", "2", "bit(2)", -7 },
           "`b` = b'10' WHERE `id` = 42 AND `b` = b'01'",
           "`b` = b'01' WHERE `id` = 42 AND `b` = b'10'");
    change("decimal", { "d", "7.0", "decimal(5,2)", 3 }, { "d", "7.25", "decimal(5,2)", 3 },
           "`d` = 7.25 WHERE `id` = 42 AND `d` = 7.00",
           "`d` = 7.00 WHERE `id` = 42 AND `d` = 7.25");
    change("float from null", { "f", {}, "float", 7 }, { "f", "2.5", "float", 7 },
           "`f` = 2.5 WHERE `id` = 42 AND `f` IS NULL", "`f` = NULL WHERE `id` = 42");
}

void TestRowSql::changesAreRedoneAndUndone()
{
    QFETCH(const EventType, event);
    QFETCH(const QList<Cell>, before);
    QFETCH(const QList<Cell>, after);
    QFETCH(const QByteArray, redo);
    QFETCH(const QByteArray, undo);
    Change row { event, before, after };
    QCOMPARE(text(redoSql(row.row())), redo);
    QCOMPARE(text(undoSql(row.row())), undo);
}

void TestRowSql::keyChangeIsFoundUnderTheKeyThatIsThere()
{
    const Cell part { "part", "a", "varchar(4)", 12, true };
    Change row { EventType::Update,
                 { id("42"), part, word("n", "x") },
                 { id("43"), part, word("n", "x") } };
    QCOMPARE(text(redoSql(row.row())),
             "UPDATE `shop`.`orders` SET `id` = 43 WHERE `id` = 42 AND `part` = 'a'");
    QCOMPARE(text(undoSql(row.row())),
             "UPDATE `shop`.`orders` SET `id` = 42 WHERE `id` = 43 AND `part` = 'a'");
    QCOMPARE(text(selectSql(row.row())),
             "SELECT * FROM `shop`.`orders` WHERE `id` = 43 AND `part` = 'a'");
}

void TestRowSql::minimalImageIsRedoneAndNotUndone()
{
    Change row { EventType::Update, { id("42") }, { word("status", "PAID") } };
    QCOMPARE(text(redoSql(row.row())),
             "UPDATE `shop`.`orders` SET `status` = 'PAID' WHERE `id` = 42");
    QCOMPARE(refusal(undoSql(row.row())), Kind::NotInImage);
    QCOMPARE(text(selectSql(row.row())), "SELECT * FROM `shop`.`orders` WHERE `id` = 42");
    QVERIFY(!insertSql(row.row()));
    Change removed { EventType::Delete, { id("42") }, {} };
    QCOMPARE(refusal(undoSql(removed.row())), Kind::OnlyKeyInImage);
    QCOMPARE(text(redoSql(removed.row())), "DELETE FROM `shop`.`orders` WHERE `id` = 42");
}

void TestRowSql::insertAndSelect()
{
    Change row { EventType::Update,
                 { id("42"), word("status", "NEW") },
                 { id("42"), word("status", "PAID") } };
    QCOMPARE(text(insertSql(row.row())),
             "INSERT INTO `shop`.`orders` (`id`, `status`) VALUES (42, 'PAID')");
    QCOMPARE(text(selectSql(row.row())), "SELECT * FROM `shop`.`orders` WHERE `id` = 42");
    Change removed { EventType::Delete, { id("42"), word("status", "NEW") }, {} };
    QCOMPARE(text(insertSql(removed.row())),
             "INSERT INTO `shop`.`orders` (`id`, `status`) VALUES (42, 'NEW')");
    // A table without a key can be inserted into, but its rows cannot be named.
    Change keyless { EventType::Insert, {}, { word("a", "x"), word("b", "y") } };
    QCOMPARE(text(redoSql(keyless.row())),
             "INSERT INTO `shop`.`orders` (`a`, `b`) VALUES ('x', 'y')");
    QCOMPARE(refusal(selectSql(keyless.row())), Kind::NoKey);
    // Nothing but a key is all that an INSERT has of a table that relates two others.
    Change relation { EventType::Insert, {}, { id("1") } };
    QCOMPARE(text(redoSql(relation.row())), "INSERT INTO `shop`.`orders` (`id`) VALUES (1)");
}

void TestRowSql::refuses_data()
{
    QTest::addColumn<EventType>("event");
    QTest::addColumn<QList<Cell>>("before");
    QTest::addColumn<QList<Cell>>("after");
    QTest::addColumn<std::optional<Kind>>("redo");
    QTest::addColumn<std::optional<Kind>>("undo");
    const auto row
        = [](const char *name, EventType event, const QList<Cell> &before, const QList<Cell> &after,
             std::optional<Kind> redo, std::optional<Kind> undo) {
              QTest::newRow(name) << event << before << after << redo << undo;
          };
    const auto update = [&](const char *name, const Cell &from, const Cell &to,
                            std::optional<Kind> redo, std::optional<Kind> undo) {
        row(name, EventType::Update, { id("1"), from }, { id("1"), to }, redo, undo);
    };
    row("no row", EventType::Alter, {}, {}, Kind::NotARow, Kind::NotARow);
    row("empty image", EventType::Update, {}, {}, Kind::NotARow, Kind::NotARow);
    row("no key", EventType::Update, { word("a", "x") }, { word("a", "y") }, Kind::NoKey,
        Kind::NoKey);
    row("no key, delete", EventType::Delete, { word("a", "x") }, {}, Kind::NoKey, std::nullopt);
    row("no key, insert", EventType::Insert, {}, { word("a", "x") }, std::nullopt, Kind::NoKey);
    row("key is NULL", EventType::Delete, { { "id", {}, "int", 4, true }, word("a", "x") }, {},
        Kind::NullInKey, std::nullopt);
    const Cell real { "id", "1.5", "double", 8, true };
    row("key is a double", EventType::Update, { real, word("a", "x") }, { real, word("a", "y") },
        Kind::FloatInKey, Kind::FloatInKey);
    row("key before is not logged", EventType::Update, { word("a", "x") },
        { id("1"), word("a", "y") }, Kind::NotInImage, Kind::NotInImage);
    row("same name twice", EventType::Insert, {}, { id("1"), word("a", "x"), word("a", "y") },
        Kind::OddImage, Kind::OddImage);
    row("nothing changed", EventType::Update, { id("1"), word("a", "x") },
        { id("1"), word("a", "x") }, Kind::NothingChanged, Kind::NothingChanged);
    update("value before lost", word("a", "\ufffd"), word("a", "x"), Kind::BytesLost,
           Kind::BytesLost);
    update("value after lost", word("a", "x"), word("a", "\ufffd"), Kind::BytesLost,
           Kind::BytesLost);
    update("partial JSON", { "d", "{}", "json" }, { "d", "JSON_SET(d, '$.a', 1)", "json" },
           Kind::Expression, Kind::Expression);
    update("unknown type", { "v", "x", "" }, { "v", "y", "" }, Kind::UnknownType,
           Kind::UnknownType);
    update("odd value", { "v", "x", "int" }, { "v", "1", "int" }, Kind::OddValue, Kind::OddValue);
    const QByteArray huge(9 << 20, 'x');
    update("too long", { "v", "x", "longtext" }, { "v", huge, "longtext" }, Kind::TooLong,
           Kind::TooLong);
    row("lost key", EventType::Delete,
        { { "id", "\ufffd", "varchar(4)", 12, true }, word("a", "x") }, {}, Kind::BytesLost,
        Kind::BytesLost);
    row("lost value in insert", EventType::Insert, {}, { id("1"), word("a", "\ufffd") },
        Kind::BytesLost, std::nullopt);
}

void TestRowSql::refuses()
{
    QFETCH(const EventType, event);
    QFETCH(const QList<Cell>, before);
    QFETCH(const QList<Cell>, after);
    QFETCH(const std::optional<Kind>, redo);
    QFETCH(const std::optional<Kind>, undo);
    Change row { event, before, after };
    QCOMPARE(refusal(redoSql(row.row())), redo);
    QCOMPARE(refusal(undoSql(row.row())), undo);
}

void TestRowSql::notesSayWhatIsNotKnown()
{
    using Note = SqlNote::Kind;
    const auto kinds = [](const SqlResult &result) {
        QList<std::pair<Note, QByteArray>> found;
        if (result)
            for (const auto &note : result->notes)
                found.append({ note.kind, QByteArray::fromStdString(note.name) });
        return found;
    };
    Change row { EventType::Insert,
                 {},
                 { id("1"),
                   { "t", "2026-11-22 10:00:01", "timestamp", 93 },
                   { "j", "{}", "json" },
                   { "f", "1.5", "float", 7 },
                   word("lost", "\ufffd") } };
    QVERIFY(!redoSql(row.row()));
    QCOMPARE(kinds(undoSql(row.row())),
             (QList<std::pair<Note, QByteArray>> { { Note::ServerTimeZone, "t" },
                                                   { Note::NotCompared, "j" },
                                                   { Note::NotCompared, "f" },
                                                   { Note::NotCompared, "lost" } }));
    row.after.removeLast();
    QCOMPARE(kinds(redoSql(row.row())),
             (QList<std::pair<Note, QByteArray>> { { Note::ServerTimeZone, "t" },
                                                   { Note::JsonAsText, "j" },
                                                   { Note::ColumnsInImage, "4" },
                                                   { Note::GeneratedUnknown, "" } }));
    QVERIFY(kinds(selectSql(row.row())).isEmpty());
    row.after = { id("0"), word("a", "x") };
    QCOMPARE(kinds(redoSql(row.row())).first(), (std::pair { Note::ZeroInKey, QByteArray("id") }));
}

void TestRowSql::longValuesAreNotCompared()
{
    const QByteArray longText(5000, 'x');
    Change row { EventType::Update,
                 { id("1"), { "t", longText, "text" } },
                 { id("1"), { "t", "short", "text" } } };
    QCOMPARE(text(redoSql(row.row())), "UPDATE `shop`.`orders` SET `t` = 'short' WHERE `id` = 1");
    QCOMPARE(text(undoSql(row.row())),
             "UPDATE `shop`.`orders` SET `t` = '" + longText
                 + "' WHERE `id` = 1 AND `t` = 'short'");
}

// ---- scripts

void TestRowSql::undoRunsBackwards()
{
    const Stored stored(
        { rowsEntry(EventType::Insert, { { {}, { id("1"), word("status", "NEW") } } }, at(4)),
          update("1", "NEW", "PAID", 50), update("1", "PAID", "SENT", 90) });
    const std::vector<RowId> changes { RowId { 0 }, RowId { 1 }, RowId { 2 } };
    const auto undo = scriptOf(stored.rows(), SqlForm::Undo, changes);
    QVERIFY(undo);
    QCOMPARE(undo->statements.size(), std::size_t(3));
    QVERIFY(undo->statements[0].find("= 'PAID'\n WHERE `id` = 1 AND `status` = 'SENT'")
            != std::string::npos);
    QVERIFY(undo->statements[1].find("= 'NEW'\n WHERE `id` = 1 AND `status` = 'PAID'")
            != std::string::npos);
    QVERIFY(undo->statements[2].starts_with("DELETE"));
    const auto redo = scriptOf(stored.rows(), SqlForm::Redo, changes);
    QVERIFY(redo);
    QVERIFY(redo->statements[0].starts_with("INSERT"));
    QVERIFY(redo->statements[2].find("SET `status` = 'SENT'") != std::string::npos);
    const auto lines = scriptText(*undo).split(u'\n');
    QCOMPARE(lines[0], u"-- rebuilt from the row image, not the statement that ran"_s);
    QVERIFY(lines.contains(u"BEGIN;"_s));
    QVERIFY(!lines.contains(u"COMMIT;"_s)); // the reader's, who has seen what each one did
}

void TestRowSql::oneRefusalRefusesAll()
{
    const Stored stored(
        { update("1", "NEW", "PAID", 50), update("1", "PAID", "\ufffd", 90), beginEntry(100) });
    const std::vector<RowId> both { RowId { 0 }, RowId { 1 } };
    const auto undo = scriptOf(stored.rows(), SqlForm::Undo, both);
    QVERIFY(!undo);
    QCOMPARE(raw(undo.error().row), 1U);
    QCOMPARE(undo.error().why.kind, Kind::BytesLost);
    QCOMPARE(undo.error().why.name, "status");
    const std::vector<RowId> mark { RowId { 2 } };
    QCOMPARE(scriptOf(stored.rows(), SqlForm::Select, mark).error().why.kind, Kind::NotARow);
}

void TestRowSql::statementInBetweenRefuses_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<bool>("refused");
    const auto row = [](const char *name, EventType type, const QByteArray &sql, bool isDdl,
                        const EntrySpec &spec, bool refused) {
        QTest::newRow(name) << statementEntry(type, sql, isDdl, spec) << refused;
    };
    const auto in = [](const QByteArray &schema, const QByteArray &table) {
        auto spec = at(90, table);
        spec.schema = schema;
        return spec;
    };
    row("alter", EventType::Alter, "alter table orders add x int", true, in("shop", "orders"),
        true);
    row("of another table", EventType::Alter, "alter table stock add x int", true,
        in("shop", "stock"), false);
    row("of a longer name", EventType::Create, "create table orders2 (a int)", true,
        in("shop", "orders2"), false);
    row("rename of two", EventType::Rename, "rename table a to b, `Orders` to c", true,
        in("shop", "b"), true);
    row("drop of two", EventType::Erase, "DROP TABLE `stock`,`orders` /* generated by server */",
        true, in("shop", "stock"), true);
    row("drop database", EventType::Query, "drop database shop", true, in("shop", ""), true);
    row("drop other database", EventType::Query, "drop database crm", true, in("crm", ""), false);
    row("not called DDL", EventType::Truncate, "truncate table orders", false, in("shop", "orders"),
        true);
    row("statement without rows", EventType::Update, "update orders set x = 1", false,
        in("shop", "orders"), true);
    row("XA", EventType::XaCommit, "XA COMMIT X'7831',X'',1", false, in("", ""), false);
}

void TestRowSql::statementInBetweenRefuses()
{
    QFETCH(const QByteArray, entry);
    QFETCH(const bool, refused);
    const Stored stored(
        { update("1", "NEW", "PAID", 50), entry, update("1", "PAID", "SENT", 120) });
    const std::vector<RowId> first { RowId { 0 } };
    const std::vector<RowId> last { RowId { 2 } };
    for (const auto form : { SqlForm::Undo, SqlForm::Redo, SqlForm::Insert }) {
        const auto script = scriptOf(stored.rows(), form, first);
        QCOMPARE(!script, refused);
        if (!script)
            QCOMPARE(script.error().why.kind, Kind::StatementSince);
        QVERIFY(scriptOf(stored.rows(), form, last));
    }
    QVERIFY(scriptOf(stored.rows(), SqlForm::Select, first));
}

// A DELETE with a MINIMAL image looks like a table that has nothing but a key.
void TestRowSql::layoutKnowsWhatIsMissing()
{
    const auto removed = [](const QList<Cell> &cells, qint64 offset) {
        return rowsEntry(EventType::Delete, { { cells, {} } }, at(offset));
    };
    const Stored stored(
        { removed({ id("1"), word("note", "x") }, 4),
          removed({ id("1"), word("note", "x"), { "photo", "y", "blob", 2004 } }, 60),
          removed({ id("2") }, 90) });
    const auto undo = [&](std::uint32_t row) {
        const std::vector<RowId> one { RowId { row } };
        return scriptOf(stored.rows(), SqlForm::Undo, one);
    };
    QVERIFY(!undo(0));
    QCOMPARE(undo(0).error().why, (SqlRefusal { Kind::NotInImage, "photo" }));
    QVERIFY(undo(1));
    QVERIFY(!undo(2));
    QCOMPARE(undo(2).error().why.kind, Kind::NotInImage);
}

void TestRowSql::textStartsHonestly()
{
    const Stored stored({ update("1", "NEW", "PAID", 50) });
    const std::vector<RowId> change { RowId { 0 } };
    for (const auto form : { SqlForm::Insert, SqlForm::Undo, SqlForm::Redo, SqlForm::Select }) {
        const auto script = scriptOf(stored.rows(), form, change);
        QVERIFY(script);
        const auto lines = scriptText(*script).split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines[0], u"-- rebuilt from the row image, not the statement that ran"_s);
        QVERIFY(lines.last().endsWith(u';'));
        QVERIFY(!lines.contains(u"BEGIN;"_s)); // one statement needs none
    }
}

void TestRowSql::refusalsAreSentences()
{
    for (int kind = 0; kind <= static_cast<int>(Kind::TooLong); ++kind) {
        const auto words = refusalText({ static_cast<Kind>(kind), "note" });
        QVERIFY2(words.endsWith(u'.') && !words.contains(u'%'), qPrintable(words));
        QVERIFY(refusalText({ static_cast<Kind>(kind), {} }).size() > 10);
    }
}

// ---- the binlog

void TestRowSql::binlogCommand_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("end");
    QTest::newRow("plain") << QByteArray("mysql-bin.000012") << u" mysql-bin.000012"_s;
    QTest::newRow("option") << QByteArray("--result-file=/x") << u" -- '--result-file=/x'"_s;
    QTest::newRow("command") << QByteArray("a;id") << u" -- 'a;id'"_s;
    QTest::newRow("substitution") << QByteArray("$(id)`id`") << u" -- '$(id)`id`'"_s;
    QTest::newRow("quote") << QByteArray("a'b; id '") << u" -- 'a'\\''b; id '\\'''"_s;
    QTest::newRow("newline") << QByteArray("a\nid") << QString();
    QTest::newRow("escape") << QByteArray("a\x1b[2J") << QString();
    QTest::newRow("right to left") << QByteArray("a\u202eb") << QString();
    QTest::newRow("none") << QByteArray() << QString();
}

void TestRowSql::binlogCommand()
{
    QFETCH(const QByteArray, file);
    QFETCH(const QString, end);
    auto spec = at(4711);
    spec.logFile = file;
    const Stored stored(
        { rowsEntry(EventType::Insert, { { {}, { id("1"), word("a", "x") } } }, spec) });
    const auto command = mysqlbinlogCommand(stored.rows(), RowId { 0 });
    QCOMPARE(command.isEmpty(), end.isEmpty());
    if (!end.isEmpty())
        QVERIFY(command.startsWith(u"mysqlbinlog "_s)
                && command.contains(u" --start-position=4711"_s));
    QVERIFY2(command.endsWith(end), qPrintable(command));
}

void TestRowSql::binlogCommandStartsWithTheTransaction()
{
    const Stored stored({ endEntry(4), beginEntry(100), update("1", "a", "b", 150),
                          update("1", "b", "c", 190), endEntry(230) });
    QVERIFY(mysqlbinlogCommand(stored.rows(), RowId { 3 }).contains(u"--start-position=100"_s));
}

void TestRowSql::shellReadsTheFileName_data()
{
    QTest::addColumn<QByteArray>("file");
    for (const QByteArray file : { "a b", "a'b", "''", "$(exit 3)", "`exit 3`", "a\"b\\", "*", "-x",
                                   "a;exit 3", "a|b>c", "~root", "!!", "\u8ba2\u5355" })
        QTest::newRow(file.constData()) << file;
}

void TestRowSql::shellReadsTheFileName()
{
    QFETCH(const QByteArray, file);
    const auto shell = QStandardPaths::findExecutable(u"sh"_s);
    if (shell.isEmpty())
        QSKIP("no sh");
    auto spec = at(4);
    spec.logFile = file;
    const Stored stored(
        { rowsEntry(EventType::Insert, { { {}, { id("1"), word("a", "x") } } }, spec) });
    const auto command = mysqlbinlogCommand(stored.rows(), RowId { 0 });
    QProcess process;
    process.start(
        shell,
        { u"-c"_s, u"mysqlbinlog() { for a; do :; done; printf %s \"$a\"; }; "_s + command });
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 0);
    QCOMPARE(process.readAllStandardOutput(), file);
}

void TestRowSql::jsonKeepsNullAndAbsent()
{
    const Stored stored({ rowsEntry(
        EventType::Update,
        { { { id("18446744073709551615"), word("n", {}), word("z", "\"\\\n") },
            { id("18446744073709551615"), word("n", ""), { "a", "2", "enum('x','y')", 4 } } } },
        at(4711)) });
    const auto json = jsonOf(stored.rows(), RowId { 0 });
    const auto object = QJsonDocument::fromJson(json.toUtf8()).object();
    const auto before = object[u"before"].toObject();
    const auto after = object[u"after"].toObject();
    QCOMPARE(object[u"position"].toInteger(), 4711);
    QCOMPARE(before[u"id"].toString(), u"18446744073709551615"_s);
    QVERIFY(before[u"n"].isNull());
    QCOMPARE(before[u"z"].toString(), u"\"\\\n"_s);
    QCOMPARE(after[u"n"].toString(), QString());
    QVERIFY(after[u"n"].isString() && !after.contains(u"z"_s));
    QCOMPARE(after[u"a"].toString(), u"y"_s);
    QVERIFY(json.indexOf(u"\"id\""_s) < json.indexOf(u"\"n\""_s)); // the table's order
}

QTEST_APPLESS_MAIN(TestRowSql)
#include "tst_rowsql.moc"
