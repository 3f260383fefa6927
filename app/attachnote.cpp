// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/attachnote.h"

#include "protocol/clientconfig.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace canal {

Q_LOGGING_CATEGORY(logAttach, "canal.attach", QtInfoMsg)

namespace {

// $XDG_STATE_HOME/canal-inspector/attached; empty when it cannot be made.
QString directory()
{
    auto state = qEnvironmentVariable("XDG_STATE_HOME");
    if (!QDir::isAbsolutePath(state))
        state = QDir::homePath() + u"/.local/state"_s;
    QString path = state + u"/canal-inspector/attached"_s;
    if (!QDir().mkpath(path))
        return {};
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return path;
}

// One per server and destination; a hash, because names may hold anything.
QString prefix(const QString &host, quint16 port, const QString &destination)
{
    const auto where = u"%1\n%2\n%3"_s.arg(host.toLower(), QString::number(port), destination);
    return QString::fromLatin1(
        QCryptographicHash::hash(where.toUtf8(), QCryptographicHash::Sha1).toHex().first(16));
}

QString pathFor(const QString &prefix, qint16 clientId)
{
    const auto where = directory();
    return where.isEmpty() ? QString() : u"%1/%2.%3"_s.arg(where, prefix).arg(clientId);
}

bool isOwn(int id) { return id >= firstOwnClientId && id <= lastOwnClientId; }

// Ids of ours whose note is still there.
QList<qint16> notedIds(const QString &prefix)
{
    QList<qint16> ids;
    const QDir where(directory());
    for (const auto &name : where.entryList({ prefix + u".*.note"_s }, QDir::Files, QDir::Name)) {
        bool ok = false;
        const int id = name.section(u'.', 1, 1).toInt(&ok);
        if (ok && isOwn(id))
            ids.append(static_cast<qint16>(id));
    }
    return ids;
}

} // namespace

Attachment::Attachment(QString path, Destination destination)
    : m_path(std::move(path))
    , m_destination(std::move(destination))
    , m_endedUncleanly(!m_path.isEmpty() && QFile::exists(m_path + u".note"_s))
{ }

bool Attachment::lock()
{
    if (m_path.isEmpty())
        return true;
    m_lock = std::make_unique<QLockFile>(m_path + u".lock"_s);
    m_lock->setStaleLockTime(0); // held as long as its process lives
    if (m_lock->tryLock())
        return true;
    if (m_lock->error() == QLockFile::LockFailedError)
        return false;
    qCWarning(logAttach) << "cannot lock" << m_path;
    return true;
}

Result<std::unique_ptr<Attachment>, Attachment::Refusal>
Attachment::take(const QString &host, quint16 port, const Destination &destination)
{
    const auto path = pathFor(prefix(host, port, destination.name), destination.clientId);
    std::unique_ptr<Attachment> attachment(new Attachment(path, destination));
    if (!attachment->lock())
        return Failure { Refusal::InUse };
    return attachment;
}

std::unique_ptr<Attachment> Attachment::takeOwn(const QString &host, quint16 port,
                                                const QString &destination, qint16 preferred)
{
    const auto where = prefix(host, port, destination);
    auto candidates = notedIds(where);
    if (isOwn(preferred))
        candidates.append(preferred);
    for (;;) {
        const qint16 id = candidates.isEmpty()
            ? static_cast<qint16>(
                QRandomGenerator::global()->bounded(firstOwnClientId, lastOwnClientId + 1))
            : candidates.takeFirst();
        std::unique_ptr<Attachment> attachment(
            new Attachment(pathFor(where, id), { destination, id }));
        if (attachment->lock())
            return attachment;
    }
}

void Attachment::noteAttached()
{
    if (m_path.isEmpty())
        return;
    QFile note(m_path + u".note"_s);
    if (!note.open(QIODevice::WriteOnly))
        qCWarning(logAttach) << "cannot write" << note.fileName();
    else
        note.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

void Attachment::noteDetached()
{
    m_endedUncleanly = false;
    if (!m_path.isEmpty())
        QFile::remove(m_path + u".note"_s);
}

Result<std::unique_ptr<Attachment>, Attachment::Refusal>
Attachment::takeFor(const ConnectionProfile &profile)
{
    if (profile.ownClientId)
        return takeOwn(profile.host, profile.port, profile.destination, profile.clientId);
    return take(profile.host, profile.port, { profile.destination, profile.clientId });
}

ClientConfig Attachment::configFor(const ConnectionProfile &profile, Secret password) const
{
    auto config = profile.toConfig(std::move(password));
    config.destination = m_destination;
    config.rollbackOnAttach = m_endedUncleanly;
    return config;
}

} // namespace canal
