// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/serverfilterbox.h"

#include "ui/choicefocus.h"
#include "ui/noticebox.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace canal {

QString sentenceFor(const FilterProblem &problem)
{
    using Kind = FilterProblem::Kind;
    switch (problem.kind) {
    case Kind::Unbalanced:
        return ServerFilterBox::tr("In “%1” a parenthesis, bracket or brace lacks its partner, at "
                                   "“%2”.")
            .arg(problem.pattern, problem.at);
    case Kind::NothingToRepeat:
        return ServerFilterBox::tr("In “%1” there is nothing that “%2” could repeat.")
            .arg(problem.pattern, problem.at);
    case Kind::UnknownConstruct:
        return ServerFilterBox::tr("“%2” in “%1” may be unknown to the server's regular "
                                   "expressions (Jakarta ORO).")
            .arg(problem.pattern, problem.at);
    case Kind::TooLong:
        return ServerFilterBox::tr("The filter has more than 4096 characters.");
    }
    Q_UNREACHABLE();
}

QString sentenceFor(FilterWarning warning)
{
    switch (warning) {
    case FilterWarning::BlankInPattern:
        return ServerFilterBox::tr("A blank next to a comma becomes part of the pattern, which "
                                   "then matches nothing.");
    case FilterWarning::DoubleBackslash:
        return ServerFilterBox::tr("Two backslashes are for Java and properties files; here they "
                                   "match nothing. Write one.");
    }
    Q_UNREACHABLE();
}

ServerFilterBox::ServerFilterBox(QWidget *parent)
    : QWidget(parent)
    , m_leave(new QRadioButton(tr("Leave it as it is on the server"), this))
    , m_replace(new QRadioButton(tr("Replace it for everybody"), this))
    , m_text(new QLineEdit(this))
    , m_effect(new NoticeBox(NoticeKind::Error, this))
    , m_verdict(new NoticeBox(NoticeKind::Warning, this))
{
    m_leave->setObjectName(u"filterLeave"_s);
    m_replace->setObjectName(u"filterReplace"_s);
    m_text->setObjectName(u"serverFilter"_s);
    m_effect->setObjectName(u"filterEffect"_s);
    m_verdict->setObjectName(u"filterVerdict"_s);
    m_text->setFont(Theme::cellFont());
    m_text->setPlaceholderText(u"shop\\..*,crm\\.customer"_s);
    m_text->setAccessibleName(tr("Server filter"));
    auto *choice = new QHBoxLayout;
    choice->setSpacing(20);
    choice->addWidget(m_leave);
    choice->addWidget(m_replace);
    choice->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(6);
    column->addLayout(choice);
    column->addWidget(m_text);
    column->addWidget(m_effect);
    column->addWidget(m_verdict);
    m_leave->setChecked(true);
    keepTabOnChosen({ m_leave, m_replace });
    connect(m_replace, &QRadioButton::toggled, this, &ServerFilterBox::refresh);
    connect(m_text, &QLineEdit::textChanged, this, &ServerFilterBox::refresh);
    refresh();
}

void ServerFilterBox::setFilter(const QString &filter)
{
    m_text->setText(filter);
    (filter.isEmpty() ? m_leave : m_replace)->setChecked(true);
    refresh();
}

QString ServerFilterBox::filter() const
{
    return m_replace->isChecked() ? m_text->text() : QString();
}

bool ServerFilterBox::isAcceptable() const
{
    return !m_replace->isChecked()
        || (!m_text->text().isEmpty() && bool(checkServerFilter(m_text->text())));
}

void ServerFilterBox::setDestination(const QString &destination)
{
    if (destination == m_destination)
        return;
    m_destination = destination;
    refresh();
}

void ServerFilterBox::refresh()
{
    const bool replaces = m_replace->isChecked();
    m_text->setVisible(replaces);
    m_effect->setVisible(replaces);
    m_effect->setText(
        tr("This changes the filter for every client of %1").arg(m_destination),
        tr("and the server remembers it, also when we have left. Rows it has buffered still "
           "arrive. To hide rows only here, use the filter above the table."));
    const auto checked = checkServerFilter(m_text->text());
    const auto warnings = serverFilterWarnings(m_text->text());
    QString verdict;
    if (m_text->text().isEmpty())
        verdict = tr("An empty filter changes nothing: write one, or leave it as it is.");
    else if (!checked)
        verdict = sentenceFor(checked.error()) + u' '
            + tr("A pattern that the server cannot read stops the destination for everybody, so "
                 "this is not sent.");
    else
        for (const auto warning : warnings)
            verdict += (verdict.isEmpty() ? QString() : u"\n"_s) + sentenceFor(warning);
    m_verdict->setKind(checked ? NoticeKind::Warning : NoticeKind::Error);
    m_verdict->setText({}, verdict);
    m_verdict->setVisible(replaces && !verdict.isEmpty());
    m_text->setProperty("invalid", !checked);
    m_text->update();
    emit changed();
}

} // namespace canal
