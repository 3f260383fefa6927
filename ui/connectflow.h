// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/connectionprofile.h"

#include <QObject>

namespace canal {

class ConnectDialog;
class Interaction;

// From the wish to connect to a profile and a password: dialog, confirmation, remembering.
class ConnectFlow : public QObject
{
    Q_OBJECT

public:
    ConnectFlow(Interaction &interaction, QWidget &window);

    void setProfiles(const QList<ConnectionProfile> &profiles) { m_profiles = profiles; }
    const QList<ConnectionProfile> &profiles() const { return m_profiles; }

public slots:
    void ask(); // with the last one in the form
    void edit(const canal::ConnectionProfile &profile);
    void reconnect(const canal::ConnectionProfile &profile); // asks only for what is missing

signals:
    void connectRequested(const canal::ConnectionProfile &profile, const canal::Secret &password);
    void profilesChanged(const QList<canal::ConnectionProfile> &profiles);

private:
    void runDialog(const ConnectionProfile *preselected);
    void importInto(ConnectDialog &dialog);
    void exportFrom(ConnectDialog &dialog);
    void connectTo(const ConnectionProfile &profile, const Secret &password);
    void remember(const QList<ConnectionProfile> &profiles);

    Interaction &m_interaction;
    QWidget &m_window;
    QList<ConnectionProfile> m_profiles;
};

} // namespace canal
