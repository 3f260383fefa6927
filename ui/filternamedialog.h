// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filterlibrary.h"

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace canal {

class PlainLabel;

// Asks for a filter's name. Says when there is one with that name already.
class FilterNameDialog : public QDialog
{
    Q_OBJECT

public:
    // `filter` with the name that it has so far, if any.
    FilterNameDialog(const FilterLibrary &library, const SavedFilter &filter,
                     QWidget *parent = nullptr);

    QString name() const;

private:
    void check();

    const FilterLibrary &m_library;
    const QString m_nameSoFar;
    QLineEdit *m_name;
    PlainLabel *m_remark;
    QPushButton *m_save;
};

} // namespace canal
