// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/exportjob.h"
#include "ui/sessionmodels.h"

#include <QDialog>

#include <memory>

class QLineEdit;
class QProgressBar;
class QPushButton;
class QRadioButton;

namespace canal {

class Interaction;
class NoticeBox;
class PlainLabel;

// Which rows to write as CSV and where; then the progress of it.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(SessionModels &models, std::vector<RowId> selected, Interaction &interaction,
                 QWidget *parent = nullptr);
    ~ExportDialog() override;

    QString resultText() const; // once accepted
    void drop(); // the store is about to go: stop reading it, close

public slots:
    void reject() override;

private:
    enum class Scope { All, Displayed, Selected, Marked };

    QWidget *makeScope();
    QWidget *makeValues();
    QWidget *makeTarget();
    QWidget *makeButtons();
    void choosePath();
    void start();
    bool mayReplace(const QString &path);
    void onFinished(const ExportJob::Outcome &outcome);
    void refresh();
    Scope scope() const;
    ExportJob::Rows rows() const;
    void showProblem(const QString &text);

    SessionModels &m_models;
    const std::vector<RowId> m_selected;
    Interaction &m_interaction;
    std::unique_ptr<ExportJob> m_job;
    ExportJob::Outcome m_outcome;
    QString m_written; // path
    QString m_picked; // the user was asked about replacing it
    QRadioButton *m_all = nullptr;
    QRadioButton *m_displayed = nullptr;
    QRadioButton *m_onlySelected = nullptr;
    QRadioButton *m_onlyMarked = nullptr; // when there are marks
    QRadioButton *m_raw = nullptr;
    QWidget *m_choices;
    QLineEdit *m_path = nullptr;
    PlainLabel *m_note;
    NoticeBox *m_problem;
    QProgressBar *m_progress;
    QPushButton *m_export = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace canal
