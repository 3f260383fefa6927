// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "app/runreport.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace canal {

// Not getrusage(): its maximum includes the process that started us.
static qint64 peakMemoryBytes()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    constexpr qint64 kilo = 1024;
    for (const auto &line : status.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.sliced(6).trimmed().split(' ').constFirst().toLongLong() * kilo;
    return 0;
}

void RunReport::batchTaken(const BatchArrival &arrival, quint32 entries)
{
    if (!m_start)
        m_start = arrival.at;
    ++m_batches;
    m_entries += entries;
    m_wireBytes += arrival.wireBytes;
    m_storeBytes = qMax(m_storeBytes, arrival.storeBytes);
}

void RunReport::rowsWritten(quint64 lines, Clock::time_point at)
{
    m_rows = lines;
    endedAt(at);
}

void RunReport::ackSent(Clock::time_point at) { endedAt(at); }

void RunReport::endedAt(Clock::time_point at) { m_end = m_end ? qMax(*m_end, at) : at; }

QByteArray RunReport::toJson() const
{
    const double seconds
        = m_start && m_end ? std::chrono::duration<double>(*m_end - *m_start).count() : 0;
    const auto rows = static_cast<double>(m_rows);
    const QJsonObject report {
        { u"rows"_s, static_cast<qint64>(m_rows) },
        { u"entries"_s, static_cast<qint64>(m_entries) },
        { u"batches"_s, static_cast<qint64>(m_batches) },
        { u"wire_bytes"_s, m_wireBytes },
        { u"seconds"_s, seconds },
        { u"rows_per_second"_s, seconds > 0 ? rows / seconds : 0 },
        { u"peak_rss_bytes"_s, peakMemoryBytes() },
        { u"store_bytes"_s, m_storeBytes },
    };
    return QJsonDocument(report).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace canal
