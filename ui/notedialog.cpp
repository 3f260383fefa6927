// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/notedialog.h"

#include "ui/plaintext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace canal {

NoteDialog::NoteDialog(const QString &rowName, const QString &note, QWidget *parent)
    : QDialog(parent)
    , m_box(new QLineEdit(this))
{
    setObjectName(u"noteDialog"_s);
    setWindowTitle(tr("Note"));
    auto *label = new PlainLabel(tr("Note on %1").arg(rowName), this);
    m_box->setObjectName(u"noteBox"_s);
    m_box->setAccessibleName(label->text());
    constexpr int mostChars = 500;
    m_box->setMaxLength(mostChars);
    m_box->setText(note);
    m_box->setPlaceholderText(tr("Kept until the session ends; empty: no note"));
    m_box->selectAll();
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"noteCancel"_s);
    cancel->setAutoDefault(false);
    auto *save = new QPushButton(tr("Save"), this);
    save->setObjectName(u"noteSave"_s);
    save->setProperty("kind", u"primary"_s);
    save->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(label);
    column->addWidget(m_box);
    column->addLayout(buttons);
    setMinimumWidth(420);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
}

QString NoteDialog::note() const { return m_box->text().trimmed(); }

} // namespace canal
