// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>
#include <QAbstractScrollArea>

namespace canal {

// "148 new below · End" over the lower end of a table; a click goes there.
class NewPill : public QAbstractButton
{
    Q_OBJECT

public:
    explicit NewPill(QAbstractScrollArea &table);

    void setCount(qint64 count); // 0: hidden
    void place(); // centred above the lower edge

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QFont boldFont() const;

    QAbstractScrollArea &m_table;
    QString m_words;
};

} // namespace canal
