// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/diffdelegate.h"

#include "model/batchmodel.h"
#include "ui/icons.h"

#include <QAbstractItemView>

using namespace Qt::StringLiterals;

namespace canal {

using Face = CellFonts::Face;
using Rest = CellPainter::Rest;
using Role = Theme::Role;
using State = DiffModel::State;
using Content = DiffModel::Content;

struct DiffDelegate::Cell
{
    QPainter &painter;
    QRect rect;
    const QModelIndex &index;
    const Theme &theme;
    State state;

    bool isBefore() const { return index.column() == DiffModel::BeforeColumn; }
    bool isChanged() const { return state != State::Same && state != State::NotKnown; }
    QString text() const { return index.data(Qt::DisplayRole).toString(); }
    Content content() const
    {
        return static_cast<Content>(index.data(DiffModel::ContentRole).toInt());
    }
    // Only a value that was there is tinted.
    bool isTinted() const
    {
        return isChanged() && content() != Content::NotInImage && content() != Content::NoRow
            && content() != Content::NoColumn;
    }
};

DiffDelegate::DiffDelegate(QObject *parent)
    : PlainDelegate(parent)
{ }

QSize DiffDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return { 60, rowHeight };
}

void DiffDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    const auto &theme = Theme::of(option.palette);
    const auto state = static_cast<State>(index.data(DiffModel::StateRole).toInt());
    const Cell cell { *painter, option.rect, index, theme, state };
    switch (static_cast<DiffModel::Column>(index.column())) {
    case DiffModel::NameColumn:
        paintName(cell);
        break;
    case DiffModel::TypeColumn:
        CellPainter(*painter, option.rect, m_fonts)
            .text(cell.text(), theme(Role::Text2), Face::Small);
        break;
    case DiffModel::BeforeColumn:
    case DiffModel::AfterColumn:
        paintSide(cell);
        break;
    case DiffModel::ColumnCount:
        break;
    }
    paintFrame(*painter, option, index);
}

// The cell that the value view shows has a frame, with or without focus.
void DiffDelegate::paintFrame(QPainter &painter, const QStyleOptionViewItem &option,
                              const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    if (!hasFocus && (view == nullptr || view->currentIndex() != index))
        return;
    const auto &theme = Theme::of(option.palette);
    const int width = hasFocus ? 2 : 1;
    painter.setPen(QPen(theme(hasFocus ? Role::Accent : Role::InputEdge), width));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(option.rect.adjusted(width - 1, width - 1, -width, -width));
}

void DiffDelegate::paintName(const Cell &cell) const
{
    constexpr int iconSize = 14;
    const QRect mark(cell.rect.left() + 6, cell.rect.center().y() - 5, 9, 9);
    if (cell.index.data(DiffModel::KeyRole).toBool())
        paintIcon(cell.painter,
                  QRect(mark.left() - 2, cell.rect.center().y() - iconSize / 2, iconSize, iconSize),
                  u"key"_s, cell.theme(cell.isChanged() ? Role::Update : Role::Text2));
    else if (cell.isChanged())
        paintOperationGlyph(cell.painter, mark, Operation::Update, cell.theme(Role::Update));
    CellPainter line(cell.painter, cell.rect.adjusted(markWidth - 6, 0, 0, 0), m_fonts);
    line.text(cell.text(), cell.theme(Role::Text), cell.isChanged() ? Face::Bold : Face::Base);
}

void DiffDelegate::paintSide(const Cell &cell) const
{
    const auto ground = cell.rect.adjusted(0, 0, -1, -1);
    if (cell.isTinted())
        cell.painter.fillRect(ground,
                              cell.theme(cell.isBefore() ? Role::DeleteTint : Role::InsertTint));
    CellPainter line(cell.painter, cell.rect, m_fonts);
    const auto faint = cell.theme(cell.isTinted() ? Role::Text2 : Role::Text3);
    switch (cell.content()) {
    case Content::Value:
        return paintValue(cell);
    case Content::Null:
        return line.nullBox(faint, cell.theme(cell.isTinted() ? Role::InputEdge : Role::Border));
    case Content::Empty: {
        const auto words = tr("empty string");
        line.text(cell.text(), faint);
        line.skip(6);
        if (m_fonts.width(words, Face::Small) <= line.room())
            line.text(words, faint, Face::Small);
        return;
    }
    case Content::NotInImage: // never tinted: nothing is known of it
    case Content::NoColumn:
        return line.hatch(cell.text(), cell.theme);
    case Content::NoRow:
        return;
    }
}

// The size of a binary value that is shown whole; what Canal sends for one byte may be two.
static QString sizeOf(const QModelIndex &index, const QString &text)
{
    const auto type = index.siblingAtColumn(DiffModel::TypeColumn).data().toString();
    const bool isBinary = type.contains("blob"_L1) || type.contains("binary"_L1);
    const bool isWhole = text.startsWith("0x"_L1) && !text.endsWith(u'…');
    return isBinary && isWhole ? sizeText((text.size() - 2) / 2) : QString();
}

void DiffDelegate::paintValue(const Cell &cell) const
{
    const auto text = cell.text();
    const auto faint = cell.theme(cell.isTinted() ? Role::Text2 : Role::Text3);
    const auto raw = cell.index.data(DiffModel::RawRole).toString();
    auto remark = sizeOf(cell.index, text);
    if (cell.index.data(DiffModel::ChangedLaterRole).toBool())
        remark = tr("differs further on");
    if (text == "NULL"_L1)
        remark = tr("the four letters, not the value");
    auto rect = cell.rect;
    const int remarkWidth = static_cast<int>(m_fonts.width(remark, Face::Small)) + 12;
    if (!remark.isEmpty() && rect.width() > 2 * remarkWidth) {
        CellPainter(cell.painter, rect, m_fonts).textAtRight(remark, faint, Face::Small);
        rect.adjust(0, 0, -remarkWidth, 0);
    }
    CellPainter line(cell.painter, rect, m_fonts);
    const auto rest = raw.isEmpty() ? Rest::None : Rest::More;
    const auto parts = cell.index.data(DiffModel::ChangedPartsRole);
    if (parts.isValid())
        paintParts(cell, line, parts.value<QList<TextSpan>>());
    else if (!cell.isChanged())
        line.text(text, cell.theme(cell.isBefore() ? Role::Text2 : Role::Text3), Face::Base, rest);
    else if (cell.isBefore())
        line.text(text, cell.theme(Role::DeleteOnTint), Face::Strike, rest);
    else
        line.text(text, cell.theme(Role::InsertOnTint), Face::Bold, rest);
    if (raw.isEmpty() || line.isFull())
        return;
    line.skip(8);
    line.text(tr("raw %1").arg(raw), faint, Face::Small);
}

// Only what changed inside is struck or bold. When that is far to the right, the text begins a bit
// before it.
void DiffDelegate::paintParts(const Cell &cell, CellPainter &line,
                              const QList<TextSpan> &changed) const
{
    constexpr qsizetype lead = 12;
    const auto text = cell.text();
    const auto colour = cell.theme(cell.isBefore() ? Role::DeleteOnTint : Role::InsertOnTint);
    const auto inner = cell.theme(cell.isBefore() ? Role::DeleteInner : Role::InsertInner);
    const auto widthOf = [&](qsizetype chars) {
        return m_fonts.width(text.left(std::min(chars, PlainDelegate::mostChars)), Face::Bold);
    };
    qsizetype at = 0;
    if (!changed.isEmpty() && widthOf(text.size()) > line.room()
        && 2 * widthOf(changed.first().from) > line.room())
        at = std::max<qsizetype>(0, changed.first().from - lead);
    if (at > 0)
        line.text(u"…"_s, colour, Face::Base, Rest::More);
    for (const auto &span : changed) {
        line.text(text.sliced(at, span.from - at), colour, Face::Base, Rest::More);
        line.textOn(inner, text.sliced(span.from, span.length), colour,
                    cell.isBefore() ? Face::Strike : Face::Bold, Rest::More);
        at = span.from + span.length;
    }
    line.text(text.sliced(at), colour);
}

} // namespace canal
