// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/clienterror.h"
#include "protocol/fetchhold.h"
#include "ui/emptystate.h"

#include <optional>

namespace canal {

// All that decides what an empty table says.
struct EmptySituation
{
    ClientState state = ClientState::Idle;
    FetchHolds holds;
    QString peer; // "10.0.0.5:11111"
    QString destination;
    std::optional<ClientError> error; // the last one of this connection
    qint64 unfilteredRows = 0;
    qint64 hiddenRows = 0; // one by one
    QString lastPoll; // "12:01:03"; empty: none was answered yet
};

EmptyState::Content emptyContent(const EmptySituation &situation);

} // namespace canal
