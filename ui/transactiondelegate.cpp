// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/transactiondelegate.h"

#include "model/transactionmodel.h"
#include "ui/stamp.h"

#include <QHeaderView>
#include <QTableView>

namespace canal {

using Face = CellFonts::Face;
using Line = TransactionModel::Line;
using Rest = CellPainter::Rest;
using Role = Theme::Role;

static Line lineOf(const QModelIndex &index)
{
    return static_cast<Line>(index.data(TransactionModel::LineRole).toInt());
}

void TransactionDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                                const QModelIndex &index) const
{
    const auto line = lineOf(index);
    if (line == Line::Row)
        return EventDelegate::paint(painter, option, index);
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool isHeader = line == Line::Transaction;
    paintGround(*painter, option, isHeader ? Role::Hover : Role::Base);
    const Cell cell { *painter, option.rect,         index, Theme::of(option.palette),
                      selected, selected || isHeader };
    if (isHeader)
        paintHeader(cell);
    else
        paintInner(cell, option.widget);
    paintFocus(*painter, option);
}

// ---- the transaction's own line

static void paintChevron(QPainter &painter, const QRect &row, bool unfolded, const QColor &colour)
{
    constexpr int size = 8;
    const QRectF box(row.left() + 4, row.top() + (row.height() - size) / 2.0, size, size);
    paintStamp(painter, box, { u'>', unfolded ? 1 : 0, colour },
               [&](QPainter &target, const QRectF &place) {
                   const auto centre = place.center();
                   target.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
                   target.drawPolyline(
                       unfolded
                           ? QPolygonF { centre + QPointF(-3.5, -1.7), centre + QPointF(0, 1.8),
                                         centre + QPointF(3.5, -1.7) }
                           : QPolygonF { centre + QPointF(-1.7, -3.5), centre + QPointF(1.8, 0),
                                         centre + QPointF(-1.7, 3.5) });
               });
}

void TransactionDelegate::paintHeader(const Cell &cell) const
{
    CellPainter line(cell.painter, cell.rect, fonts());
    switch (cell.index.column()) {
    case RowEventModel::NumberColumn:
        paintGutter(cell);
        return paintChevron(cell.painter, cell.rect,
                            cell.index.data(TransactionModel::UnfoldedRole).toBool(),
                            cell.theme(Role::Text2));
    case RowEventModel::TimeColumn:
        line.text(cell.text(), cell.theme(Role::Text));
        line.skip(fonts().width(QString(u' '), Face::Base));
        return line.text(cell.index.data(RowEventModel::DeltaRole).toString(), cell.text3(),
                         Face::Small);
    case RowEventModel::OperationColumn:
        return line.wordBox(cell.text(), Face::Small, cell.theme(Role::Text2),
                            cell.theme(Role::InputEdge));
    case RowEventModel::ChangedColumn:
        return paintCounts(cell);
    case RowEventModel::KeyColumn:
        return line.text(cell.text(), cell.theme(Role::Text), Face::Small);
    case RowEventModel::PositionColumn:
        return line.textAtRight(cell.text(), cell.theme(Role::Text2));
    default:
        return line.text(cell.text(), cell.theme(Role::Text));
    }
}

void TransactionDelegate::paintCounts(const Cell &cell) const
{
    const auto counts = cell.index.data(TransactionModel::CountsRole).value<OperationCounts>();
    CellPainter line(cell.painter, cell.rect, fonts());
    for (const auto &[operation, count] : { std::pair { Operation::Insert, counts.inserts },
                                            std::pair { Operation::Update, counts.updates },
                                            std::pair { Operation::Delete, counts.deletes },
                                            std::pair { Operation::Other, counts.others } }) {
        if (count == 0)
            continue;
        line.glyph(operation, cell.colourOf(operation));
        line.skip(-3);
        line.text(grouped(count), cell.colourOf(operation), Face::Base, Rest::More);
        line.skip(fonts().width(QString(u' '), Face::Base));
    }
    line.text(cell.text(), cell.theme(Role::Text2), Face::Small);
}

// ---- lines below

void TransactionDelegate::paintInner(const Cell &cell, const QWidget *view) const
{
    CellPainter line(cell.painter, cell.rect, fonts());
    const bool isEnd = lineOf(cell.index) == Line::End;
    if (cell.index.column() == RowEventModel::NumberColumn)
        return paintGutter(cell);
    if (!isEnd && cell.index.column() != RowEventModel::OperationColumn)
        return paintAcross(cell, view);
    if (isEnd)
        return paintEnd(cell);
    line.skip(fonts().pixels() + 3); // under the words of the rows
    line.text(cell.text(), cell.text3(), Face::Small);
}

void TransactionDelegate::paintEnd(const Cell &cell) const
{
    CellPainter line(cell.painter, cell.rect, fonts());
    switch (cell.index.column()) {
    case RowEventModel::OperationColumn:
        if (!cell.text().isEmpty())
            line.glyph(Operation::Commit, cell.theme(Role::Text2));
        return line.text(cell.text(), cell.theme(Role::Text2));
    case RowEventModel::PositionColumn:
        return line.textAtRight(cell.text(), cell.theme(Role::Text2));
    default:
        return line.text(cell.text(), cell.theme(Role::Text2), Face::Small);
    }
}

// Every cell paints its piece of the whole, so it does not matter which of them are painted.
void TransactionDelegate::paintAcross(const Cell &cell, const QWidget *view) const
{
    const auto *table = qobject_cast<const QTableView *>(view);
    if (table == nullptr)
        return;
    const auto &header = *table->horizontalHeader();
    const int first = header.visualIndex(RowEventModel::TableColumn);
    if (header.visualIndex(cell.index.column()) < first)
        return;
    const int left = header.sectionViewportPosition(RowEventModel::TableColumn);
    const int right = header.length() - header.offset();
    const auto text = cell.index.siblingAtColumn(RowEventModel::TableColumn).data().toString();
    const bool isSql = lineOf(cell.index) == Line::Statement;
    auto &painter = cell.painter;
    painter.save();
    painter.setClipRect(cell.rect, Qt::IntersectClip);
    CellPainter line(painter, QRect(left, cell.rect.top(), right - left, cell.rect.height()),
                     fonts());
    line.text(text, isSql ? cell.theme(Role::Text2) : cell.text3(),
              isSql ? Face::Italic : Face::Small);
    painter.restore();
}

} // namespace canal
