// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/geometrytext.h"
#include "model/jsonlayout.h"
#include "model/textchange.h"
#include "model/valuecontent.h"
#include "model/valuefacts.h"

#include <QTest>

#include "tests/support/entries.h"
#include <algorithm>
#include <ctime>

using namespace canal;
using namespace canal::test;
using namespace Qt::StringLiterals;

namespace {

using Presence = SentValue::Presence;
using Side = SentValue::Side;

QByteArray latin1InUtf8(const QByteArray &bytes) { return QString::fromLatin1(bytes).toUtf8(); }

SentValue sent(const QByteArray &type, const QByteArray &text, int sqlType = 12)
{
    SentValue value;
    value.presence = Presence::Value;
    value.mysqlType = type;
    value.sqlType = sqlType;
    value.text = text;
    return value;
}

QString words(const CodeParts &parts)
{
    QString text;
    for (const auto &part : parts)
        text += part.change == CodePart::Change::Changed ? u'<' + part.text + u'>' : part.text;
    return text;
}

QString textOf(const ValueContent &content, Presentation presentation,
               TextEncoding encoding = TextEncoding::Utf8)
{
    return words(content.page(presentation, encoding, ValueContent::firstBytes).parts);
}

QByteArray point(double x, double y)
{
    QByteArray wkb("\x01\x01\x00\x00\x00", 5);
    for (const auto number : { x, y })
        wkb.append(reinterpret_cast<const char *>(&number), sizeof number);
    return wkb;
}

QByteArray counted(char shape, const QByteArrayList &members)
{
    QByteArray wkb("\x01", 1);
    wkb += shape + QByteArray(3, '\0');
    wkb += static_cast<char>(members.size()) + QByteArray(3, '\0');
    return wkb + members.join();
}

const QByteArray srid0(4, '\0');
const QByteArray pngStart = "\x89PNG\r\n\x1a\n";

} // namespace

class TestValueContent : public QObject
{
    Q_OBJECT

private slots:
    // ---- what suits a value

    void choosesByTheValue_data()
    {
        QTest::addColumn<SentValue>("value");
        QTest::addColumn<Presentation>("best");
        const auto row = [](const char *name, const SentValue &value, Presentation best) {
            QTest::newRow(name) << value << best;
        };
        row("text", sent("varchar(40)", "Mango"), Presentation::Text);
        row("unknown type", sent("", "Mango"), Presentation::Text);
        row("json", sent("json", R"({"a": 1})"), Presentation::Json);
        row("lone number in json", sent("json", "1"), Presentation::Json);
        row("json in a text", sent("text", " [1, 2]"), Presentation::Json);
        row("nearly json", sent("text", "[1, 2"), Presentation::Text);
        row("text like a json word", sent("text", "true"), Presentation::Text);
        row("MariaDB's json", sent("json", latin1InUtf8("{\"a\": \"\xc3\xa9\"}"), 2004),
            Presentation::Json);
        row("partial json", sent("json", "JSON_REPLACE(d, '$.a', 2)"), Presentation::Text);
        row("number", sent("int(11)", "42", 4), Presentation::Decoded);
        row("enum", sent("enum('a','b')", "1", 4), Presentation::Decoded);
        row("set", sent("set('a','b')", "3", -7), Presentation::Decoded);
        row("bit", sent("bit(9)", "341", -7), Presentation::Decoded);
        row("timestamp", sent("timestamp(3)", "2026-11-22 12:01:03.004", 93),
            Presentation::Decoded);
        row("png", sent("blob", latin1InUtf8(pngStart), 2004), Presentation::Image);
        row("text that begins as png", sent("text", latin1InUtf8(pngStart)), Presentation::Text);
        row("bytes", sent("blob", latin1InUtf8(QByteArray("\x00\x01\xff", 3)), 2004),
            Presentation::Hex);
        row("text in a blob", sent("blob", latin1InUtf8("\xe6\x9d\x8e"), 2004), Presentation::Text);
        row("json in a blob", sent("blob", R"({"a": 1})", 2004), Presentation::Json);
        row("point", sent("point", latin1InUtf8(srid0 + point(1, 2.5)), 2004),
            Presentation::Geometry);
        row("no point", sent("point", latin1InUtf8(QByteArray("\x01\x00\xff", 3)), 2004),
            Presentation::Hex);
    }
    void choosesByTheValue()
    {
        QFETCH(SentValue, value);
        QFETCH(Presentation, best);
        const ValueContent content(value, {});
        QCOMPARE(content.automatic(), best);
        QVERIFY(content.applies(best));
        QVERIFY(content.applies(Presentation::Text));
        QVERIFY(content.applies(Presentation::Hex));
        QVERIFY(!content.applies(Presentation::Compare));
        for (int i = 0; i < static_cast<int>(Presentation::Compare); ++i)
            if (content.applies(static_cast<Presentation>(i)) && best != Presentation::Image)
                QVERIFY(!textOf(content, static_cast<Presentation>(i)).isEmpty());
    }

    void nothingAppliesToWhatIsNotThere_data()
    {
        QTest::addColumn<Presence>("presence");
        QTest::newRow("NULL") << Presence::Null;
        QTest::newRow("not in row image") << Presence::NotInImage;
        QTest::newRow("no row") << Presence::NoRow;
        QTest::newRow("empty string") << Presence::Value;
    }
    void nothingAppliesToWhatIsNotThere()
    {
        QFETCH(Presence, presence);
        auto value = sent("json", "");
        value.presence = presence;
        const ValueContent content(value, sent("json", "{}"));
        QVERIFY(!content.isShowable());
        for (int i = 0; i < static_cast<int>(Presentation::Count); ++i)
            QVERIFY(!content.applies(static_cast<Presentation>(i)));
        QVERIFY(content.remarks().isEmpty());
    }

    // ---- texts

    void showsText_data()
    {
        QTest::addColumn<SentValue>("value");
        QTest::addColumn<TextEncoding>("encoding");
        QTest::addColumn<QString>("text");
        const auto blob
            = [](const QByteArray &bytes) { return sent("blob", latin1InUtf8(bytes), 2004); };
        using enum TextEncoding;
        QTest::newRow("as sent") << sent("text", "李雷\n") << Latin1 << u"李雷\n"_s;
        QTest::newRow("enum by name") << sent("enum('NEW','PAID')", "2") << Utf8 << u"PAID"_s;
        QTest::newRow("blob as UTF-8") << blob("李雷") << Utf8 << u"李雷"_s;
        QTest::newRow("blob as Latin-1") << blob("\xe9") << Latin1 << u"é"_s;
        QTest::newRow("not UTF-8") << blob("\xe9 a") << Utf8 << u"\uFFFD a"_s;
        if (isAvailable(Gb18030))
            QTest::newRow("blob as GB18030") << blob("\xc0\xee\xc0\xd7") << Gb18030 << u"李雷"_s;
        QTest::newRow("MariaDB's json")
            << sent("json", latin1InUtf8("\"é\""), 2004) << Latin1 << u"\"é\""_s;
    }
    void showsText()
    {
        QFETCH(SentValue, value);
        QFETCH(TextEncoding, encoding);
        QFETCH(QString, text);
        QCOMPARE(textOf(ValueContent(value, {}), Presentation::Text, encoding), text);
    }

    void showsBytes()
    {
        const auto bytes = pngStart + QByteArray(9, 'a');
        const ValueContent content(sent("blob", latin1InUtf8(bytes), 2004), {});
        QCOMPARE(content.bytes(), bytes.size());
        QCOMPARE(textOf(content, Presentation::Hex),
                 u"00000000  89 50 4e 47 0d 0a 1a 0a  61 61 61 61 61 61 61 61  .PNG....aaaaaaaa\n"
                 "00000010  61                                                a"_s);
    }

    void storedBytesAreSaved_data()
    {
        QTest::addColumn<SentValue>("value");
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray all("\x00\x7f\x80\xff", 4);
        QTest::newRow("text") << sent("text", "李") << QByteArray("李");
        QTest::newRow("blob") << sent("blob", latin1InUtf8(all), 2004) << all;
        QTest::newRow("enum as sent") << sent("enum('a')", "1") << QByteArray("1");
        QTest::newRow("no bytes") << sent("blob", "李", 2004) << QByteArray("李");
        QTest::newRow("MariaDB's json")
            << sent("json", latin1InUtf8("\"é\""), 2004) << QByteArray("\"é\"");
    }
    void storedBytesAreSaved()
    {
        QFETCH(SentValue, value);
        QFETCH(QByteArray, bytes);
        QCOMPARE(storedBytes(value), bytes);
    }

    void longValuesAreCut_data()
    {
        QTest::addColumn<SentValue>("value");
        QTest::addColumn<int>("chars");
        constexpr int kilo = 1024;
        constexpr qsizetype shown = 64LL * kilo;
        QTest::newRow("whole") << sent("text", QByteArray(shown, 'x')) << 64 * kilo;
        QTest::newRow("cut") << sent("text", QByteArray(shown + 1, 'x')) << 64 * kilo;
        QTest::newRow("not in a character")
            << sent("text", 'x' + QByteArray("李").repeated(shown / 2)) << 1 + 64 * kilo / 3;
        QTest::newRow("bytes") << sent("blob", latin1InUtf8(QByteArray(shown + 6000, '\xff')), 2004)
                               << 64 * kilo;
    }
    void longValuesAreCut()
    {
        QFETCH(SentValue, value);
        QFETCH(int, chars);
        const ValueContent content(value, {});
        const auto page
            = content.page(Presentation::Text, TextEncoding::Latin1, ValueContent::firstBytes);
        QCOMPARE(page.parts.first().text.size(), chars);
        QCOMPARE(page.isCut, storedBytes(value).size() > ValueContent::firstBytes);
        const auto all
            = content.page(Presentation::Text, TextEncoding::Latin1, 4 * ValueContent::firstBytes);
        QVERIFY(!all.isCut);
    }

    void hugeValueCostsLittle()
    {
        const auto value = sent("longtext", QByteArray(5 << 20, '{'));
        const auto from = std::clock();
        const ValueContent content(value, value);
        QCOMPARE(content.automatic(), Presentation::Text);
        QCOMPARE(textOf(content, Presentation::Text).size(), ValueContent::firstBytes);
        const auto cpuMs = (std::clock() - from) * 1000 / CLOCKS_PER_SEC;
        QVERIFY2(cpuMs < 100, qPrintable(QString::number(cpuMs)));
    }

    // ---- JSON

    void layoutKeepsWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("document");
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QByteArray("{}") << u"{}"_s;
        QTest::newRow("order and digits")
            << QByteArray(R"({"b":1.50,"a":12345678901234567890,"b":null})")
            << u"{\n  \"b\": 1.50,\n  \"a\": 12345678901234567890,\n  \"b\": null\n}"_s;
        QTest::newRow("short list") << QByteArray("[1,[],{}]") << u"[\n  1,\n  [],\n  {}\n]"_s;
        QTest::newRow("flat list") << QByteArray("[1,\"a\", true]") << u"[1, \"a\", true]"_s;
        QTest::newRow("nested") << QByteArray(R"({"o":{"l":[1,2]}})")
                                << u"{\n  \"o\": {\n    \"l\": [1, 2]\n  }\n}"_s;
    }
    void layoutKeepsWhatIsThere()
    {
        QFETCH(QByteArray, document);
        QFETCH(QString, text);
        QCOMPARE(textOf(ValueContent(sent("json", document), {}), Presentation::Json), text);
    }

    void refusesWhatIsNoJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text :
             { "",      "{",  "}",       "{\"a\"}",     "{\"a\":}", "{\"a\":1,}", "{a:1}", "[1,]",
               "[1 2]", "01", "1.",      ".5",          "1e",       "-",          "+1",    "tru",
               "nulll", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\n\"",   "'a'",        "[1]]",  "NaN" })
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("too deep") << QByteArray(101, '[') + QByteArray(101, ']');
        QTest::newRow("much too deep") << QByteArray(400'000, '[');
        QTest::newRow("too big") << '[' + QByteArray(qsizetype(mostJsonBytes), ' ') + ']';
        QTest::newRow("zero byte") << QByteArray("1\0", 2);
    }
    void refusesWhatIsNoJson()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!parseJson(view(text)));
    }

    void takesJson_data()
    {
        QTest::addColumn<QByteArray>("text");
        for (const char *text : { "null", " 0 ", "-0.5e+3", "\"\\u00e9\\n\\/\"", "[[],{}]" })
            QTest::newRow(text) << QByteArray(text);
        QTest::newRow("deep") << QByteArray(100, '[') + QByteArray(100, ']');
    }
    void takesJson()
    {
        QFETCH(QByteArray, text);
        QVERIFY(parseJson(view(text)));
    }

    void comparesByStructure_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("beforeText");
        QTest::addColumn<QString>("afterText");
        const auto row = [](const char *name, const char *before, const char *after,
                            const QString &beforeText, const QString &afterText) {
            QTest::newRow(name) << QByteArray(before) << QByteArray(after) << beforeText
                                << afterText;
        };
        row("value", R"({"a":1,"b":2})", R"({"a":1,"b":3})", u"{\n  \"a\": 1,\n  \"b\": <2>\n}"_s,
            u"{\n  \"a\": 1,\n  \"b\": <3>\n}"_s);
        row("order of keys", R"({"a":1,"b":2})", R"({"b": 2, "a": 1})",
            u"{\n  \"a\": 1,\n  \"b\": 2\n}"_s, u"{\n  \"b\": 2,\n  \"a\": 1\n}"_s);
        row("added element", "[1,2]", "[1,2,3]", u"[1, 2]"_s, u"[1, 2<, ><3>]"_s);
        row("removed in the middle", "[1,2,3]", "[1,3]", u"[1<, ><2>, 3]"_s, u"[1, 3]"_s);
        row("other kind", R"({"a":1})", R"({"a":"1"})", u"{\n  \"a\": <1>\n}"_s,
            u"{\n  \"a\": <\"1\">\n}"_s);
        row("new key", "{}", R"({"a":null})", u"{}"_s, u"{\n  <\"a\"><: ><null>\n}"_s);
    }
    void comparesByStructure()
    {
        QFETCH(QByteArray, before);
        QFETCH(QByteArray, after);
        QFETCH(QString, beforeText);
        QFETCH(QString, afterText);
        auto old = sent("json", before);
        old.side = Side::Before;
        const ValueContent content(sent("json", after), old);
        QVERIFY(content.applies(Presentation::Compare));
        const auto pages = content.comparison(ValueContent::firstBytes);
        QCOMPARE(words(pages.before.parts), beforeText);
        QCOMPARE(words(pages.after.parts), afterText);
        QCOMPARE(textOf(content, Presentation::Json), afterText);
        const ValueContent turned(old, sent("json", after));
        QCOMPARE(words(turned.comparison(ValueContent::firstBytes).before.parts), beforeText);
        QCOMPARE(textOf(turned, Presentation::Json), beforeText);
    }

    void countsChanges()
    {
        const QByteArray before = R"({"color":"red","sizes":[1,2],"old":1})";
        const QByteArray after = R"({"color":"green","sizes":[1,2,3],"grade":null})";
        const auto change = compareJson(*parseJson(view(before)), *parseJson(view(after)));
        QCOMPARE(change.changed, 1);
        QCOMPARE(change.added, 2);
        QCOMPARE(change.removed, 1);
    }

    void layoutStopsInTime()
    {
        const QByteArray document = '[' + QByteArray("\"abc\",").repeated(50'000) + "1]";
        const ValueContent content(sent("json", document), {});
        const auto page = content.page(Presentation::Json, TextEncoding::Utf8, 1000);
        QVERIFY(page.isCut);
        QVERIFY(words(page.parts).size() < 1100);
    }

    // ---- what Canal's texts stand for

    void saysWhatNumbersAre_data()
    {
        QTest::addColumn<SentValue>("value");
        QTest::addColumn<QStringList>("facts");
        QTest::newRow("int") << sent("int(11)", "1234567", 4)
                             << QStringList { u"1234567"_s, u"1\u202F234\u202F567"_s,
                                              u"0x12d687"_s };
        QTest::newRow("negative") << sent("int(11)", "-1", 4)
                                  << QStringList { u"-1"_s, u"0xffffffffffffffff"_s };
        QTest::newRow("unsigned") << sent("bigint(20) unsigned", "18446744073709551615", 3)
                                  << QStringList { u"18446744073709551615"_s,
                                                   u"0xffffffffffffffff"_s };
        QTest::newRow("decimal") << sent("decimal(30,10)", "-1234.5000000000", 3)
                                 << QStringList { u"-1234.5000000000"_s,
                                                  u"-1\u202F234.5000000000"_s };
        QTest::newRow("double") << sent("double", "1.0E-300", 8) << QStringList { u"1.0E-300"_s };
        QTest::newRow("Unix time")
            << sent("bigint(20)", "1795348858", -5)
            << QStringList { u"1795348858"_s, u"1\u202F795\u202F348\u202F858"_s, u"0x6b02d97a"_s,
                             u"2026-11-22 12:00:58.000 UTC"_s };
        QTest::newRow("bit") << sent("bit(9)", "341", -7)
                             << QStringList { u"b'101010101'"_s, u"341"_s, u"0x155"_s };
        QTest::newRow("enum") << sent("enum('a','b')", "2", 4)
                              << QStringList { u"b"_s, u"2"_s, u"1 a\n2 b"_s };
        QTest::newRow("enum 0") << sent("enum('a')", "0", 4)
                                << QStringList { u"''"_s, u"0"_s, u"1 a"_s };
        QTest::newRow("set") << sent("set('a','b','c')", "5", -7)
                             << QStringList { u"a,c"_s, u"5"_s, u"1 a\n2 b\n4 c"_s };
        QTest::newRow("not its enum's") << sent("enum('a')", "7", 4) << QStringList { u"7"_s };
        QTest::newRow("date") << sent("date", "0000-00-00", 91) << QStringList { u"0000-00-00"_s };
        QTest::newRow("text") << sent("varchar(4)", "1", 12) << QStringList();
    }
    void saysWhatNumbersAre()
    {
        QFETCH(SentValue, value);
        QFETCH(QStringList, facts);
        ValueDecoder decoder;
        QStringList texts;
        for (const auto &fact : factsOf(value, decoder)) {
            QVERIFY(!fact.name.isEmpty());
            texts.append(fact.text);
        }
        QCOMPARE(texts, facts);
    }

    void remarksSayWhatToKnow_data()
    {
        QTest::addColumn<SentValue>("value");
        QTest::addColumn<QString>("words");
        QTest::newRow("timestamp")
            << sent("timestamp", "2026-11-22 12:01:03", 93) << u"time zone"_s;
        QTest::newRow("datetime") << sent("datetime", "2026-11-22 12:01:03", 93) << QString();
        QTest::newRow("lost bytes") << sent("varchar(9)", "a\uFFFD") << u"lost"_s;
        QTest::newRow("partial json") << sent("json", "JSON_REMOVE(d, '$.a')") << u"PARTIAL_JSON"_s;
        QTest::newRow("no json") << sent("json", "{") << u"no JSON"_s;
        QTest::newRow("big json") << sent("json", '[' + QByteArray(600 << 10, ' ') + ']')
                                  << u"512 KB"_s;
        QTest::newRow("short binary") << sent("binary(8)", "abc", 2004) << u"zero bytes"_s;
        QTest::newRow("whole binary") << sent("binary(3)", "abc", 2004) << QString();
        QTest::newRow("no bytes") << sent("blob", "李", 2004) << u"not bytes"_s;
    }
    void remarksSayWhatToKnow()
    {
        QFETCH(SentValue, value);
        QFETCH(QString, words);
        const auto remarks = ValueContent(value, {}).remarks();
        QCOMPARE(remarks.size(), words.isEmpty() ? 0 : 1);
        QVERIFY(remarks.join(u' ').contains(words));
    }

    // ---- geometry

    void writesWkt_data()
    {
        QTest::addColumn<QByteArray>("wkb");
        QTest::addColumn<QByteArray>("wkt");
        const auto bare = [](double x, double y) { return point(x, y).sliced(5); };
        const auto line = counted(2, { bare(0, 0), bare(1, 1) });
        const auto ring = QByteArray("\x02\x00\x00\x00", 4) + bare(0, 0) + bare(4, 0);
        QTest::newRow("point") << point(1, 2.5) << QByteArray("POINT(1 2.5)");
        QTest::newRow("digits") << point(0.1, -1e300) << QByteArray("POINT(0.1 -1e+300)");
        QTest::newRow("line") << line << QByteArray("LINESTRING(0 0, 1 1)");
        QTest::newRow("polygon") << counted(3, { ring, ring })
                                 << QByteArray("POLYGON((0 0, 4 0), (0 0, 4 0))");
        QTest::newRow("points") << counted(4, { point(1, 2), point(3, 4) })
                                << QByteArray("MULTIPOINT((1 2), (3 4))");
        QTest::newRow("lines") << counted(5, { line }) << QByteArray("MULTILINESTRING((0 0, 1 1))");
        QTest::newRow("polygons") << counted(6, { counted(3, { ring }) })
                                  << QByteArray("MULTIPOLYGON(((0 0, 4 0)))");
        QTest::newRow("collection")
            << counted(7, { point(1, 2), line })
            << QByteArray("GEOMETRYCOLLECTION(POINT(1 2), LINESTRING(0 0, 1 1))");
        QTest::newRow("empty") << counted(7, {}) << QByteArray("GEOMETRYCOLLECTION EMPTY");
    }
    void writesWkt()
    {
        QFETCH(QByteArray, wkb);
        QFETCH(QByteArray, wkt);
        const auto bytes = QByteArray("\xe6\x10\x00\x00", 4) + wkb;
        const auto geometry = geometryText(view(bytes));
        QVERIFY(geometry);
        QCOMPARE(geometry->srid, 4326U);
        QCOMPARE(QByteArray::fromStdString(geometry->wkt), wkt);
        for (qsizetype cut = 0; cut < bytes.size(); ++cut)
            QVERIFY(!geometryText(view(bytes.first(cut))));
        QVERIFY(!geometryText(view(bytes + 'x')));
    }

    void refusesHostileGeometry()
    {
        auto huge = counted(2, {});
        huge.replace(5, 4, "\xff\xff\xff\xff");
        QVERIFY(!geometryText(view(srid0 + huge)));
        QByteArray deep;
        for (int i = 0; i < 100'000; ++i)
            deep += QByteArray("\x01\x07\x00\x00\x00\x01\x00\x00\x00", 9);
        QVERIFY(!geometryText(view(srid0 + deep)));
        auto other = point(1, 2);
        other[1] = 99;
        QVERIFY(!geometryText(view(srid0 + other)));
    }

    // ---- what changed in a text

    void findsWhatChanged_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("beforeMarked");
        QTest::addColumn<QString>("afterMarked");
        const auto row = [](const char *name, const QString &before, const QString &after,
                            const QString &beforeMarked, const QString &afterMarked) {
            QTest::newRow(name) << before << after << beforeMarked << afterMarked;
        };
        row("inserted", u"Mango, ripe"_s, u"Mango, very ripe"_s, u"Mango, ripe"_s,
            u"Mango, <very >ripe"_s);
        row("words", u"a \"red\" box, size 2"_s, u"a \"green\" box, size 23"_s,
            u"a \"<red>\" box, size <2>"_s, u"a \"<green>\" box, size <23>"_s);
        row("end of a word", u"size 2"_s, u"size 23"_s, u"size 2"_s, u"size 2<3>"_s);
        row("near pieces are one", u"01:02:03"_s, u"x1:0y:03"_s, u"<01:02>:03"_s, u"<x1:0y>:03"_s);
        row("all", u"abc"_s, u"xyz"_s, u"<abc>"_s, u"<xyz>"_s);
        row("emptied", u"abc"_s, QString(), u"<abc>"_s, QString());
        row("same", u"abc"_s, u"abc"_s, u"abc"_s, u"abc"_s);
        row("no half characters", u"\U0001F600"_s, u"\U0001F601"_s, u"<\U0001F600>"_s,
            u"<\U0001F601>"_s);
        row("repeated", u"aaaa"_s, u"aa"_s, u"aa<aa>"_s, u"aa"_s);
    }
    void findsWhatChanged()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(QString, beforeMarked);
        QFETCH(QString, afterMarked);
        const auto change = changeBetween(before, after);
        const auto marked = [](QString text, const QList<TextSpan> &spans) {
            std::for_each(spans.rbegin(), spans.rend(), [&](const TextSpan &span) {
                text.insert(span.from + span.length, u'>').insert(span.from, u'<');
            });
            return text;
        };
        QCOMPARE(marked(before, change.before), beforeMarked);
        QCOMPARE(marked(after, change.after), afterMarked);
    }

    void changeInLongTextIsFoundFast()
    {
        QString before;
        for (int i = 0; i < 400'000; ++i)
            before += QChar(static_cast<char16_t>(u'a' + qint64(i) * i % 26));
        auto after = before;
        after[200'000] = u'X';
        const auto change = changeBetween(before, after);
        QCOMPARE(change.after, (QList<TextSpan> { { 200'000, 1 } }));
    }

    void onlyPartsThatHelpArePartial_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<bool>("isPartial");
        QTest::newRow("short") << u"42"_s << u"43"_s << false;
        QTest::newRow("other") << u"2026-11-22"_s << u"tomorrow, noon"_s << false;
        QTest::newRow("bits") << u"b'101010101'"_s << u"b'101010111'"_s << true;
        QTest::newRow("sentence") << u"Mango, ripe"_s << u"Mango, very ripe"_s << true;
    }
    void onlyPartsThatHelpArePartial()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        QFETCH(bool, isPartial);
        QCOMPARE(canal::isPartial(changeBetween(before, after), before, after), isPartial);
    }
};

QTEST_GUILESS_MAIN(TestValueContent)
#include "tst_valuecontent.moc"
