// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/filterrow.h"

#include "ui/docklayout.h"
#include "ui/filterbar.h"
#include "ui/operationchips.h"
#include "ui/savedfilters.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace canal {

static constexpr int besideHeight = 34;
static constexpr int belowHeight = 29;

FilterRow::FilterRow(Interaction &interaction, QWidget *parent)
    : QWidget(parent)
    , m_library(new FilterLibrary(this))
    , m_bar(new FilterBar(*m_library, this))
    , m_chips(new OperationChips(this))
    , m_saved(new SavedFilters(*m_library, interaction, this))
    , m_buttons(new QWidget(this))
    , m_layout(new QBoxLayout(QBoxLayout::TopToBottom, this))
{
    auto *row = new QHBoxLayout(m_buttons);
    row->setSpacing(6);
    row->addWidget(m_chips);
    row->addWidget(m_saved, 1);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addWidget(m_bar, 1, Qt::AlignTop);
    m_layout->addWidget(m_buttons, 0, Qt::AlignTop);
    layOut();
    connect(m_bar, &FilterBar::applied, m_chips, &OperationChips::showFilter);
    connect(m_chips, &OperationChips::chosen, m_bar, &FilterBar::chooseOperations);
    connect(m_bar, &FilterBar::saveWanted, m_saved, &SavedFilters::save);
    connect(m_saved, &SavedFilters::chosen, m_bar, &FilterBar::use);
}

void FilterRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void FilterRow::layOut()
{
    const bool beside = width() >= DockLayout::narrowBelow;
    m_layout->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_buttons->setFixedHeight(beside ? besideHeight : belowHeight);
    m_buttons->layout()->setContentsMargins(beside ? 0 : 8, 0, 8, beside ? 0 : 7);
}

} // namespace canal
