// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/rowoverview.h"

#include <QTimer>
#include <QWidget>

namespace canal {

class EventTableView;
class SessionModels;
class Theme;

// All rows of the event table at once, beside its scroll bar: what they did, which are marked, what
// is in view. A press or a drag goes there. Takes a sample where many rows share a line.
class MiniMap : public QWidget
{
    Q_OBJECT

public:
    MiniMap(const SessionModels &models, EventTableView &table);

    void setWanted(bool wanted); // shown while the table has rows

    QString tipAt(int y) const; // the row there; plain text

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void onRows();
    void onMarks();
    void showOrHide();
    int top() const; // beside the first row, under the table's header
    OverviewScale scale() const;
    void goTo(int y);
    void look();
    void paintRows(QPainter &painter, const Theme &theme) const;
    void paintMarks(QPainter &painter, const Theme &theme) const;
    void paintView(QPainter &painter, const Theme &theme) const;
    void paintCurrent(QPainter &painter, const Theme &theme) const;

    const SessionModels &m_models;
    EventTableView &m_table;
    QTimer m_later; // not for each row that comes
    bool m_isWanted = true;
    bool m_isStale = true;
    OverviewScale m_seen; // of m_lines
    std::vector<OverviewLine> m_lines;
};

} // namespace canal
