// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace canal {

// A part of the status bar that leads somewhere: looks like a label until the mouse or the keyboard
// is on it. Gives way when there is no room for all of it.
class StatusSegment : public QAbstractButton
{
    Q_OBJECT

public:
    StatusSegment(const QString &name, Qt::TextElideMode mode, QWidget *parent);

    void setWords(const QString &words);
    void setPurpose(const QString &purpose); // what a click does; said in the tip

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showTip();

    const Qt::TextElideMode m_mode; // none: it never gives way
    QString m_words;
    QString m_purpose;
};

} // namespace canal
