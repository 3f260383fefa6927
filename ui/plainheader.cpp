// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/plainheader.h"

#include "ui/plaintext.h"

namespace canal {

PlainHeader::PlainHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{ }

void PlainHeader::initStyleOptionForIndex(QStyleOptionHeader *option, int section) const
{
    QHeaderView::initStyleOptionForIndex(option, section);
    option->text = visibleText(clipped(option->text, PlainDelegate::mostChars));
}

} // namespace canal
