// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/absenceview.h"

#include "ui/plaintext.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace canal {

using Presence = SentValue::Presence;
using Role = Theme::Role;

static constexpr int margin = 8;
static constexpr int signHeight = 22;

static QString sentenceFor(const SentValue &value)
{
    switch (value.presence) {
    case Presence::Value:
        return AbsenceView::tr(
            "The empty string: a text without any character, which is not NULL.");
    case Presence::Null:
        return AbsenceView::tr("NULL: the row has no value here.");
    case Presence::NotInImage:
        return AbsenceView::tr(
            "The server did not log this column (binlog_row_image), so its value "
            "is not known. That is not NULL.");
    case Presence::NoColumn:
        return AbsenceView::tr("No row of this table that was seen has a column of that name.");
    case Presence::NoRow:
        break;
    }
    return value.side == SentValue::Side::Before
        ? AbsenceView::tr("There was no row before the INSERT.")
        : AbsenceView::tr("There is no row after the DELETE.");
}

AbsenceView::AbsenceView(QWidget *parent)
    : QWidget(parent)
    , m_text(new PlainLabel(this))
{
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_text->setMinimumSize(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin + 6, margin + signHeight + 6, margin, margin);
    column->addWidget(m_text);
    column->addStretch(1);
}

void AbsenceView::showAbsence(const SentValue &value)
{
    m_presence = value.presence;
    m_text->setText(sentenceFor(value));
    update();
}

void AbsenceView::showHint(const QString &hint)
{
    m_presence.reset();
    m_text->setText(hint);
    update();
}

QString AbsenceView::text() const { return m_text->text(); }

QRect AbsenceView::sign() const { return { margin, margin, width() - 2 * margin, signHeight }; }

void AbsenceView::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme(Role::Base));
    if (!m_presence)
        return;
    CellPainter line(painter, sign(), m_fonts);
    switch (*m_presence) {
    case Presence::Value:
        return line.text(u"''"_s, theme(Role::Text3));
    case Presence::Null:
        return line.nullBox(theme(Role::Text2), theme(Role::InputEdge));
    case Presence::NotInImage:
        return line.hatch(tr("not in row image"), theme);
    case Presence::NoColumn:
        return line.hatch(tr("no such column"), theme);
    case Presence::NoRow:
        return;
    }
}

} // namespace canal
