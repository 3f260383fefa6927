// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panelscrollbar.h"

#include <QStyleOptionSlider>

namespace canal {

PanelScrollBar::PanelScrollBar(QWidget *parent)
    : QScrollBar(Qt::Vertical, parent)
{ }

int PanelScrollBar::panelWidth() const { return m_panel != nullptr ? m_panel->minimumWidth() : 0; }

void PanelScrollBar::setPanel(QWidget *panel)
{
    if (m_panel == panel)
        return;
    if (m_panel != nullptr)
        m_panel->hide();
    m_panel = panel;
    if (m_panel != nullptr) {
        m_panel->setParent(this);
        place();
        m_panel->show();
    }
    updateGeometry();
}

void PanelScrollBar::place()
{
    if (m_panel != nullptr)
        m_panel->setGeometry(0, 0, panelWidth(), height());
}

QSize PanelScrollBar::sizeHint() const { return QScrollBar::sizeHint() + QSize(panelWidth(), 0); }

void PanelScrollBar::initStyleOption(QStyleOptionSlider *option) const
{
    QScrollBar::initStyleOption(option);
    option->rect.setLeft(option->rect.left() + panelWidth());
}

void PanelScrollBar::resizeEvent(QResizeEvent *event)
{
    QScrollBar::resizeEvent(event);
    place();
}

} // namespace canal
