// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/valueview.h"

#include "model/batchmodel.h"
#include "ui/diffview.h"
#include "ui/docktitle.h"
#include "ui/icons.h"
#include "ui/imageview.h"
#include "ui/plaintext.h"
#include "ui/toolbutton.h"
#include "ui/valuepane.h"
#include "ui/valuesaver.h"

#include <QClipboard>
#include <QComboBox>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTabBar>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace canal {

static QString wordFor(Presentation presentation)
{
    switch (presentation) {
    case Presentation::Text:
        return ValueView::tr("Text");
    case Presentation::Decoded:
        return ValueView::tr("Decoded");
    case Presentation::Json:
        return u"JSON"_s;
    case Presentation::Geometry:
        return u"WKT"_s;
    case Presentation::Hex:
        return ValueView::tr("Hex");
    case Presentation::Image:
        return ValueView::tr("Image");
    case Presentation::Compare:
        return ValueView::tr("Compare");
    case Presentation::Count:
        break;
    }
    return {};
}

static QToolButton *makeTool(const QString &name, const QString &tip, QWidget *parent)
{
    auto *button = makeToolButton(name, tip, parent);
    button->setFixedSize(20, 20);
    return button;
}

ValueView::ValueView(Interaction &interaction, DiffView &diff, QWidget *parent)
    : QWidget(parent)
    , m_tabs(new QTabBar(this))
    , m_auto(new QToolButton(this))
    , m_summary(new ElidedLabel(Qt::ElideRight, this))
    , m_pane(new ValuePane(this))
    , m_foot(new QWidget(this))
    , m_remark(new ElidedLabel(Qt::ElideRight, m_foot))
    , m_encoding(new QComboBox(m_foot))
    , m_more(new QPushButton(tr("Show more"), m_foot))
    , m_wrap(makeTool(u"valueWrap"_s, tr("Wrap long lines"), this))
    , m_copy(makeTool(u"valueCopy"_s, tr("Copy what is shown"), this))
    , m_save(makeTool(u"valueSave"_s, tr("Save the whole value to a file"), this))
    , m_saver(new ValueSaver(interaction, *this))
{
    setUpControls();
    setUpFoot();
    auto *head = new QHBoxLayout;
    head->setContentsMargins(4, 0, 4, 0);
    head->setSpacing(6);
    constexpr int tabHeight = 26;
    head->addStrut(tabHeight);
    head->addWidget(m_tabs);
    head->addWidget(m_summary, 1);
    head->addWidget(m_auto);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(head);
    column->addWidget(m_pane, 1);
    column->addWidget(m_foot);
    connectParts();
    connect(&diff, &DiffView::currentValueChanged, this, &ValueView::showValue);
    tint();
    refresh();
}

void ValueView::setUpControls()
{
    m_tabs->setObjectName(u"valueTabs"_s);
    m_tabs->setAccessibleName(tr("Presentation of the value"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setUsesScrollButtons(false);
    m_tabs->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed); // the summary gives way
    for (int i = 0; i < static_cast<int>(Presentation::Count); ++i)
        m_tabs->addTab(wordFor(static_cast<Presentation>(i)));
    m_auto->setObjectName(u"valueAuto"_s);
    m_auto->setText(tr("Auto"));
    m_auto->setAutoRaise(true);
    m_auto->setCheckable(true);
    m_auto->setFocusPolicy(Qt::TabFocus);
    setSafeTip(*m_auto,
               tr("Choose the presentation by the value. A click on a tab keeps that one."));
    m_summary->setFont(Theme::uiFont(11));
    m_summary->setForegroundRole(QPalette::PlaceholderText);
    m_summary->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_wrap->setCheckable(true);
    m_wrap->setChecked(true);
}

void ValueView::setUpFoot()
{
    m_foot->setObjectName(u"valueFoot"_s);
    m_remark->setObjectName(u"valueRemark"_s);
    m_remark->setFont(Theme::uiFont(11));
    m_remark->setForegroundRole(QPalette::PlaceholderText);
    m_encoding->setObjectName(u"valueEncoding"_s);
    m_encoding->setAccessibleName(tr("Encoding of the bytes"));
    const auto add = [this](const QString &word, TextEncoding encoding) {
        if (isAvailable(encoding))
            m_encoding->addItem(word, QVariant::fromValue(encoding));
    };
    add(u"UTF-8"_s, TextEncoding::Utf8);
    add(u"GB18030"_s, TextEncoding::Gb18030);
    add(u"Latin-1"_s, TextEncoding::Latin1);
    m_more->setObjectName(u"valueMore"_s);
    constexpr int buttonHeight = 22;
    m_more->setFixedHeight(buttonHeight);
    m_encoding->setFixedHeight(buttonHeight);
    auto *row = new QHBoxLayout(m_foot);
    row->setContentsMargins(8, 2, 4, 2);
    row->addWidget(m_remark, 1);
    row->addWidget(m_encoding);
    row->addWidget(m_more);
}

void ValueView::connectParts()
{
    connect(m_tabs, &QTabBar::currentChanged, this, &ValueView::choose);
    connect(m_tabs, &QTabBar::tabBarClicked, this, &ValueView::choose);
    connect(m_auto, &QToolButton::clicked, this, [this] {
        if (m_auto->isChecked())
            automaticAgain();
        else
            choose(m_tabs->currentIndex());
    });
    connect(m_encoding, &QComboBox::currentIndexChanged, this, &ValueView::showPage);
    connect(m_more, &QPushButton::clicked, this, &ValueView::showMore);
    connect(m_wrap, &QToolButton::toggled, this, &ValueView::showPage);
    connect(m_copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_pane->shownText()); });
    connect(m_save, &QToolButton::clicked, this, &ValueView::save);
    connect(m_saver, &ValueSaver::finished, this, [this](const QString &result) {
        m_remark->setText(result);
        m_foot->show();
    });
    connect(m_pane, &ValuePane::imageFinished, this, [this] {
        if (!m_pane->image().image().isNull())
            m_summary->setText(m_pane->image().message() + u" · "_s + m_content.summary());
    });
}

void ValueView::setUpTitle(DockTitle &title)
{
    m_title = &title;
    for (auto *tool : { m_wrap, m_copy, m_save })
        title.addControl(tool);
}

// ---- values

void ValueView::showValue(const SentValue &value, const SentValue &other)
{
    m_value = value;
    m_other = other;
    m_isStale = true;
    if (isVisible())
        refresh();
}

void ValueView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        refresh();
}

void ValueView::refresh()
{
    m_isStale = false;
    m_content = ValueContent(m_value, m_other);
    m_mostBytes = ValueContent::firstBytes;
    m_presentation = m_pinned && m_content.applies(*m_pinned) ? *m_pinned : m_content.automatic();
    const QSignalBlocker quiet(m_tabs);
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabVisible(i, m_content.applies(static_cast<Presentation>(i)));
    // setTabVisible() leaves the width as it was, and tabs without room are scrolled away.
    m_tabs->setFixedWidth(m_tabs->sizeHint().width());
    showSubject();
    showPage();
}

void ValueView::showSubject()
{
    if (m_title == nullptr)
        return;
    const auto side = !m_value.row.isEmpty()      ? m_value.row
        : m_value.side == SentValue::Side::Before ? tr("before")
                                                  : tr("after");
    m_title->setSubject(m_value.column.isEmpty() ? QString() : m_value.column + u" · "_s + side);
}

void ValueView::showPage()
{
    const QSignalBlocker quiet(m_tabs);
    const bool isShowable = m_content.isShowable();
    m_tabs->setCurrentIndex(static_cast<int>(m_presentation));
    m_auto->setChecked(!m_pinned);
    for (auto *part : std::initializer_list<QWidget *> { m_tabs, m_auto })
        part->setVisible(isShowable);
    m_save->setEnabled(isShowable);
    m_copy->setEnabled(isShowable && m_presentation != Presentation::Image);
    m_summary->setText(m_content.summary());
    if (m_value.column.isEmpty())
        m_pane->showHint(tr("Select a row to see one of its values whole."));
    else if (!isShowable)
        m_pane->showAbsence(m_value);
    showFoot(isShowable && fillPane());
}

// True when the page is only the value's beginning.
bool ValueView::fillPane()
{
    const bool isTable = m_presentation == Presentation::Hex;
    m_wrap->setEnabled(!isTable);
    m_pane->setWrap(m_wrap->isChecked() && !isTable ? ValuePane::Wrap::On : ValuePane::Wrap::Off);
    if (m_presentation == Presentation::Image) {
        m_pane->showImage(m_value, m_content.imageFormat());
        return false;
    }
    if (m_presentation == Presentation::Compare) {
        const auto pages = m_content.comparison(m_mostBytes);
        m_pane->showPages(pages);
        m_summary->setText(tr("%1 changed, %2 added, %3 removed inside the document")
                               .arg(pages.change.changed)
                               .arg(pages.change.added)
                               .arg(pages.change.removed));
        return pages.before.isCut || pages.after.isCut;
    }
    const auto page = m_content.page(m_presentation,
                                     m_encoding->currentData().value<TextEncoding>(), m_mostBytes);
    m_pane->showText(page, m_value.side);
    return page.isCut;
}

void ValueView::showFoot(bool isCut)
{
    auto remarks = m_content.remarks();
    const bool canGrow = m_mostBytes < mostShownBytes;
    if (isCut)
        remarks.append(canGrow
                           ? tr("This is the beginning of %1.").arg(sizeText(m_content.bytes()))
                           : tr("This is the beginning of %1. Save it to a file to see the rest.")
                                 .arg(sizeText(m_content.bytes())));
    m_remark->setText(remarks.join(u' '));
    m_more->setVisible(isCut && canGrow);
    const bool asksEncoding = m_content.isBinary() && m_presentation == Presentation::Text;
    m_encoding->setVisible(asksEncoding);
    m_foot->setVisible(asksEncoding || !remarks.isEmpty());
}

// ---- choices

void ValueView::choose(int tab)
{
    if (tab < 0 || !m_content.applies(static_cast<Presentation>(tab)))
        return;
    m_pinned = static_cast<Presentation>(tab);
    if (m_presentation != *m_pinned)
        m_mostBytes = ValueContent::firstBytes;
    m_presentation = *m_pinned;
    showPage();
}

void ValueView::automaticAgain()
{
    m_pinned.reset();
    refresh();
}

void ValueView::showMore()
{
    m_mostBytes = std::min(2 * m_mostBytes, mostShownBytes);
    showPage();
}

void ValueView::save()
{
    const bool isJson = m_content.applies(Presentation::Json);
    m_saver->save(m_value,
                  !m_content.imageFormat().isEmpty() ? QString::fromLatin1(m_content.imageFormat())
                      : isJson                       ? u"json"_s
                      : m_content.isBinary()         ? u"bin"_s
                                                     : u"txt"_s);
}

// ---- look

void ValueView::tint()
{
    const auto &theme = Theme::of(palette());
    m_wrap->setIcon(tintedIcon(u"wrap"_s, Theme::Role::Text2, theme));
    m_copy->setIcon(tintedIcon(u"duplicate"_s, Theme::Role::Text2, theme));
    m_save->setIcon(tintedIcon(u"save"_s, Theme::Role::Text2, theme));
}

void ValueView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

} // namespace canal
