// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowtext.h"

#include <QAbstractButton>

#include <optional>

namespace canal {

// "+ Insert 1 733": lit while the table shows such rows. Does not switch itself: whoever listens
// says what is lit.
class OperationChip : public QAbstractButton
{
    Q_OBJECT

public:
    static constexpr int chipHeight = 22;

    // Without an operation: the chip for all of them.
    OperationChip(std::optional<Operation> operation, const QString &words,
                  QWidget *parent = nullptr);

    void setCount(qint64 count);
    QSize sizeHint() const override;

signals:
    void chosen(Qt::KeyboardModifiers with);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void nextCheckState() override;

private:
    bool hasGlyph() const;

    const std::optional<Operation> m_operation;
    QString m_count;
    Qt::KeyboardModifiers m_with;
};

} // namespace canal
