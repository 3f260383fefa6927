// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/toolbutton.h"

#include "ui/plaintext.h"

#include <QToolButton>

namespace canal {

QToolButton *makeToolButton(const QString &name, const QString &words, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(words);
    setSafeTip(*button, words);
    return button;
}

} // namespace canal
