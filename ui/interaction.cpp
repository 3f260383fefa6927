// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/interaction.h"

#include "ui/questiondialog.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace canal {

qsizetype cancelOf(const Question &question)
{
    const auto isCancel
        = [](const auto &answer) { return answer.kind == Question::Answer::Kind::Cancel; };
    const auto at = std::find_if(question.answers.begin(), question.answers.end(), isCancel);
    Q_ASSERT(at != question.answers.end());
    return at - question.answers.begin();
}

qsizetype DialogInteraction::ask(QWidget *parent, const Question &question)
{
    QuestionDialog dialog(question, parent);
    return run(dialog) == Ending::Accepted ? dialog.answer() : cancelOf(question);
}

QString DialogInteraction::pickSavePath(QWidget *parent, const SavePath &wanted)
{
    auto proposal = wanted.proposal;
    if (QFileInfo(proposal).isRelative()) {
        const auto documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        proposal = QDir(documents).filePath(proposal);
    }
    return QFileDialog::getSaveFileName(parent, wanted.title, proposal, wanted.filter);
}

QString DialogInteraction::pickOpenPath(QWidget *parent, const OpenPath &wanted)
{
    return QFileDialog::getOpenFileName(
        parent, wanted.title, QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation),
        wanted.filter);
}

Interaction::Ending DialogInteraction::run(QDialog &dialog)
{
    return dialog.exec() == QDialog::Accepted ? Ending::Accepted : Ending::Cancelled;
}

} // namespace canal
