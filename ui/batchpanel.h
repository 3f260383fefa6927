// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/ackcontrols.h"

#include <QWidget>

class QPushButton;
class QTableView;

namespace canal {

class BatchDelegate;
class DockTitle;
class PlainLabel;
class StoreGauge;

// The ledger: every batch with its state, how much of the server's buffer we hold, and in Manual
// mode what can be done about it.
class BatchPanel : public QWidget
{
    Q_OBJECT

public:
    BatchPanel(SessionModels &models, AckControls &acks, QWidget *parent = nullptr);

    void setUpTitle(DockTitle &title);
    void setSession(const SessionView &view);
    void selectBatch(std::optional<quint32> batch); // because a row of it was selected

    QTableView &table() { return *m_table; }

signals:
    void batchActivated(quint32 batch); // go to its first row

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpTable();
    void setUpStoreLine();
    void setUpButtons();
    void refresh();
    void refreshButtons();
    void refreshStore();
    void chooseColumns();
    void tint();

    SessionModels &m_models;
    AckControls &m_acks;
    QTableView *m_table;
    BatchDelegate *m_delegate;
    StoreGauge *m_gauge;
    PlainLabel *m_share;
    PlainLabel *m_remark;
    QWidget *m_storeLine;
    QWidget *m_buttons;
    QPushButton *m_next = nullptr;
    QPushButton *m_upTo = nullptr;
    QPushButton *m_all = nullptr;
    QPushButton *m_rollBack = nullptr;
    DockTitle *m_title = nullptr;
    AccessMode m_mode = AccessMode::Peek;
    qint16 m_clientId = 0;
};

} // namespace canal
