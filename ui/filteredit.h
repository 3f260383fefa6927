// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QLineEdit>

namespace canal {

// The line that a filter is typed into; a part of it can be underlined as wrong.
class FilterEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit FilterEdit(QWidget *parent = nullptr);

    // Characters of the text; at its end: what is missing there. Gone with the next change.
    void underline(qsizetype at, qsizetype length, Theme::Role role);
    void underlineNothing();

signals:
    void helpWanted(); // F1
    void recentWanted(); // Down
    void leaveWanted(); // Esc

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    qsizetype m_at = -1; // -1: nothing
    qsizetype m_length = 0;
    Theme::Role m_role = Theme::Role::ErrorIcon;
};

} // namespace canal
