// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/commandpalette.h"

#include "ui/actions.h"
#include "ui/plaintext.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace canal {

using Role = Theme::Role;

namespace {

constexpr int rowHeight = 38;
constexpr int pathRole = Qt::UserRole; // or why it cannot be used
constexpr int keysRole = Qt::UserRole + 1;
constexpr int entryRole = Qt::UserRole + 2; // its place in the entries

class CommandDelegate : public PlainDelegate
{
public:
    using PlainDelegate::PlainDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { 200, rowHeight };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &theme = Theme::of(option.palette);
        const auto rect = option.rect.adjusted(4, 1, -4, -1);
        const bool enabled = option.state.testFlag(QStyle::State_Enabled);
        painter->save();
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setRenderHint(QPainter::Antialiasing);
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme(Role::Selected));
            painter->drawRoundedRect(rect, 4, 4);
        }
        const auto keys = index.data(keysRole).toString();
        const auto keyFont = Theme::cellFont(11);
        const int keysWidth = QFontMetrics(keyFont).horizontalAdvance(keys);
        const auto line = [&](int top, const QFont &font, Role role, const QString &text) {
            const QRect at(rect.left() + 10, rect.top() + top, rect.width() - 30 - keysWidth, 17);
            painter->setFont(font);
            painter->setPen(theme(role));
            painter->drawText(
                at, Qt::AlignVCenter,
                QFontMetrics(font).elidedText(visibleText(text), Qt::ElideRight, at.width()));
        };
        line(2, Theme::uiFont(), enabled ? Role::Text : Role::Text2, index.data().toString());
        line(18, Theme::uiFont(11), Role::Text2, index.data(pathRole).toString());
        painter->setFont(keyFont);
        painter->setPen(theme(Role::Text2));
        painter->drawText(rect.adjusted(0, 0, -10, 0), Qt::AlignVCenter | Qt::AlignRight, keys);
        painter->restore();
    }
};

QString keysOf(const QAction &action)
{
    return action.shortcut().toString(QKeySequence::NativeText);
}

} // namespace

CommandPalette::CommandPalette(const QMenuBar &menus, QWidget *parent)
    : QDialog(parent)
    , m_query(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setObjectName(u"commandPalette"_s);
    setWindowTitle(tr("Commands"));
    m_query->setObjectName(u"paletteQuery"_s);
    m_query->setAccessibleName(tr("Find a command"));
    m_query->setPlaceholderText(tr("Type some letters of a command"));
    m_query->installEventFilter(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setItemDelegate(new CommandDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setFocusPolicy(Qt::NoFocus); // its keys are the box's
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(m_query);
    column->addWidget(m_list, 1);
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::find);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::accept);
    collect(menus.actions(), {});
    find({});
    constexpr int rows = 11;
    resize(560, rows * rowHeight + 62);
}

void CommandPalette::collect(const QList<QAction *> &actions, const QString &path)
{
    for (auto *action : actions) {
        const auto words = withoutMnemonic(action->text());
        if (action->menu() != nullptr) {
            collect(action->menu()->actions(),
                    path.isEmpty() ? words : tr("%1 › %2").arg(path, words));
        } else if (!action->isSeparator() && action->isVisible()) {
            const QStringList all { words, Actions::englishOf(*action), action->objectName(),
                                    path };
            m_entries.append({ action, path, all.join(u'\n').toLower() });
        }
    }
}

// Each of the typed words has to be there; what begins with them comes first.
void CommandPalette::find(const QString &query)
{
    const auto wanted = query.toLower().simplified();
    const auto parts = wanted.split(u' ', Qt::SkipEmptyParts);
    m_list->clear();
    int leading = 0;
    for (qsizetype i = 0; i < m_entries.size(); ++i) {
        const auto &entry = m_entries[i];
        const auto isThere = [&entry](const auto &part) { return entry.words.contains(part); };
        if (!std::all_of(parts.begin(), parts.end(), isThere))
            continue;
        auto item = std::make_unique<QListWidgetItem>(withoutMnemonic(entry.action->text()));
        const auto why = entry.action->isEnabled() ? QString() : tipOf(*entry.action);
        item->setData(pathRole, why.isEmpty() ? entry.path : tr("%1 — %2").arg(entry.path, why));
        item->setData(keysRole, keysOf(*entry.action));
        item->setData(entryRole, i);
        if (!entry.action->isEnabled())
            item->setFlags(Qt::ItemIsSelectable);
        const bool leads = !wanted.isEmpty() && entry.words.startsWith(wanted);
        m_list->insertItem(leads ? leading++ : m_list->count(), item.release()); // the list's now
    }
    const auto isUsable
        = [this](int row) { return m_list->item(row)->flags().testFlag(Qt::ItemIsEnabled); };
    int row = 0;
    while (row < m_list->count() - 1 && !isUsable(row))
        ++row;
    m_list->setCurrentRow(m_list->count() > 0 && isUsable(row) ? row : 0);
}

QAction *CommandPalette::chosen() const
{
    const auto *item = m_list->currentItem();
    return item == nullptr ? nullptr : m_entries[item->data(entryRole).toLongLong()].action;
}

void CommandPalette::accept()
{
    if (const auto *action = chosen(); action != nullptr && action->isEnabled())
        QDialog::accept();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QDialog::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        accept();
        return true;
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        QCoreApplication::sendEvent(m_list, event);
        return true;
    default: // typed into the box
        return QDialog::eventFilter(watched, event);
    }
}

} // namespace canal
