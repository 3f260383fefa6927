// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/secret.h"

#include <QCryptographicHash>

#include <cstring>
#include <utility>

namespace canal {

static constexpr qsizetype seedBytes = 8;

static QByteArray sha1(QByteArrayView bytes)
{
    return QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha1);
}

void wipe(QByteArray &bytes)
{
    if (!bytes.isEmpty()) {
        volatile char *at = bytes.data();
        for (qsizetype i = 0; i < bytes.size(); ++i)
            at[i] = 0;
    }
    bytes.clear();
}

Secret::Secret(QByteArray &&text)
    : m_text(text.constData(), text.size()) // own bytes: a shared buffer could not be wiped
{
    canal::wipe(text);
}

Secret::Secret(const Secret &other)
    : m_text(other.m_text.constData(), other.m_text.size())
{ }

Secret::Secret(Secret &&other) noexcept
    : m_text(std::exchange(other.m_text, {}))
{ }

Secret &Secret::operator=(Secret other) noexcept
{
    std::swap(m_text, other.m_text);
    return *this;
}

Secret::~Secret() { wipe(); }

void Secret::wipe() { canal::wipe(m_text); }

Result<QByteArray, ScrambleError> Secret::scrambled(QByteArrayView seed) const
{
    if (isEmpty())
        return QByteArray();
    if (seed.isEmpty())
        return Failure { ScrambleError::NoSeed };
    if (seed.size() != seedBytes)
        return Failure { ScrambleError::OddSeed };
    auto once = sha1(m_text);
    auto token = sha1(seed.toByteArray() + sha1(once));
    for (qsizetype i = 0; i < token.size(); ++i)
        token[i] = static_cast<char>(token[i] ^ once[i]);
    canal::wipe(once);
    return token.toHex();
}

QByteArray Secret::stored() const { return sha1(sha1(m_text)).toHex().toUpper(); }

QByteArray Secret::reveal() const { return { m_text.constData(), m_text.size() }; }

bool Secret::looksStored() const
{
    const auto digits = m_text.startsWith('*') ? QByteArrayView(m_text).sliced(1) : m_text;
    if (digits.size() != 40)
        return false;
    for (const auto digit : digits)
        if (!std::strchr("0123456789abcdefABCDEF", digit) || digit == 0)
            return false;
    return true;
}

} // namespace canal
