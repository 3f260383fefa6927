// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/labelbox.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace canal {

using Label = ConnectionProfile::Label;
using Role = Theme::Role;

std::optional<Role> roleOf(Label label)
{
    switch (label) {
    case Label::None:
        return {};
    case Label::Green:
        return Role::OkIcon;
    case Label::Blue:
        return Role::InfoIcon;
    case Label::Amber:
        return Role::WarnIcon;
    case Label::Red:
        return Role::ErrorIcon;
    }
    Q_UNREACHABLE();
}

LabelBox::LabelBox(QWidget *parent)
    : QComboBox(parent)
{
    setObjectName(u"label"_s);
    setAccessibleName(tr("Colour"));
    const auto add
        = [this](Label label, const QString &words) { addItem(words, QVariant::fromValue(label)); };
    add(Label::None, tr("No colour"));
    add(Label::Green, tr("Green"));
    add(Label::Blue, tr("Blue"));
    add(Label::Amber, tr("Amber"));
    add(Label::Red, tr("Red"));
    constexpr int swatch = 12;
    setIconSize({ swatch, swatch });
    tint();
}

Label LabelBox::label() const { return currentData().value<Label>(); }

void LabelBox::setLabel(Label label) { setCurrentIndex(findData(QVariant::fromValue(label))); }

void LabelBox::tint()
{
    const auto &theme = Theme::of(palette());
    for (int i = 0; i < count(); ++i) {
        const auto role = roleOf(itemData(i).value<Label>());
        QPixmap pixmap(iconSize() * devicePixelRatioF());
        pixmap.setDevicePixelRatio(devicePixelRatioF());
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme(role.value_or(Role::InputEdge)));
        painter.setBrush(role ? QBrush(theme(*role)) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF({}, iconSize()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.end();
        setItemIcon(i, QIcon(pixmap));
    }
}

void LabelBox::changeEvent(QEvent *event)
{
    QComboBox::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace canal
