// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/connectionprofile.h"

#include "model/safefile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

const QList<std::pair<AccessMode, QString>> &modeNames()
{
    static const QList<std::pair<AccessMode, QString>> names { { AccessMode::Peek, u"peek"_s },
                                                               { AccessMode::Manual, u"manual"_s },
                                                               { AccessMode::Auto, u"auto"_s } };
    return names;
}

QJsonObject toJson(const ConnectionProfile &profile)
{
    QString mode;
    for (const auto &[value, name] : modeNames())
        if (value == profile.mode)
            mode = name;
    return { { u"name"_s, profile.name },         { u"host"_s, profile.host },
             { u"port"_s, profile.port },         { u"destination"_s, profile.destination },
             { u"clientId"_s, profile.clientId }, { u"ownClientId"_s, profile.ownClientId },
             { u"user"_s, profile.user },         { u"mode"_s, mode },
             { u"batchKb"_s, profile.batchKb },   { u"filter"_s, profile.filter } };
}

// What is missing or out of range takes its default: the file may be from another version.
ConnectionProfile fromJson(const QJsonObject &json)
{
    ConnectionProfile profile;
    const auto number = [&json](const QString &key, int fallback, int least, int most) {
        const int value = json[key].toInt(fallback);
        return value >= least && value <= most ? value : fallback;
    };
    profile.name = json[u"name"_s].toString();
    profile.host = json[u"host"_s].toString(profile.host);
    profile.port = static_cast<quint16>(number(u"port"_s, defaultPort, 1, 65535));
    profile.destination = json[u"destination"_s].toString(profile.destination);
    profile.clientId = static_cast<qint16>(number(u"clientId"_s, 0, -32768, 32767));
    profile.ownClientId = json[u"ownClientId"_s].toBool(true);
    profile.user = json[u"user"_s].toString();
    for (const auto &[value, name] : modeNames())
        if (name == json[u"mode"_s].toString())
            profile.mode = value;
    profile.batchKb = number(u"batchKb"_s, profile.batchKb, 1, maxFetchKb);
    profile.filter = json[u"filter"_s].toString();
    return profile;
}

} // namespace

ClientConfig ConnectionProfile::toConfig(Secret password) const
{
    ClientConfig config;
    config.host = host;
    config.port = port;
    config.user = user;
    config.password = std::move(password);
    config.destination = { destination, clientId };
    config.ownClientId = ownClientId;
    config.filter = filter;
    config.fetchKb = batchKb;
    config.mode = mode;
    return config;
}

ConnectionProfiles::ConnectionProfiles(QString path)
    : m_path(std::move(path))
{ }

Result<QList<ConnectionProfile>, QString> ConnectionProfiles::load()
{
    m_isBroken = false;
    QFile file(m_path);
    if (!file.exists())
        return QList<ConnectionProfile>();
    const auto broken = [this](const QString &why) {
        m_isBroken = true;
        return Failure { u"The remembered connections cannot be read: %1. Mend or remove the file "
                         u"%2; until then connections are not remembered."_s.arg(why, m_path) };
    };
    if (!file.open(QIODevice::ReadOnly))
        return broken(file.errorString());
    QJsonParseError error;
    const auto json = QJsonDocument::fromJson(file.readAll(), &error);
    if (error.error != QJsonParseError::NoError)
        return broken(error.errorString());
    if (!json.object()[u"connections"_s].isArray())
        return broken(u"it holds no list of connections"_s);
    QList<ConnectionProfile> profiles;
    for (const auto &value : json.object()[u"connections"_s].toArray())
        profiles.append(fromJson(value.toObject()));
    return profiles;
}

Result<Ok, QString> ConnectionProfiles::save(const QList<ConnectionProfile> &profiles)
{
    if (m_isBroken)
        return Failure { u"The file %1 is broken and was left as it is."_s.arg(m_path) };
    const auto directory = QFileInfo(m_path).path();
    if (!QDir().mkpath(directory))
        return Failure { u"The directory %1 cannot be made."_s.arg(directory) };
    QJsonArray connections;
    for (const auto &profile : profiles)
        connections.append(toJson(profile));
    SafeFile file(m_path);
    file.setPrivate();
    if (auto opened = file.open(); !opened)
        return opened;
    const QJsonObject root { { u"version"_s, 1 }, { u"connections"_s, connections } };
    if (auto written = file.write(QJsonDocument(root).toJson()); !written)
        return written;
    return file.commit();
}

} // namespace canal
