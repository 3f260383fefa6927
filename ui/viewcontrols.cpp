// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/viewcontrols.h"

#include "ui/actions.h"
#include "ui/columncontrols.h"
#include "ui/eventtableview.h"
#include "ui/timecontrols.h"

#include <QApplication>
#include <QDataStream>
#include <QIODevice>

namespace canal {

static constexpr int streamVersion = 1;

ViewControls::ViewControls(Actions &actions, EventTableView &table, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_table(table)
    , m_columns(new ColumnControls(table, this))
    , m_times(new TimeControls(actions, table, this))
{
    connect(&actions[Act::ResetLayout], &QAction::triggered, m_columns, &ColumnControls::reset);
    connect(&actions[Act::ResetLayout], &QAction::triggered, this,
            [this] { m_actions[Act::MiniMap].setChecked(true); });
    connectTable();
    connectFollow();
    connectColours();
    connectLanguages();
}

void ViewControls::connectTable()
{
    const auto on = [this](Act act, auto method) {
        connect(&m_actions[act], &QAction::triggered, &m_table, method);
    };
    on(Act::GoEnd, &EventTableView::goToEnd);
    on(Act::GoNext, &EventTableView::goNext);
    on(Act::GoPrevious, &EventTableView::goPrevious);
    on(Act::GoFirst, [this] { m_table.goToRow(0); });
    on(Act::ZoomIn, [this] { m_table.setFontPixels(m_table.fontPixels() + 1); });
    on(Act::ZoomOut, [this] { m_table.setFontPixels(m_table.fontPixels() - 1); });
    on(Act::ZoomReset, [this] { m_table.setFontPixels(EventTableView::normalPixels); });
    connect(&m_table, &EventTableView::freezeKeyPressed, &m_actions[Act::Freeze],
            &QAction::trigger);
}

void ViewControls::connectFollow()
{
    auto &follow = m_table.follow();
    auto &action = m_actions[Act::Follow];
    const auto show = [&follow, &action] { action.setChecked(follow.isFollowing()); };
    connect(&action, &QAction::triggered, &follow, &FollowTail::toggle);
    connect(&follow, &FollowTail::changed, &action, show);
    show();
}

void ViewControls::connectColours()
{
    for (const auto act : { Act::ThemeSystem, Act::ThemeLight, Act::ThemeDark, Act::ColourBlind })
        connect(&m_actions[act], &QAction::triggered, this,
                [this] { applyTheme(*qApp, chosenColours()); });
}

static constexpr auto languages
    = std::to_array<std::pair<Act, const char *>>({ { Act::LanguageSystem, "" },
                                                    { Act::LanguageEnglish, "en" },
                                                    { Act::LanguageChinese, "zh_CN" } });

void ViewControls::connectLanguages()
{
    for (const auto &[act, language] : languages)
        connect(&m_actions[act], &QAction::triggered, this,
                [this, name = QString::fromLatin1(language)] { emit languageChosen(name); });
}

void ViewControls::showLanguage(const QString &language)
{
    for (const auto &[act, name] : languages)
        m_actions[act].setChecked(language == QLatin1StringView(name));
}

ThemeChoice ViewControls::chosenColours() const
{
    const auto base = m_actions[Act::ThemeDark].isChecked() ? ThemeBase::Dark
        : m_actions[Act::ThemeLight].isChecked()            ? ThemeBase::Light
                                                            : ThemeBase::System;
    return { base, m_actions[Act::ColourBlind].isChecked(), m_system };
}

void ViewControls::applyColours(const ThemeChoice &choice)
{
    m_actions[Act::ThemeSystem].setChecked(choice.base == ThemeBase::System);
    m_actions[Act::ThemeLight].setChecked(choice.base == ThemeBase::Light);
    m_actions[Act::ThemeDark].setChecked(choice.base == ThemeBase::Dark);
    m_actions[Act::ColourBlind].setChecked(choice.colourBlind);
    applyTheme(*qApp, choice);
}

void ViewControls::systemThemeChanged()
{
    if (chosenColours().base == ThemeBase::System)
        applyTheme(*qApp, chosenColours());
}

void ViewControls::setSystemColours(SystemColours colours)
{
    m_system = colours;
    systemThemeChanged();
}

QByteArray ViewControls::save() const
{
    const auto colours = chosenColours();
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << streamVersion << m_table.fontPixels() << static_cast<quint8>(colours.base)
           << colours.colourBlind << saveTable() << m_actions[Act::MiniMap].isChecked();
    return bytes;
}

void ViewControls::restore(const QByteArray &state)
{
    QDataStream stream(state);
    int version = 0;
    int pixels = 0;
    quint8 base = 0;
    bool colourBlind = false;
    stream >> version >> pixels >> base >> colourBlind;
    if (stream.status() != QDataStream::Ok || version != streamVersion
        || base > static_cast<quint8>(ThemeBase::Dark))
        return;
    m_table.setFontPixels(pixels);
    applyColours({ static_cast<ThemeBase>(base), colourBlind, m_system });
    if (stream.atEnd()) // an earlier version wrote no more
        return;
    QByteArray table;
    stream >> table;
    restoreTable(table);
    bool hasMap = true;
    stream >> hasMap;
    m_actions[Act::MiniMap].setChecked(stream.status() != QDataStream::Ok || hasMap);
}

QByteArray ViewControls::saveTable() const
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << m_columns->save() << m_times->save();
    return bytes;
}

void ViewControls::restoreTable(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray columns;
    QByteArray times;
    stream >> columns >> times;
    if (stream.status() != QDataStream::Ok)
        return;
    m_columns->restore(columns);
    m_times->restore(times);
}

} // namespace canal
