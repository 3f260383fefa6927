// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientconfig.h"
#include "protocol/result.h"

#include <QList>
#include <QString>

namespace canal {

// A remembered connection: everything of it but the password.
struct ConnectionProfile
{
    enum class Label { None, Green, Blue, Amber, Red };

    QString name;
    QString host = QStringLiteral("127.0.0.1");
    quint16 port = defaultPort;
    QString destination = QStringLiteral("example");
    qint16 clientId = 0; // 0: choose one of our own at the first connect, then kept here
    bool ownClientId = true; // false: the user gave it
    QString user;
    bool keepsPassword = false; // in the system's keychain
    AccessMode mode = AccessMode::Peek;
    int batchKb = 1000;
    QString filter; // empty: leave the server's alone
    Label label = Label::None; // to tell connections apart by colour
    bool isProduction = false; // acks and rollbacks are asked for, with its name

    bool operator==(const ConnectionProfile &) const = default;

    ClientConfig toConfig(Secret password) const;
};

// Connections to hand to somebody else: the same JSON as below, without any secret.
QByteArray profilesToJson(const QList<ConnectionProfile> &profiles);

struct ProfilesError
{
    enum class Kind {
        CannotRead, // detail: the system's reason
        NotJson, // detail: what the parser says
        NotConnections,
        NewerVersion, // detail: the version
        BadConnection, // detail: its place in the list, from 1
        Empty,
    };

    Kind kind;
    QString detail;
};
// Strict, unlike the program's own file: what somebody sends is taken as a whole or not at all.
// Ids that the program had drawn are left behind, for two users with one id break each other's
// batches; so is that a password is kept, which is another user's.
Result<QList<ConnectionProfile>, ProfilesError> profilesFromJson(const QByteArray &json);

Result<Ok, QString> exportProfiles(const QString &path, const QList<ConnectionProfile> &profiles);
Result<QList<ConnectionProfile>, ProfilesError> importProfiles(const QString &path);

// The file they are kept in: JSON, readable by its owner only. Errors are sentences that say what
// to do.
class ConnectionProfiles
{
public:
    explicit ConnectionProfiles(QString path);

    // A missing file is an empty list. A broken one is an error, and save() will not replace it.
    Result<QList<ConnectionProfile>, QString> load();
    Result<Ok, QString> save(const QList<ConnectionProfile> &profiles);

private:
    const QString m_path;
    bool m_isBroken = false;
};

} // namespace canal
