// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timelinedelegate.h"

#include "model/timelinematrix.h"

namespace canal {

using Face = CellFonts::Face;
using Role = Theme::Role;

static void paintFocus(QPainter &painter, const QStyleOptionViewItem &option, const Theme &theme)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter.setPen(QPen(theme(Role::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 40, rowHeight };
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isSelected)
        painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
    CellPainter line(*painter, option.rect, m_fonts);
    const auto text = index.data().toString();
    switch (static_cast<TimelineModel::Column>(index.column())) {
    case TimelineModel::TimeColumn: {
        const auto operation
            = static_cast<Operation>(index.data(TimelineModel::OperationRole).toInt());
        const auto roles = rolesOf(operation);
        line.glyph(operation, theme(isSelected ? roles.onTint : roles.text));
        line.skip(8);
        line.text(text, theme(Role::Text));
        break;
    }
    case TimelineModel::ChangedColumn:
        line.text(text, theme(Role::Text));
        break;
    case TimelineModel::NumberColumn:
        line.textAtRight(text, theme(Role::Text2));
        break;
    case TimelineModel::ColumnCount:
        break;
    }
    paintFocus(*painter, option, theme);
}

void MatrixDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index) const
{
    using Content = DiffModel::Content;
    const auto &theme = Theme::of(option.palette);
    const bool isChanged = index.data(TimelineMatrix::ChangedRole).toBool();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (isChanged)
        painter->fillRect(option.rect.adjusted(0, 0, -1, -1), theme(Role::InsertTint));
    else if (isSelected)
        painter->fillRect(option.rect, option.palette.brush(QPalette::Highlight));
    CellPainter line(*painter, option.rect, m_fonts);
    const auto text = index.data().toString();
    const auto faint = theme(isChanged || isSelected ? Role::Text2 : Role::Text3);
    switch (static_cast<Content>(index.data(TimelineMatrix::ContentRole).toInt())) {
    case Content::Value:
        line.text(text, isChanged ? theme(Role::InsertOnTint) : theme(Role::Text),
                  isChanged ? Face::Bold : Face::Base);
        break;
    case Content::Null:
        line.nullBox(faint, theme(isChanged ? Role::InputEdge : Role::Border));
        break;
    case Content::Empty:
        line.text(text, faint);
        break;
    case Content::NotInImage:
    case Content::NoColumn: // not with one table
        line.text(QStringLiteral("· ") + text, faint, Face::Small);
        break;
    case Content::NoRow:
        line.text(QStringLiteral("·"), faint);
        break;
    }
    paintFocus(*painter, option, theme);
}

} // namespace canal
