// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/timelinescan.h"

#include "model/csvwriter.h"

#include <algorithm>
#include <iterator>

namespace canal {

std::optional<RowKey> RowKey::of(const EventSnapshot &rows, RowId row)
{
    if (rows.kind(row) != RowKind::Row)
        return {};
    RowImage image;
    rows.read(row, image);
    RowKey key { rows.tableName(rows.table(row)), {} };
    for (const auto &column : keySide(image))
        if (column.isKey && !column.isNull)
            key.parts.push_back({ std::string(column.name), std::string(column.value) });
    if (key.parts.empty())
        return {};
    return key;
}

void append(FoundVersions &to, FoundVersions &&found)
{
    std::ranges::move(found.versions, std::back_inserter(to.versions));
    std::ranges::move(found.columns, std::back_inserter(to.columns));
    to.repeated += found.repeated;
}

TimelineScan::TimelineScan(const EventSnapshot &rows, const TimelineQuery &query,
                           std::uint32_t from, const std::stop_token &stop)
    : m_rows(rows)
    , m_key(query.key)
    , m_seen(query.seen)
    , m_scan(rows, query.candidates, from, stop)
    , m_statements(rows, m_key.table)
{ }

// A key column that an UPDATE did not log after the change is as it was before.
bool TimelineScan::hasKey(const Columns &columns, const Columns &fallback) const
{
    return std::ranges::all_of(m_key.parts, [&](const RowKey::Part &part) {
        const auto *column = columnNamed(part.column, columns, 0);
        if (column == nullptr)
            column = columnNamed(part.column, fallback, 0);
        return column != nullptr && !column->isNull && column->value == part.value;
    });
}

std::string TimelineScan::keyText(const Columns &columns)
{
    constexpr std::size_t mostBytes = 100;
    std::string text;
    for (const auto &column : columns) {
        if (!column.isKey || text.size() > mostBytes)
            continue;
        if (!text.empty())
            text += ", ";
        auto head = column;
        head.value = head.value.substr(0, mostBytes);
        m_decoder.append(head, ValueStyle::Display, text);
    }
    return text;
}

RowVersion TimelineScan::start(RowId row)
{
    m_rows.read(m_rows.entry(row), m_entry);
    RowVersion version;
    version.row = row;
    version.number = m_rows.number(row);
    version.timeMs = m_entry.header.executeTimeMs;
    version.event = m_rows.eventType(row);
    return version;
}

std::optional<RowVersion> TimelineScan::versionOf(RowId row)
{
    m_rows.read(row, m_image);
    const auto &before = m_image.before();
    const auto &after = m_image.after();
    const bool wasIt = hasKey(before, {});
    const bool isIt = !after.empty() && hasKey(after, before);
    if ((!wasIt && !isIt) || m_rows.tableName(m_rows.table(row)) != m_key.table)
        return {};
    auto version = start(row);
    version.columns = static_cast<std::uint32_t>(std::max(before.size(), after.size()));
    if (version.event != EventType::Update)
        return version;
    for (const auto i : changedColumns(m_image))
        version.changed.emplace_back(after[i].name);
    if (wasIt && !isIt) {
        version.keyMove = RowVersion::KeyMove::Went;
        version.otherKey = keyText(after);
    } else if (isIt && !wasIt) {
        version.keyMove = RowVersion::KeyMove::Came;
        version.otherKey = keyText(before);
    }
    return version;
}

bool TimelineScan::isRepeated(RowId row)
{
    const auto entry = m_rows.entry(row);
    const std::tuple place(m_rows.logFile(entry), m_rows.logOffset(entry), m_rows.rowInEntry(row));
    return !m_seen->places.insert(place).second && m_rows.isRedelivered(row);
}

void TimelineScan::noteColumns(FoundVersions &found)
{
    for (const auto *columns : { &m_image.before(), &m_image.after() })
        for (const auto &column : *columns)
            if (!m_seen->columns.contains(column.name)) {
                m_seen->columns.emplace(column.name);
                found.columns.emplace_back(column.name);
            }
}

FoundVersions TimelineScan::look(std::uint32_t from, std::uint32_t to, const std::stop_token &stop)
{
    FoundVersions found;
    for (const auto row : m_scan.matching(from, to, stop)) {
        auto version = m_rows.kind(row) == RowKind::Row ? versionOf(row) : std::nullopt;
        if (!version)
            continue;
        if (isRepeated(row)) {
            ++found.repeated;
            continue;
        }
        noteColumns(found);
        found.versions.push_back(*std::move(version));
    }
    for (auto at = from; at < to && !stop.stop_requested();) {
        const auto row = m_statements.first(at, to);
        if (!row)
            break;
        at = raw(*row) + 1;
        if (isRepeated(*row))
            continue;
        auto version = start(*row);
        version.isStatement = true;
        found.versions.push_back(std::move(version));
    }
    std::ranges::sort(found.versions, {}, &RowVersion::row);
    return found;
}

} // namespace canal
