// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace canal {

// Whom a client speaks for on a Canal server.
struct Destination
{
    QString name;
    qint16 clientId = 0; // the server parses the id as a Java short (R18)

    bool operator==(const Destination &) const = default;
};

} // namespace canal
