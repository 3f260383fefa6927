// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QPainter>
#include <QStyle>

class QStyleOption;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionMenuItem;
class QStyleOptionSlider;

namespace canal {

// Draws the controls of FlatStyle for one style option.
class FlatPainter
{
public:
    enum class Edge { Normal, Invalid };
    enum class Ground { Border, Window };

    FlatPainter(QPainter &painter, const QStyleOption &option);

    void inputFrame(const QRect &rect, Edge edge);
    void pushButton(const QString &kind);
    void pushButtonLabel(const QStyleOptionButton &button, const QString &kind);
    void toolButton();
    void checkBox();
    void radioButton();
    void branch();
    void focusRing(const QRect &rect);
    void frame();
    void fill(const QRect &rect, Ground ground);
    void headerSection();
    void headerLabel(const QStyleOptionHeader &header);
    void menuBarItem(const QStyleOptionMenuItem &item);
    void tab();
    void scrollBar(const QStyleOptionSlider &bar);
    void comboBox();
    void spinArrows(const QRect &up, const QRect &down);

    static QRect scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part);
    static int buttonContentWidth(const QStyleOptionButton &button);

private:
    bool is(QStyle::StateFlag flag) const;
    void box(const QRectF &rect, const QColor &ground, const QColor &edge, double width,
             double radius = 4);
    void chevron(const QRect &rect, double degrees);

    QPainter &m_painter;
    const QStyleOption &m_option;
    const Theme &m_theme;
};

} // namespace canal
