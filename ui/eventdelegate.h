// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/roweventmodel.h"
#include "ui/cellpainter.h"
#include "ui/plaintext.h"

namespace canal {

// Paints the cells of RowEventModel. The first column carries the gutter: transaction bracket,
// operation bar, batch dot.
class EventDelegate : public PlainDelegate
{
    Q_OBJECT

public:
    static constexpr int gutterWidth = 36;

    explicit EventDelegate(QObject *parent = nullptr);

    void setFontPixels(int pixels);
    int fontPixels() const { return m_fonts.pixels(); }
    int rowHeight() const { return m_fonts.pixels() + 6; }
    int widthOf(const QModelIndex &index) const; // that its text needs

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    struct Cell
    {
        QColor text3() const; // on a tint the faintest text is a step stronger
        QColor colourOf(Operation operation) const;
        Operation operation() const;
        QString text() const;

        QPainter &painter;
        QRect rect;
        const QModelIndex &index;
        const Theme &theme;
        bool selected;
        bool onTint;
    };

    const CellFonts &fonts() const { return m_fonts; }
    void paintGutter(const Cell &cell) const;
    static void paintGround(QPainter &painter, const QStyleOptionViewItem &option,
                            Theme::Role usual);
    static void paintFocus(QPainter &painter, const QStyleOptionViewItem &option);

private:
    void paintColumn(const Cell &cell) const;
    void paintNumber(const Cell &cell) const;
    void paintTime(const Cell &cell) const;
    void paintOperation(const Cell &cell) const;
    void paintTable(const Cell &cell) const;
    void paintChanged(const Cell &cell) const;
    void paintPart(CellPainter &painter, const Cell &cell, const ValuePart &part,
                   CellPainter::Rest rest) const;

    CellFonts m_fonts;
};

} // namespace canal
