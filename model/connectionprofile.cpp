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

#include <algorithm>

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

using Label = ConnectionProfile::Label;

const QList<std::pair<Label, QString>> &labelNames()
{
    static const QList<std::pair<Label, QString>> names { { Label::None, u"none"_s },
                                                          { Label::Green, u"green"_s },
                                                          { Label::Blue, u"blue"_s },
                                                          { Label::Amber, u"amber"_s },
                                                          { Label::Red, u"red"_s } };
    return names;
}

template <typename T>
QString nameOf(T wanted, const QList<std::pair<T, QString>> &names)
{
    for (const auto &[value, name] : names)
        if (value == wanted)
            return name;
    Q_UNREACHABLE();
}

template <typename T>
T valueOf(const QJsonValue &json, const QList<std::pair<T, QString>> &names, T fallback)
{
    for (const auto &[value, name] : names)
        if (name == json.toString())
            return value;
    return fallback;
}

constexpr int fileVersion = 1;

QJsonObject toJson(const ConnectionProfile &profile)
{
    return { { u"name"_s, profile.name },
             { u"host"_s, profile.host },
             { u"port"_s, profile.port },
             { u"destination"_s, profile.destination },
             { u"clientId"_s, profile.clientId },
             { u"ownClientId"_s, profile.ownClientId },
             { u"user"_s, profile.user },
             { u"keychain"_s, profile.keepsPassword },
             { u"mode"_s, nameOf(profile.mode, modeNames()) },
             { u"batchKb"_s, profile.batchKb },
             { u"filter"_s, profile.filter },
             { u"label"_s, nameOf(profile.label, labelNames()) },
             { u"production"_s, profile.isProduction } };
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
    profile.keepsPassword = json[u"keychain"_s].toBool();
    profile.mode = valueOf(json[u"mode"_s], modeNames(), profile.mode);
    profile.batchKb = number(u"batchKb"_s, profile.batchKb, 1, maxFetchKb);
    profile.filter = json[u"filter"_s].toString();
    profile.label = valueOf(json[u"label"_s], labelNames(), profile.label);
    profile.isProduction = json[u"production"_s].toBool();
    return profile;
}

// Of what is there every value has its type and range; host and destination are there.
bool isWhole(const QJsonObject &json)
{
    const auto hasText = [&json](const QString &key) {
        constexpr qsizetype mostChars = 4096;
        const auto text = json[key].toString().trimmed();
        return !text.isEmpty() && text.size() <= mostChars;
    };
    if (!hasText(u"host"_s) || !hasText(u"destination"_s))
        return false;
    const auto known = toJson(fromJson(json));
    const auto isAsRead
        = [&](const QString &key) { return !json.contains(key) || json[key] == known[key]; };
    return std::ranges::all_of(known.keys(), isAsRead);
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

QByteArray profilesToJson(const QList<ConnectionProfile> &profiles)
{
    QJsonArray connections;
    for (const auto &profile : profiles)
        connections.append(toJson(profile));
    const QJsonObject root { { u"version"_s, fileVersion }, { u"connections"_s, connections } };
    return QJsonDocument(root).toJson();
}

Result<QList<ConnectionProfile>, ProfilesError> profilesFromJson(const QByteArray &json)
{
    using Kind = ProfilesError::Kind;
    QJsonParseError error;
    const auto root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return Failure { ProfilesError { Kind::NotJson, error.errorString() } };
    if (!root[u"version"_s].isDouble() || !root[u"connections"_s].isArray())
        return Failure { ProfilesError { Kind::NotConnections, {} } };
    if (const auto version = root[u"version"_s].toInt(); version > fileVersion)
        return Failure { ProfilesError { Kind::NewerVersion, QString::number(version) } };
    const auto connections = root[u"connections"_s].toArray();
    QList<ConnectionProfile> profiles;
    for (const auto &value : connections) {
        if (!isWhole(value.toObject()))
            return Failure { ProfilesError { Kind::BadConnection,
                                             QString::number(profiles.size() + 1) } };
        auto profile = fromJson(value.toObject());
        profile.keepsPassword = false;
        if (profile.ownClientId)
            profile.clientId = 0;
        profiles.append(profile);
    }
    if (profiles.isEmpty())
        return Failure { ProfilesError { Kind::Empty, {} } };
    return profiles;
}

static Result<Ok, QString> write(SafeFile &file, const QList<ConnectionProfile> &profiles)
{
    if (auto opened = file.open(); !opened)
        return opened;
    if (auto written = file.write(profilesToJson(profiles)); !written)
        return written;
    return file.commit();
}

Result<Ok, QString> exportProfiles(const QString &path, const QList<ConnectionProfile> &profiles)
{
    SafeFile file(path);
    return write(file, profiles);
}

Result<QList<ConnectionProfile>, ProfilesError> importProfiles(const QString &path)
{
    using Kind = ProfilesError::Kind;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Failure { ProfilesError { Kind::CannotRead, file.errorString() } };
    constexpr qint64 mostBytes = 1 << 20;
    const auto json = file.read(mostBytes + 1);
    if (json.size() > mostBytes)
        return Failure { ProfilesError { Kind::NotConnections, {} } };
    return profilesFromJson(json);
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
    SafeFile file(m_path);
    file.setPrivate();
    return write(file, profiles);
}

} // namespace canal
