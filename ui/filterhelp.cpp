// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/filterhelp.h"

#include "ui/plaintext.h"
#include "ui/theme.h"

#include <QGridLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

struct Line
{
    const char *example; // null: a title
    const char *meaning;
};

// ui/FILTER.md says the same at length.
constexpr auto lines = std::to_array<Line>({
    { nullptr, QT_TRANSLATE_NOOP("canal::FilterHelp", "Words") },
    { "apple \"two words\"",
      QT_TRANSLATE_NOOP("canal::FilterHelp",
                        "both are found in what the row's cells show; upper and lower case are the "
                        "same") },
    { "apple or pear   apple,pear   -apple   not (apple pear)",
      QT_TRANSLATE_NOOP("canal::FilterHelp",
                        "or, a comma for or, not, parentheses; a blank means and") },
    { R"(~ "order \d+")", QT_TRANSLATE_NOOP("canal::FilterHelp", "a regular expression") },
    { "raw:2",
      QT_TRANSLATE_NOOP("canal::FilterHelp",
                        "as Canal sent it, where the cell shows something else") },
    { nullptr, QT_TRANSLATE_NOOP("canal::FilterHelp", "Fields") },
    { "table:orders,shop.st*   schema:shop",
      QT_TRANSLATE_NOOP("canal::FilterHelp", "whole names; * stands for any characters") },
    { "op:insert,update,delete,ddl   op:truncate   op:begin,commit",
      QT_TRANSLATE_NOOP("canal::FilterHelp",
                        "operation, or Canal's event type; transactions' marks are shown only when "
                        "asked for") },
    { "pk:42   col:status",
      QT_TRANSLATE_NOOP("canal::FilterHelp", "primary key; columns that the row changed") },
    { "file:*000012 pos>4711   gtid:3e11fa47*   tx:4711",
      QT_TRANSLATE_NOOP("canal::FilterHelp", "binlog position, GTID, XID of the transaction") },
    { "batch:17   ack:no,sent,yes,failed,rolledback,lost",
      QT_TRANSLATE_NOOP("canal::FilterHelp", "the batch, and what became of it") },
    { "sql:\"alter table\"   is:ddl,redelivered,unreadable,marked   has:null,empty,absent",
      QT_TRANSLATE_NOOP("canal::FilterHelp",
                        "statement text; kind of row; some cell of the row is such") },
    { nullptr, QT_TRANSLATE_NOOP("canal::FilterHelp", "Columns") },
    { "status = PAID   after.amount > 100   before.note contains x",
      QT_TRANSLATE_NOOP("canal::FilterHelp",
                        "either side, or one; numbers exactly, other text without regard to "
                        "case") },
    { "status in (NEW, PAID)   status not in (NEW)   note ~ ^a   note !~ ^a",
      QT_TRANSLATE_NOOP("canal::FilterHelp", "lists and regular expressions") },
    { "status changed   status: NEW -> PAID   status: * -> null",
      QT_TRANSLATE_NOOP("canal::FilterHelp", "UPDATEs; * is anything") },
    { "note is null   note is not null   note is empty   before.note is absent",
      QT_TRANSLATE_NOOP("canal::FilterHelp",
                        "NULL, '' and “not in the row image” are three things; =, !=, < and > hold "
                        "for none but values") },
    { "not note = x   note != x",
      QT_TRANSLATE_NOOP("canal::FilterHelp",
                        "all other rows, also those without the column; only rows whose value is "
                        "known and another") },
    { R"(`odd name` = "say ""hi""")",
      QT_TRANSLATE_NOOP("canal::FilterHelp",
                        "backticks for column names, quotes for values; a quote inside is written "
                        "twice. In quotes a number is text") },
});

} // namespace

FilterHelp::FilterHelp(QWidget *parent)
    : QDialog(parent)
{
    setObjectName(u"filterHelpPage"_s);
    setWindowTitle(tr("The filter's language"));
    auto *page = new QWidget;
    auto *grid = new QGridLayout(page);
    grid->setContentsMargins(20, 16, 20, 16);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    for (const auto &line : lines) {
        if (line.example == nullptr)
            addTitle(*grid, tr(line.meaning));
        else
            addLine(*grid, QString::fromUtf8(line.example), tr(line.meaning));
    }
    grid->setRowStretch(grid->rowCount(), 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setAccessibleName(windowTitle());
    scroll->setFrameShape(QFrame::NoFrame);
    auto *close = new QPushButton(tr("Close"), this);
    close->setObjectName(u"close"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 16);
    column->addWidget(scroll, 1);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(20, 0, 20, 0);
    row->addStretch();
    row->addWidget(close);
    column->addLayout(row);
    connect(close, &QPushButton::clicked, this, &QDialog::close);
    constexpr QSize usual(860, 780);
    resize(usual);
}

void FilterHelp::addTitle(QGridLayout &grid, const QString &text)
{
    auto *title = new PlainLabel(text, this);
    auto bold = Theme::uiFont();
    bold.setBold(true);
    title->setFont(bold);
    title->setContentsMargins(0, grid.rowCount() > 1 ? 8 : 0, 0, 0);
    grid.addWidget(title, grid.rowCount(), 0, 1, 2);
}

void FilterHelp::addLine(QGridLayout &grid, const QString &example, const QString &meaning)
{
    auto examples = example;
    auto *code = new PlainLabel(examples.replace(u"   "_s, u"\n"_s), this);
    code->setFont(Theme::cellFont());
    code->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *words = new PlainLabel(meaning, this);
    words->setWordWrap(true);
    const int row = grid.rowCount();
    grid.addWidget(code, row, 0, Qt::AlignTop);
    grid.addWidget(words, row, 1, Qt::AlignTop);
}

} // namespace canal
