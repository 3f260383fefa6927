// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/filterterms.h"
#include "model/filtertext.h"
#include "model/operationchoice.h"
#include "ui/theme.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QToolButton;

namespace canal {

class ElidedLabel;
class EventStore;
class FilterCompleter;
class FilterEdit;
class FilterHelp;
class FilterLibrary;
class PlainLabel;
class RecentFilters;

// The box that hides rows, here only: it never touches what the server sends. Applies what is
// typed a moment later; while that cannot be read, the filter before stays on.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    // What is used goes into the library, which has to outlive the bar.
    explicit FilterBar(FilterLibrary &library, QWidget *parent = nullptr);

    QString text() const;
    struct Texts
    {
        QString applied; // not always what is in the box
        QString box;
    };
    Texts texts() const;
    void setTexts(const Texts &texts);

    void setStore(const EventStore *store); // whose names are offered; null: none
    enum class Progress { Done, Working };
    // Of the applied filter; the remark is about its text.
    void showResult(qint64 shown, qint64 all, Progress progress,
                    const std::optional<FilterRemark> &remark);

public slots:
    void enter(); // focus, all selected
    void narrow(const QString &term, canal::FilterUse use); // put together with what is on
    void chooseOperations(const canal::OperationChoice &choice);
    void use(const QString &text); // in place of what is on
    void clear();
    void showHelp();

signals:
    void applied(const canal::FilterSpec &filter);
    void left(); // Esc in the empty box
    void saveWanted(const QString &text); // of the applied filter

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Look { Empty, Matches, Nothing, Remark }; // of the applied filter

    QToolButton *addButton(const QString &name, const QString &words, const QString &tip);
    void layOut();
    void connectParts();
    void apply(); // what is in the box, if it can be read
    void confirm(); // Enter
    void leave(); // Esc
    void remember();
    void refreshRecent();
    void tint();
    void showState();
    QString errorText() const;
    QRect frame() const;
    Theme::Role edgeRole() const;

    FilterLibrary &m_library;
    FilterEdit *m_box;
    PlainLabel *m_result;
    QToolButton *m_clear;
    QToolButton *m_apply;
    QToolButton *m_recent;
    QToolButton *m_save;
    QToolButton *m_help;
    RecentFilters *m_recentList;
    FilterCompleter *m_completer;
    ElidedLabel *m_message;
    FilterHelp *m_helpPage = nullptr; // made when it is wanted
    QTimer m_debounce;
    QString m_applied;
    std::optional<FilterRemark> m_error; // of the text in the box
    std::optional<FilterRemark> m_remark; // of the applied filter
    QString m_count;
    Look m_look = Look::Empty;
};

} // namespace canal
