// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

// The bytes that real Canal servers sent, recorded once (tests/data/README.md): NAME.frames holds
// the MESSAGES frames as they came, NAME.jsonl one line per entry as protobuf's own classes decode
// it.
namespace canal::test {

QString dataFile(const QString &name);

// Names that have both files.
QStringList decodedCaptures();

// All names with frames.
QStringList captures();

// Frame bodies, without their length prefix.
QList<QByteArray> recordedFrames(const QString &name);

// The expected entries, in order.
QList<QJsonObject> expectedEntries(const QString &name);

// Every entry's bytes, in order.
QList<QByteArray> recordedEntries(const QString &name);

} // namespace canal::test
