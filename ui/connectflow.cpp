// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/connectflow.h"

#include "ui/connectdialog.h"
#include "ui/interaction.h"
#include "ui/passwordstore.h"
#include "ui/questions.h"

#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace canal {

static QString sentenceFor(const ProfilesError &error)
{
    using Kind = ProfilesError::Kind;
    switch (error.kind) {
    case Kind::CannotRead:
        return ConnectFlow::tr("The file cannot be read: %1.").arg(error.detail);
    case Kind::NotJson:
        return ConnectFlow::tr("The file is not JSON: %1.").arg(error.detail);
    case Kind::NotConnections:
        return ConnectFlow::tr("The file is no list of connections of this program.");
    case Kind::NewerVersion:
        return ConnectFlow::tr("The file was written by a newer version of this program (format "
                               "%1).")
            .arg(error.detail);
    case Kind::BadConnection:
        return ConnectFlow::tr("Connection %1 in the file has a value that is missing or not "
                               "possible. None of them was taken.")
            .arg(error.detail);
    case Kind::Empty:
        return ConnectFlow::tr("The file's list of connections is empty.");
    }
    Q_UNREACHABLE();
}

ConnectFlow::ConnectFlow(Interaction &interaction, QWidget &window)
    : QObject(&window)
    , m_interaction(interaction)
    , m_window(window)
{ }

void ConnectFlow::ask() { runDialog(nullptr); }

void ConnectFlow::edit(const ConnectionProfile &profile) { runDialog(&profile); }

void ConnectFlow::reconnect(const ConnectionProfile &profile)
{
    const bool isPasswordMissing
        = !profile.user.isEmpty() && !(profile.keepsPassword && m_passwords != nullptr);
    if (isPasswordMissing || profile.clientId == 0)
        return edit(profile);
    auto profiles = m_profiles;
    profiles.removeAll(profile);
    profiles.prepend(profile);
    remember(profiles);
    connectTo(profile, {});
}

void ConnectFlow::runDialog(const ConnectionProfile *preselected)
{
    ConnectDialog dialog(m_profiles, &m_window,
                         m_passwords != nullptr ? ConnectDialog::Passwords::MayBeKept
                                                : ConnectDialog::Passwords::Asked);
    if (preselected != nullptr)
        dialog.select(*preselected);
    connect(&dialog, &ConnectDialog::importWanted, this, [&] { importInto(dialog); });
    connect(&dialog, &ConnectDialog::exportWanted, this, [&] { exportFrom(dialog); });
    const auto ending = m_interaction.run(dialog);
    remember(dialog.profiles());
    if (ending == Interaction::Ending::Accepted)
        connectTo(dialog.profile(), dialog.takePassword());
}

void ConnectFlow::importInto(ConnectDialog &dialog)
{
    const auto path = m_interaction.pickOpenPath(
        &dialog, { tr("Import connections"), tr("JSON files (*.json);;All files (*)") });
    if (path.isEmpty())
        return;
    if (const auto imported = importProfiles(path))
        dialog.add(*imported);
    else
        questions::tell(m_interaction, &dialog, tr("No connection was imported"),
                        sentenceFor(imported.error()));
}

void ConnectFlow::exportFrom(ConnectDialog &dialog)
{
    const auto path
        = m_interaction.pickSavePath(&dialog,
                                     { tr("Export connections"), u"canal-connections.json"_s,
                                       tr("JSON files (*.json);;All files (*)") });
    if (path.isEmpty())
        return;
    if (const auto written = exportProfiles(path, dialog.profiles()); !written)
        questions::tell(m_interaction, &dialog, tr("The connections were not exported"),
                        written.error());
}

void ConnectFlow::remember(const QList<ConnectionProfile> &profiles)
{
    if (profiles == m_profiles)
        return;
    const auto before = std::exchange(m_profiles, profiles);
    forgetUnkept(before);
    emit profilesChanged(m_profiles);
}

void ConnectFlow::connectTo(const ConnectionProfile &profile, const Secret &password)
{
    if (profile.mode == AccessMode::Auto
        && questions::autoAck(m_interaction, &m_window, profile) == questions::Decision::Cancel)
        return;
    if (m_passwords == nullptr || !profile.keepsPassword)
        return emit connectRequested(profile, password);
    if (password.isEmpty())
        return connectWithKept(profile);
    keep(profile, password);
    emit connectRequested(profile, password);
}

// ---- kept passwords

static QString accountOf(const ConnectionProfile &profile)
{
    return u"canal/%1@%2:%3"_s.arg(profile.user, profile.host).arg(profile.port);
}

void ConnectFlow::connectWithKept(const ConnectionProfile &profile)
{
    m_passwords->read(accountOf(profile), *this, [this, profile](Result<Secret, QString> kept) {
        if (kept)
            return emit connectRequested(profile, *kept);
        emit noticed(tr("The kept password cannot be read: %1. Type it again.").arg(kept.error()));
        edit(profile);
    });
}

void ConnectFlow::keep(const ConnectionProfile &profile, const Secret &password)
{
    m_passwords->write(accountOf(profile), password, *this, [this](Result<Ok, QString> written) {
        if (!written)
            emit noticed(tr("The password is not kept: %1. It will be asked for again.")
                             .arg(written.error()));
    });
}

void ConnectFlow::forgetUnkept(const QList<ConnectionProfile> &before)
{
    if (m_passwords == nullptr)
        return;
    const auto kept = [](const QList<ConnectionProfile> &profiles) {
        QSet<QString> accounts;
        for (const auto &profile : profiles)
            if (profile.keepsPassword)
                accounts.insert(accountOf(profile));
        return accounts;
    };
    for (const auto &account : kept(before) - kept(m_profiles))
        m_passwords->forget(account);
}

} // namespace canal
