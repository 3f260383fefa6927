// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/timecontrols.h"

#include "ui/actions.h"
#include "ui/eventtableview.h"

#include <QDataStream>
#include <QIODevice>

namespace canal {

static constexpr int streamVersion = 1;

TimeControls::TimeControls(Actions &actions, EventTableView &table, QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_table(table)
    , m_rows(table.rows())
{
    for (const auto act : { Act::TimeLocal, Act::TimeUtc, Act::TimeOfDay, Act::TimeSinceReference,
                            Act::TimeSincePrevious })
        connect(&actions[act], &QAction::triggered, this,
                [this] { m_rows.setTimeFormat(chosen()); });
    connect(&actions[Act::TimeReference], &QAction::triggered, this,
            &TimeControls::switchReference);
}

// Once more on the same row takes it away. Who sets one wants to see times from there.
void TimeControls::switchReference()
{
    const auto row = m_table.currentRow();
    const bool clears = !row || row == m_rows.timeReference();
    m_rows.setTimeReference(clears ? std::nullopt : row);
    auto format = m_rows.timeFormat();
    if (!clears)
        format.show = TimeFormat::Show::SinceReference;
    else if (format.show == TimeFormat::Show::SinceReference)
        format.show = TimeFormat::Show::TimeOfDay;
    choose(format);
}

TimeFormat TimeControls::chosen() const
{
    using Show = TimeFormat::Show;
    return { m_actions[Act::TimeUtc].isChecked() ? TimeFormat::Zone::Utc : TimeFormat::Zone::Local,
             m_actions[Act::TimeSinceReference].isChecked()      ? Show::SinceReference
                 : m_actions[Act::TimeSincePrevious].isChecked() ? Show::SincePrevious
                                                                 : Show::TimeOfDay };
}

void TimeControls::choose(const TimeFormat &format)
{
    m_actions[Act::TimeLocal].setChecked(format.zone == TimeFormat::Zone::Local);
    m_actions[Act::TimeUtc].setChecked(format.zone == TimeFormat::Zone::Utc);
    m_actions[Act::TimeOfDay].setChecked(format.show == TimeFormat::Show::TimeOfDay);
    m_actions[Act::TimeSinceReference].setChecked(format.show == TimeFormat::Show::SinceReference);
    m_actions[Act::TimeSincePrevious].setChecked(format.show == TimeFormat::Show::SincePrevious);
    m_rows.setTimeFormat(format);
}

QByteArray TimeControls::save() const
{
    const auto &format = m_rows.timeFormat();
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << streamVersion << static_cast<quint8>(format.zone) << static_cast<quint8>(format.show);
    return bytes;
}

void TimeControls::restore(const QByteArray &state)
{
    QDataStream stream(state);
    int version = 0;
    quint8 zone = 0;
    quint8 show = 0;
    stream >> version >> zone >> show;
    if (stream.status() != QDataStream::Ok || version != streamVersion
        || zone > static_cast<quint8>(TimeFormat::Zone::Utc)
        || show > static_cast<quint8>(TimeFormat::Show::SincePrevious))
        return;
    choose({ static_cast<TimeFormat::Zone>(zone), static_cast<TimeFormat::Show>(show) });
}

QString timeFormatText(const RowEventModel &rows)
{
    auto zone = zoneName(rows.timeFormat().zone);
    switch (rows.timeFormat().show) {
    case TimeFormat::Show::TimeOfDay:
        break;
    case TimeFormat::Show::SinceReference:
        if (const auto number = rows.timeReferenceNumber(); number > 0)
            return TimeControls::tr("%1 · since #%2").arg(zone).arg(number);
        return rows.timeReference() ? TimeControls::tr("%1 · since the reference").arg(zone)
                                    : TimeControls::tr("%1 · no reference").arg(zone);
    case TimeFormat::Show::SincePrevious:
        return TimeControls::tr("%1 · since the row before").arg(zone);
    }
    return zone;
}

} // namespace canal
