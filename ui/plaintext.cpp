// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/plaintext.h"

#include <QAbstractItemView>
#include <QAction>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

bool mustBeMarked(QChar c)
{
    const auto code = c.unicode();
    if (code < 0x20 || (code >= 0x7f && code <= 0x9f))
        return true;
    if (code < 0x300)
        return code == 0xad; // soft hyphen
    switch (code) {
    case 0x034f: // combining grapheme joiner
    case 0x061c: // the marks and embeddings of right-to-left text
    case 0x115f: // fillers that draw nothing
    case 0x1160:
    case 0x2028: // line and paragraph separators
    case 0x2029:
    case 0x180e:
    case 0x2800: // braille without a dot
    case 0x3164:
    case 0xfeff:
    case 0xffa0:
        return true;
    default:
        return (code >= 0x200b && code <= 0x200f) || (code >= 0x202a && code <= 0x202e)
            || (code >= 0x2060 && code <= 0x206f) || (code >= 0xfff9 && code <= 0xfffb)
            || code == 0xdb40; // begins the tags and selectors of plane 14
    }
}

QString markFor(QChar c)
{
    switch (c.unicode()) {
    case u'\n':
        return u"⏎"_s;
    case u'\t':
        return u"⇥"_s;
    default:
        return u"\\u%1"_s.arg(static_cast<uint>(c.unicode()), 4, 16, QChar(u'0'));
    }
}

constexpr qsizetype mostTipChars = 1024;
constexpr qsizetype mostMenuChars = 80;
constexpr qsizetype mostTitleChars = 100;

} // namespace

QString visibleText(const QString &text, LineBreaks breaks)
{
    const auto isMarked = [breaks](QChar c) {
        return mustBeMarked(c) && !(breaks == LineBreaks::Kept && (c == u'\n' || c == u'\t'));
    };
    if (std::none_of(text.begin(), text.end(), isMarked))
        return text;
    QString result;
    result.reserve(text.size() + 16);
    bool halfIsMarked = false;
    for (const auto c : text) {
        const bool marked = isMarked(c) || (halfIsMarked && c.isLowSurrogate());
        halfIsMarked = marked && c.isHighSurrogate();
        if (marked)
            result += markFor(c);
        else
            result += c;
    }
    return result;
}

QString clipped(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const bool splitsPair = text[most - 1].isHighSurrogate();
    return text.first(most - (splitsPair ? 1 : 0)) + u'…';
}

QString safeTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    auto html = visibleText(clipped(text, mostTipChars), LineBreaks::Kept).toHtmlEscaped();
    html.replace(u'\n', "<br/>"_L1);
    return "<qt>"_L1 + html + "</qt>"_L1;
}

void setSafeTip(QWidget &widget, const QString &text) { widget.setToolTip(safeTip(text)); }

static constexpr auto tipProperty = "plainTip";

void setSafeTip(QAction &action, const QString &text)
{
    action.setToolTip(safeTip(text));
    action.setProperty(tipProperty, visibleText(clipped(text, mostTipChars)));
}

QString tipOf(const QAction &action) { return action.property(tipProperty).toString(); }

QString menuText(const QString &text)
{
    return visibleText(clipped(text, mostMenuChars)).replace(u'&', "&&"_L1);
}

QString titleText(const QString &text)
{
    return visibleText(clipped(text, mostTitleChars)).replace("[*]"_L1, "[*][*]"_L1);
}

// ---- labels

PlainLabel::PlainLabel(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setOpenExternalLinks(false);
}

PlainLabel::PlainLabel(const QString &text, QWidget *parent)
    : PlainLabel(parent)
{
    setText(text);
}

void PlainLabel::setText(const QString &text)
{
    QLabel::setText(visibleText(clipped(text, mostChars), LineBreaks::Kept));
}

ElidedLabel::ElidedLabel(Qt::TextElideMode mode, QWidget *parent)
    : PlainLabel(parent)
    , m_mode(mode)
{ }

void ElidedLabel::setText(const QString &text)
{
    if (text == this->text())
        return;
    PlainLabel::setText(visibleText(text));
    setSafeTip(*this, text);
    updateGeometry();
}

QSize ElidedLabel::sizeHint() const
{
    return { fontMetrics().horizontalAdvance(text()) + 2, fontMetrics().height() };
}

QSize ElidedLabel::minimumSizeHint() const { return { 0, fontMetrics().height() }; }

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), static_cast<int>(alignment()),
                     fontMetrics().elidedText(text(), m_mode, width()));
}

// ---- item views

QString PlainDelegate::displayText(const QVariant &value, const QLocale &locale) const
{
    return visibleText(clipped(QStyledItemDelegate::displayText(value, locale), mostChars));
}

bool PlainDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                              const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const auto tip = safeTip(index.data(Qt::ToolTipRole).toString());
    QToolTip::showText(event->globalPos(), tip, view->viewport(), option.rect);
    return true;
}

} // namespace canal
