// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/transactioncontrols.h"

#include "ui/actions.h"
#include "ui/columncontrols.h"
#include "ui/eventtableview.h"
#include "ui/plaintext.h"
#include "ui/sessionmodels.h"
#include "ui/transactiontableview.h"
#include "ui/viewcontrols.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace canal {

using Fold = TransactionModel::Fold;

TransactionControls::TransactionControls(const Actions &actions, SessionModels &models,
                                         EventTableView &flat, ViewControls &view, QWidget *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_models(models)
    , m_flat(flat)
    , m_pages(new QStackedWidget(parent))
    , m_view(new TransactionTableView(models.transactions(), flat, parent))
{
    m_pages->addWidget(&flat);
    m_pages->addWidget(m_view);
    view.columns().serve(*m_view);
    connect(&actions[Act::Transactions], &QAction::toggled, this, &TransactionControls::choose);
    connect(&models.rows(), &RowEventModel::filtered, this, &TransactionControls::showPage);
    connect(m_view, &TransactionTableView::transactionMenuWanted, this,
            &TransactionControls::showMenu);
}

void TransactionControls::choose()
{
    m_models.transactions().setActive(m_actions[Act::Transactions].isChecked());
    showPage();
}

// Why there is no row is said over the flat table.
void TransactionControls::showPage()
{
    const bool grouped = m_actions[Act::Transactions].isChecked() && m_models.rows().rowCount() > 0;
    if (grouped == (m_pages->currentWidget() == m_view))
        return;
    const bool hadFocus = m_pages->currentWidget()->hasFocus();
    if (grouped)
        QWidget::setTabOrder(&m_flat, m_view);
    m_pages->setCurrentIndex(grouped ? 1 : 0);
    m_flat.setFocusProxy(grouped ? m_view : nullptr); // whoever sends the keys back to the table
    if (hadFocus)
        m_pages->currentWidget()->setFocus();
    if (grouped)
        m_view->takeOver();
    else if (const auto current = m_flat.currentIndex(); current.isValid())
        m_flat.scrollTo(current);
}

// ---- menu

void TransactionControls::showMenu(int line, const QPoint &globalPosition)
{
    auto *menu = new QMenu(m_view);
    menu->setObjectName(u"transactionMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    addFilter(*menu, line);
    addGtid(*menu, line);
    menu->addSeparator();
    addFolds(*menu, line);
    menu->addSeparator();
    menu->addActions({ &m_actions[Act::Copy], &m_actions[Act::Mark], &m_actions[Act::HideRow] });
    menu->addSeparator();
    menu->addActions({ &m_actions[Act::AckUpToHere], &m_actions[Act::RollBack] });
    menu->addSeparator();
    menu->addAction(&m_actions[Act::Export]);
    menu->popup(globalPosition);
}

void TransactionControls::addFilter(QMenu &menu, int line)
{
    const auto row = m_models.rows().rowId(m_models.transactions().sourceRow(line));
    const auto term = RowTerms::of(m_models.store()->snapshot(), row).transaction;
    auto *only = menu.addAction(tr("Only this transaction"));
    only->setEnabled(!term.isEmpty());
    if (term.isEmpty())
        setSafeTip(*only, tr("Its end, which has its number, has not come yet."));
    connect(only, &QAction::triggered, this,
            [this, term] { emit filterWanted(term, FilterUse::Only); });
}

void TransactionControls::addGtid(QMenu &menu, int line)
{
    const auto gtid = m_models.transactions().gtid(line);
    auto *copy = menu.addAction(tr("Copy GTID"));
    copy->setEnabled(!gtid.isEmpty());
    setSafeTip(*copy, gtid.isEmpty() ? tr("The server did not send one.") : gtid);
    connect(copy, &QAction::triggered, this,
            [gtid] { QGuiApplication::clipboard()->setText(gtid); });
}

void TransactionControls::addFolds(QMenu &menu, int line)
{
    const bool folded = m_models.transactions().fold(line) == Fold::Folded;
    const auto keys = [](const QString &words, const QKeySequence &key) {
        return words + u'\t' + key.toString(QKeySequence::NativeText);
    };
    connect(menu.addAction(folded ? keys(tr("Unfold"), QKeySequence(Qt::Key_Right))
                                  : keys(tr("Fold"), QKeySequence(Qt::Key_Left))),
            &QAction::triggered, this, [this, line, folded] {
                m_view->setFold(line, folded ? Fold::Unfolded : Fold::Folded);
            });
    connect(menu.addAction(keys(tr("Unfold all"), QKeySequence(Qt::SHIFT | Qt::Key_Right))),
            &QAction::triggered, this, [this] { m_view->setAll(Fold::Unfolded); });
    connect(menu.addAction(keys(tr("Fold all"), QKeySequence(Qt::SHIFT | Qt::Key_Left))),
            &QAction::triggered, this, [this] { m_view->setAll(Fold::Folded); });
}

} // namespace canal
