// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/actions.h"

#include "ui/icons.h"
#include "ui/plaintext.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>
#include <QToolBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Role = Theme::Role;

struct Definition
{
    Act act;
    const char *name;
    const char *text; // in menus
    const char *icon = nullptr;
    Role role = Role::Text2;
};

constexpr auto definitions = std::to_array<Definition>({
    { Act::Connect, "connect", QT_TRANSLATE_NOOP("canal::Actions", "&Connect…"), "connect" },
    { Act::StartDemo, "startDemo", QT_TRANSLATE_NOOP("canal::Actions", "Start the &demo"), "demo" },
    { Act::Export, "export", QT_TRANSLATE_NOOP("canal::Actions", "&Export…"), "export" },
    { Act::Quit, "quit", QT_TRANSLATE_NOOP("canal::Actions", "&Quit") },
    { Act::Copy, "copy", QT_TRANSLATE_NOOP("canal::Actions", "&Copy rows"), "duplicate" },
    { Act::Find, "find", QT_TRANSLATE_NOOP("canal::Actions", "F&ind"), "find" },
    { Act::FindNext, "findNext", QT_TRANSLATE_NOOP("canal::Actions", "Find &next") },
    { Act::FindPrevious, "findPrevious", QT_TRANSLATE_NOOP("canal::Actions", "Find &previous") },
    { Act::Mark, "mark", QT_TRANSLATE_NOOP("canal::Actions", "&Mark"), "mark" },
    { Act::Note, "note", QT_TRANSLATE_NOOP("canal::Actions", "N&ote…") },
    { Act::HideRow, "hideRow", QT_TRANSLATE_NOOP("canal::Actions", "&Hide row") },
    { Act::ShowHidden, "showHidden", QT_TRANSLATE_NOOP("canal::Actions", "&Show hidden rows") },
    { Act::CompareRows, "compareRows",
      QT_TRANSLATE_NOOP("canal::Actions", "Comp&are selected rows") },
    { Act::Filter, "filter", QT_TRANSLATE_NOOP("canal::Actions", "&Filter"), "filter" },
    { Act::ClearFilter, "clearFilter", QT_TRANSLATE_NOOP("canal::Actions", "C&lear filter") },
    { Act::Follow, "follow", QT_TRANSLATE_NOOP("canal::Actions", "F&ollow"), "follow" },
    { Act::Freeze, "freeze", QT_TRANSLATE_NOOP("canal::Actions", "&Freeze"), "pause" },
    { Act::Transactions, "transactions", QT_TRANSLATE_NOOP("canal::Actions", "T&ransactions") },
    { Act::ZoomIn, "zoomIn", QT_TRANSLATE_NOOP("canal::Actions", "&Larger table text") },
    { Act::ZoomOut, "zoomOut", QT_TRANSLATE_NOOP("canal::Actions", "&Smaller table text") },
    { Act::ZoomReset, "zoomReset", QT_TRANSLATE_NOOP("canal::Actions", "&Normal table text") },
    { Act::ToggleValue, "toggleValue", QT_TRANSLATE_NOOP("canal::Actions", "&Value"), "value" },
    { Act::MiniMap, "miniMap", QT_TRANSLATE_NOOP("canal::Actions", "&Mini-map") },
    { Act::DocksBelow, "docksBelow", QT_TRANSLATE_NOOP("canal::Actions", "Docks &below") },
    { Act::DocksRight, "docksRight", QT_TRANSLATE_NOOP("canal::Actions", "Docks r&ight") },
    { Act::ResetLayout, "resetLayout", QT_TRANSLATE_NOOP("canal::Actions", "&Reset layout") },
    { Act::ThemeSystem, "themeSystem", QT_TRANSLATE_NOOP("canal::Actions", "As the &system") },
    { Act::ThemeLight, "themeLight", QT_TRANSLATE_NOOP("canal::Actions", "&Light") },
    { Act::ThemeDark, "themeDark", QT_TRANSLATE_NOOP("canal::Actions", "&Dark") },
    { Act::ColourBlind, "colourBlind",
      QT_TRANSLATE_NOOP("canal::Actions", "&Colours for the colour-blind") },
    { Act::TimeLocal, "timeLocal", QT_TRANSLATE_NOOP("canal::Actions", "&Local time") },
    { Act::TimeUtc, "timeUtc", QT_TRANSLATE_NOOP("canal::Actions", "&UTC") },
    { Act::TimeOfDay, "timeOfDay", QT_TRANSLATE_NOOP("canal::Actions", "&Time of day") },
    { Act::TimeSinceReference, "timeSinceReference",
      QT_TRANSLATE_NOOP("canal::Actions", "Since the &reference") },
    { Act::TimeSincePrevious, "timeSincePrevious",
      QT_TRANSLATE_NOOP("canal::Actions", "Since the row &before") },
    { Act::TimeReference, "timeReference",
      QT_TRANSLATE_NOOP("canal::Actions", "&Set or clear the time reference") },
    { Act::LanguageSystem, "languageSystem",
      QT_TRANSLATE_NOOP("canal::Actions", "As the &system") },
    { Act::LanguageEnglish, "languageEnglish", "&English" }, // each in itself, for who reads
    { Act::LanguageChinese, "languageChinese", "&中文" }, // no other
    { Act::GoTo, "goTo", QT_TRANSLATE_NOOP("canal::Actions", "&Go to"), "goto" },
    { Act::GoEnd, "goEnd", QT_TRANSLATE_NOOP("canal::Actions", "&Last row, and follow") },
    { Act::GoFirst, "goFirst", QT_TRANSLATE_NOOP("canal::Actions", "&First row") },
    { Act::GoNext, "goNext", QT_TRANSLATE_NOOP("canal::Actions", "&Next row") },
    { Act::GoPrevious, "goPrevious", QT_TRANSLATE_NOOP("canal::Actions", "&Previous row") },
    { Act::GoBack, "goBack", QT_TRANSLATE_NOOP("canal::Actions", "&Back to the row before") },
    { Act::GoForward, "goForward", QT_TRANSLATE_NOOP("canal::Actions", "F&orward again") },
    { Act::NextMark, "nextMark", QT_TRANSLATE_NOOP("canal::Actions", "Next &mark") },
    { Act::PreviousMark, "previousMark", QT_TRANSLATE_NOOP("canal::Actions", "Pre&vious mark") },
    { Act::PreviousChange, "previousChange",
      QT_TRANSLATE_NOOP("canal::Actions", "Previous &change of this row") },
    { Act::NextChange, "nextChange",
      QT_TRANSLATE_NOOP("canal::Actions", "N&ext change of this row") },
    { Act::Start, "start", QT_TRANSLATE_NOOP("canal::Actions", "&Start"), "start", Role::OkIcon },
    { Act::Stop, "stop", QT_TRANSLATE_NOOP("canal::Actions", "S&top"), "stop", Role::ErrorIcon },
    { Act::Pause, "pause", QT_TRANSLATE_NOOP("canal::Actions", "&Pause fetching"), "pause" },
    { Act::Clear, "clear", QT_TRANSLATE_NOOP("canal::Actions", "&Clear rows…"), "clear" },
    { Act::AckNext, "ackNext", QT_TRANSLATE_NOOP("canal::Actions", "Ack &next"), "ack",
      Role::OkIcon },
    { Act::AckUpToHere, "ackUpToHere", QT_TRANSLATE_NOOP("canal::Actions", "Ack &up to here"),
      "ackupto", Role::OkIcon },
    { Act::AckAll, "ackAll", QT_TRANSLATE_NOOP("canal::Actions", "Ack &all"), "ackall",
      Role::OkIcon },
    { Act::RollBack, "rollBack", QT_TRANSLATE_NOOP("canal::Actions", "&Roll back all…"), "rollback",
      Role::ErrorIcon },
    { Act::Palette, "palette", QT_TRANSLATE_NOOP("canal::Actions", "&Find a command…") },
    { Act::Shortcuts, "shortcuts", QT_TRANSLATE_NOOP("canal::Actions", "&Keyboard shortcuts") },
});
static_assert(definitions.size() == static_cast<std::size_t>(Act::Count));

} // namespace

QString withoutMnemonic(QString text)
{
    static const QRegularExpression inBrackets(u"\\(&.\\)"_s);
    return text.remove(inBrackets).remove(u'&');
}

Actions::Actions(QWidget &window)
    : QObject(&window)
{
    makeAll(window);
    makeKeys();
    for (const auto act : { Act::Follow, Act::Freeze, Act::Transactions, Act::Pause,
                            Act::ColourBlind, Act::ToggleValue, Act::MiniMap })
        (*this)[act].setCheckable(true);
    (*this)[Act::MiniMap].setChecked(true);
    makeChoice({ Act::ThemeSystem, Act::ThemeLight, Act::ThemeDark });
    makeChoice({ Act::LanguageSystem, Act::LanguageEnglish, Act::LanguageChinese });
    makeChoice({ Act::TimeLocal, Act::TimeUtc });
    makeChoice({ Act::TimeOfDay, Act::TimeSinceReference, Act::TimeSincePrevious });
}

void Actions::makeChoice(std::initializer_list<Act> acts)
{
    auto *group = new QActionGroup(this);
    for (const auto act : acts) {
        (*this)[act].setCheckable(true);
        group->addAction(&(*this)[act]);
    }
    (*this)[*acts.begin()].setChecked(true);
}

void Actions::makeAll(QWidget &window)
{
    for (const auto &definition : definitions) {
        auto *action = new QAction(tr(definition.text), &window);
        action->setObjectName(QString::fromLatin1(definition.name));
        action->setIconText(withoutMnemonic(action->text()));
        action->setMenuRole(definition.act == Act::Quit ? QAction::QuitRole : QAction::NoRole);
        m_actions[static_cast<std::size_t>(definition.act)] = action;
        window.addAction(action);
    }
}

// No key for a rollback: what destroys has none.
void Actions::makeKeys()
{
    const auto set
        = [this](Act act, const QList<QKeySequence> &keys) { (*this)[act].setShortcuts(keys); };
    set(Act::Connect, { Qt::CTRL | Qt::Key_K });
    set(Act::Export, { Qt::CTRL | Qt::SHIFT | Qt::Key_E });
    set(Act::Quit, { Qt::CTRL | Qt::Key_Q });
    set(Act::Copy, { Qt::CTRL | Qt::Key_C });
    set(Act::Find, { Qt::CTRL | Qt::Key_F });
    set(Act::FindNext, { Qt::Key_F3 });
    set(Act::FindPrevious, { Qt::SHIFT | Qt::Key_F3 });
    set(Act::Mark, { Qt::CTRL | Qt::Key_M, Qt::Key_M });
    set(Act::HideRow, { Qt::CTRL | Qt::Key_D });
    set(Act::Filter, { Qt::CTRL | Qt::Key_L, Qt::Key_Slash });
    set(Act::Follow, { Qt::Key_F });
    set(Act::Freeze, { Qt::CTRL | Qt::SHIFT | Qt::Key_F });
    set(Act::Transactions, { Qt::CTRL | Qt::SHIFT | Qt::Key_T });
    set(Act::ZoomIn, { Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal });
    set(Act::ZoomOut, { Qt::CTRL | Qt::Key_Minus });
    set(Act::ZoomReset, { Qt::CTRL | Qt::Key_0 });
    set(Act::TimeReference, { Qt::CTRL | Qt::Key_T });
    set(Act::ToggleValue, { Qt::Key_F7 });
    set(Act::GoTo, { Qt::CTRL | Qt::Key_G });
    set(Act::GoEnd, { Qt::CTRL | Qt::Key_End });
    set(Act::GoNext, { Qt::CTRL | Qt::Key_Down });
    set(Act::GoPrevious, { Qt::CTRL | Qt::Key_Up });
    set(Act::GoBack, { Qt::ALT | Qt::Key_Left });
    set(Act::GoForward, { Qt::ALT | Qt::Key_Right });
    set(Act::NextMark, { Qt::CTRL | Qt::SHIFT | Qt::Key_N, Qt::Key_BracketRight });
    set(Act::PreviousMark, { Qt::CTRL | Qt::SHIFT | Qt::Key_B, Qt::Key_BracketLeft });
    set(Act::PreviousChange, { Qt::CTRL | Qt::Key_Comma });
    set(Act::NextChange, { Qt::CTRL | Qt::Key_Period });
    // The same key: only one of them is ever enabled.
    set(Act::Start, { Qt::CTRL | Qt::Key_E });
    set(Act::Stop, { Qt::CTRL | Qt::Key_E });
    set(Act::AckNext, { Qt::CTRL | Qt::Key_Return });
    set(Act::AckUpToHere, { Qt::CTRL | Qt::SHIFT | Qt::Key_Return });
    set(Act::Palette, { Qt::CTRL | Qt::SHIFT | Qt::Key_P });
    set(Act::Shortcuts, { Qt::Key_F1 });
}

QString Actions::englishOf(const QAction &action)
{
    const auto isIt
        = [&action](const auto &one) { return action.objectName() == QLatin1StringView(one.name); };
    const auto found = std::ranges::find_if(definitions, isIt);
    return found == definitions.end() ? QString() : withoutMnemonic(QString::fromUtf8(found->text));
}

QList<Actions::Key> Actions::keys() const
{
    const auto native = QKeySequence::NativeText;
    const auto tableKey = [native](Act act) {
        switch (act) {
        case Act::Freeze:
            return QKeySequence(Qt::Key_Space).toString(native);
        case Act::GoEnd:
            return QKeySequence(Qt::Key_End).toString(native);
        case Act::GoFirst:
            return QKeySequence(Qt::Key_Home).toString(native);
        default:
            return QString();
        }
    };
    QList<Key> keys;
    for (const auto &definition : definitions) {
        const auto &action = (*this)[definition.act];
        QStringList all;
        for (const auto &sequence : action.shortcuts())
            all.append(sequence.toString(native));
        if (const auto key = tableKey(definition.act); !key.isEmpty())
            all.append(tr("%1 (in the table)").arg(key));
        if (!all.isEmpty())
            keys.append({ action.iconText(), all.join(tr(" or ")) });
    }
    return keys;
}

void Actions::tint(const Theme &theme)
{
    for (const auto &definition : definitions)
        if (definition.icon != nullptr)
            (*this)[definition.act].setIcon(
                tintedIcon(QString::fromLatin1(definition.icon), definition.role, theme));
}

// ---- menus

void Actions::addTo(QMenu &menu, std::initializer_list<Act> acts)
{
    for (const auto act : acts) {
        if (act == Act::Count)
            menu.addSeparator();
        else
            menu.addAction(&(*this)[act]);
    }
}

void Actions::fillMenus(QMenuBar &bar, const QList<QAction *> &docks)
{
    constexpr auto line = Act::Count;
    addTo(*bar.addMenu(tr("&File")),
          { Act::Connect, Act::StartDemo, line, Act::Export, line, Act::Quit });
    addTo(*bar.addMenu(tr("&Edit")),
          { Act::Copy, line, Act::Find, Act::FindNext, Act::FindPrevious, line, Act::Mark,
            Act::Note, line, Act::HideRow, Act::ShowHidden, line, Act::CompareRows, line,
            Act::Filter, Act::ClearFilter });
    auto &view = *bar.addMenu(tr("&View"));
    addTo(view, { Act::Follow, Act::Freeze, Act::Transactions, line });
    view.addActions(docks);
    addTo(view, { Act::ToggleValue, Act::MiniMap });
    addTo(*view.addMenu(tr("L&ayout")), { Act::DocksBelow, Act::DocksRight, Act::ResetLayout });
    addTo(view, { line, Act::ZoomIn, Act::ZoomOut, Act::ZoomReset, line });
    addTo(*view.addMenu(tr("&Colours")),
          { Act::ThemeSystem, Act::ThemeLight, Act::ThemeDark, line, Act::ColourBlind });
    fillTimeMenu(*view.addMenu(tr("&Time")));
    addTo(*view.addMenu(tr("Lan&guage")),
          { Act::LanguageSystem, Act::LanguageEnglish, Act::LanguageChinese });
    addTo(*bar.addMenu(tr("&Go")),
          { Act::GoTo, line, Act::GoFirst, Act::GoPrevious, Act::GoNext, Act::GoEnd, line,
            Act::PreviousChange, Act::NextChange, line, Act::NextMark, Act::PreviousMark, line,
            Act::GoBack, Act::GoForward });
    addTo(*bar.addMenu(tr("&Capture")),
          { Act::Start, Act::Stop, Act::Pause, line, Act::AckNext, Act::AckUpToHere, Act::AckAll,
            Act::RollBack, line, Act::Clear });
    addTo(*bar.addMenu(tr("&Help")), { Act::Palette, Act::Shortcuts });
}

void Actions::fillTimeMenu(QMenu &menu)
{
    constexpr auto line = Act::Count;
    addTo(menu,
          { Act::TimeLocal, Act::TimeUtc, line, Act::TimeOfDay, Act::TimeSinceReference,
            Act::TimeSincePrevious, line, Act::TimeReference });
}

void Actions::fillToolBar(QToolBar &bar)
{
    bar.addActions({ &(*this)[Act::Start], &(*this)[Act::Stop] });
    bar.addSeparator();
    bar.addActions({ &(*this)[Act::Freeze], &(*this)[Act::Follow] });
    bar.addSeparator();
    bar.addActions({ &(*this)[Act::Find], &(*this)[Act::GoTo], &(*this)[Act::Mark] });
    bar.addSeparator();
    m_ackSeparator = bar.addSeparator();
    bar.addAction(&(*this)[Act::Export]);
    setAckTools(bar, AckTools::Hidden);
}

void Actions::setAckTools(QToolBar &bar, AckTools tools)
{
    for (const auto act : { Act::AckNext, Act::AckUpToHere, Act::RollBack }) {
        bar.removeAction(&(*this)[act]);
        if (tools == AckTools::Shown)
            bar.insertAction(m_ackSeparator, &(*this)[act]);
    }
    m_ackSeparator->setVisible(tools == AckTools::Shown);
}

} // namespace canal
