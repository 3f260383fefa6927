// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/sentvalue.h"
#include "ui/cellpainter.h"

#include <QWidget>

namespace canal {

class PlainLabel;

// Says that there is nothing to show and why: NULL, the empty string, a column that was not logged
// and a row that was not there are four things.
class AbsenceView : public QWidget
{
    Q_OBJECT

public:
    explicit AbsenceView(QWidget *parent = nullptr);

    void showAbsence(const SentValue &value);
    void showHint(const QString &hint);
    QString text() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect sign() const; // where the look of the cell is repeated

    PlainLabel *m_text;
    CellFonts m_fonts;
    std::optional<SentValue::Presence> m_presence;
};

} // namespace canal
