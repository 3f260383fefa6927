// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/filterbar.h"

#include "model/filterlibrary.h"
#include "model/rowsummary.h"
#include "ui/filtercompleter.h"
#include "ui/filteredit.h"
#include "ui/filterhelp.h"
#include "ui/icons.h"
#include "ui/percent.h"
#include "ui/plaintext.h"
#include "ui/recentfilters.h"
#include "ui/toolbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace canal {

using Role = Theme::Role;

static constexpr int iconRoom = 32;
static constexpr int boxHeight = 34; // with its margins
static constexpr int messageHeight = 29;

FilterBar::FilterBar(FilterLibrary &library, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_box(new FilterEdit(this))
    , m_result(new PlainLabel(this))
    , m_clear(addButton(u"filterClear"_s, tr("Clear the filter"),
                        tr("Clear the filter (Esc in the box)")))
    , m_apply(addButton(u"filterApply"_s, tr("Apply the filter"), tr("Apply the filter (Enter)")))
    , m_recent(addButton(u"filterRecent"_s, tr("Recent filters"),
                         tr("Recent and saved filters (Down in the box)")))
    , m_save(addButton(u"filterSave"_s, tr("Save the filter"), tr("Save the filter with a name…")))
    , m_help(addButton(u"filterHelp"_s, tr("What can be written here"),
                       tr("What can be written here (F1 in the box)")))
    , m_recentList(new RecentFilters(*m_box, library, this))
    , m_completer(new FilterCompleter(*m_box, this))
    , m_message(new ElidedLabel(Qt::ElideRight, this))
{
    setObjectName(u"filterBar"_s);
    m_box->setObjectName(u"filterBox"_s);
    m_box->setPlaceholderText(
        tr("Filter: words, or for example table:orders op:update status: PAID -> * (Ctrl+L)"));
    m_box->setAccessibleName(tr("Filter"));
    m_box->installEventFilter(this);
    m_result->setObjectName(u"filterResult"_s);
    m_result->setFont(Theme::uiFont(11));
    m_message->setObjectName(u"filterMessage"_s);
    layOut();
    connectParts();
    setFocusProxy(m_box);
    showState();
}

QToolButton *FilterBar::addButton(const QString &name, const QString &words, const QString &tip)
{
    auto *button = makeToolButton(name, words, this);
    setSafeTip(*button, tip);
    return button;
}

void FilterBar::layOut()
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8 + iconRoom, 4, 12, 4);
    row->setSpacing(6);
    row->addWidget(m_box, 1);
    row->addWidget(m_result);
    for (auto *button : { m_clear, m_apply, m_recent, m_save, m_help })
        row->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    constexpr int gap = 4; // below the message
    m_message->setFixedHeight(messageHeight - gap);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(8 + iconRoom, 0, 12, 0);
    line->addWidget(m_message);
    column->addLayout(line);
    column->addStretch();
}

void FilterBar::connectParts()
{
    constexpr int debounceMs = 200;
    m_debounce.setSingleShot(true);
    m_debounce.setInterval(debounceMs);
    connect(&m_debounce, &QTimer::timeout, this, &FilterBar::apply);
    connect(m_box, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_debounce.start();
        m_save->setEnabled(!text.trimmed().isEmpty());
    });
    connect(m_box, &QLineEdit::returnPressed, this, &FilterBar::confirm);
    connect(m_box, &FilterEdit::leaveWanted, this, &FilterBar::leave);
    connect(m_box, &FilterEdit::recentWanted, m_recentList, &RecentFilters::show);
    connect(m_box, &FilterEdit::helpWanted, this, &FilterBar::showHelp);
    connect(m_clear, &QToolButton::clicked, this, &FilterBar::clear);
    connect(m_apply, &QToolButton::clicked, this, &FilterBar::confirm);
    connect(m_recent, &QToolButton::clicked, this, [this] {
        m_box->setFocus();
        m_recentList->show();
    });
    connect(m_recentList, &RecentFilters::applyWanted, this, &FilterBar::use);
    connect(m_recentList, &RecentFilters::putWanted, m_box, &QLineEdit::setText);
    connect(m_save, &QToolButton::clicked, this, [this] {
        confirm();
        if (!m_error)
            emit saveWanted(m_applied);
    });
    connect(&m_library, &FilterLibrary::changed, this, &FilterBar::refreshRecent);
    refreshRecent();
    connect(m_help, &QToolButton::clicked, this, &FilterBar::showHelp);
}

QString FilterBar::text() const { return m_box->text(); }

FilterBar::Texts FilterBar::texts() const { return { m_applied, m_box->text() }; }

void FilterBar::setTexts(const Texts &texts)
{
    for (const auto &text : { texts.applied, texts.box }) {
        m_box->setText(text);
        apply();
    }
}

void FilterBar::setStore(const EventStore *store) { m_completer->setStore(store); }

// ---- doing

void FilterBar::enter()
{
    m_box->setFocus(Qt::ShortcutFocusReason);
    m_box->selectAll();
}

void FilterBar::narrow(const QString &term, FilterUse use)
{
    this->use(combinedFilter(m_applied, term, use));
}

void FilterBar::chooseOperations(const OperationChoice &choice)
{
    apply();
    m_box->setText(withOperations(m_applied, choice));
    apply();
}

void FilterBar::clear()
{
    remember();
    m_box->clear();
    apply();
}

void FilterBar::leave()
{
    if (m_box->text().isEmpty())
        emit left();
    else
        clear();
}

void FilterBar::apply()
{
    m_debounce.stop();
    const auto typed = m_box->text();
    const auto filter = parseFilter(typed);
    m_error.reset();
    if (!filter) {
        m_error = filter.error();
    } else if (m_applied != typed) {
        m_applied = typed;
        m_remark.reset();
        emit applied(*filter);
    }
    showState();
}

void FilterBar::confirm()
{
    apply();
    remember();
    if (m_error)
        m_box->setCursorPosition(static_cast<int>(m_error->at));
}

void FilterBar::remember()
{
    if (!m_error && m_applied == m_box->text())
        m_library.use(m_applied);
}

void FilterBar::use(const QString &text)
{
    remember();
    m_box->setText(text);
    confirm();
}

void FilterBar::refreshRecent()
{
    m_recent->setEnabled(!m_library.recent().isEmpty() || !m_library.saved().isEmpty());
}

void FilterBar::showHelp()
{
    if (m_helpPage == nullptr)
        m_helpPage = new FilterHelp(window());
    m_helpPage->show();
    m_helpPage->raise();
    m_helpPage->activateWindow();
}

// ---- showing

void FilterBar::showResult(qint64 shown, qint64 all, Progress progress,
                           const std::optional<FilterRemark> &remark)
{
    m_remark = remark;
    m_look = m_applied.trimmed().isEmpty() ? Look::Empty
        : remark                           ? Look::Remark
        : shown > 0                        ? Look::Matches
                                           : Look::Nothing;
    if (progress == Progress::Working)
        m_count = tr("%1 so far …").arg(grouped(shown));
    else if (m_look == Look::Empty)
        m_count.clear();
    else
        m_count = u"%1 (%2)"_s.arg(grouped(shown), percent(shown, all));
    showState();
}

QString FilterBar::errorText() const
{
    const auto where = tr("Position %1: %2").arg(m_error->at + 1).arg(m_error->message);
    if (m_applied.trimmed().isEmpty())
        return where + u' ' + tr("Still showing all rows.");
    return where + u' ' + tr("Still showing the last valid filter: %1").arg(m_applied);
}

void FilterBar::showState()
{
    const bool remarked = m_remark && m_look == Look::Remark && m_applied == m_box->text();
    m_result->setText(m_error ? tr("position %1").arg(m_error->at + 1) : m_count);
    m_message->setText(m_error ? errorText() : remarked ? m_remark->message : QString());
    m_box->setAccessibleDescription(m_message->text());
    if (m_error)
        m_box->underline(m_error->at, m_error->length, Role::ErrorIcon);
    else if (remarked && m_remark->length > 0)
        m_box->underline(m_remark->at, m_remark->length, Role::WarnIcon);
    else
        m_box->underlineNothing();
    m_message->setVisible(m_error || remarked);
    setFixedHeight(boxHeight + (m_error || remarked ? messageHeight : 0));
    m_clear->setVisible(!m_box->text().isEmpty() || !m_applied.isEmpty());
    m_apply->setEnabled(!m_error);
    m_save->setEnabled(!m_error && !m_box->text().trimmed().isEmpty());
    tint();
}

Role FilterBar::edgeRole() const
{
    if (m_error)
        return Role::ErrorIcon;
    switch (m_look) {
    case Look::Matches:
        return Role::OkIcon;
    case Look::Nothing:
    case Look::Remark:
        return Role::WarnIcon;
    case Look::Empty:
        break;
    }
    return m_box->hasFocus() ? Role::Accent : Role::InputEdge;
}

void FilterBar::tint()
{
    const auto &theme = Theme::of(palette());
    m_clear->setIcon(tintedIcon(u"close"_s, Role::Text2, theme));
    m_apply->setIcon(tintedIcon(u"apply"_s, Role::Text2, theme));
    m_recent->setIcon(tintedIcon(u"history"_s, Role::Text2, theme));
    m_save->setIcon(tintedIcon(u"add"_s, Role::Text2, theme));
    m_help->setIcon(tintedIcon(u"help"_s, Role::Text2, theme));
    auto colours = m_result->palette();
    colours.setColor(QPalette::WindowText,
                     theme(m_error                                                 ? Role::ErrorText
                               : m_look == Look::Nothing || m_look == Look::Remark ? Role::WarnText
                                                                                   : Role::OkText));
    if (colours != m_result->palette())
        m_result->setPalette(colours);
    update();
}

void FilterBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

bool FilterBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::eventFilter(watched, event);
}

QRect FilterBar::frame() const { return { 8, 4, width() - 16, boxHeight - 8 }; }

void FilterBar::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool plain = m_look == Look::Empty && !m_error;
    const auto edge = theme(edgeRole());
    auto ground = theme(Role::Base);
    if (m_error) {
        ground = theme(Role::ErrorGround);
    } else if (m_look == Look::Matches) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ground);
        painter.drawRoundedRect(frame(), 4, 4);
        ground = theme(Role::OkGround);
        ground.setAlphaF(0.45F);
    } else if (!plain) {
        ground = theme(Role::WarnGround);
    }
    const double width = m_box->hasFocus() ? 2 : 1;
    painter.setPen(QPen(edge, width));
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(frame()).adjusted(width / 2, width / 2, -width / 2, -width / 2),
                            4, 4);
    if (!plain) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(edge);
        painter.drawRoundedRect(QRect(frame().left(), frame().top(), 4, frame().height()), 2, 2);
    }
    paintIcon(painter, QRect(frame().left() + 10, frame().top() + 5, 16, 16), u"filter"_s,
              plain ? theme(Role::Text2) : edge);
    if (m_message->isVisible())
        paintIcon(painter, QRect(frame().left() + 10, boxHeight + 4, 16, 16),
                  m_error ? u"error"_s : u"warn"_s, edge);
}

} // namespace canal
