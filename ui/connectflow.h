// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/connectionprofile.h"

#include <QObject>

namespace canal {

class ConnectDialog;
class Interaction;
class PasswordStore;

// From the wish to connect to a profile and a password: dialog, confirmation, remembering.
class ConnectFlow : public QObject
{
    Q_OBJECT

public:
    ConnectFlow(Interaction &interaction, QWidget &window);

    // Without one the user is asked each time. It must outlive the flow.
    void setPasswordStore(PasswordStore *passwords) { m_passwords = passwords; }

    void setProfiles(const QList<ConnectionProfile> &profiles) { m_profiles = profiles; }
    const QList<ConnectionProfile> &profiles() const { return m_profiles; }

public slots:
    void ask(); // with the last one in the form
    void edit(const canal::ConnectionProfile &profile);
    void reconnect(const canal::ConnectionProfile &profile); // asks only for what is missing

signals:
    void connectRequested(const canal::ConnectionProfile &profile, const canal::Secret &password);
    void profilesChanged(const QList<canal::ConnectionProfile> &profiles);
    void noticed(const QString &text); // what went wrong with a password

private:
    void runDialog(const ConnectionProfile *preselected);
    void importInto(ConnectDialog &dialog);
    void exportFrom(ConnectDialog &dialog);
    void connectTo(const ConnectionProfile &profile, const Secret &password);
    void connectWithKept(const ConnectionProfile &profile);
    void keep(const ConnectionProfile &profile, const Secret &password);
    void forgetUnkept(const QList<ConnectionProfile> &before);
    void remember(const QList<ConnectionProfile> &profiles);

    Interaction &m_interaction;
    QWidget &m_window;
    PasswordStore *m_passwords = nullptr;
    QList<ConnectionProfile> m_profiles;
};

} // namespace canal
