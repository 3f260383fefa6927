// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QByteArray>

#include <optional>

namespace canal {

enum class FrameError {
    NegativeLength,
    TooLarge, // the prefix names more bytes than allowed; nothing was allocated for it
};

// Bytes in, whole frames out: a frame is a 4-byte big-endian length and that many bytes
// (protocol.md 2.1). Memory grows only with bytes that have really come, never by what the prefix
// promises. No device, no signals; any one thread.
class FrameDecoder
{
public:
    explicit FrameDecoder(qsizetype maxFrameBytes);

    void setMaxFrameBytes(qsizetype bytes) { m_maxFrameBytes = bytes; }

    void append(QByteArrayView bytes);

    // The next frame's body; nullopt when it has not come whole. After an error the decoder is of
    // no more use until reset().
    Result<std::optional<QByteArray>, FrameError> next();

    // What the prefix that is waiting says; for the message after an error.
    qint32 announcedBytes() const;

    // True when part of a frame has come but not all of it.
    bool isInsideFrame() const { return m_buffer.size() > m_start; }
    void reset();

private:
    QByteArray m_buffer;
    qsizetype m_start = 0; // where the next frame's prefix begins
    qsizetype m_maxFrameBytes;
};

QByteArray encodeFrame(QByteArrayView body);

} // namespace canal
