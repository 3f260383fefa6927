// SPDX-FileCopyrightText: 2026 the Canal Inspector authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/ui/guitest.h"

#include "ui/eventtableview.h"
#include "ui/plaintext.h"
#include "ui/statusbar.h"
#include "ui/statussegment.h"

#include <QAction>

namespace canal::test {

WindowFixture::WindowFixture(AccessMode mode)
    : session(mode)
    , window(interaction)
{ }

WindowFixture::~WindowFixture() { window.dropSession(); }

bool WindowFixture::showWindow()
{
    window.show();
    return QTest::qWaitForWindowActive(&window);
}

void WindowFixture::connectSession()
{
    window.showSession(session.view());
    for (const auto state :
         { ClientState::Connecting, ClientState::AwaitingHandshake, ClientState::Authenticating,
           ClientState::Subscribing, ClientState::Streaming })
        window.showState(state);
    flush();
}

int WindowFixture::rows() const { return child<EventTableView>().model()->rowCount(); }

void WindowFixture::flush()
{
    window.rowsArrived();
    const auto rowsOfStore = [this] {
        const auto snapshot = session.store().snapshot();
        int count = 0;
        for (quint32 i = 0; i < snapshot.size(); ++i)
            count += isListed(snapshot.kind(RowId { i })) ? 1 : 0;
        return count;
    };
    const int wanted = rowsOfStore();
    QTRY_COMPARE(rows(), wanted);
}

QAction &WindowFixture::action(const QString &name) const { return child<QAction>(name); }

bool WindowFixture::trigger(const QString &name) const
{
    if (!action(name).isEnabled())
        return false;
    action(name).trigger();
    return true;
}

QString WindowFixture::statusText() const
{
    const auto &bar = child<StatusBar>();
    QStringList texts;
    for (const auto *label : bar.findChildren<PlainLabel *>())
        texts.append(label->text());
    for (const auto *segment : bar.findChildren<StatusSegment *>())
        texts.append(segment->text());
    return texts.join(u'|');
}

} // namespace canal::test
