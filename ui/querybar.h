// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;
class QToolButton;

namespace canal {

class ElidedLabel;

// A line under the filter that asks one thing and answers in words beside it. Hidden at first.
class QueryBar : public QWidget
{
    Q_OBJECT

public:
    struct Words
    {
        QString name; // its widgets are called by it: "find" has a "findBox"
        QString icon; // of resources/icons
        QString label; // "Find"
        QString placeholder;
    };

    explicit QueryBar(const Words &words, QWidget *parent = nullptr);

    QToolButton *addButton(const QString &name, const QString &icon, const QString &tip);

    QString text() const;
    enum class Tone { Plain, Problem };
    void showMessage(const QString &text, Tone tone = Tone::Plain);

public slots:
    void open(); // focus, all selected
    void dismiss(); // hides it

signals:
    void edited();
    void submitted(); // Enter
    void submittedBackward(); // Shift+Enter
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void layOut(const Words &words);
    void tint();

    QString m_icon;
    QLineEdit *m_box;
    ElidedLabel *m_message;
    QToolButton *m_close = nullptr;
    QHBoxLayout *m_buttons;
    Tone m_tone = Tone::Plain;
};

} // namespace canal
