// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/tailtableview.h"

#include "ui/newpill.h"
#include "ui/panelscrollbar.h"
#include "ui/plainheader.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QWheelEvent>

namespace canal {

TailTableView::TailTableView(QWidget *parent)
    : QTableView(parent)
    , m_follow(*new FollowTail(this))
    , m_bar(new PanelScrollBar(this))
    , m_pill(new NewPill(*this))
{
    setUp();
}

TailTableView::TailTableView(FollowTail &follow, QWidget *parent)
    : QTableView(parent)
    , m_follow(follow)
    , m_bar(new PanelScrollBar(this))
    , m_pill(new NewPill(*this))
{
    setUp();
}

void TailTableView::setUp()
{
    setHorizontalHeader(new PlainHeader(this));
    setVerticalScrollBar(m_bar);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    connect(&m_follow, &FollowTail::changed, this, &TailTableView::noteFollow);
    connect(m_pill, &QAbstractButton::clicked, this, [this] { goToEnd(); });
    connect(verticalScrollBar(), &QAbstractSlider::actionTriggered, this,
            &TailTableView::onScrollBarAction);
}

// The room is the scroll bar's, so it has to stay while the panel does.
void TailTableView::showBeside(QWidget *panel)
{
    m_bar->setPanel(panel);
    setVerticalScrollBarPolicy(panel != nullptr ? Qt::ScrollBarAlwaysOn : Qt::ScrollBarAsNeeded);
}

void TailTableView::setUpHeaders()
{
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    auto &header = *horizontalHeader();
    header.setHighlightSections(false);
    header.setMinimumSectionSize(30);
    header.setFixedHeight(22);
    header.setSectionsClickable(false);
}

void TailTableView::scrollWhenFollowing()
{
    if (m_follow.isFollowing())
        scrollToBottom();
}

void TailTableView::noteFollow()
{
    scrollWhenFollowing();
    m_pill->setCount(m_follow.isFollowing() ? 0 : m_follow.newRows());
}

void TailTableView::onScrollBarAction(int action)
{
    // The new position is known, the value still is the old one.
    const auto &bar = *verticalScrollBar();
    if (action == QAbstractSlider::SliderNoAction)
        return;
    if (bar.sliderPosition() < bar.value())
        m_follow.lookBack();
    else
        m_follow.scrollTo(bar.sliderPosition(), bar.maximum());
}

void TailTableView::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() > 0 && verticalScrollBar()->maximum() > 0)
        m_follow.lookBack();
    const int before = verticalScrollBar()->value();
    QTableView::wheelEvent(event);
    const auto &bar = *verticalScrollBar();
    if (event->angleDelta().y() < 0 && (bar.value() > before || bar.value() == bar.maximum()))
        m_follow.scrollTo(bar.value(), bar.maximum());
}

void TailTableView::mousePressEvent(QMouseEvent *event)
{
    if (indexAt(event->position().toPoint()).isValid())
        m_follow.lookBack();
    QTableView::mousePressEvent(event);
}

void TailTableView::scrollKey(QKeyEvent &event)
{
    const int before = verticalScrollBar()->value();
    QTableView::keyPressEvent(&event);
    if (const auto &bar = *verticalScrollBar(); bar.value() > before)
        m_follow.scrollTo(bar.value(), bar.maximum());
}

void TailTableView::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Space:
        emit freezeKeyPressed();
        return;
    case Qt::Key_Home:
        return goToFirst();
    case Qt::Key_End:
        return goToEnd();
    case Qt::Key_Up:
    case Qt::Key_PageUp:
        m_follow.lookBack();
        return QTableView::keyPressEvent(event);
    case Qt::Key_Down:
    case Qt::Key_PageDown:
        return scrollKey(*event);
    default:
        // No search by typing: it would read all rows.
        if (event->text().isEmpty() || event->modifiers() & ~Qt::ShiftModifier
            || !event->text().front().isPrint())
            return QTableView::keyPressEvent(event);
        event->ignore();
    }
}

void TailTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    scrollWhenFollowing();
    m_pill->place();
}

} // namespace canal
