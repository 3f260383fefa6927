// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientconfig.h"
#include "protocol/result.h"

#include <QString>

#include <optional>

namespace canal {

// canal://[user@]host[:port]/destination[?client-id=N&filter=REGEX&batch-kb=N]
// A password has no place in it.
struct CanalUrl
{
    QString host;
    quint16 port = defaultPort;
    QString user;
    QString destination;
    std::optional<qint16> clientId; // nullopt: choose one of our own
    QString filter;
    int batchKb = 1000;
};

struct CanalUrlError
{
    enum class Kind {
        NotCanal, // another scheme, or no URL at all
        PasswordInside,
        BadHost,
        BadPort,
        NoDestination,
        BadDestination, // more than one path segment
        UnknownKey,
        BadClientId,
        BadBatchKb,
        BadFilter,
        Fragment, // an unescaped '#'
    };

    Kind kind;
    QString detail; // the text at fault
};

// Percent-decoded; '+' is a plus.
Result<CanalUrl, CanalUrlError> parseCanalUrl(const QString &text);

} // namespace canal
