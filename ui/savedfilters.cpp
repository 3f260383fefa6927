// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/savedfilters.h"

#include "ui/filternamedialog.h"
#include "ui/icons.h"
#include "ui/interaction.h"
#include "ui/plaintext.h"
#include "ui/questions.h"

#include <QEvent>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int gap = 4;
static constexpr int buttonHeight = 22;
static constexpr int mostWidth = 360; // the box needs the rest
static constexpr qsizetype mostChars = 30; // on a button
static constexpr qsizetype mostTipChars = 300;

SavedFilters::SavedFilters(FilterLibrary &library, Interaction &interaction, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_interaction(interaction)
    , m_more(new QToolButton(this))
{
    setObjectName(u"savedFilters"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_more->setText(u"»"_s);
    m_more->setObjectName(u"moreSavedFilters"_s);
    m_more->setAutoRaise(true);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setAccessibleName(tr("More saved filters"));
    connect(m_more, &QToolButton::clicked, this, [this] {
        Filters hidden;
        for (qsizetype i = 0; i < m_buttons.size(); ++i)
            if (m_buttons[i]->isHidden())
                hidden += m_filters[i];
        choose(hidden, m_more->mapToGlobal(m_more->rect().bottomLeft()));
    });
    connect(&library, &FilterLibrary::changed, this, &SavedFilters::rebuild);
    rebuild();
    place();
}

// ---- buttons

void SavedFilters::rebuild()
{
    QList<std::pair<QString, Filters>> groups;
    if (m_shown == m_library.saved())
        return;
    m_shown = m_library.saved();
    for (const auto &filter : m_library.saved()) {
        const auto group = filter.group();
        const auto known = std::ranges::find_if(groups, [&](const auto &other) {
            return !group.isEmpty() && other.second.first().group() == group;
        });
        if (known != groups.end())
            known->second.append(filter);
        else
            groups.append({ group.isEmpty() ? filter.name : group + u" ▾"_s, { filter } });
    }
    for (auto *button : std::as_const(m_buttons)) { // one of them may just have been clicked
        button->hide();
        button->deleteLater();
    }
    m_buttons.clear();
    m_filters.clear();
    for (const auto &[words, filters] : groups)
        addButton(words, filters);
    tint();
    updateGeometry();
    place();
}

void SavedFilters::addButton(const QString &words, const Filters &filters)
{
    auto *button = new QToolButton(this);
    button->setText(menuText(clipped(words, mostChars)));
    button->setObjectName(u"savedFilter"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setContextMenuPolicy(Qt::CustomContextMenu);
    if (filters.first().group().isEmpty())
        setSafeTip(*button, clipped(filters.first().text, mostTipChars));
    connect(button, &QToolButton::clicked, this, [this, button, filters] {
        choose(filters, button->mapToGlobal(button->rect().bottomLeft()));
    });
    connect(
        button, &QWidget::customContextMenuRequested, this,
        [this, button, filters](const QPoint &at) { showMenu(filters, button->mapToGlobal(at)); });
    m_buttons.append(button);
    m_filters.append(filters);
}

QSize SavedFilters::sizeHint() const
{
    int width = 0;
    for (const auto *button : m_buttons)
        width += button->sizeHint().width() + gap;
    return { std::min(width, mostWidth), buttonHeight };
}

QSize SavedFilters::minimumSizeHint() const
{
    return { m_buttons.isEmpty() ? 0 : m_more->sizeHint().width(), buttonHeight };
}

void SavedFilters::place()
{
    const int moreWidth = m_more->sizeHint().width();
    int x = 0;
    bool full = false;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        auto *button = m_buttons[i];
        const int buttonWidth = button->sizeHint().width();
        const int kept = i + 1 < m_buttons.size() ? moreWidth + gap : 0;
        full = full || x + buttonWidth + kept > width();
        button->setVisible(!full);
        if (full)
            continue;
        button->setGeometry(x, 0, buttonWidth, buttonHeight);
        x += buttonWidth + gap;
    }
    m_more->setGeometry(x, 0, moreWidth, buttonHeight);
    m_more->setVisible(full);
}

void SavedFilters::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void SavedFilters::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void SavedFilters::tint()
{
    const auto icon = tintedIcon(u"bookmark"_s, Theme::Role::Text2, Theme::of(palette()));
    for (auto *button : m_buttons)
        button->setIcon(icon);
}

// ---- doing

QMenu *SavedFilters::makeMenu()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"savedFilterMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void SavedFilters::choose(const Filters &filters, const QPoint &globalPosition)
{
    if (filters.size() == 1 && filters.first().group().isEmpty())
        return emit chosen(filters.first().text);
    auto *menu = makeMenu();
    for (const auto &filter : filters)
        connect(menu->addAction(menuText(filter.title())), &QAction::triggered, this,
                [this, filter] { emit chosen(filter.text); });
    menu->addSeparator();
    auto *manage = menu->addMenu(tr("Rename or remove"));
    for (const auto &filter : filters)
        fillMenu(*manage->addMenu(menuText(filter.title())), filter);
    menu->popup(globalPosition);
}

void SavedFilters::showMenu(const Filters &filters, const QPoint &globalPosition)
{
    if (filters.size() > 1)
        return choose(filters, globalPosition);
    auto *menu = makeMenu();
    fillMenu(*menu, filters.first());
    menu->popup(globalPosition);
}

void SavedFilters::fillMenu(QMenu &menu, const SavedFilter &filter)
{
    connect(menu.addAction(tr("Rename…")), &QAction::triggered, this,
            [this, filter] { rename(filter); });
    connect(menu.addAction(tr("Remove")), &QAction::triggered, this,
            [this, filter] { remove(filter); });
}

void SavedFilters::save(const QString &text)
{
    FilterNameDialog dialog(m_library, { {}, text }, window());
    if (m_interaction.run(dialog) == Interaction::Ending::Accepted)
        m_library.save({ dialog.name(), text });
}

void SavedFilters::rename(const SavedFilter &filter)
{
    FilterNameDialog dialog(m_library, filter, window());
    if (m_interaction.run(dialog) == Interaction::Ending::Accepted)
        m_library.rename(filter.name, dialog.name());
}

void SavedFilters::remove(const SavedFilter &filter)
{
    if (questions::removeFilter(m_interaction, window(), filter.name) == questions::Decision::Go)
        m_library.remove(filter.name);
}

} // namespace canal
