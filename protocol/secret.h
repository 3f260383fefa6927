// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QByteArray>

namespace canal {

enum class ScrambleError {
    NoSeed, // the server sent none (before 1.1.4): the password would have to go out readable
    OddSeed, // not 8 bytes: not a Canal server we know
};

// A password. No stream operator, no conversion; its bytes are overwritten when it goes. To a
// server it goes out scrambled (scramble411, protocol.md 2.1). Any thread.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray &&text); // takes the bytes; the caller's are gone
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret other) noexcept;
    ~Secret();

    bool isEmpty() const { return m_text.isEmpty(); }

    // What a ClientAuth packet carries: 40 hex digits, or nothing for an empty password.
    Result<QByteArray, ScrambleError> scrambled(QByteArrayView seed) const;

    // What a Canal server keeps as canal.passwd: hex(SHA1(SHA1(password))).
    QByteArray stored() const;

    // Readable, for the system's keychain and nothing else; the caller wipes it.
    QByteArray reveal() const;

    // True when the text looks like such a stored form rather than a password.
    bool looksStored() const;

private:
    void wipe();

    QByteArray m_text;
};

// Overwrites the bytes, also behind the compiler's back; for the places a password passes through.
void wipe(QByteArray &bytes);

} // namespace canal
