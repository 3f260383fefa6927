// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/connectflow.h"

#include "ui/connectdialog.h"
#include "ui/interaction.h"
#include "ui/questions.h"

namespace canal {

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
    const auto ending = m_interaction.run(dialog);
    remember(dialog.profiles());
    if (ending == Interaction::Ending::Accepted)
        connectTo(dialog.profile(), dialog.takePassword());
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
