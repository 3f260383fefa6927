// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowtext.h"

#include <QWidget>

namespace canal {

// "~ UPDATE #4311" on its operation's tint.
class OpChip : public QWidget
{
    Q_OBJECT

public:
    explicit OpChip(QWidget *parent = nullptr);

    void showOperation(Operation operation, quint32 number); // of the row; 0: it has none
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Operation m_operation = Operation::Other;
    QString m_text;
};

} // namespace canal
