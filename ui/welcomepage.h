// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/connectionprofile.h"

#include <QWidget>

class QVBoxLayout;

namespace canal {

class PlainLabel;

// What is seen before there is a connection: ways to start.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomePage(QWidget *parent = nullptr);

    void setProfiles(const QList<ConnectionProfile> &profiles);

signals:
    void connectWanted();
    void demoWanted();
    void profileChosen(const canal::ConnectionProfile &profile);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeStart();
    QWidget *makeRecent();

    QVBoxLayout *m_recent = nullptr;
    PlainLabel *m_noRecent = nullptr;
};

} // namespace canal
