// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/interaction.h"

#include <functional>

namespace canal::test {

// Answers without anybody there. What was asked is kept.
class FakeInteraction : public Interaction
{
public:
    // The kind of answer that is given to every question; Cancel at first.
    Question::Answer::Kind answerWith = Question::Answer::Kind::Cancel;
    QString savePath; // for pickSavePath(); empty: cancelled
    QString openPath; // for pickOpenPath()
    // What is done in a dialog; without one it is cancelled.
    std::function<Ending(QDialog &dialog)> onRun;

    QList<Question> questions;
    QList<SavePath> savePaths;
    int runs = 0;

    qsizetype ask(QWidget *, const Question &question) override
    {
        questions.append(question);
        for (qsizetype i = 0; i < question.answers.size(); ++i)
            if (question.answers[i].kind == answerWith)
                return i;
        return cancelOf(question);
    }

    QString pickSavePath(QWidget *, const SavePath &wanted) override
    {
        savePaths.append(wanted);
        return savePath;
    }

    QString pickOpenPath(QWidget *, const OpenPath &) override { return openPath; }

    Ending run(QDialog &dialog) override
    {
        ++runs;
        return onRun ? onRun(dialog) : Ending::Cancelled;
    }
};

} // namespace canal::test
