// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QDateTime>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

namespace canal {

struct RecentFilter
{
    QString text;
    QDateTime usedAt;
};

struct SavedFilter
{
    QString name; // "Big orders", or "Group // Big orders"
    QString text;

    QString group() const; // empty: in none
    QString title() const; // the name without its group

    bool operator==(const SavedFilter &) const = default;
};

// The display filters that the user may want again: the latest, and those that were given a name.
// Only what can be read is kept. Texts may hold values of production data: whoever writes toJson()
// to a disk makes the file the user's alone (app/settings: 0600). GUI thread.
class FilterLibrary : public QObject
{
    Q_OBJECT

public:
    static constexpr qsizetype mostRecent = 20;
    static constexpr qsizetype mostSaved = 200;
    static constexpr qsizetype mostChars = 1000; // of a text
    static constexpr qsizetype mostNameChars = 80;

    using QObject::QObject;

    const QList<RecentFilter> &recent() const { return m_recent; } // the newest first
    const QList<SavedFilter> &saved() const { return m_saved; } // as the user made them
    std::optional<SavedFilter> named(const QString &name) const;

    void use(const QString &text);
    void forget(const QString &text);
    void clearRecent();

    enum class Change { Done, BadName, BadFilter, Full };
    Change save(const SavedFilter &filter); // in place of the one with that name
    // Another with the new name goes.
    Change rename(const QString &name, const QString &newName);
    void remove(const QString &name);

    QByteArray toJson() const;
    Result<Ok, QString> restore(const QByteArray &json); // on failure nothing has changed

signals:
    void changed();

private:
    qsizetype placeOf(const QString &name) const; // -1: not there

    QList<RecentFilter> m_recent;
    QList<SavedFilter> m_saved;
};

// "A//b" and " A  // b " are "A // b"; empty when there is no title.
QString cleanFilterName(const QString &name);

} // namespace canal
