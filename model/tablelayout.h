// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/columntemplate.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

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

    ~TableLayout()
    {
        for (auto &group : m_groups)
            delete group.load(std::memory_order_relaxed); // NOLINT(cppcoreguidelines-owning-memory)
    }
    TableLayout() = default;
    TableLayout(const TableLayout &) = delete;
    TableLayout &operator=(const TableLayout &) = delete;

    // Any thread; null: not seen yet.
    const LayoutColumn *column(std::uint32_t index) const
    {
        const auto *group = m_groups[index / perGroup].load(std::memory_order_acquire);
        return group == nullptr ? nullptr
                                : (*group)[index % perGroup].load(std::memory_order_acquire);
    }
    // The writer's.
    void add(std::unique_ptr<LayoutColumn> column)
    {
        const auto index = static_cast<std::uint32_t>(column->index);
        auto &group = m_groups[index / perGroup];
        if (group.load(std::memory_order_relaxed) == nullptr)
            group.store(new Group(),
                        std::memory_order_release); // NOLINT(cppcoreguidelines-owning-memory)
        (*group.load(std::memory_order_relaxed))[index % perGroup].store(column.get(),
                                                                         std::memory_order_release);
        m_columns.push_back(std::move(column));
        m_end = std::max(m_end, index + 1);
    }
    // The number of columns when they are those from 0 on; otherwise 0. The writer's.
    std::size_t contiguousColumns() const { return m_end == m_columns.size() ? m_end : 0; }
    template <typename F>
    void forEachColumn(const F &visit) const
    {
        for (const auto &slot : m_groups)
            if (const auto *group = slot.load(std::memory_order_acquire); group != nullptr)
                for (const auto &column : *group)
                    if (const auto *known = column.load(std::memory_order_acquire);
                        known != nullptr)
                        visit(*known);
    }

private:
    static constexpr std::uint32_t perGroup = 64;
    using Group = std::array<std::atomic<const LayoutColumn *>, perGroup>;

    std::array<std::atomic<Group *>, mostColumns / perGroup> m_groups {};
    std::vector<std::unique_ptr<LayoutColumn>> m_columns; // owns them
    std::uint32_t m_end = 0; // after the last column
};

} // namespace canal
