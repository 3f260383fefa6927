// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filterterms.h"
#include "model/rowmarks.h"
#include "model/rowscript.h"
#include "ui/actions.h"
#include "ui/copytext.h"

class QMenu;

namespace canal {

class DiffView;
class EventTableView;
class RowSummary;
class SessionModels;

// The menu of a row in the table and of a column in the diff: filter by what is there, copy it.
class RowMenu : public QObject
{
    Q_OBJECT

public:
    RowMenu(const Actions &actions, const SessionModels &models, EventTableView &table,
            DiffView &diff, QObject *parent);

signals:
    void filterWanted(const QString &term, canal::FilterUse use);
    void copyWanted(canal::CopyStyle style);
    void markWanted(canal::MarkSign sign);
    void historyWanted(); // of the current row
    void refused(const QString &text); // why nothing was copied

private:
    void showForRow(const QModelIndex &index, const QPoint &globalPosition);
    void showForColumn(const QPoint &position);
    void addColumn(QMenu &menu, const QString &name);
    void addFilters(QMenu &menu, const QString &term);
    void addRowFilters(QMenu &menu, const RowTerms &terms);
    void addHistory(QMenu &menu, const RowSummary &summary);
    void addCopies(QMenu &menu, RowId row, const RowSummary &summary);
    void addSqlCopies(QMenu &copies, RowId row, std::size_t rowBytes);
    void addEventCopies(QMenu &copies, RowId row);
    std::vector<RowId> rowsToCopy(RowId clicked) const;
    void copySql(SqlForm form, const std::vector<RowId> &changes);
    void addMarks(QMenu &menu);

    const Actions &m_actions;
    const SessionModels &m_models;
    EventTableView &m_table;
    DiffView &m_diff;
};

} // namespace canal
