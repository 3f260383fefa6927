// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/columntemplate.h"

#include <array>
#include <cstdint>
#include <memory>
#include <string>

// What the rows of one version of a table have in common. Plain C++20; written by the store's
// writer, read by any thread for columns of rows that are committed.
namespace canal {

struct LayoutColumn
{
    std::int32_t index = 0;
    bool isKey = false;
    std::string name;
    std::string mysqlType;
    std::int32_t sqlType = 0; // the usual one: real servers change it per value (S12)
    ColumnTemplate shape; // the writer's

    // The same column; its sqlType may differ.
    bool isSame(const ColumnView &column) const
    {
        return column.name == name && column.mysqlType == mysqlType && column.isKey == isKey;
    }
};

// Columns by their index. They are added when they are first seen and never change, so a table
// whose rows have few of them (binlog_row_image=MINIMAL) has one layout all the same.
class TableLayout
{
public:
    static constexpr std::uint32_t mostColumns = 4096;

    const LayoutColumn *column(std::uint32_t index) const
    {
        const auto &group = m_groups[index / perGroup];
        return group == nullptr ? nullptr : (*group)[index % perGroup].get();
    }
    void add(std::unique_ptr<LayoutColumn> column)
    {
        const auto index = static_cast<std::uint32_t>(column->index);
        auto &group = m_groups[index / perGroup];
        if (group == nullptr)
            group = std::make_unique<Group>();
        (*group)[index % perGroup] = std::move(column);
    }
    // One past the highest index; the writer's, or all when nothing is appended any more.
    template <typename F>
    void forEachColumn(F &&visit) const
    {
        for (const auto &group : m_groups)
            if (group != nullptr)
                for (const auto &column : *group)
                    if (column != nullptr)
                        visit(*column);
    }

private:
    static constexpr std::uint32_t perGroup = 64;
    using Group = std::array<std::unique_ptr<LayoutColumn>, perGroup>;

    std::array<std::unique_ptr<Group>, mostColumns / perGroup> m_groups;
};

} // namespace canal
