// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/transactionwords.h"

#include "model/rowsummary.h"

#include <QCoreApplication>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace canal {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(canal::TransactionWords)
};

EntryInfo infoOf(const EventSnapshot &rows, RowId row)
{
    EntryInfo info;
    rows.read(rows.entry(row), info);
    return info;
}

QString joined(const QStringList &parts, QStringView by)
{
    QStringList told = parts;
    told.removeAll(QString());
    return told.join(by);
}

} // namespace

QString TransactionWords::tables() const
{
    const auto &ids = m_summary.tables;
    const auto nameOf = [this](TableId id) { return m_rows.tableName(id); };
    const bool isOneSchema = std::ranges::all_of(
        ids, [&](TableId id) { return nameOf(id).schema == nameOf(ids.front()).schema; });
    QStringList names;
    for (const auto id : ids) {
        const auto &name = nameOf(id);
        names.append(isOneSchema && !name.table.empty()
                         ? shown(name.table)
                         : shown(name.schema) + u'.' + shown(name.table));
    }
    if (m_summary.hasMoreTables)
        names.append(u"…"_s);
    return names.join(u", "_s);
}

QString TransactionWords::size() const
{
    return Words::tr("%n rows", nullptr, static_cast<int>(m_summary.rows()));
}

QString TransactionWords::gtid() const
{
    const auto info = infoOf(m_rows, m_summary.begin.value_or(m_summary.first));
    return shown(currentGtid(info.header));
}

QString TransactionWords::xid() const
{
    if (!m_summary.commit)
        return {};
    const auto info = infoOf(m_rows, *m_summary.commit);
    const auto id = shown(info.transactionId);
    return id.isEmpty() || id == u"0" ? QString() : u"xid "_s + id;
}

QString TransactionWords::thread() const
{
    if (!m_summary.begin)
        return {};
    const auto info = infoOf(m_rows, *m_summary.begin);
    return info.threadId == 0 ? QString() : Words::tr("thread %1").arg(info.threadId);
}

QString TransactionWords::state() const
{
    switch (m_summary.state) {
    case TransactionSummary::State::Open:
        return Words::tr("no END yet");
    case TransactionSummary::State::Ended:
        break;
    case TransactionSummary::State::WithoutEnd:
        return Words::tr("its END was not sent");
    }
    return {};
}

QString TransactionWords::filtered(quint32 shownRows) const
{
    const auto all = m_summary.rows();
    if (shownRows >= all)
        return {};
    return Words::tr("%1 of %n rows are shown", nullptr, static_cast<int>(all))
        .arg(grouped(shownRows));
}

static QString shortGtid(const QString &gtid)
{
    const auto at = gtid.lastIndexOf(u':');
    constexpr qsizetype readable = 16;
    return at < readable ? gtid : u'…' + gtid.sliced(at);
}

QString TransactionWords::remarks(quint32 shownRows) const
{
    const auto own = gtid();
    const auto count = static_cast<int>(m_summary.batches);
    return joined({ filtered(shownRows), state(),
                    m_summary.redelivered ? Words::tr("delivered again") : QString(),
                    own.isEmpty() ? QString() : u"gtid "_s + shortGtid(own), xid(), thread(),
                    count > 1 ? Words::tr("in %n batches", nullptr, count) : QString() },
                  u" · ");
}

QString TransactionWords::batches() const
{
    const auto first = raw(infoOf(m_rows, m_summary.first).batch);
    if (m_summary.batches <= 1)
        return Words::tr("one batch (%1)").arg(first);
    const auto last = raw(infoOf(m_rows, RowId { m_summary.end - 1 }).batch);
    return Words::tr("%n batches (%1 to %2)", nullptr, static_cast<int>(m_summary.batches))
        .arg(first)
        .arg(last);
}

QString TransactionWords::sql() const
{
    return m_summary.statements == 0
        ? QString()
        : Words::tr("%n statements", nullptr, static_cast<int>(m_summary.statements));
}

QString TransactionWords::end() const
{
    return joined({ state(), size(), sql(),
                    Words::tr("%1 B").arg(grouped(static_cast<qint64>(m_summary.bytes))),
                    batches() },
                  u" · ");
}

QString TransactionWords::tip(quint32 shownRows) const
{
    const auto own = gtid();
    return joined({ tables(), size(), filtered(shownRows), sql(), state(),
                    m_summary.redelivered ? Words::tr("delivered again") : QString(),
                    own.isEmpty() ? QString() : u"GTID "_s + own, xid(), thread(),
                    Words::tr("%1 B").arg(grouped(static_cast<qint64>(m_summary.bytes))),
                    batches() },
                  u"\n");
}

QString statementText(const EventSnapshot &rows, EntryId entry, qsizetype most)
{
    EntryInfo info;
    rows.read(entry, info);
    return shown(info.sql, most);
}

} // namespace canal
