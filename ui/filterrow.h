// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QBoxLayout;

namespace canal {

class FilterBar;
class OperationChips;

// The filter box with its chips: beside it in a wide window, below it in a narrow one.
class FilterRow : public QWidget
{
    Q_OBJECT

public:
    explicit FilterRow(QWidget *parent = nullptr);

    FilterBar &bar() { return *m_bar; }
    OperationChips &chips() { return *m_chips; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();

    FilterBar *m_bar;
    OperationChips *m_chips;
    QWidget *m_buttons; // the chips and what stands behind them
    QBoxLayout *m_layout;
};

} // namespace canal
