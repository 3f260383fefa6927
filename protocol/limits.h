// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/entryscanner.h"

#include <QtGlobal>

namespace canal {

inline constexpr qint64 kibi = 1024;
inline constexpr qint64 mebi = 1024 * kibi;

// What a peer may make us hold. All in one place, tested at limit - 1, limit and limit + 1.
struct Limits
{
    qsizetype handshakeBytes = 4 * kibi; // a real one has about 20
    qsizetype loginBytes = 64 * kibi; // a frame before SUBSCRIBE was accepted
    qsizetype frameBytes = 256 * mebi; // S23: a 20 MB blob is one 40 MB frame
    qint64 readBufferBytes = mebi; // QTcpSocket buffers without limit by default
    std::size_t entriesPerBatch = 100'000;
    qsizetype errorChars = 64 * kibi; // of a server's error text
    ScanLimits scan;
};

// How long to wait, in milliseconds. Tests shorten them.
struct Timeouts
{
    int connectMs = 10'000; // a black hole takes the kernel a minute
    int handshakeMs = 5'000;
    int authMs = 5'000;
    int subscribeMs = 10'000; // a lazy instance starts here
    int getMs = 10'000;
    int frameMs = 30'000; // no byte inside a started frame
    int leaveMs = 2'000; // for the answers to what we say when we go
    int pollFirstMs = 50; // pause after an empty answer, doubled up to ...
    int pollMostMs = 500;
    int retryFirstMs = 1'000; // before the first reconnect, doubled up to ...
    int retryMostMs = 60'000;
    int healthyMs = 60'000; // a connection this old starts the retries anew
    int keepAliveMs = 300'000; // repeated SUBSCRIBE while paused (S30)
};

// Canal's defaults (canal.properties): how much a destination buffers before it stops parsing for
// everybody. MEMSIZE counts serialized entry bytes, i.e. what we receive (S29).
inline constexpr qint64 serverStoreBytes = 16 * mebi;
inline constexpr qint64 serverStoreEntries = 16 * kibi;

} // namespace canal
