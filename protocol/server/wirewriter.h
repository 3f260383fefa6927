// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace canal::server {

// Appends the fields of one protobuf message to a byte array, default values too: Canal's entries
// carry them (an `isKey = false` is on the wire), which generated proto3 code cannot write. The
// counterpart of WireReader. Any thread.
class WireWriter
{
public:
    explicit WireWriter(QByteArray &out)
        : m_out(out)
    { }

    void varint(quint32 field, qint64 value)
    {
        raw(field << 3);
        raw(static_cast<quint64>(value));
    }
    void bytes(quint32 field, QByteArrayView value)
    {
        raw(field << 3 | 2U);
        raw(static_cast<quint64>(value.size()));
        m_out.append(value);
    }

private:
    void raw(quint64 value)
    {
        for (; value >= 0x80; value >>= 7)
            m_out.append(static_cast<char>(value | 0x80));
        m_out.append(static_cast<char>(value));
    }

    QByteArray &m_out;
};

} // namespace canal::server
