// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/interaction.h"

#include <QDialog>

class QVBoxLayout;

namespace canal {

// A Question as a window.
class QuestionDialog : public QDialog
{
    Q_OBJECT

public:
    explicit QuestionDialog(const Question &question, QWidget *parent = nullptr);

    qsizetype answer() const { return m_answer; }

private:
    void addHeadline(QVBoxLayout &column, const Question &question);
    void addBody(QVBoxLayout &column, const Question &question);
    void addWarning(QVBoxLayout &column, const QString &warning);
    void addButtons(QVBoxLayout &column, const Question &question);

    qsizetype m_answer;
};

} // namespace canal
