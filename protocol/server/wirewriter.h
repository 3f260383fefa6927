// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArrayView>

#include <array>
#include <string>
#include <type_traits>

namespace canal::server {

// Appends the fields of one protobuf message to a QByteArray or std::string, default values too:
// Canal's entries carry them (an `isKey = false` is on the wire), which generated proto3 code
// cannot write. The counterpart of WireReader. Any thread.
template <typename Buffer>
class WireWriter
{
public:
    explicit WireWriter(Buffer &out)
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
        append(value.data(), value.size());
    }

private:
    void raw(quint64 value)
    {
        std::array<char, 10> digits {};
        std::size_t count = 0;
        for (; value >= 0x80; value >>= 7)
            digits[count++] = static_cast<char>(value | 0x80);
        digits[count++] = static_cast<char>(value);
        append(digits.data(), static_cast<qsizetype>(count));
    }
    void append(const char *bytes, qsizetype count)
    {
        if constexpr (std::is_same_v<Buffer, std::string>)
            m_out.append(bytes, static_cast<std::size_t>(count)); // faster in many small steps
        else
            m_out.append(bytes, count);
    }

    Buffer &m_out;
};

} // namespace canal::server
