// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QDockWidget;
class QHBoxLayout;
class QToolButton;

namespace canal {

class ElidedLabel;

// The title bar of a dock: name, what it shows, room for a panel's own controls, float, close.
class DockTitle : public QWidget
{
    Q_OBJECT

public:
    explicit DockTitle(QDockWidget &dock);

    void setSubject(const QString &text);
    void addControl(QWidget *control);

    QSize sizeHint() const override; // what a dock gives it
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void tint();

    ElidedLabel *m_subject;
    QHBoxLayout *m_row;
    QToolButton *m_float;
    QToolButton *m_close;
    int m_controlsAt;
};

} // namespace canal
