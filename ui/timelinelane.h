// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/timelinemodel.h"
#include "ui/cellpainter.h"

#include <QWidget>

namespace canal {

// A row's versions as marks on a line, oldest at the left; as many as there is room for, around the
// chosen one. For the mouse: the list below has the same for the keyboard.
class TimelineLane : public QWidget
{
    Q_OBJECT

public:
    explicit TimelineLane(const TimelineModel &versions, QWidget *parent = nullptr);

    void choose(int version); // -1: none

signals:
    void clicked(int version);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    struct Visible
    {
        int first = 0;
        int count = 0;
    };

    Visible visible() const;
    QRect placeOf(int version, const Visible &visible) const;
    void paintVersion(QPainter &painter, int version, const QRect &place) const;

    const TimelineModel &m_versions;
    const CellFonts m_fonts { 11 };
    int m_chosen = -1;
};

} // namespace canal
