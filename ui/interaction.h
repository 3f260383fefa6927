// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

#include <utility>

class QDialog;
class QWidget;

namespace canal {

// A question that must be answered before anything else happens.
struct Question
{
    struct Answer
    {
        enum class Kind {
            Cancel, // what Esc and closing mean; has the focus
            Plain,
            Primary,
            Danger,
        };

        QString text;
        Kind kind = Kind::Plain;
    };

    QString icon; // of resources/icons
    QString headline;
    QStringList paragraphs;
    QList<std::pair<QString, QString>> facts; // shown as a table
    QString warning; // in a box of its own
    QList<Answer> answers; // one of them is Cancel
};

struct SavePath
{
    QString title;
    QString proposal; // path, or a name in the user's documents
    QString filter; // "CSV files (*.csv)"
};

struct OpenPath
{
    QString title;
    QString filter; // "JSON files (*.json)"
};

// The one door to everything modal. Handed to those who need it; tests put their own behind it.
class Interaction
{
public:
    Interaction() = default;
    Interaction(const Interaction &) = delete;
    Interaction &operator=(const Interaction &) = delete;
    virtual ~Interaction() = default;

    // The place in `answers` of what was chosen.
    virtual qsizetype ask(QWidget *parent, const Question &question) = 0;
    // Empty: cancelled. The user was asked before an existing file is chosen.
    virtual QString pickSavePath(QWidget *parent, const SavePath &wanted) = 0;
    virtual QString pickOpenPath(QWidget *parent, const OpenPath &wanted) = 0; // empty: cancelled

    enum class Ending { Accepted, Cancelled };
    virtual Ending run(QDialog &dialog) = 0;
};

// The real one.
class DialogInteraction final : public Interaction
{
public:
    qsizetype ask(QWidget *parent, const Question &question) override;
    QString pickSavePath(QWidget *parent, const SavePath &wanted) override;
    QString pickOpenPath(QWidget *parent, const OpenPath &wanted) override;
    Ending run(QDialog &dialog) override;
};

qsizetype cancelOf(const Question &question);

} // namespace canal
