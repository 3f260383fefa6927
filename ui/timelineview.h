// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/timelinematrix.h"

#include <QWidget>

class QCheckBox;
class QStackedWidget;
class QTabBar;
class QTableView;
class QToolButton;

namespace canal {

class DockTitle;
class PlainLabel;
class SqlView;
class TimelineLane;

// What happened to one row: its versions on a line and as a list, their values side by side, and
// the SQL that takes the chosen change and all later ones back, or makes them again.
class TimelineView : public QWidget
{
    Q_OBJECT

public:
    enum class Tab { Versions, Columns, Undo, Redo };

    explicit TimelineView(TimelineModel &versions, QWidget *parent = nullptr);

    void setUpTitle(DockTitle &title); // its subject and controls live there
    void choose(std::optional<RowId> row); // as the event table's current row
    int chosen() const; // version; -1: none

signals:
    void rowWanted(canal::RowId row); // the user has chosen another version
    void textCopied(const QString &text);
    void shown();

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void setUpTabs();
    void setUpList();
    void setUpMatrix();
    Tab tab() const;
    void refresh();
    void showTab();
    void showSql(SqlForm form, SqlView &view);
    QString hint() const;
    QString remark() const;
    void chooseVersion(int version);
    void copy();
    void tint();

    TimelineModel &m_versions;
    TimelineMatrix m_matrix;
    QTabBar *m_tabs;
    QToolButton *m_copy;
    QCheckBox *m_changedOnly;
    QStackedWidget *m_pages;
    PlainLabel *m_hint;
    TimelineLane *m_lane;
    QTableView *m_list;
    QTableView *m_values;
    SqlView *m_undo;
    SqlView *m_redo;
    PlainLabel *m_remark;
    DockTitle *m_title = nullptr;
    std::optional<RowId> m_row; // to be chosen, when it is among the versions
    QString m_sql; // of the tab; empty: none can be made
    bool m_choosing = false; // not the user
};

} // namespace canal
