// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>
#include <QList>

class QAction;
class QLineEdit;
class QListWidget;
class QMenuBar;

namespace canal {

// Every entry of the menus in one list, found by typing some of its words: those of the present
// language, the English ones, or those of the menus it stands in. Triggers nothing by itself.
class CommandPalette : public QDialog
{
    Q_OBJECT

public:
    explicit CommandPalette(const QMenuBar &menus, QWidget *parent = nullptr);

    QAction *chosen() const; // once accepted

public slots:
    void accept() override; // nothing happens on one that cannot be used now

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Entry
    {
        QAction *action;
        QString path; // "View › Colours"
        QString words; // all that it can be found by, in lower case
    };

    void collect(const QList<QAction *> &actions, const QString &path);
    void find(const QString &query);

    QList<Entry> m_entries;
    QLineEdit *m_query;
    QListWidget *m_list;
};

} // namespace canal
