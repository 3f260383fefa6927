// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/bench/framefile.h"

#include "protocol/packetcodec.h"

#include <QtEndian>

namespace canal::bench {

FrameFile::FrameFile(const QString &path, Where where)
    : m_file(path)
{
    if (!m_file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    const auto size = static_cast<std::size_t>(m_file.size());
    if (where == Where::Copied) {
        m_copy.resize(size);
        if (m_file.read(m_copy.data(), m_file.size()) != m_file.size())
            qFatal("cannot read all of %s", qPrintable(path));
        m_bytes = m_copy;
    } else {
        const auto *mapped = m_file.map(0, m_file.size());
        if (mapped == nullptr)
            qFatal("cannot map %s", qPrintable(path));
        m_bytes = { reinterpret_cast<const char *>(mapped), size };
    }
    for (std::size_t at = 0; at + sizeof(qint32) <= size;) {
        const auto length = qFromBigEndian<quint32>(m_bytes.data() + at);
        at += sizeof length;
        if (length > size - at)
            qFatal("%s ends inside a frame", qPrintable(path));
        m_frames.push_back(m_bytes.substr(at, length));
        at += length;
    }
}

std::vector<std::string_view> FrameFile::entries() const
{
    std::vector<std::string_view> all;
    std::vector<std::string_view> some;
    for (const auto frame : m_frames) {
        entriesOf(frame, some);
        all.insert(all.end(), some.begin(), some.end());
    }
    return all;
}

void entriesOf(std::string_view frame, std::vector<std::string_view> &entries)
{
    static const PacketCodec codec({ QStringLiteral("example"), 1 });
    const auto packet
        = codec.decode(QByteArray::fromRawData(frame.data(), static_cast<qsizetype>(frame.size())));
    if (!packet || !std::holds_alternative<Messages>(*packet))
        qFatal("a frame is no MESSAGES packet");
    entries.assign(std::get<Messages>(*packet).entries.begin(),
                   std::get<Messages>(*packet).entries.end());
}

} // namespace canal::bench
