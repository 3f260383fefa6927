// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/connectionprofile.h"
#include "ui/profilelist.h"

#include <QDialog>

class QCheckBox;
class QGridLayout;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace canal {

class ClientIdBox;
class LabelBox;
class ModeCards;
class PlainLabel;
class ServerFilterBox;

// Where to connect to and how. Sends nothing; what it hands out is complete and valid. Removed and
// copied connections count also when it is cancelled, edited ones only when it is accepted.
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    enum class Passwords { Asked, MayBeKept };

    explicit ConnectDialog(const QList<ConnectionProfile> &profiles, QWidget *parent = nullptr,
                           Passwords passwords = Passwords::Asked);

    void select(const ConnectionProfile &profile); // one of the list, or any other
    ConnectionProfile profile() const; // what the form says
    Secret takePassword(); // the field is empty afterwards; empty: that which is kept, or none
    // The remembered connections; once accepted with the chosen one in front.
    const QList<ConnectionProfile> &profiles() const { return m_list->profiles(); }

    void add(const QList<ConnectionProfile> &profiles) { m_list->add(profiles); } // imported ones

public slots:
    void accept() override;

signals:
    void importWanted();
    void exportWanted();

protected:
    bool event(QEvent *event) override;

private:
    QWidget *makeForm();
    void addServerRows(QGridLayout &grid);
    void addLoginRow(QGridLayout &grid);
    void addChoices(QGridLayout &grid);
    QWidget *makeButtons();
    PlainLabel *addName(QGridLayout &grid, const QString &text);
    void showProfile(const ConnectionProfile &profile);
    void refresh();
    void makeRoom();
    QString reasonAgainst() const; // empty: can connect

    ProfileList *m_list;
    QLineEdit *m_name;
    LabelBox *m_label;
    QLineEdit *m_host;
    QSpinBox *m_port;
    QLineEdit *m_destination;
    ClientIdBox *m_clientId;
    PlainLabel *m_idHint;
    QLineEdit *m_user;
    QLineEdit *m_password;
    QCheckBox *m_keepPassword;
    PlainLabel *m_loginHint;
    ModeCards *m_mode;
    ServerFilterBox *m_filter;
    QCheckBox *m_production;
    QSpinBox *m_batchKb;
    PlainLabel *m_reason;
    QPushButton *m_connect;
};

} // namespace canal
