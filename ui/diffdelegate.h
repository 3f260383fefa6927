// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/diffmodel.h"
#include "ui/cellpainter.h"
#include "ui/plaintext.h"

namespace canal {

// Paints the cells of DiffModel; the first column carries the mark of a change or a key.
class DiffDelegate : public PlainDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 22;
    static constexpr int markWidth = 24;

    explicit DiffDelegate(QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    struct Cell;

    static void paintFrame(QPainter &painter, const QStyleOptionViewItem &option,
                           const QModelIndex &index);
    void paintName(const Cell &cell) const;
    void paintSide(const Cell &cell) const;
    void paintValue(const Cell &cell) const;
    void paintParts(const Cell &cell, CellPainter &line, const QList<TextSpan> &changed) const;

    CellFonts m_fonts;
};

} // namespace canal
