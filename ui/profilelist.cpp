// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/profilelist.h"

#include "ui/clientidbox.h"
#include "ui/icons.h"
#include "ui/labelbox.h"
#include "ui/plaintext.h"
#include "ui/toolbutton.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace canal {

using Role = Theme::Role;

QString addressOf(const ConnectionProfile &profile)
{
    return u"%1:%2/%3"_s.arg(profile.host, QString::number(profile.port), profile.destination);
}

QString titleOf(const ConnectionProfile &profile)
{
    return profile.name.isEmpty() ? addressOf(profile) : profile.name;
}

QString modeIcon(AccessMode mode)
{
    switch (mode) {
    case AccessMode::Peek:
        return u"peek"_s;
    case AccessMode::Manual:
        return u"ack"_s;
    case AccessMode::Auto:
        return u"auto"_s;
    }
    Q_UNREACHABLE();
}

namespace {

constexpr int addressRole = Qt::UserRole;
constexpr int iconRole = Qt::UserRole + 1;
constexpr int labelRole = Qt::UserRole + 2; // ConnectionProfile::Label
constexpr int tagRole = Qt::UserRole + 3; // "production", or nothing

class ProfileDelegate : public PlainDelegate
{
public:
    using PlainDelegate::PlainDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return { 180, 40 };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override
    {
        const auto &theme = Theme::of(option.palette);
        const auto rect = option.rect.adjusted(4, 1, -4, -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected)) {
            painter->setPen(option.state.testFlag(QStyle::State_HasFocus)
                                ? QPen(theme(Role::Accent), 2)
                                : QPen(Qt::NoPen));
            painter->setBrush(theme(Role::Selected));
            painter->drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4);
        }
        const auto label = index.data(labelRole).value<ConnectionProfile::Label>();
        if (const auto role = roleOf(label)) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme(*role));
            painter->drawRoundedRect(QRectF(rect.left() + 4, rect.top() + 7, 3, 24), 1.5, 1.5);
        }
        paintIcon(*painter, QRect(rect.left() + 12, rect.top() + 11, 16, 16),
                  index.data(iconRole).toString(), theme(Role::Text2));
        const int tagWidth = paintTag(*painter, rect, index.data(tagRole).toString(), theme);
        const auto line = [&](int top, const QFont &font, Role role, const QString &text) {
            painter->setFont(font);
            painter->setPen(theme(role));
            const int right = top < 16 ? tagWidth : 0; // the tag stands in the first line
            const QRect at(rect.left() + 36, rect.top() + top, rect.width() - 42 - right, 16);
            painter->drawText(at, Qt::AlignVCenter,
                              QFontMetrics(font).elidedText(visibleText(clipped(text, mostChars)),
                                                            Qt::ElideRight, at.width()));
        };
        auto bold = Theme::uiFont();
        bold.setBold(true);
        line(3, bold, Role::Text, index.data().toString());
        line(19, Theme::cellFont(11), Role::Text2, index.data(addressRole).toString());
        painter->restore();
    }

private:
    // At the right; how much room it takes.
    static int paintTag(QPainter &painter, const QRect &rect, const QString &tag,
                        const Theme &theme)
    {
        if (tag.isEmpty())
            return 0;
        const auto font = Theme::uiFont(11);
        const int width = QFontMetrics(font).horizontalAdvance(tag) + 10;
        const QRect at(rect.right() - width - 5, rect.top() + 4, width, 15);
        painter.setPen(theme(Role::ErrorEdge));
        painter.setBrush(theme(Role::ErrorGround));
        painter.drawRoundedRect(QRectF(at).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
        painter.setFont(font);
        painter.setPen(theme(Role::ErrorText));
        painter.drawText(at, Qt::AlignCenter, tag);
        return width + 4;
    }
};

} // namespace

ProfileList::ProfileList(const QList<ConnectionProfile> &profiles, QWidget *parent)
    : QWidget(parent)
    , m_profiles(profiles)
    , m_list(new QListWidget(this))
    , m_new(makeToolButton(u"profileNew"_s, tr("New connection"), this))
    , m_copy(makeToolButton(u"profileCopy"_s, tr("Copy this connection"), this))
    , m_remove(makeToolButton(u"profileRemove"_s, tr("Forget this connection"), this))
    , m_export(makeTextButton(u"profileExport"_s, tr("Export…"),
                              tr("Write these connections to a file, without passwords")))
{
    m_list->setObjectName(u"profiles"_s);
    m_list->setAccessibleName(tr("Remembered connections"));
    m_list->setItemDelegate(new ProfileDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    auto *title = new PlainLabel(tr("Remembered"), this);
    auto bold = Theme::uiFont(11);
    bold.setBold(true);
    title->setFont(bold);
    title->setForegroundRole(QPalette::PlaceholderText);
    title->setContentsMargins(12, 10, 0, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 1, 0);
    column->setSpacing(0);
    column->addWidget(title);
    column->addWidget(m_list, 1);
    column->addLayout(makeButtons());
    setFixedWidth(230);
    connect(m_list, &QListWidget::currentRowChanged, this, &ProfileList::onRowChanged);
    connect(m_new, &QToolButton::clicked, this, &ProfileList::startNew);
    connect(m_copy, &QToolButton::clicked, this, &ProfileList::duplicate);
    connect(m_remove, &QToolButton::clicked, this, &ProfileList::removeCurrent);
    connect(m_export, &QToolButton::clicked, this, &ProfileList::exportWanted);
    fill();
    onRowChanged(-1);
    tint();
}

QToolButton *ProfileList::makeTextButton(const QString &name, const QString &text,
                                         const QString &tip)
{
    auto *button = makeToolButton(name, tip, this);
    button->setText(text);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    return button;
}

QHBoxLayout *ProfileList::makeButtons()
{
    auto *import = makeTextButton(u"profileImport"_s, tr("Import…"),
                                  tr("Add connections that somebody has exported"));
    connect(import, &QToolButton::clicked, this, &ProfileList::importWanted);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 4, 8, 4);
    buttons->setSpacing(2);
    for (auto *button : { m_new, m_copy, m_remove })
        buttons->addWidget(button);
    buttons->addStretch(1);
    buttons->addWidget(import);
    buttons->addWidget(m_export);
    return buttons;
}

void ProfileList::fill()
{
    const QSignalBlocker blocker(m_list);
    m_list->clear();
    for (const auto &profile : std::as_const(m_profiles)) {
        auto item = std::make_unique<QListWidgetItem>(titleOf(profile));
        item->setData(addressRole, addressOf(profile));
        item->setData(iconRole, modeIcon(profile.mode));
        item->setData(labelRole, QVariant::fromValue(profile.label));
        item->setData(tagRole, profile.isProduction ? tr("production") : QString());
        m_list->addItem(item.release()); // the list's from now on
    }
    m_export->setEnabled(!m_profiles.isEmpty());
}

qsizetype ProfileList::current() const { return m_list->currentRow(); }

void ProfileList::onRowChanged(int row)
{
    m_copy->setEnabled(row >= 0);
    m_remove->setEnabled(row >= 0);
    emit selected(row >= 0 ? m_profiles[row] : ConnectionProfile());
}

void ProfileList::select(const ConnectionProfile &profile)
{
    m_list->setCurrentRow(static_cast<int>(m_profiles.indexOf(profile)));
    if (current() < 0)
        emit selected(profile);
}

void ProfileList::startNew()
{
    m_list->setCurrentRow(-1);
    onRowChanged(-1);
}

void ProfileList::duplicate()
{
    auto copy = m_profiles[current()];
    copy.name = tr("Copy of %1").arg(titleOf(copy));
    if (copy.ownClientId)
        copy.clientId = ClientIdBox::drawOwnId(); // two of the same could not connect at once
    m_profiles.prepend(copy);
    fill();
    m_list->setCurrentRow(0);
}

void ProfileList::removeCurrent()
{
    m_profiles.removeAt(current());
    fill();
    m_list->setCurrentRow(m_profiles.isEmpty() ? -1 : 0);
    onRowChanged(m_list->currentRow());
}

void ProfileList::add(const QList<ConnectionProfile> &profiles)
{
    for (const auto &profile : profiles)
        m_profiles.removeAll(profile);
    m_profiles = profiles + m_profiles;
    fill();
    m_list->setCurrentRow(0);
}

void ProfileList::replaceCurrent(const ConnectionProfile &profile)
{
    if (current() >= 0)
        m_profiles.removeAt(current());
    m_profiles.removeAll(profile);
    m_profiles.prepend(profile);
}

void ProfileList::tint()
{
    const auto &theme = Theme::of(palette());
    m_new->setIcon(tintedIcon(u"add"_s, Role::Text2, theme));
    m_copy->setIcon(tintedIcon(u"duplicate"_s, Role::Text2, theme));
    m_remove->setIcon(tintedIcon(u"remove"_s, Role::Text2, theme));
}

void ProfileList::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        tint();
}

void ProfileList::paintEvent(QPaintEvent *)
{
    const auto &theme = Theme::of(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme(Role::Base));
    painter.fillRect(QRect(width() - 1, 0, 1, height()), theme(Role::Border));
}

} // namespace canal
