// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/batchledger.h"
#include "ui/theme.h"

#include <QPainter>

namespace canal {

// The mark of a batch's state, 7 pixels wide around `centre`. Every state has a shape of its own.
void paintBatchDot(QPainter &painter, const QPointF &centre, BatchState state, const Theme &theme);

// ⟳: delivered before.
void paintRedelivered(QPainter &painter, const QRect &box, const QColor &colour);

} // namespace canal
