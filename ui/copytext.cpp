// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/copytext.h"

#include "model/csvwriter.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace canal {
namespace {

constexpr qint64 mostRows = 100'000;

QString oneLine(QString text)
{
    for (auto &c : text)
        if (c == u'\t' || c == u'\n' || c == u'\r')
            c = u' ';
    return text;
}

QString lineOf(QStringList cells, CopyStyle style)
{
    if (style != CopyStyle::Markdown)
        return cells.join(u'\t') + u'\n';
    for (auto &cell : cells)
        cell.replace(u'\\', u"\\\\"_s).replace(u'|', u"\\|"_s);
    return u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
}

QString headerOf(const QTableView &table, CopyStyle style)
{
    if (style == CopyStyle::Cells)
        return {};
    const auto &header = *table.horizontalHeader();
    QStringList names;
    for (int visual = 0; visual < header.count(); ++visual)
        if (const int column = header.logicalIndex(visual); !table.isColumnHidden(column))
            names.append(oneLine(table.model()->headerData(column, Qt::Horizontal).toString()));
    auto lines = lineOf(names, style);
    if (style == CopyStyle::Markdown)
        lines += u'|' + u"---|"_s.repeated(names.size()) + u'\n';
    return lines;
}

// Each once, in order.
std::vector<int> selectedRows(const QItemSelection &selection)
{
    auto ranges = selection;
    std::ranges::sort(ranges, {}, &QItemSelectionRange::top);
    std::vector<int> rows;
    for (const auto &range : std::as_const(ranges))
        for (int row = range.top();
             row <= range.bottom() && static_cast<qint64>(rows.size()) < mostRows; ++row)
            rows.push_back(row);
    std::ranges::sort(rows);
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

} // namespace

CopiedText copiedText(const QTableView &table, CopyStyle style)
{
    const auto &selection = *table.selectionModel();
    const auto ranges = selection.selection();
    CopiedText copied;
    for (const auto &range : ranges)
        copied.selected += range.height();
    const auto &header = *table.horizontalHeader();
    for (const int row : selectedRows(ranges)) {
        QStringList cells;
        for (int visual = 0; visual < header.count(); ++visual) {
            const int column = header.logicalIndex(visual);
            const auto index = table.model()->index(row, column);
            if (!table.isColumnHidden(column) && selection.isSelected(index))
                cells.append(oneLine(index.data().toString()));
        }
        copied.text += lineOf(cells, style);
        ++copied.rows;
    }
    if (copied.rows > 0)
        copied.text.prepend(headerOf(table, style));
    return copied;
}

CopiedText copiedCsv(const EventSnapshot &rows, std::span<const RowId> selected)
{
    CopiedText copied;
    copied.selected = static_cast<qint64>(selected.size());
    CsvWriter writer(ValueStyle::Decoded);
    std::string lines(CsvWriter::header());
    for (const auto row : selected.first(std::min<std::size_t>(selected.size(), mostRows))) {
        writer.appendLine(rows, row, lines);
        ++copied.rows;
    }
    copied.text = QString::fromStdString(lines);
    return copied;
}

} // namespace canal
