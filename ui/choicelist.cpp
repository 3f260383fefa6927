// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/choicelist.h"

#include "ui/icons.h"
#include "ui/plaintext.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QStandardItemModel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

using Role = Theme::Role;

constexpr int rowHeight = 24;
constexpr int hintHeight = 24;
constexpr int mostRows = 12;
constexpr int inset = 3;
constexpr qsizetype mostChars = 200;
enum DataRole { IconRole = Qt::UserRole, TitleRole, TextRole, MarkRole, RemarkRole };

class ChoiceDelegate : public PlainDelegate
{
public:
    using PlainDelegate::PlainDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { 100, rowHeight };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &theme = Theme::of(option.palette);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(option.rect, theme(Role::Selected));
        auto rect = option.rect.adjusted(9, 0, -9, 0);
        paintIcon(*painter, { rect.left(), rect.top() + 5, 14, 14 },
                  index.data(IconRole).toString(), theme(Role::Text2));
        rect.setLeft(rect.left() + 24);
        const auto remark = index.data(RemarkRole).toString();
        painter->setFont(Theme::uiFont(11));
        painter->setPen(theme(Role::Text2));
        painter->drawText(rect, Qt::AlignVCenter | Qt::AlignRight, remark);
        rect.setRight(rect.right() - painter->fontMetrics().horizontalAdvance(remark) - 12);
        const auto title = index.data(TitleRole).toString();
        draw(*painter, rect, title, theme(Role::Text), Theme::uiFont());
        if (!title.isEmpty())
            rect.setLeft(rect.left() + 14);
        const auto text = index.data(TextRole).toString();
        const auto mark = index.data(MarkRole).toPoint();
        const auto plain = theme(title.isEmpty() ? Role::Text : Role::Text2);
        auto bold = Theme::cellFont();
        bold.setBold(true);
        draw(*painter, rect, text.first(mark.x()), plain, Theme::cellFont());
        draw(*painter, rect, text.sliced(mark.x(), mark.y()), theme(Role::AccentText), bold);
        draw(*painter, rect, text.sliced(mark.x() + mark.y()), plain, Theme::cellFont());
    }

private:
    // What is left of the room then is in `rect`.
    static void draw(QPainter &painter, QRect &rect, const QString &text, const QColor &colour,
                     const QFont &font)
    {
        if (text.isEmpty() || rect.width() <= 0)
            return;
        painter.setFont(font);
        painter.setPen(colour);
        const auto metrics = painter.fontMetrics();
        const auto drawn = metrics.elidedText(visibleText(clipped(text, mostChars)), Qt::ElideRight,
                                              rect.width());
        painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft, drawn);
        rect.setLeft(rect.left() + metrics.horizontalAdvance(drawn));
    }
};

} // namespace

ChoiceList::ChoiceList(QLineEdit &edit, Keys keys)
    : QFrame(&edit)
    , m_edit(edit)
    , m_keys(keys)
    , m_choices(new QStandardItemModel(this))
    , m_list(new QListView(this))
    , m_hint(new ElidedLabel(Qt::ElideRight, this))
{
    setFocusPolicy(Qt::NoFocus);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setModel(m_choices);
    m_list->setItemDelegate(new ChoiceDelegate(m_list));
    m_list->setAccessibleName(tr("Choices"));
    m_hint->setFont(Theme::uiFont(11));
    m_hint->setForegroundRole(QPalette::PlaceholderText);
    m_hint->setFixedHeight(hintHeight);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(inset, inset, inset, 1);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(9, 0, 9, 0);
    line->addWidget(m_hint);
    column->addLayout(line);
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex &index) {
        hide();
        emit taken(index.row());
    });
    hide();
}

int ChoiceList::count() const { return m_choices->rowCount(); }

void ChoiceList::popUp(const QList<Choice> &choices, const QString &hint, const QRect &place,
                       Side side)
{
    m_choices->clear();
    for (const auto &choice : choices) {
        auto *item = new QStandardItem(choice.title.isEmpty() ? choice.text : choice.title);
        item->setData(choice.icon, IconRole);
        item->setData(choice.title, TitleRole);
        item->setData(choice.text, TextRole);
        item->setData(QPoint(static_cast<int>(choice.markedAt), static_cast<int>(choice.marked)),
                      MarkRole);
        item->setData(choice.remark, RemarkRole);
        m_choices->appendRow(item);
    }
    if (choices.isEmpty())
        return hide();
    m_hint->setText(hint);
    setParent(m_edit.window());
    const auto room = window()->rect().adjusted(8, 0, -8, -8);
    const auto at = QRect(m_edit.mapTo(window(), place.topLeft()), place.size());
    const int rows = std::min<int>(mostRows, static_cast<int>(choices.size()));
    const int height
        = std::min(rows * rowHeight + hintHeight + inset + 1, room.bottom() - at.bottom() - 3);
    const int width = std::min(place.width(), room.width());
    const int left = side == Side::Left ? at.left() : at.right() + 1 - width;
    setGeometry(std::clamp(left, room.left(), room.right() + 1 - width), at.bottom() + 4, width,
                height);
    m_list->setCurrentIndex(m_choices->index(0, 0));
    raise();
    show();
    qApp->removeEventFilter(this);
    qApp->installEventFilter(this);
}

void ChoiceList::hideEvent(QHideEvent *event)
{
    qApp->removeEventFilter(this);
    QFrame::hideEvent(event);
}

void ChoiceList::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme(Role::Border));
    painter.setBrush(theme(Role::Base));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.fillRect(QRect(1, m_list->geometry().bottom() + 1, width() - 2, 1), theme(Role::Line));
}

// ---- keys

void ChoiceList::move(int by)
{
    const int row = std::clamp(m_list->currentIndex().row() + by, 0, count() - 1);
    m_list->setCurrentIndex(m_choices->index(row, 0));
}

bool ChoiceList::isMine(int key, Qt::KeyboardModifiers with) const
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Escape:
        return true;
    case Qt::Key_Tab:
        return with == Qt::NoModifier;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Delete:
        return m_keys == Keys::Pick;
    default: // of the edit
        return false;
    }
}

bool ChoiceList::press(int key, Qt::KeyboardModifiers with)
{
    if (!isMine(key, with))
        return false;
    const int row = m_list->currentIndex().row();
    switch (key) {
    case Qt::Key_Up:
        move(-1);
        break;
    case Qt::Key_Down:
        move(1);
        break;
    case Qt::Key_PageUp:
        move(-mostRows);
        break;
    case Qt::Key_PageDown:
        move(mostRows);
        break;
    case Qt::Key_Delete:
        emit removeWanted(row);
        break;
    default: // Esc, or one that takes
        hide();
        if (key == Qt::Key_Escape)
            break;
        if (m_keys == Keys::Pick && (key == Qt::Key_Tab || with.testFlag(Qt::ControlModifier)))
            emit putWanted(row);
        else
            emit taken(row);
    }
    return true;
}

bool ChoiceList::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::ShortcutOverride: // Ctrl+Enter would be another's
    case QEvent::KeyPress: {
        if (watched != &m_edit)
            break;
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (event->type() == QEvent::KeyPress)
            return press(key.key(), key.modifiers());
        if (!isMine(key.key(), key.modifiers()))
            break;
        event->accept();
        return true;
    }
    case QEvent::MouseButtonPress:
        if (const auto *widget = qobject_cast<const QWidget *>(watched);
            widget != nullptr && widget != this && !isAncestorOf(widget) && widget != &m_edit)
            hide();
        break;
    case QEvent::FocusOut:
        if (watched == &m_edit)
            hide();
        break;
    case QEvent::Resize:
        if (watched == window())
            hide();
        break;
    default: // of no concern
        break;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace canal
