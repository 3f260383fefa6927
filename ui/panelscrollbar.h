// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QScrollBar>

namespace canal {

// A vertical scroll bar with room at its left for a panel of a fixed width, which a scroll area has
// nowhere else.
class PanelScrollBar : public QScrollBar
{
    Q_OBJECT

public:
    explicit PanelScrollBar(QWidget *parent = nullptr);

    void setPanel(QWidget *panel); // shown; the one before is hidden. Null: none

    QSize sizeHint() const override;

protected:
    void initStyleOption(QStyleOptionSlider *option) const override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int panelWidth() const;
    void place();

    QWidget *m_panel = nullptr;
};

} // namespace canal
