// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/newpill.h"

#include "model/rowsummary.h"
#include "ui/icons.h"

#include <QPainter>

#include <limits>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int pillHeight = 24;
static constexpr int sideMargin = 12;
static constexpr int pictureSize = 16;

// A child of the table, not of its viewport, which moves its children when it scrolls.
NewPill::NewPill(QAbstractScrollArea &table)
    : QAbstractButton(&table)
    , m_table(table)
{
    setObjectName(u"newPill"_s);
    setFocusPolicy(Qt::NoFocus);
    setCursor(Qt::PointingHandCursor);
    hide();
}

void NewPill::setCount(qint64 count)
{
    // The number is in the words already, grouped; %n only chooses their form.
    const auto form = static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
    m_words = tr("%1 new below", "how many rows", form).arg(grouped(count));
    setText(m_words);
    setAccessibleName(tr("%1, go to the end").arg(m_words));
    setVisible(count > 0);
    place();
    update();
}

QFont NewPill::boldFont() const
{
    auto bold = font();
    bold.setBold(true);
    return bold;
}

QSize NewPill::sizeHint() const
{
    const int words = QFontMetrics(boldFont()).horizontalAdvance(m_words);
    const int key = fontMetrics().horizontalAdvance(tr(" · End"));
    return { 2 * sideMargin + pictureSize + 6 + words + key, pillHeight };
}

void NewPill::place()
{
    const auto size = sizeHint();
    const auto around = m_table.viewport()->geometry();
    setGeometry(QRect(
        QPoint(around.center().x() - size.width() / 2, around.bottom() - 7 - pillHeight), size));
}

void NewPill::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme(Theme::Role::Accent));
    painter.setBrush(theme(Theme::Role::Selected));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), pillHeight / 2.0,
                            pillHeight / 2.0);
    paintIcon(painter, QRect(sideMargin, 4, pictureSize, pictureSize), u"follow"_s,
              theme(Theme::Role::AccentText));
    auto text = rect().adjusted(sideMargin + pictureSize + 6, 0, 0, 0);
    painter.setPen(theme(Theme::Role::AccentText));
    painter.setFont(boldFont());
    painter.drawText(text, Qt::AlignVCenter, m_words);
    text.setLeft(text.left() + QFontMetrics(boldFont()).horizontalAdvance(m_words));
    painter.setFont(font());
    painter.drawText(text, Qt::AlignVCenter, tr(" · End"));
}

} // namespace canal
