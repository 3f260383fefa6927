// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/eventdelegate.h"

namespace canal {

// Paints the cells of TransactionModel: rows as in the flat table, SQL and remarks over all columns
// from Table on, since no cell is wide enough for them.
class TransactionDelegate : public EventDelegate
{
    Q_OBJECT

public:
    static constexpr int chevronWidth = 16; // of the gutter; a click there folds

    using EventDelegate::EventDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    void paintHeader(const Cell &cell) const;
    void paintCounts(const Cell &cell) const;
    void paintInner(const Cell &cell, const QWidget *view) const;
    void paintEnd(const Cell &cell) const;
    void paintAcross(const Cell &cell, const QWidget *view) const;
};

} // namespace canal
