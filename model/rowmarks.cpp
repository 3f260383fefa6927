// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/rowmarks.h"

#include <algorithm>

namespace canal {

RowMarks::RowMarks(QObject *parent)
    : QObject(parent)
    , m_rows(std::make_shared<const Rows>())
{ }

std::optional<MarkSign> RowMarks::sign(RowId row) const
{
    const auto at = std::ranges::lower_bound(*m_rows, row);
    if (at == m_rows->end() || *at != row)
        return {};
    return m_signs[static_cast<std::size_t>(at - m_rows->begin())];
}

QString RowMarks::note(RowId row) const
{
    const auto found = m_notes.find(row);
    return found != m_notes.end() && sign(row) ? found->second : QString();
}

bool RowMarks::areAllMarked(const Rows &rows) const { return std::ranges::includes(*m_rows, rows); }

void RowMarks::replace(Rows rows, std::vector<MarkSign> signs)
{
    m_rows = std::make_shared<const Rows>(std::move(rows));
    m_signs = std::move(signs);
}

void RowMarks::mark(const Rows &rows, MarkSign sign)
{
    if (rows.empty())
        return;
    Rows all;
    all.reserve(m_rows->size() + rows.size());
    std::ranges::set_union(*m_rows, rows, std::back_inserter(all));
    std::vector<MarkSign> signs;
    signs.reserve(all.size());
    std::size_t before = 0; // in m_rows
    auto added = rows.begin();
    for (const auto row : all) {
        const bool isNew = added != rows.end() && *added == row;
        const bool wasThere = before < m_rows->size() && (*m_rows)[before] == row;
        signs.push_back(isNew ? sign : m_signs[before]);
        added += isNew ? 1 : 0;
        before += wasThere ? 1 : 0;
    }
    replace(std::move(all), std::move(signs));
    emit changed(raw(rows.front()), raw(rows.back()));
}

void RowMarks::unmark(const Rows &rows)
{
    if (rows.empty())
        return;
    Rows left;
    std::vector<MarkSign> signs;
    auto removed = rows.begin();
    for (std::size_t i = 0; i < m_rows->size(); ++i) {
        const auto row = (*m_rows)[i];
        removed = std::lower_bound(removed, rows.end(), row);
        if (removed != rows.end() && *removed == row)
            continue;
        left.push_back(row);
        signs.push_back(m_signs[i]);
    }
    replace(std::move(left), std::move(signs));
    emit changed(raw(rows.front()), raw(rows.back()));
}

void RowMarks::setNote(RowId row, const QString &note)
{
    if (note.isEmpty())
        m_notes.erase(row);
    else
        m_notes[row] = note;
    mark({ row }, sign(row).value_or(MarkSign::Star));
}

void RowMarks::forgetBefore(RowId row)
{
    m_notes.erase(m_notes.begin(), m_notes.lower_bound(row));
    const auto first = std::ranges::lower_bound(*m_rows, row);
    if (first == m_rows->begin())
        return;
    const auto gone = Rows(m_rows->begin(), first);
    unmark(gone);
}

void RowMarks::clear()
{
    m_notes.clear();
    const auto all = rows();
    unmark(*all);
}

} // namespace canal
