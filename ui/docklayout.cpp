// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/docklayout.h"

#include "ui/docktitle.h"
#include "ui/icons.h"

#include <QAction>
#include <QDataStream>
#include <QDockWidget>
#include <QIODevice>
#include <QMainWindow>
#include <QTimer>
#include <QToolBar>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int streamVersion = 1;

DockLayout::DockLayout(QMainWindow &window, const Panels &panels)
    : QObject(&window)
    , m_window(window)
    , m_sources(makeDock(u"sourcesDock"_s, tr("Sources"), panels.sources))
    , m_batches(makeDock(u"batchesDock"_s, tr("Batches"), panels.batches))
    , m_diff(makeDock(u"diffDock"_s, tr("Diff"), panels.diff))
    , m_sourceTitle(new DockTitle(*m_sources))
    , m_batchTitle(new DockTitle(*m_batches))
    , m_diffTitle(new DockTitle(*m_diff))
    , m_rail(new QToolBar(tr("Panels"), &window))
{
    m_sources->setTitleBarWidget(m_sourceTitle);
    m_batches->setTitleBarWidget(m_batchTitle);
    m_diff->setTitleBarWidget(m_diffTitle);
    window.setAnimated(false);
    window.setDockNestingEnabled(true);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    makeRail();
    applyDefault(m_kind);
    hideAll();
}

QDockWidget *DockLayout::makeDock(const QString &name, const QString &title, QWidget *panel)
{
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    dock->toggleViewAction()->setObjectName(name);
    panel->setMinimumSize(120, 60);
    dock->setWidget(panel);
    return dock;
}

void DockLayout::makeRail()
{
    m_rail->setObjectName(u"rail"_s);
    m_rail->setMovable(false);
    m_rail->setFloatable(false);
    m_rail->setToolButtonStyle(Qt::ToolButtonIconOnly);
    constexpr int railWidth = 36;
    m_rail->setFixedWidth(railWidth);
    m_rail->toggleViewAction()->setVisible(false);
    m_rail->addActions(toggleActions());
    m_window.addToolBar(Qt::LeftToolBarArea, m_rail);
}

QList<QAction *> DockLayout::toggleActions() const
{
    return { m_sources->toggleViewAction(), m_batches->toggleViewAction(),
             m_diff->toggleViewAction() };
}

void DockLayout::tint(const Theme &theme)
{
    const auto set = [&theme](QDockWidget &dock, const QString &icon) {
        dock.toggleViewAction()->setIcon(tintedIcon(icon, Theme::Role::Text2, theme));
    };
    set(*m_sources, u"schema"_s);
    set(*m_batches, u"batches"_s);
    set(*m_diff, u"diff"_s);
}

// ---- arrangements

DockLayout::Kind DockLayout::kindNow() const
{
    const bool narrow = m_window.width() < narrowBelow;
    if (m_mode == AccessMode::Manual)
        return narrow ? Kind::AckNarrow : Kind::AckWide;
    return narrow ? Kind::LookNarrow : Kind::LookWide;
}

void DockLayout::showFor(AccessMode mode)
{
    m_mode = mode;
    for (auto *action : toggleActions())
        action->setEnabled(true);
    if (!m_shown) {
        m_shown = true;
        m_kind = kindNow();
        if (!m_states.contains(static_cast<int>(m_kind))
            || !m_window.restoreState(m_states[static_cast<int>(m_kind)]))
            applyDefault(m_kind);
    } else {
        switchTo(kindNow());
    }
}

void DockLayout::hideAll()
{
    if (m_shown)
        m_states[static_cast<int>(m_kind)] = m_window.saveState();
    m_shown = false;
    for (auto *widget : { static_cast<QWidget *>(m_sources), static_cast<QWidget *>(m_batches),
                          static_cast<QWidget *>(m_diff), static_cast<QWidget *>(m_rail) })
        widget->hide();
    for (auto *action : toggleActions())
        action->setEnabled(false);
}

void DockLayout::switchTo(Kind kind)
{
    if (kind == m_kind)
        return;
    m_states[static_cast<int>(m_kind)] = m_window.saveState();
    m_kind = kind;
    if (!m_states.contains(static_cast<int>(kind))
        || !m_window.restoreState(m_states[static_cast<int>(kind)]))
        applyDefault(kind);
}

// Later, because docks must not be moved while the window lays itself out.
void DockLayout::windowResized()
{
    if (m_shown && kindNow() != m_kind)
        QTimer::singleShot(0, this, [this] {
            if (m_shown)
                switchTo(kindNow());
        });
}

void DockLayout::reset()
{
    m_states.clear();
    if (m_shown)
        applyDefault(m_kind);
}

void DockLayout::applyDefault(Kind kind)
{
    for (auto *dock : { m_sources, m_batches, m_diff }) {
        m_window.removeDockWidget(dock);
        dock->setFloating(false);
    }
    switch (kind) {
    case Kind::LookWide:
    case Kind::AckWide:
        return applyWide(kind);
    case Kind::LookNarrow:
    case Kind::AckNarrow:
        return applyNarrow(kind);
    }
}

void DockLayout::applyWide(Kind kind)
{
    m_rail->hide();
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_sources);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_diff);
    if (kind == Kind::AckWide) {
        m_window.addDockWidget(Qt::BottomDockWidgetArea, m_batches);
        m_window.splitDockWidget(m_batches, m_diff, Qt::Horizontal);
    } else {
        m_window.splitDockWidget(m_sources, m_batches, Qt::Vertical);
    }
    for (auto *dock : { m_sources, m_batches, m_diff })
        dock->show();
    m_window.resizeDocks({ m_sources }, { 190 }, Qt::Horizontal);
    if (kind == Kind::AckWide) {
        m_window.resizeDocks({ m_batches, m_diff }, { 300, 300 }, Qt::Vertical);
        m_window.resizeDocks({ m_batches, m_diff }, { 760, 480 }, Qt::Horizontal);
    } else {
        m_window.resizeDocks({ m_diff }, { 222 }, Qt::Vertical);
        m_window.resizeDocks({ m_sources, m_batches }, { 254, 500 }, Qt::Vertical);
    }
}

void DockLayout::applyNarrow(Kind kind)
{
    m_rail->show();
    m_window.addDockWidget(Qt::LeftDockWidgetArea, m_sources);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_diff);
    m_window.addDockWidget(Qt::BottomDockWidgetArea, m_batches);
    m_window.tabifyDockWidget(m_diff, m_batches);
    m_diff->show();
    m_batches->show();
    m_sources->hide();
    (kind == Kind::AckNarrow ? m_batches : m_diff)->raise();
    m_window.resizeDocks({ m_diff }, { kind == Kind::AckNarrow ? 264 : 216 }, Qt::Vertical);
    m_window.resizeDocks({ m_sources }, { 190 }, Qt::Horizontal);
}

// ---- keeping

QByteArray DockLayout::save() const
{
    auto states = m_states;
    if (m_shown)
        states[static_cast<int>(m_kind)] = m_window.saveState();
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << streamVersion << states;
    return bytes;
}

void DockLayout::restore(const QByteArray &state)
{
    QDataStream stream(state);
    int version = 0;
    QMap<int, QByteArray> states;
    stream >> version >> states;
    if (stream.status() != QDataStream::Ok || version != streamVersion)
        return;
    m_states = states;
    if (m_shown && m_states.contains(static_cast<int>(m_kind)))
        m_window.restoreState(m_states[static_cast<int>(m_kind)]);
}

} // namespace canal
