// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/welcomepage.h"

#include "ui/icons.h"
#include "ui/modecards.h"
#include "ui/noticebox.h"
#include "ui/plaintext.h"
#include "ui/profilelist.h"
#include "ui/startcard.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QPainter>
#include <QVBoxLayout>

#include <memory>

using namespace Qt::StringLiterals;

namespace canal {

static PlainLabel *makeTitle(const QString &text, int pixels, QWidget *parent)
{
    auto *title = new PlainLabel(text, parent);
    auto font = Theme::uiFont(pixels);
    font.setBold(true);
    title->setFont(font);
    return title;
}

WelcomePage::WelcomePage(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"welcome"_s);
    auto *middle = new QWidget(this);
    middle->setMaximumWidth(1000);
    auto *grid = new QGridLayout(middle);
    grid->setContentsMargins(24, 24, 24, 24);
    grid->setHorizontalSpacing(32);
    grid->setVerticalSpacing(20);
    grid->setColumnStretch(0, 4);
    grid->setColumnStretch(1, 5);
    grid->addWidget(makeHead(), 0, 0, 1, 2);
    grid->addWidget(makeStart(), 1, 0, Qt::AlignTop);
    grid->addWidget(makeRecent(), 1, 1, Qt::AlignTop);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 100);
    row->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->addStretch(2);
    column->addLayout(row);
    column->addStretch(3);
    setProfiles({});
}

QWidget *WelcomePage::makeHead()
{
    auto *head = new QWidget(this);
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(14);
    auto *picture = new PlainLabel(head);
    constexpr int size = 44;
    picture->setPixmap(programIcon().pixmap(QSize(size, size), devicePixelRatioF()));
    auto *below
        = new PlainLabel(tr("See exactly what Canal sends, and what happened to order 42."), head);
    below->setForegroundRole(QPalette::PlaceholderText);
    auto *column = new QVBoxLayout;
    column->setSpacing(2);
    column->addWidget(makeTitle(tr("Canal Inspector"), 20, head));
    column->addWidget(below);
    row->addWidget(picture);
    row->addLayout(column, 1);
    return head;
}

QWidget *WelcomePage::makeStart()
{
    auto *start = new QWidget(this);
    auto *column = new QVBoxLayout(start);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeTitle(tr("Start"), 12, start));
    auto *connection = new StartCard(u"connect"_s, StartCard::Look::Primary, start);
    connection->setObjectName(u"welcomeConnect"_s);
    connection->setWords(tr("New connection…"), tr("Peek by default: nothing is acknowledged"),
                         QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText));
    auto *demo = new StartCard(u"demo"_s, StartCard::Look::Plain, start);
    demo->setObjectName(u"welcomeDemo"_s);
    demo->setWords(tr("Start the demo"),
                   tr("a built-in Canal server with a small shop; needs no database"));
    column->addWidget(connection);
    column->addWidget(demo);
    connect(connection, &StartCard::clicked, this, &WelcomePage::connectWanted);
    connect(demo, &StartCard::clicked, this, &WelcomePage::demoWanted);
    return start;
}

QWidget *WelcomePage::makeRecent()
{
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeTitle(tr("Recent connections"), 12, side));
    auto *list = new QWidget(side);
    m_recent = new QVBoxLayout(list);
    m_recent->setContentsMargins(0, 0, 0, 0);
    m_recent->setSpacing(0);
    m_noRecent = new PlainLabel(tr("None yet. Passwords are never stored."), side);
    m_noRecent->setForegroundRole(QPalette::PlaceholderText);
    auto *about = new NoticeBox(NoticeKind::Info, side);
    about->setText(tr("What is Canal?"),
                   tr("Canal reads a MySQL binlog as if it were a replica and hands the row "
                      "changes out in batches. A destination has one reading position for "
                      "everybody: whoever fetches takes the rows, and an ack moves the position "
                      "on. That is why this program looks without acknowledging unless you say "
                      "otherwise."));
    column->addWidget(list);
    column->addWidget(m_noRecent);
    column->addWidget(about);
    return side;
}

void WelcomePage::setProfiles(const QList<ConnectionProfile> &profiles)
{
    while (const std::unique_ptr<QLayoutItem> item { m_recent->takeAt(0) })
        item->widget()->deleteLater();
    constexpr qsizetype most = 6;
    for (const auto &profile : profiles.first(std::min(most, profiles.size()))) {
        auto *card = new StartCard(modeIcon(profile.mode), StartCard::Look::Row, this);
        card->setObjectName(u"recent"_s);
        card->setWords(
            titleOf(profile),
            tr("%1 · client %2").arg(addressOf(profile), QString::number(profile.clientId)),
            modeName(profile.mode));
        connect(card, &StartCard::clicked, this, [this, profile] { emit profileChosen(profile); });
        m_recent->addWidget(card);
    }
    m_noRecent->setVisible(profiles.isEmpty());
}

void WelcomePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::of(palette())(Theme::Role::Base));
}

} // namespace canal
