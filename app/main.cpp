// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/attachnote.h"
#include "app/commandline.h"
#include "app/demohost.h"
#include "app/guirunner.h"
#include "app/headlessrunner.h"
#include "app/password.h"
#include "app/say.h"
#include "app/servemode.h"
#include "app/settings.h"
#include "app/signalwatcher.h"
#include "ui/theme.h"
#include "ui/translations.h"

#include <QApplication>

#include <cstdio>

using namespace canal;
using namespace Qt::StringLiterals;

namespace {

int toInt(ExitCode code) { return static_cast<int>(code); }

// What --help and --version print; a closed standard output is a file error as everywhere.
ExitCode print(const QString &text)
{
    const bool written = std::fputs(qUtf8Printable(text), stdout) >= 0 && std::fflush(stdout) == 0;
    return written ? ExitCode::Ok : ExitCode::File;
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
            say(u"the demo's server cannot listen on 127.0.0.1"_s);
            return ExitCode::Network;
        }
        config = demo->clientConfig();
    } else {
        const auto profile = options.profile();
        auto taken = Attachment::takeFor(profile);
        if (!taken) {
            say(u"client id %1 of %2 on %3:%4 is in use by another window or run of this program; "
                u"two with one id break each other's batches"_s.arg(profile.clientId)
                    .arg(profile.destination, profile.host)
                    .arg(profile.port));
            return ExitCode::Usage;
        }
        attachment = *std::move(taken);
        config = attachment->configFor(profile, std::move(password));
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

ExitCode runWindow(QApplication &application, Options options, Secret password)
{
    if (options.action == Options::Action::Window && options.language.isEmpty())
        options.language = loadLanguage();
    QApplication::setDesktopFileName(u"canal-inspector"_s);
    installTranslators(application, options.language);
    applyTheme(application, { themeOf(options.theme), false });
    SignalWatcher signalWatcher;
    GuiRunner runner(std::move(options), std::move(password));
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
    say(u"there is no display ($DISPLAY and $WAYLAND_DISPLAY are not set); try --headless or "
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
        say(options.error().text);
        say(u"canal-inspector --help says what can be given"_s);
        return toInt(ExitCode::Usage);
    }
    if (!password) {
        say(u"cannot read the password from descriptor %1: %2"_s.arg(options->passwordFd)
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
