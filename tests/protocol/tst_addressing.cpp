// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/canalurl.h"
#include "protocol/serverfilter.h"

#include <QTest>

using namespace canal;
using namespace Qt::StringLiterals;

// Where to connect and which filter may be sent: what a user types.
class TestAddressing : public QObject
{
    Q_OBJECT

private slots:
    void readsUrls_data();
    void readsUrls();
    void refusesUrls_data();
    void refusesUrls();
    void errorsNeverCarryAPassword();
    void splitsFiltersAtEveryComma();
    void checksFilters_data();
    void checksFilters();
    void warnsOfFilters_data();
    void warnsOfFilters();
};

void TestAddressing::readsUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("destination");
    QTest::addColumn<int>("clientId"); // 0: none
    QTest::addColumn<QString>("filter");
    QTest::addColumn<int>("batchKb");
    const auto row
        = [](const char *url, const char *host, int port, const char *user, const char *destination,
             int clientId = 0, const char *filter = "", int batchKb = 1000) {
              QTest::newRow(url) << QString::fromUtf8(url) << QString::fromUtf8(host) << port
                                 << QString::fromUtf8(user) << QString::fromUtf8(destination)
                                 << clientId << QString::fromUtf8(filter) << batchKb;
          };
    row("canal://10.0.0.5/example", "10.0.0.5", 11111, "", "example");
    row("CANAL://10.0.0.5/example", "10.0.0.5", 11111, "", "example");
    row("canal://10.0.0.5:12000/example", "10.0.0.5", 12000, "", "example");
    row("canal://10.0.0.5/example/", "10.0.0.5", 11111, "", "example");
    row("canal://ann@host/example", "host", 11111, "ann", "example");
    row("canal://a%40b@host/example", "host", 11111, "a@b", "example");
    row("canal://[::1]/example", "::1", 11111, "", "example");
    row("canal://[::1]:12000/example", "::1", 12000, "", "example");
    row("canal://canal_server/example", "canal_server", 11111, "", "example");
    row("canal://h/a%2Fb", "h", 11111, "", "a/b");
    row("canal://h/a+b", "h", 11111, "", "a+b");
    row("canal://h/实例", "h", 11111, "", "实例");
    row("canal://h/e?client-id=1001", "h", 11111, "", "e", 1001);
    row("canal://h/e?client-id=-32768", "h", 11111, "", "e", -32768);
    row("canal://h/e?batch-kb=1", "h", 11111, "", "e", 0, "", 1);
    row("canal://h/e?batch-kb=2097151", "h", 11111, "", "e", 0, "", 2097151);
    row("canal://h/e?filter=shop%5C..*", "h", 11111, "", "e", 0, "shop\\..*");
    row("canal://h/e?filter=shop\\..*", "h", 11111, "", "e", 0, "shop\\..*");
    row("canal://h/e?filter=a.b+", "h", 11111, "", "e", 0, "a.b+");
    row("canal://h/e?filter=a.b%2B", "h", 11111, "", "e", 0, "a.b+");
    row("canal://h/e?filter=a.b,c.d&client-id=7&batch-kb=64", "h", 11111, "", "e", 7, "a.b,c.d",
        64);
    row("canal://h/e?filter=", "h", 11111, "", "e");
}

void TestAddressing::readsUrls()
{
    QFETCH(QString, text);
    const auto url = parseCanalUrl(text);
    QVERIFY2(bool(url), url ? "" : qPrintable(url.error().detail));
    QTEST(url->host, "host");
    QTEST(int(url->port), "port");
    QTEST(url->user, "user");
    QTEST(url->destination, "destination");
    QTEST(int(url->clientId.value_or(0)), "clientId");
    QTEST(url->filter, "filter");
    QTEST(url->batchKb, "batchKb");
}

void TestAddressing::refusesUrls_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<CanalUrlError::Kind>("kind");
    using enum CanalUrlError::Kind;
    const auto row = [](const char *url, CanalUrlError::Kind kind) {
        QTest::newRow(*url ? url : "(empty)") << QString::fromUtf8(url) << kind;
    };
    row("", NotCanal);
    row("10.0.0.5/example", NotCanal);
    row("http://h/e", NotCanal);
    row("canal:h/e", NotCanal);
    row("canal://", BadHost);
    row("canal:///example", BadHost);
    row("canal://h:0/e", BadPort);
    row("canal://h:99999/e", BadPort);
    row("canal://h:abc/e", BadPort);
    row("canal://h", NoDestination);
    row("canal://h/", NoDestination);
    row("canal://h?client-id=1", NoDestination);
    row("canal://h/a/b", BadDestination);
    row("canal://u:p@h/e", PasswordInside);
    row("canal://u:@h/e", PasswordInside);
    row("canal://:p@h/e", PasswordInside);
    row("canal://h/e?clientid=1", UnknownKey);
    row("canal://h/e?password=x", UnknownKey);
    row("canal://h/e?client-id=", BadClientId);
    row("canal://h/e?client-id=32768", BadClientId);
    row("canal://h/e?client-id=abc", BadClientId);
    row("canal://h/e?batch-kb=0", BadBatchKb);
    row("canal://h/e?batch-kb=-1", BadBatchKb);
    row("canal://h/e?batch-kb=2097152", BadBatchKb);
    row("canal://h/e?batch-kb=1.5", BadBatchKb);
    row("canal://h/e?filter=(", BadFilter);
    row("canal://h/e#x", Fragment);
}

void TestAddressing::refusesUrls()
{
    QFETCH(QString, text);
    QFETCH(CanalUrlError::Kind, kind);
    const auto url = parseCanalUrl(text);
    QVERIFY(!url);
    QCOMPARE(url.error().kind, kind);
}

void TestAddressing::errorsNeverCarryAPassword()
{
    for (const auto &text : { u"canal://ann:S3cr3t@h/e"_s, u"canal://ann:S3cr3t@h:x/"_s,
                              u"canal://ann:S3c/r3t@h/e"_s, u"http://ann:S3cr3t@h/e"_s }) {
        const auto url = parseCanalUrl(text);
        QVERIFY(!url);
        QVERIFY(!url.error().detail.contains(u"S3c"_s));
    }
}

void TestAddressing::splitsFiltersAtEveryComma()
{
    QCOMPARE(splitServerFilter(u"a\\.b,c\\.d{1,2},,"_s),
             (QStringList { u"a\\.b"_s, u"c\\.d{1"_s, u"2}"_s }));
    QCOMPARE(splitServerFilter({}), QStringList());
}

void TestAddressing::checksFilters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *filter, bool good) {
        QTest::newRow(*filter ? filter : "(empty)") << QString::fromUtf8(filter) << good;
    };
    // The same rows are put to Jakarta ORO itself by tests/e2e: what is good here must be good
    // there.
    for (const auto *filter : { "",
                                ".*\\..*",
                                "shop\\..*",
                                "shop.orders,crm.customers",
                                "shop\\.(orders|stock)",
                                "shop\\.t_[0-9]+",
                                "shop\\.t_\\d{2}",
                                "shop\\.[^a]bc?",
                                "a|b",
                                "a|",
                                "(?:a|b)+?",
                                "shop\\.(?!log).*",
                                "a\\\\.b",
                                "\\bshop",
                                "实例\\..*",
                                "[a-zA-Z0-9_]*",
                                "[a-]",
                                "[\\d]",
                                "^shop$",
                                ",,",
                                "a b" })
        row(filter, true);
    for (const auto *filter : { "(",           ")",       "shop\\.(orders",
                                "[a-z",        "]",       "*",
                                "+a",          "?a",      "a**",
                                "a++",         "a|*",     "(*a)",
                                "^*",          "a{1,2}",  "a{x}",
                                "a{",          "}",       "a{99999}",
                                "(?<=a)b",     "(?<!a)b", "(?<n>a)",
                                "(?>a)",       "(?i)a",   "\\",
                                "\\1",         "\\p{L}",  "\\Qa\\E",
                                "\\x41",       "[]",      "[z-a]",
                                "[[:alpha:]]", "[é]",     "a\\b+" })
        row(filter, false);
    QTest::newRow("too long") << QString(5000, u'a') << false;
}

void TestAddressing::checksFilters()
{
    QFETCH(QString, filter);
    QFETCH(bool, good);
    const auto checked = checkServerFilter(filter);
    QCOMPARE(bool(checked), good);
}

void TestAddressing::warnsOfFilters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QList<FilterWarning>>("warnings");
    QTest::newRow("fine") << u"a\\.b,c"_s << QList<FilterWarning>();
    QTest::newRow("blank") << u"a\\.b, c"_s << QList { FilterWarning::BlankInPattern };
    QTest::newRow("Java escaping") << u"a\\\\.b"_s << QList { FilterWarning::DoubleBackslash };
}

void TestAddressing::warnsOfFilters()
{
    QFETCH(QString, filter);
    QFETCH(QList<FilterWarning>, warnings);
    QCOMPARE(serverFilterWarnings(filter), warnings);
}

QTEST_APPLESS_MAIN(TestAddressing)
#include "tst_addressing.moc"
