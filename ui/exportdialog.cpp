// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/exportdialog.h"

#include "ui/choicefocus.h"
#include "ui/interaction.h"
#include "ui/noticebox.h"
#include "ui/plaintext.h"

#include <QDateTime>
#include <QFileInfo>
#include <QGroupBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace canal {

ExportDialog::ExportDialog(SessionModels &models, std::vector<RowId> selected,
                           Interaction &interaction, QWidget *parent)
    : QDialog(parent)
    , m_models(models)
    , m_selected(std::move(selected))
    , m_interaction(interaction)
    , m_job(std::make_unique<ExportJob>())
    , m_choices(new QWidget(this))
    , m_note(new PlainLabel(this))
    , m_problem(new NoticeBox(NoticeKind::Error, this))
    , m_progress(new QProgressBar(this))
{
    setObjectName(u"exportDialog"_s);
    setWindowTitle(tr("Export events as CSV"));
    auto *choices = new QHBoxLayout(m_choices);
    choices->setContentsMargins(0, 0, 0, 0);
    choices->setSpacing(16);
    choices->addWidget(makeScope(), 1);
    choices->addWidget(makeValues(), 1);
    m_note->setFont(Theme::uiFont(11));
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_problem->setObjectName(u"exportProblem"_s);
    m_problem->hide();
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the export"));
    m_progress->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_choices);
    column->addWidget(makeTarget());
    column->addWidget(m_note);
    column->addWidget(m_problem);
    column->addWidget(m_progress);
    column->addWidget(makeButtons());
    connect(&models, &SessionModels::countsChanged, this, &ExportDialog::refresh);
    connect(m_job.get(), &ExportJob::progress, m_progress, &QProgressBar::setValue);
    connect(m_job.get(), &ExportJob::finished, this, &ExportDialog::onFinished);
    (m_selected.size() > 1     ? m_onlySelected
         : models.isFiltered() ? m_displayed
                               : m_all)
        ->setChecked(true);
    refresh();
    setMinimumWidth(620);
}

ExportDialog::~ExportDialog() = default;

// ---- form

static QRadioButton *addRadio(QVBoxLayout &column, const QString &name, QWidget *parent)
{
    auto *radio = new QRadioButton(parent);
    radio->setObjectName(name);
    column.addWidget(radio);
    return radio;
}

QWidget *ExportDialog::makeScope()
{
    auto *box = new QGroupBox(tr("Which events"), m_choices);
    auto *column = new QVBoxLayout(box);
    m_all = addRadio(*column, u"scopeAll"_s, box);
    m_displayed = addRadio(*column, u"scopeDisplayed"_s, box);
    m_onlySelected = addRadio(*column, u"scopeSelected"_s, box);
    m_onlyMarked = addRadio(*column, u"scopeMarked"_s, box);
    for (auto *radio : { m_all, m_displayed, m_onlySelected, m_onlyMarked })
        connect(radio, &QRadioButton::toggled, this, &ExportDialog::refresh);
    keepTabOnChosen({ m_all, m_displayed, m_onlySelected });
    return box;
}

QWidget *ExportDialog::makeValues()
{
    auto *box = new QGroupBox(tr("Values"), m_choices);
    auto *column = new QVBoxLayout(box);
    auto *decoded = addRadio(*column, u"valuesDecoded"_s, box);
    decoded->setText(tr("Decoded: ENUM and SET by name, bytes as 0x…"));
    decoded->setChecked(true);
    m_raw = addRadio(*column, u"valuesRaw"_s, box);
    m_raw->setText(tr("Raw: exactly as Canal sent them"));
    keepTabOnChosen({ decoded, m_raw });
    column->addStretch(1);
    return box;
}

QWidget *ExportDialog::makeTarget()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    auto *name = new PlainLabel(tr("Save to"), line);
    name->setForegroundRole(QPalette::PlaceholderText);
    m_path = new QLineEdit(line);
    m_path->setObjectName(u"exportPath"_s);
    m_path->setFont(Theme::cellFont());
    m_path->setAccessibleName(tr("File to write"));
    auto *choose = new QPushButton(tr("Choose…"), line);
    choose->setObjectName(u"exportChoose"_s);
    choose->setAutoDefault(false);
    row->addWidget(name);
    row->addWidget(m_path, 1);
    row->addWidget(choose);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::choosePath);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::refresh);
    return line;
}

QWidget *ExportDialog::makeButtons()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 4, 0, 0);
    row->setSpacing(8);
    m_cancel = new QPushButton(tr("Cancel"), line);
    m_cancel->setObjectName(u"exportCancel"_s);
    m_cancel->setAutoDefault(false);
    m_export = new QPushButton(tr("Export"), line);
    m_export->setObjectName(u"exportStart"_s);
    m_export->setProperty("kind", u"primary"_s);
    m_export->setDefault(true);
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_export);
    connect(m_cancel, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::start);
    return line;
}

// ---- choice

ExportDialog::Scope ExportDialog::scope() const
{
    if (m_onlySelected->isChecked())
        return Scope::Selected;
    if (m_onlyMarked->isChecked())
        return Scope::Marked;
    return m_displayed->isChecked() ? Scope::Displayed : Scope::All;
}

ExportJob::Rows ExportDialog::rows() const
{
    switch (scope()) {
    case Scope::All:
        return ExportJob::AllRows { m_models.rows().firstRow() };
    case Scope::Displayed:
        return m_models.rows().filteredRows();
    case Scope::Selected:
        return m_selected;
    case Scope::Marked:
        break;
    }
    return *m_models.marks().rows();
}

void ExportDialog::refresh()
{
    const auto all = m_models.eventCount();
    const auto selected = static_cast<qint64>(m_selected.size());
    m_all->setText(tr("All captured (%1)").arg(grouped(all)));
    m_displayed->setText(tr("Displayed (%1)").arg(grouped(m_models.shownCount())));
    m_onlySelected->setText(tr("Selected (%1)").arg(grouped(selected)));
    m_onlySelected->setEnabled(selected > 0);
    m_onlyMarked->setText(tr("Marked (%1)").arg(grouped(m_models.marks().count())));
    m_onlyMarked->setVisible(!m_models.marks().isEmpty());
    const auto statements = all - m_models.tables().rowCountUnfiltered();
    m_note->setText(
        statements > 0 && scope() == Scope::All
            ? tr("%n of the lines are the SQL of rows that follow them; the table "
                 "shows it with those rows.",
                 nullptr, static_cast<int>(statements))
            : tr("One line per row, UTF-8, comma separated; before and after as JSON."));
    const bool running = m_job != nullptr && m_job->isRunning();
    m_choices->setEnabled(!running);
    m_path->parentWidget()->setEnabled(!running);
    m_progress->setVisible(running);
    m_export->setEnabled(!running && m_job != nullptr && !m_path->text().trimmed().isEmpty());
}

void ExportDialog::choosePath()
{
    auto proposal = m_path->text().trimmed();
    if (proposal.isEmpty())
        proposal
            = u"canal-%1.csv"_s.arg(QDateTime::currentDateTime().toString(u"yyyyMMdd-HHmmss"_s));
    const auto path = m_interaction.pickSavePath(
        this, { windowTitle(), proposal, tr("CSV files (*.csv);;All files (*)") });
    if (path.isEmpty())
        return;
    m_picked = path;
    m_path->setText(path);
}

// ---- work

bool ExportDialog::mayReplace(const QString &path)
{
    if (path == m_picked || !QFileInfo(path).isFile())
        return true;
    using Kind = Question::Answer::Kind;
    const Question question { u"export"_s,
                              tr("Replace the file?"),
                              { tr("%1 exists already.").arg(path) },
                              {},
                              {},
                              { { tr("Cancel"), Kind::Cancel }, { tr("Replace"), Kind::Danger } } };
    return m_interaction.ask(this, question) != cancelOf(question);
}

void ExportDialog::start()
{
    const auto path = m_path->text().trimmed();
    if (m_job == nullptr || m_models.store() == nullptr || !mayReplace(path))
        return;
    m_problem->hide();
    m_written = path;
    m_job->start(m_models.store()->snapshot(), rows(),
                 m_raw->isChecked() ? ValueStyle::Raw : ValueStyle::Decoded, path);
    refresh();
}

void ExportDialog::reject()
{
    if (m_job != nullptr && m_job->isRunning())
        m_job->cancel(); // finished() comes
    else
        QDialog::reject();
}

void ExportDialog::drop()
{
    m_job.reset(); // waits for its thread
    QDialog::reject();
}

void ExportDialog::onFinished(const ExportJob::Outcome &outcome)
{
    m_outcome = outcome;
    refresh();
    switch (outcome.kind) {
    case ExportJob::Outcome::Kind::Done:
        return accept();
    case ExportJob::Outcome::Kind::Cancelled:
        m_problem->setKind(NoticeKind::Info);
        return showProblem(tr("The export was cancelled; no file was written."));
    case ExportJob::Outcome::Kind::Failed:
        m_problem->setKind(NoticeKind::Error);
        return showProblem(outcome.error);
    }
}

void ExportDialog::showProblem(const QString &text)
{
    m_problem->setText({}, text);
    m_problem->show();
}

QString ExportDialog::resultText() const
{
    return tr("Wrote %n lines", nullptr, static_cast<int>(m_outcome.lines)) + u", "_s
        + tr("%1, to %2").arg(sizeText(m_outcome.bytes), m_written);
}

} // namespace canal
