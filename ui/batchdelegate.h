// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/batchmodel.h"
#include "ui/cellpainter.h"
#include "ui/plaintext.h"

#include <optional>

namespace canal {

// Paints the cells of BatchModel: state as shape, colour and words.
class BatchDelegate : public PlainDelegate
{
    Q_OBJECT

public:
    static constexpr int rowHeight = 20;

    explicit BatchDelegate(QObject *parent = nullptr);

    // The batches that "Ack up to here" would send get a line along their left edge.
    void setAckRange(std::optional<std::pair<quint32, quint32>> range) { m_ackRange = range; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintId(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                 const Theme &theme) const;

    CellFonts m_fonts;
    std::optional<std::pair<quint32, quint32>> m_ackRange;
};

} // namespace canal
