// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/keychain.h"

#ifdef CANAL_HAS_KEYCHAIN
#include <qt6keychain/keychain.h>
#endif

using namespace Qt::StringLiterals;

namespace canal {

#ifdef CANAL_HAS_KEYCHAIN

namespace {

const auto service = u"canal-inspector"_s;

// Jobs delete themselves. QtKeychain would fall back to a readable file; that is never allowed.
template <typename Job>
Job *makeJob(const QString &account)
{
    auto *job = new Job(service);
    job->setAutoDelete(true);
    job->setInsecureFallback(false);
    job->setKey(account);
    return job;
}

class Keychain : public PasswordStore
{
public:
    void read(const QString &account, QObject &context, ReadDone done) override
    {
        auto *job = makeJob<QKeychain::ReadPasswordJob>(account);
        QObject::connect(job, &QKeychain::Job::finished, &context, [job, done = std::move(done)] {
            if (job->error() != QKeychain::NoError)
                return done(Failure { job->errorString() });
            done(Secret(job->binaryData()));
        });
        job->start();
    }

    void write(const QString &account, const Secret &password, QObject &context,
               WriteDone done) override
    {
        auto *job = makeJob<QKeychain::WritePasswordJob>(account);
        auto text = password.reveal();
        job->setBinaryData(text);
        QObject::connect(job, &QKeychain::Job::finished, &context, [job, done = std::move(done)] {
            if (job->error() != QKeychain::NoError)
                return done(Failure { job->errorString() });
            done(Ok {});
        });
        job->start();
        wipe(text);
    }

    void forget(const QString &account) override
    {
        makeJob<QKeychain::DeletePasswordJob>(account)->start();
    }
};

} // namespace

std::unique_ptr<PasswordStore> systemKeychain() { return std::make_unique<Keychain>(); }

#else

std::unique_ptr<PasswordStore> systemKeychain() { return nullptr; }

#endif

} // namespace canal
