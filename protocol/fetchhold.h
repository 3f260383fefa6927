// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFlags>
#include <QMetaType>

namespace canal {

// Why no GET is sent although we are connected. Several may hold at once.
enum class FetchHold : quint8 {
    User = 1, // paused by hand
    PeekLimit = 2, // Peek holds half of what the server buffers
    StoreFull = 4, // our own memory cap
};
Q_DECLARE_FLAGS(FetchHolds, FetchHold)

} // namespace canal

Q_DECLARE_OPERATORS_FOR_FLAGS(canal::FetchHolds)
Q_DECLARE_METATYPE(canal::FetchHold)
Q_DECLARE_METATYPE(canal::FetchHolds)
