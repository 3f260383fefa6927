// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/batchdelegate.h"

#include "ui/batchdot.h"

namespace canal {

using Face = CellFonts::Face;
using Role = Theme::Role;

static BatchState stateOf(const QModelIndex &index)
{
    return static_cast<BatchState>(index.data(BatchModel::StateRole).toInt());
}

static Role stateRole(BatchState state)
{
    switch (state) {
    case BatchState::AckSent:
        return Role::InfoText;
    case BatchState::Confirmed:
        return Role::OkText;
    case BatchState::Failed:
        return Role::ErrorText;
    case BatchState::Unacked:
    case BatchState::RolledBack:
    case BatchState::Lost:
        break;
    }
    return Role::Text2;
}

BatchDelegate::BatchDelegate(QObject *parent)
    : PlainDelegate(parent)
{ }

QSize BatchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 40, rowHeight };
}

void BatchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    const auto state = stateOf(index);
    const bool oldest = index.data(BatchModel::IsOldestRole).toBool();
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
    else if (state == BatchState::Failed)
        painter->fillRect(option.rect, theme(Role::ErrorGround));
    CellPainter line(*painter, option.rect, m_fonts);
    switch (static_cast<BatchModel::Column>(index.column())) {
    case BatchModel::BatchColumn:
        paintId(*painter, option, index, theme);
        break;
    case BatchModel::StateColumn: {
        // Words, so in the interface's face.
        painter->setFont(option.font);
        auto font = option.font;
        font.setBold(oldest);
        painter->setFont(font);
        painter->setPen(theme(oldest ? Role::Text : stateRole(state)));
        const auto text = QFontMetrics(font).elidedText(
            visibleText(clipped(index.data().toString(), mostChars)), Qt::ElideRight,
            option.rect.width() - 12);
        painter->drawText(option.rect.adjusted(6, 0, -6, 0), Qt::AlignVCenter, text);
        break;
    }
    case BatchModel::RowsColumn:
    case BatchModel::SizeColumn:
        line.textAtRight(index.data().toString(), theme(Role::Text2));
        break;
    case BatchModel::ReceivedColumn:
    case BatchModel::FirstColumn:
    case BatchModel::LastColumn:
        line.text(index.data().toString(), theme(Role::Text2));
        break;
    case BatchModel::ColumnCount:
        break;
    }
}

void BatchDelegate::paintId(QPainter &painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index, const Theme &theme) const
{
    const auto &rect = option.rect;
    const auto number = static_cast<quint32>(index.row());
    if (m_ackRange && number >= m_ackRange->first && number <= m_ackRange->second)
        painter.fillRect(QRect(rect.left(), rect.top(), 2, rect.height()), theme(Role::OkIcon));
    paintBatchDot(painter, { rect.left() + 12.5, rect.center().y() + 0.5 }, stateOf(index), theme);
    CellPainter line(painter, rect.adjusted(16, 0, 0, 0), m_fonts);
    line.text(index.data().toString(), theme(Role::Text));
    if (index.data(BatchModel::RedeliveredRole).toBool())
        paintRedelivered(painter,
                         QRect(static_cast<int>(line.x()) + 5, rect.center().y() - 5, 12, 12),
                         theme(Role::WarnText));
}

} // namespace canal
