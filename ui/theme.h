// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>

#include <array>

class QApplication;

namespace canal {

// Every colour of the program, by what it is for. A widget's theme is told from its palette, so
// that nothing has to be handed around or told when the theme changes. Immutable.
class Theme
{
    Q_GADGET

public:
    enum class Role : quint8 {
        Window,
        Base,
        Raised,
        Well,
        Header,
        Hover,
        Selected,
        SelectedNoFocus,
        Border,
        Line,
        InputEdge,
        Bracket,
        Hatch,
        Text,
        Text2,
        Text3,
        Disabled,
        Accent,
        AccentText,
        OnAccent,
        Insert, // on base
        InsertOnTint,
        InsertTint,
        InsertInner,
        Update,
        UpdateOnTint,
        UpdateTint,
        Delete,
        DeleteOnTint,
        DeleteTint,
        DeleteInner,
        Ddl,
        DdlTint,
        OkText,
        OkIcon,
        OkGround,
        OkEdge,
        InfoText,
        InfoIcon,
        InfoGround,
        InfoEdge,
        WarnText,
        WarnIcon,
        WarnGround,
        WarnEdge,
        ErrorText,
        ErrorIcon,
        ErrorGround,
        ErrorEdge,
        CodeString,
        CodeNumber,
        CodeKeyword,
        CodeKey,
        Count,
    };
    Q_ENUM(Role)
    enum class Variant : quint8 { Light, Dark, LightColourBlind, DarkColourBlind };

    static const Theme &of(Variant variant);
    static const Theme &of(const QPalette &palette);
    static const Theme &light() { return of(Variant::Light); }
    static const Theme &dark() { return of(Variant::Dark); }

    Variant variant() const { return m_variant; }
    bool isDark() const;
    QColor operator()(Role role) const { return m_colours[static_cast<std::size_t>(role)]; }
    QPalette palette() const;

    // Sizes are logical pixels.
    static QFont uiFont(int pixels = 12);
    static QFont cellFont(int pixels = 12);

private:
    explicit Theme(Variant variant);

    Variant m_variant;
    std::array<QColor, static_cast<std::size_t>(Role::Count)> m_colours;
};

enum class ThemeBase : quint8 { System, Light, Dark };

enum class SystemColours : quint8 {
    Unknown, // the platform's palette tells
    Light,
    Dark,
};

struct ThemeChoice
{
    ThemeBase base = ThemeBase::System;
    bool colourBlind = false;
    SystemColours system = SystemColours::Unknown; // of use with ThemeBase::System

    bool operator==(const ThemeChoice &) const = default;
};

// Style, palette and font of the whole application.
void applyTheme(QApplication &app, const ThemeChoice &choice);

} // namespace canal
