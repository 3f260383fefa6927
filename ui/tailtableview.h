// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/followtail.h"

#include <QTableView>

namespace canal {

class NewPill;
class PanelScrollBar;

// A table of rows of one height that follows its end: what the user does with wheel, keys, mouse
// and scroll bar stops that or starts it again. Two views of the same rows share one FollowTail.
class TailTableView : public QTableView
{
    Q_OBJECT

public:
    FollowTail &follow() { return m_follow; }
    void showBeside(QWidget *panel); // between rows and scroll bar; null: nothing

    virtual void goToEnd() = 0;
    virtual void goToFirst() = 0;

signals:
    void freezeKeyPressed();

protected:
    explicit TailTableView(QWidget *parent); // with a FollowTail of its own
    TailTableView(FollowTail &follow, QWidget *parent);

    void setUpHeaders(); // once it has a model
    void scrollWhenFollowing();

    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void setUp();
    void noteFollow();
    void onScrollBarAction(int action);
    void scrollKey(QKeyEvent &event);

    FollowTail &m_follow;
    PanelScrollBar *m_bar;
    NewPill *m_pill;
};

} // namespace canal
