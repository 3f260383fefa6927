// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterlibrary.h"
#include "ui/comparecontrols.h"
#include "ui/diffview.h"
#include "ui/docklayout.h"
#include "ui/eventtableview.h"
#include "ui/filterbar.h"
#include "ui/mainwindow.h"
#include "ui/topbar.h"
#include "ui/viewcontrols.h"

#include <QAbstractButton>
#include <QDataStream>
#include <QHeaderView>
#include <QIODevice>
#include <QScrollBar>

// How a window comes back as it was: in the next run, and in the place of one in another language.
// That every sentence is said anew by the widgets' constructors spares each of them a second way.
namespace canal {
static constexpr int layoutVersion = 1;

namespace {

// Rows, selection and place are the models', which both windows share.
void takeTable(EventTableView &table, EventTableView &before)
{
    table.horizontalHeader()->restoreState(before.horizontalHeader()->saveState());
    if (!before.follow().isFollowing())
        table.follow().lookBack();
    auto &selection = *table.selectionModel();
    selection.setCurrentIndex(before.currentIndex(), QItemSelectionModel::NoUpdate);
    selection.select(before.selectionModel()->selection(), QItemSelectionModel::ClearAndSelect);
    table.verticalScrollBar()->setMaximum(before.verticalScrollBar()->maximum());
    table.verticalScrollBar()->setValue(before.verticalScrollBar()->value());
}

// What a panel's buttons choose, such as "only changed".
void takeToggles(QWidget &window, const QWidget &before)
{
    for (const auto *button : before.findChildren<QAbstractButton *>()) {
        if (!button->isCheckable() || button->objectName().isEmpty())
            continue;
        if (auto *same = window.findChild<QAbstractButton *>(button->objectName()))
            same->setChecked(button->isChecked());
    }
}

} // namespace

// ---- kept between runs

QByteArray MainWindow::layoutState() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << layoutVersion << saveGeometry() << m_docks->save() << m_view->save()
           << m_actions[Act::Transactions].isChecked();
    return bytes;
}

void MainWindow::restoreLayoutState(const QByteArray &state)
{
    QDataStream stream(state);
    int version = 0;
    QByteArray geometry;
    QByteArray docks;
    QByteArray view;
    stream >> version >> geometry >> docks >> view;
    if (stream.status() != QDataStream::Ok || version != layoutVersion)
        return;
    restoreGeometry(geometry);
    m_docks->restore(docks);
    m_view->restore(view);
    if (stream.atEnd()) // an earlier version wrote no more
        return;
    bool transactions = false;
    stream >> transactions;
    m_actions[Act::Transactions].setChecked(transactions);
}

QByteArray MainWindow::connectionLayout() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << layoutVersion << m_docks->save() << m_view->saveTable();
    return bytes;
}

void MainWindow::restoreConnectionLayout(const QByteArray &state)
{
    QDataStream stream(state);
    int version = 0;
    QByteArray docks;
    QByteArray table;
    stream >> version >> docks >> table;
    if (stream.status() != QDataStream::Ok || version != layoutVersion)
        return;
    m_docks->restore(docks);
    m_view->restoreTable(table);
}

// ---- another window

MainWindow::MainWindow(Interaction &interaction, MainWindow &before)
    : MainWindow(interaction, before.m_ownModels, nullptr)
{
    setProfiles(before.m_connect.profiles());
    (void)filters().restore(before.filters().toJson());
    restoreLayoutState(before.layoutState());
    if (before.m_session)
        takeSession(before);
}

void MainWindow::takeSession(MainWindow &before)
{
    const bool frozen = m_models.rows().isFrozen();
    showSession(*before.m_session);
    showHolds(before.m_holds);
    if (before.m_error)
        showError(*before.m_error);
    showState(before.m_state);
    m_lastPoll = before.m_lastPoll;
    m_actions[Act::Freeze].setChecked(frozen);
    m_top->filter().setTexts(before.m_top->filter().texts());
    takeToggles(*this, before);
    takeTable(*m_table, *before.m_table);
    showCurrentRow();
    if (before.m_diff->isComparing())
        m_compare->compare();
    showCounts();
}

void MainWindow::showSystemColours(SystemColours colours) { m_view->setSystemColours(colours); }

void MainWindow::showLanguage(const QString &language) { m_view->showLanguage(language); }

} // namespace canal
