// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterlibrary.h"

#include "model/filtertext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

const auto groupMark = u" // "_s;
constexpr int fileVersion = 1;

bool isFilter(const QString &text)
{
    return !text.trimmed().isEmpty() && text.size() <= FilterLibrary::mostChars
        && parseFilter(text);
}

QList<RecentFilter> recentFrom(const QJsonArray &array)
{
    QList<RecentFilter> filters;
    for (const auto &value : array) {
        const auto object = value.toObject();
        RecentFilter filter { object[u"filter"_s].toString(),
                              QDateTime::fromString(object[u"used"_s].toString(), Qt::ISODate) };
        if (isFilter(filter.text) && filters.size() < FilterLibrary::mostRecent)
            filters.append(std::move(filter));
    }
    return filters;
}

QList<SavedFilter> savedFrom(const QJsonArray &array)
{
    QList<SavedFilter> filters;
    for (const auto &value : array) {
        const auto object = value.toObject();
        SavedFilter filter { cleanFilterName(object[u"name"_s].toString()),
                             object[u"filter"_s].toString() };
        const bool isNew
            = std::ranges::find(filters, filter.name, &SavedFilter::name) == filters.end();
        if (isNew && !filter.name.isEmpty() && isFilter(filter.text)
            && filters.size() < FilterLibrary::mostSaved)
            filters.append(std::move(filter));
    }
    return filters;
}

} // namespace

QString cleanFilterName(const QString &name)
{
    QStringList parts;
    for (const auto &part : name.split(u"//"_s))
        if (const auto clean = part.simplified(); !clean.isEmpty())
            parts.append(clean);
    const auto result = parts.join(groupMark);
    return result.size() <= FilterLibrary::mostNameChars ? result : QString();
}

QString SavedFilter::group() const
{
    const auto at = name.indexOf(groupMark);
    return at < 0 ? QString() : name.first(at);
}

QString SavedFilter::title() const
{
    const auto at = name.indexOf(groupMark);
    return at < 0 ? name : name.sliced(at + groupMark.size());
}

// ---- recent

void FilterLibrary::use(const QString &text)
{
    const auto used = text.trimmed();
    if (!isFilter(used))
        return;
    m_recent.removeIf([&](const RecentFilter &filter) { return filter.text == used; });
    m_recent.prepend({ used, QDateTime::currentDateTimeUtc() });
    if (m_recent.size() > mostRecent)
        m_recent.removeLast();
    emit changed();
}

void FilterLibrary::forget(const QString &text)
{
    if (m_recent.removeIf([&](const RecentFilter &filter) { return filter.text == text; }) > 0)
        emit changed();
}

void FilterLibrary::clearRecent()
{
    m_recent.clear();
    emit changed();
}

// ---- saved

qsizetype FilterLibrary::placeOf(const QString &name) const
{
    const auto at = std::ranges::find(m_saved, name, &SavedFilter::name);
    return at == m_saved.end() ? -1 : at - m_saved.begin();
}

std::optional<SavedFilter> FilterLibrary::named(const QString &name) const
{
    const auto at = placeOf(cleanFilterName(name));
    return at < 0 ? std::nullopt : std::optional(m_saved[at]);
}

FilterLibrary::Change FilterLibrary::save(const SavedFilter &filter)
{
    const SavedFilter clean { cleanFilterName(filter.name), filter.text.trimmed() };
    if (clean.name.isEmpty())
        return Change::BadName;
    if (!isFilter(clean.text))
        return Change::BadFilter;
    if (const auto at = placeOf(clean.name); at >= 0)
        m_saved[at] = clean;
    else if (m_saved.size() >= mostSaved)
        return Change::Full;
    else
        m_saved.append(clean);
    emit changed();
    return Change::Done;
}

FilterLibrary::Change FilterLibrary::rename(const QString &name, const QString &newName)
{
    const auto clean = cleanFilterName(newName);
    const auto at = placeOf(name);
    if (clean.isEmpty() || at < 0)
        return Change::BadName;
    if (clean == name)
        return Change::Done;
    const auto other = placeOf(clean);
    m_saved[at].name = clean;
    if (other >= 0)
        m_saved.removeAt(other);
    emit changed();
    return Change::Done;
}

void FilterLibrary::remove(const QString &name)
{
    if (const auto at = placeOf(name); at >= 0) {
        m_saved.removeAt(at);
        emit changed();
    }
}

// ---- file

QByteArray FilterLibrary::toJson() const
{
    QJsonArray recentFilters;
    for (const auto &filter : m_recent)
        recentFilters.append(QJsonObject { { u"filter"_s, filter.text },
                                           { u"used"_s, filter.usedAt.toString(Qt::ISODate) } });
    QJsonArray savedFilters;
    for (const auto &filter : m_saved)
        savedFilters.append(
            QJsonObject { { u"name"_s, filter.name }, { u"filter"_s, filter.text } });
    return QJsonDocument(QJsonObject { { u"version"_s, fileVersion },
                                       { u"recent"_s, recentFilters },
                                       { u"saved"_s, savedFilters } })
        .toJson();
}

Result<Ok, QString> FilterLibrary::restore(const QByteArray &json)
{
    QJsonParseError error;
    const auto root = QJsonDocument::fromJson(json, &error).object();
    if (error.error != QJsonParseError::NoError)
        return Failure { error.errorString() };
    if (root[u"version"_s].toInt() != fileVersion)
        return Failure { tr("another version of the program wrote it") };
    m_recent = recentFrom(root[u"recent"_s].toArray());
    m_saved = savedFrom(root[u"saved"_s].toArray());
    emit changed();
    return Ok {};
}

} // namespace canal
