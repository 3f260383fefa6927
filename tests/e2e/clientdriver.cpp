// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// Our client by hand: connects in manual mode, takes orders from stdin, says what happens as one
// JSON object per line.
//   clientdriver PORT DESTINATION CLIENT_ID BATCH_KB
// Orders: ack N [EPOCH, else the present one], rollback, hold, release, leave (gives back and
// unsubscribes), keep (does not); the end of stdin is the end of the program.
#include "protocol/canalclient.h"
#include "protocol/entryscanner.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSocketNotifier>

#include <cstdio>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

void say(const QJsonObject &line)
{
    const auto text = QJsonDocument(line).toJson(QJsonDocument::Compact) + '\n';
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

void sayMessage(QtMsgType, const QMessageLogContext &, const QString &text)
{
    say({ { u"what"_s, u"warning"_s }, { u"text"_s, text } });
}

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

QJsonObject summary(std::string_view bytes)
{
    canal::EntryView entry;
    if (canal::scanEntry(bytes, entry) != canal::ScanResult::Ok)
        return { { u"type"_s, u"malformed"_s } };
    QJsonObject line { { u"type"_s, static_cast<int>(entry.type) },
                       { u"file"_s, textOf(entry.header.logFile) },
                       { u"offset"_s, static_cast<qint64>(entry.header.logOffset) },
                       { u"table"_s, textOf(entry.header.table) } };
    if (entry.type != canal::EntryType::RowData)
        return line;
    canal::RowChangeView change;
    if (canal::scanRowChange(entry.storeValue, {}, change) != canal::ScanResult::Ok)
        return { { u"type"_s, u"malformed"_s } };
    line.insert(u"event"_s, textOf(canal::eventTypeName(change.eventType)));
    line.insert(u"rows"_s, static_cast<qint64>(change.rows.size()));
    return line;
}

class Driver : public QObject
{
public:
    explicit Driver(const canal::ClientConfig &config);

private:
    void event(const QString &what, canal::Epoch epoch, canal::BatchId batch = canal::noBatch);
    void onBatch(canal::Epoch epoch, const canal::Messages &messages);
    void onFailed(const canal::ClientError &error);
    void onInput();
    void obey(const QByteArray &order);

    canal::CanalClient m_client;
    QSocketNotifier m_input;
    QByteArray m_unread;
    canal::Epoch m_epoch { 0 };
};

Driver::Driver(const canal::ClientConfig &config)
    : m_client(config)
    , m_input(STDIN_FILENO, QSocketNotifier::Read)
{
    using canal::BatchId;
    using canal::CanalClient;
    using canal::Epoch;
    connect(&m_input, &QSocketNotifier::activated, this, &Driver::onInput);
    connect(&m_client, &CanalClient::batchReceived, this, &Driver::onBatch);
    connect(&m_client, &CanalClient::failed, this, &Driver::onFailed);
    connect(&m_client, &CanalClient::connectionStarted, this, [this](Epoch epoch) {
        m_epoch = epoch;
        event(u"started"_s, epoch);
    });
    connect(&m_client, &CanalClient::connectionEnded, this,
            [this](Epoch epoch) { event(u"ended"_s, epoch); });
    connect(&m_client, &CanalClient::ackSent, this,
            [this](Epoch epoch, BatchId batch) { event(u"ackSent"_s, epoch, batch); });
    connect(&m_client, &CanalClient::ackConfirmed, this,
            [this](Epoch epoch, BatchId batch) { event(u"ackConfirmed"_s, epoch, batch); });
    connect(&m_client, &CanalClient::ackFailed, this,
            [this](Epoch epoch, BatchId batch) { event(u"ackFailed"_s, epoch, batch); });
    connect(&m_client, &CanalClient::rolledBack, this,
            [this](Epoch epoch) { event(u"rolledBack"_s, epoch); });
    connect(&m_client, &CanalClient::left, this, [] {
        say({ { u"what"_s, u"left"_s } });
        QCoreApplication::quit();
    });
    m_client.open();
}

void Driver::event(const QString &what, canal::Epoch epoch, canal::BatchId batch)
{
    QJsonObject line { { u"what"_s, what }, { u"epoch"_s, static_cast<qint64>(raw(epoch)) } };
    if (batch != canal::noBatch)
        line.insert(u"batch"_s, static_cast<qint64>(raw(batch)));
    say(line);
}

void Driver::onBatch(canal::Epoch epoch, const canal::Messages &messages)
{
    QJsonArray entries;
    for (const auto bytes : messages.entries)
        entries.append(summary(bytes));
    say({ { u"what"_s, u"batch"_s },
          { u"epoch"_s, static_cast<qint64>(raw(epoch)) },
          { u"batch"_s, static_cast<qint64>(raw(messages.batch)) },
          { u"entries"_s, entries } });
}

void Driver::onFailed(const canal::ClientError &error)
{
    say({ { u"what"_s, u"failed"_s },
          { u"code"_s, error.serverCode },
          { u"transient"_s, error.isTransient() },
          { u"detail"_s, error.detail.section(u'\n', 0, 0) } });
}

void Driver::onInput()
{
    char buffer[256]; // NOLINT(modernize-avoid-c-arrays): read() wants one
    const auto size = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (size <= 0) {
        m_input.setEnabled(false);
        QCoreApplication::quit();
        return;
    }
    m_unread.append(buffer, static_cast<qsizetype>(size));
    for (auto end = m_unread.indexOf('\n'); end >= 0; end = m_unread.indexOf('\n')) {
        obey(m_unread.left(end));
        m_unread.remove(0, end + 1);
    }
}

void Driver::obey(const QByteArray &order)
{
    const auto words = order.split(' ');
    if (words[0] == "ack" && words.size() > 1)
        m_client.ack(words.size() > 2 ? canal::Epoch { words[2].toUInt() } : m_epoch,
                     canal::BatchId { words[1].toLongLong() });
    else if (order == "rollback")
        m_client.rollbackAll();
    else if (order == "hold")
        m_client.hold(canal::FetchHold::User);
    else if (order == "release")
        m_client.release(canal::FetchHold::User);
    else if (order == "leave")
        m_client.leave(canal::Leave::GiveBack);
    else if (order == "keep")
        m_client.leave(canal::Leave::Keep);
    else
        say({ { u"what"_s, u"warning"_s }, { u"text"_s, u"unknown order"_s } });
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.size() != 5) {
        std::fputs("usage: clientdriver PORT DESTINATION CLIENT_ID BATCH_KB\n", stderr);
        return 2;
    }
    qInstallMessageHandler(sayMessage);
    canal::ClientConfig config;
    config.host = u"127.0.0.1"_s;
    config.port = arguments[1].toUShort();
    config.destination = { arguments[2], arguments[3].toShort() };
    config.fetchKb = arguments[4].toInt();
    config.mode = canal::AccessMode::Manual;
    config.timeouts.retryFirstMs = 100;
    config.timeouts.retryMostMs = 500;
    const Driver driver(config);
    return QCoreApplication::exec();
}
