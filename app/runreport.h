// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/networkworker.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace canal {

// How much a headless run has done and how fast, for --report. Counts the batches whose rows were
// written, the last one also when --max-rows cut it; what was fetched ahead and given back counts
// nothing. Any one thread.
class RunReport
{
public:
    using Clock = std::chrono::steady_clock;

    void batchTaken(const BatchArrival &arrival, quint32 entries);
    void rowsWritten(quint64 lines, Clock::time_point at);
    void ackSent(Clock::time_point at);

    // One JSON object on a line of its own. The memory is this process's highest until now.
    QByteArray toJson() const;

private:
    void endedAt(Clock::time_point at);

    quint64 m_rows = 0;
    quint64 m_entries = 0;
    quint64 m_batches = 0;
    qint64 m_wireBytes = 0;
    qint64 m_storeBytes = 0; // the most
    std::optional<Clock::time_point> m_start;
    std::optional<Clock::time_point> m_end;
};

} // namespace canal
