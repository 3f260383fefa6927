// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/commandline.h"
#include "app/headlessrunner.h"
#include "app/password.h"
#include "app/signalwatcher.h"

#include <QCoreApplication>

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
int print(const QString &text)
{
    const auto bytes = text.toUtf8();
    const bool written
        = std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stdout)
            == static_cast<std::size_t>(bytes.size())
        && std::fflush(stdout) == 0;
    return toInt(written ? ExitCode::Ok : ExitCode::File);
}

} // namespace

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto options = parseCommandLine(arguments);
    if (!options) {
        complain(options.error().text);
        complain(u"see canal-inspector --help"_s);
        return toInt(ExitCode::Usage);
    }
    return print(usage());
}
