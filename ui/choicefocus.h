// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

class QAbstractButton;

namespace canal {

// Of buttons that exclude each other Tab reaches the chosen one, and arrow keys the others. Qt only
// sees to that once one of them has the focus: before, Tab stops at the first, chosen or not.
void keepTabOnChosen(const QList<QAbstractButton *> &buttons);

} // namespace canal
