// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPlainTextEdit>

namespace canal {

// Text that is read and copied, not edited: SQL, a server's own words.
class SqlView : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit SqlView(QWidget *parent = nullptr);

    void showText(const QString &text);
    // As high as its text, but at most `lines`.
    void fitHeight(int lines);
};

} // namespace canal
