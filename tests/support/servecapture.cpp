// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0

// Serves recorded entries as a Canal server would, to be compared with a real one:
//   servecapture --frames FILE [--first N] [--listen 127.0.0.1:0] [--destination example]
//                [--user U] [--passwd-hex H] [--login-ok-after-error] [--mode MEMSIZE|ITEMSIZE]
//                [--events N] [--memunit N] [--txsize N] [--filter REGEX]
// prints "listening on HOST:PORT". Lines on stdin, each answered with "ok LINE" or "error TEXT":
//   more N       the next N entries of FILE (with --first; without, all of them are there at once)
//   feed OTHER   all entries of another file
//   restart      kill -9 and start
//   quit         as the end of stdin does
#include "protocol/framedecoder.h"
#include "protocol/packetcodec.h"
#include "protocol/server/embeddedserver.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QSocketNotifier>
#include <QTextStream>

#include <array>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

using namespace canal;
using namespace canal::server;

constexpr qsizetype largestFrame = qsizetype(1) << 28;

// Every entry of the MESSAGES frames in a file; nullopt when it cannot be read.
std::optional<QByteArrayList> entriesOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    FrameDecoder decoder(largestFrame);
    decoder.append(file.readAll());
    const PacketCodec codec({ u"example"_s, 1 });
    QByteArrayList entries;
    for (;;) {
        const auto frame = decoder.next();
        if (!frame)
            return {};
        if (!*frame)
            break;
        const auto packet = codec.decode(**frame);
        if (!packet || !std::holds_alternative<Messages>(*packet))
            return {};
        for (const auto entry : std::get<Messages>(*packet).entries)
            entries.append(QByteArray(entry.data(), static_cast<qsizetype>(entry.size())));
    }
    return decoder.isInsideFrame() ? std::nullopt : std::optional(entries);
}

void say(const QString &line)
{
    QTextStream out(stdout);
    out << line << Qt::endl;
}

class Control : public QObject
{
public:
    Control(EmbeddedServer &server, ServedInstance &instance, QByteArrayList entries)
        : m_server(server)
        , m_instance(instance)
        , m_entries(std::move(entries))
        , m_stdin(STDIN_FILENO, QSocketNotifier::Read)
    {
        connect(&m_stdin, &QSocketNotifier::activated, this, &Control::readStdin);
    }

    bool feedNext(qsizetype count)
    {
        const auto part = m_entries.mid(m_next, count);
        m_next += part.size();
        return m_instance.append(part);
    }

private:
    void readStdin()
    {
        std::array<char, 4096> buffer {};
        const auto count = ::read(STDIN_FILENO, buffer.data(), buffer.size());
        if (count <= 0)
            return QCoreApplication::quit();
        m_input.append(buffer.data(), count);
        for (auto end = m_input.indexOf('\n'); end >= 0; end = m_input.indexOf('\n')) {
            const auto line = QString::fromUtf8(m_input.left(end));
            m_input.remove(0, end + 1);
            say((obey(line) ? u"ok "_s : u"error "_s) + line);
        }
    }

    bool obey(const QString &line)
    {
        const auto word = line.section(u' ', 0, 0);
        const auto rest = line.section(u' ', 1);
        if (word == u"restart")
            return m_server.restart(), true;
        if (word == u"more")
            return feedNext(rest.toLongLong());
        if (word == u"quit")
            return QCoreApplication::quit(), true;
        const auto entries = word == u"feed" ? entriesOf(rest) : std::nullopt;
        return entries && m_instance.append(*entries);
    }

    EmbeddedServer &m_server;
    ServedInstance &m_instance;
    const QByteArrayList m_entries;
    qsizetype m_next = 0;
    QSocketNotifier m_stdin;
    QByteArray m_input;
};

void addOptions(QCommandLineParser &parser)
{
    for (const auto &name : { u"frames"_s, u"first"_s, u"user"_s, u"passwd-hex"_s, u"filter"_s })
        parser.addOption({ name, {}, name });
    parser.addOption({ u"listen"_s, {}, u"address"_s, u"127.0.0.1:0"_s });
    parser.addOption({ u"destination"_s, {}, u"name"_s, u"example"_s });
    parser.addOption({ u"mode"_s, {}, u"mode"_s, u"MEMSIZE"_s });
    parser.addOption({ u"events"_s, {}, u"number"_s, u"16384"_s });
    parser.addOption({ u"memunit"_s, {}, u"bytes"_s, u"1024"_s });
    parser.addOption({ u"txsize"_s, {}, u"entries"_s, u"1024"_s });
    parser.addOption({ u"login-ok-after-error"_s, {} });
}

ServerConfig serverConfig(const QCommandLineParser &parser)
{
    ServerConfig config;
    auto &session = config.connection.session;
    session.account = { parser.value(u"user"_s).toUtf8(), parser.value(u"passwd-hex"_s).toUtf8() };
    if (parser.isSet(u"login-ok-after-error"_s))
        session.rejectedLogin = RejectedLogin::ErrorThenOk;
    return config;
}

DestinationConfig destinationConfig(const QCommandLineParser &parser)
{
    DestinationConfig config;
    config.name = parser.value(u"destination"_s).toUtf8();
    config.filter = parser.value(u"filter"_s).toUtf8();
    config.transactionSize = parser.value(u"txsize"_s).toInt();
    config.ring.events = parser.value(u"events"_s).toInt();
    config.ring.memUnit = parser.value(u"memunit"_s).toInt();
    if (parser.value(u"mode"_s) == u"ITEMSIZE")
        config.ring.mode = BatchMode::ItemSize;
    return config;
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): Result checks before it is read
int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    addOptions(parser);
    parser.process(app);
    const auto entries = entriesOf(parser.value(u"frames"_s));
    if (!entries)
        qFatal("cannot read the frames");
    EmbeddedServer server(serverConfig(parser));
    const auto instance = server.addDestination(destinationConfig(parser));
    if (!instance)
        qFatal("no such destination can be served");
    const auto address = parser.value(u"listen"_s);
    const auto port = static_cast<quint16>(address.section(u':', -1).toUInt());
    if (const auto listening = server.listen(address.section(u':', 0, -2), port); !listening)
        qFatal("cannot listen: %s", qPrintable(listening.error().detail));
    Control control(server, **instance, *entries);
    control.feedNext(parser.isSet(u"first"_s) ? parser.value(u"first"_s).toLongLong()
                                              : entries->size());
    say(u"listening on %1:%2"_s.arg(server.address()).arg(server.port()));
    return QCoreApplication::exec();
}
