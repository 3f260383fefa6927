// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/noticekind.h"

using namespace Qt::StringLiterals;

namespace canal {

NoticeLook lookOf(NoticeKind kind)
{
    using Role = Theme::Role;
    switch (kind) {
    case NoticeKind::Ok:
        return { u"ok"_s, Role::OkIcon, Role::OkText, Role::OkGround, Role::OkEdge };
    case NoticeKind::Info:
        return { u"info"_s, Role::InfoIcon, Role::InfoText, Role::InfoGround, Role::InfoEdge };
    case NoticeKind::Warning:
        return { u"warn"_s, Role::WarnIcon, Role::WarnText, Role::WarnGround, Role::WarnEdge };
    case NoticeKind::Error:
        return { u"error"_s, Role::ErrorIcon, Role::ErrorText, Role::ErrorGround, Role::ErrorEdge };
    }
    Q_UNREACHABLE();
}

} // namespace canal
