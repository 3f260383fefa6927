// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/connectflow.h"

#include "ui/connectdialog.h"
#include "ui/interaction.h"
#include "ui/questions.h"

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
    if (!profile.user.isEmpty() || profile.clientId == 0)
        return edit(profile);
    auto profiles = m_profiles;
    profiles.removeAll(profile);
    profiles.prepend(profile);
    remember(profiles);
    connectTo(profile, {});
}

void ConnectFlow::runDialog(const ConnectionProfile *preselected)
{
    ConnectDialog dialog(m_profiles, &m_window);
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
    m_profiles = profiles;
    emit profilesChanged(m_profiles);
}

void ConnectFlow::connectTo(const ConnectionProfile &profile, const Secret &password)
{
    if (profile.mode == AccessMode::Auto
        && questions::autoAck(m_interaction, &m_window, profile) == questions::Decision::Cancel)
        return;
    emit connectRequested(profile, password);
}

} // namespace canal
