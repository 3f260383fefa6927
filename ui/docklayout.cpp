// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/docklayout.h"

#include "ui/actions.h"
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

static constexpr int streamVersion = 2;

namespace {

struct Definition
{
    DockLayout::Panel panel;
    const char *name;
    const char *title;
    const char *icon;
};

constexpr auto definitions = std::to_array<Definition>({
    { DockLayout::Panel::Sources, "sourcesDock", QT_TRANSLATE_NOOP("canal::DockLayout", "Sources"),
      "schema" },
    { DockLayout::Panel::Batches, "batchesDock", QT_TRANSLATE_NOOP("canal::DockLayout", "Batches"),
      "batches" },
    { DockLayout::Panel::Diff, "diffDock", QT_TRANSLATE_NOOP("canal::DockLayout", "Diff"), "diff" },
    { DockLayout::Panel::Value, "valueDock", QT_TRANSLATE_NOOP("canal::DockLayout", "Value"),
      "value" },
    { DockLayout::Panel::Timeline, "timelineDock",
      QT_TRANSLATE_NOOP("canal::DockLayout", "Row timeline"), "timeline" },
});
static_assert(definitions.size() == static_cast<std::size_t>(DockLayout::Panel::Count));

} // namespace

DockLayout::DockLayout(QMainWindow &window, const Widgets &widgets)
    : QObject(&window)
    , m_window(window)
    , m_rail(new QToolBar(tr("Panels"), &window))
{
    for (const auto &definition : definitions) {
        const auto place = static_cast<std::size_t>(definition.panel);
        m_docks[place]
            = makeDock(QString::fromLatin1(definition.name), tr(definition.title), widgets[place]);
    }
    window.setAnimated(false);
    window.setDockNestingEnabled(true);
    window.setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window.setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    window.setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    makeRail();
    applyDefault(m_kind);
    hideAll();
}

DockLayout::Dock DockLayout::makeDock(const QString &name, const QString &title, QWidget *panel)
{
    auto *dock = new QDockWidget(title, &m_window);
    dock->setObjectName(name);
    dock->toggleViewAction()->setObjectName(name);
    panel->setMinimumSize(120, 60);
    dock->setWidget(panel);
    auto *bar = new DockTitle(*dock);
    dock->setTitleBarWidget(bar);
    return { dock, bar };
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
    for (const auto &dock : m_docks)
        m_rail->addAction(dock.widget->toggleViewAction());
    m_window.addToolBar(Qt::LeftToolBarArea, m_rail);
}

QList<QAction *> DockLayout::toggleActions() const
{
    QList<QAction *> actions;
    for (const auto panel : { Panel::Sources, Panel::Batches, Panel::Diff, Panel::Timeline })
        actions.append(at(panel).widget->toggleViewAction());
    return actions;
}

// Shown means: in front of its tabs.
void DockLayout::connectActions(const Actions &actions)
{
    auto &toggle = actions[Act::ToggleValue];
    auto *dock = at(Panel::Value).widget;
    connect(&toggle, &QAction::triggered, dock, [dock](bool shown) {
        dock->setVisible(shown);
        if (shown)
            dock->raise();
    });
    connect(dock, &QDockWidget::visibilityChanged, &toggle, &QAction::setChecked);
    connect(&actions[Act::DocksBelow], &QAction::triggered, this,
            [this] { arrange(Arrangement::Below); });
    connect(&actions[Act::DocksRight], &QAction::triggered, this,
            [this] { arrange(Arrangement::Right); });
}

QList<QDockWidget *> DockLayout::details() const
{
    QList<QDockWidget *> docks;
    for (auto place = static_cast<std::size_t>(Panel::Diff); place < m_docks.size(); ++place)
        docks.append(m_docks[place].widget);
    return docks;
}

void DockLayout::tint(const Theme &theme)
{
    for (const auto &definition : definitions)
        at(definition.panel)
            .widget->toggleViewAction()
            ->setIcon(tintedIcon(QString::fromLatin1(definition.icon), Theme::Role::Text2, theme));
}

void DockLayout::open(Panel panel)
{
    at(panel).widget->show();
    at(panel).widget->raise();
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
    for (const auto &dock : m_docks)
        dock.widget->toggleViewAction()->setEnabled(true);
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
    for (const auto &dock : m_docks) {
        dock.widget->hide();
        dock.widget->toggleViewAction()->setEnabled(false);
    }
    m_rail->hide();
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

void DockLayout::arrange(Arrangement arrangement)
{
    m_arrangement = arrangement;
    reset();
}

void DockLayout::reset()
{
    m_states.clear();
    if (m_shown)
        applyDefault(m_kind);
}

void DockLayout::applyDefault(Kind kind)
{
    for (const auto &dock : m_docks) {
        m_window.removeDockWidget(dock.widget);
        dock.widget->setFloating(false);
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
    auto *sources = at(Panel::Sources).widget;
    auto *batches = at(Panel::Batches).widget;
    m_rail->hide();
    m_window.addDockWidget(Qt::LeftDockWidgetArea, sources);
    if (kind == Kind::AckWide)
        m_window.addDockWidget(Qt::BottomDockWidgetArea, batches);
    else
        m_window.splitDockWidget(sources, batches, Qt::Vertical);
    addDetails(kind);
    for (const auto &dock : m_docks)
        dock.widget->show();
    m_window.resizeDocks({ sources }, { 190 }, Qt::Horizontal);
    if (kind == Kind::AckWide)
        m_window.resizeDocks({ batches }, { 300 }, Qt::Vertical);
    resizeDetails(kind);
    if (kind == Kind::LookWide)
        m_window.resizeDocks({ sources, batches }, { 254, 500 }, Qt::Vertical);
}

// Below they stand side by side, or as tabs where the ledger needs the room.
void DockLayout::addDetails(Kind kind)
{
    const auto docks = details();
    const bool isRight = m_arrangement == Arrangement::Right;
    for (auto *dock : docks) {
        m_window.addDockWidget(isRight ? Qt::RightDockWidgetArea : Qt::BottomDockWidgetArea, dock,
                               isRight ? Qt::Vertical : Qt::Horizontal);
        if (!isRight && kind == Kind::AckWide && dock != docks.first())
            m_window.tabifyDockWidget(docks.first(), dock);
    }
}

void DockLayout::resizeDetails(Kind kind)
{
    const auto docks = details();
    docks.first()->raise();
    if (m_arrangement == Arrangement::Right) {
        QList<int> heights(docks.size(), 218);
        heights.first() = 298;
        m_window.resizeDocks({ docks.first() }, { 396 }, Qt::Horizontal);
        m_window.resizeDocks(docks, heights, Qt::Vertical);
    } else if (kind == Kind::AckWide) {
        m_window.resizeDocks({ at(Panel::Batches).widget, docks.first() }, { 760, 480 },
                             Qt::Horizontal);
    } else {
        QList<int> widths(docks.size(), 360);
        widths.first() = 480;
        m_window.resizeDocks({ docks.first() }, { 222 }, Qt::Vertical);
        m_window.resizeDocks(docks, widths, Qt::Horizontal);
    }
}

void DockLayout::applyNarrow(Kind kind)
{
    auto *sources = at(Panel::Sources).widget;
    auto *batches = at(Panel::Batches).widget;
    auto tabs = details();
    tabs.append(batches);
    m_rail->show();
    m_window.addDockWidget(Qt::LeftDockWidgetArea, sources);
    for (auto *dock : tabs) {
        m_window.addDockWidget(Qt::BottomDockWidgetArea, dock);
        if (dock != tabs.first())
            m_window.tabifyDockWidget(tabs.first(), dock);
        dock->show();
    }
    sources->hide();
    (kind == Kind::AckNarrow ? batches : tabs.first())->raise();
    m_window.resizeDocks({ tabs.first() }, { kind == Kind::AckNarrow ? 264 : 216 }, Qt::Vertical);
    m_window.resizeDocks({ sources }, { 190 }, Qt::Horizontal);
}

// ---- keeping

QByteArray DockLayout::save() const
{
    auto states = m_states;
    if (m_shown)
        states[static_cast<int>(m_kind)] = m_window.saveState();
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << streamVersion << static_cast<quint8>(m_arrangement) << states;
    return bytes;
}

void DockLayout::restore(const QByteArray &state)
{
    QDataStream stream(state);
    int version = 0;
    quint8 arrangement = 0;
    QMap<int, QByteArray> states;
    stream >> version >> arrangement >> states;
    if (stream.status() != QDataStream::Ok || version != streamVersion
        || arrangement > static_cast<quint8>(Arrangement::Right))
        return;
    m_arrangement = static_cast<Arrangement>(arrangement);
    m_states = states;
    if (m_shown && m_states.contains(static_cast<int>(m_kind)))
        m_window.restoreState(m_states[static_cast<int>(m_kind)]);
}

} // namespace canal
