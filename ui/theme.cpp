// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/theme.h"

#include "ui/flatstyle.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Role = Theme::Role;

struct Line
{
    Role role;
    QRgb light;
    QRgb dark;
};

constexpr auto table = std::to_array<Line>({
    { Role::Window, 0xf6f8fa, 0x161b22 },       { Role::Base, 0xffffff, 0x0d1117 },
    { Role::Raised, 0xffffff, 0x21262d },       { Role::Well, 0xeef1f4, 0x0a0d12 },
    { Role::Header, 0xf6f8fa, 0x161b22 },       { Role::Hover, 0xf0f3f6, 0x1c2229 },
    { Role::Selected, 0xe1edfd, 0x1b2a41 },     { Role::SelectedNoFocus, 0xeceff3, 0x21262d },
    { Role::Border, 0xd1d9e0, 0x30363d },       { Role::Line, 0xe6eaef, 0x21262d },
    { Role::InputEdge, 0x8c959f, 0x656c76 },    { Role::Bracket, 0x8c959f, 0x6e7681 },
    { Role::Hatch, 0xd8dee4, 0x2a3139 },        { Role::Text, 0x1f2328, 0xe6edf3 },
    { Role::Text2, 0x59636e, 0x9ea7b1 },        { Role::Text3, 0x656d76, 0x8b949e },
    { Role::Disabled, 0x8c959f, 0x6e7681 },     { Role::Accent, 0x0969da, 0x58a6ff },
    { Role::AccentText, 0x0550ae, 0x79c0ff },   { Role::OnAccent, 0xffffff, 0x0d1117 },
    { Role::Insert, 0x1a7f37, 0x3fb950 },       { Role::InsertOnTint, 0x116329, 0x56d364 },
    { Role::InsertTint, 0xdafbe1, 0x12261e },   { Role::InsertInner, 0xaceebb, 0x1f5130 },
    { Role::Update, 0x0969da, 0x58a6ff },       { Role::UpdateOnTint, 0x0550ae, 0x79c0ff },
    { Role::UpdateTint, 0xddf4ff, 0x132339 },   { Role::Delete, 0xcf222e, 0xff7b72 },
    { Role::DeleteOnTint, 0xa40e26, 0xff938a }, { Role::DeleteTint, 0xffebe9, 0x2d1619 },
    { Role::DeleteInner, 0xffcecb, 0x6b2429 },  { Role::Ddl, 0x1f2328, 0xf0f6fc },
    { Role::DdlTint, 0xeceff3, 0x21262d },      { Role::OkText, 0x116329, 0x56d364 },
    { Role::OkIcon, 0x1a7f37, 0x3fb950 },       { Role::OkGround, 0xdafbe1, 0x12261e },
    { Role::OkEdge, 0x8bdba0, 0x1f5130 },       { Role::InfoText, 0x0550ae, 0x79c0ff },
    { Role::InfoIcon, 0x0969da, 0x58a6ff },     { Role::InfoGround, 0xddf4ff, 0x121d2f },
    { Role::InfoEdge, 0x80ccff, 0x1f4277 },     { Role::WarnText, 0x7d4e00, 0xe3b341 },
    { Role::WarnIcon, 0x9a6700, 0xd29922 },     { Role::WarnGround, 0xfff8c5, 0x272115 },
    { Role::WarnEdge, 0xe0c15c, 0x5c4813 },     { Role::ErrorText, 0xa40e26, 0xff938a },
    { Role::ErrorIcon, 0xcf222e, 0xf85149 },    { Role::ErrorGround, 0xffebe9, 0x2d1619 },
    { Role::ErrorEdge, 0xffaba8, 0x6e2a2c },    { Role::CodeString, 0x0a3069, 0xa5d6ff },
    { Role::CodeNumber, 0x0550ae, 0x79c0ff },   { Role::CodeKeyword, 0xa40e26, 0xff7b72 },
    { Role::CodeKey, 0x116329, 0x7ee787 },
});
static_assert(table.size() == static_cast<std::size_t>(Role::Count));

// What people who confuse red and green see differently.
constexpr auto colourBlindTable = std::to_array<Line>({
    { Role::Insert, 0x0969da, 0x388bfd },       { Role::InsertOnTint, 0x0550ae, 0x79c0ff },
    { Role::InsertTint, 0xddf4ff, 0x121d2f },   { Role::InsertInner, 0xb6e3ff, 0x1f4277 },
    { Role::Update, 0x6e7781, 0x8b949e },       { Role::UpdateOnTint, 0x57606a, 0xb1bac4 },
    { Role::UpdateTint, 0xeceff3, 0x21262d },   { Role::Delete, 0xbc4c00, 0xdb6d28 },
    { Role::DeleteOnTint, 0x953800, 0xf0883e }, { Role::DeleteTint, 0xfff1e5, 0x2b1d10 },
    { Role::DeleteInner, 0xffd8b5, 0x4a260a },  { Role::OkText, 0x0550ae, 0x79c0ff },
    { Role::OkIcon, 0x0969da, 0x388bfd },       { Role::OkGround, 0xddf4ff, 0x121d2f },
    { Role::OkEdge, 0xb6e3ff, 0x1f4277 },       { Role::ErrorText, 0x953800, 0xf0883e },
    { Role::ErrorIcon, 0xbc4c00, 0xdb6d28 },    { Role::ErrorGround, 0xfff1e5, 0x2b1d10 },
    { Role::ErrorEdge, 0xffb77c, 0x6b3a12 },    { Role::CodeKeyword, 0x953800, 0xf0883e },
    { Role::CodeKey, 0x0550ae, 0x79c0ff },
});

bool isDarkVariant(Theme::Variant variant)
{
    return variant == Theme::Variant::Dark || variant == Theme::Variant::DarkColourBlind;
}

// The system's font with named families after it: its own fallback for Chinese is a matter of luck.
// A system's name may be an alias ("monospace"), which would not count beside names that exist.
QFont sized(QFontDatabase::SystemFont system, const QStringList &cjkFamilies, int pixels)
{
    auto font = QFontDatabase::systemFont(system);
    font.setFamilies(QStringList(QFontInfo(font).family()) + cjkFamilies);
    font.setPixelSize(pixels);
    return font;
}

} // namespace

Theme::Theme(Variant variant)
    : m_variant(variant)
{
    const auto take = [this](const Line &line) {
        m_colours[static_cast<std::size_t>(line.role)]
            = QColor::fromRgb(isDark() ? line.dark : line.light);
    };
    std::ranges::for_each(table, take);
    if (variant == Variant::LightColourBlind || variant == Variant::DarkColourBlind)
        std::ranges::for_each(colourBlindTable, take);
}

const Theme &Theme::of(Variant variant)
{
    static const std::array<Theme, 4> themes { Theme(Variant::Light), Theme(Variant::Dark),
                                               Theme(Variant::LightColourBlind),
                                               Theme(Variant::DarkColourBlind) };
    return themes[static_cast<std::size_t>(variant)];
}

// palette() marks each variant by two of its colours.
const Theme &Theme::of(const QPalette &palette)
{
    const bool dark = palette.color(QPalette::Window).lightness() < 128;
    const auto &plain = of(dark ? Variant::Dark : Variant::Light);
    const auto &colourBlind = of(dark ? Variant::DarkColourBlind : Variant::LightColourBlind);
    const auto mark = palette.color(QPalette::Active, QPalette::LinkVisited);
    return mark == colourBlind(Role::DeleteOnTint) ? colourBlind : plain;
}

bool Theme::isDark() const { return isDarkVariant(m_variant); }

QPalette Theme::palette() const
{
    const auto &self = *this;
    QPalette palette(self(Role::Raised), self(Role::Window));
    palette.setColor(QPalette::Window, self(Role::Window));
    palette.setColor(QPalette::WindowText, self(Role::Text));
    palette.setColor(QPalette::Base, self(Role::Base));
    palette.setColor(QPalette::AlternateBase, self(Role::Header));
    palette.setColor(QPalette::Text, self(Role::Text));
    palette.setColor(QPalette::PlaceholderText, self(Role::Text3));
    palette.setColor(QPalette::Button, self(Role::Raised));
    palette.setColor(QPalette::ButtonText, self(Role::Text));
    palette.setColor(QPalette::BrightText, self(Role::OnAccent));
    palette.setColor(QPalette::ToolTipBase, self(Role::Raised));
    palette.setColor(QPalette::ToolTipText, self(Role::Text));
    palette.setColor(QPalette::Highlight, self(Role::Selected));
    palette.setColor(QPalette::HighlightedText, self(Role::Text));
    palette.setColor(QPalette::Link, self(Role::AccentText));
    palette.setColor(QPalette::LinkVisited, self(Role::DeleteOnTint));
    palette.setColor(QPalette::Light, self(Role::Raised));
    palette.setColor(QPalette::Midlight, self(Role::Hover));
    palette.setColor(QPalette::Mid, self(Role::Border));
    palette.setColor(QPalette::Dark, self(Role::InputEdge));
    palette.setColor(QPalette::Shadow, self(Role::Border));
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::Disabled, role, self(Role::Disabled));
    palette.setColor(QPalette::Inactive, QPalette::Highlight, self(Role::SelectedNoFocus));
    return palette;
}

QFont Theme::uiFont(int pixels)
{
    return sized(QFontDatabase::GeneralFont,
                 { u"Noto Sans CJK SC"_s, u"Microsoft YaHei UI"_s, u"PingFang SC"_s,
                   u"WenQuanYi Micro Hei"_s },
                 pixels);
}

QFont Theme::cellFont(int pixels)
{
    return sized(QFontDatabase::FixedFont,
                 { u"Noto Sans Mono CJK SC"_s, u"Sarasa Mono SC"_s, u"Microsoft YaHei Mono"_s,
                   u"WenQuanYi Micro Hei Mono"_s },
                 pixels);
}

static bool isSystemDark(QApplication &app, SystemColours colours)
{
    switch (colours) {
    case SystemColours::Light:
        return false;
    case SystemColours::Dark:
        return true;
    case SystemColours::Unknown:
        break;
    }
    QApplication::setPalette({}); // what the platform or the style say by themselves
    return QApplication::palette().color(QPalette::Window).lightness() < 128
        || app.style()->standardPalette().color(QPalette::Window).lightness() < 128;
}

static Theme::Variant variantFor(QApplication &app, const ThemeChoice &choice)
{
    const bool dark = choice.base == ThemeBase::System ? isSystemDark(app, choice.system)
                                                       : choice.base == ThemeBase::Dark;
    if (choice.colourBlind)
        return dark ? Theme::Variant::DarkColourBlind : Theme::Variant::LightColourBlind;
    return dark ? Theme::Variant::Dark : Theme::Variant::Light;
}

void applyTheme(QApplication &app, const ThemeChoice &choice)
{
    if (qobject_cast<FlatStyle *>(app.style()) == nullptr)
        QApplication::setStyle(new FlatStyle); // which the application owns
    QApplication::setFont(Theme::uiFont());
    QApplication::setPalette(Theme::of(variantFor(app, choice)).palette());
}

} // namespace canal
