// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/choicefocus.h"

#include <QAbstractButton>

namespace canal {

void keepTabOnChosen(const QList<QAbstractButton *> &buttons)
{
    for (auto *button : buttons) {
        const auto refresh = [button] {
            button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
        };
        QObject::connect(button, &QAbstractButton::toggled, button, refresh);
        refresh();
    }
}

} // namespace canal
