// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/password.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <unistd.h>

namespace canal {

static constexpr const char *variable = "CANAL_PASSWORD";

Secret takePasswordFromEnvironment()
{
    auto *value = std::getenv(variable); // NOLINT(concurrency-mt-unsafe): before any thread
    if (value == nullptr)
        return {};
    QByteArray text(value);
    std::memset(value, 0, std::strlen(value)); // else /proc/PID/environ goes on showing it
    ::unsetenv(variable); // NOLINT(concurrency-mt-unsafe)
    return Secret(std::move(text));
}

Result<Secret, QString> readPassword(int fd)
{
    constexpr qsizetype mostBytes = 65'536;
    QByteArray text(mostBytes, '\0');
    qsizetype size = 0;
    while (size < mostBytes) {
        const auto got = ::read(fd, text.data() + size, static_cast<std::size_t>(mostBytes - size));
        if (got == 0)
            break;
        if (got < 0) {
            if (errno == EINTR)
                continue;
            wipe(text);
            return Failure { QString::fromLocal8Bit(
                std::strerror(errno)) }; // NOLINT(concurrency-mt-unsafe)
        }
        size += got;
    }
    if (size > 0 && text[size - 1] == '\n')
        --size;
    if (size > 0 && text[size - 1] == '\r')
        --size;
    Secret secret(QByteArray(text.constData(), size));
    wipe(text);
    return secret;
}

} // namespace canal
