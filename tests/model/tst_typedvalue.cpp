// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/textpattern.h"
#include "model/typedvalue.h"

#include <QTest>

#include "tests/support/entries.h"

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray valueOf(const QByteArray &type, int sqlType, const QByteArray &sent, ValueStyle style)
{
    ColumnView column;
    column.mysqlType = view(type);
    column.sqlType = sqlType;
    column.value = view(sent);
    std::string out;
    ValueDecoder().append(column, style, out);
    return QByteArray::fromStdString(out);
}

QByteArray latin1InUtf8(const QByteArray &bytes) { return QString::fromLatin1(bytes).toUtf8(); }

} // namespace

class TestTypedValue : public QObject
{
    Q_OBJECT

private slots:
    void decodes_data();
    void decodes();
    void bytesOfEveryValueSurvive();
    void rawIsAsSent();
    void nullIsNothing();
    void displayShowsBitsAndShapes_data();
    void displayShowsBitsAndShapes();
    void invalidUtf8BecomesReplacementCharacters_data();
    void invalidUtf8BecomesReplacementCharacters();
    void latin1RefusesOtherCharacters_data();
    void latin1RefusesOtherCharacters();
    void findsTextWithoutRegardToCase_data();
    void findsTextWithoutRegardToCase();
};

void TestTypedValue::decodes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<int>("sqlType");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("shown");
    const auto row = [](const char *name, const char *type, int sqlType, const QByteArray &sent,
                        const QByteArray &shown) {
        QTest::newRow(name) << QByteArray(type) << sqlType << sent << shown;
    };
    const auto same = [&row](const char *name, const char *type, int sqlType,
                             const QByteArray &sent) { row(name, type, sqlType, sent, sent); };
    row("enum first", "enum('red','green')", 4, "1", "red");
    row("enum last", "enum('red','green')", 4, "2", "green");
    row("enum 0 is ''", "enum('red','green')", 4, "0", "");
    row("enum upper case", "ENUM('red','green')", 4, "2", "green");
    row("enum with quote and comma", "enum('it''s, blue','b')", 4, "1", "it's, blue");
    row("enum with parenthesis", "enum('a)','b')", 4, "2", "b");
    row("enum with backslash", "enum('a\\b','c\\','d')", 4, "1", "a\\b");
    row("enum ending in backslash", "enum('a\\b','c\\','d')", 4, "2", "c\\");
    row("enum with blanks", "enum('a', 'b')", 4, "2", "b");
    row("enum with empty name", "enum('','b')", 4, "1", "");
    row("enum in Chinese", "enum('上海','北京')", 4, "2", "北京");
    row("enum with charset", "enum('a','b') CHARACTER SET latin1", 4, "2", "b");
    same("enum out of range", "enum('red','green')", 4, "3");
    same("enum negative", "enum('red','green')", 4, "-1");
    same("enum by name already", "enum('red','green')", 4, "red");
    same("enum empty text", "enum('red','green')", 4, "");
    row("set none", "set('a','b','c')", -7, "0", "");
    row("set one", "set('a','b','c')", -7, "2", "b");
    row("set several", "set('a','b','c')", -7, "5", "a,c");
    same("set beyond its members", "set('a','b','c')", -7, "8");
    same("set no number", "set('a','b','c')", -7, "a,c");
    row("blob", "blob", 2004, latin1InUtf8("\x89PNG\r\n"), "0x89504e470d0a");
    row("blob empty", "mediumblob", 2004, "", "0x");
    row("binary", "binary(8)", 2004, latin1InUtf8(QByteArray("\x00\x01\xff", 3)), "0x0001ff");
    row("varbinary", "varbinary(300)", 2004, "ab", "0x6162");
    row("geometry", "geometry", 2004, latin1InUtf8(QByteArray("\x00\x00\x00\x00\x01", 5)),
        "0x0000000001");
    row("point", "point", 2004, "a", "0x61");
    row("old server, blob", "longblob", -4, "a", "0x61");
    same("blob with a character beyond Latin-1", "blob", 2004, "日");
    row("MariaDB JSON", "json", 2004, latin1InUtf8("{\"a\": \"é\"}"), "{\"a\": \"é\"}");
    same("MySQL JSON", "json", 12, "{\"a\": \"é\"}");
    same("JSON expression", "json", 12, "JSON_REPLACE(d, '$.a', 2)");
    same("MariaDB JSON that is no Latin-1", "json", 2004, "日");
    same("bit", "bit(9)", -7, "341");
    same("int", "int(11)", 4, "-5");
    same("varchar", "varchar(20)", 12, "日本語 😀");
    same("text that looks like a number", "text", 2005, "1");
    same("no type", "", 4, "1");
    same("unknown type", "vector(3)", 1111, "x");
    same("settings is not set", "settings('a')", 12, "1");
    same("blobby is not blob", "blobby", 12, "a");
}

void TestTypedValue::decodes()
{
    QFETCH(QByteArray, type);
    QFETCH(int, sqlType);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, shown);
    QCOMPARE(valueOf(type, sqlType, sent, ValueStyle::Decoded), shown);
}

void TestTypedValue::bytesOfEveryValueSurvive()
{
    QByteArray all;
    for (int i = 0; i < 256; ++i)
        all.append(static_cast<char>(i));
    QCOMPARE(valueOf("blob", 2004, latin1InUtf8(all), ValueStyle::Decoded), "0x" + all.toHex());
}

void TestTypedValue::rawIsAsSent()
{
    QCOMPARE(valueOf("enum('a','b')", 4, "1", ValueStyle::Raw), "1");
    QCOMPARE(valueOf("blob", 2004, "ab", ValueStyle::Raw), "ab");
    QCOMPARE(valueOf("json", 2004, "Ã©", ValueStyle::Raw), "Ã©");
}

void TestTypedValue::nullIsNothing()
{
    ColumnView column;
    column.mysqlType = "blob";
    column.isNull = true;
    std::string out = "x";
    ValueDecoder().append(column, ValueStyle::Decoded, out);
    QCOMPARE(out, std::string("x"));
}

void TestTypedValue::displayShowsBitsAndShapes_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("sent");
    QTest::addColumn<QByteArray>("shown");
    QTest::newRow("bit(9)") << QByteArray("bit(9)") << QByteArray("341")
                            << QByteArray("b'101010101'");
    QTest::newRow("bit") << QByteArray("bit") << QByteArray("1") << QByteArray("b'1'");
    QTest::newRow("bit(1) 0") << QByteArray("bit(1)") << QByteArray("0") << QByteArray("b'0'");
    QTest::newRow("bit(64)") << QByteArray("bit(64)") << QByteArray("18446744073709551615")
                             << "b'" + QByteArray(64, '1') + "'";
    QTest::newRow("too large") << QByteArray("bit(2)") << QByteArray("4") << QByteArray("4");
    QTest::newRow("no number") << QByteArray("bit(2)") << QByteArray("x") << QByteArray("x");
    const QByteArray point("\0\0\0\0\1\1\0\0\0\0\0\0\0\0\0\xf0\x3f\0\0\0\0\0\0\4\x40", 25);
    QTest::newRow("point") << QByteArray("point") << latin1InUtf8(point)
                           << QByteArray("POINT(1 2.5)");
    QTest::newRow("half a point") << QByteArray("point") << latin1InUtf8(point.first(5))
                                  << QByteArray("0x0000000001");
}

void TestTypedValue::displayShowsBitsAndShapes()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, sent);
    QFETCH(QByteArray, shown);
    QCOMPARE(valueOf(type, -7, sent, ValueStyle::Display), shown);
}

void TestTypedValue::invalidUtf8BecomesReplacementCharacters_data()
{
    // As Unicode recommends: one U+FFFD for each maximal part of a sequence.
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QByteArray &bytes, const QString &shown) {
        QTest::newRow(name) << bytes << shown;
    };
    row("valid", "aä日😀", u"aä日😀"_s);
    row("NUL inside", QByteArray("a\0b", 3), QString(u"a\0b"_s));
    row("lone continuation", "a\x80z", u"a\uFFFDz"_s);
    row("overlong", "\xc0\x80", u"\uFFFD\uFFFD"_s);
    row("overlong 3", "\xe0\x80\x80", u"\uFFFD\uFFFD\uFFFD"_s);
    row("surrogate", "\xed\xa0\x80", u"\uFFFD\uFFFD\uFFFD"_s);
    row("beyond U+10FFFF", "\xf4\x90\x80\x80", u"\uFFFD\uFFFD\uFFFD\uFFFD"_s);
    row("cut 2", "a\xc3", u"a\uFFFD"_s);
    row("cut 3", "\xe6\x97", u"\uFFFD"_s);
    row("cut 4", "\xf0\x9f\x98", u"\uFFFD"_s);
    row("cut inside", "\xe6\x97x\xf0\x9f\x98y", u"\uFFFDx\uFFFDy"_s);
    row("0xff", "\xff\xfe", u"\uFFFD\uFFFD"_s);
    row("empty", "", {});
}

void TestTypedValue::invalidUtf8BecomesReplacementCharacters()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, shown);
    std::string out;
    appendValidUtf8(view(bytes), out);
    QCOMPARE(QString::fromStdString(out), shown);
}

void TestTypedValue::latin1RefusesOtherCharacters_data()
{
    QTest::addColumn<QByteArray>("utf8");
    QTest::addColumn<bool>("fits");
    QTest::newRow("ASCII") << QByteArray("abc") << true;
    QTest::newRow("Latin-1") << QByteArray("ÿ") << true;
    QTest::newRow("beyond") << QByteArray("Ā") << false;
    QTest::newRow("not UTF-8") << QByteArray("\xff") << false;
    QTest::newRow("cut") << QByteArray("\xc3") << false;
    QTest::newRow("overlong") << QByteArray("\xc1\x81") << false;
}

void TestTypedValue::latin1RefusesOtherCharacters()
{
    QFETCH(QByteArray, utf8);
    QFETCH(bool, fits);
    std::string out;
    QCOMPARE(latin1Bytes(view(utf8), out), fits);
}

void TestTypedValue::findsTextWithoutRegardToCase_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<bool>("found");
    QTest::newRow("same") << QByteArray("xxpaxx") << true;
    QTest::newRow("upper") << QByteArray("xxPAxx") << true;
    QTest::newRow("at the end") << QByteArray("xxpA") << true;
    QTest::newRow("overlapping start") << QByteArray("pPa") << true;
    QTest::newRow("cut") << QByteArray("xxp") << false;
    QTest::newRow("none") << QByteArray("xx") << false;
    QTest::newRow("empty") << QByteArray() << false;
}

void TestTypedValue::findsTextWithoutRegardToCase()
{
    QFETCH(QByteArray, text);
    QFETCH(bool, found);
    const TextPattern pattern({ { "p", "P" }, { "a", "A" } });
    QCOMPARE(pattern.foundIn(view(text)), found);
    QVERIFY(TextPattern().foundIn(view(text)));
}

QTEST_APPLESS_MAIN(TestTypedValue)
#include "tst_typedvalue.moc"
