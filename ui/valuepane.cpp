// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/valuepane.h"

#include "ui/absenceview.h"
#include "ui/codeview.h"
#include "ui/imageview.h"

#include <QSplitter>

using namespace Qt::StringLiterals;

namespace canal {

static QString joined(const CodeParts &parts)
{
    QString text;
    for (const auto &part : parts)
        text += part.text;
    return text;
}

ValuePane::ValuePane(QWidget *parent)
    : QStackedWidget(parent)
    , m_code(new CodeView(this))
    , m_compare(new QSplitter(this))
    , m_before(new CodeView(m_compare))
    , m_after(new CodeView(m_compare))
    , m_image(new ImageView(this))
    , m_absence(new AbsenceView(this))
{
    m_code->setObjectName(u"valueText"_s);
    m_code->setAccessibleName(tr("The value"));
    m_before->setObjectName(u"valueBefore"_s);
    m_before->setAccessibleName(tr("The document before"));
    m_after->setObjectName(u"valueAfter"_s);
    m_after->setAccessibleName(tr("The document after"));
    m_compare->setChildrenCollapsible(false);
    m_compare->setHandleWidth(1);
    for (auto *page : std::initializer_list<QWidget *> { m_absence, m_code, m_compare, m_image })
        addWidget(page);
    connect(m_image, &ImageView::finished, this, &ValuePane::imageFinished);
}

void ValuePane::showText(const ValuePage &page, SentValue::Side side)
{
    m_shown = joined(page.parts);
    m_code->showParts(page.parts, side);
    m_image->clear();
    setCurrentWidget(m_code);
}

void ValuePane::showPages(const ValuePages &pages)
{
    m_shown = joined(pages.before.parts) + u'\n' + joined(pages.after.parts);
    m_before->showParts(pages.before.parts, SentValue::Side::Before);
    m_after->showParts(pages.after.parts, SentValue::Side::After);
    m_image->clear();
    setCurrentWidget(m_compare);
}

void ValuePane::showImage(const SentValue &value, const QByteArray &format)
{
    m_image->showImage(value, format);
    setCurrentWidget(m_image);
}

void ValuePane::showAbsence(const SentValue &value)
{
    m_absence->showAbsence(value);
    m_image->clear();
    setCurrentWidget(m_absence);
}

void ValuePane::showHint(const QString &hint)
{
    m_absence->showHint(hint);
    m_image->clear();
    setCurrentWidget(m_absence);
}

void ValuePane::setWrap(Wrap wrap)
{
    m_code->setLineWrapMode(wrap == Wrap::On ? QPlainTextEdit::WidgetWidth
                                             : QPlainTextEdit::NoWrap);
}

QString ValuePane::shownText() const { return m_shown; }

} // namespace canal
