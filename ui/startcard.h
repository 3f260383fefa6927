// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace canal {

// A large button with an icon, a title, a line below and a word at the right.
class StartCard : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Look { Primary, Plain, Row };

    StartCard(QString icon, Look look, QWidget *parent = nullptr);

    void setWords(const QString &title, const QString &below, const QString &atRight = {});
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QString m_icon;
    const Look m_look;
    QString m_title;
    QString m_below;
    QString m_atRight;
};

} // namespace canal
