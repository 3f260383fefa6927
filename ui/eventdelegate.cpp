// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/eventdelegate.h"

#include "ui/batchdot.h"
#include "ui/marksign.h"

#include <QtMath>

namespace canal {

using Column = RowEventModel::Column;
using Face = CellFonts::Face;
using Rest = CellPainter::Rest;
using Role = Theme::Role;

QColor EventDelegate::Cell::text3() const { return theme(onTint ? Role::Text2 : Role::Text3); }

QColor EventDelegate::Cell::colourOf(Operation operation) const
{
    return theme(onTint ? rolesOf(operation).onTint : rolesOf(operation).text);
}

Operation EventDelegate::Cell::operation() const
{
    return static_cast<Operation>(index.data(RowEventModel::OperationRole).toInt());
}

QString EventDelegate::Cell::text() const { return index.data(Qt::DisplayRole).toString(); }

EventDelegate::EventDelegate(QObject *parent)
    : PlainDelegate(parent)
{ }

void EventDelegate::setFontPixels(int pixels) { m_fonts = CellFonts(pixels); }

QSize EventDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 40, rowHeight() };
}

void EventDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                                Theme::Role usual)
{
    const auto &theme = Theme::of(option.palette);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool active = option.state.testFlag(QStyle::State_Active);
    if (selected || usual != Role::Base)
        painter.fillRect(option.rect,
                         theme(!selected    ? usual
                                   : active ? Role::Selected
                                            : Role::SelectedNoFocus));
}

void EventDelegate::paintFocus(QPainter &painter, const QStyleOptionViewItem &option)
{
    if (!option.state.testFlag(QStyle::State_HasFocus))
        return;
    painter.setPen(QPen(Theme::of(option.palette)(Role::Accent), 2));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(1, 1, -1, -1));
}

void EventDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                          const QModelIndex &index) const
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool isDdl
        = index.data(RowEventModel::OperationRole).toInt() == static_cast<int>(Operation::Ddl);
    paintGround(*painter, option, isDdl ? Role::DdlTint : Role::Base);
    paintColumn(
        { *painter, option.rect, index, Theme::of(option.palette), selected, selected || isDdl });
    paintFocus(*painter, option);
}

void EventDelegate::paintColumn(const Cell &cell) const
{
    CellPainter line(cell.painter, cell.rect, m_fonts);
    if (cell.index.column() >= RowEventModel::ColumnCount)
        return paintChanged(cell);
    switch (static_cast<Column>(cell.index.column())) {
    case RowEventModel::NumberColumn:
        return paintNumber(cell);
    case RowEventModel::TimeColumn:
        return paintTime(cell);
    case RowEventModel::OperationColumn:
        return paintOperation(cell);
    case RowEventModel::TableColumn:
        return paintTable(cell);
    case RowEventModel::KeyColumn:
        return line.text(cell.text(), cell.theme(Role::Text));
    case RowEventModel::ChangedColumn:
        return paintChanged(cell);
    case RowEventModel::RowsColumn:
        return line.textAtRight(cell.text(), cell.text3(), Face::Small);
    case RowEventModel::PositionColumn:
        return line.textAtRight(cell.text(), cell.theme(Role::Text2));
    case RowEventModel::ColumnCount:
        break;
    }
}

int EventDelegate::widthOf(const QModelIndex &index) const
{
    double width = m_fonts.width(index.data().toString(), Face::Base);
    switch (static_cast<Column>(index.column())) {
    case RowEventModel::NumberColumn:
        return gutterWidth + qCeil(width);
    case RowEventModel::TimeColumn:
        width += m_fonts.width(u' ' + index.data(RowEventModel::DeltaRole).toString(), Face::Small);
        break;
    case RowEventModel::OperationColumn:
        width += rowHeight(); // the glyph
        break;
    case RowEventModel::TableColumn:
    case RowEventModel::KeyColumn:
    case RowEventModel::ChangedColumn:
    case RowEventModel::RowsColumn:
    case RowEventModel::PositionColumn:
    case RowEventModel::ColumnCount:
        break;
    }
    return qCeil(width);
}

// ---- number and gutter

void EventDelegate::paintNumber(const Cell &cell) const
{
    paintGutter(cell);
    CellPainter line(cell.painter, cell.rect.adjusted(gutterWidth, 0, 0, 0), m_fonts);
    line.textAtRight(cell.text(), cell.theme(Role::Text2));
    if (cell.index.data(RowEventModel::RedeliveredRole).toBool())
        paintRedelivered(
            cell.painter,
            QRect(cell.rect.left() + gutterWidth - 1, cell.rect.center().y() - 5, 12, 12),
            cell.theme(Role::WarnText));
}

void EventDelegate::paintGutter(const Cell &cell) const
{
    auto &painter = cell.painter;
    const auto &rect = cell.rect;
    const int left = rect.left();
    const int middle = rect.top() + rect.height() / 2;
    const auto bracket = cell.theme(Role::Bracket);
    const auto vertical
        = [&](int from, int to) { painter.fillRect(QRect(left + 7, from, 1, to - from), bracket); };
    switch (
        static_cast<RowEventModel::Bracket>(cell.index.data(RowEventModel::BracketRole).toInt())) {
    case RowEventModel::Bracket::None:
        break;
    case RowEventModel::Bracket::First:
        vertical(middle, rect.bottom() + 1);
        [[fallthrough]];
    case RowEventModel::Bracket::Single:
        painter.fillRect(QRect(left + 7, middle, 5, 1), bracket);
        break;
    case RowEventModel::Bracket::Middle:
        vertical(rect.top(), rect.bottom() + 1);
        break;
    case RowEventModel::Bracket::Last:
        vertical(rect.top(), middle);
        painter.fillRect(QRect(left + 7, middle, 5, 1), bracket);
        break;
    }
    if (cell.index.data(RowEventModel::OperationRole).isValid())
        painter.fillRect(QRect(left + 16, rect.top(), 3, rect.height()),
                         cell.theme(rolesOf(cell.operation()).text));
    if (const auto state = cell.index.data(RowEventModel::BatchStateRole); state.isValid())
        paintBatchDot(painter, { left + 28.5, middle + 0.5 },
                      static_cast<BatchState>(state.toInt()), cell.theme);
    if (cell.index.data(RowEventModel::BatchStartsRole).toBool())
        painter.fillRect(QRect(left + 22, rect.top(), 13, 1), bracket);
    if (const auto sign = cell.index.data(RowEventModel::MarkRole); sign.isValid())
        paintMarkSign(painter, { left + 10.5, middle + 0.5 }, static_cast<MarkSign>(sign.toInt()),
                      cell.theme);
    if (cell.selected)
        painter.fillRect(QRect(left, rect.top(), 2, rect.height()), cell.theme(Role::Accent));
}

// ---- text columns

void EventDelegate::paintTime(const Cell &cell) const
{
    CellPainter line(cell.painter, cell.rect, m_fonts);
    line.text(cell.text(), cell.theme(cell.selected ? Role::Text : Role::Text2));
    const auto delta = cell.index.data(RowEventModel::DeltaRole).toString();
    line.skip(m_fonts.width(QString(u' '), Face::Base));
    line.text(delta, cell.text3(), Face::Small);
}

void EventDelegate::paintOperation(const Cell &cell) const
{
    const auto operation = cell.operation();
    CellPainter line(cell.painter, cell.rect, m_fonts);
    line.glyph(operation, cell.colourOf(operation));
    line.text(cell.text(), cell.colourOf(operation));
}

void EventDelegate::paintTable(const Cell &cell) const
{
    const auto name = cell.text();
    const auto dot = name.indexOf(u'.') + 1;
    CellPainter line(cell.painter, cell.rect, m_fonts);
    line.text(name.first(dot), cell.text3(), Face::Base, Rest::More);
    line.text(name.sliced(dot), cell.theme(Role::Text));
}

void EventDelegate::paintChanged(const Cell &cell) const
{
    const auto parts = cell.index.data(RowEventModel::PartsRole).value<ValueParts>();
    CellPainter line(cell.painter, cell.rect, m_fonts);
    for (qsizetype i = 0; i < parts.size() && !line.isFull(); ++i)
        paintPart(line, cell, parts[i], i + 1 < parts.size() ? Rest::More : Rest::None);
}

void EventDelegate::paintPart(CellPainter &painter, const Cell &cell, const ValuePart &part,
                              Rest rest) const
{
    const auto &theme = cell.theme;
    const bool isChange = part.kind == ValuePart::Kind::Old || part.kind == ValuePart::Kind::New;
    switch (part.content) {
    case ValuePart::Content::Null:
        return painter.nullBox(isChange ? theme(Role::Text2) : cell.text3(),
                               theme(isChange ? Role::InputEdge : Role::Border), rest);
    case ValuePart::Content::Empty:
    case ValuePart::Content::NotInImage:
        return painter.text(part.text, cell.text3(), Face::Base, rest);
    case ValuePart::Content::Text:
        break;
    }
    switch (part.kind) {
    case ValuePart::Kind::Text:
    case ValuePart::Kind::Name:
        return painter.text(part.text, theme(Role::Text2), Face::Base, rest);
    case ValuePart::Kind::Gap:
        return painter.text(part.text, cell.text3(), Face::Base, rest);
    case ValuePart::Kind::Value:
        return painter.text(part.text, theme(Role::Text), Face::Base, rest);
    case ValuePart::Kind::Old:
        return painter.text(part.text, cell.colourOf(Operation::Delete), Face::Strike, rest);
    case ValuePart::Kind::New:
        return painter.text(part.text, cell.colourOf(Operation::Insert), Face::Bold, rest);
    case ValuePart::Kind::Arrow:
        return painter.arrow(theme(Role::Text2), rest);
    }
}

} // namespace canal
