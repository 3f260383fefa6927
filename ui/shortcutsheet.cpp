// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/shortcutsheet.h"

#include "ui/plaintext.h"

#include <QGridLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace canal {

ShortcutSheet::ShortcutSheet(const QList<Actions::Key> &keys, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"shortcutSheet"_s);
    setWindowTitle(tr("Keyboard shortcuts"));
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(20, 16, 20, 16);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(4);
    for (const auto &[words, sequence] : keys) {
        const int row = grid->rowCount();
        auto *key = new PlainLabel(sequence, this);
        key->setFont(Theme::cellFont());
        key->setForegroundRole(QPalette::PlaceholderText);
        grid->addWidget(new PlainLabel(words, this), row, 0);
        grid->addWidget(key, row, 1);
    }
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"close"_s);
    grid->setRowMinimumHeight(grid->rowCount(), 8);
    grid->addWidget(close, grid->rowCount(), 1, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace canal
