// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QGridLayout;

namespace canal {

// What can be written into the filter box, on one page that stays open beside it.
class FilterHelp : public QDialog
{
    Q_OBJECT

public:
    explicit FilterHelp(QWidget *parent = nullptr);

private:
    void addTitle(QGridLayout &grid, const QString &text);
    void addLine(QGridLayout &grid, const QString &example, const QString &meaning);
};

} // namespace canal
