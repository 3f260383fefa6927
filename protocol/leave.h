// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMetaType>

namespace canal {

// How a client says goodbye.
enum class Leave {
    GiveBack, // rollback(0) if anything is un-acked, UNSUBSCRIBE if the id is ours
    Keep, // say nothing: the batches stay un-acked and the id subscribed
};

// What a server has of us after we left.
enum class Departure {
    Clean, // nothing
    MayHoldBatches, // un-acked ones, until the same id rolls them back
};

} // namespace canal

Q_DECLARE_METATYPE(canal::Leave)
Q_DECLARE_METATYPE(canal::Departure)
