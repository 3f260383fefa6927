// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/embeddedserver.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include "tests/support/rawclient.h"
#include "tests/support/recordedframes.h"
#include <map>

using namespace canal;
using namespace canal::server;
using namespace Qt::StringLiterals;

namespace {

// The words of a line: "get 100 id=7" has one plain word after the command, and an option.
class Step
{
public:
    explicit Step(const QByteArray &line)
        : m_words(line.split(' '))
    { }

    QByteArray word(qsizetype index) const { return m_words.value(index); }
    QByteArray rest(qsizetype from) const { return m_words.mid(from).join(' '); }
    std::optional<QByteArray> option(const QByteArray &name) const
    {
        for (const auto &word : m_words)
            if (word.startsWith(name + '='))
                return word.mid(name.size() + 1);
        return {};
    }
    QByteArray option(const QByteArray &name, const QByteArray &fallback) const
    {
        const auto value = option(name).value_or(fallback);
        return value == "empty" ? QByteArray() : value;
    }
    test::Who who() const { return { option("dest", "example"), option("id", "1001") }; }

private:
    QByteArrayList m_words;
};

// Plays one dialogue against a server of ours.
class Dialogue
{
public:
    explicit Dialogue(const Step &setup)
        : m_server(serverConfig(setup))
        , m_instance(*m_server.addDestination(destinationConfig(setup)))
        , m_entries(test::recordedEntries(
              QString::fromLatin1(setup.option("frames", "mariadb10.11-canal1.1.7-shop"))))
    {
        if (!m_server.listen(u"127.0.0.1"_s))
            qFatal("cannot listen");
    }

    // What the step answered; for a line "a < X" that is to be X.
    QByteArray play(const Step &step)
    {
        const auto name = step.word(0);
        if (name == "feed")
            feed(step.word(1).toLongLong());
        else if (name == "restart")
            m_server.restart();
        else if (step.word(1) == "connect")
            m_clients[name] = std::make_unique<test::RawClient>(m_server.port());
        else if (step.word(1) == "close")
            m_clients.erase(name);
        else if (step.word(1) == "<")
            return answerOf(*m_clients[name], step.word(2));
        else
            send(*m_clients[name], step);
        return {};
    }

private:
    static ServerConfig serverConfig(const Step &setup)
    {
        ServerConfig config;
        config.connection.session.account
            = { setup.option("user", ""), setup.option("passwd", "") };
        config.connection.session.rejectedLogin = RejectedLogin::ErrorThenOk;
        return config;
    }

    static DestinationConfig destinationConfig(const Step &setup)
    {
        DestinationConfig config;
        config.ring.events = setup.option("events", "16384").toInt();
        config.ring.memUnit = setup.option("memunit", "1024").toInt();
        config.ring.ddlIsolation = setup.option("ddlIsolation", "") == "true";
        config.transactionSize = setup.option("txsize", "1024").toInt();
        if (setup.option("mode", "") == "ITEMSIZE")
            config.ring.mode = BatchMode::ItemSize;
        return config;
    }

    void feed(qsizetype count)
    {
        if (!m_instance->append(m_entries.mid(m_fed, count)))
            qFatal("a recorded entry is none");
        m_fed = std::min(m_fed + count, m_entries.size());
    }

    QByteArray answerOf(test::RawClient &client, const QByteArray &expected)
    {
        if (expected != "silence")
            return client.read().toText();
        test::letServerCatchUp(m_server.port());
        QCoreApplication::processEvents();
        return client.hasAnswer() ? client.read().toText() : "silence";
    }

    static void send(test::RawClient &client, const Step &step)
    {
        const auto command = step.word(1);
        if (command == "login")
            login(client, step);
        else if (command == "subscribe")
            client.subscribe(step.who(), step.option("filter", ""));
        else if (command == "unsubscribe")
            client.unsubscribe(step.who());
        else if (command == "get")
            get(client, step);
        else if (command == "ack")
            client.ack(step.word(2).toLongLong(), step.who());
        else if (command == "rollback")
            client.rollback(step.word(2).toLongLong(), step.who());
        else if (command == "packet")
            client.sendPacket(step.word(2).toInt(), QByteArray::fromHex(step.word(3)));
        else if (command == "frame")
            client.sendFrame(QByteArray::fromHex(step.word(2)));
        else if (command == "bytes")
            client.sendBytes(QByteArray::fromHex(step.word(2)));
        else
            qFatal("unknown step %s", command.constData());
    }

    static void login(test::RawClient &client, const Step &step)
    {
        const auto password = step.option("password");
        client.login(step.option("user", ""),
                     password ? client.scrambled(*password) : step.option("hex", ""),
                     step.option("dest") ? std::optional(step.who()) : std::nullopt);
    }

    static void get(test::RawClient &client, const Step &step)
    {
        const auto timeout = step.option("timeout", "-1");
        client.get(step.word(2).toInt(),
                   timeout == "none" ? std::nullopt : std::optional(timeout.toLongLong()),
                   step.option("unit", "2").toInt(), step.who());
    }

    EmbeddedServer m_server;
    ServedInstance *const m_instance;
    const QByteArrayList m_entries;
    qsizetype m_fed = 0;
    std::map<QByteArray, std::unique_ptr<test::RawClient>> m_clients;
};

QDir dialogues() { return { test::dataFile(u"dialogues"_s) }; }

} // namespace

class TestServerDialogues : public QObject
{
    Q_OBJECT

private slots:
    void init() { QTest::failOnWarning(QRegularExpression(u"."_s)); }
    void answersAsTheRealServer_data();
    void answersAsTheRealServer();
};

void TestServerDialogues::answersAsTheRealServer_data()
{
    QTest::addColumn<QString>("path");
    const auto files = dialogues().entryInfoList({ u"*.txt"_s }, QDir::Files, QDir::Name);
    QVERIFY(files.size() > 20);
    for (const auto &file : files)
        QTest::newRow(qPrintable(file.completeBaseName())) << file.filePath();
}

void TestServerDialogues::answersAsTheRealServer()
{
    QFETCH(QString, path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    std::optional<Dialogue> dialogue;
    int lineNumber = 0;
    int answers = 0;
    for (const auto &line : file.readAll().split('\n')) {
        ++lineNumber;
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const Step step(line);
        if (step.word(0) == "server") {
            dialogue.emplace(step);
            continue;
        }
        const auto answer = dialogue->play(step);
        if (step.word(1) != "<")
            continue;
        ++answers;
        QVERIFY2(answer == step.rest(2),
                 qPrintable(u"line %1: %2"_s.arg(lineNumber).arg(QString::fromUtf8(answer))));
    }
    QVERIFY(answers > 0);
}

QTEST_GUILESS_MAIN(TestServerDialogues)
#include "tst_serverdialogues.moc"
