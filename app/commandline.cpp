// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/commandline.h"

#include <QCommandLineParser>

#include <cmath>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Action = Options::Action;

// Each option and the actions it goes with; the single table behind parsing and checking.
struct Known
{
    QString name;
    QString value; // empty: takes none
    QList<Action> goesWith;
};

const QList<Known> &knownOptions()
{
    static const QList<Action> any { Action::Window, Action::Headless, Action::Screenshot };
    static const QList<Action> feeds { Action::Window, Action::Headless, Action::Screenshot,
                                       Action::Serve };
    static const QList<Known> known {
        { u"help"_s, {}, {} },
        { u"version"_s, {}, {} },
        { u"headless"_s, {}, { Action::Headless } },
        { u"serve"_s, u"demo"_s, { Action::Serve } },
        { u"screenshot"_s, u"FILE"_s, { Action::Screenshot } },
        { u"demo"_s, {}, any },
        { u"connect"_s, u"URL"_s, any },
        { u"mode"_s, u"MODE"_s, any },
        { u"password-fd"_s, u"N"_s, feeds },
        { u"memory"_s, u"MB"_s, any },
        { u"tables"_s, u"REGEX"_s, { Action::Headless } },
        { u"csv"_s, u"FILE"_s, { Action::Headless } },
        { u"report"_s, u"FILE"_s, { Action::Headless } },
        { u"values"_s, u"STYLE"_s, { Action::Headless } },
        { u"max-rows"_s, u"N"_s, { Action::Headless } },
        { u"for"_s, u"SECONDS"_s, { Action::Headless, Action::Screenshot } },
        { u"idle"_s, u"SECONDS"_s, { Action::Headless } },
        { u"listen"_s, u"HOST:PORT"_s, { Action::Serve } },
        { u"destination"_s, u"NAME"_s, { Action::Serve } },
        { u"user"_s, u"U"_s, { Action::Serve } },
        { u"seed"_s, u"N"_s, feeds },
        { u"rate"_s, u"N"_s, feeds },
        { u"flavour"_s, u"NAME"_s, feeds },
        { u"size"_s, u"WxH"_s, { Action::Window, Action::Screenshot } },
        { u"theme"_s, u"THEME"_s, { Action::Window, Action::Screenshot } },
        { u"lang"_s, u"LANG"_s, { Action::Window, Action::Screenshot } },
    };
    return known;
}

QString describe(const CanalUrlError &error)
{
    using enum CanalUrlError::Kind;
    switch (error.kind) {
    case NotCanal:
        return u"not a Canal URL; it looks like canal://host:11111/destination"_s;
    case PasswordInside:
        return u"a password does not belong into the URL; put it into $CANAL_PASSWORD or use "
               u"--password-fd"_s;
    case BadHost:
        return u"no host in the URL; it looks like canal://host:11111/destination"_s;
    case BadPort:
        return u"the URL's port must be a number from 1 to 65535"_s;
    case NoDestination:
        return u"no destination in the URL; it looks like canal://host:11111/destination"_s;
    case BadDestination:
        return u"the destination \""_s + error.detail
            + u"\" holds a slash; write it as %2F if it belongs to the name"_s;
    case UnknownKey:
        return u"the URL's key \"%1\" is not known; known are client-id, filter and batch-kb"_s.arg(
            error.detail);
    case BadClientId:
        return u"client-id must be a number from -32768 to 32767, not \"%1\""_s.arg(error.detail);
    case BadBatchKb:
        return u"batch-kb must be a number from 1 to %1, not \"%2\""_s.arg(maxFetchKb)
            .arg(error.detail);
    case BadFilter:
        return u"the filter \"%1\" is not sent: a Canal server may not understand it, and one that "
               u"it does not understand stops the destination for everybody"_s.arg(error.detail);
    case Fragment:
        return u"write # as %23 in the URL"_s;
    }
    Q_UNREACHABLE();
}

class Parser
{
public:
    explicit Parser(QStringList arguments)
        : m_arguments(std::move(arguments))
    { }

    Result<Options, UsageError> parse();

private:
    void fail(const QString &text)
    {
        if (m_error.isEmpty())
            m_error = text;
    }
    bool has(const char *name) const { return m_parser.isSet(QLatin1StringView(name)); }
    QString value(const char *name) const { return m_parser.value(QLatin1StringView(name)); }
    bool registerAndRead();
    void chooseAction();
    void checkCombination();
    void readSource();
    void readFeed();
    void readHeadless();
    void readOutputs();
    void readServe();
    void readScreenshot();

    std::optional<qlonglong> number(const char *name, qlonglong least, qlonglong most);
    std::optional<int> seconds(const char *name);
    template <typename T>
    void choice(const char *name, const QList<std::pair<QString, T>> &choices, T &out);

    const QStringList m_arguments;
    QCommandLineParser m_parser;
    Options m_options;
    QString m_error;
};

bool Parser::registerAndRead()
{
    m_parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    for (const auto &known : knownOptions())
        m_parser.addOption(QCommandLineOption(known.name, {}, known.value));
    if (!m_parser.parse(QStringList { u"canal-inspector"_s } + m_arguments)) {
        fail(m_parser.errorText());
        return false;
    }
    if (!m_parser.positionalArguments().isEmpty())
        fail(u"\"%1\" is not an option"_s.arg(m_parser.positionalArguments().constFirst()));
    for (const auto &name : m_parser.optionNames())
        if (m_parser.optionNames().count(name) > 1)
            fail(u"--%1 is given twice"_s.arg(name));
    return m_error.isEmpty();
}

void Parser::chooseAction()
{
    if (has("help"))
        m_options.action = Action::Help;
    else if (has("version"))
        m_options.action = Action::Version;
    else if (has("headless"))
        m_options.action = Action::Headless;
    else if (has("serve"))
        m_options.action = Action::Serve;
    else if (has("screenshot"))
        m_options.action = Action::Screenshot;
}

void Parser::checkCombination()
{
    static const QHash<Action, QString> names { { Action::Window, u"the window"_s },
                                                { Action::Headless, u"--headless"_s },
                                                { Action::Serve, u"--serve"_s },
                                                { Action::Screenshot, u"--screenshot"_s } };
    const auto action = m_options.action;
    for (const auto &known : knownOptions())
        if (m_parser.isSet(known.name) && !known.goesWith.contains(action))
            fail(u"--%1 does not go with %2"_s.arg(known.name, names.value(action)));
    if (has("demo") && has("connect"))
        fail(u"--demo and --connect exclude each other"_s);
    const bool needsSource = action == Action::Headless || action == Action::Screenshot;
    if (needsSource && !has("demo") && !has("connect"))
        fail(u"%1 needs --demo or --connect URL"_s.arg(names.value(action)));
    for (const auto *name : { "seed", "rate", "flavour" })
        if (has(name) && action != Action::Serve && !has("demo"))
            fail(u"--%1 goes with --demo and --serve only"_s.arg(QLatin1StringView(name)));
}

std::optional<qlonglong> Parser::number(const char *name, qlonglong least, qlonglong most)
{
    if (!has(name))
        return {};
    bool ok = false;
    const auto number = value(name).toLongLong(&ok);
    if (ok && number >= least && number <= most)
        return number;
    fail(u"--%1 must be a number from %2 to %3, not \"%4\""_s.arg(QLatin1StringView(name))
             .arg(least)
             .arg(most)
             .arg(value(name)));
    return {};
}

std::optional<int> Parser::seconds(const char *name)
{
    if (!has(name))
        return {};
    constexpr double most = 2'000'000; // a timer counts milliseconds in an int
    bool ok = false;
    const double seconds = value(name).toDouble(&ok);
    if (ok && seconds >= 0 && seconds <= most)
        return static_cast<int>(std::lround(seconds * 1000));
    fail(u"--%1 must be a number of seconds from 0 to %2, not \"%3\""_s.arg(QLatin1StringView(name))
             .arg(static_cast<int>(most))
             .arg(value(name)));
    return {};
}

template <typename T>
void Parser::choice(const char *name, const QList<std::pair<QString, T>> &choices, T &out)
{
    if (!has(name))
        return;
    QStringList words;
    for (const auto &[word, meaning] : choices) {
        if (value(name) == word) {
            out = meaning;
            return;
        }
        words.append(word);
    }
    fail(u"--%1 must be %2, not \"%3\""_s.arg(QLatin1StringView(name), words.join(u" or "_s),
                                              value(name)));
}

void Parser::readSource()
{
    m_options.demo = has("demo");
    if (has("connect")) {
        const auto url = parseCanalUrl(value("connect"));
        if (url)
            m_options.url = *url;
        else
            fail(describe(url.error()));
    }
    QList<std::pair<QString, std::optional<AccessMode>>> modes { { u"peek"_s, AccessMode::Peek },
                                                                 { u"auto"_s, AccessMode::Auto } };
    if (m_options.action != Action::Headless)
        modes.append({ u"manual"_s, AccessMode::Manual });
    choice("mode", modes, m_options.mode);
    if (const auto fd = number("password-fd", 0, 65535))
        m_options.passwordFd = static_cast<int>(*fd);
    if (const auto megabytes = number("memory", 64, 1 << 20))
        m_options.memoryCap = static_cast<std::size_t>(*megabytes) << 20;
}

void Parser::readFeed()
{
    if (const auto seed = number("seed", 0, std::numeric_limits<qlonglong>::max()))
        m_options.seed = static_cast<quint64>(*seed);
    if (const auto rate = number("rate", 1, 1'000'000))
        m_options.rowsPerSecond = static_cast<int>(*rate);
    choice<Options::Flavour>(
        "flavour",
        { { u"mysql"_s, Options::Flavour::MySql }, { u"mariadb"_s, Options::Flavour::MariaDb } },
        m_options.flavour);
}

void Parser::readHeadless()
{
    if (has("tables")) {
        m_options.tables = QRegularExpression(QRegularExpression::anchoredPattern(value("tables")),
                                              QRegularExpression::CaseInsensitiveOption);
        if (!m_options.tables.isValid())
            fail(u"--tables is no regular expression: %1"_s.arg(m_options.tables.errorString()));
    }
    readOutputs();
    choice<ValueStyle>("values",
                       { { u"decoded"_s, ValueStyle::Decoded }, { u"raw"_s, ValueStyle::Raw } },
                       m_options.values);
    if (const auto rows = number("max-rows", 1, std::numeric_limits<qlonglong>::max()))
        m_options.maxRows = static_cast<quint64>(*rows);
    m_options.forMs = seconds("for");
    m_options.idleMs = seconds("idle");
}

void Parser::readOutputs()
{
    if (has("csv"))
        m_options.csv = value("csv");
    if (m_options.csv.isEmpty())
        fail(u"--csv needs a file name, or - for standard output"_s);
    if (!has("report"))
        return;
    m_options.report = value("report");
    if (m_options.report.isEmpty())
        fail(u"--report needs a file name, or - for standard output"_s);
    if (m_options.report != u"-")
        return;
    if (has("csv") && m_options.csv == u"-")
        fail(u"--csv and --report cannot both write to standard output"_s);
    if (!has("csv"))
        m_options.csv.clear();
}

void Parser::readServe()
{
    if (has("serve") && value("serve") != u"demo")
        fail(u"--serve knows only \"demo\""_s);
    if (has("listen")) {
        const auto text = value("listen");
        const auto colon = text.lastIndexOf(u':');
        auto host = text.first(qMax<qsizetype>(colon, 0));
        if (host.startsWith(u'[') && host.endsWith(u']'))
            host = host.sliced(1, host.size() - 2);
        bool ok = false;
        const auto port = text.sliced(colon + 1).toUShort(&ok);
        if (colon < 1 || host.isEmpty() || !ok)
            fail(u"--listen must be HOST:PORT, not \"%1\""_s.arg(text));
        m_options.listenHost = host;
        m_options.listenPort = port;
    }
    if (has("destination"))
        m_options.destination = value("destination");
    if (m_options.destination.isEmpty())
        fail(u"--destination needs a name"_s);
    m_options.user = value("user");
}

void Parser::readScreenshot()
{
    m_options.screenshot = value("screenshot");
    if (has("screenshot") && m_options.screenshot.isEmpty())
        fail(u"--screenshot needs a file name"_s);
    if (has("size")) {
        const auto parts = value("size").split(u'x');
        bool wide = false;
        bool high = false;
        const QSize size
            = parts.size() == 2 ? QSize(parts[0].toInt(&wide), parts[1].toInt(&high)) : QSize();
        if (!wide || !high || size.width() < 320 || size.height() < 240 || size.width() > 16'384
            || size.height() > 16'384)
            fail(u"--size must look like 1280x720, not \"%1\""_s.arg(value("size")));
        m_options.size = size;
    }
    choice<Options::Theme>(
        "theme", { { u"light"_s, Options::Theme::Light }, { u"dark"_s, Options::Theme::Dark } },
        m_options.theme);
    choice<QString>("lang", { { u"en"_s, u"en"_s }, { u"zh_CN"_s, u"zh_CN"_s } },
                    m_options.language);
}

Result<Options, UsageError> Parser::parse()
{
    if (registerAndRead()) {
        chooseAction();
        if (m_options.action == Action::Help || m_options.action == Action::Version)
            return m_options;
        checkCombination();
        readSource();
        readFeed();
        readHeadless();
        readServe();
        readScreenshot();
    }
    if (!m_error.isEmpty())
        return Failure { UsageError { m_error } };
    return m_options;
}

} // namespace

Result<Options, UsageError> parseCommandLine(const QStringList &arguments)
{
    return Parser(arguments).parse();
}

QString versionLine()
{
    return u"canal-inspector %1"_s.arg(QStringLiteral(CANAL_INSPECTOR_VERSION));
}

ConnectionProfile Options::profile() const
{
    ConnectionProfile profile;
    profile.name = u"%1/%2"_s.arg(url->host, url->destination);
    profile.host = url->host;
    profile.port = url->port;
    profile.destination = url->destination;
    profile.clientId = url->clientId.value_or(0);
    profile.ownClientId = !url->clientId;
    profile.user = url->user;
    profile.mode = accessMode();
    profile.batchKb = url->batchKb;
    profile.filter = url->filter;
    return profile;
}

QString usage()
{
    return QStringLiteral(
        R"(Shows live what an Alibaba Canal server (MySQL binlog change stream) sends.

  canal-inspector [--demo | --connect URL]
      The window. --mode peek|manual|auto, --theme light|dark, --lang en|zh_CN, --size WxH.
      --memory MB   for captured rows, 64 or more (default 1024); older ones go to a file in the
                    cache directory that only this process can see. Also with --headless.

  canal-inspector --headless (--demo | --connect URL) [--mode peek|auto] [--tables REGEX]
                  [--csv FILE|-] [--report FILE|-] [--values decoded|raw] [--max-rows N]
                  [--for SECONDS] [--idle SECONDS]
      No window: row changes as CSV lines, on standard output unless --csv names a file.
      --tables   only tables whose schema.table matches (on this side; nothing is sent)
      --values   decoded: ENUM and SET by name, bytes as 0x...; raw: as Canal sent them
      --report   at the end how much it was and how fast, as one JSON object; on standard
                 output it stands alone: no CSV then, unless --csv names a file
      --max-rows, --for, --idle   when to stop; else on SIGINT or SIGTERM

  canal-inspector --serve demo [--listen HOST:PORT] [--destination NAME] [--user U]
      The built-in demo as a Canal server of its own, for other people's clients.
      --seed N, --rate ROWS_PER_SECOND, --flavour mysql|mariadb also go with --demo.

  canal-inspector --screenshot FILE.png (--demo | --connect URL) [--for SECONDS]
                  [--size 1280x720] [--theme light|dark] [--lang en|zh_CN]
      A picture of the window after some seconds (default 3).

  canal-inspector --version | --help

URL  canal://[user@]host[:port]/destination[?client-id=N&filter=REGEX&batch-kb=N]
     Without client-id a random one of our own is used. filter changes the server's filter for
     every client of the destination; without it the server's is left alone.
     The password is read from $CANAL_PASSWORD or from --password-fd N.

Modes  peek    looks and never acknowledges; gives everything back at the end (default)
       manual  acknowledges and rolls back what you say (window only)
       auto    acknowledges every batch once it is kept: consumes (default of --demo)

Exit codes  0 ok, 1 usage, 2 network, 3 rejected by the server, 4 protocol, 5 file
)");
}

} // namespace canal
