// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/diffmodel.h"
#include "model/timelinemodel.h"

namespace canal {

// The versions of a TimelineModel side by side: a line per database column, a column per version.
// Values are read when they are shown. GUI thread; no colours.
class TimelineMatrix : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ContentRole = Qt::UserRole, // canal::DiffModel::Content, as int
        ChangedRole, // this version changed the column
    };

    explicit TimelineMatrix(const TimelineModel &versions, QObject *parent = nullptr);

    void setChangedOnly(bool changedOnly); // lines of columns that no UPDATE changed are left out
    bool changedOnly() const { return m_changedOnly; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation,
                        int role = Qt::DisplayRole) const override;

private:
    struct Cell
    {
        DiffModel::Content content = DiffModel::Content::NoRow;
        QString text;
    };

    void rebuild();
    Cell cellAt(const QModelIndex &index) const;
    const ColumnView *columnAt(const RowVersion &version, const std::string &name) const;

    const TimelineModel &m_versions;
    std::vector<std::string> m_lines;
    int m_columns = 0;
    bool m_changedOnly = true;
    mutable RowImage m_image; // of m_imageRow
    mutable std::optional<RowId> m_imageRow;
    mutable ValueDecoder m_decoder;
};

} // namespace canal
