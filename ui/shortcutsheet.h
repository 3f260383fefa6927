// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/actions.h"

#include <QDialog>

namespace canal {

// All keys, made from the actions.
class ShortcutSheet : public QDialog
{
    Q_OBJECT

public:
    explicit ShortcutSheet(const QList<Actions::Key> &keys, QWidget *parent = nullptr);
};

} // namespace canal
