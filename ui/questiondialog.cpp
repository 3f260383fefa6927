// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/questiondialog.h"

#include "ui/icons.h"
#include "ui/noticebox.h"
#include "ui/plaintext.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

QuestionDialog::QuestionDialog(const Question &question, QWidget *parent)
    : QDialog(parent)
    , m_answer(cancelOf(question))
{
    setObjectName(u"question"_s);
    setWindowTitle(tr("Canal Inspector"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    addHeadline(*column, question);
    addBody(*column, question);
    if (!question.warning.isEmpty())
        addWarning(*column, question.warning);
    addButtons(*column, question);
    constexpr int width = 500;
    setMinimumWidth(width);
    resize(width, column->totalHeightForWidth(width));
}

void QuestionDialog::addHeadline(QVBoxLayout &column, const Question &question)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(12);
    if (!question.icon.isEmpty()) {
        auto *picture = new PlainLabel(this);
        picture->setPixmap(
            tintedIcon(question.icon, Theme::Role::Accent, Theme::of(palette())).pixmap(20, 20));
        row->addWidget(picture);
    }
    auto *headline = new PlainLabel(question.headline, this);
    auto font = Theme::uiFont(15);
    font.setBold(true);
    headline->setFont(font);
    headline->setWordWrap(true);
    row->addWidget(headline, 1);
    column.addLayout(row);
    setAccessibleName(headline->text());
}

void QuestionDialog::addBody(QVBoxLayout &column, const Question &question)
{
    for (const auto &paragraph : question.paragraphs) {
        auto *label = new PlainLabel(paragraph, this);
        label->setWordWrap(true);
        column.addWidget(label);
    }
    if (question.facts.isEmpty())
        return;
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (const auto &[name, value] : question.facts) {
        const int row = grid->rowCount();
        auto *left = new PlainLabel(name, this);
        left->setForegroundRole(QPalette::PlaceholderText);
        auto *right = new PlainLabel(value, this);
        right->setWordWrap(true);
        grid->addWidget(left, row, 0, Qt::AlignTop);
        grid->addWidget(right, row, 1, Qt::AlignTop);
    }
    column.addLayout(grid);
}

void QuestionDialog::addWarning(QVBoxLayout &column, const QString &warning)
{
    auto *box = new NoticeBox(NoticeKind::Warning, this);
    box->setText({}, warning);
    column.addWidget(box);
}

void QuestionDialog::addButtons(QVBoxLayout &column, const Question &question)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch(1);
    for (qsizetype i = 0; i < question.answers.size(); ++i) {
        const auto &answer = question.answers[i];
        auto *button = new QPushButton(menuText(answer.text), this);
        button->setAutoDefault(false);
        if (answer.kind == Question::Answer::Kind::Danger)
            button->setProperty("kind", u"danger"_s);
        if (answer.kind == Question::Answer::Kind::Primary)
            button->setProperty("kind", u"primary"_s);
        connect(button, &QPushButton::clicked, this, [this, i] {
            m_answer = i;
            accept();
        });
        row->addWidget(button);
        if (answer.kind == Question::Answer::Kind::Cancel) {
            button->setDefault(true);
            button->setFocus();
        }
    }
    column.addSpacing(4);
    column.addLayout(row);
}

} // namespace canal
