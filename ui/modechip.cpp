// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/modechip.h"

#include "ui/icons.h"
#include "ui/profilelist.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace canal {

using Role = Theme::Role;

ModeChip::ModeChip(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    dropSession();
}

void ModeChip::set(const QString &icon, const QString &text, NoticeKind kind)
{
    m_icon = icon;
    m_text = text;
    m_kind = kind;
    setAccessibleName(text);
    updateGeometry();
    update();
}

static QString wordsOf(AccessMode mode)
{
    switch (mode) {
    case AccessMode::Peek:
        return ModeChip::tr("Peek · never acks");
    case AccessMode::Manual:
        return ModeChip::tr("Manual ack");
    case AccessMode::Auto:
        return ModeChip::tr("Auto-ack · consumes");
    }
    Q_UNREACHABLE();
}

void ModeChip::showSession(const SessionView &view)
{
    m_connected = true;
    const auto icon = modeIcon(view.profile.mode);
    if (view.isDemo)
        return set(u"demo"_s, tr("Built-in demo"), NoticeKind::Info);
    if (view.profile.isProduction)
        return set(icon, tr("production · %1").arg(wordsOf(view.profile.mode)), NoticeKind::Error);
    set(icon, wordsOf(view.profile.mode),
        view.profile.mode == AccessMode::Peek ? NoticeKind::Info : NoticeKind::Warning);
}

void ModeChip::dropSession()
{
    m_connected = false;
    set(u"connect"_s, tr("Not connected"), NoticeKind::Info);
}

QSize ModeChip::sizeHint() const { return { fontMetrics().horizontalAdvance(m_text) + 34, 20 }; }

void ModeChip::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    const auto look = lookOf(m_kind);
    const auto colour = theme(m_connected ? look.text : Role::Text2);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme(m_connected ? look.edge : Role::Border));
    painter.setBrush(theme(m_connected ? look.ground : Role::Well));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    paintIcon(painter, QRect(6, 3, 14, 14), m_icon, colour);
    painter.setPen(colour);
    painter.drawText(rect().adjusted(25, 0, 0, 0), Qt::AlignVCenter, m_text);
}

} // namespace canal
