// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <algorithm>
#include <optional>
#include <vector>

// What became of batches, for threads that must not ask the ledger. Plain C++20.
namespace canal {

enum class BatchState : std::uint8_t {
    Unacked,
    AckSent, // success is silent, so it is not yet known
    Confirmed, // the next answered request came without an error before it (R4)
    Failed, // the server refused the ack
    RolledBack, // will come again under another id
    Lost, // the connection ended first: may come again
};

// The states of batches at one moment, by row. A value: it does not follow the ledger.
class BatchStates
{
public:
    // Batches come in the order of their rows; those without rows are left out.
    void add(RowId firstRow, std::uint32_t rows, BatchState state)
    {
        if (rows > 0)
            m_batches.push_back({ firstRow, rows, state });
    }
    std::optional<BatchState> of(RowId row) const
    {
        const auto after = std::ranges::upper_bound(m_batches, row, {}, &Batch::firstRow);
        if (after == m_batches.begin())
            return {};
        const auto &batch = *std::prev(after);
        if (raw(row) - raw(batch.firstRow) >= batch.rows)
            return {};
        return batch.state;
    }

private:
    struct Batch
    {
        RowId firstRow;
        std::uint32_t rows;
        BatchState state;
    };

    std::vector<Batch> m_batches;
};

} // namespace canal
