// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "protocol/framedecoder.h"

#include <QtEndian>

namespace canal {

static constexpr qsizetype prefixBytes = 4;

FrameDecoder::FrameDecoder(qsizetype maxFrameBytes)
    : m_maxFrameBytes(maxFrameBytes)
{ }

void FrameDecoder::append(QByteArrayView bytes)
{
    if (m_start == m_buffer.size()) {
        m_buffer.clear();
        m_start = 0;
    } else if (m_start > m_buffer.size() / 2) {
        m_buffer.remove(0, m_start);
        m_start = 0;
    }
    m_buffer.append(bytes);
}

Result<std::optional<QByteArray>, FrameError> FrameDecoder::next()
{
    const auto available = m_buffer.size() - m_start;
    if (available < prefixBytes)
        return std::optional<QByteArray>();
    const auto length = announcedBytes();
    if (length < 0)
        return Failure { FrameError::NegativeLength };
    if (length > m_maxFrameBytes)
        return Failure { FrameError::TooLarge };
    if (available < prefixBytes + length)
        return std::optional<QByteArray>();
    std::optional frame(m_buffer.mid(m_start + prefixBytes, length));
    m_start += prefixBytes + length;
    return frame;
}

qint32 FrameDecoder::announcedBytes() const
{
    if (m_buffer.size() - m_start < prefixBytes)
        return 0;
    return qFromBigEndian<qint32>(m_buffer.constData() + m_start);
}

void FrameDecoder::reset()
{
    m_buffer.clear();
    m_start = 0;
}

QByteArray encodeFrame(QByteArrayView body)
{
    QByteArray frame(prefixBytes, Qt::Uninitialized);
    qToBigEndian(static_cast<qint32>(body.size()), frame.data());
    return frame.append(body);
}

} // namespace canal
