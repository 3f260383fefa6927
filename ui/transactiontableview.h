// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/transactionmodel.h"
#include "ui/tailtableview.h"

namespace canal {

class EventTableView;
class TransactionDelegate;

// The rows of the event table by transaction. The event table stays what is selected and current
// for the rest of the window: a choice here is made there, and one made there is shown here.
class TransactionTableView : public TailTableView
{
    Q_OBJECT

public:
    TransactionTableView(TransactionModel &transactions, EventTableView &flat, QWidget *parent);

    void goToEnd() override;
    void goToFirst() override;
    void takeOver(); // it is shown from now on: what the event table shows
    void setAll(TransactionModel::Fold fold);
    void setFold(int line, TransactionModel::Fold fold);

signals:
    void transactionMenuWanted(int line, const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void selectionChanged(const QItemSelection &selected,
                          const QItemSelection &deselected) override;

private:
    void selectInFlat();
    void showCurrentOfFlat();
    void showCurrentSoon();
    void noteLeaving(); // before lines go
    void onGrown();
    void takeColumns();
    void giveColumns();
    void toggle(int line);
    bool isFoldable(int line) const;
    void selectLine(int line);

    TransactionModel &m_transactions;
    EventTableView &m_flat;
    TransactionDelegate *m_delegate;
    bool m_syncing = false; // a choice is on its way from one table to the other
    bool m_removing = false;
    bool m_wasFolded = false; // what was current before the lines went
    bool m_isBehind = false; // the current row of the event table is not grouped yet
    bool m_takingColumns = false;
};

} // namespace canal
