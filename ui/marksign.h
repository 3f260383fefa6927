// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowmarks.h"
#include "ui/theme.h"

#include <QIcon>
#include <QPainter>

namespace canal {

Theme::Role markRole(MarkSign sign);

// The sign of a marked row, 9 pixels wide around `centre`.
void paintMarkSign(QPainter &painter, const QPointF &centre, MarkSign sign, const Theme &theme);

QIcon markSignIcon(MarkSign sign, const Theme &theme); // for menus
QString markSignName(MarkSign sign);

} // namespace canal
