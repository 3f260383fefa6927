// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace canal {

// How the Time column says when a row was executed: in whole seconds, because the binlog knows no
// finer.
struct TimeFormat
{
    enum class Zone : quint8 { Local, Utc };
    enum class Show : quint8 {
        TimeOfDay,
        SinceReference, // since the reference's; TimeOfDay without one
        SincePrevious, // since the row shown before
    };

    Zone zone = Zone::Local;
    Show show = Show::TimeOfDay;

    bool operator==(const TimeFormat &) const = default;
};

QString timeOfDay(qint64 ms, TimeFormat::Zone zone); // 12:01:03
QString dateAndTime(qint64 ms, TimeFormat::Zone zone); // with its zone
// "+1 s", "−1:02:03"; 0 is "0 s".
QString secondsBetween(qint64 fromMs, qint64 toMs);
QString zoneName(TimeFormat::Zone zone); // "UTC+8", of now

} // namespace canal
