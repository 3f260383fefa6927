// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/timeformat.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace canal {

static QDateTime timeIn(qint64 ms, TimeFormat::Zone zone)
{
    return QDateTime::fromMSecsSinceEpoch(ms,
                                          zone == TimeFormat::Zone::Utc ? Qt::UTC : Qt::LocalTime);
}

QString timeOfDay(qint64 ms, TimeFormat::Zone zone)
{
    return timeIn(ms, zone).toString(u"HH:mm:ss"_s);
}

QString dateAndTime(qint64 ms, TimeFormat::Zone zone)
{
    return timeIn(ms, zone).toString(u"yyyy-MM-dd HH:mm:ss t"_s);
}

QString secondsBetween(qint64 fromMs, qint64 toMs)
{
    const auto seconds = toMs / 1000 - fromMs / 1000;
    const auto sign = seconds < 0 ? u"−"_s : seconds > 0 ? u"+"_s : QString();
    const auto size = std::abs(seconds);
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    const auto two = [](qint64 number) { return u"%1"_s.arg(number, 2, 10, QChar(u'0')); };
    if (size < minute)
        return u"%1%2 s"_s.arg(sign).arg(size);
    if (size < hour)
        return u"%1%2:%3"_s.arg(sign).arg(size / minute).arg(two(size % minute));
    return u"%1%2:%3:%4"_s.arg(sign)
        .arg(size / hour)
        .arg(two(size % hour / minute), two(size % minute));
}

QString zoneName(TimeFormat::Zone zone)
{
    if (zone == TimeFormat::Zone::Utc)
        return u"UTC"_s;
    const int seconds = QDateTime::currentDateTime().offsetFromUtc();
    const int minutes = std::abs(seconds) / 60;
    auto name = u"UTC"_s + (seconds < 0 ? u'−' : u'+') + QString::number(minutes / 60);
    if (minutes % 60 != 0)
        name += u":%1"_s.arg(minutes % 60, 2, 10, QChar(u'0'));
    return name;
}

} // namespace canal
