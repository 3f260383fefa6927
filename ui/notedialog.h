// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDialog>

class QLineEdit;

namespace canal {

// Asks for the note of a row.
class NoteDialog : public QDialog
{
    Q_OBJECT

public:
    // `rowName` is what the row is called in the headline.
    NoteDialog(const QString &rowName, const QString &note, QWidget *parent = nullptr);

    QString note() const; // empty: none

private:
    QLineEdit *m_box;
};

} // namespace canal
