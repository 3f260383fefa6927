// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QString>
#include <QStyledItemDelegate>

class QAction;

// The one door for text that comes from a server (or from a file, or the system) into labels,
// tooltips and menus: Qt takes such text for HTML as soon as it looks like it, and HTML can read
// local files and hang the program.
namespace canal {

enum class LineBreaks {
    Marked, // ⏎ ⇥
    Kept,
};

// Control characters, invisible ones and those that turn the reading direction around can be seen.
QString visibleText(const QString &text, LineBreaks breaks = LineBreaks::Marked);

// At most `most` characters, with an ellipsis when there are more.
QString clipped(const QString &text, qsizetype most);

// As a tooltip, which Qt shows as rich text when it looks like that.
QString safeTip(const QString &text);
void setSafeTip(QWidget &widget, const QString &text);
void setSafeTip(QAction &action, const QString &text);
QString tipOf(const QAction &action); // the text given last, not as HTML

// As a menu entry or button text: an & in it is no mnemonic.
QString menuText(const QString &text);

// In a window's title, where Qt takes [*] for the place of its mark.
QString titleText(const QString &text);

// A label that shows text as it is, never as HTML.
class PlainLabel : public QLabel
{
    Q_OBJECT

public:
    static constexpr qsizetype mostChars = 1024;

    explicit PlainLabel(QWidget *parent = nullptr);
    explicit PlainLabel(const QString &text, QWidget *parent = nullptr);

    void setText(const QString &text);
};

// One line that is shortened to the room there is; the whole of it is in the tooltip.
class ElidedLabel : public PlainLabel
{
    Q_OBJECT

public:
    explicit ElidedLabel(Qt::TextElideMode mode, QWidget *parent = nullptr);

    void setText(const QString &text);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Qt::TextElideMode m_mode;
};

// What every item view uses or derives from: cells and their tooltips are plain text.
class PlainDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    static constexpr qsizetype mostChars = 512; // of one cell

    using QStyledItemDelegate::QStyledItemDelegate;

    QString displayText(const QVariant &value, const QLocale &locale) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
};

} // namespace canal
