// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QToolButton;
class QWidget;

namespace canal {

// A button without a frame that the keyboard reaches. `words` say what it does, in its tip and to
// assistive technology.
QToolButton *makeToolButton(const QString &name, const QString &words, QWidget *parent);

} // namespace canal
