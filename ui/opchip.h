// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowtext.h"

#include <QWidget>

#include <optional>

namespace canal {

// "~ UPDATE #4311" on its operation's tint, or which rows are compared.
class OpChip : public QWidget
{
    Q_OBJECT

public:
    explicit OpChip(QWidget *parent = nullptr);

    void showOperation(Operation operation, quint32 number); // of the row; 0: it has none
    void showComparison(quint32 older, quint32 newer);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void show(const QString &text);
    int textLeft() const;

    std::optional<Operation> m_operation; // none: a comparison
    QString m_text;
};

} // namespace canal
