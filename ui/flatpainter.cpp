// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/flatpainter.h"

#include <QIcon>
#include <QPainterPath>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace canal {

using Role = Theme::Role;

namespace {

// Restores the painter at the end of a function.
class Saved
{
public:
    explicit Saved(QPainter &painter)
        : m_painter(painter)
    {
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
    }
    ~Saved() { m_painter.restore(); }
    Saved(const Saved &) = delete;
    Saved &operator=(const Saved &) = delete;

private:
    QPainter &m_painter;
};

constexpr int buttonIcon = 16;
constexpr int iconGap = 4;

} // namespace

FlatPainter::FlatPainter(QPainter &painter, const QStyleOption &option)
    : m_painter(painter)
    , m_option(option)
    , m_theme(Theme::of(option.palette))
{ }

bool FlatPainter::is(QStyle::StateFlag flag) const { return m_option.state.testFlag(flag); }

void FlatPainter::box(const QRectF &rect, const QColor &ground, const QColor &edge, double width,
                      double radius)
{
    m_painter.setBrush(ground);
    m_painter.setPen(width > 0 ? QPen(edge, width) : QPen(Qt::NoPen));
    const double inset = width / 2;
    m_painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius, radius);
}

void FlatPainter::fill(const QRect &rect, Ground ground)
{
    m_painter.fillRect(rect, m_theme(ground == Ground::Border ? Role::Border : Role::Window));
}

void FlatPainter::frame()
{
    const Saved saved(m_painter);
    m_painter.setRenderHint(QPainter::Antialiasing, false);
    m_painter.setPen(m_theme(Role::Border));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawRect(m_option.rect.adjusted(0, 0, -1, -1));
}

// ---- inputs and buttons

void FlatPainter::inputFrame(const QRect &rect, Edge edge)
{
    const Saved saved(m_painter);
    const bool enabled = is(QStyle::State_Enabled);
    const bool focused = enabled && is(QStyle::State_HasFocus);
    const auto line = edge == Edge::Invalid ? Role::ErrorIcon
        : focused                           ? Role::Accent
        : enabled                           ? Role::InputEdge
                                            : Role::Border;
    box(rect, m_theme(enabled ? Role::Base : Role::Window), m_theme(line), focused ? 2 : 1);
}

void FlatPainter::pushButton(const QString &kind)
{
    const Saved saved(m_painter);
    const bool enabled = is(QStyle::State_Enabled);
    const bool filled = enabled && !kind.isEmpty();
    auto ground = m_theme(!enabled ? Role::Window : Role::Raised);
    auto edge = m_theme(enabled ? Role::Border : Role::Line);
    if (filled)
        edge = ground = m_theme(kind == "danger"_L1 ? Role::ErrorIcon : Role::Accent);
    if (enabled && is(QStyle::State_Sunken))
        ground = filled ? ground.darker(115) : m_theme(Role::SelectedNoFocus);
    else if (enabled && is(QStyle::State_MouseOver))
        ground = filled ? ground.darker(106) : m_theme(Role::Hover);
    box(m_option.rect, ground, edge, 1);
    if (enabled && is(QStyle::State_HasFocus)) {
        if (filled) // the accent would not show on itself
            box(QRectF(m_option.rect).adjusted(3, 3, -3, -3), Qt::transparent,
                m_theme(Role::OnAccent), 1, 2);
        else
            box(m_option.rect, Qt::transparent, m_theme(Role::Accent), 2);
    }
}

int FlatPainter::buttonContentWidth(const QStyleOptionButton &button)
{
    int width = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
    if (!button.icon.isNull())
        width += buttonIcon + (button.text.isEmpty() ? 0 : iconGap);
    return width;
}

void FlatPainter::pushButtonLabel(const QStyleOptionButton &button, const QString &kind)
{
    const Saved saved(m_painter);
    const bool enabled = is(QStyle::State_Enabled);
    const bool filled = enabled && !kind.isEmpty();
    m_painter.setPen(!enabled     ? m_theme(Role::Disabled)
                         : filled ? m_theme(Role::OnAccent)
                                  : m_option.palette.color(QPalette::ButtonText));
    auto rect = m_option.rect;
    int x = rect.center().x() - buttonContentWidth(button) / 2 + 1;
    if (!button.icon.isNull()) {
        const QRect icon(x, rect.center().y() - buttonIcon / 2 + 1, buttonIcon, buttonIcon);
        button.icon.paint(&m_painter, icon, Qt::AlignCenter,
                          enabled ? QIcon::Normal : QIcon::Disabled);
        x = icon.right() + 1 + iconGap;
    }
    rect.setLeft(x);
    m_painter.drawText(rect, Qt::AlignVCenter | Qt::AlignLeft | Qt::TextHideMnemonic, button.text);
}

void FlatPainter::toolButton()
{
    if (!is(QStyle::State_Enabled))
        return;
    const Saved saved(m_painter);
    const bool on = is(QStyle::State_On);
    if (on)
        box(m_option.rect, m_theme(Role::Selected), m_theme(Role::Accent), 1);
    else if (is(QStyle::State_Sunken))
        box(m_option.rect, m_theme(Role::SelectedNoFocus), Qt::transparent, 0);
    else if (is(QStyle::State_MouseOver))
        box(m_option.rect, m_theme(Role::Hover), Qt::transparent, 0);
    if (is(QStyle::State_HasFocus))
        box(m_option.rect, Qt::transparent, m_theme(Role::Accent), 2);
}

void FlatPainter::checkBox()
{
    const Saved saved(m_painter);
    const QRectF rect = QRectF(m_option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool enabled = is(QStyle::State_Enabled);
    const bool filled = is(QStyle::State_On) || is(QStyle::State_NoChange);
    const auto edge = m_theme(enabled ? Role::InputEdge : Role::Border);
    if (!filled)
        return box(rect, m_theme(Role::Base), edge, 1, 3);
    const auto ground = m_theme(enabled ? Role::Accent : Role::Disabled);
    box(rect, ground, ground, 1, 3);
    m_painter.setPen(
        QPen(m_theme(Role::OnAccent), 1.8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    const auto at = [&rect](double x, double y) {
        return QPointF(rect.left() + rect.width() * x, rect.top() + rect.height() * y);
    };
    if (is(QStyle::State_On))
        m_painter.drawPolyline(QPolygonF { at(0.22, 0.52), at(0.42, 0.72), at(0.78, 0.28) });
    else
        m_painter.drawLine(at(0.25, 0.5), at(0.75, 0.5));
}

void FlatPainter::radioButton()
{
    const Saved saved(m_painter);
    const QRectF rect = QRectF(m_option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool enabled = is(QStyle::State_Enabled);
    const bool on = is(QStyle::State_On);
    const auto accent = m_theme(enabled ? Role::Accent : Role::Disabled);
    m_painter.setPen(QPen(on ? accent : m_theme(enabled ? Role::InputEdge : Role::Border), 1));
    m_painter.setBrush(on ? accent : m_theme(Role::Base));
    m_painter.drawEllipse(rect);
    if (!on)
        return;
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_theme(Role::OnAccent));
    m_painter.drawEllipse(rect.center(), 2.8, 2.8);
}

void FlatPainter::comboBox()
{
    inputFrame(m_option.rect, Edge::Normal);
    chevron(m_option.rect.adjusted(m_option.rect.width() - 20, 0, -4, 0), 90);
}

void FlatPainter::spinArrows(const QRect &up, const QRect &down)
{
    chevron(up.adjusted(0, 2, 0, 0), -90);
    chevron(down.adjusted(0, 0, 0, -2), 90);
}

void FlatPainter::chevron(const QRect &rect, double degrees)
{
    const Saved saved(m_painter);
    m_painter.setPen(QPen(m_theme(is(QStyle::State_Enabled) ? Role::Text2 : Role::Disabled), 1.4,
                          Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.translate(QRectF(rect).center());
    m_painter.rotate(degrees);
    m_painter.drawPolyline(QPolygonF { { -1.6, -3.2 }, { 1.6, 0 }, { -1.6, 3.2 } });
}

void FlatPainter::branch()
{
    if (is(QStyle::State_Children))
        chevron(m_option.rect, is(QStyle::State_Open) ? 90 : 0);
}

void FlatPainter::focusRing(const QRect &rect)
{
    const Saved saved(m_painter);
    box(rect, Qt::transparent, m_theme(Role::Accent), 2, 3);
}

// ---- headers, menus, tabs

void FlatPainter::headerSection()
{
    m_painter.fillRect(m_option.rect, m_theme(Role::Header));
    const auto &rect = m_option.rect;
    m_painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), m_theme(Role::Border));
    m_painter.fillRect(QRect(rect.right(), rect.top(), 1, rect.height()), m_theme(Role::Line));
}

void FlatPainter::headerLabel(const QStyleOptionHeader &header)
{
    const Saved saved(m_painter);
    auto font = m_painter.font();
    font.setBold(false);
    font.setPixelSize(11);
    m_painter.setFont(font);
    m_painter.setPen(m_theme(Role::Text2));
    const auto alignment = header.textAlignment & Qt::AlignHorizontal_Mask;
    const auto text
        = QFontMetrics(font).elidedText(header.text, Qt::ElideRight, header.rect.width());
    m_painter.drawText(header.rect,
                       static_cast<int>(alignment | Qt::AlignVCenter) | Qt::TextDontClip, text);
}

void FlatPainter::menuBarItem(const QStyleOptionMenuItem &item)
{
    const Saved saved(m_painter);
    m_painter.fillRect(item.rect, m_theme(Role::Window));
    if (is(QStyle::State_Selected))
        box(QRectF(item.rect).adjusted(1, 1, -1, -1), m_theme(Role::SelectedNoFocus),
            Qt::transparent, 0);
    m_painter.setPen(m_theme(is(QStyle::State_Enabled) ? Role::Text : Role::Disabled));
    m_painter.drawText(item.rect, Qt::AlignCenter | Qt::TextShowMnemonic, item.text);
}

void FlatPainter::tab()
{
    const auto &rect = m_option.rect;
    m_painter.fillRect(rect, m_theme(Role::Window));
    if (is(QStyle::State_Selected))
        m_painter.fillRect(QRect(rect.left(), rect.bottom() - 1, rect.width(), 2),
                           m_theme(Role::Accent));
    if (is(QStyle::State_HasFocus))
        focusRing(rect);
}

// ---- scroll bars

QRect FlatPainter::scrollBarRect(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const bool horizontal = bar.orientation == Qt::Horizontal;
    const int length = horizontal ? bar.rect.width() : bar.rect.height();
    const auto range = static_cast<qint64>(bar.maximum) - bar.minimum;
    const auto page = static_cast<qint64>(bar.pageStep);
    int handle = length;
    if (range > 0)
        handle = std::clamp(static_cast<int>(length * page / (range + page)), std::min(24, length),
                            length);
    const int start = QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition,
                                                      length - handle, bar.upsideDown);
    const auto piece = [&](int from, int to) {
        const auto &rect = bar.rect;
        return horizontal ? QRect(rect.left() + from, rect.top(), to - from, rect.height())
                          : QRect(rect.left(), rect.top() + from, rect.width(), to - from);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSlider:
        return piece(start, start + handle);
    case QStyle::SC_ScrollBarSubPage:
        return piece(0, start);
    case QStyle::SC_ScrollBarAddPage:
        return piece(start + handle, length);
    default:
        return {};
    }
}

void FlatPainter::scrollBar(const QStyleOptionSlider &bar)
{
    m_painter.fillRect(bar.rect, m_theme(Role::Window));
    if (bar.maximum <= bar.minimum)
        return;
    const Saved saved(m_painter);
    QRectF handle = scrollBarRect(bar, QStyle::SC_ScrollBarSlider);
    handle = bar.orientation == Qt::Horizontal ? handle.adjusted(1, 2.5, -1, -2.5)
                                               : handle.adjusted(2.5, 1, -2.5, -1);
    auto colour = m_theme(Role::InputEdge);
    if (is(QStyle::State_MouseOver) || is(QStyle::State_Sunken))
        colour = m_theme(Role::Text3);
    box(handle, colour, Qt::transparent, 0, 3);
}

} // namespace canal
