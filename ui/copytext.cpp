// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/copytext.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <vector>

namespace canal {

static constexpr qint64 mostRows = 100'000;

static QString cellText(const QModelIndex &index)
{
    auto text = index.data(Qt::DisplayRole).toString();
    for (auto &c : text)
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    return text;
}

CopiedText copiedText(const QTableView &table)
{
    const auto &selection = *table.selectionModel();
    auto ranges = selection.selection();
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    std::vector<int> rows;
    CopiedText copied;
    for (const auto &range : std::as_const(ranges)) {
        copied.selected += range.height();
        for (int row = range.top();
             row <= range.bottom() && static_cast<qint64>(rows.size()) < mostRows; ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    const auto &header = *table.horizontalHeader();
    for (const int row : rows) {
        QStringList cells;
        for (int visual = 0; visual < header.count(); ++visual) {
            const int column = header.logicalIndex(visual);
            const auto index = table.model()->index(row, column);
            if (!table.isColumnHidden(column) && selection.isSelected(index))
                cells.append(cellText(index));
        }
        copied.text += cells.join(u'\t') + u'\n';
        ++copied.rows;
    }
    return copied;
}

} // namespace canal
