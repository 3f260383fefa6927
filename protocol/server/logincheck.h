// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace canal::server {

// canal.user and canal.passwd. Empty ones are not checked: Canal's default lets everybody in.
struct Account
{
    QByteArray user;
    QByteArray storedPassword; // hex(SHA1(SHA1(password))), see Secret::stored()
};

enum class LoginVerdict {
    Accepted,
    Rejected,
    Broken, // not hex, or too short: Canal closes the socket without a packet (S2)
};

// The server's side of scramble411 (protocol.md 2.1). Any thread.
LoginVerdict checkLogin(const Account &account, const QByteArray &seed, const QByteArray &user,
                        const QByteArray &scrambledHex);

} // namespace canal::server
