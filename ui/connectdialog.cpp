// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "ui/connectdialog.h"

#include "ui/clientidbox.h"
#include "ui/labelbox.h"
#include "ui/modecards.h"
#include "ui/plaintext.h"
#include "ui/serverfilterbox.h"
#include "ui/theme.h"

#include <QCheckBox>
#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace canal {

namespace {

QLineEdit *makeEdit(const QString &name, const QString &accessible, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(name);
    edit->setAccessibleName(accessible);
    constexpr int mostChars = 4096;
    edit->setMaxLength(mostChars);
    return edit;
}

QSpinBox *makeNumber(const QString &name, const QString &accessible, int most, QWidget *parent)
{
    auto *box = new QSpinBox(parent);
    box->setObjectName(name);
    box->setAccessibleName(accessible);
    box->setRange(1, most);
    box->setGroupSeparatorShown(false);
    return box;
}

PlainLabel *makeHint(QWidget *parent)
{
    auto *hint = new PlainLabel(parent);
    hint->setFont(Theme::uiFont(11));
    hint->setForegroundRole(QPalette::PlaceholderText);
    hint->setWordWrap(true);
    return hint;
}

// What a URL has around its host would be remembered and shown, a password too.
bool isHost(const QString &text)
{
    return std::ranges::none_of(text, [](QChar c) {
        return c.isSpace() || c == u'/' || c == u'@' || c == u'?' || c == u'#';
    });
}

} // namespace

ConnectDialog::ConnectDialog(const QList<ConnectionProfile> &profiles, QWidget *parent,
                             Passwords passwords)
    : QDialog(parent)
    , m_list(new ProfileList(profiles, this))
    , m_name(makeEdit(u"name"_s, tr("Name"), this))
    , m_label(new LabelBox(this))
    , m_host(makeEdit(u"host"_s, tr("Host"), this))
    , m_port(makeNumber(u"port"_s, tr("Port"), 65535, this))
    , m_destination(makeEdit(u"destination"_s, tr("Destination"), this))
    , m_clientId(new ClientIdBox(this))
    , m_idHint(makeHint(this))
    , m_user(makeEdit(u"user"_s, tr("User"), this))
    , m_password(makeEdit(u"password"_s, tr("Password"), this))
    , m_keepPassword(new QCheckBox(tr("Keep the password in the system's keychain"), this))
    , m_loginHint(makeHint(this))
    , m_mode(new ModeCards(this))
    , m_filter(new ServerFilterBox(this))
    , m_production(
          new QCheckBox(tr("This is production: acks and rollbacks ask first, by its name"), this))
    , m_batchKb(makeNumber(u"batchKb"_s, tr("Batch size"), maxFetchKb, this))
    , m_reason(new PlainLabel(this))
    , m_connect(new QPushButton(tr("Connect"), this))
{
    setObjectName(u"connectDialog"_s);
    setWindowTitle(tr("Connect to Canal"));
    auto *right = new QVBoxLayout;
    right->setContentsMargins(20, 16, 20, 16);
    right->addWidget(makeForm());
    right->addStretch(1);
    right->addWidget(makeButtons());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_list);
    row->addLayout(right, 1);
    connect(m_list, &ProfileList::selected, this, &ConnectDialog::showProfile);
    connect(m_list, &ProfileList::importWanted, this, &ConnectDialog::importWanted);
    connect(m_list, &ProfileList::exportWanted, this, &ConnectDialog::exportWanted);
    for (auto *edit : { m_host, m_destination, m_user, m_password })
        connect(edit, &QLineEdit::textChanged, this, &ConnectDialog::refresh);
    connect(m_keepPassword, &QCheckBox::toggled, this, &ConnectDialog::refresh);
    m_keepPassword->setVisible(passwords == Passwords::MayBeKept);
    connect(m_clientId, &QComboBox::editTextChanged, this, &ConnectDialog::refresh);
    connect(m_filter, &ServerFilterBox::changed, this, &ConnectDialog::refresh);
    showProfile({});
    if (!profiles.isEmpty())
        select(profiles.front());
    m_host->setFocus();
    resize(900, 480);
}

// ---- form

PlainLabel *ConnectDialog::addName(QGridLayout &grid, const QString &text)
{
    auto *name = new PlainLabel(text, this);
    name->setForegroundRole(QPalette::PlaceholderText);
    grid.addWidget(name, grid.rowCount(), 0, Qt::AlignRight | Qt::AlignTop);
    name->setContentsMargins(0, 5, 0, 0);
    return name;
}

QWidget *ConnectDialog::makeForm()
{
    auto *form = new QWidget(this);
    auto *grid = new QGridLayout(form);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(3, 2);
    addServerRows(*grid);
    addLoginRow(*grid);
    addChoices(*grid);
    return form;
}

void ConnectDialog::addServerRows(QGridLayout &grid)
{
    const auto addSecond = [&](const QString &text, QWidget *field) {
        auto *name = new PlainLabel(text, this);
        name->setForegroundRole(QPalette::PlaceholderText);
        grid.addWidget(name, grid.rowCount() - 1, 2, Qt::AlignRight | Qt::AlignVCenter);
        grid.addWidget(field, grid.rowCount() - 1, 3);
    };
    m_host->setFont(Theme::cellFont());
    m_destination->setFont(Theme::cellFont());
    m_name->setPlaceholderText(tr("to recognise it by; may stay empty"));
    m_port->setButtonSymbols(QAbstractSpinBox::NoButtons);
    addName(grid, tr("Name"));
    grid.addWidget(m_name, grid.rowCount() - 1, 1);
    addSecond(tr("Colour"), m_label);
    addName(grid, tr("Host"));
    grid.addWidget(m_host, grid.rowCount() - 1, 1);
    addSecond(tr("Port"), m_port);
    addName(grid, tr("Destination"));
    grid.addWidget(m_destination, grid.rowCount() - 1, 1);
    addSecond(tr("Client id"), m_clientId);
    grid.addWidget(m_idHint, grid.rowCount(), 1, 1, 3);
}

void ConnectDialog::addLoginRow(QGridLayout &grid)
{
    m_user->setPlaceholderText(tr("none: most servers have no login"));
    m_password->setEchoMode(QLineEdit::Password);
    addName(grid, tr("User"));
    grid.addWidget(m_user, grid.rowCount() - 1, 1);
    auto *name = new PlainLabel(tr("Password"), this);
    name->setForegroundRole(QPalette::PlaceholderText);
    grid.addWidget(name, grid.rowCount() - 1, 2, Qt::AlignRight | Qt::AlignVCenter);
    grid.addWidget(m_password, grid.rowCount() - 1, 3);
    m_keepPassword->setObjectName(u"keepPassword"_s);
    grid.addWidget(m_keepPassword, grid.rowCount(), 1, 1, 3);
    grid.addWidget(m_loginHint, grid.rowCount(), 1, 1, 3);
}

void ConnectDialog::addChoices(QGridLayout &grid)
{
    addName(grid, tr("Access mode"));
    grid.addWidget(m_mode, grid.rowCount() - 1, 1, 1, 3);
    addName(grid, tr("Server filter"))->setContentsMargins(0, 1, 0, 0);
    grid.addWidget(m_filter, grid.rowCount() - 1, 1, 1, 3);
    m_production->setObjectName(u"production"_s);
    grid.addWidget(m_production, grid.rowCount(), 1, 1, 3);
    addName(grid, tr("Batch size"));
    m_batchKb->setSuffix(tr(" KB"));
    auto *row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_batchKb);
    auto *hint = makeHint(this);
    hint->setText(tr("kilobytes of binlog entries per batch, not a number of rows"));
    row->addWidget(hint, 1);
    grid.addLayout(row, grid.rowCount() - 1, 1, 1, 3);
}

QWidget *ConnectDialog::makeButtons()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 12, 0, 0);
    row->setSpacing(8);
    m_reason->setObjectName(u"reason"_s);
    m_reason->setWordWrap(true);
    m_reason->setForegroundRole(QPalette::PlaceholderText);
    auto *cancel = new QPushButton(tr("Cancel"), line);
    cancel->setObjectName(u"cancel"_s);
    cancel->setAutoDefault(false);
    m_connect->setObjectName(u"connect"_s);
    m_connect->setProperty("kind", u"primary"_s);
    m_connect->setDefault(true);
    row->addWidget(m_reason, 1);
    row->addWidget(cancel);
    row->addWidget(m_connect);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_connect, &QPushButton::clicked, this, &QDialog::accept);
    return line;
}

// ---- what it says

void ConnectDialog::select(const ConnectionProfile &profile) { m_list->select(profile); }

void ConnectDialog::showProfile(const ConnectionProfile &profile)
{
    m_name->setText(profile.name);
    m_label->setLabel(profile.label);
    m_production->setChecked(profile.isProduction);
    m_host->setText(profile.host);
    m_port->setValue(profile.port);
    m_destination->setText(profile.destination);
    m_clientId->setId(profile.clientId, profile.ownClientId ? profile.clientId : qint16(0));
    m_user->setText(profile.user);
    m_password->clear();
    m_keepPassword->setChecked(profile.keepsPassword);
    m_mode->setMode(profile.mode);
    m_filter->setFilter(profile.filter);
    m_batchKb->setValue(profile.batchKb);
    refresh();
}

ConnectionProfile ConnectDialog::profile() const
{
    ConnectionProfile profile;
    profile.name = m_name->text().trimmed();
    profile.label = m_label->label();
    profile.isProduction = m_production->isChecked();
    profile.host = m_host->text().trimmed();
    profile.port = static_cast<quint16>(m_port->value());
    profile.destination = m_destination->text().trimmed();
    profile.clientId = m_clientId->id().value_or(0);
    profile.ownClientId = m_clientId->isOwn();
    profile.user = m_user->text();
    profile.keepsPassword = m_keepPassword->isEnabled() && m_keepPassword->isChecked();
    profile.mode = m_mode->mode();
    profile.batchKb = m_batchKb->value();
    profile.filter = m_filter->filter();
    return profile;
}

Secret ConnectDialog::takePassword()
{
    Secret password(m_password->text().toUtf8());
    m_password->clear();
    return password;
}

void ConnectDialog::accept()
{
    m_list->replaceCurrent(profile());
    QDialog::accept();
}

QString ConnectDialog::reasonAgainst() const
{
    if (m_host->text().trimmed().isEmpty())
        return tr("The host is missing.");
    if (!isHost(m_host->text().trimmed()))
        return tr("The host is a name or an address alone: port, destination, user and password "
                  "have fields of their own.");
    if (m_destination->text().trimmed().isEmpty())
        return tr("The destination is missing.");
    if (!m_clientId->id())
        return m_clientId->explanation();
    if (!m_filter->isAcceptable())
        return tr("The server filter cannot be sent.");
    return {};
}

void ConnectDialog::refresh()
{
    m_idHint->setText(m_clientId->explanation());
    m_filter->setDestination(m_destination->text().trimmed());
    const auto host = m_host->text().trimmed();
    const bool isLocal = host == "localhost"_L1 || host.startsWith("127."_L1) || host == "::1"_L1;
    QString hint;
    if (Secret(m_password->text().toUtf8()).looksStored())
        hint = tr("This looks like the 40 hex digits of canal.passwd. Canal wants the password "
                  "itself, in clear text.");
    else if (!isLocal && !host.isEmpty())
        hint = tr("Canal's protocol is not encrypted; only the password is scrambled.");
    m_keepPassword->setEnabled(!m_user->text().isEmpty());
    m_password->setPlaceholderText(profile().keepsPassword ? tr("empty: the kept one")
                                                           : tr("never stored"));
    m_loginHint->setText(hint);
    m_loginHint->setVisible(!hint.isEmpty());
    const auto reason = reasonAgainst();
    m_reason->setText(reason);
    m_connect->setEnabled(reason.isEmpty());
}

bool ConnectDialog::event(QEvent *event)
{
    const bool handled = QDialog::event(event);
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Show)
        makeRoom();
    return handled;
}

// Hints and warnings wrap, for which a window does not grow by itself.
void ConnectDialog::makeRoom()
{
    const int wanted = layout()->totalHeightForWidth(width());
    if (wanted > height())
        resize(width(), wanted);
}

} // namespace canal
