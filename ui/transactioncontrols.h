// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filterterms.h"

#include <QObject>

class QMenu;
class QStackedWidget;

namespace canal {

class Actions;
class EventTableView;
class SessionModels;
class TransactionTableView;
class ViewControls;

// Whether the window shows its rows one after the other or by transaction, and the menu of a
// transaction.
class TransactionControls : public QObject
{
    Q_OBJECT

public:
    TransactionControls(const Actions &actions, SessionModels &models, EventTableView &flat,
                        ViewControls &view, QWidget *parent);

    QStackedWidget &pages() { return *m_pages; } // the two tables

signals:
    void filterWanted(const QString &term, canal::FilterUse use);

private:
    void choose();
    void showPage();
    void showMenu(int line, const QPoint &globalPosition);
    void addFilter(QMenu &menu, int line);
    void addGtid(QMenu &menu, int line);
    void addFolds(QMenu &menu, int line);

    const Actions &m_actions;
    SessionModels &m_models;
    EventTableView &m_flat;
    QStackedWidget *m_pages;
    TransactionTableView *m_view;
};

} // namespace canal
