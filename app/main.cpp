// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/attachnote.h"
#include "app/commandline.h"
#include "app/demohost.h"
#include "app/guirunner.h"
#include "app/headlessrunner.h"
#include "app/password.h"
#include "app/servemode.h"
#include "app/signalwatcher.h"
#include "ui/theme.h"
#include "ui/translations.h"

#include <QApplication>

#include <cstdio>

using namespace canal;
using namespace Qt::StringLiterals;

namespace {

int toInt(ExitCode code) { return static_cast<int>(code); }

void complain(const QString &text)
{
    std::fprintf(stderr, "canal-inspector: %s\n", qUtf8Printable(text));
}

// What --help and --version print; a closed standard output is a file error as everywhere.
ExitCode print(const QString &text)
{
    const bool written = std::fputs(qUtf8Printable(text), stdout) >= 0 && std::fflush(stdout) == 0;
    return written ? ExitCode::Ok : ExitCode::File;
}

ClientConfig configFor(const CanalUrl &url, const Options &options, Secret password,
                       const Attachment &attachment)
{
    ClientConfig config;
    config.host = url.host;
    config.port = url.port;
    config.user = url.user;
    config.password = std::move(password);
    config.destination = attachment.destination();
    config.ownClientId = !url.clientId;
    config.rollbackOnAttach = attachment.endedUncleanly();
    config.filter = url.filter;
    config.fetchKb = url.batchKb;
    config.mode = options.accessMode();
    return config;
}

// Null when another window or run holds the id.
std::unique_ptr<Attachment> attachmentFor(const CanalUrl &url)
{
    if (!url.clientId)
        return Attachment::takeOwn(url.host, url.port, url.destination);
    auto taken = Attachment::take(url.host, url.port, { url.destination, *url.clientId });
    if (taken)
        return *std::move(taken);
    complain(u"client id %1 of %2 on %3:%4 is in use by another window or run of this program; two "
             u"with one id break each other's batches"_s.arg(*url.clientId)
                 .arg(url.destination, url.host)
                 .arg(url.port));
    return nullptr;
}

ExitCode runHeadless(const Options &options, Secret password)
{
    SignalWatcher signalWatcher;
    std::unique_ptr<DemoHost> demo;
    std::unique_ptr<Attachment> attachment;
    ClientConfig config;
    if (options.demo) {
        demo = std::make_unique<DemoHost>(options);
        if (!demo->isListening()) {
            complain(u"the demo's server cannot listen on 127.0.0.1"_s);
            return ExitCode::Network;
        }
        config = demo->clientConfig();
    } else {
        attachment = attachmentFor(*options.url);
        if (!attachment)
            return ExitCode::Usage;
        config = configFor(*options.url, options, std::move(password), *attachment);
    }
    HeadlessRunner runner(options, std::move(config), std::move(attachment));
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, &runner, &HeadlessRunner::stop);
    auto code = ExitCode::Ok;
    QObject::connect(&runner, &HeadlessRunner::finished, QCoreApplication::instance(),
                     [&code](ExitCode result) {
                         code = result;
                         QCoreApplication::quit();
                     });
    QMetaObject::invokeMethod(&runner, &HeadlessRunner::start, Qt::QueuedConnection);
    QCoreApplication::exec();
    return code;
}

ThemeBase themeOf(Options::Theme theme)
{
    switch (theme) {
    case Options::Theme::System:
        return ThemeBase::System;
    case Options::Theme::Light:
        return ThemeBase::Light;
    case Options::Theme::Dark:
        return ThemeBase::Dark;
    }
    Q_UNREACHABLE();
}

ExitCode runWindow(QApplication &application, const Options &options, Secret password)
{
    QApplication::setDesktopFileName(u"canal-inspector"_s);
    installTranslators(application, options.language);
    applyTheme(application, { themeOf(options.theme), false });
    SignalWatcher signalWatcher;
    GuiRunner runner(options, std::move(password));
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, &runner, &GuiRunner::stop);
    auto code = ExitCode::Ok;
    QObject::connect(&runner, &GuiRunner::finished, QCoreApplication::instance(),
                     [&code](ExitCode result) {
                         code = result;
                         QCoreApplication::quit();
                     });
    QMetaObject::invokeMethod(&runner, &GuiRunner::start, Qt::QueuedConnection);
    QApplication::exec();
    return code;
}

// A picture needs no display; the window says in words what is missing instead of Qt's abort.
bool chooseDisplay(Options::Action action)
{
    const bool hasDisplay = qEnvironmentVariableIsSet("DISPLAY")
        || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    if (hasDisplay)
        return true;
    if (action == Options::Action::Screenshot)
        return qputenv("QT_QPA_PLATFORM", "offscreen");
    complain(u"there is no display ($DISPLAY and $WAYLAND_DISPLAY are not set); try --headless or "
             u"--screenshot FILE.png"_s);
    return false;
}

Result<Secret, QString> passwordFor(const Options &options)
{
    auto fromEnvironment = takePasswordFromEnvironment(); // taken away in any case
    if (options.passwordFd < 0)
        return fromEnvironment;
    return readPassword(options.passwordFd);
}

} // namespace

// NOLINTNEXTLINE(bugprone-exception-escape): nothing but an exhausted memory throws
int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto options = parseCommandLine(arguments);
    auto password = options ? passwordFor(*options) : Secret();
    if (!options) {
        complain(options.error().text);
        complain(u"canal-inspector --help says what can be given"_s);
        return toInt(ExitCode::Usage);
    }
    if (!password) {
        complain(u"cannot read the password from descriptor %1: %2"_s.arg(options->passwordFd)
                     .arg(password.error()));
        return toInt(ExitCode::Usage);
    }
    QCoreApplication::setApplicationName(u"canal-inspector"_s);
    switch (options->action) {
    case Options::Action::Help:
        return toInt(print(usage()));
    case Options::Action::Version:
        return toInt(print(versionLine() + u'\n'));
    case Options::Action::Serve: {
        const QCoreApplication application(argc, argv);
        return toInt(serve(*options, *password));
    }
    case Options::Action::Headless: {
        const QCoreApplication application(argc, argv);
        return toInt(runHeadless(*options, *std::move(password)));
    }
    case Options::Action::Window:
    case Options::Action::Screenshot: {
        if (!chooseDisplay(options->action))
            return toInt(ExitCode::Usage);
        QApplication application(argc, argv);
        return toInt(runWindow(application, *options, *std::move(password)));
    }
    }
    return toInt(ExitCode::Usage);
}
