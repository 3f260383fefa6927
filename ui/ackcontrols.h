// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clientconfig.h"
#include "protocol/clientstate.h"
#include "ui/sessionmodels.h"

#include <QTimer>

#include <optional>
#include <vector>

namespace canal {

// What can be acked or rolled back at this moment, and if not, why not. Panel, menu and toolbar
// all ask here. Sends nothing: it says what the user wants.
class AckControls : public QObject
{
    Q_OBJECT

public:
    enum class Step { Next, UpToHere, All, RollBack };
    struct Option
    {
        bool enabled = false;
        QString text; // of a button: "Ack next (37)"
        QString tip; // what it would do, or why it cannot be done
    };
    // What an ack of some batches covers.
    struct Cover
    {
        quint32 batches = 0;
        qint64 rows = 0;
        qint64 hidden = 0; // of them: not shown
    };

    explicit AckControls(const SessionModels &models, QObject *parent = nullptr);

    void setSession(std::optional<AccessMode> mode); // none: no session
    void setState(ClientState state);
    void setHere(std::optional<quint32> batch); // the selected one
    std::optional<quint32> here() const { return m_here; }

    Option option(Step step) const;
    // The batches an ack up to here would send; none when it cannot be sent.
    std::optional<std::pair<quint32, quint32>> rangeToHere() const;

public slots:
    void ackNext() { perform(Step::Next); }
    void ackUpToHere() { perform(Step::UpToHere); }
    void ackAll() { perform(Step::All); }
    void rollBack() { perform(Step::RollBack); }
    void refresh(); // ledger or filter have changed; changed() comes a little later

signals:
    void changed();
    void ackRequested(quint32 upToBatchIndex);
    void rollbackWanted(); // not yet confirmed

private:
    void perform(Step step);
    QString reasonAgainst(Step step) const; // empty: none
    QString reasonAgainstUpTo(quint32 batch) const;
    std::optional<quint32> target(Step step) const; // the last batch it covers
    std::optional<quint32> newestUnacked() const;
    Cover cover(quint32 upTo) const;
    qint64 rowsOf(quint32 batch) const;
    QString textOf(Step step) const;
    QString coverText(Step step) const;
    QString idOf(quint32 batch) const;

    const SessionModels &m_models;
    std::optional<AccessMode> m_mode;
    ClientState m_state = ClientState::Idle;
    std::optional<quint32> m_here;
    mutable std::vector<qint64> m_rowsOfBatch; // by index in the ledger
    const BatchLedger *m_ledger = nullptr; // that is listened to
    QTimer m_notify;
};

} // namespace canal
