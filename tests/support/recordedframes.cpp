// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/recordedframes.h"

#include "protocol/framedecoder.h"
#include "protocol/packetcodec.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace canal::test {

static QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("cannot read %s", qPrintable(path));
    return file.readAll();
}

static QStringList namesOf(const QString &pattern)
{
    QStringList names;
    for (const auto &info : QDir(dataFile({})).entryInfoList({ pattern }, QDir::Files, QDir::Name))
        names.append(info.completeBaseName());
    return names;
}

QString dataFile(const QString &name) { return QStringLiteral(CANAL_TEST_DATA "/") + name; }

QStringList decodedCaptures() { return namesOf(u"*.jsonl"_s); }

QStringList captures() { return namesOf(u"*.frames"_s); }

QList<QByteArray> recordedFrames(const QString &name)
{
    FrameDecoder decoder(qsizetype(1) << 28);
    decoder.append(contentsOf(dataFile(name + u".frames"_s)));
    QList<QByteArray> frames;
    for (;;) {
        const auto frame = decoder.next();
        if (!frame || !*frame)
            break;
        frames.append(**frame);
    }
    if (decoder.isInsideFrame())
        qFatal("%s.frames ends inside a frame", qPrintable(name));
    return frames;
}

QList<QJsonObject> expectedEntries(const QString &name)
{
    QList<QJsonObject> entries;
    for (const auto &line : contentsOf(dataFile(name + u".jsonl"_s)).split('\n'))
        if (!line.isEmpty())
            entries.append(QJsonDocument::fromJson(line).object());
    return entries;
}

QList<QByteArray> recordedEntries(const QString &name)
{
    const PacketCodec codec({ u"example"_s, 1 });
    QList<QByteArray> entries;
    for (const auto &frame : recordedFrames(name)) {
        const auto packet = codec.decode(frame);
        if (!packet)
            qFatal("%s.frames holds a frame that is no packet", qPrintable(name));
        for (const auto &entry : std::get<Messages>(*packet).entries)
            entries.append(QByteArray(entry.data(), static_cast<qsizetype>(entry.size())));
    }
    return entries;
}

} // namespace canal::test
