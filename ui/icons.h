// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QIcon>
#include <QString>

namespace canal {

// A picture of resources/icons ("ack" is ack.svg) in a colour of the theme; the disabled one in
// that theme's grey. Made anew when the theme changes.
QIcon tintedIcon(const QString &name, Theme::Role role, const Theme &theme);

// The same for painting one.
void paintIcon(QPainter &painter, const QRect &rect, const QString &name, const QColor &colour);

// The program's own, in its own colours.
QIcon programIcon();

} // namespace canal
