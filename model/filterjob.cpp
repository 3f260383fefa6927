// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "model/filterjob.h"

#include <memory>

namespace canal {

void FilterJob::start(const EventSnapshot &rows, const RowFilter &filter, std::uint32_t from,
                      std::uint32_t to)
{
    m_scan.start(from, to, [rows, filter, from](const std::stop_token &started) {
        return [scan = std::make_shared<RowScan>(rows, filter, from, started)](
                   std::uint32_t first, std::uint32_t last, const std::stop_token &stop) {
            return scan->matching(first, last, stop);
        };
    });
}

} // namespace canal
