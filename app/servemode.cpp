// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/servemode.h"

#include "app/demohost.h"
#include "app/say.h"
#include "app/signalwatcher.h"
#include "protocol/server/demoserver.h"

#include <QCoreApplication>
#include <QHostInfo>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

// The server listens on an address; a name is looked up here, once.
QString addressOf(const QString &host)
{
    if (!QHostAddress(host).isNull())
        return host;
    const auto addresses = QHostInfo::fromName(host).addresses();
    return addresses.isEmpty() ? host : addresses.constFirst().toString();
}

QString describe(const server::ListenError &error)
{
    switch (error.kind) {
    case server::ListenError::Kind::NoAddress:
        return u"%1 is no address of this machine"_s.arg(error.detail);
    case server::ListenError::Kind::NotPossible:
        return error.detail;
    case server::ListenError::Kind::NoDestination:
        return u"the destination has no name"_s;
    }
    Q_UNREACHABLE();
}

bool announce(const server::EmbeddedServer &server)
{
    const auto address = server.address();
    const auto text
        = u"listening on %1:%2\n"_s.arg(address.contains(u':') ? u"[%1]"_s.arg(address) : address)
              .arg(server.port());
    return std::fputs(qUtf8Printable(text), stdout) >= 0 && std::fflush(stdout) == 0;
}

} // namespace

ExitCode serve(const Options &options, const Secret &password)
{
    SignalWatcher signalWatcher;
    auto config = demoConfig(options);
    config.server.connection.session.account.user = options.user.toUtf8();
    if (!password.isEmpty())
        config.server.connection.session.account.storedPassword = password.stored();
    if (!options.user.isEmpty() && password.isEmpty())
        say(u"no password was given in $CANAL_PASSWORD or by --password-fd: any is accepted"_s);

    server::DemoServer demo(config);
    if (const auto listening = demo.listen(addressOf(options.listenHost), options.listenPort);
        !listening) {
        say(u"cannot listen on %1:%2: %3"_s.arg(options.listenHost)
                .arg(options.listenPort)
                .arg(describe(listening.error())));
        return ExitCode::Network;
    }
    if (!announce(demo.server()))
        return ExitCode::File;
    QObject::connect(&signalWatcher, &SignalWatcher::stopRequested, qApp, &QCoreApplication::quit);
    QCoreApplication::exec();
    return ExitCode::Ok;
}

} // namespace canal
