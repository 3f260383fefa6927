// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/ackcontrols.h"

#include "model/rowsummary.h"

using namespace Qt::StringLiterals;

namespace canal {

AckControls::AckControls(const SessionModels &models, QObject *parent)
    : QObject(parent)
    , m_models(models)
{
    constexpr int notifyMs = 50;
    m_notify.setSingleShot(true);
    m_notify.setInterval(notifyMs);
    connect(&m_notify, &QTimer::timeout, this, &AckControls::changed);
}

void AckControls::setSession(std::optional<AccessMode> mode)
{
    if (m_ledger != nullptr)
        disconnect(m_ledger, nullptr, this, nullptr);
    m_ledger = m_models.ledger();
    if (m_ledger != nullptr) {
        connect(m_ledger, &BatchLedger::batchAdded, this, &AckControls::refresh);
        connect(m_ledger, &BatchLedger::statesChanged, this, &AckControls::refresh);
        connect(m_ledger, &BatchLedger::cleared, this, &AckControls::refresh);
    }
    m_mode = mode;
    m_here.reset();
    m_rowsOfBatch.clear();
    emit changed();
}

void AckControls::setState(ClientState state)
{
    m_state = state;
    emit changed();
}

void AckControls::setHere(std::optional<quint32> batch)
{
    if (batch == m_here)
        return;
    m_here = batch;
    emit changed();
}

void AckControls::refresh()
{
    const auto *ledger = m_models.ledger();
    const auto known = ledger != nullptr ? ledger->size() : 0;
    if (m_here && *m_here >= known)
        m_here.reset();
    if (m_rowsOfBatch.size() > known)
        m_rowsOfBatch.clear();
    if (!m_notify.isActive())
        m_notify.start();
}

void AckControls::perform(Step step)
{
    if (!reasonAgainst(step).isEmpty())
        return;
    if (step == Step::RollBack)
        emit rollbackWanted();
    else
        emit ackRequested(*target(step));
}

// ---- what may be done

std::optional<quint32> AckControls::newestUnacked() const
{
    const auto &ledger = *m_models.ledger();
    for (auto i = ledger.size(); i > 0; --i)
        if (ledger.at(i - 1).state == BatchState::Unacked)
            return i - 1;
    return {};
}

std::optional<quint32> AckControls::target(Step step) const
{
    if (m_models.ledger() == nullptr || m_models.ledger()->unackedCount() == 0)
        return {};
    switch (step) {
    case Step::Next:
        return m_models.ledger()->oldestUnacked();
    case Step::UpToHere:
        return m_here;
    case Step::All:
    case Step::RollBack:
        break;
    }
    return newestUnacked();
}

QString AckControls::reasonAgainst(Step step) const
{
    if (!m_mode || m_models.ledger() == nullptr)
        return tr("Not connected.");
    switch (*m_mode) {
    case AccessMode::Peek:
        return tr("Peek never acknowledges, and gives everything back when it leaves. Connect in "
                  "Manual ack mode to ack or roll back yourself.");
    case AccessMode::Auto:
        return tr("Auto-ack acknowledges every batch by itself.");
    case AccessMode::Manual:
        break;
    }
    if (m_state != ClientState::Streaming)
        return tr("There is no connection to the server at the moment.");
    if (m_models.ledger()->unackedCount() == 0)
        return tr("No batch is un-acked.");
    if (step == Step::RollBack)
        return {};
    const auto last = target(step);
    if (!last)
        return tr("Select an un-acked batch, or a row of one.");
    return reasonAgainstUpTo(*last);
}

QString AckControls::reasonAgainstUpTo(quint32 batch) const
{
    const auto &ledger = *m_models.ledger();
    if (!ledger.ackUpTo(batch))
        return tr("Batch %1 is not un-acked any more.").arg(idOf(batch));
    for (auto i = *ledger.oldestUnacked(); i <= batch; ++i)
        if (ledger.at(i).state == BatchState::Unacked && ledger.at(i).unreadable > 0)
            return tr("Batch %1 has entries that cannot be read; an ack would lose them.")
                .arg(idOf(i));
    return {};
}

std::optional<std::pair<quint32, quint32>> AckControls::rangeToHere() const
{
    if (!reasonAgainst(Step::UpToHere).isEmpty())
        return {};
    return std::pair { *m_models.ledger()->oldestUnacked(), *m_here };
}

// ---- what it covers

// Rows that the table shows when nothing is filtered; counted once per batch.
qint64 AckControls::rowsOf(quint32 batch) const
{
    const auto rows = m_models.store()->snapshot();
    while (m_rowsOfBatch.size() <= batch) {
        const auto &entry = m_models.ledger()->at(static_cast<quint32>(m_rowsOfBatch.size()));
        qint64 count = 0;
        if (entry.rows == 0 || !rows.contains(entry.firstRow)) {
            count = entry.events; // cleared: how many of them were annotations is not known now
        } else {
            for (quint32 i = 0; i < entry.rows; ++i)
                count += isListed(rows.kind(RowId { raw(entry.firstRow) + i })) ? 1 : 0;
        }
        m_rowsOfBatch.push_back(count);
    }
    return m_rowsOfBatch[batch];
}

AckControls::Cover AckControls::cover(quint32 upTo) const
{
    Cover cover;
    const auto &ledger = *m_models.ledger();
    const auto &shownRows = m_models.rows();
    for (auto i = ledger.oldestUnacked().value_or(upTo + 1); i <= upTo; ++i) {
        const auto &batch = ledger.at(i);
        if (batch.state != BatchState::Unacked)
            continue;
        const auto first = raw(batch.firstRow);
        const int before = first > 0 ? shownRows.visibleRow(RowId { first - 1 }) : -1;
        const int last
            = batch.rows > 0 ? shownRows.visibleRow(RowId { first + batch.rows - 1 }) : before;
        const auto rows = rowsOf(i);
        ++cover.batches;
        cover.rows += rows;
        cover.hidden += std::max<qint64>(0, rows - (last - before));
    }
    return cover;
}

// ---- words

QString AckControls::idOf(quint32 batch) const
{
    return QString::number(raw(m_models.ledger()->at(batch).id));
}

QString AckControls::textOf(Step step) const
{
    const auto last = target(step);
    switch (step) {
    case Step::Next:
        return last ? tr("Ack next (%1)").arg(idOf(*last)) : tr("Ack next");
    case Step::UpToHere:
        if (const auto range = rangeToHere())
            return range->first == range->second
                ? tr("Ack up to here (%1)").arg(idOf(range->second))
                : tr("Ack up to here (%1 … %2)").arg(idOf(range->first), idOf(range->second));
        return tr("Ack up to here");
    case Step::All:
        return tr("Ack all");
    case Step::RollBack:
        break;
    }
    const auto count = last ? static_cast<int>(m_models.ledger()->unackedCount()) : 0;
    return count > 0 ? tr("Roll back all %n un-acked…", nullptr, count)
                     : tr("Roll back all un-acked…");
}

QString AckControls::coverText(Step step) const
{
    const auto covered = cover(*target(step));
    const auto rows = static_cast<int>(covered.rows);
    auto text = step == Step::RollBack ? tr("gives %n rows back; they come again", nullptr, rows)
                                       : tr("acks %n rows", nullptr, rows);
    if (covered.hidden > 0)
        text += m_models.isFiltered() && !m_models.rows().isFrozen()
            ? tr(", %1 hidden by the filter").arg(grouped(covered.hidden))
            : tr(", %1 not shown").arg(grouped(covered.hidden));
    return text;
}

AckControls::Option AckControls::option(Step step) const
{
    const auto reason = reasonAgainst(step);
    return { reason.isEmpty(), textOf(step), reason.isEmpty() ? coverText(step) : reason };
}

} // namespace canal
