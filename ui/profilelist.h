// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/connectionprofile.h"

#include <QWidget>

class QHBoxLayout;
class QListWidget;
class QToolButton;

namespace canal {

// "shop staging", or where it leads when it has no name.
QString titleOf(const ConnectionProfile &profile);
QString addressOf(const ConnectionProfile &profile); // "10.0.0.5:11111/example"
QString modeIcon(AccessMode mode);

// The remembered connections, with new, copy and remove.
class ProfileList : public QWidget
{
    Q_OBJECT

public:
    explicit ProfileList(const QList<ConnectionProfile> &profiles, QWidget *parent = nullptr);

    const QList<ConnectionProfile> &profiles() const { return m_profiles; }
    qsizetype current() const; // -1: a new one
    void select(const ConnectionProfile &profile);
    void add(const QList<ConnectionProfile> &profiles); // in front, the first one selected
    void replaceCurrent(const ConnectionProfile &profile); // and put it in front

signals:
    void selected(const canal::ConnectionProfile &profile); // or a new one's defaults
    void importWanted();
    void exportWanted();

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QToolButton *makeTextButton(const QString &name, const QString &text, const QString &tip);
    QHBoxLayout *makeButtons();
    void fill();
    void startNew();
    void duplicate();
    void removeCurrent();
    void onRowChanged(int row);
    void tint();

    QList<ConnectionProfile> m_profiles;
    QListWidget *m_list;
    QToolButton *m_new;
    QToolButton *m_copy;
    QToolButton *m_remove;
    QToolButton *m_export;
};

} // namespace canal
