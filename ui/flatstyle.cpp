// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/flatstyle.h"

#include "ui/flatpainter.h"

#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace canal {

namespace {

constexpr int scrollBarExtent = 12;
constexpr int comboArrowWidth = 20;

template <typename Option>
const Option *as(const QStyleOption *option)
{
    return qstyleoption_cast<const Option *>(option);
}

} // namespace

FlatStyle::FlatStyle()
    : QProxyStyle(u"Fusion"_s)
{ }

int FlatStyle::pixelMetric(PixelMetric metric, const QStyleOption *option,
                           const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarExtent;
    case PM_ScrollBarSliderMin:
        return 24;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return 14;
    case PM_DockWidgetSeparatorExtent:
    case PM_DefaultFrameWidth:
    case PM_ToolBarSeparatorExtent:
        return 1;
    case PM_ToolBarItemSpacing:
        return 4;
    case PM_ToolBarItemMargin:
    case PM_DockWidgetFrameWidth:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabShiftHorizontal:
        return 0;
    case PM_ToolBarFrameWidth:
        return 3;
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
        return 16;
    case PM_HeaderMargin:
        return 6;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlatStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ScrollBar_LeftClickAbsolutePosition:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QSize FlatStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                  const QWidget *widget) const
{
    auto result = QProxyStyle::sizeFromContents(type, option, size, widget);
    constexpr int inputHeight = 26;
    switch (type) {
    case CT_PushButton:
        if (const auto *button = as<QStyleOptionButton>(option))
            result.setWidth(FlatPainter::buttonContentWidth(*button) + 24);
        result.setHeight(inputHeight);
        break;
    case CT_LineEdit:
    case CT_ComboBox:
        result.setHeight(std::max(inputHeight, size.height() + 8));
        break;
    case CT_SpinBox: // around a line edit that has its height already
        result.setHeight(std::max(inputHeight, size.height()));
        break;
    case CT_ToolButton:
        result = size + QSize(8, 0);
        result.setHeight(24);
        break;
    case CT_MenuBarItem:
        result = QSize(size.width() + 18, 24);
        break;
    case CT_TabBarTab:
        result.setHeight(26);
        break;
    default:
        break;
    }
    return result;
}

QRect FlatStyle::subElementRect(SubElement element, const QStyleOption *option,
                                const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const auto *frame = as<QStyleOptionFrame>(option);
        const int margin = frame != nullptr && frame->lineWidth > 0 ? 5 : 0;
        return option->rect.adjusted(margin, 0, -margin, 0);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect FlatStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                SubControl subControl, const QWidget *widget) const
{
    const auto &rect = option->rect;
    if (control == CC_ScrollBar) {
        const auto *bar = as<QStyleOptionSlider>(option);
        return bar != nullptr ? FlatPainter::scrollBarRect(*bar, subControl) : QRect();
    }
    if (control == CC_ComboBox) {
        if (subControl == SC_ComboBoxArrow)
            return rect.adjusted(rect.width() - comboArrowWidth, 0, 0, 0);
        if (subControl == SC_ComboBoxEditField)
            return rect.adjusted(7, 2, -comboArrowWidth, -2);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

void FlatStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option,
                              QPainter *painter, const QWidget *widget) const
{
    FlatPainter flat(*painter, *option);
    switch (element) {
    case PE_PanelLineEdit:
        if (const auto *frame = as<QStyleOptionFrame>(option); frame->lineWidth > 0)
            flat.inputFrame(option->rect,
                            widget != nullptr && widget->property("invalid").toBool()
                                ? FlatPainter::Edge::Invalid
                                : FlatPainter::Edge::Normal);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_PanelButtonCommand:
        return flat.pushButton(widget != nullptr ? widget->property("kind").toString() : QString());
    case PE_PanelButtonTool:
        return flat.toolButton();
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return flat.checkBox();
    case PE_IndicatorRadioButton:
        return flat.radioButton();
    case PE_IndicatorDockWidgetResizeHandle:
        return flat.fill(option->rect, FlatPainter::Ground::Border);
    case PE_IndicatorBranch:
        return flat.branch();
    case PE_FrameFocusRect:
        return flat.focusRing(option->rect);
    case PE_FrameTabBarBase:
    case PE_PanelStatusBar:
    case PE_FrameStatusBarItem:
    case PE_PanelMenuBar:
    case PE_IndicatorToolBarHandle:
        return;
    case PE_Frame:
        return flat.frame();
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlatStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    FlatPainter flat(*painter, *option);
    switch (element) {
    case CE_HeaderSection:
        return flat.headerSection();
    case CE_HeaderLabel:
        if (const auto *header = as<QStyleOptionHeader>(option))
            return flat.headerLabel(*header);
        break;
    case CE_HeaderEmptyArea:
        return flat.headerSection();
    case CE_MenuBarItem:
        if (const auto *item = as<QStyleOptionMenuItem>(option))
            return flat.menuBarItem(*item);
        break;
    case CE_MenuBarEmptyArea:
    case CE_ToolBar:
        return flat.fill(option->rect, FlatPainter::Ground::Window);
    case CE_TabBarTabShape:
        return flat.tab();
    case CE_PushButtonLabel:
        if (const auto *button = as<QStyleOptionButton>(option))
            return flat.pushButtonLabel(
                *button, widget != nullptr ? widget->property("kind").toString() : QString());
        break;
    case CE_ComboBoxLabel:
        break;
    default:
        break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlatStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                   QPainter *painter, const QWidget *widget) const
{
    FlatPainter flat(*painter, *option);
    switch (control) {
    case CC_ScrollBar:
        if (const auto *bar = as<QStyleOptionSlider>(option))
            return flat.scrollBar(*bar);
        break;
    case CC_ComboBox:
        return flat.comboBox();
    case CC_SpinBox:
        flat.inputFrame(option->rect, FlatPainter::Edge::Normal);
        if (const auto *spin = as<QStyleOptionSpinBox>(option);
            spin->buttonSymbols != QAbstractSpinBox::NoButtons)
            flat.spinArrows(subControlRect(control, option, SC_SpinBoxUp, widget),
                            subControlRect(control, option, SC_SpinBoxDown, widget));
        return;
    default:
        break;
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

} // namespace canal
