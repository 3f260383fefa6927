// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/questions.h"

#include "model/batchmodel.h"
#include "model/rowsummary.h"
#include "ui/profilelist.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace canal::questions {
namespace {

using Kind = Question::Answer::Kind;

class Words
{
    Q_DECLARE_TR_FUNCTIONS(canal::Questions)
};

QString cancelText() { return Words::tr("Cancel"); }

Decision decide(Interaction &interaction, QWidget *parent, const Question &question)
{
    return interaction.ask(parent, question) == cancelOf(question) ? Decision::Cancel
                                                                   : Decision::Go;
}

struct Unacked
{
    QString first;
    QString last;
    qint64 events = 0;
    int batches = 0;
};

Unacked unackedOf(const BatchLedger &ledger)
{
    Unacked sum;
    for (auto i = ledger.oldestUnacked().value_or(ledger.size()); i < ledger.size(); ++i) {
        const auto &batch = ledger.at(i);
        if (batch.state != BatchState::Unacked)
            continue;
        sum.last = QString::number(raw(batch.id));
        if (sum.batches == 0)
            sum.first = sum.last;
        sum.events += batch.events;
        ++sum.batches;
    }
    return sum;
}

QString whichBatches(const Unacked &unacked, qint64 bytes)
{
    const auto ids = unacked.batches == 1
        ? Words::tr("Batch %1").arg(unacked.first)
        : Words::tr("Batches %1 to %2").arg(unacked.first, unacked.last);
    return u"%1 (%2, %3)"_s.arg(
        ids, Words::tr("%n events", nullptr, static_cast<int>(unacked.events)), sizeText(bytes));
}

// Acks that were sent but not confirmed when everything is rolled back.
int ackSentCount(const BatchLedger &ledger)
{
    int count = 0;
    for (auto i = ledger.size();
         i > 0 && ledger.at(i - 1).epoch == ledger.at(ledger.size() - 1).epoch; --i)
        count += ledger.at(i - 1).state == BatchState::AckSent ? 1 : 0;
    return count;
}

QString rewindsOthers(const QString &destination)
{
    // S25: one reading position for all clients of a destination.
    return Words::tr("The reading position of %1 is everybody's. If another client reads it too, "
                     "rows that it has read but not acknowledged come again, to it and to us, and "
                     "its next ack may fail (no match ack position).")
        .arg(destination);
}

// Names what is marked as production, before all other facts.
void nameProduction(Question &question, const ConnectionProfile &profile)
{
    if (profile.isProduction)
        question.facts.prepend({ Words::tr("Production"), titleOf(profile) });
}

} // namespace

Decision rollBack(Interaction &interaction, QWidget *parent, const BatchLedger &ledger,
                  const ConnectionProfile &profile)
{
    const auto unacked = unackedOf(ledger);
    Question question;
    question.icon = u"rollback"_s;
    question.headline = Words::tr("Roll back %n un-acked batches?", nullptr, unacked.batches);
    question.paragraphs
        = { Words::tr("%1: the server sends them again with new batch ids. The rows in the table "
                      "stay, and those that come again are marked ⟳.")
                .arg(whichBatches(unacked, ledger.unackedBytes())) };
    if (const int sent = ackSentCount(ledger); sent > 0)
        question.facts.append(
            { Words::tr("Acks on their way"),
              Words::tr("%n batches; if one was lost, its rows come again too", nullptr, sent) });
    question.facts.append({ Words::tr("Sent to the server"),
                            Words::tr("CLIENTROLLBACK batch 0, client %1, destination %2")
                                .arg(QString::number(profile.clientId), profile.destination) });
    nameProduction(question, profile);
    question.warning = rewindsOthers(profile.destination);
    question.answers
        = { { cancelText(), Kind::Cancel },
            { Words::tr("Roll back %n batches", nullptr, unacked.batches), Kind::Danger } };
    return decide(interaction, parent, question);
}

Decision autoAck(Interaction &interaction, QWidget *parent, const ConnectionProfile &profile)
{
    Question question;
    question.icon = u"auto"_s;
    question.headline = Words::tr("Consume from %1?").arg(profile.destination);
    question.paragraphs
        = { Words::tr("Auto-ack acknowledges every batch once it is kept here. The reading "
                      "position of %1 moves on, and no other client gets these rows.")
                .arg(profile.destination),
            Words::tr("Choose Peek to look without consuming.") };
    nameProduction(question, profile);
    question.warning = Words::tr("Rows that were acknowledged cannot be fetched again from Canal.");
    question.answers = { { cancelText(), Kind::Cancel }, { Words::tr("Consume"), Kind::Danger } };
    return decide(interaction, parent, question);
}

Decision ack(Interaction &interaction, QWidget *parent, quint32 batches,
             const ConnectionProfile &profile)
{
    const auto count = static_cast<int>(batches);
    Question question;
    question.icon = u"ack"_s;
    question.headline = Words::tr("Acknowledge %n batches on production?", nullptr, count);
    question.paragraphs = { Words::tr("The reading position of %1 moves on for every client. Rows "
                                      "that were acknowledged cannot be fetched again.")
                                .arg(profile.destination) };
    nameProduction(question, profile);
    question.answers = { { cancelText(), Kind::Cancel },
                         { Words::tr("Acknowledge %n batches", nullptr, count), Kind::Danger } };
    return decide(interaction, parent, question);
}

Decision clear(Interaction &interaction, QWidget *parent, qint64 rows)
{
    Question question;
    question.icon = u"clear"_s;
    question.headline = Words::tr("Clear %n rows?", nullptr, static_cast<int>(rows));
    question.paragraphs
        = { Words::tr("They go from this window and its memory; nothing changes on the server. "
                      "Export them first if they are needed.") };
    question.answers = { { cancelText(), Kind::Cancel }, { Words::tr("Clear"), Kind::Danger } };
    return decide(interaction, parent, question);
}

Decision removeFilter(Interaction &interaction, QWidget *parent, const QString &name)
{
    Question question;
    question.icon = u"bookmark"_s;
    question.headline = Words::tr("Remove the saved filter?");
    question.paragraphs = { name };
    question.answers = { { cancelText(), Kind::Cancel }, { Words::tr("Remove"), Kind::Danger } };
    return decide(interaction, parent, question);
}

std::optional<Leave> leave(Interaction &interaction, QWidget *parent, const BatchLedger &ledger,
                           const ConnectionProfile &profile)
{
    const auto unacked = unackedOf(ledger);
    Question question;
    question.icon = u"warn"_s;
    question.headline = Words::tr("Leave with %n un-acked batches?", nullptr, unacked.batches);
    question.paragraphs
        = { Words::tr("%1 were read but not acknowledged.")
                .arg(whichBatches(unacked, ledger.unackedBytes())),
            Words::tr("Roll back: the server hands them out again. Leave them un-acked: they stay "
                      "with client %1 until it connects again, and fill the server's buffer.")
                .arg(profile.clientId) };
    nameProduction(question, profile);
    question.warning = rewindsOthers(profile.destination);
    question.answers = { { cancelText(), Kind::Cancel },
                         { Words::tr("Leave them un-acked"), Kind::Plain },
                         { Words::tr("Roll back"), Kind::Primary } };
    const auto answer = interaction.ask(parent, question);
    if (answer == cancelOf(question))
        return {};
    return question.answers[answer].kind == Kind::Primary ? Leave::GiveBack : Leave::Keep;
}

void tell(Interaction &interaction, QWidget *parent, const QString &headline, const QString &text)
{
    const Question question { u"warn"_s, headline, { text },
                              {},        {},       { { Words::tr("Close"), Kind::Cancel } } };
    interaction.ask(parent, question);
}

} // namespace canal::questions
