// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/server/logincheck.h"

#include <QCryptographicHash>

#include <algorithm>
#include <optional>

namespace canal::server {
namespace {

QByteArray sha1(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha1);
}

bool isHexDigit(char digit)
{
    return (digit >= '0' && digit <= '9') || (digit >= 'a' && digit <= 'f')
        || (digit >= 'A' && digit <= 'F');
}

// An odd number of digits is one with a leading zero.
std::optional<QByteArray> fromHex(const QByteArray &text)
{
    if (!std::all_of(text.begin(), text.end(), isHexDigit))
        return {};
    return QByteArray::fromHex(text.size() % 2 == 0 ? text : '0' + text);
}

} // namespace

LoginVerdict checkLogin(const Account &account, const QByteArray &seed, const QByteArray &user,
                        const QByteArray &scrambledHex)
{
    if (!account.user.isEmpty() && account.user != user)
        return LoginVerdict::Rejected;
    if (account.storedPassword.isEmpty())
        return LoginVerdict::Accepted;
    if (scrambledHex.isEmpty())
        return LoginVerdict::Rejected;
    const auto token = fromHex(scrambledHex);
    const auto stored = fromHex(account.storedPassword);
    if (!token || !stored)
        return LoginVerdict::Broken;
    auto once = sha1(seed + *stored);
    if (token->size() < once.size())
        return LoginVerdict::Broken;
    for (qsizetype i = 0; i < once.size(); ++i)
        once[i] = static_cast<char>(once[i] ^ token->at(i));
    return sha1(once) == *stored ? LoginVerdict::Accepted : LoginVerdict::Rejected;
}

} // namespace canal::server
