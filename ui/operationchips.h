// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/operationchoice.h"

#include <QWidget>

namespace canal {

class OperationChip;
class TableTreeModel;

// One chip per group of operations with how many rows there are: a click shows these only, with
// Ctrl these too. What is lit is what the filter says, whoever wrote it.
class OperationChips : public QWidget
{
    Q_OBJECT

public:
    explicit OperationChips(QWidget *parent = nullptr);

    void showCounts(const TableTreeModel &tables);

public slots:
    void showFilter(const canal::FilterSpec &filter);

signals:
    void chosen(const canal::OperationChoice &choice);

private:
    void choose(OperationGroup group, Qt::KeyboardModifiers with);
    OperationChip *chipOf(OperationGroup group) const;

    OperationChoice m_choice;
    OperationChip *m_all;
    OperationChip *m_insert;
    OperationChip *m_update;
    OperationChip *m_delete;
    OperationChip *m_ddl;
    OperationChip *m_transaction;
};

} // namespace canal
