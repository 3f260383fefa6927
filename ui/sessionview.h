// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/batchledger.h"
#include "model/connectionprofile.h"
#include "model/eventstore.h"

namespace canal {

// What the window shows of a session. Store and ledger live until MainWindow::dropSession() was
// called or another session is shown.
struct SessionView
{
    const EventStore *store = nullptr;
    const BatchLedger *ledger = nullptr;
    ConnectionProfile profile;
    bool isDemo = false;
};

} // namespace canal
