// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QMetaType>
#include <QStringView>

namespace canal {

struct TextSpan
{
    qsizetype from = 0;
    qsizetype length = 0;

    bool operator==(const TextSpan &) const = default;
};

// Where two texts differ, as few and as long pieces as a reader takes in. A side that lost nothing
// has no span.
struct TextChange
{
    QList<TextSpan> before;
    QList<TextSpan> after;

    bool operator==(const TextChange &) const = default;
};

// Words are compared when what differs is small enough for that, otherwise it is one piece.
TextChange changeBetween(QStringView before, QStringView after);

// True when so much is the same that it helps to show only the rest as changed.
bool isPartial(const TextChange &change, QStringView before, QStringView after);

} // namespace canal

Q_DECLARE_METATYPE(canal::TextSpan)
