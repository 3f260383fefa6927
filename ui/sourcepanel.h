// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/tabletreemodel.h"

#include <QWidget>

class QTreeView;

namespace canal {

// Schemas and tables seen so far, with their counts; a table that is not ticked is hidden.
class SourcePanel : public QWidget
{
    Q_OBJECT

public:
    explicit SourcePanel(TableTreeModel &tables, QWidget *parent = nullptr);

private:
    void showMenu(const QPoint &at);
    void expandNew(const QModelIndex &parent);
    void fitCounts();

    TableTreeModel &m_tables;
    QTreeView *m_tree;
};

} // namespace canal
