// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QMetaType>

namespace canal {

enum class NoticeKind : quint8 { Ok, Info, Warning, Error };

// How a notice of a kind looks.
struct NoticeLook
{
    QString icon;
    Theme::Role iconRole;
    Theme::Role text;
    Theme::Role ground;
    Theme::Role edge;
};

NoticeLook lookOf(NoticeKind kind);

} // namespace canal

Q_DECLARE_METATYPE(canal::NoticeKind)
