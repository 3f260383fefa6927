// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"
#include "protocol/secret.h"

#include <QString>

#include <functional>

class QObject;

namespace canal {

// Keeps passwords between runs, outside of our files. Errors are sentences, and all of them only
// mean that the user is asked. What is `done` is told later, in the GUI thread, unless `context`
// has gone by then.
class PasswordStore
{
public:
    using ReadDone = std::function<void(Result<Secret, QString>)>;
    using WriteDone = std::function<void(Result<Ok, QString>)>;

    PasswordStore() = default;
    virtual ~PasswordStore() = default;
    PasswordStore(const PasswordStore &) = delete;
    PasswordStore &operator=(const PasswordStore &) = delete;
    PasswordStore(PasswordStore &&) = delete;
    PasswordStore &operator=(PasswordStore &&) = delete;

    virtual void read(const QString &account, QObject &context, ReadDone done) = 0;
    virtual void write(const QString &account, const Secret &password, QObject &context,
                       WriteDone done)
        = 0;
    virtual void forget(const QString &account) = 0;
};

} // namespace canal
