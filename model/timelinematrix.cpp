// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/timelinematrix.h"

#include "model/csvwriter.h"
#include "model/rowsummary.h"

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace canal {

// A header paints what it is given.
static QString printable(QString name)
{
    for (auto &c : name)
        if (!c.isPrint())
            c = QChar::ReplacementCharacter;
    return name;
}

TimelineMatrix::TimelineMatrix(const TimelineModel &versions, QObject *parent)
    : QAbstractTableModel(parent)
    , m_versions(versions)
{
    connect(&versions, &TimelineModel::modelAboutToBeReset, this, [this] {
        beginResetModel();
        m_lines.clear();
        m_columns = 0;
        m_imageRow.reset();
        endResetModel();
    });
    connect(&versions, &TimelineModel::dataChanged, this, [this] {
        if (m_columns > 0)
            emit headerDataChanged(Qt::Horizontal, 0, m_columns - 1);
    });
    connect(&versions, &TimelineModel::changed, this, [this] {
        if (m_columns != m_versions.rowCount())
            rebuild();
    });
    rebuild();
}

void TimelineMatrix::setChangedOnly(bool changedOnly)
{
    m_changedOnly = changedOnly;
    rebuild();
}

void TimelineMatrix::rebuild()
{
    beginResetModel();
    m_columns = m_versions.rowCount();
    m_lines = m_versions.columns();
    if (m_changedOnly) {
        std::set<std::string_view> changed;
        for (int i = 0; i < m_columns; ++i)
            changed.insert(m_versions.version(i).changed.begin(),
                           m_versions.version(i).changed.end());
        std::erase_if(m_lines, [&](const std::string &name) { return !changed.contains(name); });
    }
    endResetModel();
}

int TimelineMatrix::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int TimelineMatrix::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

QVariant TimelineMatrix::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (role != Qt::DisplayRole)
        return {};
    if (orientation == Qt::Horizontal)
        return m_versions.index(section, TimelineModel::TimeColumn).data();
    return printable(shown(m_lines[static_cast<std::size_t>(section)], 64));
}

const ColumnView *TimelineMatrix::columnAt(const RowVersion &version, const std::string &name) const
{
    if (m_imageRow != version.row)
        m_versions.store()->snapshot().read(version.row, m_image);
    m_imageRow = version.row;
    return columnNamed(name, m_image.after(), 0);
}

TimelineMatrix::Cell TimelineMatrix::cellAt(const QModelIndex &index) const
{
    using Content = DiffModel::Content;
    const auto &version = m_versions.version(index.column());
    if (version.isStatement || version.event == EventType::Delete)
        return { Content::NoRow, {} };
    const auto *column = columnAt(version, m_lines[static_cast<std::size_t>(index.row())]);
    if (column == nullptr)
        return { Content::NotInImage, tr("not in row image") };
    if (column->isNull)
        return { Content::Null, u"NULL"_s };
    std::string text;
    m_decoder.append(headOf(*column, m_decoder, RowSummary::mostChars), ValueStyle::Display, text);
    if (text.empty())
        return { Content::Empty, u"''"_s };
    return { Content::Value, shown(text).simplified() };
}

QVariant TimelineMatrix::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return cellAt(index).text;
    case ContentRole:
        return static_cast<int>(cellAt(index).content);
    case ChangedRole: {
        const auto &version = m_versions.version(index.column());
        const auto &name = m_lines[static_cast<std::size_t>(index.row())];
        return std::ranges::find(version.changed, name) != version.changed.end();
    }
    default:
        return {};
    }
}

} // namespace canal
